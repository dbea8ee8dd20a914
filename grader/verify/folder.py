"""What must be in an exercise's folder for a proof, beyond what grading needs of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from grader.errors import ExerciseError
from grader.load.digests import files_below
from grader.load.mistakes import Mistakes
from grader.load.names import display
from grader.model import Exercise

TEXTS = ("hidden", "public", "solutions", "starter")
SUFFIXES = frozenset({".cpp", ".h", ".hpp", ".md", ".py", ".toml"})
"""What the leak audit and the checks read. A wrong fix may be any bytes: it is taken in first."""
_KNOWN = ("scenarios.py", "checks.py")


def check_folder(exercise: Exercise) -> None:
    """Raise ExerciseError with every mistake, one a line.

    A file that is read as text is none, or a hidden file is not Python or is used by nothing.
    """
    mistakes = Mistakes()
    texts = [path for part in TEXTS for path in files_below(exercise.folder / part)]
    for path in (exercise.folder / "README.md", *texts):
        if path.suffix in SUFFIXES:
            _check_text(path, mistakes)
    for path in _unused(exercise):
        mistakes.add(path, _advice(exercise))
    mistakes.stop(ExerciseError)


def _check_text(path: Path, mistakes: Mistakes) -> None:
    try:
        text = path.read_text(encoding="utf-8")
        if path.parent.name == "hidden" and path.suffix == ".py":
            ast.parse(text)
    except UnicodeDecodeError:
        mistakes.add(path, "is not UTF-8; save it as UTF-8 text")
    except OSError as error:
        mistakes.add(path, f"cannot be read: {error.strerror}")
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        told = display(getattr(error, "msg", str(error)), 200)
        mistakes.add(path, f"line {line}: this is not valid Python: {told}")


def _unused(exercise: Exercise) -> Iterator[Path]:
    """Hidden sources that no grading looks at, such as a test file of another name."""
    sources = {source for program in exercise.programs for source in program.sources}
    for path in files_below(exercise.hidden):
        is_test = path.name.startswith("test_") and path.suffix == ".py"
        is_known = path.parent == exercise.hidden and path.name in (*_KNOWN, *sources)
        if path.suffix in SUFFIXES - {".md"} and not is_test and not is_known:
            yield path


def _advice(exercise: Exercise) -> str:
    programs = " or the sources of a [[program]]" if exercise.language == "cpp" else ""
    return (
        "is never used: hidden files are test_*.py, scenarios.py, checks.py"
        f"{programs}; rename or remove it"
    )

