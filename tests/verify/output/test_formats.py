"""Each format of a proof that holds, of one that does not, and at the limits of its readers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from grader.verify.output import FORMATS, ProofView, render
from grader.verify.output.github import MAX_SUMMARY, append_summary, commands, summary
from grader.verify.output.json import SCHEMA_FILE
from grader.verify.output.shapes import Problem
from grader.verify.output.text import matrix
from tests.verify import tiny
from tests.verify.output import made

WHOLE = """\
tiny  Double it  ✓ 34 claims hold
  1 doubles    60 points, lost by 1 variant
  2 text       40 points, lost by 1 variant
                         1 2
  solution plus          · ·  0.25 s
  solution times         · ·  0.25 s
  starter  starter       ◌ -  0.25 s
  mutant   numbers-only  · ◌  0.25 s

· earned   ◌ lost, as declared   - skipped: what it requires was lost
1 exercise, 34 claims checked, 0 broken; 8 gradings in 1.5 s
"""

# The common ground of Jenkins' junit-10.xsd and what GitLab reads: attributes by element, with
# their form, and the elements inside. `file` and `line` are GitLab's.
COUNT, SECONDS, ANY = r"\d+", r"\d+(\.\d+)?", r"(?s).+"
JUNIT: dict[str, tuple[dict[str, str], set[str]]] = {
    "testsuites": (
        {"name": ANY, "tests": COUNT, "failures": COUNT, "errors": COUNT, "time": SECONDS},
        {"testsuite"},
    ),
    "testsuite": (
        {"name": ANY, "tests": COUNT, "failures": COUNT, "errors": COUNT, "skipped": COUNT,
         "time": SECONDS},
        {"testcase"},
    ),
    "testcase": (
        {"classname": ANY, "name": ANY, "time": SECONDS, "file": ANY, "line": COUNT},
        {"failure", "error"},
    ),
    "failure": ({"message": ANY, "type": ANY}, set()),
    "error": ({"message": ANY, "type": ANY}, set()),
}  # fmt: skip


@pytest.fixture(scope="module", name="top")
def _top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny"))


def test_a_terminal_shows_the_matrix(top: Path) -> None:
    assert render(made.whole(top), "text").decode() == WHOLE


def test_a_terminal_shows_what_to_do_before_the_matrix(top: Path) -> None:
    told = render(made.broken(top), "text").decode()
    assert "tiny  Double it  ✗ 9 of 34 claims broken\n  ✗ solution gets full marks: plus\n" in told
    assert "did not lose doubles with seed 2\n      exercises/tiny/exercise.toml:12\n" in told
    assert "numbers-only  · ≠  0.25 s" in told
    assert "solution plus          the compiler is gone\n" in told
    assert "double.py:2  nothing noticed\n      x + x → x - x\n" in told
    assert "2 exercises, 1 cannot be read, 36 claims checked, 11 broken" in told


def test_colours_are_the_only_escapes(top: Path) -> None:
    view = made.broken(top).exercises[0]
    coloured = matrix(view, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == matrix(view, colour=False)


@pytest.mark.parametrize("kind", [made.whole, made.broken, made.hostile])
def test_json_keeps_to_its_schema(top: Path, kind: Callable[[Path], ProofView]) -> None:
    schema = json.loads(SCHEMA_FILE.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render(kind(top), "json")), schema)


def test_json_tells_marks_points_and_places(top: Path) -> None:
    told = json.loads(render(made.broken(top), "json"))
    assert (told["holds"], told["claims"], told["broken"], told["gradings"]) == (False, 36, 11, 8)
    first, second = told["exercises"]
    assert [row["marks"] for row in first["matrix"]] == [
        {}, {"doubles": "kept", "text": "undeclared"}, {"doubles": "missing", "text": "kept"},
        {"doubles": "kept", "text": "unsteady"},
    ]  # fmt: skip
    broken = {(each["subject"], each["file"], each["line"]) for each in first["points"]
              if not each["holds"]}  # fmt: skip
    assert ("numbers-only", "exercises/tiny/mutants/numbers-only/mutant.toml", 1) in broken
    assert first["sections"][1]["items"][0]["before"] == "x + x"
    assert (second["readable"], second["matrix"]) == (False, [])


@pytest.mark.parametrize("kind", [made.whole, made.broken, made.hostile])
def test_junit_keeps_to_its_form(top: Path, kind: Callable[[Path], ProofView]) -> None:
    view = kind(top)
    root = Xml.fromstring(render(view, "junit"))
    for element in root.iter():
        attributes, inside = JUNIT[element.tag]
        assert {child.tag for child in element} <= inside
        optional = {"file", "line"} & set(attributes)
        assert set(attributes) - optional <= set(element.attrib) <= set(attributes)
        for name, value in element.attrib.items():
            assert re.fullmatch(attributes[name], value), (element.tag, name, value)
    for suite in (root, *root):
        for counter, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(suite.attrib[counter]) == len(list(suite.iter(tag)))
    for suite in root:
        names = [case.attrib["name"] for case in suite]
        assert len(names) == len(set(names)), "GitLab tells cases by their names"


def test_junit_says_what_to_do_and_where(top: Path) -> None:
    root = Xml.fromstring(render(made.broken(top), "junit"))
    failure = next(each for each in root.iter("failure") if "compiler" in (each.text or ""))
    assert failure.attrib == {"message": "the compiler is gone", "type": "solution gets full marks"}
    assert failure.text == "the compiler is gone\nexercises/tiny/solutions/plus/double.py:1"
    assert [each.attrib["message"] for each in root.iter("error")] == [
        "[criterion.2] points: must be a whole number", "[criterion.3] id: is there twice",
    ]  # fmt: skip


def test_github_annotates_the_line_to_mend(top: Path) -> None:
    assert (
        "::error file=exercises/tiny/exercise.toml,line=12,"
        "title=tiny%3A starter loses what it declares"
        "::starter: did not lose doubles with seed 1%0Adid not lose doubles with seed 2"
    ) in commands(made.broken(top))
    assert commands(made.whole(top)) == ()


def test_github_takes_any_file_name(top: Path) -> None:
    view = made.whole(top)
    problem = Problem(claim="a, b", subject="s", messages=("m",), file="x,line=1::y%.py", line=3)
    shown = replace(view.exercises[0], id="t", problems=(problem,))
    assert commands(replace(view, exercises=(shown,))) == (
        "::error file=x%2Cline=1%3A%3Ay%25.py,line=3,title=t%3A a%2C b::s: m",
    )


@pytest.mark.parametrize(("count", "lines", "last"), [(10, 10, "p9"), (11, 10, "and 2 more")])
def test_github_gets_ten_annotations_at_most(
    top: Path, count: int, lines: int, last: str
) -> None:
    view = made.whole(top)
    problems = tuple(
        Problem(claim="c", subject=f"p{at}", messages=("m",), file="f", line=1)
        for at in range(count)
    )
    told = commands(replace(view, exercises=(replace(view.exercises[0], problems=problems),)))
    assert len(told) == lines
    assert f"::{last}" in told[-1]


def test_a_summary_fits_and_keeps_what_is_broken(top: Path) -> None:
    view = made.broken(top)
    broken, other = view.exercises
    big = replace(broken, rows=broken.rows * 9_000)
    wide = replace(view, exercises=(big, other))
    told = summary(wide, MAX_SUMMARY)
    assert len(told) <= MAX_SUMMARY
    assert b"did not lose doubles with seed 1" in told
    assert b"1 part left out" in told
    for room in (0, 1, 150, 400, 5_000):
        assert len(summary(view, room)) <= room


def test_a_summary_is_added_in_the_room_that_is_left(top: Path, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * (MAX_SUMMARY - 500))
    append_summary(made.broken(top), file)
    content = file.read_bytes()
    assert content.startswith(b"x" * 1_000)
    assert MAX_SUMMARY - 500 < len(content) <= MAX_SUMMARY
    assert b"11 claims broken" in content


def test_every_format_has_a_file_of_its_own() -> None:
    assert len(set(FORMATS.values())) == len(FORMATS)
