"""Landlock: what a process may open, whom it may signal. Standard library only.

Source of the numbers: the kernel's include/uapi/linux/landlock.h (ABI 1 to 6).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from grader.sandbox import kernel

CREATE, ADD_RULE, RESTRICT = 444, 445, 446
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
READ = EXECUTE | READ_FILE | READ_DIR
WRITE = READ | WRITE_FILE | REMOVE_AND_MAKE
FILE_ONLY = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
NET_BIND_CONNECT = 3
SCOPE_ABSTRACT_AND_SIGNALS = 3


def abi() -> int:
    """The kernel's Landlock ABI, 0 where it has none."""
    try:
        return kernel.syscall(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    except OSError:
        return 0


def restrict(
    readable: Iterable[str], writable: Iterable[str], listable: Iterable[str] = ()
) -> None:
    """Confine this process to the given paths; nothing else can be opened from now on.

    A path that does not exist is left out: nothing is behind it. Needs no_new_privs.
    Raises OSError where the kernel has no Landlock.
    """
    version = abi()
    handled = (EXECUTE << 13) - 1
    handled |= REFER if version >= 2 else 0
    handled |= TRUNCATE if version >= 3 else 0
    handled |= IOCTL_DEV if version >= 5 else 0
    attributes = struct.pack("=Q", handled)
    if version >= 4:
        attributes += struct.pack("=Q", NET_BIND_CONNECT)
    if version >= 6:
        attributes += struct.pack("=Q", SCOPE_ABSTRACT_AND_SIGNALS)
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    ruleset = kernel.syscall(CREATE, buffer, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
    try:
        for path in readable:
            _allow(ruleset, path, READ & handled)
        for path in listable:
            _allow(ruleset, path, READ_DIR)
        for path in writable:
            _allow(ruleset, path, (WRITE | REFER | TRUNCATE) & handled)
        kernel.syscall(RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                rights &= FILE_ONLY
            rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, descriptor), 12)
            kernel.syscall(
                ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint32(0)
            )
        finally:
            os.close(descriptor)
