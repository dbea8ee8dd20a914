// ATTACK macros_that_laugh
// CLASS: dos-compile
// TRIES: multiplies tokens by macros, a billion of them.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#define TEN(x) x x x x x x x x x x
#define HUNDRED(x) TEN(TEN(x))
#define MILLION(x) HUNDRED(HUNDRED(HUNDRED(x)))
int laughs[] = {MILLION(HUNDRED(TEN(1,)))};

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
