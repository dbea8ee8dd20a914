#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <vector>

// Memory pool for frequent allocations
template<typename T>
class MemoryPool {
private:
    std::vector<T> pool;
    std::vector<T*> free_list;
    size_t pool_size;

public:
    MemoryPool(size_t size) : pool_size(size) {
        pool.resize(pool_size);
        for (size_t i = 0; i < pool_size; ++i) {
            free_list.push_back(&pool[i]);
        }
    }

    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;

    T* allocate() {
        if (free_list.empty()) {
            throw std::runtime_error("Pool exhausted");
        }
        T* ptr = free_list.back();
        free_list.pop_back();
        return ptr;
    }

    void deallocate(T* ptr) {
        const bool ours = std::any_of(pool.begin(), pool.end(), [ptr](T& it) { return &it == ptr; });
        if (!ours || std::find(free_list.begin(), free_list.end(), ptr) != free_list.end()) {
            throw std::invalid_argument("not in use in this pool");
        }
        *ptr = T();
        free_list.push_back(ptr);
    }
};
