"""JUnit XML: a suite for each student and exercise, a case for each criterion.

`failure` is the learner's, `error` is the grader's, `skipped` is what was not judged or not handed
in. What people decided and what policy did are properties of the suite.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from grader.batch.book import CriterionMark, Entry, Gradebook
from grader.batch.cells import CELL
from grader.batch.exports.parts import story
from grader.batch.exports.parts.options import Options, narrowed
from grader.batch.exports.parts.texts import name, points, words


def render(book: Gradebook, options: Options) -> Mapping[str, bytes]:
    """`junit.xml`, with the attributes that Jenkins, GitLab and pytest agree on."""
    book = narrowed(book, options)
    root = Xml.Element("testsuites", name=name(book.name))
    suites = [_suite(root, entry) for entry in book.entries]
    for kind in ("tests", "failures", "errors"):
        root.set(kind, str(sum(int(suite.get(kind, "0")) for suite in suites)))
    root.set("time", f"{sum(entry.seconds for entry in book.entries):.3f}")
    Xml.indent(root)
    text: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return {"junit.xml": text + b"\n"}


def _suite(root: Xml.Element, entry: Entry) -> Xml.Element:
    """One student's result for one exercise."""
    suite = Xml.SubElement(
        root,
        "testsuite",
        name=f"{name(entry.assignment.exercise)} {name(entry.student.id)}",
        package=name(entry.assignment.exercise),
        time=f"{entry.seconds:.3f}",
    )
    if entry.submitted:
        suite.set("timestamp", entry.submitted.isoformat(timespec="seconds"))
    listed = Xml.SubElement(suite, "properties")
    for key, value in _properties(entry):
        Xml.SubElement(listed, "property", name=key, value=value)
    if entry.status in ("rejected", "missing") or not entry.criteria:
        _whole(suite, entry)
    else:
        for mark in entry.criteria:
            _criterion(suite, entry, mark)
    _count(suite)
    return suite


def _properties(entry: Entry) -> list[tuple[str, str]]:
    """What is true of the whole entry. `points` is absent where there is no number."""
    listed = [
        ("student", name(entry.student.label)),
        ("status", entry.status),
        ("max_points", points(entry.assignment.max_points)),
    ]
    if entry.points is not None:
        listed.append(("points", points(entry.points)))
    if entry.note:
        listed.append(("note", words(entry.note)))
    for mark in entry.criteria:
        if mark.override is not None:
            listed.append((f"override:{name(mark.id)}", story.override_line(mark.override, mark)))
    listed += [("policy", story.policy_line(item)) for item in entry.adjustments]
    listed += [("comment", story.comment_line(item)) for item in entry.comments]
    return listed


def _case(suite: Xml.Element, entry: Entry, title: str) -> Xml.Element:
    place = f"{name(entry.assignment.exercise)}.{name(entry.student.id)}"
    return Xml.SubElement(suite, "testcase", classname=place, name=title, time="0")


def _whole(suite: Xml.Element, entry: Entry) -> None:
    """The one case of an entry that has no criteria."""
    kind = {"rejected": "failure", "missing": "skipped"}.get(entry.status, "error")
    case = _case(suite, entry, "handed in" if kind != "error" else "graded")
    Xml.SubElement(case, kind, message=story.verdict(entry), type=entry.status)


def _criterion(suite: Xml.Element, entry: Entry, mark: CriterionMark) -> None:
    """One case. A person's decision counts, whatever the grading said."""
    case = _case(suite, entry, f"{name(mark.title)} [{name(mark.id)}]")
    if mark.override is not None:
        kind = "" if mark.points >= mark.max_points else "failure"
    else:
        kinds = {"passed": "", "skipped": "skipped", "error": "error"}
        kind = kinds.get(mark.status, "failure")
    if not kind:
        return
    lines = story.explained(mark)
    if mark.override is not None:
        lines = (story.override_line(mark.override, mark), *lines)
    first = lines[0] if lines else story.mark_line(mark)
    verdict = Xml.SubElement(case, kind, message=first, type=name(mark.status))
    verdict.text = story.block((story.mark_line(mark), *lines), CELL // 2)


def _count(suite: Xml.Element) -> None:
    """Write the numbers of a suite's cases into its attributes."""
    suite.set("tests", str(len(suite.findall("testcase"))))
    for attribute, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{kind}"))))
