"""From the outcome of one run of the compiler to diagnostics, or to a fault that is ours."""

from __future__ import annotations

import re
from collections.abc import Callable

from grader.errors import BoxError
from grader.languages.cpp.compiling import ARTEFACT_MIB, MEMORY_MIB
from grader.languages.cpp.diagnostics import Diagnostic
from grader.languages.cpp.places import Places
from grader.sandbox.request import Outcome


class Busy(BoxError):
    """The machine was too busy for a fair answer: nobody's code is to blame."""


Parser = Callable[[bytes, Places], tuple[Diagnostic, ...]]
_KILLED = re.compile(rb"fatal error: ([\w ]{1,60}) signal terminated program (?:cc1plus|as|ld)")


def judge(
    outcome: Outcome, parse: Parser, places: Places, seconds: float
) -> tuple[Diagnostic, ...]:
    """What went wrong, empty when nothing did.

    Raises Busy when the machine took too long to give the compiler its time.
    """
    if outcome.ended == "exited" and outcome.code == 0:
        return ()
    if outcome.ended == "wall" and outcome.starved:
        raise Busy("the machine was too busy to compile in time; grade this submission again")
    killed = _KILLED.search(outcome.stderr) or _KILLED.search(outcome.stdout)
    signal = killed[1].decode().strip() if killed else ""
    if outcome.ended in ("wall", "cpu") or signal.startswith("CPU time"):
        return (_limit(f"did not compile within {seconds:g} seconds"),)
    if outcome.ended == "memory":
        return (_limit(f"needed more than {MEMORY_MIB} MiB of memory to compile"),)
    if outcome.ended == "disk":
        return (_limit("made the compiler write more files than there is room for"),)
    if outcome.ended == "output":
        return (_limit("made the compiler write more messages than anybody could read"),)
    if signal.startswith("File size"):
        return (_limit(f"compiles to more than {ARTEFACT_MIB} MiB"),)
    if outcome.ended != "exited" or signal:
        return (Diagnostic(kind="crash", message="the compiler itself broke down on this code"),)
    return parse(outcome.stderr, places)


def _limit(what: str) -> Diagnostic:
    return Diagnostic(kind="limit", message=f"this code {what}")
