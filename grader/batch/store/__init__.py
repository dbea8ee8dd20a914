"""The store of a class: one SQLite file. What is in it was recorded whole; see `schema`."""

from grader.batch.store.rows import AttemptRow, Change, Decision, ResultRow
from grader.batch.store.store import STORE_FILE, Store, open_store

__all__ = ["STORE_FILE", "AttemptRow", "Change", "Decision", "ResultRow", "Store", "open_store"]
