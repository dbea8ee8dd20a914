"""The corpus: each attack is a file whose header says what it tries and what must come of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
EXERCISES = HERE.parent / "exercises"
RUBRICS = HERE.parent / "rubrics"
EXERCISE = {".py": ("attack-lru", "solution.py"), ".cpp": ("attack-counter", "solution.hpp")}
"""By suffix: the exercise that an attack is written against, and the file that it becomes."""
_FIELD = re.compile(r"(?:#|//) (ATTACK(?= )|[A-Z][A-Z -]+(?=: ))[: ] ?(.*)")
_MORE = re.compile(r"(?:#|//) +(\S.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """One hostile file.

    `honest_result` is "fail" when it may not reach full marks, "pass" when it must, "contained"
    when only containment counts; `at_most` are the points, of 100, that its honest part deserves.
    """

    name: str
    path: Path
    kind: str
    tries: str
    safe_grader_must: str
    honest_result: str
    at_most: float

    @property
    def language(self) -> str:
        """The language of the exercise, and the name of its folder here."""
        return self.path.parent.name

    @property
    def key(self) -> str:
        """Language and name: both languages have a `spins`."""
        return f"{self.language}/{self.name}"

    @property
    def exercise(self) -> str:
        """The exercise it is graded by."""
        return EXERCISE[self.path.suffix][0]

    @property
    def file(self) -> str:
        """The name under which it is handed in."""
        return EXERCISE[self.path.suffix][1]


def attacks(folder: str) -> list[Attack]:
    """Every attack of a folder, by name. Raises KeyError or ValueError for a bad header."""
    return [_read(path) for path in sorted((HERE / folder).iterdir()) if path.suffix in EXERCISE]


def _read(path: Path) -> Attack:
    fields: dict[str, str] = {}
    name = ""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := _FIELD.fullmatch(line.rstrip()):
            name = found[1]
            fields[name] = found[2]
        elif name and (more := _MORE.fullmatch(line.rstrip())):
            fields[name] += f" {more[1]}"
        elif name:
            break
    if fields["ATTACK"] != path.stem:
        raise ValueError(f"{path}: calls itself {fields['ATTACK']}")
    return Attack(
        name=path.stem,
        path=path,
        kind=fields["CLASS"],
        tries=fields["TRIES"],
        safe_grader_must=fields["SAFE GRADER MUST"],
        honest_result=fields["HONEST-RESULT"].split()[0],
        at_most=float(fields["AT-MOST"].split()[0]),
    )
