"""The loop of a batch, with workers that fail as the test says."""

from __future__ import annotations

import tempfile
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch.handed import Attempt, Student
from grader.batch.runner import TRIES, Event, Plan, run
from grader.batch.store import AttemptRow, open_store
from grader.batch.work import Result, Task
from tests.batch.made import place, result
from tests.batch.tiny_class import RIGHT, STARTER, hand_in, tiny

Fate = tuple[str, ...]
"""What comes of the tries of one unit, one after the other: "good", "lost" or "fault"."""


class ScriptedCrew:
    """Gives every unit the fates that were written for it."""

    def __init__(self, fates: Mapping[str, Fate], size: int = 2) -> None:
        self._fates = {name: deque(fate) for name, fate in fates.items()}
        self._size = size
        self._at: list[Task] = []
        self.begun: Counter[str] = Counter()
        self.most = 0

    @property
    def room(self) -> int:
        return self._size - len(self._at)

    @property
    def busy(self) -> bool:
        return bool(self._at)

    def submit(self, task: Task) -> None:
        assert self.room > 0
        self._at.append(task)
        self.most = max(self.most, len(self._at))
        self.begun[task.submission.name] += 1

    def collect(self, seconds: float) -> list[tuple[Task, Result]]:
        task = self._at.pop(0)
        fate = self._fates[task.submission.name].popleft()
        if fate == "good":
            return [(task, replace(result(task.key), key=task.key))]
        return [(task, Result(key=task.key, fault=f"it was {fate}", again=fate == "lost"))]

    def close(self) -> None: ...


def graded(
    top: Path, fates: Mapping[str, Fate], *, stop_after: int = 10**9, gone: str = ""
) -> tuple[list[Event], dict[str, AttemptRow], ScriptedCrew]:
    """Run a class of these students; events, rows by student, and the crew."""
    exercise, rubric = tiny.read(top)
    hand_in(top, {name: RIGHT for name in fates if name != gone})
    attempts = [
        Attempt(student=Student(id=name), exercise="tiny", path=top / "class" / name)
        for name in sorted(fates)
    ]
    crew = ScriptedCrew(fates)
    plan = Plan(library={"tiny": (exercise, rubric, top / "rubrics/tiny.toml")}, seed=1, root=top)
    events: list[Event] = []
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder), create=True) as store:
        place(store, len(fates))
        for event in run(store, crew, plan, attempts, lambda: len(events) >= stop_after):
            events.append(event)
        rows = {row.student: row for row in store.attempts()}
    return events, rows, crew


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("runner"))


def students(fates: Sequence[Fate]) -> dict[str, Fate]:
    return {f"s{index}": fate for index, fate in enumerate(fates)}


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            [
                ("good",),
                ("lost", "good"),
                ("lost", "lost", "good"),
                ("lost", "lost", "lost"),
                ("fault",),
                ("lost", "fault"),
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_unit_ends_and_no_fault_is_a_result(top: Path, fates: list[Fate]) -> None:
    events, rows, crew = graded(top, students(fates))
    assert len(events) == len(fates)
    states = {event.attempt.student.id: event.state for event in events}
    for name, fate in students(fates).items():
        assert crew.begun[name] == len(fate) <= TRIES
        assert states[name] == ("graded" if fate[-1] == "good" else "fault")
        assert bool(rows[name].key) is (fate[-1] == "good")
        assert rows[name].fault == ("" if fate[-1] == "good" else f"it was {fate[-1]}")
    assert crew.most <= 2


def test_equal_files_of_two_students_are_two_units(top: Path) -> None:
    events, rows, _ = graded(top, students([("good",), ("good",)]))
    assert len(events) == 2
    assert rows["s0"].key != rows["s1"].key


def test_stopping_finishes_what_was_begun(top: Path) -> None:
    events, rows, crew = graded(top, students([("good",)] * 6), stop_after=1)
    assert len(events) == sum(crew.begun.values()) < 6
    assert sum(bool(row.key) for row in rows.values()) == len(events)


def test_what_is_gone_is_a_fault_and_no_failure(tmp_path: Path) -> None:
    top = tiny.write(tmp_path)
    hand_in(top, {"s0": STARTER})
    events, rows, _ = graded(top, {"s0": ("good",), "s1": ()}, gone="s1")
    assert {event.attempt.student.id: event.state for event in events}["s1"] == "fault"
    assert rows["s1"].fault
    assert not rows["s1"].key
