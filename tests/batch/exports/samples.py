"""A small class with everything that an export has to tell, and hostile text for all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

from hypothesis import strategies as st

from grader.batch.book import (
    Adjustment,
    Assignment,
    Comment,
    CriterionMark,
    Entry,
    Finding,
    Gradebook,
    Override,
    Place,
)
from grader.batch.handed import Student, Unplaced

WILD = st.text(st.characters(exclude_categories=()), max_size=60)
SPREADSHEET = st.text("=+-@\t\r\n \x00\"',;|\\a1()﹢＝\ud800\u202e", max_size=12)
"""Any text at all, and text of the characters that spreadsheets and parsers stumble over."""
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LRU = Assignment(
    exercise="py-lru-cache", title="A cache", language="python", max_points=Fraction(100)
)
POOL = Assignment(
    exercise="cpp-pool", title="A pool", language="cpp", max_points=Fraction(40), due=NOON
)
ADA = Student(
    id="ada", name="Ada Lovelace", email="ada@example.org", login="al1", sis_id="S1", lms_id="101"
)
BOB = Student(id="bob", name="Bob Stone", email="bob@example.org", lms_id="102")
CAI = Student(id="cai", name="Cai Wen", email="cai@example.org", lms_id="103", section="B")
DEE = Student(id="dee", name="Dee Moss", email="dee@example.org", lms_id="104")

EVICTS = CriterionMark(
    id="evicts",
    title="Evicts the oldest",
    kind="behaviour",
    status="failed",
    graded=Fraction(0),
    max_points=Fraction(60),
    cause="A hit is not recorded.",
    next_step="Record every use.",
    seen=(Finding(check="", message="f(1) ran again", place=Place(file="a b/lru.py", line=7)),),
)
KEYS = CriterionMark(
    id="keys",
    title="No keys from str",
    kind="static",
    status="passed",
    graded=Fraction(40),
    max_points=Fraction(40),
)
GIVEN = Override(
    criterion="evicts",
    points=Fraction(60),
    because="It does; the test is too strict.",
    who="Prof. Hopper",
    when=NOON,
)
LATE = Adjustment(label="One day late", points=Fraction(-10))
PRAISE = Comment(text="Well argued.", who="Prof. Hopper", when=NOON)
FOUND = Finding(
    check="py.bare-except",
    message="except: hides errors",
    place=Place(file="lru.py", line=3, column=5),
)


def entry(student: Student, assignment: Assignment = LRU, **changes: object) -> Entry:
    """A graded entry: 40 of 100, a criterion failed and one passed."""
    plain = Entry(
        student=student,
        assignment=assignment,
        status="graded",
        attempt=1,
        attempts=2,
        criteria=(EVICTS, KEYS),
        findings=(FOUND,),
        submitted=NOON - timedelta(days=1),
        graded_at=NOON,
        seconds=1.25,
        digest="ab" * 32,
        report="reports/ada.html",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def book(*entries: Entry) -> Gradebook:
    """A class of these entries, their students and assignments."""
    students = {item.student.id: item.student for item in entries}
    assignments = {item.assignment.exercise: item.assignment for item in entries}
    return Gradebook(
        name="night",
        made=NOON.astimezone(timezone(timedelta(hours=2))),
        students=tuple(students[key] for key in sorted(students)),
        assignments=tuple(assignments.values()),
        entries=entries,
        unplaced=(Unplaced(path="stray.txt", reason="belongs to nobody"),),
    )


ADA_CHANGED = entry(
    ADA,
    criteria=(replace(EVICTS, override=GIVEN), KEYS),
    adjustments=(LATE,),
    comments=(PRAISE,),
)
"""60 given by a person instead of 0, then 10 off for a late day: 90 of 100."""
BOB_OPEN = entry(
    BOB,
    status="incomplete",
    note="the search ended without a verdict",
    criteria=(replace(EVICTS, status="error", reason="time ran out on our side"), KEYS),
)
CAI_REFUSED = entry(
    CAI, status="rejected", note="lru.py is missing", criteria=(), findings=(), seconds=0.0
)
DEE_MISSING = entry(
    DEE,
    status="missing",
    criteria=(),
    findings=(),
    attempt=0,
    attempts=0,
    submitted=None,
    graded_at=None,
    digest="",
    report="",
    seconds=0.0,
)
CLASS = book(ADA_CHANGED, BOB_OPEN, CAI_REFUSED, DEE_MISSING)


def hostile(text: str, other: str = "x") -> Gradebook:
    """A class where every text that a stranger chooses is `text`."""
    student = Student(
        id=text or "x", name=text, email=text, login=text, sis_id=text, lms_id=text, section=text
    )
    place = Place(file=text, line=1)
    mark = replace(
        EVICTS,
        title=text,
        cause=text,
        next_step=text,
        reason=other,
        override=replace(GIVEN, points=Fraction(5), because=text, who=text),
        seen=(Finding(check=text, message=text, place=place),),
    )
    return book(
        entry(
            student,
            criteria=(mark,),
            adjustments=(replace(LATE, label=text),),
            comments=(replace(PRAISE, text=text, who=text),),
            findings=(Finding(check=text, message=text, place=place),),
            integrity=(text,),
            note=text,
            digest=text,
            report=text,
        )
    )
