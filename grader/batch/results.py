"""From the store to the gradebook: results, people's decisions and the course's policy."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.batch.book import (
    Assignment,
    Comment,
    CriterionMark,
    Entry,
    Finding,
    Gradebook,
    Override,
    Place,
)
from grader.batch.course import adjustments, counting, read_course
from grader.batch.handed import Student
from grader.batch.layouts.keep import slug
from grader.batch.store import AttemptRow, Decision, ResultRow, Store, open_store
from grader.batch.terms import Course

COURSE_FILE = "course.toml"
REPORTS = "reports"
NO_COURSE = Course(name="", timezone="UTC")


def load_book(run: Path) -> Gradebook:
    """The gradebook of a batch's folder. Raises UsageError when there is none."""
    with open_store(run) as store:
        return book_of(store, course_of(run))


def course_of(run: Path) -> Course:
    """The course file that lies beside the store, or no policy at all. Raises UsageError."""
    path = run / COURSE_FILE
    return read_course(path) if path.is_file() else NO_COURSE


def book_of(store: Store, course: Course) -> Gradebook:
    """The gradebook as the store has it now."""
    people = {student.id: student for student in store.people()}
    assignments = tuple(_named(each, course) for each in store.assignments())
    rows: dict[tuple[str, str], list[AttemptRow]] = defaultdict(list)
    for row in store.attempts():
        rows[row.student, row.exercise].append(row)
        people.setdefault(row.student, Student(id=row.student))
    decisions: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in store.decisions():
        decisions[decision.student, decision.exercise].append(decision)
    students = tuple(people[key] for key in sorted(people))
    return Gradebook(
        name=course.name or store.folder.resolve().name,
        made=datetime.now(UTC),
        students=students,
        assignments=assignments,
        entries=tuple(
            _entry(
                store,
                course,
                student,
                assignment,
                rows[student.id, assignment.exercise],
                decisions[student.id, assignment.exercise],
            )
            for student in students
            for assignment in assignments
        ),
        unplaced=store.unplaced(),
    )


def report_folder(student: str, exercise: str) -> Path:
    """Where a report lies below the batch's folder. Two students never share one."""
    plain = slug(student)
    if plain != student:
        plain += "-" + hashlib.sha256(student.encode("utf-8", "replace")).hexdigest()[:8]
    return Path(REPORTS, plain, exercise)


def key_of_entry(store: Store, entry: Entry) -> str:
    """The key of the result that an entry shows, "" while there is none."""
    return store.key((entry.student.id, entry.assignment.exercise, entry.attempt))


def _named(assignment: Assignment, course: Course) -> Assignment:
    terms = course.of(assignment.exercise)
    return replace(
        assignment,
        title=terms.title or assignment.title,
        max_points=terms.points or assignment.max_points,
        due=terms.due,
    )


def _entry(
    store: Store,
    course: Course,
    student: Student,
    assignment: Assignment,
    rows: Sequence[AttemptRow],
    decisions: Sequence[Decision],
) -> Entry:
    """The entry of the attempt that counts."""
    blank = Entry(
        student=student,
        assignment=assignment,
        status="missing",
        attempts=len(rows),
        comments=_comments(decisions),
    )
    if not rows:
        return blank
    terms = course.of(assignment.exercise)
    allowed = [row for row in rows if terms.attempts is None or row.number <= terms.attempts]
    if not allowed:
        note = f"only the first {terms.attempts} attempts count, and none of those is here"
        return replace(blank, status="incomplete", note=f"{note}: a person decides")
    late = {row.number: row.late for row in allowed}
    entries = []
    for row in allowed:
        result = store.result(row.key) if row.key else None
        entry = _attempted(store, blank, row, result, decisions)
        lines = adjustments(course, entry, late=late[row.number])
        entries.append(replace(entry, adjustments=lines))
    found = counting(entries, terms.count)
    assert found is not None
    return found


def _attempted(
    store: Store,
    blank: Entry,
    row: AttemptRow,
    result: ResultRow | None,
    decisions: Sequence[Decision],
) -> Entry:
    """One attempt with its result, or with the reason why it has none."""
    entry = replace(blank, attempt=row.number, submitted=row.submitted)
    if result is None:
        note = row.fault or "not graded yet: start `grader batch` again, it goes on where it ended"
        return replace(entry, status="incomplete", note=note)
    report: dict[str, Any] = json.loads(store.documents(result.key)[0])
    scale = _scale(report, blank.assignment)
    shown = {item["id"]: item for item in report["criteria"]}
    marks = []
    for mark in result.marks:
        told = shown[mark.criterion]
        override = _override(decisions, mark.criterion, scale)
        marks.append(_mark(told, Fraction(mark.points) * scale, scale, override))
    unsettled = [mark.reason for mark in marks if mark.status == "error"]
    note = str(report.get("rejection") or "") or "; ".join(filter(None, unsettled))
    stale = row.wanted and row.wanted != row.key
    return replace(
        entry,
        status=result.status,
        criteria=tuple(marks),
        findings=tuple(
            Finding(check=item["check"], message=item["message"], place=_place(item["location"]))
            for item in report["findings"]
        ),
        integrity=tuple(str(item["message"]) for item in report["integrity"]),
        note=f"of before the last change: {row.fault or 'not graded again yet'}" if stale else note,
        graded_at=result.graded_at,
        seconds=result.seconds,
        digest=result.submission,
        report=str(report_folder(blank.student.id, blank.assignment.exercise) / "report.html"),
    )


def _scale(report: dict[str, Any], assignment: Assignment) -> Fraction:
    """What the course gives for one point of the rubric."""
    of = Fraction(str(report["max_points"]))
    return assignment.max_points / of if of else Fraction(1)


def _mark(
    told: dict[str, Any], points: Fraction, scale: Fraction, override: Override | None
) -> CriterionMark:
    failed = [item for item in told["evidence"] if item["outcome"] not in ("passed", "ok")]
    return CriterionMark(
        id=told["id"],
        title=told["title"],
        kind=told["kind"],
        status=told["status"],
        graded=points,
        max_points=Fraction(str(told["max_points"])) * scale,
        override=override,
        cause=told["cause"],
        next_step=told["next_step"],
        reason=told["reason"],
        seen=tuple(
            Finding(check=item["subject"], message=item["message"], place=_place(item["location"]))
            for item in failed
        ),
    )


def _override(
    decisions: Sequence[Decision], criterion: str, scale: Fraction
) -> Override | None:
    """The last decision about a criterion, unless it took the ones before it back."""
    last = None
    for item in decisions:
        if item.kind == "override" and item.criterion == criterion:
            last = item
    if last is None or last.points is None:
        return None
    return Override(
        criterion=criterion,
        points=last.points * scale,
        because=last.because,
        who=last.who,
        when=last.at,
    )


def _comments(decisions: Sequence[Decision]) -> tuple[Comment, ...]:
    return tuple(
        Comment(text=item.because, who=item.who, when=item.at)
        for item in decisions
        if item.kind == "comment"
    )


def _place(location: dict[str, Any] | None) -> Place | None:
    if location is None:
        return None
    with suppress(KeyError, TypeError, ValueError):
        return Place(
            file=location["file"], line=int(location["line"]), column=int(location["column"])
        )
    return None
