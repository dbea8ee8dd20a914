#pragma once

#include <cstddef>
#include <vector>

class Resource {
public:
    explicit Resource(std::size_t size) : samples_(size) {}

    std::size_t size() const { return samples_.size(); }
    int* data() { return samples_.data(); }
    const int* data() const { return samples_.data(); }

private:
    std::vector<int> samples_;
};

inline Resource createResource() {
    return Resource(1000);
}
