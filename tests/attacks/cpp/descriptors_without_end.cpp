// ATTACK descriptors_without_end
// CLASS: dos-run
// TRIES: opens descriptors, pipes, timers and pollers until there are no more.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>
namespace hoarding {
inline const int done = [] {
    for (int i = 0; i < 100000; ++i) {
        int ends[2];
        timer_t timer;
        if (pipe(ends) == 0) fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
        const bool more = epoll_create1(0) >= 0 || eventfd(0, 0) >= 0 || timer_create(CLOCK_MONOTONIC, nullptr, &timer) == 0 ||
                          mmap(nullptr, 4096, i % 2 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
        if (!more) break;
    }
    return 0;
}();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
