"""How a compiler's end is read: whose fault it was, in which words."""

from __future__ import annotations

import dataclasses

import pytest

from grader.languages.cpp.diagnostics import Diagnostic, parse_compiler_output
from grader.languages.cpp.judge import Busy, judge
from grader.sandbox.request import Outcome
from tests.languages.cpp.making import places

PLACES = places("int a;\nint b;\n")
FINE = Outcome(
    ended="exited", code=0, stdout=b"", stderr=b"", truncated=False, trailing=False,
    cpu_seconds=1.0, wall_seconds=1.0, delay_seconds=0.0, peak_mib=100.0,
)  # fmt: skip


def judged(**changes: object) -> tuple[Diagnostic, ...]:
    outcome = dataclasses.replace(FINE, **changes)  # type: ignore[arg-type]
    return judge(outcome, parse_compiler_output, PLACES, 30.0)


def test_nothing_wrong() -> None:
    assert judged() == ()


def test_an_error_is_parsed() -> None:
    (found,) = judged(code=1, stderr=b"thing.hpp:2:1: error: no")
    assert (found.kind, found.message) == ("error", "no")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ended": "wall", "code": 9}, "did not compile within 30 seconds"),
        ({"ended": "cpu", "code": 9}, "did not compile within 30 seconds"),
        (
            {
                "code": 1,
                "stderr": b"g++: fatal error: CPU time limit exceeded signal terminated program "
                b"cc1plus\ncompilation terminated.\n",
            },
            "did not compile within 30 seconds",
        ),
        ({"ended": "memory", "code": 9}, "needed more than 1024 MiB"),
        ({"ended": "output", "code": 9}, "more messages than anybody could read"),
        (
            {
                "code": 1,
                "stderr": b"g++: fatal error: File size limit exceeded signal terminated program "
                b"as\n",
            },
            "compiles to more than 256 MiB",
        ),
    ],
)
def test_limits(changes: dict[str, object], words: str) -> None:
    (found,) = judged(**changes)
    assert found.kind == "limit"
    assert words in found.message


@pytest.mark.parametrize(
    "changes",
    [
        {"ended": "signal", "code": 11},
        {
            "code": 1,
            "stderr": b"g++: fatal error: Segmentation fault signal terminated program cc1plus",
        },
    ],
)
def test_a_crash_of_the_compiler(changes: dict[str, object]) -> None:
    (found,) = judged(**changes)
    assert found.kind == "crash"


def test_a_starved_machine_is_nobodys_fault() -> None:
    with pytest.raises(Busy, match="too busy"):
        judged(ended="wall", code=9, cpu_seconds=2.0, wall_seconds=30.0, delay_seconds=25.0)
