"""The proof as JUnit XML: a suite for each exercise, a case for each point.

The attributes are those that GitLab, Jenkins and pytest agree on. Every text was made safe to
show before, so no character is in it that XML 1.0 does not allow.
"""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from grader.verify.output.shapes import Case, ExerciseView, ProofView


def render(view: ProofView) -> bytes:
    """`view` as UTF-8 XML with its declaration."""
    root = Xml.Element(
        "testsuites",
        name="grader verify",
        tests=str(view.points),
        failures=str(view.broken - _unreadable(view)),
        errors=str(_unreadable(view)),
        time=f"{view.seconds:.3f}",
    )
    for item in view.exercises:
        _suite(root, item)
    Xml.indent(root)
    text: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _unreadable(view: ProofView) -> int:
    return sum(len(item.cases) for item in view.exercises if not item.readable)


def _suite(root: Xml.Element, item: ExerciseView) -> None:
    broken = sum(not case.holds for case in item.cases)
    suite = Xml.SubElement(
        root,
        "testsuite",
        name=item.id,
        tests=str(len(item.cases)),
        failures=str(broken if item.readable else 0),
        errors=str(0 if item.readable else broken),
        skipped="0",
        time=f"{item.seconds:.3f}",
    )
    for case in item.cases:
        _case(suite, item, case)


def _case(suite: Xml.Element, item: ExerciseView, case: Case) -> None:
    element = Xml.SubElement(
        suite, "testcase", classname=f"grader.{item.id}", name=case.name, time="0"
    )
    if case.file:
        element.set("file", case.file)
    if case.line:
        element.set("line", str(case.line))
    if not case.holds:
        kind = "failure" if item.readable else "error"
        first = case.message.split("\n")[0]
        verdict = Xml.SubElement(element, kind, message=first, type=case.claim)
        where = f"{case.file}:{case.line}" if case.line else case.file
        verdict.text = f"{case.message}\n{where}" if where else case.message
