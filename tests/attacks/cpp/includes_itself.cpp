// ATTACK includes_itself
// CLASS: dos-compile
// TRIES: includes itself again and again, with a message each time.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#warning again
#include "solution.hpp"
#include "solution.hpp"

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
