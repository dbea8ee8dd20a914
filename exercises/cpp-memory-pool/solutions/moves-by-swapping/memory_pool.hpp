#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>
#include <utility>

template <typename T>
class MemoryPool {
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t busy = none - 1;

    std::allocator<T> memory;
    std::size_t size = 0;
    T* block = nullptr;
    std::unique_ptr<std::size_t[]> following;
    std::size_t head = none;

    void swap(MemoryPool& other) noexcept {
        std::swap(size, other.size);
        std::swap(block, other.block);
        std::swap(following, other.following);
        std::swap(head, other.head);
    }

public:
    MemoryPool(std::size_t n) : following(std::make_unique<std::size_t[]>(n)) {
        block = memory.allocate(n);
        size = n;
        for (std::size_t i = 0; i < n; ++i) {
            following[i] = head;
            head = i;
        }
    }

    MemoryPool(MemoryPool&& other) noexcept { swap(other); }

    MemoryPool& operator=(MemoryPool&& other) noexcept {
        MemoryPool taken(std::move(other));
        swap(taken);
        return *this;
    }

    ~MemoryPool() {
        for (std::size_t i = 0; i < size; ++i)
            if (following[i] == busy) std::destroy_at(block + i);
        if (block) memory.deallocate(block, size);
    }

    template <typename... Args>
    [[nodiscard]] T* allocate(Args&&... args) {
        if (head == none) throw std::overflow_error("nothing left");
        const std::size_t index = head;
        T* made = std::construct_at(block + index, std::forward<Args>(args)...);
        head = std::exchange(following[index], busy);
        return made;
    }

    void deallocate(T* object) {
        for (std::size_t i = 0; i < size; ++i) {
            if (block + i != object || following[i] != busy) continue;
            std::destroy_at(object);
            following[i] = std::exchange(head, i);
            return;
        }
        throw std::out_of_range("unknown object");
    }
};
