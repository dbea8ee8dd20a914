// What each function says about given numbers. Nothing is judged here.

#include <grader/scenario.hpp>

#include "stats.hpp"

namespace watching {

template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;

using Found = std::remove_cvref_t<decltype(find_position(std::declval<std::vector<int>&>(), 1))>;
static_assert(is_optional<Found>,
              "find_position has to return a std::optional<std::size_t>");

// A number of whatever type, as the grader can carry it.
template <class T>
auto plain(T value) {
    if constexpr (std::is_floating_point_v<T>)
        return static_cast<double>(value);
    else if constexpr (std::is_integral_v<T>)
        return value;
    else
        return static_cast<std::int64_t>(value);
}

std::optional<std::uint64_t> find(std::vector<int>& numbers, int value) {
    const auto found = find_position(numbers, value);
    if (!found) return std::nullopt;
    return static_cast<std::uint64_t>(*found);
}

template <class Vector>
constexpr bool finds_in = requires(Vector& numbers) { find_position(numbers, 1); };

}  // namespace watching

SCENARIO(position)(std::vector<int> numbers, int value) {
    return watching::find(numbers, value);
}

SCENARIO(after_the_search)(std::vector<int> numbers, int value) {
    watching::find(numbers, value);
    return numbers;
}

SCENARIO(takes_const)() { return watching::finds_in<const std::vector<int>>; }

SCENARIO(sum_of_ints)(std::vector<int> numbers) {
    const std::vector<int> given = std::move(numbers);
    return watching::plain(sum(given));
}

SCENARIO(sum_of_many)(int value, int count) {
    const std::vector<int> given(count, value);
    return watching::plain(sum(given));
}

SCENARIO(sum_of_doubles)(std::vector<double> numbers) {
    const std::vector<double> given = std::move(numbers);
    return watching::plain(sum(given));
}

SCENARIO(doubled)(std::vector<int> numbers) {
    const std::vector<int> given = std::move(numbers);
    auto doubled = double_all(given);
    using Element = std::remove_cvref_t<decltype(*doubled.begin())>;
    std::vector<decltype(watching::plain(Element()))> values;
    for (const auto& value : doubled) values.push_back(watching::plain<Element>(value));
    return values;
}
