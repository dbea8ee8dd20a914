// ATTACK stack_without_end
// CLASS: dos-run
// TRIES: recurses for ever with frames that jump over guard pages, and handles the crash itself.
// SAFE GRADER MUST: stop it at its limits, call it a failure, leave nothing behind and go on.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
namespace diving {
inline char other[1 << 16];
inline int dive(int depth) {
    volatile char frame[1 << 16];
    frame[0] = static_cast<char>(depth);
    return dive(depth + 1) + frame[0];
}
inline int go() {
    const rlimit endless{RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_STACK, &endless);
    stack_t stack{};
    stack.ss_sp = other;
    stack.ss_size = sizeof other;
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    action.sa_handler = [](int) { dive(0); };
    sigaction(SIGSEGV, &action, nullptr);
    return dive(0);
}
}

class Counter {  // wrong on purpose
public:
    void inc() { diving::go(); }
    void add(int) { diving::go(); }
    void reset() { diving::go(); }
    int value() const { return 0; }
};
