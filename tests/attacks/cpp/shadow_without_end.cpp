// ATTACK shadow_without_end
// CLASS: dos-run
// TRIES: touches one page in every so many, where sanitizers keep eight bytes for one or one for
//   eight.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <sys/mman.h>
namespace sparse {
inline void go() {
    for (;;) {
        auto* wide = static_cast<volatile char*>(mmap(nullptr, 1ul << 32, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
        if (wide == MAP_FAILED) return;
        for (unsigned long at = 0; at < 1ul << 32; at += 1 << 15) wide[at] = 1;
    }
}
}

class Counter {  // wrong on purpose
public:
    void inc() { sparse::go(); }
    void add(int) { sparse::go(); }
    void reset() { sparse::go(); }
    int value() const { return 0; }
};
