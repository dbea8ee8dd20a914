#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

class Resource {
private:
    int* data_ = nullptr;
    size_t size_ = 0;

public:
    explicit Resource(size_t size) {
        data_ = new int[size]{};
        size_ = size;
    }

    // Copy constructor (expensive)
    Resource(const Resource& other) : size_(other.size_) {
        data_ = new int[size_];
        std::copy(other.data_, other.data_ + size_, data_);
    }

    Resource& operator=(const Resource& other) {
        if (this == &other) return *this;
        delete[] data_;
        size_ = other.size_;
        data_ = new int[size_];
        std::copy(other.data_, other.data_ + size_, data_);
        return *this;
    }

    // Move constructor (cheap)
    Resource(Resource&& other) noexcept : data_(other.data_), size_(other.size_) {
        other.data_ = nullptr;
        other.size_ = 0;
    }

    Resource& operator=(Resource&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        return *this;
    }

    virtual ~Resource() { delete[] data_; }

    size_t size() const { return size_; }
    int* data() { return data_; }
    const int* data() const { return data_; }
};

inline Resource createResource() {
    return Resource(1000);
}
