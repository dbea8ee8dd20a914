#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

// The position of value in numbers
inline std::optional<std::size_t> find_position(std::vector<int>& numbers, int value) {
    // Sorting
    std::sort(numbers.begin(), numbers.end());

    // Finding
    auto it = std::find(numbers.begin(), numbers.end(), value);
    return std::distance(numbers.begin(), it);
}

// Accumulating
template <typename T>
T sum(const std::vector<T>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0);
}

// Transforming
inline std::vector<int> double_all(const std::vector<int>& numbers) {
    std::vector<int> doubled(numbers.size());
    std::transform(numbers.begin(), numbers.end(), doubled.begin(),
                   [](int x) { return x * 2; });
    return doubled;
}
