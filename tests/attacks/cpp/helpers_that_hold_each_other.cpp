// ATTACK helpers_that_hold_each_other
// CLASS: dos-run
// TRIES: leaves helpers behind that trace each other's threads, so that none can end before the
//   other and whoever waits for one waits for ever.
// SAFE GRADER MUST: end all of them together, wait for none in vain, and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
namespace holding {
inline char stacks[3][1 << 14];
inline volatile int thread_of_first = 0, held = 0;
inline int rest(void*) {
    thread_of_first = static_cast<int>(syscall(SYS_gettid));
    for (;;) syscall(SYS_pause);
}
inline int first(void*) {
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
    clone(&rest, stacks[2] + sizeof stacks[2], CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD, nullptr);
    for (;;) syscall(SYS_pause);
}
inline int second(void*) {
    while (!thread_of_first) syscall(SYS_sched_yield);
    held = ptrace(PTRACE_ATTACH, thread_of_first, 0, 0) == 0 ? 1 : -1;
    for (;;) syscall(SYS_pause);
}
inline void hold() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static const bool done = [] {
        clone(&first, stacks[0] + sizeof stacks[0], CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_UNTRACED, nullptr);
        clone(&second, stacks[1] + sizeof stacks[1], CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_UNTRACED, nullptr);
        for (int i = 0; i < 1000 && !held; ++i) usleep(500);
        if (held == 1) (void)!write(1, "held\n", 5);
        return true;
    }();
    (void)done;
#endif
}
}

class Counter {  // wrong on purpose
public:
    Counter() { holding::hold(); }
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 0; }
};
