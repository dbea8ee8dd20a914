"""A box: one warm process behind the walls, started once, that forks for each request."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.errors import BoxError
from grader.sandbox import rungs
from grader.sandbox.request import Outcome, Request
from grader.sandbox.rungs import Paths, RungName
from grader.sandbox.running import Running

START_SECONDS = 20.0
UID_BASE, UID_RANGE = 61_184, 4_000
"""Unprivileged uids for boxes that root starts: systemd's range for dynamic users."""
FLAGS = ("-P", "-s", "-S", "-B")
UNSAFE_FILE_MIB = 16
"""Without walls, what a program may open for writing is not refused, so a little must fit in."""
PIPES = ("stdin", "stdout", "stderr", "requests", "replies", "status")


@dataclass(frozen=True, kw_only=True, slots=True)
class BoxSpec:
    """What a box is for. `preload` names modules to import once, or `module:function` to call too.

    `programs` opens the system's tools and libraries to `Exec`; `workdir` is a folder that the
    box may read, and write when `writable`.
    """

    preload: tuple[str, ...] = ()
    programs: bool = False
    workdir: Path | None = None
    writable: bool = False


class Box:
    """A running box. `start` and `run` may be used from several threads at a time."""

    def __init__(self, rung: RungName, spec: BoxSpec) -> None:
        """Start it. BoxError when the rung does not work here, with the reason in one line."""
        self.rung = rung
        self.spec = spec
        self._names = itertools.count(1)
        self._lock = threading.Lock()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in close()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        try:
            self._process = self._launch(theirs)
            theirs.close()
            self.facts = self._greet()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Box:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, request: Request) -> Running:
        """A fork that does what `request` says."""
        pairs = {name: os.pipe2(os.O_CLOEXEC) for name in PIPES}
        inner = [pairs[name][0 if name in ("stdin", "requests") else 1] for name in PIPES]
        ends = {name: pairs[name][1 if name in ("stdin", "requests") else 0] for name in PIPES}
        name = next(self._names)
        order = {"op": "start", "name": name, "request": request.to_json()}
        try:
            with self._lock:
                socket.send_fds(self._control, [json.dumps(order).encode()], inner)
        except OSError as error:
            for end in ends.values():
                os.close(end)
            raise BoxError(f"sandbox: the warm process is gone ({error})") from None
        finally:
            for end in inner:
                os.close(end)
        return Running(request, ends, lambda op: self._tell({"op": op, "name": name}))

    def run(self, request: Request) -> Outcome:
        """Run to completion, fed with `request.stdin`; bounded by its limits."""
        return self.start(request).finish(grace=request.limits.wall_seconds + 5)

    def close(self) -> None:
        """End the box and everything in it."""
        self._control.close()
        process = getattr(self, "_process", None)
        if process is not None:
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._errors.close()

    def _tell(self, message: dict[str, Any]) -> None:
        with self._lock, contextlib.suppress(OSError):
            self._control.send(json.dumps(message).encode())

    def _launch(self, control: socket.socket) -> subprocess.Popen[bytes]:
        where = rungs.paths()
        fd = control.fileno()
        start = (
            f"import sys; sys.path[:0] = {list(where.imports)!r}; "
            f"from grader.sandbox.inside.zygote import main; main({fd})"
        )
        command = [where.interpreter, *FLAGS, "-c", start]
        passed = [fd]
        if self.rung == "bubblewrap":
            flags, arguments = _arguments_by_descriptor(self._bubblewrap(where))
            command = [shutil.which("bwrap") or "/usr/bin/bwrap", *flags, "--", *command]
            passed.append(arguments)
        if os.geteuid() == 0 and self.rung != "unsafe":
            command = self._as_nobody(where, command)
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=passed,
                env=rungs.ENVIRONMENT,
                cwd="/",
                start_new_session=True,
            )
        finally:
            for extra in passed[1:]:
                os.close(extra)

    def _bubblewrap(self, where: Paths) -> list[str]:
        workdir = (str(self.spec.workdir),) if self.spec.workdir else ()
        return rungs.bubblewrap_arguments(
            where,
            readable=() if self.spec.writable else workdir,
            writable=workdir if self.spec.writable else (),
        )

    def _as_nobody(self, where: Paths, command: list[str]) -> list[str]:
        uid = UID_BASE + os.getpid() % UID_RANGE
        exposed = [where.interpreter, *where.runtime, *where.imports[1:]]
        if self.spec.workdir is not None:
            os.chown(self.spec.workdir, uid, uid)
            exposed.append(str(self.spec.workdir))
        start = (
            f"import sys; sys.path.insert(0, {where.imports[0]!r}); "
            "from grader.sandbox.inside.outer import main; main(sys.argv[1:])"
        )
        prefix = [where.interpreter, *FLAGS, "-c", start]
        return [*prefix, str(uid), str(len(exposed)), *exposed, *command]

    def _greet(self) -> dict[str, Any]:
        where = rungs.paths()
        workdir = [str(self.spec.workdir)] if self.spec.workdir else []
        walls = {
            "confine": self.rung != "unsafe",
            "own_processes": self.rung == "bubblewrap"
            or (self.rung == "landlock" and os.geteuid() == 0),
            "spare_file_mib": 0 if self.rung != "unsafe" else UNSAFE_FILE_MIB,
            "runtime": [*where.runtime, *_LIBRARIES],
            "readable": [*(where.system if self.spec.programs else ()), *workdir],
            "writable": workdir if self.spec.writable else [],
            "preload": list(self.spec.preload),
        }
        self._control.settimeout(START_SECONDS)
        try:
            self._control.send(json.dumps(walls).encode())
            answer = self._control.recv(65536)
        except OSError:
            answer = b""
        self._control.settimeout(None)
        facts: dict[str, Any] = json.loads(answer) if answer else {"fault": self._complaint()}
        if "fault" in facts:
            raise BoxError(f"sandbox: {self.rung} does not work here: {facts['fault']}")
        return facts

    def _complaint(self) -> str:
        """What the launcher said before it ended, in one line."""
        self._errors.seek(0)
        lines = self._errors.read(4096).decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it ended without a word"


_LIBRARIES = ("/usr/lib", "/lib", "/lib64", "/usr/lib64")


def _arguments_by_descriptor(arguments: list[str]) -> tuple[list[str], int]:
    """bwrap's flags through a pipe, so that no host path stands in its command line."""
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(b"".join(argument.encode() + b"\0" for argument in arguments))
    return ["--args", str(reader)], reader
