"""The report for programs: `result.json`, described by `result.schema.json` beside this file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from grader.report.view import ReportView
from grader.report.view.numbers import Number
from grader.report.view.pieces import Evidence, LaneStep, Place
from grader.report.view.shapes import CriterionView, FindingView

SCHEMA_FILE = Path(__file__).with_name("result.schema.json")
SCHEMA_ID = "urn:grader:result:1"
_Object = dict[str, Any]


def render(view: ReportView) -> bytes:
    """`view` as indented JSON. Text is as in the other formats: marked, bounded, no surrogate."""
    text = json.dumps(result(view), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def result(view: ReportView) -> _Object:
    """The content of `result.json`. Points and percent have two decimals at most."""
    about = view.about
    return {
        "schema": SCHEMA_ID,
        "exercise": view.heading.exercise,
        "title": view.heading.title,
        "submission": view.heading.submission,
        "status": view.status,
        "points": _value(view.points),
        "max_points": view.max_points.value,
        "percent": _value(view.percent),
        "criteria": [_criterion(item) for item in view.criteria],
        "findings": [_finding(item) for item in view.findings.items],
        "integrity": [
            {"kind": item.kind, "message": item.message, "location": _location(item.place)}
            for item in view.integrity.items
        ],
        "sources": [
            {"name": item.name, "state": item.state, "message": item.message}
            for item in about.sources
        ],
        "ignored": [{"path": item.path, "reason": item.reason} for item in view.ignored.items],
        "left_out": {
            "findings": view.findings.left_out,
            "integrity": view.integrity.left_out,
            "ignored": view.ignored.left_out,
        },
        "rejection": view.rejection or None,
        "output": view.output.text if view.output else "",
        "sandbox": {"rung": about.rung},
        "seed": about.seed,
        "hashes": dict(about.hashes),
        "versions": dict(about.versions),
        "seconds": dict(about.seconds),
    }


def _value(number: Number | None) -> int | float | None:
    """A number as JSON has it, or null where there is none."""
    return None if number is None else number.value


def _criterion(item: CriterionView) -> _Object:
    """One criterion with its evidence, what went wrong first."""
    return {
        "id": item.id,
        "title": item.title,
        "kind": item.kind,
        "status": item.status,
        "points": item.points.value,
        "max_points": item.max_points.value,
        "cause": item.cause,
        "consequence": item.consequence,
        "next_step": item.next_step,
        "reason": item.reason,
        "evidence": [_evidence(each) for each in (*item.seen.items, *item.works.items)],
        "evidence_left_out": item.seen.left_out + item.works.left_out,
    }


def _evidence(item: Evidence) -> _Object:
    """One exhibit; traceback, interleaving and output only where there is one."""
    shown: _Object = {
        "source": item.source,
        "subject": item.subject,
        "outcome": item.outcome,
        "message": item.message,
        "location": _location(item.place),
    }
    if item.frames.items:
        shown["traceback"] = [
            {"location": _location(each.place), "function": each.function, "source": each.source}
            for each in item.frames.items
        ]
    if item.lanes:
        shown["interleaving"] = [_step(each) for each in item.lanes.steps]
    if item.output:
        shown["output"] = item.output.text
    return shown


def _step(item: LaneStep) -> _Object:
    """One step; `number` counts from 1 and jumps where steps were left out."""
    return {
        "number": item.number,
        "thread": item.thread,
        "location": _location(item.place),
        "source": item.source,
        "event": item.event,
    }


def _finding(item: FindingView) -> _Object:
    """One finding of a static check."""
    return {
        "check": item.check,
        "message": item.message,
        "advice": item.advice,
        "location": _location(item.place),
    }


def _location(place: Place | None) -> _Object | None:
    """A place; line and column 0 are unknown."""
    if place is None:
        return None
    return {"file": place.file, "line": place.line, "column": place.column}
