"""Seccomp filters as allow-lists: a call that nobody named does not exist (ENOSYS).

A profile is what one kind of work needs; see PROFILES. Standard library only. Source of the
instruction codes: linux/filter.h, linux/seccomp.h.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Sequence

from grader.sandbox import kernel
from grader.sandbox.syscalls import ARCHITECTURES, NUMBERS

LOAD, JUMP_EQUAL, JUMP_GREATER, JUMP_BITS, AND, RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
NUMBER_AT, ARCH_AT, ARGUMENTS_AT = 0, 4, 16
X32_BIT = 0x4000_0000
NEW_NAMESPACES = 0x7E02_0080
CLONE_THREAD = 0x10000
LEAK_HELPER = 0x0080_0700
"""CLONE_VM, CLONE_FS, CLONE_FILES and CLONE_UNTRACED, no signal at the end: how LeakSanitizer
starts the process that stops all threads (sanitizer_stoptheworld_linux_libcdep.cpp)."""

_COMMON = """
read write open openat close stat fstat lstat newfstatat statx poll ppoll lseek mmap mprotect munmap
mremap madvise msync mincore brk rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending
rt_sigtimedwait rt_sigsuspend sigaltstack pread64 pwrite64 preadv pwritev preadv2 pwritev2 readv
writev access faccessat faccessat2 pipe pipe2 select pselect6 sched_yield dup dup2 dup3 pause
nanosleep clock_nanosleep getitimer alarm setitimer timer_create timer_settime timer_gettime
timer_delete getpid gettid getppid getuid getgid geteuid getegid getpgrp getpgid getsid capget
exit exit_group wait4 waitid uname fcntl flock fsync fdatasync getdents getdents64 getcwd readlink
readlinkat umask gettimeofday clock_gettime clock_getres time times getrlimit setrlimit getrusage
sysinfo getrandom getcpu sched_getaffinity sched_getparam sched_getscheduler
sched_get_priority_max sched_get_priority_min futex set_robust_list get_robust_list
set_tid_address restart_syscall rseq membarrier arch_prctl epoll_create epoll_create1 epoll_ctl
epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2 fadvise64 statfs fstatfs close_range ftruncate
sendto recvfrom sendmsg recvmsg shutdown getsockopt setsockopt getsockname getpeername
""".split()
_FILES = """
rename renameat renameat2 mkdir mkdirat rmdir creat unlink unlinkat symlink symlinkat link linkat
chmod fchmod fchmodat utime utimes utimensat truncate chdir fchdir copy_file_range fork vfork
execve execveat setpgid setsid
""".split()

PROFILES: dict[str, tuple[str, ...]] = {
    "python": tuple(_COMMON),
    "program": tuple(_COMMON),
    "sanitized": (*_COMMON, "ptrace", "personality"),
    "compiler": (*_COMMON, *_FILES),
}
"""Calls that a profile allows whatever their arguments. `sanitized` has ptrace because
LeakSanitizer stops its own threads with it (Landlock keeps it inside the domain). Programs are
started by one execve at pointers that nobody knows afterwards; only compilers may start others."""

_REFUSED = """
socket ptrace mount umount2 unshare setns pivot_root chroot bpf perf_event_open keyctl add_key
request_key process_vm_readv process_vm_writev pidfd_open pidfd_getfd pidfd_send_signal shmget shmat
shmctl semget semop semctl msgget msgsnd msgrcv msgctl mq_open open_by_handle_at init_module
finit_module kexec_load reboot swapon settimeofday clock_settime setuid setgid setresuid setresgid
setgroups connect bind listen accept accept4 userfaultfd kcmp execve execveat fork vfork unlink
unlinkat rename renameat renameat2 mkdir mkdirat rmdir symlink symlinkat link linkat chmod fchmod
fchmodat chown fchown fchownat lchown truncate creat mknod mknodat sched_setaffinity setpriority
personality setsid setpgid chdir fchdir utimensat utime utimes setxattr
""".split()
"""Refused with EPERM rather than ENOSYS: code that meets them expects "not permitted"."""

PTRACE_REQUESTS = (7, 8, 12, 16, 17, 0x4204)
"""CONT, KILL, GETREGS, ATTACH, DETACH, GETREGSET: LeakSanitizer's. TRACEME would make the warm
process the tracer, and a traced thread cannot end before its tracer has looked."""

Instruction = tuple[int, int, int, int]


def build(profile: str, machine: str, process_id: int, start: Sequence[int] = ()) -> bytes:
    """The filter program for `machine` (as `os.uname` names it), ready for the kernel.

    `process_id` is the only process that the filtered one may signal: itself. `start` are the
    arguments of the one execve that is allowed where the profile has none. Raises KeyError for an
    unknown profile or machine.
    """
    column, audit_arch = ARCHITECTURES[machine]
    allowed = [NUMBERS[name][column] for name in PROFILES[profile]]
    refused = [NUMBERS[name][column] for name in _REFUSED]
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCH_AT),
        (JUMP_EQUAL, 1, 0, audit_arch),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
        (JUMP_GREATER, 0, 1, X32_BIT),
        (RETURN, 0, 0, ERRNO | errno.ENOSYS),
    ]
    rules = _argument_rules(profile, process_id)
    if start and "execve" not in PROFILES[profile]:
        rules["execve"] = _exactly(start)
    for name, rule in rules.items():
        number = NUMBERS[name][column]
        if number >= 0:
            code += [(JUMP_EQUAL, 0, len(rule), number), *rule]
    for number in sorted({item for item in allowed if item >= 0}):
        code += [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, ALLOW)]
    for number in sorted({item for item in refused if item >= 0} - set(allowed)):
        code += [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, ERRNO | errno.EPERM)]
    code.append((RETURN, 0, 0, ERRNO | errno.ENOSYS))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def install(profile: str, start: Sequence[int] = ()) -> None:
    """Filter this process from now on, see `build`. Needs no_new_privs; raises OSError."""
    program = build(profile, os.uname().machine, os.getpid(), start)
    buffer = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("@HxxxxxxP", len(program) // 8, ctypes.addressof(buffer)), 16
    )
    kernel.check(
        kernel.LIBC.prctl(22, ctypes.c_ulong(2), ctypes.byref(header), 0, 0), "seccomp filter"
    )


def _argument_rules(profile: str, process_id: int) -> dict[str, list[Instruction]]:
    own = _one_of(0, (process_id,))
    rules = {
        "clone": _clone_rule(profile),
        "kill": own,
        "tgkill": own,
        "tkill": _one_of(0, (process_id,)),
        "prlimit64": _one_of(0, (0, process_id)),
        "socketpair": _one_of(0, (1,)),
        "prctl": _one_of(0, _prctl_options(profile)),
        "ioctl": _one_of(1, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)),
    }
    if profile == "sanitized":
        rules["ptrace"] = _one_of(0, PTRACE_REQUESTS)
    return rules


def _prctl_options(profile: str) -> tuple[int, ...]:
    names = (15, 16, 3, 0x53564D41)
    return (*names, 4, 0x59616D61) if profile == "sanitized" else names


def _clone_rule(profile: str) -> list[Instruction]:
    """Threads everywhere; LeakSanitizer its helper; a compiler may start other processes."""
    load = (LOAD, 0, 0, ARGUMENTS_AT)
    refuse = (RETURN, 0, 0, ERRNO | errno.EPERM)
    allow = (RETURN, 0, 0, ALLOW)
    if profile == "compiler":
        return [load, (JUMP_BITS, 0, 1, NEW_NAMESPACES), refuse, allow]
    helper = [(JUMP_EQUAL, 2, 0, LEAK_HELPER)] if profile == "sanitized" else []
    return [
        load,
        *helper,
        (JUMP_BITS, 2, 0, NEW_NAMESPACES),
        (JUMP_BITS, 0, 1, CLONE_THREAD),
        allow,
        refuse,
    ]


def _exactly(arguments: Sequence[int]) -> list[Instruction]:
    """Allow when all the arguments are these 64-bit numbers, EPERM otherwise."""
    words = [
        (ARGUMENTS_AT + 8 * index + 4 * half, number >> 32 * half & 0xFFFF_FFFF)
        for index, number in enumerate(arguments)
        for half in (0, 1)
    ]
    rule: list[Instruction] = []
    for index, (where, value) in enumerate(words):
        rule += [(LOAD, 0, 0, where), (JUMP_EQUAL, 0, 2 * (len(words) - index) - 1, value)]
    return [*rule, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, ERRNO | errno.EPERM)]


def _one_of(argument: int, values: tuple[int, ...]) -> list[Instruction]:
    """Allow when the low word of an argument is one of `values`, EPERM otherwise."""
    rule: list[Instruction] = [(LOAD, 0, 0, ARGUMENTS_AT + 8 * argument)]
    for index, value in enumerate(values):
        rule.append((JUMP_EQUAL, len(values) - index, 0, value))
    rule += [(RETURN, 0, 0, ERRNO | errno.EPERM), (RETURN, 0, 0, ALLOW)]
    return rule
