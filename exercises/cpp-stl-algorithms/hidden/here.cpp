// One of two source files that include the header and use all of it.

#include <grader/scenario.hpp>

#include "stats.hpp"

SCENARIO(use_here)() {
    std::vector<int> numbers{3, 1, 2};
    const std::vector<double> halves{0.5, 0.25};
    return static_cast<double>(find_position(numbers, 1).has_value()) +
           static_cast<double>(sum(numbers)) + static_cast<double>(sum(halves)) +
           static_cast<double>(double_all(numbers).size());
}
