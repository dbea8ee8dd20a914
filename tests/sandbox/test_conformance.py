"""One suite for every rung: what code behind the walls must not be able to do."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.sandbox.box import Box
from grader.sandbox.request import (
    Died,
    Hang,
    Violation,
)
from grader.sandbox.rungs import ENVIRONMENT

from .conftest import Guest

Make = Callable[..., Guest]
READ = """
def read(path):
    with open(path, 'rb') as file:
        return file.read(100)
def walk(path):
    import os
    return os.listdir(path)
"""


@pytest.mark.parametrize(
    "path",
    [__file__, "/etc/passwd", "/etc/hostname", "/proc/1/environ", "/proc/self/maps",
     "/proc/self/environ", "/proc/version", "/usr/share/dict", "/sys/kernel/notes"],
)  # fmt: skip
def test_files_of_the_machine_cannot_be_read(guest: Make, path: str) -> None:
    answer = guest(READ).call("read", path)
    assert answer in {"PermissionError", "FileNotFoundError", "IsADirectoryError"}


@pytest.mark.parametrize("path", ["/", "/home", "/tmp", "/root", "/proc", "/etc", "/usr/share"])
def test_folders_of_the_machine_cannot_be_listed(guest: Make, path: str) -> None:
    assert guest(READ).call("walk", path) in {"PermissionError", "FileNotFoundError"}


def test_the_folder_of_hidden_tests_cannot_be_listed(guest: Make) -> None:
    exercises = Path(__file__).resolve().parents[2] / "exercises"
    assert exercises.is_dir()
    assert guest(READ).call("walk", str(exercises)) in {"PermissionError", "FileNotFoundError"}


def test_no_right_answer_can_be_read(guest: Make) -> None:
    root = Path(__file__).resolve().parents[2]
    right = [*root.glob("exercises/*/samples/*/*.*"), *root.glob("exercises/*/solutions/*/*.*")]
    assert right
    made = guest(READ)
    refused = {"PermissionError", "FileNotFoundError"}
    assert {made.call("read", str(path)) for path in right} <= refused
    assert not list((root / "grader").glob("samples*")), "what is in the package can be read"


@pytest.mark.parametrize("path", ["/tmp/x", "/dev/shm/x", "/x", "/var/tmp/x", "x", "/dev/null/x"])
def test_nothing_can_be_written(guest: Make, path: str) -> None:
    source = "def write(path):\n    open(path, 'w').write('x')\n"
    refused = {"PermissionError", "OSError", "FileNotFoundError", "NotADirectoryError"}
    assert guest(source).call("write", path) in refused


def test_the_environment_of_the_caller_is_not_there(
    guest: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_TEST_SECRET", "1")
    names = guest("import os\ndef names(): return sorted(os.environ)\n").call("names")
    assert set(names) <= {*ENVIRONMENT, "LC_CTYPE", "PWD"}


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK", "AF_PACKET"])
def test_no_socket_can_be_made(guest: Make, family: str) -> None:
    source = "import socket\ndef make(name): socket.socket(getattr(socket, name))\n"
    assert guest(source).call("make", family) == "PermissionError"


@pytest.mark.parametrize(
    "action",
    ["os.fork()", "os.execv('/bin/true', ['true'])", "os.posix_spawn('/bin/true', ['true'], {})",
     "os.kill(1, 0)", "os.kill(os.getppid(), 0)", "os.killpg(os.getppid(), 0)", "os.setuid(0)",
     "os.chdir('/tmp')", "os.unlink('/tmp/x')", "os.nice(-5)",
     "os.sched_setaffinity(0, {0})"],
)  # fmt: skip
def test_processes_and_privileges_are_out_of_reach(guest: Make, action: str) -> None:
    answer = guest(f"import os\ndef act():\n    {action}\n").call("act")
    assert answer in {"PermissionError", "OSError", "ProcessLookupError"}


@pytest.mark.parametrize(
    ("name", "number"),
    [("ptrace", 101), ("memfd_create", 319), ("io_uring_setup", 425), ("bpf", 321),
     ("unshare", 272), ("mount", 165), ("userfaultfd", 323), ("keyctl", 250), ("clone3", 435),
     ("shmget", 29), ("perf_event_open", 298), ("process_vm_writev", 311), ("pidfd_getfd", 438),
     ("unknown to the filter", 9999), ("x32 getpid", 0x40000027)],
)  # fmt: skip
def test_system_calls_that_open_the_kernel_are_refused(
    guest: Make, name: str, number: int
) -> None:
    if os.uname().machine != "x86_64":
        pytest.skip("the numbers are those of x86_64")
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "def ask(number):\n    return libc.syscall(number, 0, 0, 0, 0), ctypes.get_errno()\n"
    )
    result, error = guest(source).call("ask", number)
    assert result == -1
    assert error in {1, 38}, name


def test_threads_and_event_loops_work(guest: Make) -> None:
    source = """
import asyncio, threading
from concurrent.futures import ThreadPoolExecutor
def threads():
    with ThreadPoolExecutor(8) as pool:
        return sorted(pool.map(lambda n: n * n, range(20)))
async def tick():
    await asyncio.sleep(0)
    return 7
def loop():
    return asyncio.run(tick())
"""
    made = guest(source)
    assert made.call("threads") == [n * n for n in range(20)]
    assert made.call("loop") == 7


def test_memory_is_bounded(guest: Make) -> None:
    source = "def fill():\n    return len(bytearray(1 << 30))\n"
    assert guest(source, memory_mib=256).call("fill") == "MemoryError"


def test_a_sleeper_is_a_hang_and_is_ended(guest: Make) -> None:
    made = guest("import time\ndef wait(): time.sleep(60)\n")
    started = time.monotonic()
    with pytest.raises(Hang):
        made.ask({"op": "call", "root": "solution", "path": ["wait"]}, seconds=0.3)
    assert time.monotonic() - started < 5
    assert made.running.finish().ended in {"killed", "signal"}


def test_a_spinner_that_ignores_signals_runs_out_of_processor_time(guest: Make) -> None:
    source = """
import signal
def spin():
    for number in (signal.SIGXCPU, signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    while True: pass
"""
    made = guest(source, cpu_seconds=1, wall_seconds=30.0)
    with pytest.raises(Died) as caught:
        made.ask({"op": "call", "root": "solution", "path": ["spin"]}, seconds=20)
    assert caught.value.outcome is not None
    assert caught.value.outcome.ended == "cpu"


def test_the_wall_clock_ends_a_fork_that_nobody_waits_for(guest: Make) -> None:
    made = guest("import time\ndef wait(): time.sleep(60)\n", wall_seconds=0.5)
    made.running.send({"nonce": "n", "op": "call", "root": "solution", "path": ["wait"]})
    assert made.running.finish(grace=10).ended == "wall"


def test_a_flood_of_output_is_cut_and_bounded(guest: Make) -> None:
    source = "def flood(n):\n    for _ in range(n): print('x' * 1000)\n"
    made = guest(source, output_bytes=5000)
    made.call("flood", 1000)
    outcome = made.running.finish()
    assert len(outcome.stdout) == 5000
    assert outcome.truncated


def test_an_endless_flood_is_ended(guest: Make) -> None:
    made = guest("def flood():\n    while True: print('x' * 100000)\n")
    with pytest.raises(Died) as caught:
        made.ask({"op": "call", "root": "solution", "path": ["flood"]}, seconds=20)
    assert caught.value.outcome is not None
    assert caught.value.outcome.ended == "output"


@pytest.mark.parametrize(
    "forgery",
    [b"\x00\x00\x00\x02{}", b"\xff\xff\xff\xff", b"junk\n", b"\x00\x00\x00\x0a[1,2,3,4,5", b"\x00"],
)
def test_bytes_that_nobody_asked_for_are_a_violation(guest: Make, forgery: bytes) -> None:
    source = "import os\ndef forge(data):\n    os.write(4, data)\n"
    made = guest(source)
    call = {"op": "call", "root": "solution", "path": ["forge"], "args": [{"bytes": forgery.hex()}]}

    def ask_twice() -> None:
        for _ in range(2):
            if made.ask(call, seconds=1) != {"nonce": "n", "value": None}:
                raise Violation("a forged reply")

    with pytest.raises((Violation, Hang, Died)):
        ask_twice()


def test_state_does_not_pass_from_fork_to_fork(guest: Make) -> None:
    source = (
        "import json\ndef mark(): json.marked = True\n"
        "def seen(): return hasattr(json, 'marked')\n"
    )
    first, second = guest(source), guest(source)
    first.call("mark")
    assert first.call("seen") is True
    assert second.call("seen") is False


def test_the_box_survives_what_happens_in_its_forks(guest: Make, python_box: Box) -> None:
    made = guest("import os\ndef leave(): os._exit(0)\ndef crash(): os.abort()\n")
    with pytest.raises(Died) as caught:
        made.call("leave")
    assert caught.value.outcome is not None
    assert (caught.value.outcome.ended, caught.value.outcome.code) == ("exited", 0)
    crashed = guest("import ctypes\ndef crash(): ctypes.string_at(0)\n")
    with pytest.raises(Died) as caught:
        crashed.call("crash")
    assert caught.value.outcome is not None
    assert caught.value.outcome.code == signal.SIGSEGV
    assert guest("def one(): return 1\n").call("one") == 1


CROWD = """
import threading, time
def crowd(count):
    started = 0
    try:
        for _ in range(count):
            threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
            started += 1
    except RuntimeError:
        return started
    time.sleep(9)
"""


def test_threads_are_bounded(guest: Make) -> None:
    made = guest(CROWD, processes=40, memory_mib=8000, wall_seconds=8.0)
    try:
        assert made.call("crowd", 500) < 40
    except Died as fault:
        assert fault.outcome is not None
        assert fault.outcome.ended == "processes"


def test_some_threads_are_allowed(guest: Make) -> None:
    made = guest("import threading\ndef some():\n"
                 "    made = [threading.Thread(target=int) for _ in range(30)]\n"
                 "    [each.start() for each in made]\n    [each.join() for each in made]\n"
                 "    return len(made)\n")  # fmt: skip
    assert made.call("some") == 30
