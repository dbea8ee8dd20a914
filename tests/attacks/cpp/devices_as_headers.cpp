// ATTACK devices_as_headers
// CLASS: dos-compile
// TRIES: includes devices that never end.
// SAFE GRADER MUST: end the compiler at its limits, call it a failure and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include "/dev/zero"
#include "/dev/urandom"
#include "/dev/full"

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
