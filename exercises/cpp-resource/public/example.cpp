// A first try of resource.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -g -fsanitize=address,undefined example.cpp -o example
//     ./example
//
// The sanitizers tell on standard error about memory that is lost or used wrongly.

#include "resource.hpp"

#include <iostream>
#include <utility>
#include <vector>

int failures = 0;

void expect(bool holds, const char* what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << '\n';
    if (!holds) ++failures;
}

int main() {
    Resource first(4);
    expect(first.size() == 4 && first.data()[3] == 0, "four samples, all 0");

    Resource copy = first;
    copy.data()[0] = 7;
    expect(first.data()[0] == 0, "a copy shares nothing with the original");

    first = copy;
    expect(first.data()[0] == 7 && first.data() != copy.data(), "an assignment copies as well");

    const int* const samples = first.data();
    Resource second(0);
    second = std::move(first);
    expect(second.data() == samples && second.size() == 4, "a move hands over the array");

    std::vector<Resource> history;
    for (std::size_t n = 0; n < 10; ++n) history.push_back(Resource(n));
    history.erase(history.begin());
    expect(history.size() == 9 && history[8].size() == 9, "resources in a vector");

    return failures == 0 ? 0 : 1;
}
