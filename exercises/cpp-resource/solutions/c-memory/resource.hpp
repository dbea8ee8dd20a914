#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

class Resource {
    struct Free {
        void operator()(int* block) const noexcept { std::free(block); }
    };
    using Block = std::unique_ptr<int, Free>;

    static Block zeros(std::size_t size) {
        Block block(static_cast<int*>(std::calloc(size + 1, sizeof(int))));
        if (!block) throw std::bad_alloc();
        return block;
    }

    Block block_;
    std::size_t size_;

public:
    explicit Resource(std::size_t size) : block_(zeros(size)), size_(size) {}

    Resource(const Resource& other) : Resource(other.size_) {
        if (size_ > 0) std::memcpy(block_.get(), other.block_.get(), size_ * sizeof(int));
    }

    Resource(Resource&& other) noexcept
        : block_(std::move(other.block_)), size_(std::exchange(other.size_, 0)) {}

    Resource& operator=(const Resource& other) {
        Resource(other).swap(*this);
        return *this;
    }

    Resource& operator=(Resource&& other) noexcept {
        Resource(std::move(other)).swap(*this);
        return *this;
    }

    void swap(Resource& other) noexcept {
        block_.swap(other.block_);
        std::swap(size_, other.size_);
    }

    auto size() const { return size_; }
    auto data() const -> const int* { return block_.get(); }
    auto data() -> int* { return block_.get(); }
};
