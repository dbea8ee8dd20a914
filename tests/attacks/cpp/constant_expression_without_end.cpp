// ATTACK constant_expression_without_end
// CLASS: dos-compile
// TRIES: computes for ever while it is compiled.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
constexpr long spin(int depth) {
    long sum = 0;
    for (long i = 0; i < 250000; ++i) sum += i % 7;
    return depth ? spin(depth - 1) + spin(depth - 1) : sum;
}
template <int N> constexpr long wheel = spin(20 + N % 2) + wheel<N - 1>;
template <> constexpr long wheel<0> = 0;
static_assert(wheel<200> != 1);

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
