#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

class Resource {
private:
    std::size_t size_;
    int* data_;

public:
    explicit Resource(std::size_t size) : size_(size), data_(new int[size]()) {}

    Resource(const Resource& other) : Resource(other.size_) {
        std::copy(other.data_, other.data_ + size_, data_);
    }

    Resource(Resource&& other) noexcept : Resource(0) { swap(*this, other); }

    Resource& operator=(Resource other) noexcept {
        swap(*this, other);
        return *this;
    }

    ~Resource() { delete[] data_; }

    friend void swap(Resource& a, Resource& b) noexcept {
        std::swap(a.size_, b.size_);
        std::swap(a.data_, b.data_);
    }

    std::size_t size() const noexcept { return size_; }
    int* data() noexcept { return data_; }
    const int* data() const noexcept { return data_; }
};

inline Resource createResource() {
    return Resource(1000);
}
