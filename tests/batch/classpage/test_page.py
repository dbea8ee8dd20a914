"""The page as a document: whole, self-contained, in order, and deaf to what it is told."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import time
from fractions import Fraction
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from grader.batch.book import Comment, Gradebook
from grader.batch.classpage import numbers, render
from grader.batch.handed import Student, Unplaced
from grader.batch.similar import Match, Pair
from tests.batch.classpage.classes import MADE, made_class, made_pair, passage

NASTY = '"><script>alert(1)</script><img src=//evil.example/x>\x1b[31m\n\u202e=cmd|x\ud800'


class Document(HTMLParser):
    """Every tag with its attributes, in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, name: str) -> list[str]:
        return [found for _, attributes in self.tags if (found := attributes.get(name))]


@pytest.fixture(scope="module", name="page")
def _page() -> bytes:
    return render(made_class(60, 3), (made_pair("s0001", "s0009"),))


@pytest.fixture(scope="module", name="document")
def _document(page: bytes) -> Document:
    return Document(page)


def test_one_file_that_asks_for_nothing(page: bytes, document: Document) -> None:
    style = re.findall(rb"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0]).digest()).decode()
    policy = [each["content"] for each in document.of("meta") if each.get("http-equiv")]
    assert len(style) == 1
    assert policy == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]
    assert {"script", "link", "img", "iframe", "object", "form"}.isdisjoint(
        tag for tag, _ in document.tags
    )
    assert not document.values("style")
    assert not document.values("src")
    assert all(link.startswith(("#", "./reports/")) for link in document.values("href"))


def test_every_anchor_is_there_once(document: Document) -> None:
    ids = document.values("id")
    assert len(ids) == len(set(ids))
    named = {link[1:] for link in document.values("href") if link.startswith("#")}
    named |= {each for words in document.values("aria-labelledby") for each in words.split()}
    assert named <= set(ids)


def test_headings_tables_and_drawings_are_told(document: Document) -> None:
    levels = [int(tag[1]) for tag, _ in document.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(each.get("scope") in ("col", "row") for each in document.of("th"))
    assert len(document.of("table")) == len(document.of("caption"))
    drawings = [each for each in document.of("svg") if each.get("role") == "img"]
    assert len(drawings) == 4
    assert all("aria-labelledby" in each for each in drawings)
    others = [each for each in document.of("svg") if each not in drawings]
    assert all(each.get("aria-hidden") == "true" for each in others)


def nasty_class() -> Gradebook:
    """Everything that comes from files says something nasty, at length."""
    book = made_class(8, 1)
    student = Student(id=NASTY, name=NASTY * 50, section=NASTY)
    item = dataclasses.replace(book.assignments[0], title=NASTY)
    entries = [
        dataclasses.replace(
            entry,
            student=student if at == 0 else entry.student,
            assignment=item,
            criteria=tuple(
                dataclasses.replace(mark, title=NASTY, status="failed", graded=Fraction(0))
                for mark in entry.criteria
            ),
            comments=(Comment(text=NASTY, who=NASTY, when=MADE),),
            integrity=(NASTY,) * 200,
            note=NASTY,
            status=("graded", "incomplete", "rejected", "missing")[at % 4],
            report=NASTY,
        )
        for at, entry in enumerate(book.entries)
    ]
    return dataclasses.replace(
        book,
        name=NASTY,
        students=(student, *book.students[1:]),
        assignments=(item,),
        entries=tuple(entries),
        unplaced=(Unplaced(path=NASTY, reason=NASTY),) * 500,
    )


def test_what_files_say_is_only_shown() -> None:
    side = passage(1, NASTY * 20, "\x00" * 160, file=NASTY)
    pair = Pair(
        exercise=NASTY, first=NASTY, second="x", share=Fraction(1),
        matches=(Match(first=side, second=side, tokens=50),),
    )  # fmt: skip
    page = render(nasty_class(), (pair,))
    document = Document(page)
    text = page.decode("utf-8")
    assert {"script", "img"}.isdisjoint(tag for tag, _ in document.tags)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", text)
    assert "[U+202E RLO]" in text
    assert all(link.startswith("#") for link in document.values("href"))
    assert len(page) < 300_000
    for content in numbers(nasty_class(), (pair,)).values():
        assert b"\x1b" not in content
        assert not re.search(rb"(^|,)\"?[=+@]", content, re.MULTILINE)


def test_three_hundred_students_and_seventeen_exercises() -> None:
    book = made_class(300, 17)
    pairs = tuple(made_pair(f"s{at:04}", f"s{at + 1:04}") for at in range(299))
    began = time.perf_counter()
    page = render(book, pairs)
    # 1.4 s and 0.7 MB where this was written.
    assert time.perf_counter() - began < 10
    assert len(page) < 2_000_000
    assert b"and 269 more; see similar.csv" in page
