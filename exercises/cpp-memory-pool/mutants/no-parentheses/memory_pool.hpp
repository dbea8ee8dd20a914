#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>
#include <vector>

// Memory pool for frequent allocations
template <typename T>
class MemoryPool {
private:
    struct Slot {
        alignas(T) std::byte storage[sizeof(T)];
        bool in_use = false;

        T* object() { return std::launder(reinterpret_cast<T*>(storage)); }
    };

    std::vector<Slot> slots;
    std::vector<std::size_t> free_list;

    std::size_t index_of(const T* ptr) const {
        const auto* byte = reinterpret_cast<const std::byte*>(ptr);
        const auto* first = reinterpret_cast<const std::byte*>(slots.data());
        const auto* last = reinterpret_cast<const std::byte*>(slots.data() + slots.size());
        if (std::less<>()(byte, first) || !std::less<>()(byte, last)) {
            throw std::invalid_argument("not an object of this pool");
        }
        const auto offset = static_cast<std::size_t>(byte - first);
        if (offset % sizeof(Slot) != 0) {
            throw std::invalid_argument("not the beginning of an object");
        }
        return offset / sizeof(Slot);
    }

public:
    explicit MemoryPool(std::size_t size) : slots(size) {
        free_list.reserve(size);
        for (std::size_t i = size; i-- > 0;) {
            free_list.push_back(i);
        }
    }

    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;

    ~MemoryPool() {
        for (Slot& slot : slots) {
            if (slot.in_use) {
                std::destroy_at(slot.object());
            }
        }
    }

    template <typename... Args>
    T* allocate(Args&&... args) {
        if (free_list.empty()) {
            throw std::bad_alloc();
        }
        Slot& slot = slots[free_list.back()];
        void* place = slot.storage;
        T* object;
        if constexpr (sizeof...(Args) == 0) {
            object = ::new (place) T;
        } else {
            object = ::new (place) T(std::forward<Args>(args)...);
        }
        slot.in_use = true;
        free_list.pop_back();
        return object;
    }

    void deallocate(T* ptr) {
        const std::size_t index = index_of(ptr);
        Slot& slot = slots[index];
        if (!slot.in_use) {
            throw std::logic_error("given back twice");
        }
        slot.in_use = false;
        std::destroy_at(slot.object());
        free_list.push_back(index);
    }
};
