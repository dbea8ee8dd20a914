// ATTACK executes_tools
// CLASS: escape
// TRIES: starts shells, interpreters, compilers and itself in every way there is.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <cstdlib>
#include <spawn.h>
#include <unistd.h>
namespace starting {
inline const int done = [] {
    for (const char* line : {"echo EXEC-OK", "/bin/sh -c 'touch /tmp/pwned_by_shell'", "python3 -c 'print(\"EXEC-OK\")'"}) {
        if (std::system(line) == 0) std::puts("EXEC-OK system");
        if (FILE* pipe = popen(line, "r")) pclose(pipe);
    }
    char* const arguments[] = {const_cast<char*>("touch"), const_cast<char*>("/tmp/pwned_by_spawn"), nullptr};
    pid_t pid = 0;
    if (posix_spawn(&pid, "/usr/bin/touch", nullptr, nullptr, arguments, nullptr) == 0) std::puts("EXEC-OK spawn");
    if (vfork() == 0) _exit(0);
    for (const char* path : {"/bin/sh", "/bin/busybox", "/usr/bin/env", "/usr/bin/su", "/bin/mount", "/proc/self/exe",
                             "/lib64/ld-linux-x86-64.so.2", "/usr/lib/ld-linux-aarch64.so.1"})
        execv(path, arguments);
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
