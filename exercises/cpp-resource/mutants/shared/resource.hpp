#pragma once

#include <cstddef>
#include <memory>
#include <vector>

class Resource {
public:
    explicit Resource(std::size_t size) : samples_(std::make_shared<std::vector<int>>(size)) {}

    std::size_t size() const { return samples_ ? samples_->size() : 0; }
    int* data() { return samples_ ? samples_->data() : nullptr; }
    const int* data() const { return samples_ ? samples_->data() : nullptr; }

private:
    std::shared_ptr<std::vector<int>> samples_;
};

inline Resource createResource() {
    return Resource(1000);
}
