#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <optional>
#include <vector>

// The position of value in numbers
inline std::optional<std::size_t> find_position(const std::vector<int>& numbers, int value) {
    const auto it = std::find(numbers.begin(), numbers.end(), value);
    if (it == numbers.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(numbers.begin(), it));
}

inline std::int64_t sum(const std::vector<int>& numbers) {
    return static_cast<std::int64_t>(std::accumulate(numbers.begin(), numbers.end(), 0));
}

inline double sum(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

inline std::vector<std::int64_t> double_all(const std::vector<int>& numbers) {
    std::vector<std::int64_t> doubled(numbers.size());
    std::transform(numbers.begin(), numbers.end(), doubled.begin(),
                   [](std::int64_t x) { return x * 2; });
    return doubled;
}
