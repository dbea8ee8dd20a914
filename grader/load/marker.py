"""The marker file that `grader start` leaves beside a starter: which exercise it is."""

from __future__ import annotations

from pathlib import Path

from grader.errors import SubmissionRejected
from grader.load.intake import open_submission
from grader.load.mistakes import Mistakes
from grader.load.names import ID_FORM, display, is_id
from grader.load.rules import MARKER
from grader.load.tables import parse_toml
from grader.load.trees import Irregular, Tree

MAX_MARKER_BYTES = 4 * 1024


def read_marker(folder: Path) -> str | None:
    """The exercise id that the submission's own marker names, or None without a marker.

    The marker is the learner's to change: the id is well formed, but need not exist.
    Raises UsageError, and SubmissionRejected when the marker is damaged.
    """
    with open_submission(folder) as tree:
        found = _marker_path(tree)
        if found is None:
            return None
        where = display(f"{folder}/{found}")
        mistakes = Mistakes()
        try:
            content = tree.read(found)
        except Irregular as error:
            raise SubmissionRejected(f"{where} is {error}; name the exercise yourself") from error
    if len(content) > MAX_MARKER_BYTES:
        raise SubmissionRejected(f"{where} is too long; name the exercise yourself")
    document = parse_toml(content, where, mistakes)
    exercise = document.text("exercise")
    document.close()
    if exercise and not is_id(exercise):
        document.wrong("exercise", f"must be the id of an exercise: {ID_FORM}")
    mistakes.stop(SubmissionRejected)
    return exercise


def _marker_path(tree: Tree) -> str | None:
    """The marker at the top or, where a folder was packed, in the only folder that has one."""
    paths = [entry.path for entry in tree.entries if not entry.is_folder]
    if MARKER in paths:
        return MARKER
    below = [path for path in paths if path.count("/") == 1 and path.endswith(f"/{MARKER}")]
    return below[0] if len(below) == 1 else None
