// ATTACK nested_without_end
// CLASS: dos-compile
// TRIES: nests expressions and lambdas so deeply that the compiler's stack may overflow.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#define N1(x) ((((((((((((((((x))))))))))))))))
#define N2(x) N1(N1(N1(N1(N1(N1(N1(N1(x))))))))
#define N3(x) N2(N2(N2(N2(N2(N2(N2(N2(x))))))))
#define N4(x) N3(N3(N3(N3(N3(N3(N3(N3(x))))))))
inline int nested = N4(N4(N4(N4(1))));

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
