// ATTACK constant_memory
// CLASS: dos-compile
// TRIES: allocates in constant expressions until memory is gone.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <array>
template <unsigned long N> struct Big {
    constexpr Big() : all() { for (auto& one : all) one = this - this + N; }
    std::array<unsigned long, 40000000> all;
};
constexpr Big<1> big_one;
constexpr auto big_two = big_one;
static_assert(big_two.all[39999999] == 1);

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
