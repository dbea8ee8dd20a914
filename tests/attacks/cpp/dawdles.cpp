// ATTACK dawdles
// CLASS: dos-run
// TRIES: takes a little less than the time that a call may take, at every call.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: contained
// AT-MOST: 100
#pragma once
#include <ctime>
class Counter {  // right, and slow
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const {
        const timespec nap{0, 900000000};
        nanosleep(&nap, nullptr);
        return n_;
    }

private:
    int n_ = 0;
};
