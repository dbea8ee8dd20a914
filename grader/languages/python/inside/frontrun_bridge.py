"""The one place that touches frontrun's inner names (0.7, pinned), with a test that guards them.

frontrun gives the interleaving that broke an invariant as text; we take the events behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import frontrun
import frontrun._dpor_runtime.explore as dpor_explore
import frontrun._tracing as tracing
from frontrun._cooperative import patch_locks
from frontrun._trace_format import (
    CollapsedRun,
    condense_trace,
    deduplicate_to_source_lines,
    filter_to_shared_accesses,
)

PACKAGE = str(Path(__file__).resolve().parents[3])
MAX_STEPS = 40
_steps: list[dict[str, Any]] = []


def load() -> None:
    """Import what frontrun imports lazily, and hook in."""
    dpor_explore.__dict__["format_trace"] = _capture
    tracing.__dict__["_SKIP_DIRS"] = tracing._SKIP_DIRS | {PACKAGE}


def make_locks_cooperative() -> None:
    """From now on locks yield to frontrun's scheduler instead of blocking."""
    load()
    patch_locks()


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
