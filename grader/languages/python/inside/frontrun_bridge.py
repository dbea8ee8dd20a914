"""The one place that touches frontrun's inner names (0.7, pinned), with a test that guards them.

frontrun gives the interleaving that broke an invariant as text; we take the events behind it.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frontrun
import frontrun._dpor_runtime.explore as dpor_explore
import frontrun._opcode_observer as observer
import frontrun._tracing as tracing
import frontrun._virtual_clock as virtual_clock
from frontrun._cooperative import _cooperative_sleep, get_context, patch_locks
from frontrun._deadlock import DeadlockError
from frontrun._trace_format import (
    CollapsedRun,
    TraceRecorder,
    condense_trace,
    deduplicate_to_source_lines,
    filter_to_shared_accesses,
)
from frontrun.bytecode import run_with_schedule

PACKAGE = str(Path(__file__).resolve().parents[3])
MAX_STEPS = 40
MAX_LEADS = 40
SPARE = 50
"""Steps that a worker is given beyond twice what it needs alone. One that waits for a lock uses all
that it is given, so plenty would cost more than the search itself."""
_steps: list[dict[str, Any]] = []


def load() -> None:
    """Import what frontrun imports lazily, and hook in."""
    dpor_explore.__dict__["format_trace"] = _capture
    observer.__dict__["_safe_getattr"] = _attribute
    tracing.__dict__["_SKIP_DIRS"] = tracing._SKIP_DIRS | {PACKAGE}


_HARMLESS = (
    types.FunctionType, staticmethod, classmethod, types.BuiltinFunctionType,
    types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType,
)  # fmt: skip
"""What may be bound by looking it up: none of it runs Python code."""


def _attribute(owner: Any, name: str) -> Any:
    """What `owner.name` is, as far as that can be told without running anybody's code; or None.

    Stands in for frontrun's own look, which runs `__get__` and `__getattr__` of the submission
    while it holds its scheduler: a lock taken in there would halt the search for good.
    """
    try:
        members = object.__getattribute__(owner, "__dict__")
        if name in members:
            return members[name]
    except (AttributeError, TypeError):
        pass
    lineages = (owner, type(owner)) if issubclass(type(owner), type) else (type(owner),)
    for lineage in lineages:
        for base in type.__dict__["__mro__"].__get__(lineage):
            if name in (members := type.__dict__["__dict__"].__get__(base)):
                found = members[name]
                if type(found) in _HARMLESS:
                    return found.__get__(*((None, owner) if lineage is owner else (owner, lineage)))
                return None if hasattr(type(found), "__get__") else found
    return None


def make_locks_cooperative() -> None:
    """From now on locks yield to frontrun's scheduler instead of blocking."""
    load()
    patch_locks()


def leave_clocks_alone() -> None:
    """Somebody else has put virtual clocks in place, which ask `elapsed` during a search."""
    virtual_clock.__dict__["_PATCHES"] = ()


def elapsed() -> float | None:
    """Seconds of the search that the calling thread is part of; None outside of a search."""
    clock = virtual_clock._active_virtual_clock()
    return None if clock is None else clock.now() - virtual_clock.VIRTUAL_EPOCH


def sleep(seconds: float) -> bool:
    """`time.sleep` for a thread that is part of a search; False, and no sleep, for others."""
    if get_context() is None and elapsed() is None:
        return False
    _cooperative_sleep(seconds)
    return True


def explore(
    setup: Callable[[], Any],
    workers: list[Callable[[Any], Any]],
    invariant: Callable[[Any], bool],
    *,
    stop: bool,
    max_executions: int,
) -> tuple[Any, list[dict[str, Any]]]:
    """frontrun's result, and the steps of the first failing interleaving if there was one."""
    _steps.clear()
    result = frontrun.explore(
        setup=setup,
        workers=workers,
        invariant=invariant,
        stop_on_first=stop,
        max_executions=max_executions,
        clock="virtual",  # so that waiting with a time limit, and deadlock, end at once
        reproduce_on_failure=0,
        detect_io=False,
        warn_nondeterministic_sql=False,
    )
    return result, list(_steps)


def sweep(
    setup: Callable[[], Any],
    workers: list[Callable[[Any], Any]],
    invariant: Callable[[Any], bool],
    *,
    stop: bool,
) -> tuple[int, list[dict[str, Any]]]:
    """Stop each worker once before each of its lines, and let another one run to its end there.

    The systematic search orders threads where both touch something that it sees; what they do
    inside C code (`functools.cache`, `d[k].attr = v`) it does not. This asks without knowing.
    Returns how many runs there were, and the steps of the one at which `invariant` failed.
    """
    runs = 0
    alone = [_alone(setup, worker) for worker in workers]
    enough = [2 * steps + SPARE for steps, _ in alone]
    for first, (_, leads) in enumerate(alone):
        for other in range(len(workers)):
            if other == first:
                continue
            for lead in leads:
                recorder = TraceRecorder(enabled=stop)
                schedule = [
                    *[first] * lead, *[other] * enough[other], *[first] * enough[first]
                ]  # fmt: skip
                clocks: list[Any] = []
                try:
                    state = run_with_schedule(
                        schedule, _noting_the_clock(setup, clocks), workers,
                        detect_io=False, clock="virtual", trace_recorder=recorder,
                    )  # fmt: skip
                except (TimeoutError, DeadlockError):
                    return runs, []  # what the systematic search said of it stands
                runs += 1
                with virtual_clock.clock_scope(clocks[0]):
                    holds = invariant(state)
                if not holds and stop:
                    _capture(recorder.events)
                    return runs, list(_steps)
    return runs, []


def _noting_the_clock(setup: Callable[[], Any], clocks: list[Any]) -> Callable[[], Any]:
    """`setup`, which also notes the clock of the run: the state is looked at in its time."""

    def noting() -> Any:
        clocks.append(virtual_clock._active_virtual_clock())
        return setup()

    return noting


def _alone(setup: Callable[[], Any], worker: Callable[[Any], Any]) -> tuple[int, list[int]]:
    """How many steps the worker makes alone, and how many before each of its first lines."""
    steps = 0
    starts: list[int] = []

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal steps
        if not tracing.should_trace_file(frame.f_code.co_filename):
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            steps += 1
        elif event == "line":
            starts.append(steps)
        return trace

    state = setup()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        worker(state)
    finally:
        sys.settrace(before)
    return steps, sorted(set(starts))[:MAX_LEADS]


def _capture(events: list[Any], **_: Any) -> str:
    """Stands in for frontrun's formatter: keeps the condensed events of one interleaving."""
    lines = deduplicate_to_source_lines(filter_to_shared_accesses(events))
    _steps.clear()
    for item in condense_trace(lines, max_lines=MAX_STEPS):
        if isinstance(item, CollapsedRun):
            continue
        touched = item.attr_name or ""
        if touched and item.obj_type_name:
            touched = f"{item.obj_type_name}.{touched}"
        _steps.append(
            {
                "thread": int(item.thread_id),
                "file": item.filename,
                "line": int(item.lineno),
                "source": item.source_line,
                "event": f"{item.access_type} {touched}".strip() if item.access_type else "",
            }
        )
    return ""
