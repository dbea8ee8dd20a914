"""What the grade of one unit depends on, as one hash: equal keys, equal grades.

A key covers the student (whose name is in the report), the bytes handed in, the exercise, its
rubric, the part of this program that grades, and the seed of the batch. Paths, machine and clock
are not in it: a cluster and a laptop share one store.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from grader.batch.handed import Student
from grader.load.digests import digest_of, files_below
from grader.model import Exercise, Rubric

PACKAGE = Path(__file__).resolve().parents[1]
GRADING = ("checks", "languages", "load", "model", "oracle", "pipeline", "report", "sandbox")
"""The parts of the program whose change can change a grade or its report; and `scoring.py`."""


@functools.cache
def program() -> str:
    """The digest of what grades, in hex: the same wherever the same grader is installed."""
    files = [PACKAGE / "scoring.py", PACKAGE / "__init__.py"]
    for part in GRADING:
        files += [path for path in files_below(PACKAGE / part) if path.suffix != ".pyc"]
    return digest_of((path.relative_to(PACKAGE).as_posix(), path.read_bytes()) for path in files)


def task_digest(exercise: Exercise, rubric: Rubric) -> str:
    """What a change of the exercise or of its rubric changes."""
    return _hash("task", exercise.id, exercise.digest, rubric.digest)


def seed_of(batch_seed: int, task: str, submission: str) -> int:
    """The seed of one grading, 32 bits: the same for the same bytes, so that copies fare alike."""
    return int(_hash("seed", str(batch_seed), task, submission)[:8], 16)


def key_of(student: Student, task: str, submission: str, seed: int) -> str:
    """The key of one unit, in hex. `submission` is the digest of what was handed in."""
    return _hash("unit", student.id, student.label, task, submission, str(seed), program())


def _hash(*parts: str) -> str:
    return hashlib.sha256(
        b"".join(
            len(part).to_bytes(8, "big") + part
            for part in (text.encode("utf-8", "surrogateescape") for text in parts)
        )
    ).hexdigest()
