// ATTACK replies_without_end
// CLASS: dos-run
// TRIES: floods the channel of replies with frames, and with a frame that never ends.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <string>
#include <unistd.h>
namespace replying {
inline void go() {
    const std::string nested(900000, '[');
    const char head[4] = {0, 0x0d, static_cast<char>(0xbb), static_cast<char>(0xa0)};
    for (;;) {
        if (write(4, head, 4) < 0) return;
        if (write(4, nested.data(), nested.size()) < 0) return;
    }
}
}

class Counter {  // wrong on purpose
public:
    void inc() { replying::go(); }
    void add(int) { replying::go(); }
    void reset() { replying::go(); }
    int value() const { return 0; }
};
