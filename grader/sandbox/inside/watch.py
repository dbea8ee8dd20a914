"""The forks of a warm process under watch: time, resident memory, and their end."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PAGE = resource.getpagesize()
MIB = 1 << 20
BLOCK = 512  # bytes; st_blocks counts in these, see stat(2)
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Watched:
    """One running fork. `status` is where its outcome is written when it has ended."""

    name: int
    pid: int
    status: int
    limits: Mapping[str, Any]
    watch_memory: bool
    writable: tuple[str, ...] = ()
    started: float = field(default_factory=time.monotonic)
    deadline: float = 0.0
    ended: str = ""
    peak: int = 0
    delay: float = 0.0

    def __post_init__(self) -> None:
        self.deadline = self.started + self.limits["wall_seconds"]

    def look(self) -> None:
        """Measure, and kill what is over a limit."""
        pids = (self.pid, *descendants(self.pid))
        resident = sum(resident_bytes(pid) for pid in pids)
        self.peak = max(self.peak, resident)
        self.delay = max(self.delay, sum(run_delay(pid) for pid in pids))
        if self.watch_memory and resident > self.limits["memory_mib"] * MIB:
            self.kill("memory")
        elif sum(threads(pid) for pid in pids) > self.limits["processes"]:
            self.kill("processes")  # the kernel counts them for us in a user namespace only
        elif not fits(self.writable, self.limits["disk_mib"] * MIB, self.limits["inodes"]):
            self.kill("disk")
        elif time.monotonic() >= self.deadline:
            self.kill("wall")

    def tell(self) -> None:
        """Write a line on the fork: seconds of processor time, and of waiting for it."""
        self.look()
        pids = (self.pid, *descendants(self.pid))
        used = {"cpu": sum(cpu_seconds(pid) for pid in pids), "delay": self.delay}
        self._write(used)

    def _write(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            os.write(self.status, json.dumps(message).encode() + b"\n")

    def kill(self, why: str) -> None:
        """End the fork and everything below it; the first reason is kept."""
        self.ended = self.ended or why
        self.delay = max(self.delay, run_delay(self.pid))
        for pid in (*descendants(self.pid), self.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def report(self, wait_status: int, usage: resource.struct_rusage) -> None:
        """Write the outcome and close the status pipe."""
        code = os.waitstatus_to_exitcode(wait_status)
        cpu = usage.ru_utime + usage.ru_stime
        ended = self.ended or ("exited" if code >= 0 else "signal")
        by_cpu = code == -signal.SIGXCPU or cpu >= self.limits["cpu_seconds"]
        if ended == "signal" and by_cpu and code in (-signal.SIGXCPU, -signal.SIGKILL):
            ended = "cpu"
        outcome = {
            "ended": ended,
            "code": abs(code),
            "cpu": cpu,
            "wall": time.monotonic() - self.started,
            "delay": self.delay,
            "peak": max(self.peak, usage.ru_maxrss * 1024) / MIB,
        }
        self._write(outcome)
        os.close(self.status)


def fits(folders: Iterable[str], room: int, inodes: int) -> bool:
    """Whether what lies below `folders` takes at most `room` bytes and `inodes` entries.

    A folder that its maker closed to everybody could hold anything, and does not fit.
    """
    todo = list(folders)
    while todo:
        try:
            with os.scandir(todo.pop()) as entries:
                for entry in entries:
                    inodes -= 1
                    room -= _bytes_on_disk(entry)
                    if room < 0 or inodes < 0:
                        return False
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
        except PermissionError:
            return False
        except OSError:
            continue  # it is gone, or its name has become too long to look into
    return True


def _bytes_on_disk(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_blocks * BLOCK
    except FileNotFoundError:
        return 0


def descendants(pid: int) -> Iterable[int]:
    """Process ids below `pid`, as far as /proc shows them."""
    for child in children(pid):
        yield child
        yield from descendants(child)


def children(pid: int) -> list[int]:
    """Direct children of all threads of `pid`."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", "rb") as file:
                found += map(int, file.read().split())
    return found


def threads(pid: int) -> int:
    """Threads of `pid`; 0 when the process is gone."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return int(file.read().rpartition(b")")[2].split()[17])
    except (OSError, IndexError, ValueError):
        return 0


def resident_bytes(pid: int) -> int:
    """Resident set size; 0 when the process is gone."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[1]) * PAGE
    except (OSError, IndexError, ValueError):
        return 0


def cpu_seconds(pid: int) -> float:
    """Processor time of all threads of `pid`, ended ones included; 0 when gone."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    except (OSError, IndexError, ValueError):
        return 0.0


def run_delay(pid: int) -> float:
    """Seconds that the threads of `pid` were ready and had no processor; 0 when gone."""
    total = 0
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/schedstat", "rb") as file:
                total += int(file.read().split()[1])
    except (OSError, IndexError, ValueError):
        pass
    return total / 1e9
