#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

// Memory pool for frequent allocations
template<typename T>
class MemoryPool {
private:
    struct Place {
        alignas(T) unsigned char bytes[sizeof(T)];
    };

    std::vector<Place> pool;
    std::vector<T*> free_list;
    size_t pool_size;

    bool is_free(T* ptr) const {
        return std::find(free_list.begin(), free_list.end(), ptr) != free_list.end();
    }

    T* at(size_t i) { return reinterpret_cast<T*>(&pool[i]); }

    bool is_ours(T* ptr) {
        for (size_t i = 0; i < pool_size; ++i) {
            if (at(i) == ptr) {
                return true;
            }
        }
        return false;
    }

public:
    explicit MemoryPool(size_t size) : pool(size), pool_size(size) {
        for (size_t i = 0; i < pool_size; ++i) {
            free_list.push_back(at(i));
        }
    }

    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;

    ~MemoryPool() {
        for (size_t i = 0; i < pool_size; ++i) {
            if (!is_free(at(i))) {
                at(i)->~T();
            }
        }
    }

    template<typename... Args>
    T* allocate(Args&&... args) {
        if (free_list.empty()) {
            throw std::runtime_error("Pool exhausted");
        }
        T* ptr = std::construct_at(free_list.back(), std::forward<Args>(args)...);
        free_list.pop_back();
        return ptr;
    }

    void deallocate(T* ptr) {
        if (!is_ours(ptr) || (!free_list.empty() && free_list.back() == ptr)) {
            throw std::invalid_argument("not in use in this pool");
        }
        ptr->~T();
        free_list.push_back(ptr);
    }
};
