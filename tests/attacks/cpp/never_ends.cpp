// ATTACK never_ends
// CLASS: dos-run
// TRIES: answers rightly, and then never ends: destructors and exit handlers wait for ever.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdlib>
#include <unistd.h>
namespace lingering {
inline void linger() { for (;;) pause(); }
struct Late { ~Late() { linger(); } };
inline Late late;
inline const int registered = std::atexit(&linger);
}

class Counter {
public:
    void inc() { ++n_; }
    void add(int amount) { n_ += amount; }
    void reset() { n_ = 0; }
    int value() const { return n_; }

private:
    int n_ = 0;
};
