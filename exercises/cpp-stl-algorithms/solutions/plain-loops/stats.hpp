#pragma once

#include <cstddef>
#include <optional>
#include <vector>

inline std::optional<std::size_t> find_position(const std::vector<int>& numbers, int value) {
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] == value) return i;
    return {};
}

inline long long sum(const std::vector<int>& numbers) {
    long long total = 0;
    for (int number : numbers) total += number;
    return total;
}

// Rounding errors are carried along and made good (Neumaier).
inline double sum(const std::vector<double>& numbers) {
    double total = 0, lost = 0;
    for (double number : numbers) {
        const double next = total + number;
        const bool smaller = (total < 0 ? -total : total) < (number < 0 ? -number : number);
        lost += smaller ? (number - next) + total : (total - next) + number;
        total = next;
    }
    return total + lost;
}

inline std::vector<long long> double_all(const std::vector<int>& numbers) {
    std::vector<long long> doubled;
    for (int number : numbers) doubled.push_back(2LL * number);
    return doubled;
}
