"""What is asked of a box, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Syscalls = Literal["python", "program", "sanitized", "compiler"]
Ended = Literal[
    "exited", "signal", "wall", "cpu", "memory", "disk", "processes", "output", "killed"
]


@dataclass(frozen=True, slots=True)
class Serve:
    """Call `serve(requests_fd, replies_fd)` of a module, in the fork itself."""

    module: str


@dataclass(frozen=True, slots=True)
class Exec:
    """Execute a program. Frames travel over its descriptors 3 (requests) and 4 (replies)."""

    argv: tuple[str, ...]
    env: tuple[tuple[str, str], ...] = ()
    cwd: str = "/"


@dataclass(frozen=True, kw_only=True, slots=True)
class BoxLimits:
    """Bounds of one fork. `memory_mib` bounds address space where that works (`Serve`), and
    the resident sum elsewhere; `output_bytes` is kept of stdout and of stderr each. What lies in
    the writable folders is bounded by `disk_mib` and, in number of files and folders, by `inodes`.
    `processes` counts threads, too.
    """

    wall_seconds: float = 30.0
    cpu_seconds: int = 20
    memory_mib: int = 512
    output_bytes: int = 64 * 1024
    file_mib: int = 0
    disk_mib: int = 512
    inodes: int = 1_000
    open_files: int = 128
    processes: int = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One fork of a box: what it does, under which limits, and which paths it may touch.

    Folders that are `listable` show the names in them, and nothing below can be opened.
    """

    action: Serve | Exec
    syscalls: Syscalls
    limits: BoxLimits = BoxLimits()
    readable: tuple[Path, ...] = ()
    listable: tuple[Path, ...] = ()
    writable: tuple[Path, ...] = ()
    stdin: bytes = b""

    def to_json(self) -> dict[str, Any]:
        """The form in which it crosses to the warm process (without stdin, which is a pipe)."""
        kind = "serve" if isinstance(self.action, Serve) else "exec"
        return {
            "action": {"kind": kind, **asdict(self.action)},
            "syscalls": self.syscalls,
            "limits": asdict(self.limits),
            "readable": [str(path) for path in self.readable],
            "listable": [str(path) for path in self.listable],
            "writable": [str(path) for path in self.writable],
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How a fork ended. `code` is the exit status, or the signal's number.

    `delay_seconds` is the time that the fork was ready to run and did not get a processor.
    """

    ended: Ended
    code: int
    stdout: bytes
    stderr: bytes
    truncated: bool
    trailing: bool
    cpu_seconds: float
    wall_seconds: float
    delay_seconds: float
    peak_mib: float

    @property
    def starved(self) -> bool:
        """Whether the machine, not the code, used up the time: more waiting than running."""
        return self.delay_seconds > max(self.cpu_seconds, self.wall_seconds / 3)


class Fault(Exception):
    """The process behind the wall did not answer as it should: the submission's fault."""

    def __init__(self, message: str, outcome: Outcome | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome


class Hang(Fault):
    """No reply in time. `starved`: the machine was too busy to give the process that time."""

    def __init__(
        self, message: str, outcome: Outcome | None = None, *, starved: bool = False
    ) -> None:
        super().__init__(message, outcome)
        self.starved = starved


class Died(Fault):
    """The process ended instead of replying."""


class Unanswered(Fault):
    """The driver says that it cannot carry out the request. It shares its process with the
    submission, so that this is no trouble of ours, whatever it says.
    """


class Violation(Fault):
    """Bytes on the reply pipe that are no reply to the request."""
