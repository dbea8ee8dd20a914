"""What can be made ready before the submission is imported, by the name an author gives it."""

from __future__ import annotations

import concurrent.futures.thread
import sqlite3
from collections.abc import Callable

from grader.languages.python.inside import frontrun_bridge


def warm() -> None:
    """Pay for the imports once: forks find the modules loaded.

    `sqlite3` must be among them: the library behind it lies where a fork may not open it.
    """
    frontrun_bridge.load()
    _ = concurrent.futures.thread, sqlite3


PREPARATIONS: dict[str, Callable[[], None]] = {
    "threads": frontrun_bridge.make_locks_cooperative,
}
"""`threads`: locks, queues, events and conditions become cooperative, so that interleavings can
be explored; must come before the submission's import, for a lock made at import time."""
