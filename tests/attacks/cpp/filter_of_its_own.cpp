// ATTACK filter_of_its_own
// CLASS: sanitizer-evasion
// TRIES: installs a system call filter that lets the sanitizer's last words and its exit status
//   vanish.
// SAFE GRADER MUST: find that the sanitizer could not speak, and give no points for its silence.
// HONEST-RESULT: fail
// AT-MOST: 85
#pragma once
#include <cerrno>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
inline int* lost() {
    sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_write, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 16),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EIO),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{sizeof code / sizeof *code, code};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
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
