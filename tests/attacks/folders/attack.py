"""What an attack is, and what several of them are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Literal

Build = Callable[[Path], Path]
Meanwhile = Callable[[Path, Event], None]
Result = Literal["right", "wrong", "refused", "usage", "either"]
Needs = Literal["", "root", "user"]
EXIT_CODES: dict[Result, tuple[int, ...]] = {
    "right": (0,),
    "wrong": (0,),
    "refused": (5,),
    "usage": (2,),
    "either": (0, 5),
}
MARK = "PWN" + "ED-"
"""What planted code prints, and what files outside a submission hold. No attack has it as text."""
ALONE = "take the file that was asked for, leave the rest alone, and give full marks"
IMPORTABLE = 20
"""At most: what a file deserves that can be imported and does nothing right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FolderAttack:
    """One hostile folder or archive.

    `honest_result`: "right" must get exactly 100 points; "wrong" is graded, with `at_most` points;
    "refused" and "usage" end with one line that holds `reason`; "either" is graded in full or
    refused, whichever came first. `needs` says for whom it makes sense. `meanwhile` runs beside
    the grading until the event is set.
    """

    name: str
    cls: str
    tries: str
    safe_grader_must: str
    build: Build
    honest_result: Result
    at_most: float
    reason: str = ""
    exercise: str = "attack-lru"
    needs: Needs = ""
    meanwhile: Meanwhile | None = None

    @property
    def exit_codes(self) -> tuple[int, ...]:
        """The exit codes of the command that are right."""
        return EXIT_CODES[self.honest_result]


def attack(
    result: Result,
    *,
    tries: str,
    must: str = ALONE,
    at_most: float | None = None,
    reason: str = "",
    exercise: str = "attack-lru",
    needs: Needs = "",
    meanwhile: Meanwhile | None = None,
) -> Callable[[Build], FolderAttack]:
    """Make an attack of a builder; its name is the function's, its class the module's."""

    def made(build: Build) -> FolderAttack:
        return FolderAttack(
            name=build.__name__,
            cls=build.__module__.rpartition(".")[2],
            tries=tries,
            safe_grader_must=must,
            build=build,
            honest_result=result,
            at_most=(100 if result in ("right", "either") else 0) if at_most is None else at_most,
            reason=reason,
            exercise=exercise,
            needs=needs,
            meanwhile=meanwhile,
        )

    return made


RIGHT = '''\
"""A cache that forgets what was not used for the longest time."""

from collections import OrderedDict


class LRUCache:
    """At most `capacity` entries."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = OrderedDict()

    def get(self, key):
        """The value of `key`, or -1; a hit is a use."""
        if key not in self.entries:
            return -1
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key, value):
        """Store `value`; the oldest entry makes room."""
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.capacity:
            self.entries.popitem(last=False)
'''
BROKEN = '''\
"""Can be imported, and that is all."""


class LRUCache:
    """Keeps nothing."""

    def __init__(self, capacity):
        self.capacity = capacity

    def get(self, key):
        """Nothing."""

    def put(self, key, value):
        """Nothing."""
'''
COUNTER = """\
#pragma once

class Counter {
public:
    void inc() { add(1); }
    void add(int amount) { value_ += amount; }
    void reset() { value_ = 0; }
    int value() const { return value_; }

private:
    int value_ = 0;
};
"""


def learner(home: Path, text: str | bytes = RIGHT, *, name: str = "alice") -> Path:
    """A folder that holds solution.py."""
    return lay(home / name, {"solution.py": text})


def counting(home: Path, extra: dict[str, str | bytes] | None = None) -> Path:
    """A folder that holds solution.hpp, and more."""
    return lay(home / "alice", {"solution.hpp": COUNTER, **(extra or {})})


def lay(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below `folder`, and give it back."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def planted(name: str) -> str:
    """Python that shows that it was run."""
    return (
        f"open('/tmp/pwned_{name}', 'w').close()\n"
        f"print('PWN' + 'ED-{name}')\n"
    )


def secret(home: Path, name: str = "secret.py") -> Path:
    """A readable file outside the submission whose text no report may show."""
    folder = home / "outside"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"# {MARK}secret\n{BROKEN}")
    return folder / name
