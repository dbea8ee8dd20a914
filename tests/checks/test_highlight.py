"""Colouring in: nothing lost, both languages known, and an answer that is trusted with nothing."""

from __future__ import annotations

import ast
import copy
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import grader
from grader.checks.highlight import highlight, lexer
from grader.checks.limits import MAX_RUNS
from grader.checks.outcomes import decode_highlight
from grader.model import HUES, Highlight, Language
from grader.report.view.extent import lines_of, listed
from grader.sandbox import wire

LANGUAGES: tuple[Language, ...] = ("python", "cpp")
# Characters that open, close and escape things, that end lines somewhere, or that are not there.
PARTS = """a b1 _ # \" ' \"\"\" ''' \\ @ / // /* */ ( ) { } . + - < > [[ ]] R\"x( )x\" f' {x} 0x1 1e
int def class return import std:: #include #if operator é 𐐀 ́""".split()
SOURCE = st.lists(
    st.sampled_from([*PARTS, *" \t\n\r\f\v\0\x85\u2028\ufeff\u202e\ud800"]) | st.text(max_size=3),
    max_size=60,
).map("".join)


@settings(deadline=None)
@given(SOURCE, st.sampled_from(LANGUAGES))
@example("\ufeffx = '\r\n\0\f\t", "python")
@example("/* 𐐀\n\\\n", "cpp")
@example("", "cpp")
def test_runs_are_the_lines_again(text: str, language: Language) -> None:
    lines = text.split("\n")
    answer = highlight(language, text)
    assert [sum(int(length) for _, length in line) for line in answer] == [*map(len, lines)]
    assert all(before[0] != after[0] for line in answer for before, after in pairwise(line))
    crossed = wire.unpack(wire.pack({"value": answer})[wire.HEADER.size :])["value"]
    decoded = decode_highlight(crossed, "a.py", lines).lines
    assert [[list(run) for run in line] for line in decoded] == answer


def tinted(text: str, language: Language) -> list[tuple[str, str]]:
    found = []
    for line, runs in zip(text.split("\n"), highlight(language, text), strict=True):
        start = 0
        for hue, length in runs:
            end = start + int(length)
            found.append((str(hue), line[start:end]))
            start = end
    return [(hue, token) for hue, token in found if hue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(): return None", [("k", "def"), ("d", "f"), ("k", "return"), ("k", "None")]),
        ("len('a\\'b')  # c", [("b", "len"), ("s", "'a\\'b'"), ("c", "# c")]),
        ('"""a\n\nb"""', [("s", '"""a'), ("s", 'b"""')]),
        ("1_0e-5 not in x", [("n", "1_0e-5"), ("k", "not"), ("k", "in")]),
        ("    @wraps\nclass C: self >= x", [("p", "@wraps"), ("k", "class"), ("d", "C"),
                                            ("b", "self"), ("o", ">=")]),
        ("raise KeyError", [("k", "raise"), ("b", "KeyError")]),
    ],
)  # fmt: skip
def test_python(text: str, expected: list[tuple[str, str]]) -> None:
    assert tinted(text, "python") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#include <new>\nint x;", [("p", "#include"), ("p", "<new>"), ("k", "int")]),
        ("struct S { /* a\n* / */ };", [("k", "struct"), ("d", "S"), ("c", "/* a"),
                                        ("c", "* / */")]),
        ("delete[] p; // c", [("k", "delete"), ("c", "// c")]),
        ("n = 1'000 + nullptr;", [("o", "="), ("n", "1'000"), ("o", "+"), ("b", "nullptr")]),
        ("f(\"a\\n\", 'c')", [("s", '"a\\n"'), ("s", "'c'")]),
    ],
)  # fmt: skip
def test_cpp(text: str, expected: list[tuple[str, str]]) -> None:
    assert tinted(text, "cpp") == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "\n" * 20_000,
        "x = 1;" * 34_000,
        '"' * 200_000,
        '"""' + "a\n" * 20_000,
        "/*" + "*\n" * 20_000,
        'R"x(' + ")\n" * 20_000,
        "f'{" * 60_000,
        "(" * 200_000,
        "#if 0\n" * 2_000,
    ],
)
def test_what_is_listed_of_hostile_text_is_coloured_in(text: str, language: Language) -> None:
    lines = listed(lines_of(text))
    lexer(language)
    start = time.process_time()
    answer = highlight(language, "\n".join(lines))
    assert time.process_time() - start < 5  # under 0.5 s here; 13 s for all empty lines
    assert len(decode_highlight(answer, "a.py", lines).lines) == len(lines)


LINES = ("x = 1", "", "y")
ANSWER: list[Any] = [[["", 2], ["o", 1], ["", 1], ["n", 1]], [], [["", 1]]]


def test_a_whole_answer() -> None:
    assert decode_highlight(ANSWER, "a.py", LINES) == Highlight(
        path="a.py", lines=((("", 2), ("o", 1), ("", 1), ("n", 1)), (), (("", 1),))
    )


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((), None),
        ((), {}),
        ((), ANSWER[:2]),
        ((), [*ANSWER, []]),
        ((0,), None),
        ((0,), []),
        ((0,), {"": 5}),
        ((0,), [["", 6]]),
        ((0,), [["", 4]]),
        ((0,), [["", -1], ["", 6]]),
        ((0,), [["", 5], ["", 0]]),
        ((0,), [["", 10**12], ["", 5 - 10**12]]),
        ((0,), [["", 5.0]]),
        ((0,), [["", "5"]]),
        ((0, 3, 1), True),
        ((0, 3, 1), None),
        ((0, 3), ["n"]),
        ((0, 3), ["n", 1, 1]),
        ((0, 3), ("n", 1)),
        ((0, 3, 0), "m"),
        ((0, 3, 0), "kk"),
        ((0, 3, 0), '"><script>'),
        ((0, 3, 0), None),
        ((0, 3, 0), ["n"]),
        ((1,), [["", 0]]),
        ((1,), [["", 1]]),
    ],
)
def test_any_other_answer_is_refused(path: tuple[int, ...], value: Any) -> None:
    changed: Any = copy.deepcopy(ANSWER)
    if path:
        inner = changed
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
    else:
        changed = value
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        decode_highlight(changed, "a.py", LINES)


def test_more_runs_than_a_page_can_bear_are_refused() -> None:
    half = MAX_RUNS // 2
    lines = ["x" * half, "x" * (MAX_RUNS - half)]
    answer = [[["k", 1]] * len(line) for line in lines]
    assert len(decode_highlight(answer, "a.py", lines).lines) == 2
    with pytest.raises(ValueError, match="highlight: not a list of at most"):
        decode_highlight([*answer, [["k", 1]]], "a.py", [*lines, "x"])


RUN = st.one_of(
    st.tuples(st.sampled_from([*HUES, "m", "<"]), st.integers(-1, 6)).map(list),
    st.recursive(st.none() | st.text(max_size=2) | st.floats(), st.lists),
)


@given(st.lists(st.lists(RUN, max_size=4), max_size=4))
def test_anything_at_all_is_decoded_to_whole_lines_or_refused(value: Any) -> None:
    try:
        decoded = decode_highlight(value, "a.py", LINES)
    except ValueError:
        return
    for text, runs in zip(LINES, decoded.lines, strict=True):
        assert sum(length for _, length in runs) == len(text)
        assert {hue for hue, _ in runs} <= set(HUES)


def test_pygments_is_used_behind_the_walls_only() -> None:
    root = Path(grader.__file__).parent
    users: dict[str, set[str]] = {}
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                base = getattr(node, "module", None) or ""
                for alias in node.names:
                    name = f"{base}.{alias.name}".strip(".")
                    users.setdefault(name, set()).add(path.relative_to(root).as_posix())

    def importing(module: str) -> set[str]:
        return {
            user
            for name, found in users.items()
            if f"{name}.".startswith(f"{module}.")
            for user in found
        }

    assert importing("pygments") == {"checks/highlight.py"}
    assert importing("grader.checks.highlight") == {"checks/inspect.py"}
    assert importing("grader.checks.inspect") == set()
