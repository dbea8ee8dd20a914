"""Any text at all in everything that a learner controls: no format breaks, nothing is hidden."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.model import (
    HUES,
    Exhibit,
    Finding,
    Grade,
    Highlight,
    Ignored,
    Integrity,
    Location,
    SourceFile,
    Step,
    Submission,
    TraceLine,
)
from grader.report import render
from grader.report.json import SCHEMA_FILE
from tests.report.builders import coloured, criterion, grade, result, source
from tests.report.pages import Page
from tests.report.ungraded import DESCRIBED, LRU

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
MARKUP = [
    "</style>",
    "<script>",
    "]]>",
    "<!--",
    "\x1b[1m",
    "\x1b]0;",
    "\u202e",
    "\r\n",
    '"""',
    "&lt;",
]
TEXT = st.lists(
    st.one_of(st.text(st.characters(codec=None), max_size=12), st.sampled_from(MARKUP)), max_size=5
).map("".join)
PLACES = st.builds(
    Location,
    file=st.one_of(st.just(LRU), TEXT),
    line=st.integers(min_value=0, max_value=9),
    column=st.integers(min_value=0, max_value=9),
)
EXHIBITS = st.builds(
    Exhibit,
    source=st.sampled_from(["test", "check", "build", "sanitizer"]),
    subject=TEXT,
    outcome=st.sampled_from(["passed", "failed", "error", "skipped"]),
    message=TEXT,
    location=st.none() | PLACES,
    traceback=st.tuples(st.builds(TraceLine, location=PLACES, function=TEXT, source=TEXT))
    | st.just(()),
    interleaving=st.lists(
        st.builds(Step, thread=TEXT, location=PLACES, source=TEXT, event=TEXT), max_size=4
    ).map(tuple),
    output=TEXT,
)
FILES = st.builds(
    SourceFile,
    path=st.just(LRU) | TEXT,
    content=st.binary(max_size=60) | TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@st.composite
def grades(draw: st.DrawFn) -> Grade:
    """A graded submission with arbitrary text in it, in Python or C++."""
    item = result(
        criterion("quiet", "It keeps to itself", 100, requires=()),
        draw(st.sampled_from(["passed", "failed", "skipped", "error", "partial"])),
        *draw(st.lists(EXHIBITS, max_size=3)),
        reason=draw(TEXT),
    )
    findings = st.builds(Finding, check=TEXT, message=TEXT, location=PLACES, advice=TEXT)
    signs = st.builds(Integrity, kind=TEXT, message=TEXT, location=st.none() | PLACES)
    base = grade(
        replace(DESCRIBED, language=draw(st.sampled_from(["python", "cpp"]))),
        (item,),
        files=(),
        starter=(source("lru_starter.txt", LRU),),
        findings=tuple(draw(st.lists(findings, max_size=3))),
        integrity=tuple(draw(st.lists(signs, max_size=2))),
        output=draw(TEXT),
    )
    submission = Submission(
        name=draw(TEXT),
        files=tuple(draw(st.lists(FILES, max_size=2, unique_by=lambda file: file.path))),
        ignored=tuple(draw(st.lists(st.builds(Ignored, path=TEXT, reason=TEXT), max_size=2))),
        digest="0",
    )
    colours = [
        draw(st.just(coloured(file, base.exercise.language)) | highlights(file.path))
        for file in submission.files
    ]
    return replace(base, submission=submission, highlights=tuple(colours))


def highlights(path: str) -> st.SearchStrategy[Highlight]:
    """Colours that belong to some other text, or by chance to this one."""
    runs = st.tuples(st.sampled_from(HUES), st.integers(min_value=1, max_value=9))
    lines = st.lists(st.lists(runs, max_size=3).map(tuple), max_size=3).map(tuple)
    return lines.map(lambda drawn: Highlight(path=path, lines=drawn))


def is_harmless(content: bytes) -> bool:
    text = content.decode("utf-8")
    return all(char.isprintable() for char in set(text) - {"\n", "\t"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grades())
def test_every_format_survives_any_text(graded: Grade) -> None:
    page = render(graded, "html")
    plain = Page(page)
    assert not {"script", "img", "iframe"} & {tag for tag, _ in plain.elements}
    assert plain.comments == []
    ids = plain.values("id")
    assert len(set(ids)) == len(ids)
    assert {value.removeprefix("#") for value in plain.values("href")} <= set(ids)
    assert is_harmless(page)

    result = render(graded, "json")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(result))
    assert is_harmless(result)

    assert is_harmless(render(graded, "text"))
