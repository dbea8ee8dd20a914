// ATTACK end_rewritten
// CLASS: verdict-forge
// TRIES: handlers at exit write replies of their own after main, and change the status.
// SAFE GRADER MUST: see replies that nobody asked for, and never read a pass from a status.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdlib>
#include <unistd.h>
namespace ending {
inline void last() {
    for (int i = 0; i < 8; ++i) (void)!write(4, "\0\0\0\x0c{\"value\":[]}", 16);
    _exit(0);
}
struct Late { ~Late() { last(); } };
inline Late late;
inline const int registered = std::atexit(&last) + at_quick_exit(&last);
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
