// ATTACK memory_without_end
// CLASS: dos-run
// TRIES: touches new memory as fast as it can, in several threads.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <thread>
namespace eating {
inline void eat() {
    for (int i = 0; i < 4096; ++i) {
        void* more = mmap(nullptr, 1 << 22, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (more != MAP_FAILED) std::memset(more, 1, 1 << 22);
    }
}
inline void go() {
    std::thread other(&eat);
    eat();
    other.join();
}
}

class Counter {  // wrong on purpose
public:
    void inc() { eating::go(); }
    void add(int) { eating::go(); }
    void reset() { eating::go(); }
    int value() const { return 0; }
};
