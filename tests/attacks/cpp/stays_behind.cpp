// ATTACK stays_behind
// CLASS: escape
// TRIES: tries to leave a process or thread that lives on: forks, helpers that share memory, a new
//   session.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
namespace staying {
inline char stacks[4][1 << 14];
inline int wait_for_ever(void*) {
    for (;;) pause();
}
inline const int done = [] {
    setsid();
    setpgid(0, 0);
    daemon(0, 0);
    if (fork() == 0) for (;;) pause();
    if (syscall(SYS_fork) == 0) for (;;) pause();
    const int ways[] = {CLONE_VM | SIGCHLD, CLONE_VM | CLONE_PARENT, CLONE_VM | CLONE_PARENT | CLONE_UNTRACED, CLONE_VM | CLONE_FILES};
    for (int i = 0; i < 4; ++i) clone(&wait_for_ever, stacks[i] + sizeof stacks[i], ways[i], nullptr);
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
