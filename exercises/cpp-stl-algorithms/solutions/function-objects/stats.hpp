#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <vector>

inline constexpr auto find_position = [](std::vector<int> numbers,
                                         int value) -> std::optional<std::size_t> {
    std::optional<std::size_t> found;
    for (std::size_t i = numbers.size(); i-- > 0;)
        if (numbers[i] == value) found = i;
    return found;
};

struct Summing {
    long operator()(const std::vector<int>& numbers) const {
        return std::accumulate(numbers.begin(), numbers.end(), 0L);
    }
    long double operator()(const std::vector<double>& numbers) const {
        return std::accumulate(numbers.begin(), numbers.end(), 0.0L);
    }
};
inline constexpr Summing sum;

inline constexpr auto double_all = [](const std::vector<int>& numbers) {
    std::vector<long> doubled(numbers.begin(), numbers.end());
    for (long& number : doubled) number += number;
    return doubled;
};
