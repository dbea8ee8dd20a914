"""The same inspections behind the walls, where only installed code can be read."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.checks.outcomes import Inspection, decode_inspection
from grader.errors import BoxError
from grader.languages.cpp.toolchain import find_toolchain
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.request import BoxLimits, Request, Serve

MODULE = "grader.checks.inspect"
LIMITS = BoxLimits(wall_seconds=60, cpu_seconds=50, memory_mib=768)
Ask = Callable[..., Inspection]


@pytest.fixture(scope="module", params=["bubblewrap", "landlock"])
def ask(request: pytest.FixtureRequest) -> Iterator[Ask]:
    try:
        box = Box(request.param, BoxSpec(preload=(MODULE,), programs=True))
    except BoxError as error:
        pytest.skip(str(error))

    def ask(name: str, content: bytes, checks: list[str]) -> Inspection:
        folders = find_toolchain().include_dirs
        language = "python" if name.endswith(".py") else "cpp"
        question = {
            "nonce": "ab12",
            "op": "inspect",
            "language": language,
            "files": [[name, base64.b64encode(content).decode()]],
            "checks": checks,
            "own": None,
            "include_dirs": list(folders),
        }
        readable = tuple(map(Path, folders)) if language == "cpp" else ()
        action = Serve(MODULE)
        with box.start(
            Request(action=action, syscalls="python", limits=LIMITS, readable=readable)
        ) as running:
            running.send(question)
            return decode_inspection(running.receive(60.0)["value"], checks)

    with box:
        yield ask


def test_python(ask: Ask) -> None:
    source = b"import idlelib.__main__.x, math\nmath.no_such\nidlelib.__main__.x.y\n"
    inspection = ask("code.py", source, ["pylint.no-member", "py.swallowed-exception"])
    assert [item.outcome for item in inspection.checks] == ["failed", "passed"]


def test_cpp(ask: Ask) -> None:
    source = b"#include <thread>\nvoid f() { std::thread([] {}).detach(); }\n"
    inspection = ask("code.hpp", source, ["cpp.detached-thread", "cpp.missing-include"])
    assert [item.outcome for item in inspection.checks] == ["failed", "passed"]
    assert inspection.parse == ()


def test_macros_that_want_all_memory(ask: Ask) -> None:
    levels = [f"#define A{n + 1} " + f"A{n} " * 20 for n in range(7)]
    source = "\n".join(["#define A0 1,", *levels, "int bomb[] = {A7 0};"])
    inspection = ask("code.hpp", source.encode(), ["cpp.detached-thread", "cpp.missing-include"])
    assert [item.outcome for item in inspection.checks] == ["skipped", "passed"]
    assert "gave up" in inspection.parse[0].message
