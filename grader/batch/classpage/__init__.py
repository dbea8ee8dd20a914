"""The page of a class, and its numbers as CSV files: what was missed, what a person should do.

`view` decides everything that is shown; the template only renders it.
"""

from __future__ import annotations

from pathlib import Path

from grader.batch.book import Gradebook
from grader.batch.classpage.sheets import numbers
from grader.batch.classpage.view import view_of
from grader.batch.similar import Pair
from grader.report.html import environment

_TEMPLATES = Path(__file__).with_name("templates")


def render(book: Gradebook, pairs: tuple[Pair, ...] = ()) -> bytes:
    """`book` as one self-contained UTF-8 page: no script, no request, one hashed style sheet.

    Links to reports are relative to the folder that `Entry.report` is relative to, so the page
    belongs there. Long lists are cut, and name the file of `numbers` that has all of them.
    """
    template = environment(_TEMPLATES, "class.css").get_template("class.html.j2")
    return template.render(view=view_of(book, pairs)).encode("utf-8")


__all__ = ["numbers", "render"]
