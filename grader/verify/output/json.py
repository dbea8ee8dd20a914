"""The proof for programs, described by `verify.schema.json` beside this file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from grader.verify.output.shapes import ExerciseView, ProofView, Row

SCHEMA_FILE = Path(__file__).with_name("verify.schema.json")
SCHEMA_ID = "urn:grader:verify:1"


def render(view: ProofView) -> bytes:
    """`view` as indented JSON. Seconds have three decimals."""
    content = {
        "schema": SCHEMA_ID,
        "holds": view.holds,
        "claims": view.points,
        "broken": view.broken,
        "gradings": view.gradings,
        "cached": view.cached,
        "seconds": round(view.seconds, 3),
        "facts": dict(view.facts),
        "exercises": [_exercise(item) for item in view.exercises],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    # Printed in a job on GitHub, a line with these three would be a command, wherever they stand.
    # They can only stand in a string, where the escape means the same.
    return (text.replace("##[", r"\u0023#[") + "\n").encode()


def _exercise(item: ExerciseView) -> dict[str, Any]:
    return {
        "exercise": item.id,
        "title": item.title,
        "language": item.language,
        "readable": item.readable,
        "holds": item.holds,
        "points": [
            {
                "claim": case.claim,
                "subject": case.subject,
                "holds": case.holds,
                "message": case.message,
                "file": case.file,
                "line": case.line,
            }
            for case in item.cases
        ],
        "criteria": [
            {"id": column.id, "title": column.title, "points": column.points.value,
             "lost_by": column.lost_by}
            for column in item.columns
        ],
        "matrix": [_row(row, item) for row in item.rows],
        "sections": [asdict(section) for section in item.sections],
        "seconds": round(item.seconds, 3),
    }  # fmt: skip


def _row(row: Row, item: ExerciseView) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "variant": row.name,
        "note": row.note,
        "marks": {
            column.id: cell.mark for column, cell in zip(item.columns, row.cells, strict=False)
        },
        "sound": row.is_sound,
        "fault": row.fault,
        "gradings": row.gradings,
        "cached": row.cached,
        "seconds": round(row.seconds, 3),
    }
