"""The C++ tokenizer against what a compiler sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checks.cpp.headers import includes, standard_uses
from grader.checks.cpp.pasting import pasted_names
from grader.checks.cpp.tokens import directives, tokenize


def texts(source: str) -> list[str]:
    return [token.text for token in tokenize(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a/* b */c // d\ne", ["a", "c", "e"]),
        ("a /* // */ b", ["a", "b"]),
        ("a // b \\\n c\nd", ["a", "d"]),
        ("__as\\\nan_x", ["__asan_x"]),
        ("__as\\  \nan_x", ["__asan_x"]),
        ("__as\\\r\nan_x", ["__asan_x"]),
        ('"a // b" c', ['"a // b"', "c"]),
        (r'"a \" b" c', [r'"a \" b"', "c"]),
        ("'\"' c '\"'", ["'\"'", "c", "'\"'"]),
        ("1'000'000 x", ["1'000'000", "x"]),
        ("0x1p-3 .5e+1f 1..2", ["0x1p-3", ".5e+1f", "1..2"]),
        ('R"(a " // )" c', ['R"(a " // )"', "c"]),
        ('R"x(a)" b)x" c', ['R"x(a)" b)x"', "c"]),
        ('u8R"(a)" LR"(b)"', ['u8R"(a)"', 'LR"(b)"']),
        ('R"(a)\\\n" b)" c', ['R"(a)" b)"', "c"]),
        ('FOOR"(a)" c', ["FOOR", '"(a)"', "c"]),
        ("%:define A %:%: b", ["#", "define", "A", "##", "b"]),
        ("it's \n x", ["it", "'s ", "x"]),
        ('"open\nx', ['"open', "x"]),
        ("don't /*\nx /* */", ["don", "'t /*", "x"]),
        ("#define Q u' /*\nx // */", ["#", "define", "Q", "u' /*", "x"]),
        ('#if 0 R"(\nx //)"', ["#", "if", "0", 'R"(', "x"]),
        ("a '' /*\n*/ b", ["a", "''", "b"]),
        ("// a\rb \\\rc", ["b", "c"]),
        ("a /* open", ["a"]),
        ("a\0b", ["a", "b"]),
        ("größe \\u00e9x", ["größe", "\\u00e9x"]),
        ("a->b::c", ["a", "->", "b", "::", "c"]),
    ],
)
def test_tokens(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_places_are_those_of_the_source() -> None:
    tokens = tokenize("a \\\n  b /*\n*/ c\n  d")
    places = [(token.text, token.line, token.column, token.first) for token in tokens]
    assert places == [("a", 1, 1, True), ("b", 2, 3, False), ("c", 3, 4, False), ("d", 4, 3, True)]


def test_directives() -> None:
    source = '  # /* x */ include <a"b>\n#define A \\\n  1\nx # y\n%:pragma once\n#\n# 12 "f"\n'
    found = [
        (item.name, [token.text for token in item.tokens]) for item in directives(tokenize(source))
    ]
    assert found == [
        ("include", ['<a"b>']),
        ("define", ["A", "1"]),
        ("pragma", ["once"]),
        ("", []),
        ("", ["12", '"f"']),
    ]


@given(st.text(alphabet="ab_1.'\"\\/*#R()<> \n\r\t%:u8", max_size=200))
def test_any_text_has_tokens_at_growing_places(source: str) -> None:
    places = [(token.line, token.column) for token in tokenize(source)]
    assert places == sorted(set(places))
    list(directives(tokenize(source)))
    list(pasted_names(tokenize(source)))
    list(standard_uses(tokenize(source)))
    includes(tokenize(source))


@given(st.lists(st.sampled_from(["name", "12", '"a b"', "'c'", "+", "::", "(", ")"]), max_size=30))
def test_white_space_and_splices_change_no_token(words: list[str]) -> None:
    spaced = texts(" ".join(words))
    assert spaced == texts(" /* x */ ".join(words))
    assert spaced == texts(" \\\n ".join(words))
    assert spaced == words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("#define CAT(a, b) a##b\nCAT(__as, an_on_error)", "__asan_on_error"),
        ("#define CAT(a, b) a %:%: b\nCAT(__as, an_x)", "__asan_x"),
        ("#define H(x) __as##x\nH(an_x)", "__asan_x"),
        ("#define C(a,b) a##b\n#define X(a,b) C(a,b)\nX(__as, an_x)", "__asan_x"),
        ("#define THREE(a,b,c) void a##b##c()\nTHREE(__, asan, _x)", "__asan_x"),
        ("#define NAME __as##an_x\nNAME", "__asan_x"),
    ],
)
def test_pasted_names(source: str, expected: str) -> None:
    assert expected in [name for _, name in pasted_names(tokenize(source))]


def test_pasting_other_names_is_nothing_special() -> None:
    source = "#define FIELD(name) int name##_\nFIELD(value);\n"
    assert [name for _, name in pasted_names(tokenize(source))][-1] == "value_"
