"""The whole gradebook for programs: `gradebook.json`, described by `gradebook.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.batch.book import CriterionMark, Entry, Finding, Gradebook
from grader.batch.exports.parts.options import Options, narrowed
from grader.batch.exports.parts.texts import name, words
from grader.batch.handed import Student
from grader.report.view.numbers import number

SCHEMA_FILE = Path(__file__).with_name("gradebook.schema.json")
SCHEMA_ID = "urn:grader:gradebook:1"
MOST = 200
"""Findings of an entry, or observations under a criterion."""
_Object = dict[str, Any]


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`gradebook.json`, indented. Where there is no number there is null, never 0."""
    told = content(narrowed(book, options))
    text = json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)
    return {"gradebook.json": f"{text}\n".encode()}


def content(book: Gradebook) -> _Object:
    """The content of `gradebook.json`. Points and percent have two decimals at most."""
    return {
        "schema": SCHEMA_ID,
        "name": name(book.name),
        "made": book.made.isoformat(),
        "students": [_student(item) for item in book.students],
        "assignments": [
            {
                "exercise": name(item.exercise),
                "title": name(item.title),
                "language": name(item.language),
                "max_points": _value(item.max_points),
                "due": item.due.isoformat() if item.due else None,
            }
            for item in book.assignments
        ],
        "entries": [_entry(item) for item in book.entries],
        "unplaced": [
            {"path": words(item.path), "reason": words(item.reason)} for item in book.unplaced
        ],
    }


def _value(exact: Fraction | None) -> int | float | None:
    return None if exact is None else number(exact).value


def _student(item: Student) -> _Object:
    return {
        "id": name(item.id),
        "name": name(item.name),
        "email": name(item.email),
        "login": name(item.login),
        "sis_id": name(item.sis_id),
        "lms_id": name(item.lms_id),
        "section": name(item.section),
    }


def _entry(item: Entry) -> _Object:
    """What one student has for one exercise."""
    return {
        "student": name(item.student.id),
        "exercise": name(item.assignment.exercise),
        "status": item.status,
        "points": _value(item.points),
        "max_points": _value(item.assignment.max_points),
        "percent": _value(item.percent),
        "graded": _value(item.graded),
        "earned": _value(item.earned),
        "attempt": item.attempt,
        "attempts": item.attempts,
        "submitted": item.submitted.isoformat() if item.submitted else None,
        "graded_at": item.graded_at.isoformat() if item.graded_at else None,
        "seconds": round(item.seconds, 3),
        "digest": name(item.digest),
        "report": words(item.report),
        "note": words(item.note),
        "criteria": [_criterion(mark) for mark in item.criteria],
        "adjustments": [
            {"label": words(each.label), "points": _value(each.points)} for each in item.adjustments
        ],
        "comments": [
            {"text": words(each.text), "who": name(each.who), "when": each.when.isoformat()}
            for each in item.comments
        ],
        "findings": [_finding(each) for each in item.findings[:MOST]],
        "findings_left_out": max(0, len(item.findings) - MOST),
        "integrity": [words(each) for each in item.integrity],
    }


def _criterion(mark: CriterionMark) -> _Object:
    """One criterion. `points` is null where nobody judged: no verdict, and no decision."""
    decided = mark.override
    judged = mark.status != "error"
    return {
        "id": name(mark.id),
        "title": name(mark.title),
        "kind": name(mark.kind),
        "status": name(mark.status),
        "points": _value(mark.points) if judged or decided else None,
        "graded": _value(mark.graded) if judged else None,
        "max_points": _value(mark.max_points),
        "override": None
        if decided is None
        else {
            "points": _value(decided.points),
            "because": words(decided.because),
            "who": name(decided.who),
            "when": decided.when.isoformat(),
        },
        "cause": words(mark.cause),
        "next_step": words(mark.next_step),
        "reason": words(mark.reason),
        "seen": [_finding(item) for item in mark.seen[:MOST]],
        "seen_left_out": max(0, len(mark.seen) - MOST),
    }


def _finding(item: Finding) -> _Object:
    place = item.place
    return {
        "check": name(item.check),
        "message": words(item.message),
        "place": None
        if place is None
        else {"file": name(place.file), "line": place.line, "column": place.column},
    }
