#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct PoolError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class T>
class MemoryPool {
    struct Raw {
        alignas(T) char bytes[sizeof(T)];
    };
    struct EndOfLife {
        void operator()(T* object) const { object->~T(); }
    };

    std::unique_ptr<Raw[]> memory;
    std::vector<void*> idle;
    std::vector<std::unique_ptr<T, EndOfLife>> busy;  // goes first, while memory is there

public:
    explicit MemoryPool(std::size_t places) : memory(std::make_unique<Raw[]>(places)) {
        busy.reserve(places);
        for (std::size_t i = 0; i != places; ++i) idle.push_back(memory[i].bytes);
    }

    MemoryPool(const MemoryPool&) = delete;
    void operator=(const MemoryPool&) = delete;

    template <class... Arguments>
    T* allocate(Arguments&&... arguments) {
        if (idle.empty()) throw PoolError(std::string("all places are taken"));
        busy.emplace_back(new (idle.back()) T(std::forward<Arguments>(arguments)...));
        idle.pop_back();
        return busy.back().get();
    }

    void deallocate(T* object) {
        auto it = std::find_if(busy.begin(), busy.end(),
                               [object](const auto& owner) { return owner.get() == object; });
        if (it == busy.end()) throw PoolError("this is not in use here");
        std::swap(*it, busy.back());
        busy.pop_back();
        idle.push_back(object);
    }
};
