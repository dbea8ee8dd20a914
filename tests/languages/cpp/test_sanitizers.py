"""Sanitizer reports, as g++ 12 really writes them, and as nobody would.

The texts in cases/reports come from cases/faults.cpp, compiled with the flags of the profiles and
run with their options; cases/capture.py makes them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    "null_pointer": ("undefined-behaviour", 52),
    "segv": ("segv", 52),
    "signed_overflow": ("undefined-behaviour", 55),
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
