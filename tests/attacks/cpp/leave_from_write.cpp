// ATTACK leave_from_write
// CLASS: sanitizer-evasion
// TRIES: defines write itself, and leaves as soon as the driver's last reply is written.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 85
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
inline std::atomic<bool> armed{false}, over{false};
extern "C" ssize_t write(int fd, const void* data, size_t size) {
    const long put = syscall(SYS_write, fd, data, size);
    if (armed && over && fd == 4) syscall(SYS_exit_group, 0);
    return put;
}
struct Over { ~Over() { over = true; } };
inline Over at_the_end;
inline int* lost() {
    armed = true;
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
