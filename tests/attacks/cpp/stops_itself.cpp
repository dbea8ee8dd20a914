// ATTACK stops_itself
// CLASS: dos-run
// TRIES: stops itself by a signal, and waits for a debugger that does not come.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <sys/ptrace.h>
#include <unistd.h>
inline void halt() {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    kill(getpid(), SIGTSTP);
    raise(SIGTTIN);
    for (;;) pause();
}

class Counter {  // wrong on purpose
public:
    void inc() { halt(); }
    void add(int) { halt(); }
    void reset() { halt(); }
    int value() const { return 0; }
};
