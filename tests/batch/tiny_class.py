"""A class that hands in repairs of the tiny exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.batch.book import Gradebook
from grader.batch.classrun import Outcome, Wishes, grade_class
from grader.batch.handed import Placement
from grader.batch.runner import Event
from grader.batch.terms import Course
from tests.verify import tiny

RIGHT = "def double(x):\n    return x + x\n"
NO_TEXT = "def double(x):\n    return 2 * int(x)\n"
STARTER = "def double(x):\n    return x\n"
LOOPS = "while True:\n    pass\n"
LEAVES = "import os\nos._exit(0)\n"
BROKEN = "def double(:\n"


@dataclass
class Told:
    """Keeps what a run says."""

    events: list[Event] = field(default_factory=list)
    changes: Sequence[str] = ()
    book: Gradebook | None = None
    placement: Placement | None = None

    def understood(self, placement: Placement, course: Course, odd: Sequence[str]) -> None:
        self.placement = placement

    def begin(self, total: int) -> None: ...

    def done(self, event: Event) -> None:
        self.events.append(event)

    def end(self) -> None: ...

    def summary(
        self, outcome: Outcome, book: Gradebook, changes: Sequence[str], out: Path
    ) -> None:
        self.book, self.changes = book, changes

    @property
    def states(self) -> dict[str, str]:
        """What came of each student's unit."""
        return {event.attempt.student.id: event.state for event in self.events}

    def points(self) -> dict[str, float | None]:
        """The final points by student."""
        assert self.book is not None
        return {
            entry.student.id: None if entry.points is None else float(entry.points)
            for entry in self.book.entries
        }


def hand_in(top: Path, class_of: Mapping[str, str]) -> Path:
    """Folders student/double.py below `top`; the folder."""
    folder = top / "class"
    for student, text in class_of.items():
        (folder / student).mkdir(parents=True, exist_ok=True)
        (folder / student / "double.py").write_text(text)
    return folder


def run(top: Path, **wishes: object) -> tuple[Outcome, Told]:
    """One batch over the class below `top`, into its folder `out`."""
    told = Told()
    wanted = {
        "submissions": top / "class",
        "out": top / "out",
        "exercise": "tiny",
        "seed": 7,
        **wishes,
    }
    asked = Wishes(**wanted)  # type: ignore[arg-type]
    return grade_class(top / "exercises", top / "rubrics", asked, told), told


__all__ = [
    "BROKEN", "LEAVES", "LOOPS", "NO_TEXT", "RIGHT", "STARTER", "Told", "hand_in", "run", "tiny"
]  # fmt: skip
