// ATTACK rare_system_calls
// CLASS: escape
// TRIES: tries system calls with a history: io_uring, bpf, userfaultfd, keys, shared memory,
//   handles, memfd, modules.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/syscall.h>
#include <unistd.h>
namespace rare {
inline const int done = [] {
    char zero[256] = {};
    const long numbers[] = {SYS_io_uring_setup, SYS_bpf, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_shmget, SYS_semget,
                            SYS_msgget, SYS_mq_open, SYS_memfd_create, SYS_memfd_secret, SYS_open_by_handle_at, SYS_name_to_handle_at,
                            SYS_perf_event_open, SYS_init_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_acct, SYS_quotactl,
                            SYS_fanotify_init, SYS_inotify_init1, SYS_landlock_create_ruleset, SYS_seccomp, SYS_kcmp, SYS_syslog,
                            SYS_lookup_dcookie, SYS_fsopen, SYS_open_tree, SYS_move_mount, SYS_pidfd_getfd, SYS_process_madvise,
                            SYS_clone3, SYS_openat2, SYS_mount_setattr, SYS_set_mempolicy, SYS_vmsplice, SYS_tee, SYS_splice};
    for (const long number : numbers) {
        errno = 0;
        const long got = syscall(number, zero, 0, 0, zero, 0, 0);
        if (got >= 0 || (errno != ENOSYS && errno != EPERM)) std::printf("SURFACE %ld %ld %s\n", number, got, std::strerror(errno));
    }
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
