"""Grades to render: one for each way in which a grading can end, and a hostile one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from grader.model import Grade
from tests.report.graded import full_marks, partial_race
from tests.report.graded_cpp import sanitizer
from tests.report.ungraded import hostile, incomplete, rejected

SAMPLES: Mapping[str, Callable[[], Grade]] = {
    "full_marks": full_marks,
    "partial_race": partial_race,
    "sanitizer": sanitizer,
    "incomplete": incomplete,
    "rejected": rejected,
    "hostile": hostile,
}
TAME = tuple(name for name in SAMPLES if name != "hostile")
"""The samples whose reports are small enough to be kept as goldens."""
