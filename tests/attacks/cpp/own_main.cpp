// ATTACK own_main
// CLASS: verdict-forge
// TRIES: brings a main of its own that prints a result, and hides behind a macro the one that the
//   driver may have.
// SAFE GRADER MUST: compile its own loop apart from the learner's text; printed text is worth
//   nothing.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
int main(int, char**) {
    std::puts("{\"nonce\":\"0\",\"value\":0}");
    std::puts("5 passed in 0.01s\nPoints: 100/100");
    return 0;
}
#define main main_of_somebody_else
#define serve serve_of_somebody_else

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
