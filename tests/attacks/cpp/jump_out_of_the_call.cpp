// ATTACK jump_out_of_the_call
// CLASS: verdict-forge
// TRIES: saves a context before main and jumps back to it from value(), or ends the thread that
//   asked.
// SAFE GRADER MUST: fail a call that does not return.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <csetjmp>
#include <pthread.h>
#include <unistd.h>
namespace jumping {
inline jmp_buf before_main;
inline int rounds = 0;
__attribute__((constructor)) inline void save() {
    if (setjmp(before_main) && ++rounds > 2) _exit(0);
}
[[maybe_unused]] static auto* const keep_save = &save;
}
class Counter {  // wrong on purpose
public:
    void inc() { pthread_exit(nullptr); }
    void add(int) { std::longjmp(jumping::before_main, 1); }
    void reset() {}
    int value() const { return 0; }
};
