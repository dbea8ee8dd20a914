// ATTACK errors_without_end
// CLASS: dos-compile
// TRIES: makes errors whose messages are as long and as many as can be.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
template <class... T> struct List {};
template <class A, class B> struct Pair { using type = Pair<Pair<A, B>, Pair<B, A>>; };
template <int N> struct Grow { using type = typename Pair<typename Grow<N - 1>::type, List<typename Grow<N - 1>::type>>::type; };
template <> struct Grow<0> { using type = int; };
template <class T> struct Fail { static_assert(sizeof(T) == 0, "too long"); typename T::none none; };
inline Fail<Grow<7>::type> fail_one;
inline Fail<List<Grow<7>::type>> fail_two;
#pragma GCC diagnostic error "-Wall"
#error one
#error two

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
