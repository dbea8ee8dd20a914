"""The warm process of a box: imports what is slow once, then forks for each order.

It never reads a byte of a submission: those travel through pipes that only the forks hold. Orders
come as JSON datagrams with six descriptors on a control socket; the end of that socket is the end
of the box.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import time
from typing import Any, NoReturn

from grader.sandbox import kernel, landlock
from grader.sandbox.inside import fork
from grader.sandbox.inside.watch import Watched, children

MAX_ORDER = 64 * 1024
FDS = 6
LOOK_SECONDS = 0.02
END_SECONDS = 0.001
"""Between looks at processes that were killed and have not quite ended."""
CLOSE_SECONDS = 3.0


def main(control_fd: int) -> NoReturn:
    """Serve orders until the control socket ends, then leave nothing running."""
    control = socket.socket(fileno=control_fd)
    control.set_inheritable(False)
    walls = json.loads(control.recv(MAX_ORDER))
    try:
        hello = _settle(walls)
    except BaseException as error:  # told to the other side, which raises it there
        control.send(json.dumps({"fault": f"{type(error).__name__}: {error}"}).encode())
        os._exit(1)
    control.send(json.dumps(hello).encode())
    Zygote(control, walls).serve()
    os._exit(0)


def _settle(walls: dict[str, Any]) -> dict[str, Any]:
    """Put up the walls of the warm process itself, import what is to be warm."""
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if walls["confine"]:
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        if landlock.abi():
            devices = ["/dev/null", "/dev/urandom", "/dev/zero", "/dev/full"]
            readable = [*walls["runtime"], *walls["readable"], *devices, "/proc"]
            landlock.restrict(readable, walls["writable"])
    for entry in walls["preload"]:
        name, _, function = entry.partition(":")
        module = importlib.import_module(name)
        if function:
            getattr(module, function)()
    gc.collect()
    gc.freeze()
    return {"uid": os.getuid(), "landlock": landlock.abi(), "pid": os.getpid()}


class Zygote:
    """The loop: orders in, forks out, and an eye on each of them."""

    def __init__(self, control: socket.socket, walls: dict[str, Any]) -> None:
        self.control = control
        self.walls = walls
        self.forks: dict[int, Watched] = {}
        self.ending: list[Watched] = []
        self.selector = selectors.DefaultSelector()
        self.selector.register(control, selectors.EVENT_READ)

    def serve(self) -> None:
        """Until the control socket ends."""
        while True:
            for key, _ in self.selector.select(self._timeout()):
                if key.data is None:
                    if not self._order():
                        self._end_all()
                        return
                else:
                    self._has_ended(*key.data)
            self._reap()
            for watched in tuple(self.forks.values()):
                watched.look()

    def _order(self) -> bool:
        data, fds, _, _ = socket.recv_fds(self.control, MAX_ORDER, FDS)
        if not data:
            return False
        order = json.loads(data)
        if order["op"] == "start":
            self._start(order, fds)
        elif (watched := self.forks.get(order["name"])) is not None:
            if order["op"] == "kill":
                watched.kill("killed")
            else:
                watched.tell()
        return True

    def _start(self, order: dict[str, Any], fds: list[int]) -> None:
        pid = os.fork()
        if pid == 0:
            fork.become(order["request"], self.walls, fds)
        for fd in fds[:5]:
            os.close(fd)
        request = order["request"]
        watched = Watched(
            name=order["name"],
            pid=pid,
            status=fds[5],
            limits=request["limits"],
            watch_memory=request["action"]["kind"] == "exec",
            writable=tuple(request["writable"]),
        )
        self.forks[watched.name] = watched
        pidfd = os.pidfd_open(pid)
        self.selector.register(pidfd, selectors.EVENT_READ, (watched, pidfd))

    def _timeout(self) -> float | None:
        if self.ending:
            return END_SECONDS
        return LOOK_SECONDS if self.forks else None

    def _has_ended(self, watched: Watched, pidfd: int) -> None:
        watched.look()
        self.selector.unregister(pidfd)
        os.close(pidfd)
        del self.forks[watched.name]
        self.ending.append(watched)

    def _reap(self) -> None:
        """Report the forks that have ended, once nothing of them is left.

        This never waits for one process: it may be held by another, which has to be killed too.
        """
        if self.ending and self._sweep():
            self.ending = [watched for watched in self.ending if not _report(watched)]

    def _sweep(self) -> bool:
        """Kill the orphans of ended forks, which have come to this process; whether all are gone.

        A thread that another process traces ends no sooner than its tracer, so: first kill all.
        """
        known = {watched.pid for watched in (*self.forks.values(), *self.ending)}
        strangers = set(children(os.getpid())) - known
        for pid in strangers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return not [pid for pid in strangers if not _is_gone(pid)]

    def _end_all(self) -> None:
        """Kill everything; whoever started the box waits no longer than it takes."""
        for watched in self.forks.values():
            watched.kill("killed")
            self.ending.append(watched)
        self.forks.clear()
        deadline = time.monotonic() + CLOSE_SECONDS
        while self.ending and time.monotonic() < deadline:
            self._reap()
            time.sleep(END_SECONDS)


def _is_gone(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True


def _report(watched: Watched) -> bool:
    pid, status, usage = os.wait4(watched.pid, os.WNOHANG)
    if pid:
        watched.report(status, usage)
    return bool(pid)
