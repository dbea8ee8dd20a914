"""Errors that a person can cause or mend; everything else is a bug and keeps its traceback.

Each kind carries the exit code that the command line documents for it.
"""

from __future__ import annotations


class GraderError(Exception):
    """One line for a person: what is wrong, where, and what to do about it."""

    exit_code = 4


class UsageError(GraderError):
    """The command was called with something that does not exist or does not fit."""

    exit_code = 2


class ExerciseError(GraderError):
    """An exercise on disk is broken; the message names file, table and key."""

    exit_code = 3


class RubricError(GraderError):
    """A rubric on disk is broken; the message names file, table and key."""

    exit_code = 3


class ToolMissing(GraderError):
    """The machine lacks something; the message ends with the command that mends it."""

    exit_code = 4


class BoxError(GraderError):
    """The sandbox itself failed: never the learner's fault."""

    exit_code = 4


class SubmissionRejected(GraderError):
    """A submission that intake refuses, with the reason in one line."""

    exit_code = 5
