// ATTACK template_explosion
// CLASS: dos-compile
// TRIES: needs exponentially many instantiations of modest depth.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
template <int N, class... T> struct Tree {
    using Left = typename Tree<N - 1, T..., int>::Type;
    using Right = typename Tree<N - 1, T..., char>::Type;
    struct Type { Left left; Right right; };
};
template <class... T> struct Tree<0, T...> { struct Type { char c; }; };
inline Tree<24>::Type tree;

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
