"""What a report decides about code: links, excerpts, lanes, remarks, differences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.model import Exhibit, Finding, Grade, SourceFile
from grader.report.view import bounds, view_of
from tests.report.builders import at, source, step
from tests.report.graded import partial_race
from tests.report.graded_cpp import sanitizer
from tests.report.ungraded import LRU, one_lost


def test_evidence_links_to_lines_that_are_listed() -> None:
    beyond = bounds.FILE_LINES + 1
    content = b"x = 1\n" * (beyond + 5)
    for line, href in ((1, "#f1-1"), (beyond, ""), (0, ""), (10**9, "")):
        seen = Exhibit(
            source="check", subject="c", outcome="failed", message="m", location=at(LRU, line)
        )
        (shown,) = view_of(one_lost(seen, content=content)).lost[0].seen.items
        assert shown.place is not None
        assert shown.place.href == href
    elsewhere = replace(seen, location=at("other.py", 1))
    (shown,) = view_of(one_lost(elsewhere)).lost[0].seen.items
    assert shown.place is not None
    assert (shown.place.href, shown.snippet) == ("", ())


def test_excerpt_marks_its_line() -> None:
    seen = Exhibit(source="check", subject="c", outcome="failed", message="m", location=at(LRU, 2))
    (shown,) = view_of(one_lost(seen)).lost[0].seen.items
    assert [(line.number, line.is_hot) for line in shown.snippet] == [(1, False), (2, True)]


def test_lanes_follow_the_threads() -> None:
    race = view_of(partial_race()).lost[0].seen.items[0].lanes
    assert race is not None
    assert race.names == ("Thread 0", "Thread 1")
    assert [item.lane for item in race.steps] == [1, 1, 2, 2, 2, 2, 2, 1]
    assert [item.number for item in race.steps if item.takes_over] == [3, 8]


def test_only_the_first_interleaving_of_a_criterion_is_unfolded() -> None:
    seen = Exhibit(
        source="test", subject="t", outcome="failed", message="m",
        interleaving=(step("a", LRU, 1, "x = 1"), step("b", LRU, 1, "x = 1")),
    )  # fmt: skip
    shown = view_of(one_lost(seen, replace(seen, subject="u"))).lost[0].seen.items
    assert [item.lanes.is_open for item in shown if item.lanes] == [True, False]


@pytest.mark.parametrize(
    ("order", "line"),
    [("ab", None), ("aabb", None), ("aba", 1), ("aabbab", 2), ("abba", 1), ("aabcb", 3)],
)
def test_gap_is_where_a_thread_is_interrupted_first(order: str, line: int | None) -> None:
    steps = tuple(step(name, LRU, at, "x") for at, name in enumerate(order, 1))
    seen = Exhibit(source="test", subject="t", outcome="failed", message="m", interleaving=steps)
    lanes = view_of(one_lost(seen)).lost[0].seen.items[0].lanes
    assert lanes is not None
    assert (lanes.gap.line if lanes.gap else None) == line


def test_long_interleaving_is_cut_in_the_middle_in_words() -> None:
    steps = tuple(step(str(number % 6), LRU, 1, "x", "") for number in range(200))
    seen = Exhibit(source="test", subject="t", outcome="failed", message="m", interleaving=steps)
    lanes = view_of(one_lost(seen)).lost[0].seen.items[0].lanes
    assert lanes is not None
    assert lanes.names == ("Thread 0", "Thread 1", "Thread 2", "3 other threads")
    assert (lanes.steps[0].number, lanes.steps[-1].number) == (1, 200)
    kept = bounds.STEPS_HEAD + bounds.STEPS_TAIL
    assert [item.cut for item in lanes.steps if item.cut] == [
        f"[cut: {200 - kept} steps left out here]"
    ]


def test_notes_sit_at_their_lines_and_lead_to_their_criterion() -> None:
    view = view_of(partial_race())
    (listing,) = view.listings.items
    notes = {line.number: [note.label for note in line.notes] for line in listing.lines}
    assert {number: labels for number, labels in notes.items() if labels} == {
        1: ["Also noticed"],
        7: ["maxsize may be 0 or None"],
        15: ["Different arguments never share an entry"],
        16: ["Threads can share the cache"],
    }
    anchors = {f"#{item.anchor}" for item in view.criteria}
    assert {note.href for line in listing.lines for note in line.notes} - {""} <= anchors


def test_ten_thousand_findings_are_counted() -> None:
    found = tuple(
        Finding(check="c", message=f"m{number}", location=at(LRU, number % 300 + 1))
        for number in range(10_000)
    )
    view = view_of(replace(one_lost(content=b"x = 1\n" * 300), findings=found))
    assert len(view.findings.items) == bounds.FINDINGS
    assert view.findings.note == f"[cut: {10_000 - bounds.FINDINGS:,} further findings left out]"
    notes = [note for line in view.listings.items[0].lines for note in line.notes]
    assert len(notes) == bounds.NOTES


def test_remarks_on_one_line_are_counted() -> None:
    found = tuple(Finding(check="c", message=f"m{n}", location=at(LRU, 1)) for n in range(50))
    (listing,) = view_of(replace(one_lost(), findings=found)).listings.items
    notes = listing.lines[0].notes
    assert len(notes) == bounds.NOTES_PER_LINE + 1
    assert notes[-1].text == f"[cut: {50 - bounds.NOTES_PER_LINE} further remarks on this line]"


def test_diff_shows_both_sides() -> None:
    (diff,) = view_of(sanitizer()).diffs.items
    assert (diff.added, diff.removed) == (19, 7)
    shown = [item for item in diff.lines if item.kind in ("added", "removed")]
    assert all((item.sign, item.old == "") == ("+", True) for item in shown if item.kind == "added")
    assert all((item.sign, item.new) == ("-", "") for item in shown if item.kind == "removed")


def test_diff_of_the_untouched_starter_is_a_sentence() -> None:
    starter = (source("lru_starter.txt", LRU),)
    (diff,) = view_of(replace(partial_race(), starter=starter, submission=replace(
        partial_race().submission, files=starter))).diffs.items  # fmt: skip
    assert (diff.lines, diff.note) == ((), "Nothing changed: this is the starter as it was.")


def test_files_of_one_side_only() -> None:
    base: Grade = partial_race()
    gone = SourceFile(path="gone.py", content=b"x = 1\n")
    new = SourceFile(path="new.py", content=b"y = 2\n")
    files = (*base.submission.files, new)
    changed = replace(
        base, starter=(*base.starter, gone), submission=replace(base.submission, files=files)
    )
    diffs = {item.path: item for item in view_of(changed).diffs.items}
    assert diffs["gone.py"].note == "This file of the starter was not handed in."
    assert diffs["new.py"].summary == "new file, 1 line added, 0 removed"


def test_remarks_on_unusual_files() -> None:
    assert view_of(one_lost(content=b"")).listings.items[0].remarks == ("This file is empty.",)
    assert "not UTF-8" in view_of(one_lost(content=b"\xff = 1\n")).listings.items[0].remarks[0]
    hidden = view_of(one_lost(content="x = '\u202e'\n".encode())).listings.items[0]
    assert "[U+202E RLO]" in hidden.remarks[0]
    assert [token.text for token in hidden.lines[0].code if token.style == "m"] == ["[U+202E RLO]"]


def test_a_huge_file_is_cut_in_words() -> None:
    long = view_of(one_lost(content=b"x\n" * 5000)).listings.items[0]
    assert len(long.lines) == bounds.FILE_LINES
    assert long.remarks == ("Cut: the file is too long to list; 3,500 further lines left out.",)
    wide = view_of(one_lost(content=b"A" * 1_000_000)).listings.items[0]
    assert wide.lines[0].code[-1].text == (
        f"… [cut: {1_000_000 - bounds.CODE_CHARS:,} more characters]"
    )
