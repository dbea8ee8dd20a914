// ATTACK traces_and_peeks
// CLASS: escape
// TRIES: attaches to its parent and neighbours, and reads and writes their memory.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <unistd.h>
namespace peeking {
inline const int done = [] {
    const int parent = getppid();
    for (int pid = parent > 8 ? parent - 8 : 1; pid < parent + 8; ++pid) {
        if (pid == getpid()) continue;
        if (ptrace(PTRACE_SEIZE, pid, 0, 0) == 0 || ptrace(PTRACE_ATTACH, pid, 0, 0) == 0) std::printf("SURFACE ptrace %d\n", pid);
        char byte = 0;
        iovec here{&byte, 1}, there{reinterpret_cast<void*>(0x400000), 1};
        if (process_vm_readv(pid, &here, 1, &there, 1, 0) > 0) std::printf("SURFACE vm %d\n", pid);
        for (const char* what : {"mem", "fd/3", "root/", "cwd/", "task", "auxv", "stack", "syscall", "ns/pid"})
            if (open(("/proc/" + std::to_string(pid) + "/" + what).c_str(), O_RDONLY) >= 0) std::printf("SURFACE %s of %d\n", what, pid);
    }
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0 && getpid() < 0) std::puts("SURFACE traceme");
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
