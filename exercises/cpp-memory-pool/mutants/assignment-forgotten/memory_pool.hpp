#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

template <typename T>
class MemoryPool {
    std::vector<std::optional<T>> places_;

public:
    explicit MemoryPool(std::size_t size) : places_(size) {}

    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = default;

    template <typename... Args>
    T* allocate(Args&&... args) {
        for (auto& place : places_) {
            if (!place) return std::addressof(place.emplace(std::forward<Args>(args)...));
        }
        throw std::length_error("the pool is empty");
    }

    void deallocate(T* object) {
        if (object == nullptr) return;
        const auto found = std::find_if(places_.begin(), places_.end(), [=](auto& place) {
            return place && std::addressof(*place) == object;
        });
        if (found == places_.end()) throw std::invalid_argument("no object of this pool");
        found->reset();
    }
};
