"""What can be made ready before the submission is imported, by the name an author gives it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from grader.languages.python.inside import clock, frontrun_bridge


def warm() -> None:
    """Pay for the imports once: forks find the modules loaded.

    `sqlite3` must be among them: the library behind it lies where a fork may not open it.
    """
    frontrun_bridge.load()
    _ = sqlite3


PREPARATIONS: dict[str, Callable[[], None]] = {
    "threads": frontrun_bridge.make_locks_cooperative,
    "clock": clock.prepare,
}
"""Both must come before the submission's import, for what it makes or binds at import time.

`threads`: locks, queues, events and conditions become cooperative, so that interleavings can
be explored. `clock`: whichever clock the submission reads is virtual, and no wait takes time."""
