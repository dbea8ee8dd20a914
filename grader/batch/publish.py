"""Writes the reports of a class: the page of each grading, with what people and policy added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from grader.batch.book import Entry, Gradebook, Override
from grader.batch.results import key_of_entry
from grader.batch.store import Store
from grader.errors import GraderError
from grader.files import replace
from grader.load.names import display
from grader.report.view.numbers import number

SLOT = b'<main id="report" tabindex="-1">\n'
"""Behind this a report has room for them. No learner can write it: text in a page is escaped."""
MAX_TEXT = 2_000


def publish(store: Store, book: Gradebook) -> Iterator[Path]:
    """Write every report that is not there as it has to be; the paths of those written.

    Raises GraderError, in one line, when the folder cannot be written.
    """
    for entry in book.entries:
        key = key_of_entry(store, entry)
        if not entry.report or not key:
            continue
        path = store.folder / entry.report
        section = decided(entry)
        stamp = hashlib.sha256(f"{key}\n{section}".encode("utf-8", "replace")).hexdigest()
        name = f"{entry.student.id}\n{entry.assignment.exercise}"
        if store.published(name) == stamp and path.is_file():
            continue
        page = with_section(store.documents(key)[1], section)
        put(store.folder, path, page)
        store.publish(name, stamp)
        yield path


def with_section(page: bytes, section: str) -> bytes:
    """A report with one more section at its beginning."""
    return page.replace(SLOT, SLOT + section.encode("utf-8", "replace"), 1)


def decided(entry: Entry) -> str:
    """The section for a report, as HTML; "" when nobody decided anything."""
    overridden = [mark for mark in entry.criteria if mark.override is not None]
    if not (overridden or entry.adjustments or entry.comments):
        return ""
    lines = []
    for mark in overridden:
        assert mark.override is not None
        change = f"{number(mark.graded).text} → {number(mark.points).text} points"
        lines.append(f"{mark.title}: {change}. {_because(mark.override)}")
    for item in entry.adjustments:
        lines.append(f"{item.label}: {_signed(item.points)} points")
    for comment in entry.comments:
        said = display(comment.text, MAX_TEXT)
        lines.append(f"“{said}” ({display(comment.who)}, {comment.when:%Y-%m-%d})")
    final = ""
    if entry.points is not None and (overridden or entry.adjustments):
        of = number(entry.assignment.max_points).text
        final = f"{number(entry.points).text} of {of} points"
    return _template().render(final=final, lines=lines)


def _because(override: Override) -> str:
    who = f"{display(override.who)}, {override.when:%Y-%m-%d}"
    return f"{display(override.because, MAX_TEXT)} ({who})"


def _signed(points: Fraction) -> str:
    text = number(abs(points)).text
    return f"\N{MINUS SIGN}{text}" if points < 0 else text


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
    )
    return environment.get_template("decisions.html.j2")


def put(root: Path, path: Path, content: bytes) -> None:
    """Write whole or not at all, through folders of ours only. Raises GraderError, in one line."""
    try:
        if not path.parent.resolve().is_relative_to(root.resolve()):
            raise GraderError(f"{path.parent} leads out of {root}: take the link away")
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)
    except OSError as error:
        raise GraderError(
            f"{path}: {error.strerror}; the grades are safe: mend this and start it again"
        ) from error
