"""Whatever an exercise says, no format can be steered by it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from grader.verify.output import render
from grader.verify.output.github import MAX_ANNOTATIONS, commands
from tests.report.pages import Page
from tests.verify import tiny
from tests.verify.output import made

# Pieces that mean something to some reader, mixed with any characters at all.
PIECES = [
    "::error::x", "##[error]x", "::", "%0A", "%", "\n", "\r", "\x85", "\u2028", "\x1b[2J", "\x00",
    "]]>", "<script>", "</td>", "&lt;", "&#60;", "|", "`", "```", "# ", "- ", "[a](b)", "**",
    "\ud800", "\ufffe", "\u202e", "'", '"', " onload=x ", "<!--", "-->", "{{ 7 * 7 }}", "{% raw %}",
    "\t", "/", "x.toml: y",
]  # fmt: skip
texts = some.lists(
    some.sampled_from(PIECES) | some.text(some.characters(codec=None), max_size=5), max_size=6
).map("".join)
OWN_MARKUP = re.compile(r"</?(?:details|summary)>|<details open>|<br>")
OWN_LINES = re.compile(
    r"## |### |- \*\*|\d+ exercises, |</?details|\d+\. |\| (?:solution|starter|mutant|\|)"
    r"|\|---|(?:[·◌✗≠]|&#\d+;) |$"
)


@pytest.fixture(scope="module", name="top")
def _top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny"))


@settings(max_examples=40, deadline=None)
@given(text=texts)
@example(text=made.HOSTILE)
@example(text="".join(PIECES))
def test_no_format_is_steered(top: Path, text: str) -> None:
    view = made.hostile(top, text)
    _xml_is_well_formed(render(view, "junit"), view.points)
    _json_holds_no_command(render(view, "json"))
    _text_is_printable(render(view, "text"))
    _markdown_is_only_ours(render(view, "github"))
    _page_is_only_ours(render(view, "html"))
    lines = commands(view)
    assert len(lines) == MAX_ANNOTATIONS
    shown = [problem for item in view.exercises for problem in item.problems]
    for line, problem in zip(lines[:-1], shown, strict=False):
        properties, message = _obeyed(line)
        assert set(properties) <= {"file", "line", "title"}
        assert properties["title"].endswith(f": {problem.claim}")
        assert message == f"{problem.subject}: " + "\n".join(problem.messages)


def _obeyed(line: str) -> tuple[dict[str, str], str]:
    """A command as GitHub's runner reads it: the part between the colons, then the message."""
    assert line.splitlines() == [line]
    head, _, data = line.removeprefix("::").partition("::")
    command, _, listed = head.partition(" ")
    assert command == "error"
    pairs = (each.partition("=") for each in listed.split(","))
    return {name: _unescaped(value) for name, _, value in pairs}, _unescaped(data)


def _unescaped(text: str) -> str:
    for code, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, meant)
    return text


def _xml_is_well_formed(content: bytes, cases: int) -> None:
    root = Xml.fromstring(content)
    tags = [element.tag for element in root.iter()]
    assert set(tags) <= {"testsuites", "testsuite", "testcase", "failure", "error"}
    assert tags.count("testcase") == cases


def _json_holds_no_command(content: bytes) -> None:
    text = content.decode()
    assert json.loads(text)["schema"] == "urn:grader:verify:1"
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


def _text_is_printable(content: bytes) -> None:
    lines = content.decode().split("\n")
    assert all(line.replace("\t", " ").isprintable() for line in lines)


def _markdown_is_only_ours(content: bytes) -> None:
    text = content.decode()
    for line in text.split("\n"):
        assert OWN_LINES.match(line), line
        assert not set("<>[`\r") & set(OWN_MARKUP.sub("", line)), line
        assert line.count("|") in (0, 6), line


def _page_is_only_ours(content: bytes) -> None:
    page = Page(content)
    assert {tag for tag, _ in page.elements} <= set(_tags())
    assert not page.comments
    names = {name for _, attributes in page.elements for name in attributes}
    assert not any(name.startswith("on") for name in names)
    assert all(link.startswith("#") for link in page.values("href"))


def _tags() -> Iterator[str]:
    yield from "html head meta title style body svg symbol circle path use a header main".split()
    yield from "section article footer h1 h2 h3 p div span strong b code ul ol li dl dt dd".split()
    yield from "table caption thead tbody tfoot tr th td details summary del ins".split()
