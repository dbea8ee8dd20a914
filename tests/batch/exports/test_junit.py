"""JUnit XML: read back by the standard library, and by a parser that CI tools use."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings

from grader.batch.exports import Options, render

from .samples import ADA, ADA_CHANGED, CLASS, EVICTS, GIVEN, KEYS, WILD, book, entry, hostile


def suites(content: bytes) -> list[Xml.Element]:
    return Xml.fromstring(content).findall("testsuite")


def kinds(suite: Xml.Element) -> list[str]:
    return [case[0].tag if len(case) else "passed" for case in suite.findall("testcase")]


def test_whose_fault_it_is() -> None:
    content = render(CLASS, "junit", Options())["junit.xml"]
    assert [kinds(suite) for suite in suites(content)] == [
        ["passed", "passed"],
        ["error", "passed"],
        ["failure"],
        ["skipped"],
    ]
    root = Xml.fromstring(content)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "1", "1")


def test_decisions_and_policy_are_properties() -> None:
    [ada] = suites(render(book(ADA_CHANGED), "junit", Options())["junit.xml"])
    told = {item.get("name", ""): item.get("value", "") for item in ada.iter("property")}
    assert told["points"] == "90"
    assert told["policy"] == "One day late: -10 points"
    assert "60 of 60 points instead of 0, decided by Prof. Hopper" in told["override:evicts"]
    assert told["comment"] == "Prof. Hopper on 2026-11-23 12:00:00+00:00: Well argued."


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (EVICTS, "failure"),
        (replace(EVICTS, status="partial"), "failure"),
        (replace(EVICTS, status="skipped"), "skipped"),
        (replace(EVICTS, status="error"), "error"),
        (replace(EVICTS, status="error", override=GIVEN), "passed"),
        (replace(KEYS, override=replace(GIVEN, points=Fraction(5))), "failure"),
    ],
)
def test_what_a_criterion_becomes(mark: object, kind: str) -> None:
    graded = entry(ADA, criteria=(mark,))
    [suite] = suites(render(book(graded), "junit", Options())["junit.xml"])
    assert kinds(suite) == [kind]


@settings(max_examples=40, deadline=None)
@given(WILD)
def test_hostile_text_comes_back_as_it_was_shown(text: str) -> None:
    [suite] = suites(render(hostile(text), "junit", Options())["junit.xml"])
    for element in suite.iter():
        for value in (element.text or "", *element.attrib.values()):
            assert all(char.isprintable() or char in "\n\t" for char in value)
    plain = " ".join(text.split())
    if plain.isascii() and plain.isprintable() and plain == text:
        assert f"{text} [evicts]" in {item.get("name") for item in suite.iter("testcase")}


def test_junitparser_counts_the_same() -> None:
    junitparser = pytest.importorskip("junitparser")
    content = render(CLASS, "junit", Options())["junit.xml"]
    read = junitparser.JUnitXml.fromstring(content)
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in read] == [
        (2, 0, 0, 0),
        (2, 0, 1, 0),
        (1, 1, 0, 0),
        (1, 0, 0, 1),
    ]
    counted = [[type(r).__name__ for case in suite for r in case.result] for suite in read]
    assert counted == [[], ["Error"], ["Failure"], ["Skipped"]]
    assert {p.name for p in next(iter(read)).properties()} >= {"override:evicts", "policy"}
