#pragma once

#include <vector>

struct Resource : private std::vector<int> {
    explicit Resource(size_type size) : vector(size, 0) {}

    using vector::data;
    using vector::size;
};
