"""Colouring loses nothing, knows the languages, and cannot be made slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Language
from grader.report.view.tokens import token_lines, tokens

LANGUAGES: tuple[Language, ...] = ("python", "cpp")
# Characters that open, close and escape things.
SOURCE = st.text(st.sampled_from("ab1eR_ \t\n\r\"'\\#@/*(){}.+-<>é\0"), max_size=120)


@given(SOURCE, st.sampled_from(LANGUAGES))
def test_tokens_joined_are_the_text(text: str, language: Language) -> None:
    assert "".join(token for _, token in tokens(text, language)) == text


@given(SOURCE, st.sampled_from(LANGUAGES))
def test_lines_joined_are_the_text(text: str, language: Language) -> None:
    lines = ["".join(token for _, token in line) for line in token_lines(text, language)]
    assert lines == text.split("\n")


def styled(text: str, language: Language) -> list[tuple[str, str]]:
    return [(style, token) for style, token in tokens(text, language) if style]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(): return None", [("k", "def"), ("d", "f"), ("k", "return"), ("k", "None")]),
        ("x = len('a\\'b')  # c", [("b", "len"), ("s", "'a\\'b'"), ("c", "# c")]),
        ('f"""a\n"b""" + 1_0e-5', [("s", 'f"""a\n"b"""'), ("n", "1_0e-5")]),
        ("    @a.b\nclass C: x @ y", [("p", "@a.b"), ("k", "class"), ("d", "C")]),
        ("'open\nx = 1", [("s", "'open"), ("n", "1")]),
    ],
)
def test_python(text: str, expected: list[tuple[str, str]]) -> None:
    assert styled(text, "python") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#include <new>\nint x;", [("p", "#include <new>"), ("k", "int")]),
        ("struct S { /* a\n* / */ };", [("k", "struct"), ("d", "S"), ("c", "/* a\n* / */")]),
        ('auto s = R"x()" )x";', [("k", "auto"), ("s", 'R"x()" )x"')]),
        ("n = 1'000.5e+3; // c", [("n", "1'000.5e+3"), ("c", "// c")]),
        ("char c = '\\'';", [("k", "char"), ("s", "'\\''")]),
    ],
)
def test_cpp(text: str, expected: list[tuple[str, str]]) -> None:
    assert styled(text, "cpp") == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["\n", " ", "/**/", "/*", "//\\\n", '"', "'", "\\", '"""', "f(", "a::", "1'", '{"', "@a.",
     'R"x(', ")x", "#", "*/ ", "0_", "int f(int a)\n"],
)  # fmt: skip
def test_no_repetition_is_slow(unit: str, language: Language) -> None:
    # 400,000 characters take about 0.2 s here; a pattern that backtracks would take hours.
    text = unit * (400_000 // len(unit))
    start = time.process_time()
    assert sum(len(token) for _, token in tokens(text, language)) == len(text)
    assert time.process_time() - start < 10
