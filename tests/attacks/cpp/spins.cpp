// ATTACK spins
// CLASS: dos-run
// TRIES: spins in every thread it can have, with signals blocked and limits raised.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <pthread.h>
#include <sys/resource.h>
namespace spinning {
inline void* spin(void*) { for (volatile long i = 0;; i = i + 1) {} }
inline void go() {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, nullptr);
    const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &endless);
    for (int i = 0; i < 8; ++i) { pthread_t thread; pthread_create(&thread, nullptr, &spin, nullptr); }
    spin(nullptr);
}
}

class Counter {  // wrong on purpose
public:
    void inc() { spinning::go(); }
    void add(int) { spinning::go(); }
    void reset() { spinning::go(); }
    int value() const { return 0; }
};
