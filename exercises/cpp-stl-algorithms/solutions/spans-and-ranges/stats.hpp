#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <vector>

namespace stats {

template <std::floating_point T>
long double widest(T);
template <std::integral T>
std::int64_t widest(T);

}  // namespace stats

inline auto find_position(std::span<const int> numbers, int value) -> std::optional<std::size_t> {
    if (const auto it = std::ranges::find(numbers, value); it != numbers.end())
        return std::ranges::distance(numbers.begin(), it);
    return std::nullopt;
}

template <std::ranges::input_range Numbers>
constexpr auto sum(const Numbers& numbers) {
    using Sum = decltype(stats::widest(*std::ranges::begin(numbers)));
    return std::reduce(numbers.begin(), numbers.end(), Sum{}, std::plus<Sum>{});
}

inline auto double_all(std::span<const int> numbers) {
    auto twice = numbers | std::views::transform([](int x) { return std::int64_t{x} * 2; });
    return std::vector<std::int64_t>(twice.begin(), twice.end());
}
