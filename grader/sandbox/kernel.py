"""Thin wrappers of the C library for what Python 3.11 does not offer. Standard library only."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping, Sequence
from typing import NoReturn

LIBC = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
CLONE_NEWNS = 0x0002_0000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND = 1, 2, 4, 32, 4096
MS_REC, MS_PRIVATE = 16384, 1 << 18


def check(result: int, what: str) -> int:
    """`result`, or an OSError that names `what` when the call said -1."""
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(number: int, *arguments: object) -> int:
    """A system call by number; OSError on failure."""
    return check(LIBC.syscall(ctypes.c_long(number), *arguments), f"system call {number}")


def prctl(option: int, value: int) -> None:
    """prctl(2) with one argument."""
    check(
        LIBC.prctl(option, ctypes.c_ulong(value), ctypes.c_ulong(0), ctypes.c_ulong(0), 0),
        f"prctl {option}",
    )


class Start:
    """execve(2) of one program, its arguments laid out in memory beforehand.

    A seccomp filter cannot read what pointers point to, but it can insist on these very pointers:
    whoever comes later does not know them, so that this is the only program that can be started.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self._path = ctypes.create_string_buffer(os.fsencode(argv[0]))
        self._argv = _texts(argv)
        self._env = _texts([f"{name}={value}" for name, value in env.items()])

    @property
    def pointers(self) -> tuple[int, int, int]:
        """Where path, arguments and environment lie: the arguments of the system call."""
        return (
            ctypes.addressof(self._path),
            ctypes.addressof(self._argv),
            ctypes.addressof(self._env),
        )

    def __call__(self) -> NoReturn:
        """Become the program; OSError when that fails."""
        LIBC.execve(*map(ctypes.c_void_p, self.pointers))
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), os.fsdecode(self._path.value))


def _texts(texts: Sequence[str]) -> ctypes.Array[ctypes.c_char_p]:
    encoded = [os.fsencode(text) for text in texts]
    return (ctypes.c_char_p * (len(encoded) + 1))(*encoded, None)


def unshare(flags: int) -> None:
    """unshare(2)."""
    check(LIBC.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """mount(2)."""
    check(
        LIBC.mount(
            source.encode(),
            target.encode(),
            kind.encode() if kind else None,
            ctypes.c_ulong(flags),
            options.encode(),
        ),
        f"mount {target}",
    )
