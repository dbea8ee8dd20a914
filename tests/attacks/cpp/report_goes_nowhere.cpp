// ATTACK report_goes_nowhere
// CLASS: sanitizer-evasion
// TRIES: closes and redirects the error stream as soon as a counter is made, so that a report is
//   lost.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 85
#pragma once
#include <unistd.h>
inline int* lost() {
    dup2(1, 2);
    close(1);
    close(2);
    return new int(0);
}

class Counter {  // right, but its int is lost
public:
    void inc() { ++*n_; }
    void add(int amount) { *n_ += amount; }
    void reset() { *n_ = 0; }
    int value() const { return *n_; }

private:
    int* n_ = lost();
};
