"""One suite for every rung: programs behind the walls, compilers among them."""

from __future__ import annotations

import os
import shlex
import tempfile
import time
from pathlib import Path

import pytest

from grader.sandbox.box import Box
from grader.sandbox.request import BoxLimits, Exec, Request, Syscalls

TOOLS = tuple(map(Path, ("/usr/bin", "/bin", "/usr/lib", "/lib", "/lib64", "/usr/lib64")))


def shell(box: Box, script: str, **limits: float) -> tuple[str, int, str]:
    """Run a script with the widest of the profiles: how it ended, its code, what it printed."""
    bounds = BoxLimits(**{"wall_seconds": 10.0, **limits})  # type: ignore[arg-type]
    action = Exec(("/bin/sh", "-c", script))
    outcome = box.run(Request(action=action, syscalls="compiler", readable=TOOLS, limits=bounds))
    return outcome.ended, outcome.code, (outcome.stdout + outcome.stderr).decode()


def test_a_program_leaves_no_process_behind(tools_box: Box) -> None:
    marker = f"31.{os.getpid()}{time.monotonic_ns() % 10**6}"
    script = f"(setsid sleep {marker} &) ; (sleep {marker} &) ; sleep {marker}"
    ended, _, _ = shell(tools_box, script, wall_seconds=0.5)
    assert ended == "wall"
    deadline = time.monotonic() + 5
    while running_with(marker) and time.monotonic() < deadline:
        os.sched_yield()
    assert not running_with(marker)


def running_with(marker: str) -> list[str]:
    """Processes whose command line has the marker."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if f"sleep {marker}" in command and not command.startswith("/bin/sh"):
            found.append(command)
    return found


def test_a_program_has_bounded_memory(tools_box: Box) -> None:
    script = "exec /usr/bin/python3 -c 'x = bytearray(b\"1\") * (600 << 20); input()'"
    outcome = tools_box.run(
        Request(
            action=Exec(("/bin/sh", "-c", script)),
            syscalls="compiler",
            readable=TOOLS,
            limits=BoxLimits(memory_mib=100, wall_seconds=20.0),
        )
    )
    assert outcome.ended == "memory"


def test_a_program_sees_no_file_it_was_not_given(tools_box: Box) -> None:
    _, code, said = shell(tools_box, f"cat {__file__} /etc/passwd")
    assert code == 1
    assert "root:" not in said
    assert "test_a_program" not in said


def test_a_program_cannot_write(tools_box: Box) -> None:
    _, code, _ = shell(tools_box, "echo x > /tmp/grader-escape || echo x > /grader-escape")
    assert code != 0
    assert not Path("/tmp/grader-escape").exists()


FILL = {
    "one file": "head -c 40000000 /dev/zero > big && sleep 9",
    "many files": "for i in 1 2 3 4 5 6 7 8; do head -c 4000000 /dev/zero > $i; done; sleep 9",
    "small files": "i=0; while [ $i -lt 400 ]; do : > n$i; i=$((i+1)); done; sleep 9",
    "folders": "i=0; while [ $i -lt 400 ]; do mkdir d && cd d; i=$((i+1)); done; sleep 9",
    "links": "i=0; while [ $i -lt 400 ]; do ln -s x l$i; i=$((i+1)); done; sleep 9",
    "behind a closed door": "mkdir d && head -c 4000000 /dev/zero > d/x && chmod 0 d && sleep 9",
}


@pytest.mark.parametrize("script", FILL.values(), ids=FILL)
def test_what_a_program_writes_is_bounded(writing_box: Box, tmp_path: Path, script: str) -> None:
    folder = Path(tempfile.mkdtemp(dir=writing_box.spec.workdir))
    folder.chmod(0o777)
    limits = BoxLimits(file_mib=64, disk_mib=20, inodes=300, wall_seconds=8.0)
    action = Exec(("/bin/sh", "-c", script), (("PATH", "/usr/bin:/bin"),), cwd=str(folder))
    request = Request(action=action, syscalls="compiler", limits=limits, readable=TOOLS,
                      writable=(folder,))  # fmt: skip
    outcome = writing_box.run(request)
    assert outcome.ended == "disk", (outcome.ended, outcome.stderr)


def test_one_file_is_bounded(writing_box: Box) -> None:
    folder = Path(tempfile.mkdtemp(dir=writing_box.spec.workdir))
    folder.chmod(0o777)
    script = "/usr/bin/head -c 9000000 /dev/zero > big"
    action = Exec(("/bin/sh", "-c", script), cwd=str(folder))
    request = Request(action=action, syscalls="compiler", limits=BoxLimits(file_mib=1),
                      readable=TOOLS, writable=(folder,))  # fmt: skip
    assert writing_box.run(request).code != 0
    assert (folder / "big").stat().st_size <= 1 << 20


def test_a_program_reads_its_input_and_writes_its_output(tools_box: Box) -> None:
    data = os.urandom(300_000).hex().encode()
    outcome = tools_box.run(
        Request(
            action=Exec(("/bin/cat",)),
            syscalls="program",
            readable=TOOLS,
            stdin=data,
            limits=BoxLimits(output_bytes=1 << 20),
        )
    )
    assert (outcome.ended, outcome.code) == ("exited", 0)
    assert outcome.stdout == data


def test_a_program_without_the_compiler_profile_cannot_fork(tools_box: Box) -> None:
    action = Exec(("/bin/sh", "-c", "/bin/true & wait; /bin/ls /usr/bin"))
    outcome = tools_box.run(Request(action=action, syscalls="program", readable=TOOLS))
    assert outcome.code != 0


@pytest.mark.parametrize("syscalls", ["program", "sanitized"])
@pytest.mark.parametrize("again", ["/bin/sh -c 'exec /bin/true'", "/usr/bin/env /bin/true"])
def test_a_program_becomes_no_other_program(
    tools_box: Box, syscalls: Syscalls, again: str
) -> None:
    action = Exec(tuple(shlex.split(again)))
    outcome = tools_box.run(Request(action=action, syscalls=syscalls, readable=TOOLS))
    assert outcome.code == 126
    assert b"not permitted" in outcome.stderr
