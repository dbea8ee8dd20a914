// A first try of memory_pool.hpp. Put this file next to it and build it with
//
//     g++ -std=c++20 -Wall -Wextra -g -fsanitize=address,undefined example.cpp -o example
//     ./example

#include "memory_pool.hpp"

#include <exception>
#include <iostream>
#include <string>

int failures = 0;

void expect(bool holds, const char* what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << '\n';
    if (!holds) ++failures;
}

template <class Action>
bool throws(Action action) {
    try {
        action();
    } catch (const std::exception&) {
        return true;
    }
    return false;
}

int main() {
    MemoryPool<std::string> pool(2);
    std::string* first = pool.allocate();
    std::string* second = pool.allocate();
    expect(first != second, "two objects have two places");
    expect(throws([&] { static_cast<void>(pool.allocate()); }), "a full pool throws");

    *first = "secret";
    pool.deallocate(first);
    expect(throws([&] { pool.deallocate(first); }), "what was given back twice is refused");

    std::string third = "mine";
    expect(throws([&] { pool.deallocate(&third); }), "a local variable is refused");

    std::string* again = pool.allocate();
    expect(again->empty(), "a new object is new");

    return failures == 0 ? 0 : 1;
}
