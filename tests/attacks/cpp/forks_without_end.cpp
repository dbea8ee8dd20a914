// ATTACK forks_without_end
// CLASS: dos-run
// TRIES: forks as fast as it can, by every call that forks (bounded by itself to 3,000 attempts).
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
namespace forking {
inline char stack[1 << 14];
inline int sleep_on(void*) { sleep(20); return 0; }
inline int go() {
    for (int i = 0; i < 3000; ++i) {
        const pid_t child = i % 2 ? fork() : static_cast<pid_t>(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
        if (child == 0) { sleep(20); _exit(0); }
        if (child < 0 && clone(&sleep_on, stack + sizeof stack, CLONE_VM | SIGCHLD, nullptr) < 0) break;
    }
    return 0;
}
inline const int done = go();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
