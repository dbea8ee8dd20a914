"""Turns the end of one hidden test into an outcome and a sentence that a learner may read."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from grader.errors import GraderError
from grader.model import Outcome, TraceLine
from grader.oracle.interleavings import Inconclusive
from grader.oracle.session import Raised
from grader.sandbox.request import Died, Fault, Hang, Unanswered, Violation
from grader.sandbox.request import Outcome as BoxOutcome

STALLED = "Stalled"
"""What virtual time raises when nothing is left that could happen (inside/virtual_time.py)."""
OURS = "This could not be judged; it is not your fault. A person has to look at it."


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """`detail` is for the author and the instructor only; `message` is for the learner.

    `died` says that the process ended by itself; what it left behind tells more than its end.
    """

    outcome: Outcome
    message: str = ""
    traceback: tuple[TraceLine, ...] = ()
    detail: str = ""
    died: bool = False


def judge(error: BaseException | None, story: str) -> Verdict:
    """The verdict on a test that ended with `error` (None when it passed).

    Only what is known to be ours is an `error`: trouble in the sandbox, a starved machine, an
    inconclusive search. Everything else that stops a test, a TypeError on a strange answer
    included, is the submission's doing.
    """
    if error is None:
        return Verdict(outcome="passed")
    if isinstance(error, (GraderError, Inconclusive)) or _starved(error):
        return Verdict(outcome="error", message=OURS, detail=f"{type(error).__name__}: {error}")
    if isinstance(error, Raised):
        hung = error.type == STALLED
        told = f"Your code hung: {error.message}." if hung else f"Your code raised {error}."
        message = f"{story} {told}".strip()
        return Verdict(outcome="failed", message=message, traceback=error.traceback)
    if isinstance(error, Fault):
        message = f"{story} {_fault(error)}".strip()
        detail = f"driver: {error}" if isinstance(error, Unanswered) else ""
        died = isinstance(error, Died)
        return Verdict(outcome="failed", message=message, died=died, detail=detail)
    return Verdict(outcome="failed", message=story, detail=f"{type(error).__name__}: {error}")


def _starved(error: BaseException) -> bool:
    return isinstance(error, Hang) and error.starved


def _fault(error: Fault) -> str:
    if isinstance(error, Hang):
        return f"Your code gave no answer ({error}); it was stopped."
    if isinstance(error, Died) and error.outcome is not None:
        return f"The process of your code ended early: {how_it_ended(error.outcome)}."
    if isinstance(error, Violation):
        return "Your code wrote to the channel on which the grader listens: that is no answer."
    if isinstance(error, Unanswered):
        return "Your code's answer is too large, or none at all."
    return str(error)


def how_it_ended(outcome: BoxOutcome) -> str:
    """The end of a process in words."""
    words = {
        "wall": "it ran out of time",
        "cpu": "it used up its processor time",
        "memory": "it used more memory than it may",
        "processes": "it started more threads than it may",
        "disk": "it wrote more than it may",
        "output": "it flooded its output",
        "killed": "it was stopped",
    }
    if outcome.ended == "exited":
        return f"it left with exit status {outcome.code}"
    if outcome.ended == "signal":
        try:
            name = signal.Signals(outcome.code).name
        except ValueError:
            name = f"signal {outcome.code}"
        return f"it was ended by {name}"
    return words[outcome.ended]
