"""Classes made up for tests: from a seed, so that each run sees the same."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from grader.batch.book import (
    Adjustment,
    Assignment,
    Comment,
    CriterionMark,
    Entry,
    EntryStatus,
    Gradebook,
    Override,
)
from grader.batch.handed import Student, Unplaced
from grader.batch.similar import Match, Pair, Passage

MADE = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
_FIRST = "Ana Bo Chen Dua Emil Fatou Goran Hana Ivo Júlia Kofi Lena Mei Noor Olu Pia".split()
_LAST = "Abel Brandt Castro Dvořák Eze Fischer Gómez Haddad Ito Jansen".split()
_CRITERIA = (
    ("importable", "The module can be imported", "10"),
    ("evicts-oldest", "The entry that was not used longest goes first", "30"),
    ("threads", "Threads can share the cache", "25"),
    ("none-is-kept", "`None` is a value like any other", "25"),
    ("no-bare-except", "No error is swallowed", "10"),
)


def made_class(students: int, exercises: int, seed: int = 1) -> Gradebook:
    """A class with some of everything: late, decided, incomplete, rejected, missing, marked."""
    rng = random.Random(seed)
    people = tuple(_student(at) for at in range(students))
    assignments = tuple(_assignment(at) for at in range(exercises))
    skill = {person.id: rng.betavariate(5, 2) for person in people}
    return Gradebook(
        name="Concurrency, spring",
        made=MADE,
        students=people,
        assignments=assignments,
        entries=tuple(
            _entry(person, item, skill[person.id], rng) for person in people for item in assignments
        ),
        unplaced=(
            Unplaced(path="Ana Abel (copy)/notes.docx", reason="no exercise takes such a file"),
            Unplaced(path="x17.zip", reason="no student of the roster has this name"),
        ),
    )


def _student(at: int) -> Student:
    name = f"{_FIRST[at % len(_FIRST)]} {_LAST[at // len(_FIRST) % len(_LAST)]}"
    return Student(id=f"s{at:04}", name=name, section="AB"[at % 2])


def _assignment(at: int) -> Assignment:
    names = ("py-lru-cache", "py-retry", "cpp-memory-pool", "py-ttl-cache", "cpp-singleton")
    exercise = names[at] if at < len(names) else f"py-exercise-{at}"
    return Assignment(
        exercise=exercise,
        title="A cache that forgets the wrong entry",
        language=exercise[: exercise.index("-")].replace("py", "python"),
        max_points=Fraction(100),
        due=MADE - timedelta(days=1),
    )


def _entry(person: Student, item: Assignment, skill: float, rng: random.Random) -> Entry:
    chance = rng.random()
    status: EntryStatus = (
        "missing" if chance < 0.04 else "rejected" if chance < 0.06
        else "incomplete" if chance < 0.08 else "graded"
    )  # fmt: skip
    report = f"reports/{person.id}/{item.exercise}.html"
    if status in ("missing", "rejected"):
        note = "lru_cache.py is not UTF-8: byte 0xff in line 3" if status == "rejected" else ""
        return Entry(student=person, assignment=item, status=status, note=note)
    marks = _marks(skill, rng, status)
    return Entry(
        student=person,
        assignment=item,
        status=status,
        attempt=1,
        attempts=rng.randrange(1, 4),
        criteria=marks,
        adjustments=_late(rng),
        comments=_comments(rng),
        integrity=("it opened /proc/self/mem while it was tested",) if rng.random() < 0.01 else (),
        note="the search for interleavings ended without a verdict" if status != "graded" else "",
        submitted=MADE - timedelta(hours=rng.randrange(20, 90)),
        graded_at=MADE - timedelta(minutes=rng.randrange(1, 300)),
        seconds=rng.lognormvariate(0, 0.8),
        report=report,
    )


def _late(rng: random.Random) -> tuple[Adjustment, ...]:
    if rng.random() > 0.05:
        return ()
    return (Adjustment(label="1 day late", points=Fraction(-15, 2)),)


def _comments(rng: random.Random) -> tuple[Comment, ...]:
    if rng.random() > 0.02:
        return ()
    return (Comment(text="Nicely explained.", who="R. Okafor", when=MADE),)


def _marks(skill: float, rng: random.Random, status: EntryStatus) -> tuple[CriterionMark, ...]:
    marks = []
    hard = (0.01, 0.3, 0.75, 0.45, 0.15)
    for (name, title, points), hardness in zip(_CRITERIA, hard, strict=True):
        whole = Fraction(points)
        has = rng.random() < min(1.0, (1 - hardness) * (0.35 + skill))
        state = "passed" if has else "partial" if rng.random() < 0.15 else "failed"
        if status == "incomplete" and name == "threads":
            state = "error"
        got = {"passed": whole, "partial": whole / 3}.get(state, Fraction(0))
        made = None
        if state == "failed" and rng.random() < 0.01:
            made = Override(
                criterion=name, points=whole, because="the wording was unclear",
                who="R. Okafor", when=MADE,
            )  # fmt: skip
        marks.append(
            CriterionMark(
                id=name,
                title=title,
                kind="behaviour",
                status=state,
                graded=got,
                max_points=whole,
                override=made,
            )
        )
    return tuple(marks)


def passage(first: int, *text: str, file: str = "lru_cache.py") -> Passage:
    """Lines of a file, from line `first`."""
    return Passage(file=file, first=first, last=first + len(text) - 1, text=text)


def made_pair(first: str, second: str, exercise: str = "py-lru-cache") -> Pair:
    """Two students with one passage in common."""
    one = passage(12, "def get(self, key):", "    with self._lock:", "        return self._map[k]")
    two = passage(20, "def get(self, k):", "  with self.guard:", "    return self.data[k]")
    match = Match(first=one, second=two, tokens=44)
    return Pair(
        exercise=exercise, first=first, second=second, share=Fraction(11, 12), matches=(match,) * 2
    )
