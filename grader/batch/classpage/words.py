"""Small pieces that every part of the page words the same way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import PurePosixPath
from urllib.parse import quote

from grader.batch.book import Entry, EntryStatus
from grader.batch.classpage.shapes import Person
from grader.report.view import safe
from grader.report.view.numbers import number

NAME = 60
"""Characters of a name that are shown; the files have all of it."""
REASON = 300
NOTHING = "\N{EN DASH}"
"""Stands where there is no figure."""
TONES: dict[EntryStatus, str] = {
    "graded": "good",
    "incomplete": "fault",
    "rejected": "lost",
    "missing": "idle",
}


def href(path: str) -> str:
    """`path` as a link to a file below the page, or "" when it leads anywhere else."""
    parts = PurePosixPath(path).parts
    if not path or path.startswith("/") or ".." in parts or "\\" in path:
        return ""
    try:
        # The dot keeps a first part with a colon, or an empty one, from being an address.
        return "./" + quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return ""


def person(entry: Entry) -> Person:
    """Whose unit it is, with the way to its report."""
    return Person(name=name(entry.student.label), href=href(entry.report))


def name(text: str) -> str:
    """A name on one visible line, short enough for a table."""
    return safe.line(" ".join(text.split()) or "(no name)", NAME)


def percent(exact: Fraction) -> str:
    """`exact` hundredths with one decimal at most; what is not full is never rounded to it."""
    rounded = round(exact, 1)
    if rounded == 100 and exact < 100:
        rounded = Fraction(999, 10)
    return number(rounded).text


def signed(points: Fraction) -> str:
    """What a line of policy adds or takes, with a minus that is as wide as a digit."""
    text = number(abs(points)).text
    return f"+{text}" if points > 0 else f"\N{MINUS SIGN}{text}" if points else text


def moment(when: datetime) -> str:
    """A time to the minute, with its zone."""
    return safe.line(when.strftime("%Y-%m-%d %H:%M %Z").strip(), NAME)


def more(total: int, shown: Sequence[object], file: str) -> str:
    """The words for what is not shown, or ""."""
    rest = total - len(shown)
    return f"and {rest:,} more; see {file}" if rest > 0 else ""
