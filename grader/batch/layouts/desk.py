"""Where layouts bring what they find: it becomes a numbered attempt, or is listed with a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader.batch.handed import Attempt, Placement, Student, Unplaced
from grader.batch.layouts.keep import Shelf, read_file
from grader.batch.layouts.listing import Item, Unlisted, look, peek
from grader.batch.layouts.people import People, Sign, Unknown
from grader.batch.layouts.which import Unclear, by_file_name, exercise_of, is_source_of, own_name
from grader.load.names import display
from grader.load.trees import Irregular
from grader.model import Exercise

_NUMBERED = re.compile(r"attempt[-_ ]?([1-9][0-9]{0,3})", re.IGNORECASE)
MAX_REASON = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Handing:
    """What a layout tells of one submission beside its place.

    `exercise` is "" where the layout does not tell. `number` is 0 where attempts are not
    numbered. `own_folders` are folders that the student filled: those called `attempt-2` in it
    are then the student's business and no attempts.
    """

    sign: Sign
    exercise: str = ""
    number: int = 0
    when: datetime | None = None
    late: bool = False
    own_folders: bool = False


class Desk:
    """Everything that was found so far."""

    def __init__(
        self,
        root: Path,
        exercises: Mapping[str, Exercise],
        *,
        people: People,
        asked: str | None,
        shelf: Shelf | None,
    ) -> None:
        """Begin with nothing; `asked` is the one exercise that is graded, if one was named."""
        self.exercises = exercises
        self.people = people
        self.asked = asked
        self.shelf = shelf
        self._bases = [(root, "")]
        self._attempts: dict[tuple[str, str, int], Attempt] = {}
        self._sources: dict[tuple[str, str, int], str] = {}
        self._unplaced: list[Unplaced] = []
        self._others: Counter[str] = Counter()

    def shown(self, path: Path) -> str:
        """A path as the person knows it: below the folder they named."""
        for base, prefix in reversed(self._bases):
            if path.is_relative_to(base):
                return display(prefix + str(path.relative_to(base)))
        return display(str(path))

    def call(self, folder: Path, name: str) -> None:
        """From now on, what is below `folder` is shown as being in `name`."""
        self._bases.append((folder, f"{name}/" if name else ""))

    def is_unpacked(self, path: Path) -> bool:
        """Whether something comes out of a class zip."""
        return any(path.is_relative_to(folder) for folder, _ in self._bases[1:])

    def leave(self, path: Path, reason: str) -> None:
        """List something as nobody's."""
        self._unplaced.append(Unplaced(path=self.shown(path), reason=display(reason, MAX_REASON)))

    def leave_beside(self, taken: Item, items: Sequence[Item]) -> None:
        """List what lies beside the one thing that is graded."""
        for item in items:
            if item != taken:
                self.leave(item.path, f"beside {display(taken.name, 80)}, which is graded")

    def leave_listed(self, found: tuple[Unplaced, ...], name: str) -> None:
        """List what was left out of the class zip called `name`; "" is the zip of them all."""
        prefix = display(f"{name}/", 80) if name else ""
        self._unplaced += [replace(item, path=f"{prefix}{item.path}") for item in found]

    def pass_over(self, exercise: str) -> None:
        """Count a submission for an exercise that this batch is not about."""
        self._others[exercise] += 1

    def placement(self, layout: str) -> Placement:
        """All of it, in order."""
        others = [
            Unplaced(path=f"*/{name}", reason=f"{count} not looked at: only {self.asked} is graded")
            for name, count in sorted(self._others.items())
        ]
        return Placement(
            layout=layout,
            students=self.people.students,
            attempts=tuple(self._attempts[key] for key in sorted(self._attempts)),
            unplaced=(*sorted(self._unplaced, key=lambda item: (item.path, item.reason)), *others),
        )

    def hand_in(self, item: Item, handing: Handing) -> None:
        """Place one folder, archive or source file."""
        if item.problem:
            self.leave(item.path, item.problem)
        elif item.kind == "folder":
            self._folder(item, handing)
        elif item.is_archive:
            self._place(item.path, item.path, handing)
        elif item.is_source:
            self._single(item, handing)
        else:
            self.leave(item.path, "neither a folder, nor an archive, nor a source file")

    def gather(self, source: Path, files: Mapping[str, Path], handing: Handing) -> None:
        """Place a submission of single files: their names in it, and where they are."""
        if self.shelf is None:
            self.leave(source, "a single file, and no folder was named to copy it to")
            return
        student = self._student(source, handing)
        if student is None:
            return
        contents: dict[str, bytes] = {}
        for name, path in files.items():
            try:
                contents[name] = read_file(path)
            except Irregular as error:
                self.leave(path, str(error))
        if contents:
            self._record(source, self.shelf.keep(student.id, contents), student, handing)

    def _folder(self, item: Item, handing: Handing) -> None:
        try:
            everything = look(item.path)
        except Unlisted as error:
            self.leave(item.path, str(error))
            return
        found = [inner for inner in everything if not inner.name.startswith(".")]
        packed = lone_archive(found)
        if found and all(map(attempt_number, found)) and not handing.own_folders:
            for inner in everything:
                number = attempt_number(inner)
                self.hand_in(inner, replace(handing, number=number, own_folders=True))
        elif packed:
            self._place(item.path, packed.path, handing)
            self.leave_beside(packed, everything)
        else:
            self._place(item.path, item.path, handing)

    def _single(self, item: Item, handing: Handing) -> None:
        try:
            key = handing.exercise or self.asked or by_file_name(item.name, self.exercises)
        except Unclear as error:
            self.leave(item.path, str(error))
            return
        exercise = self.exercises[key]
        if not is_source_of(item.name, exercise) or len(exercise.files) != 1:
            wanted = ", ".join(exercise.files)
            self.leave(item.path, f"{key} asks for {wanted}: a folder or an archive is needed")
            return
        name = own_name(item.name, exercise)
        target = name if name in exercise.files else exercise.files[0]
        self.gather(item.path, {target: item.path}, replace(handing, exercise=key))

    def _place(self, source: Path, path: Path, handing: Handing) -> None:
        student = self._student(source, handing)
        if student is None:
            return
        try:
            exercise = handing.exercise or self.asked or exercise_of(path, self.exercises)
        except Unclear as error:
            self.leave(source, str(error))
            return
        self._record(source, path, student, replace(handing, exercise=exercise))

    def _student(self, source: Path, handing: Handing) -> Student | None:
        try:
            return self.people.find(handing.sign)
        except Unknown as error:
            self.leave(source, str(error))
            return None

    def _record(self, source: Path, path: Path, student: Student, handing: Handing) -> None:
        number = handing.number or 1
        key = handing.exercise, student.id, number
        if self.asked and handing.exercise != self.asked:
            self.pass_over(handing.exercise)
        elif key in self._attempts:
            where = f"of {display(student.label, 60)} for {handing.exercise}"
            reason = f"attempt {number} {where} is {self._sources[key]} already: remove one of them"
            self.leave(source, reason)
        else:
            self._sources[key] = self.shown(source)
            self._attempts[key] = Attempt(
                student=student,
                exercise=handing.exercise,
                path=path,
                number=number,
                when=handing.when,
                late=handing.late,
            )


def attempt_number(item: Item) -> int:
    """The number of `attempt-2` and its like; 0 for any other name."""
    match = _NUMBERED.fullmatch(item.title)
    return int(match[1]) if match else 0


def lone_archive(items: Sequence[Item]) -> Item | None:
    """The archive that is the submission: the only one, with no code and no folder beside it."""
    archives = [item for item in items if item.is_archive and not item.problem]
    code = any(item.is_source or item.kind == "folder" for item in items)
    return archives[0] if len(archives) == 1 and not code else None


def holds(folder: Path, names: tuple[str, ...]) -> bool:
    """Whether all of these files are at the top of a folder."""
    return set(names) <= {item.name for item in peek(folder) if item.kind == "file"}
