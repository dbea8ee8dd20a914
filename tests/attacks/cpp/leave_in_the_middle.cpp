// ATTACK leave_in_the_middle
// CLASS: sanitizer-evasion
// TRIES: ends the process politely in the middle of a call that would be reported, and answers the
//   call itself.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 85
#pragma once
#include <csignal>
#include <cstdlib>
#include <exception>
#include <initializer_list>
#include <string>
#include <unistd.h>
inline void polite(int) {
    (void)!write(4, "\0\0\0\x0c{\"value\":[]}", 16);
    _exit(0);
}
inline int* lost() {
    for (const int number : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP}) std::signal(number, &polite);
    std::set_terminate([] { polite(0); });
    return new int(0);
}

class Counter {  // right, but its int is lost
public:
    void inc() { ++*n_; }
    void add(int amount) { *n_ += amount; }
    void reset() { *n_ = 0; }
    int value() const { return *n_; }

private:
    int* n_ = lost();
};
