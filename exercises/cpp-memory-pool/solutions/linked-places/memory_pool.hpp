#ifndef MEMORY_POOL_HPP
#define MEMORY_POOL_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>
#include <vector>

template <class T>
class MemoryPool final {
    union Place {
        Place* next;
        T object;

        Place() : next(nullptr) {}
        ~Place() {}
    };

    std::size_t size_;
    std::unique_ptr<Place[]> places_;
    Place* free_;
    std::vector<bool> used_;

public:
    MemoryPool(std::size_t size)
        : size_(size), places_(new Place[size]), free_(nullptr), used_(size, false) {
        for (std::size_t i = 0; i < size; ++i) {
            places_[i].next = free_;
            free_ = &places_[i];
        }
    }

    MemoryPool(MemoryPool&&) = delete;

    ~MemoryPool() {
        for (std::size_t i = 0; i < size_; ++i)
            if (used_[i]) places_[i].object.~T();
    }

    template <class... A>
    T* allocate(A&&... a) {
        if (!free_) throw std::bad_alloc{};
        Place* const place = free_;
        Place* const next = place->next;
        try {
            new (&place->object) T(std::forward<A>(a)...);
        } catch (...) {
            place->next = next;
            throw;
        }
        free_ = next;
        used_[place - places_.get()] = true;
        return &place->object;
    }

    void deallocate(T* pointer) {
        const auto address = reinterpret_cast<std::uintptr_t>(pointer);
        const auto begin = reinterpret_cast<std::uintptr_t>(places_.get());
        const auto offset = address - begin;
        if (offset % sizeof(Place) != 0 || offset / sizeof(Place) >= size_)
            throw std::domain_error("a pointer from elsewhere");
        Place& place = places_[offset / sizeof(Place)];
        if (!used_[offset / sizeof(Place)]) throw std::domain_error("this one is free already");
        used_[offset / sizeof(Place)] = false;
        place.object.~T();
        place.next = free_;
        free_ = &place;
    }
};

#endif
