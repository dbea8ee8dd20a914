#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

class Resource {
public:
    Resource(std::size_t size) : size_(size), data_(std::make_unique<int[]>(size)) {}

    Resource(const Resource& other) : Resource(other.size_) {
        std::copy_n(other.data_.get(), size_, data_.get());
    }

    Resource& operator=(const Resource& other) {
        if (this != &other) {
            *this = Resource(other);
        }
        return *this;
    }

    Resource(Resource&& other) noexcept
        : size_(std::exchange(other.size_, 0)), data_(std::move(other.data_)) {}

    Resource& operator=(Resource&& other) noexcept {
        data_ = std::move(other.data_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    ~Resource() = default;

    std::size_t size() const { return size_; }
    int* data() { return data_.get(); }
    const int* data() const { return data_.get(); }

private:
    std::size_t size_;
    std::unique_ptr<int[]> data_;
};
