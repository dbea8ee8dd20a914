#pragma once

class Resource {
private:
    int* data_;
    size_t size_;

public:
    // Copy constructor (expensive)
    Resource(const Resource& other) : size_(other.size_) {
        data_ = new int[size_];
        std::copy(other.data_, other.data_ + size_, data_);
    }

    // Move constructor (cheap)
    Resource(Resource&& other) noexcept : data_(other.data_), size_(other.size_) {
        other.data_ = nullptr;
        other.size_ = 0;
    }

    size_t size() const { return size_; }
    int* data() { return data_; }
    const int* data() const { return data_; }
};

inline Resource createResource() {
    return Resource(1000);  // Move constructor called automatically
}
