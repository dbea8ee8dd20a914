// ATTACK output_without_end
// CLASS: dos-run
// TRIES: floods standard output and error.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <string>
#include <unistd.h>
namespace flooding {
inline void go() {
    const std::string much(1 << 16, '<');
    for (;;) {
        if (write(1, much.data(), much.size()) < 0 && write(2, much.data(), much.size()) < 0) return;
        (void)!write(2, much.data(), much.size());
    }
}
}

class Counter {  // wrong on purpose
public:
    void inc() { flooding::go(); }
    void add(int) { flooding::go(); }
    void reset() { flooding::go(); }
    int value() const { return 0; }
};
