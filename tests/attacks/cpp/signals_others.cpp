// ATTACK signals_others
// CLASS: escape
// TRIES: sends signals to its parent, its group, everybody, and by every call that can.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
namespace killing {
inline const int done = [] {
    const int parent = getppid(), self = getpid();
    for (int pid : {parent, -1, -parent, 1, self - 1, self + 1, parent - 1, parent + 1}) {
        if (!kill(pid, 0) || !kill(pid, SIGCONT)) std::printf("KILL-POSSIBLE %d\n", pid);
        sigval nothing{};
        if (!sigqueue(pid, SIGCONT, nothing)) std::printf("KILL-POSSIBLE queue %d\n", pid);
        if (!syscall(SYS_tgkill, pid, pid, SIGCONT) || !syscall(SYS_tkill, pid, SIGCONT)) std::printf("KILL-POSSIBLE t %d\n", pid);
        const long handle = syscall(SYS_pidfd_open, pid, 0);
        if (handle >= 0) std::printf("KILL-POSSIBLE handle %d\n", pid);
        // what a sacrificed box can do is seen above; nothing worse is sent
    }
    fcntl(4, F_SETOWN, parent);
    fcntl(4, F_SETSIG, SIGCONT);
    fcntl(3, F_SETOWN, -parent);
    if (!killpg(0, SIGCONT)) std::puts("KILL-POSSIBLE group");
    std::fflush(stdout);
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
