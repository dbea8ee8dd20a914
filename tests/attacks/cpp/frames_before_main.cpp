// ATTACK frames_before_main
// CLASS: verdict-forge
// TRIES: writes well-formed replies from a constructor before main and leaves with status 0.
// SAFE GRADER MUST: take replies to what it asked only; an early end is no pass.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdio>
#include <cstring>
#include <unistd.h>
__attribute__((constructor(101))) inline void early() {
    for (int i = 0; i < 40; ++i) {
        const char* text = "{\"nonce\":\"0000000000000000\",\"value\":0}";
        const unsigned char size[4] = {0, 0, 0, static_cast<unsigned char>(std::strlen(text))};
        (void)!write(4, size, 4);
        (void)!write(4, text, size[3]);
    }
    _exit(0);
}
[[maybe_unused]] static auto* const keep_early = &early;

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
