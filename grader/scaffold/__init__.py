"""New exercises: a small one that already verifies, for an author to replace bit by bit.

Its files are in `templates/<language>`: `exercise` becomes the folder, `rubric.toml` the rubric.
"""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.load.digests import files_below
from grader.load.names import ID_FORM, MAX_ID, display, is_id
from grader.model import Language

TEMPLATES = Path(__file__).resolve().parent / "templates"
TITLES: dict[Language, str] = {
    "python": "A basket that is never empty",
    "cpp": "Listeners that never quite go away",
}
"""What the templates are about; the title that an author gives is that of the exercise to come."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scaffold:
    """What was made: the exercise's folder and its rubric."""

    folder: Path
    rubric: Path


def scaffold(
    exercise_id: str, language: Language, exercises: Path, rubrics: Path, title: str | None = None
) -> Scaffold:
    """Make `exercises/<id>` and `rubrics/<id>.toml`, which verify as they are.

    Whatever exists is left alone, and what was made is removed again when it cannot be finished.
    Raises UsageError: the id or the title cannot be used, something is there already, or a file
    cannot be written.
    """
    _check_id(exercise_id)
    title = _checked_title(TITLES[language] if title is None else title)
    made = Scaffold(folder=exercises / exercise_id, rubric=rubrics / f"{exercise_id}.toml")
    template = TEMPLATES / language
    sources = {
        made.folder / source.relative_to(template / "exercise"): source
        for source in files_below(template / "exercise")
    }
    sources[made.rubric] = template / "rubric.toml"
    try:
        _write(made, {path: _filled(item, exercise_id, title) for path, item in sources.items()})
    except FileExistsError as error:
        raise UsageError(
            f"{error.filename} exists already; choose another id, or move it away first"
        ) from None
    except OSError as error:
        raise UsageError(
            f"{error.filename or made.folder}: {error.strerror}; nothing was made. Choose folders "
            "that can be written with --exercises and --rubrics"
        ) from None
    return made


def _check_id(exercise_id: str) -> None:
    if not is_id(exercise_id):
        raise UsageError(
            f"{display(exercise_id, 80)!r} cannot be the id of an exercise: it must be {ID_FORM}, "
            f"with at most {MAX_ID} characters"
        )


def _checked_title(title: str) -> str:
    """The title as the loader reads it: on one line, its runs of white space collapsed."""
    words = " ".join(title.split())
    if not words:
        raise UsageError("the title is blank; leave --title out, or say what learners are to read")
    if not words.isprintable():
        raise UsageError(f"the title has characters that cannot be printed: {display(words)}")
    return words


def _filled(source: Path, exercise_id: str, title: str) -> str:
    """A template's text. What is printable needs no other escapes in TOML than in JSON."""
    if source.suffix == ".toml":
        title = json.dumps(title, ensure_ascii=False)[1:-1]
    text = source.read_text(encoding="utf-8")
    return text.replace("{{id}}", exercise_id).replace("{{title}}", title)


def _write(made: Scaffold, files: dict[Path, str]) -> None:
    """Write all files or none. Only what did not exist is made, and only that is removed again.

    exercise.toml comes last: until then, nobody takes the folder for an exercise.
    """
    with ExitStack() as undo:
        made.folder.mkdir()
        undo.callback(shutil.rmtree, made.folder, ignore_errors=True)
        for path in sorted(files, key=lambda path: path == made.folder / "exercise.toml"):
            if path != made.rubric:
                path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                if path == made.rubric:
                    undo.callback(path.unlink, missing_ok=True)
                file.write(files[path])
        undo.pop_all()
