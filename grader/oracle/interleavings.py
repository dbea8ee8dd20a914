"""Judges the states that an exploration of interleavings led to, and shows the one that broke."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grader.model import Location, Step
from grader.oracle.backend import Tampered
from grader.oracle.remote import Remote, call
from grader.oracle.session import Session
from grader.sandbox.request import Violation

MAX_TEXT = 300
MAX_STEPS = 60


class Inconclusive(Exception):
    """The search could not say anything: neither right nor wrong."""


class Blinded(Tampered):
    """The search does not find a race of ours any more: the submission has switched it off."""

    def __init__(self) -> None:
        super().__init__(
            "Your code switches off the search for races (it changes tracing or threading for the "
            "whole process), so nothing could be shown."
        )


@dataclass(frozen=True, slots=True)
class Interleavings:
    """What an exploration saw: the distinct states, in the order in which they appeared."""

    scenario: Remote
    arguments: tuple[Any, ...]
    states: tuple[Any, ...]
    explored: int
    exhausted: bool
    deadlock: bool

    def expect(self, holds: Callable[[Any], bool]) -> None:
        """Fail the test, with the interleaving, at the first state that does not satisfy `holds`.

        A state in which a thread raised never does, nor does a deadlock.
        """
        for state in self.states:
            if _crashed(state) or not holds(state):
                self._show(state)
                raise AssertionError("an interleaving led to a wrong state")
        if self.deadlock:
            context = self._session.context
            context.story = context.story or "Two threads waited for each other and none went on."
            raise AssertionError("an interleaving led to a deadlock")

    @property
    def _session(self) -> Session:
        return self.scenario._session

    def _show(self, state: Any) -> None:
        told = _ask(self.scenario, self.arguments, {"state": state})
        context = self._session.context
        context.interleaving = _steps(told, self._session.sources)
        if _crashed(state) and not context.story:
            context.story = f"One of the threads raised {str(state['raised'])[:MAX_TEXT]}"


def interleavings(scenario: Remote, *arguments: Any) -> Interleavings:
    """Call a scenario that returns what `grader_box.threads.explore` gave.

    Raises Inconclusive when the search said nothing and no state is known.
    """
    told = _ask(scenario, arguments, None)
    states, explored = told.get("states"), told.get("explored")
    if type(states) is not list or type(explored) is not int:
        raise Violation("an exploration without states")
    if told.get("canary") != [1, 2]:
        raise Blinded
    if told.get("inconclusive") is not None or not (states or told.get("deadlock")):
        raise Inconclusive(str(told.get("inconclusive"))[:MAX_TEXT])
    return Interleavings(
        scenario,
        arguments,
        tuple(states),
        explored,
        told.get("exhausted") is True,
        told.get("deadlock") is True,
    )


def _ask(scenario: Remote, arguments: tuple[Any, ...], blame: Any) -> dict[str, Any]:
    told = call(scenario, *arguments, seconds=3600, blame=blame)
    if type(told) is not dict:
        raise Violation("an exploration that is no dict")
    return told


def _crashed(state: Any) -> bool:
    return type(state) is dict and set(state) == {"raised", "thread"}


def _steps(told: dict[str, Any], sources: dict[str, list[str]]) -> tuple[Step, ...]:
    steps = []
    for item in told.get("steps", ())[:MAX_STEPS]:
        try:
            line, file = int(item["line"]), str(item["file"])[:MAX_TEXT]
            lines = sources.get(file, [])
            if not 0 < line <= len(lines):
                continue
            steps.append(
                Step(
                    thread=f"Thread {int(item['thread']) + 1}",
                    location=Location(file=file, line=line),
                    source=lines[line - 1].strip()[:MAX_TEXT],
                    event=str(item["event"])[:MAX_TEXT],
                )
            )
        except (KeyError, TypeError, ValueError):
            raise Violation("a malformed interleaving") from None
    return tuple(steps)
