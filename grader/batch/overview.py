"""Everything that a person opens: the reports, the class page, the numbers as CSV."""

from __future__ import annotations

from collections.abc import Iterable

from grader.batch import classpage
from grader.batch.book import Gradebook
from grader.batch.pairs import kept_pairs
from grader.batch.publish import publish, put
from grader.batch.results import book_of
from grader.batch.similar import Pair
from grader.batch.store import Store
from grader.batch.terms import Course

PAGE = "index.html"
NUMBERS = "numbers"


def refresh(store: Store, course: Course) -> Gradebook:
    """Bring all pages up to what the store has now. The gradebook that they show.

    Raises GraderError, in one line, when the folder cannot be written.
    """
    book = book_of(store, course)
    show(store, book, kept_pairs(store))
    return book


def show(store: Store, book: Gradebook, pairs: Iterable[Pair]) -> None:
    """Write the pages of `book`; see `refresh`."""
    for _ in publish(store, book):
        pass
    found = tuple(pairs)
    put(store.folder, store.folder / PAGE, classpage.render(book, found))
    for name, content in classpage.numbers(book, found).items():
        put(store.folder, store.folder / NUMBERS / name, content)
