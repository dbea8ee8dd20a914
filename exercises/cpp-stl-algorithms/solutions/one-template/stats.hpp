#ifndef STATS_HPP
#define STATS_HPP

#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <type_traits>
#include <vector>
#include <algorithm>

template <typename T>
using wide = std::conditional_t<std::is_integral_v<T>, long long, T>;

template <typename T>
std::optional<std::size_t> find_position(const std::vector<T>& numbers, const T& value) {
    auto it = std::find(std::begin(numbers), std::end(numbers), value);
    return it == std::end(numbers) ? std::nullopt : std::optional<std::size_t>(it - begin(numbers));
}

template <typename T>
wide<T> sum(const std::vector<T>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), wide<T>{});
}

template <typename T>
std::vector<wide<T>> double_all(const std::vector<T>& numbers) {
    std::vector<wide<T>> doubled;
    doubled.reserve(numbers.size());
    std::transform(numbers.begin(), numbers.end(), std::back_inserter(doubled),
                   [](T x) { return wide<T>{x} * 2; });
    return doubled;
}

#endif
