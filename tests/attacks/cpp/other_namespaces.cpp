// ATTACK other_namespaces
// CLASS: escape
// TRIES: asks for new namespaces, mounts, roots, identities and capabilities.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
namespace becoming {
inline const int done = [] {
    for (int flag : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP})
        if (!unshare(flag) || syscall(SYS_clone, flag | 17, 0, 0, 0, 0) > 0) std::printf("ESC namespace %x\n", flag);
    if (!mount("none", "/tmp", "tmpfs", 0, "") || !umount2("/proc", MNT_DETACH)) std::puts("ESC mount");
    if (!chroot("/") || !syscall(SYS_pivot_root, ".", ".")) std::puts("ESC root");
    if (!setuid(0) || !setgid(0) || !setresuid(0, 0, 0) || !setgroups(0, nullptr)) std::puts("ESC identity");
    for (const char* name : {"/proc/self/ns/user", "/proc/1/ns/mnt", "/proc/self/uid_map", "/proc/self/setgroups", "/proc/sysrq-trigger"})
        if (const int fd = open(name, O_RDWR); fd >= 0) std::printf("ESC %s %d\n", name, setns(fd, 0));
    if (!prctl(PR_SET_DUMPABLE, 2) || !prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, 21, 0, 0)) std::puts("ESC prctl");
    if (!sethostname("x", 1) || !syscall(SYS_settimeofday, nullptr, nullptr)) std::puts("ESC host");
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
