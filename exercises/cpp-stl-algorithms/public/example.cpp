// A first try of stats.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -g -fsanitize=address,undefined example.cpp -o example
//     ./example

#include "stats.hpp"

#include <iostream>
#include <vector>

int failures = 0;

void expect(bool holds, const char* what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << '\n';
    if (!holds) ++failures;
}

int main() {
    std::vector<int> numbers = {5, 2, 8, 1, 9};

    const std::vector<int> large = {2'000'000'000, 2'000'000'000};
    const std::vector<double> litres = {0.5, 0.5, 0.75};

    const auto position = find_position(numbers, 8);
    expect(position && *position == 2, "8 is at position 2 of 5 2 8 1 9");
    expect(!find_position(numbers, 7), "7 is not there");
    expect(numbers == std::vector<int>{5, 2, 8, 1, 9}, "the numbers are as they were");

    expect(sum(numbers) == 25, "5 + 2 + 8 + 1 + 9 = 25");
    expect(sum(litres) == 1.75, "0.5 + 0.5 + 0.75 = 1.75");
    expect(sum(large) == 4'000'000'000,
           "2,000,000,000 + 2,000,000,000 = 4,000,000,000");

    const auto doubled = double_all(large);
    expect(doubled.size() == 2 && doubled[0] == 4'000'000'000 && doubled[1] == 4'000'000'000,
           "2,000,000,000, doubled");

    return failures == 0 ? 0 : 1;
}
