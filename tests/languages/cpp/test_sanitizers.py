"""Sanitizer reports, as g++ 12 really writes them, and as nobody would.

The texts in cases/reports come from cases/faults.cpp, compiled with the flags of the profiles and
run with their options; cases/capture.py makes them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.languages.cpp.explain import KINDS
from grader.languages.cpp.places import Places
from grader.languages.cpp.sanitizers import MAX_FRAMES, MAX_REPORTS, parse_reports
from grader.model import SourceFile

CASES = Path(__file__).parent / "cases"
PLACES = Places(
    files=(SourceFile(path="faults.hpp", content=(CASES / "faults.hpp").read_bytes()),),
    hidden=(("faults.cpp", (CASES / "faults.cpp").read_text(encoding="utf-8")),),
    stage=Path("/box/files"),
)
EXPECTED = {
    "data_race": ("data-race", 14),
    "double_free": ("attempting-double-free", 38),
    "endless": ("stack-overflow", 70),
    "heap_buffer_overflow": ("heap-buffer-overflow", 30),
    "heap_use_after_free": ("heap-use-after-free", 25),
    "leak": ("leak", 19),
    "lock_order": ("lock-order-inversion", 62),
    "mismatched_delete": ("alloc-dealloc-mismatch", 41),
    "no_virtual_destructor": ("new-delete-type-mismatch", 84),
    "null_pointer": ("null-pointer", 52),
    "segv": ("segv", 52),
    "signed_overflow": ("signed-integer-overflow", 55),
    "stack_use_after_scope": ("stack-use-after-scope", 49),
    "thread_segv": ("segv", 52),
    "thread_use_after_free": ("heap-use-after-free-race", 25),
}


def report_text(name: str) -> bytes:
    return (CASES / "reports" / f"{name}.txt").read_bytes()


def test_every_captured_report_is_expected() -> None:
    assert {path.stem for path in (CASES / "reports").glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_kind_and_line(name: str) -> None:
    (report,) = parse_reports(report_text(name), PLACES)
    kind, line = EXPECTED[name]
    assert report.kind == kind
    assert report.location is not None
    assert (report.location.file, report.location.line) == ("faults.hpp", line)
    assert report.frames
    assert all(frame.location.file == "faults.hpp" for frame in report.frames)
    assert f"({kind})" not in report.message  # that is how an unknown kind would read


def test_a_race_names_both_lines() -> None:
    (report,) = parse_reports(report_text("data_race"), PLACES)
    assert report.message.endswith("line 14 writes, line 13 writes")
    assert [frame.source for frame in report.frames] == [
        "shared = 2;",
        "std::thread other([] { shared = 1; });",
    ]


def test_undefined_behaviour_says_what() -> None:
    (report,) = parse_reports(report_text("signed_overflow"), PLACES)
    assert "signed integer overflow: 2147483647 + 1" in report.message


UNDEFINED = {
    "signed integer overflow: 1 + 2147483647 cannot be represented in type 'int'":
        "signed-integer-overflow",
    "negation of -2147483648 cannot be represented in type 'int'; cast to an unsigned type to "
    "negate this value to itself": "signed-integer-overflow",
    "division by zero": "division-by-zero",
    "shift exponent 32 is too large for 32-bit type 'int'": "invalid-shift",
    "index 3 out of bounds for type 'int [3]'": "index-out-of-bounds",
    "member call on null pointer of type 'struct string'": "null-pointer",
    "reference binding to null pointer of type 'int'": "null-pointer",
    "null pointer passed as argument 2, which is declared to never be null": "nonnull-argument",
    "load of misaligned address 0x7ffe8aa61e31 for type 'int', which requires 4 byte alignment":
        "misaligned-address",
    "downcast of address 0x55a46a4deeb0 which does not point to an object of type 'D'":
        "wrong-dynamic-type",
    "load of value 7, which is not a valid value for type 'bool'": "invalid-value",
    "execution reached the end of a value-returning function without returning a value":
        "missing-return",
    "execution reached an unreachable program point": "unreachable",
    "1e+30 is outside the range of representable values of type 'int'": "float-out-of-range",
    "variable length array bound evaluates to non-positive value -1": "negative-array-size",
    "addition of unsigned offset to 0x7fff0ef2e690 overflowed to 0x7fff0ef2e68a":
        "pointer-overflow",
    "something new": "undefined-behaviour",
}  # fmt: skip
"""As g++ 12 and clang++ 14 say it, after `runtime error: `."""


@pytest.mark.parametrize("detail", UNDEFINED)
def test_kinds_of_undefined_behaviour(detail: str) -> None:
    line = f"/grader/faults.hpp:52:3: runtime error: {detail}\n"
    (report,) = parse_reports(line.encode(), PLACES)
    assert report.kind == UNDEFINED[detail]
    assert "0x" not in report.message
    assert report.location is not None
    assert report.location.line == 52


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("requested allocation size 0xffffff (0x0 after) exceeds", "allocation-size-too-big"),
        ("negative-size-param: (size=-1)", "negative-size-param"),
        ("FPE on unknown address 0x55 (pc 0x55 bp 0x7f sp 0x7f T0)", "fpe"),
        ("stack-buffer-underflow on address 0x7f at pc 0x55", "stack-buffer-underflow"),
        ("memcpy-param-overlap: memory ranges [0x1,0x5) and [0x3, 0x7) overlap",
         "memcpy-param-overlap"),
        ("attempting free on address which was not malloc()-ed: 0x7f in thread T0",
         "attempting-free"),
    ],
)  # fmt: skip
def test_kinds_of_address_sanitizer(head: str, kind: str) -> None:
    (report,) = parse_reports(f"==7==ERROR: AddressSanitizer: {head}\n".encode(), PLACES)
    assert report.kind == kind
    assert kind in KINDS
    assert f"({kind})" not in report.message


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("data race on vptr (ctor/dtor vs virtual call)", "data-race-on-vptr"),
        ("unlock of an unlocked mutex (or by a wrong thread)", "unlock-of-an-unlocked-mutex"),
        ("use of an invalid mutex (e.g. uninitialized or destroyed)", "use-of-an-invalid-mutex"),
        ("double lock of a mutex", "double-lock-of-a-mutex"),
        ("thread leak", "thread-leak"),
    ],
)
def test_kinds_of_thread_sanitizer(head: str, kind: str) -> None:
    (report,) = parse_reports(f"WARNING: ThreadSanitizer: {head} (pid=7)\n".encode(), PLACES)
    assert report.kind == kind
    assert kind in KINDS
    assert f"({kind})" not in report.message


def test_several_reports_each_once() -> None:
    text = report_text("leak") + report_text("data_race") * 3
    assert [report.kind for report in parse_reports(text, PLACES)] == ["leak", "data-race"]


def test_nothing_reported() -> None:
    assert parse_reports(b"just a line on stderr\n", PLACES) == ()


def test_an_unknown_report_is_still_one() -> None:
    (report,) = parse_reports(b"==7==ERROR: AddressSanitizer: novel-crime on 0x1\n", PLACES)
    assert report.kind == "novel-crime"
    assert report.location is None


def test_a_report_of_hidden_code_shows_no_frame() -> None:
    text = report_text("leak").replace(b"/grader/faults.hpp", b"/grader/faults.cpp")
    (report,) = parse_reports(text, PLACES)
    assert report.frames == ()
    assert report.location is None


PIECES = st.sampled_from(
    ["==1==ERROR: AddressSanitizer: ", "WARNING: ThreadSanitizer: data race (pid=1)", "\n", " on ",
     "    #0 0x1 in f() faults.hpp:3", "    #1 g(int) <null>:9999999", "  Write of size 4 here:",
     "faults.hpp:7:3: runtime error: ", "faults.hpp:99999:3: runtime error: x", "\x1b]0;x\x07",
     "LeakSanitizer: detected", "\u202e", "Z" * 2500, "  Previous read of size 1 by thread:"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=12), max_size=80).map("".join))
def test_hostile_text_stays_within_bounds(text: str) -> None:
    reports = parse_reports(text.encode(), PLACES)
    assert len(reports) <= MAX_REPORTS
    for report in reports:
        assert report.message.isprintable()
        assert len(report.message) < 500
        assert len(report.kind) <= 80
        assert len(report.frames) <= MAX_FRAMES
        for frame in report.frames:
            assert frame.location.file == "faults.hpp"
            assert frame.location.line <= 90
            assert frame.function.isprintable()


@given(st.binary(max_size=3000))
def test_any_bytes(text: bytes) -> None:
    assert len(parse_reports(text, PLACES)) <= MAX_REPORTS
