#pragma once

#include <cstddef>
#include <vector>

class Resource {
public:
    explicit Resource(std::size_t size) : samples_(size) {}

    Resource(const Resource&) = default;
    Resource(Resource&&) noexcept = default;
    Resource& operator=(Resource&&) noexcept = default;

    Resource& operator=(const Resource& other) {
        if (this != &other) {
            samples_.clear();
            samples_.shrink_to_fit();
            samples_ = other.samples_;
        }
        return *this;
    }

    std::size_t size() const { return samples_.size(); }
    int* data() { return samples_.data(); }
    const int* data() const { return samples_.data(); }

private:
    std::vector<int> samples_;
};

inline Resource createResource() {
    return Resource(1000);
}
