"""Whose submission it is: what a layout tells of a person, matched with the roster."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from grader.batch.handed import Student
from grader.load.names import did_you_mean, display

MAX_ID = 120
_SURE = ("lms_id", "sis_id", "email", "login", "id")
"""What points at one person by itself, the surest first."""


MAX_HINTS = 50
"""Guesses at what was meant take time, and nobody reads hundreds."""


class Unknown(Exception):
    """A person who is not found; the text says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sign:
    """What a layout tells of a person; "" is what it does not tell.

    `key` is a name of unknown meaning, such as that of a folder. With `lasting`, an `lms_id`
    belongs to the person for good: somebody of the same name and another number is another
    person. Moodle numbers a participant anew for each assignment.
    """

    key: str = ""
    name: str = ""
    email: str = ""
    login: str = ""
    sis_id: str = ""
    lms_id: str = ""
    lasting: bool = True

    @property
    def shown(self) -> str:
        """What a person reads of it."""
        told = self.name, self.key, self.email, self.login, self.sis_id, self.lms_id
        return display(next(filter(None, told), "nobody"), 80)


class People:
    """The students of a class: those of a roster or, without one, whoever handed in."""

    def __init__(self, roster: Iterable[Student]) -> None:
        """Index the roster; an empty one means that everybody is welcome."""
        self._known = {student.id: student for student in roster}
        self._closed = bool(self._known)
        self._hints = MAX_HINTS
        self._index: dict[tuple[str, str], list[Student]] = defaultdict(list)
        for student in self._known.values():
            self._enter(student)

    @property
    def students(self) -> tuple[Student, ...]:
        """Everybody who is known, by id."""
        return tuple(self._known[key] for key in sorted(self._known))

    @property
    def from_roster(self) -> bool:
        """Whether there is a roster."""
        return self._closed

    def logins(self) -> tuple[str, ...]:
        """The logins and ids of the roster, the longest first."""
        found = {name for item in self._known.values() for name in (item.login, item.id) if name}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    def knows(self, key: str) -> bool:
        """Whether the roster has exactly one person of this name or number."""
        try:
            return self._closed and self._matched(Sign(key=key)) is not None
        except Unknown:
            return False

    def find(self, sign: Sign) -> Student:
        """The student that `sign` points at; raises Unknown."""
        if not self._closed:
            return self._welcome(sign)
        student = self._matched(sign)
        if student is None:
            raise Unknown(f"nobody in the roster is {sign.shown}{display(self._hint(sign), 120)}")
        return student

    def _hint(self, sign: Sign) -> str:
        self._hints -= 1
        if self._hints < 0:
            return ""
        known = [name for item in self._known.values() for name in (item.id, item.name) if name]
        return did_you_mean(sign.name or sign.key or sign.login, known)

    def _matched(self, sign: Sign) -> Student | None:
        for kind in _SURE:
            value = getattr(sign, kind, "")
            found = self._index.get((kind, _plain(value)), []) if value else []
            if len(found) == 1:
                return found[0]
        for kind in ("id", "login", "sis_id", "lms_id", "email", "local") if sign.key else ():
            found = self._index.get((kind, _plain(sign.key)), [])
            if len(found) == 1:
                return found[0]
        found = self._index.get(("id", _plain(sign.login)), []) if sign.login else []
        return found[0] if len(found) == 1 else self._of_name(sign)

    def _of_name(self, sign: Sign) -> Student | None:
        """The one of that name; with equal names, no guess."""
        name = sign.name or sign.key
        if not name:
            return None
        found = self._index.get(("name", _words(name)), []) or self._index.get(
            ("run", _run(name)), []
        )
        found = [item for item in found if not _contradict(sign, item)]
        if len(found) > 1:
            shown = display(", ".join(item.id for item in found[:4]), 160)
            raise Unknown(f"several in the roster are called {sign.shown}: {shown}")
        return found[0] if found else None

    def _welcome(self, sign: Sign) -> Student:
        told = sign.lms_id, sign.email, sign.key, sign.login, sign.sis_id, sign.name
        key = unicodedata.normalize("NFC", next(filter(None, told), "")).strip()
        if not key or not key.isprintable() or len(key) > MAX_ID:
            raise Unknown(f"{sign.shown} is no name for a student")
        fresh = Student(
            id=key,
            name=unicodedata.normalize("NFC", sign.name) if sign.name.isprintable() else "",
            email=sign.email if sign.email.isprintable() else "",
            login=sign.login if sign.login.isprintable() else "",
            sis_id=sign.sis_id if sign.sis_id.isprintable() else "",
            lms_id=sign.lms_id if sign.lms_id.isprintable() else "",
        )
        return self._known.setdefault(key, fresh)

    def _enter(self, student: Student) -> None:
        for kind in _SURE:
            value = _plain(getattr(student, kind))
            if value:
                self._index[kind, value].append(student)
        local = student.email.partition("@")[0]
        if local:
            self._index["local", _plain(local)].append(student)
        if student.name:
            self._index["name", _words(student.name)].append(student)
            for run in {_run(student.name), _run(_turned(student.name))}:
                self._index["run", run].append(student)


def _contradict(sign: Sign, student: Student) -> bool:
    """Whether two of one name are known to be two: people choose their names themselves."""
    kinds = ("email", "sis_id", "login", *(("lms_id",) if sign.lasting else ()))
    pairs = ((getattr(sign, kind), getattr(student, kind)) for kind in kinds)
    return any(told and known and _plain(told) != _plain(known) for told, known in pairs)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _words(name: str) -> str:
    """A name whatever its order and punctuation: `Doe, Jane` is `jane_doe`."""
    return " ".join(sorted(re.findall(r"[^\W_]+", _plain(name)))) or _plain(name)


def _turned(name: str) -> str:
    """`Jane Doe` as `Doe Jane`, as Canvas sorts people."""
    if "," in name:
        return name
    first, _, last = name.strip().rpartition(" ")
    return f"{last} {first}"


def _run(name: str) -> str:
    """A name as Canvas writes it into file names: word characters only, in one run."""
    return re.sub(r"[\W_]+", "", _plain(name))
