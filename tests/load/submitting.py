"""Taking in a submission as tests look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import SubmissionRejected
from grader.load import take_in
from grader.model import Exercise


def refusal(folder: Path, exercise: Exercise) -> str:
    """Why the submission is refused: one bounded line that a terminal can show."""
    with pytest.raises(SubmissionRejected) as raised:
        take_in(folder, exercise)
    message = str(raised.value)
    assert message.isprintable()
    assert len(message) < 600
    return message


def taken(folder: Path, exercise: Exercise) -> list[str]:
    """The paths that are graded."""
    return [file.path for file in take_in(folder, exercise).files]


def reasons(folder: Path, exercise: Exercise) -> dict[str, str]:
    """What is left out, and why."""
    return {item.path: item.reason for item in take_in(folder, exercise).ignored}
