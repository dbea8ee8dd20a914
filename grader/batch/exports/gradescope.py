"""Gradescope: a `results.json` for each submission, as its autograder specification has it.

The format demands a number. Where there is none it is 0, and the text above all says that this 0
is no grade: run the autograder again, or enter the grade by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from grader.batch.book import CriterionMark, Entry, Gradebook
from grader.batch.cells import CELL
from grader.batch.exports.parts import story
from grader.batch.exports.parts.options import Options, narrowed
from grader.batch.exports.parts.texts import folder, name, words
from grader.report.view.numbers import number

_Object = dict[str, Any]
NO_GRADE = "This is not a grade. The 0 stands here because Gradescope asks for a number."


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`results.json` for one student and one exercise, else `<exercise>/<student>/results.json`."""
    book = narrowed(book, options)
    if options.student and len(book.entries) == 1:
        return {"results.json": _bytes(results(book.entries[0]))}
    return {
        f"{folder(entry.assignment.exercise)}/{folder(entry.student.id)}/results.json": _bytes(
            results(entry)
        )
        for entry in book.entries
        if entry.status != "missing"
    }


def crashed(title: str, max_points: Fraction, message: str) -> bytes:
    """The `results.json` of a grading that broke down: valid, and it says whose fault it is."""
    said = f"{NO_GRADE}\nThe grader broke down; this is no fault of the submission.\n"
    told = {
        **_frame(said + story.message(message), Fraction(0)),
        "extra_data": {"status": "incomplete"},
        "tests": [
            {
                "name": name(title),
                "score": 0,
                "max_score": number(max_points).value,
                "output": "Not judged.",
                "output_format": "text",
                "visibility": "visible",
            }
        ],
    }
    return _bytes(told)


def results(entry: Entry) -> _Object:
    """The content of `results.json`. `score` is what counts, after decisions and policy."""
    lines = [story.verdict(entry)] if entry.points is not None else [NO_GRADE, story.verdict(entry)]
    lines += [f"Changed by a person: {line}" for line in story.overrides(entry)]
    lines += [f"Policy: {story.policy_line(item)}" for item in entry.adjustments]
    lines += [f"Comment by {story.comment_line(item)}" for item in entry.comments]
    return {
        **_frame(story.block(tuple(lines), CELL), entry.points or Fraction(0)),
        "execution_time": round(entry.seconds, 2),
        "extra_data": {
            "status": entry.status,
            "exercise": name(entry.assignment.exercise),
            "max_points": number(entry.assignment.max_points).value,
            "digest": name(entry.digest),
        },
        "tests": [_test(mark) for mark in entry.criteria],
    }


def _frame(output: str, score: Fraction) -> _Object:
    """What every `results.json` has. All text is plain: nothing in it is markup."""
    return {
        "score": number(score).value,
        "output": output,
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
    }


def _test(mark: CriterionMark) -> _Object:
    """One criterion as a test. Without a verdict it has no status and no score."""
    decided = mark.override is not None
    lines = [*story.explained(mark)]
    if mark.override is not None:
        lines.insert(0, f"Changed by a person: {story.override_line(mark.override, mark)}")
    shown: _Object = {
        "name": name(mark.title),
        "name_format": "text",
        "max_score": number(mark.max_points).value,
        "output": story.block(tuple(lines), CELL // 2),
        "output_format": "text",
        "tags": [name(mark.kind)],
        "visibility": "visible",
        "extra_data": {"criterion": name(mark.id), "status": words(mark.status)},
    }
    if decided or mark.status != "error":
        shown["score"] = number(mark.points).value
    if decided or mark.status not in ("skipped", "error"):
        shown["status"] = "passed" if mark.points >= mark.max_points else "failed"
    return shown


def _bytes(told: _Object) -> bytes:
    return f"{json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False)}\n".encode()
