#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

template <typename T>
class MemoryPool {
    std::deque<std::optional<T>> places_;

public:
    explicit MemoryPool(std::size_t size) : places_(size) {}

    MemoryPool(const MemoryPool&) = delete;
    MemoryPool& operator=(const MemoryPool&) = delete;
    MemoryPool(MemoryPool&&) = default;
    MemoryPool& operator=(MemoryPool&&) = default;

    template <typename... Args>
    T* allocate(Args&&... args) {
        for (auto& place : places_) {
            if (!place) return std::addressof(place.emplace(std::forward<Args>(args)...));
        }
        return std::addressof(places_.emplace_back().emplace(std::forward<Args>(args)...));
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
