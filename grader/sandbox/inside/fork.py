"""One fork of the warm process: put up its own walls, then do what was asked.

Until `_put_up_walls` has returned, no byte of the submission has been read.
"""

from __future__ import annotations

import fcntl
import importlib
import json
import os
import resource
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from grader.sandbox import kernel, landlock, seccomp

MIB = 1 << 20
THREAD_STACK = 1 * MIB
MAIN_STACK = 8 * MIB
"""What is usual, and may be raised. ThreadSanitizer starts itself anew when there is no limit."""
SETUP_FAILED = 125
HIGH = 64
REQUESTS, REPLIES = 3, 4


def become(order: Mapping[str, Any], walls: Mapping[str, Any], fds: Sequence[int]) -> NoReturn:
    """Become the fork; never returns. `fds`: stdin, stdout, stderr, requests, replies, status.

    What goes wrong before the submission's turn is written to the status pipe as JSON
    `{"fault": text}`.
    """
    status = -1
    try:
        status = _arrange(fds)
        action = order["action"]
        serve: Any = importlib.import_module(action["module"]).serve if _serves(order) else None
        start = None if _serves(order) else kernel.Start(action["argv"], dict(action["env"]))
        os.chdir(action.get("cwd", "/"))
        _put_up_walls(order, walls, start)
        if start is not None:
            start()
        os.close(status)
    except BaseException as error:  # the fork must end here, whatever it was
        _tell(status, f"{type(error).__name__}: {error}")
        os._exit(SETUP_FAILED)
    code = 1
    try:
        serve(REQUESTS, REPLIES)
        code = 0
    finally:
        os._exit(code)


def _arrange(fds: Sequence[int]) -> int:
    """Put the pipes at 0 to 4, close everything else, and return the status pipe."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, HIGH) for fd in fds]
    for target, fd in enumerate(high[:5]):
        os.dup2(fd, target)
    status = high[5]
    os.closerange(5, status)
    os.closerange(status + 1, 4096)
    return status


def _put_up_walls(
    order: Mapping[str, Any], walls: Mapping[str, Any], start: kernel.Start | None
) -> None:
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    for number in range(1, signal.NSIG):
        if number not in (signal.SIGKILL, signal.SIGSTOP, 32, 33):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN if _serves(order) else signal.SIG_DFL)
    os.setsid()
    threading.stack_size(THREAD_STACK)
    _limit(order, walls)
    if not walls["confine"]:
        return
    if not _is_sanitized(order):
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    if landlock.abi():
        readable = [*walls["runtime"], *order["readable"]] if _serves(order) else order["readable"]
        devices = ("/dev/null", "/dev/urandom", "/dev/zero")
        landlock.restrict([*readable, *devices], order["writable"], order["listable"])
    seccomp.install(order["syscalls"], start.pointers if start else ())


def _limit(order: Mapping[str, Any], walls: Mapping[str, Any]) -> None:
    limits = order["limits"]
    _lower(resource.RLIMIT_CORE, 0)
    stack, most = _bounded(resource.RLIMIT_STACK, MAIN_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (stack, most))
    _lower(resource.RLIMIT_FSIZE, (limits["file_mib"] or walls["spare_file_mib"]) * MIB)
    _lower(resource.RLIMIT_NOFILE, max(limits["open_files"], HIGH + 8))
    seconds = limits["cpu_seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if walls["own_processes"]:
        _lower(resource.RLIMIT_NPROC, limits["processes"])
    if _serves(order):
        _lower(resource.RLIMIT_AS, _address_space() + limits["memory_mib"] * MIB)


def _lower(which: int, value: int) -> None:
    value, _ = _bounded(which, value)
    resource.setrlimit(which, (value, value))


def _bounded(which: int, value: int) -> tuple[int, int]:
    """`value`, or the hard limit where that is less; and the hard limit."""
    hard = resource.getrlimit(which)[1]
    return (value if hard == resource.RLIM_INFINITY else min(value, hard)), hard


def _address_space() -> int:
    """Bytes of address space that the warm process already has: the limit comes on top."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _serves(order: Mapping[str, Any]) -> bool:
    return bool(order["action"]["kind"] == "serve")


def _is_sanitized(order: Mapping[str, Any]) -> bool:
    return bool(order["syscalls"] == "sanitized")


def _tell(status: int, fault: str) -> None:
    if status >= 0:
        os.write(status, json.dumps({"fault": fault[:500]}).encode() + b"\n")
    else:
        sys.stderr.write(fault + "\n")
