"""Threads for scenarios: run all interleavings and tell what states they led to. Never judges."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from grader.languages.python.inside import clock, frontrun_bridge
from grader.languages.python.inside.memory import FINDER, HIDDEN, SUBMISSION
from grader.sandbox import values

MAX_STATES = 50
MAX_EXECUTIONS = 400
MAX_TEXT = 300
SEEMS_INDEPENDENT = 2
"""Up to so many interleavings mean that the search saw nothing that the threads share: either
there is nothing, or they share it where it cannot look. Then the threads are also swept."""


def fresh(name: str) -> types.ModuleType:
    """Import the learner's module anew, so that module- and class-level state is new."""
    return FINDER.fresh(name)


def explore(
    *,
    setup: Callable[[], Any],
    workers: Sequence[Callable[[Any], Any]],
    observe: Callable[[Any], Any],
    blame: Mapping[str, Any] | None = None,
    max_executions: int = MAX_EXECUTIONS,
) -> dict[str, Any]:
    """Run `workers` as threads on what `setup` returns, under every interleaving (two preemptions).

    `observe(state)` gives plain data after each; the distinct ones come back as `states`. When a
    worker raised, the state is `{"raised": "KeyError: …", "thread": index}` instead. `blame` is
    what the oracle passes on to have one state explained: the search then stops at the first
    interleaving that leads there, and `steps` tells how. Returned keys: states, explored,
    exhausted, deadlock, inconclusive, steps; and canary, the states of a race of ours that must
    be found, or something has switched the search off.
    """
    with clock.suspend():
        return _explore(_Search(setup, observe, blame), workers, max_executions)


def _explore(
    search: _Search, workers: Sequence[Callable[[Any], Any]], max_executions: int
) -> dict[str, Any]:
    guarded = [search.guarded(index, worker) for index, worker in enumerate(workers)]
    result, steps = frontrun_bridge.explore(
        search.setup,
        guarded,
        search.look,
        stop=search.blaming,
        max_executions=max_executions,
    )
    failed = result.property_holds is False
    explored = result.num_explored
    if not failed and 0 < result.num_explored <= SEEMS_INDEPENDENT:
        swept, found = frontrun_bridge.sweep(
            search.setup, guarded, search.look, stop=search.blaming
        )
        explored, steps = explored + swept, found or steps
    return {
        "states": search.states,
        "explored": explored,
        "exhausted": result.num_explored < max_executions,
        "deadlock": failed and not search.blamed,
        "inconclusive": str(result.inconclusive_reason) if result.property_holds is None else None,
        "canary": _canary_states(),
        "steps": [_shown(step) for step in steps if step["file"].startswith(SUBMISSION)],
    }


def _canary_states() -> list[Any]:
    """What the search finds in a race of ours: an update lost, and none lost."""
    FINDER.add(HIDDEN, {"grader_canary.py": _CANARY})
    canary = FINDER.fresh("grader_canary")
    search = _Search(canary.Counter, lambda state: state.count, None)
    add = canary.Counter.add
    frontrun_bridge.explore(search.setup, [add, add], search.look, stop=False, max_executions=20)
    return sorted(search.states)


_CANARY = b"""
class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        seen = self.count
        self.count = seen + 1
"""


class _Search:
    """What one exploration has seen. Its methods run between interleavings, on one thread."""

    def __init__(
        self,
        setup: Callable[[], Any],
        observe: Callable[[Any], Any],
        blame: Mapping[str, Any] | None,
    ) -> None:
        self._setup = setup
        self._observe = observe
        self.blaming = blame is not None
        self._blame = blame["state"] if blame is not None else None
        self.blamed = False
        self.states: list[Any] = []
        self._crash: dict[str, Any] | None = None

    def setup(self) -> Any:
        """A new state, and no crash yet."""
        self._crash = None
        return self._setup()

    def guarded(self, index: int, worker: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """The worker, with its exception kept as part of the state."""

        def work(state: Any) -> None:
            try:
                worker(state)
            except Exception as error:
                if type(error).__module__.startswith("frontrun"):
                    raise
                text = f"{type(error).__name__}: {error}"[:MAX_TEXT]
                self._crash = {"raised": text, "thread": index}

        return work

    def look(self, state: Any) -> bool:
        """Note the state; False at the one that is blamed."""
        seen = self._crash if self._crash is not None else self._observe(state)
        if len(self.states) < MAX_STATES and not any(same(seen, old) for old in self.states):
            self.states.append(seen)
        if self.blaming and same(seen, self._blame):
            self.blamed = True
            return False
        return True


def same(left: Any, right: Any) -> bool:
    """Equal with exact types, as the wire sees them."""
    try:
        return json.dumps(values.encode(left)) == json.dumps(values.encode(right))
    except values.ValueRefused:
        return left is right


def _shown(step: dict[str, Any]) -> dict[str, Any]:
    return {**step, "file": step["file"].removeprefix(SUBMISSION).removeprefix(HIDDEN)}
