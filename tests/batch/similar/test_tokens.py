from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.similar.tokens import END, MAX_TOKENS, Tokens, tokens_of
from grader.model import SourceFile


def tokens(text: str | bytes, path: str = "a.py") -> Tokens:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return tokens_of((SourceFile(path=path, content=content),))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x = f(a, b)", "total  =  compute( first,\n    second, )  # of both"),
        ('def f():\n    """Say."""\n    return "a"', "def g():\n    return 'b' "),
        ("a = 1; b = 2", "a = 10\nb = 0x_2F\n"),
        ("x = \\\n 1", "x = 1"),
        ("s = rb'\\''", 's = """a\n"b" \\""" c"""'),
    ],
)
def test_python_that_says_the_same(one: str, other: str) -> None:
    assert tokens(one).kinds == tokens(other).kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("if (a) { return b; }", "if (x)\n  return y; // so\n"),
        ("#include <map>\nstd::map<int, T> m;", "using namespace std;map<int,U>\nn /* a */;"[20:]),
        ('auto s = "a";', 'auto t = R"x( ")" )y" )x";'),
        ("int n = 1'000;", "int m = 0x1p+3;"),
        ("char c = '\\'';", "char c = 'x';"),
    ],
)
def test_cpp_that_says_the_same(one: str, other: str) -> None:
    assert tokens(one, "a.cpp").kinds == tokens(other, "b.hpp").kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [("a + b", "a - b"), ("while x: y()", "if x: y()"), ("f(a)", "f[a]"), ("x", "1"), ("a", "''")],
)
def test_code_that_says_something_else(one: str, other: str) -> None:
    assert tokens(one).kinds != tokens(other).kinds


def test_only_source_files_are_read() -> None:
    files = tuple(
        SourceFile(path=path, content=b"a b") for path in ("a.py", "b.txt", "c.HPP", "README")
    )
    found = tokens_of(files)
    assert [file.path for file in found.files] == ["a.py", "c.HPP"]
    assert found.kinds.count(END) == 2


@given(
    st.lists(st.sampled_from(["'", '"', '"""', "R\"x(", ")x\"", "\\", "\n", "#", "/*", "*/", "//",
                              "a", "1e", ".", "std::", "{", ")", ",", "\0", "é", "\u202e"])),
    st.sampled_from(["a.py", "a.cpp"]),
)  # fmt: skip
def test_every_text_has_tokens_at_their_places(parts: list[str], path: str) -> None:
    text = "".join(parts)
    found = tokens(text, path)
    assert len(found.kinds) == len(found.starts) == len(found.ends)
    assert found.kinds.endswith(END.to_bytes())
    places = list(zip(found.starts, found.ends, strict=True))[:-1]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


BIG = 256 * 1024
HOSTILE = {
    "escaped quotes": b'"""\\',
    "halves of strings": b'"\\"',
    "strings in strings": b"'''\\'''",
    "empty comments": b"#\n",
    "brackets": b"(",
    "nothing": b"\0",
    "lines": b"\n",
    "backslashes": b"\\",
    "no text": b"\xff",
    "one number": b"1",
    "exponents": b"1e+",
    "prefixes": b"rb",
    "raw strings": b'R"(',
    "fences": b')abcdefghijklmn"',
    "comments in comments": b"/*",
    "ends of comments": b"/* *",
    "includes": b"#include \\\n",
    "fences that never open": b'R"aaaaaaaaaaaaaaaa ',
    "spaces": b" ",
    "accents": "\u0301".encode(),
}


@pytest.mark.parametrize("path", ["a.py", "a.cpp"])
def test_hostile_files_cost_no_more_than_others(path: str) -> None:
    for name, part in HOSTILE.items():
        opening = b'R"abcdefghijklmno(' if name == "fences" else b""
        began = time.process_time()
        found = tokens(opening + part * (BIG // len(part)), path)
        assert len(found.kinds) <= MAX_TOKENS + 1, name
        # All take less than 0.05 s; what is quadratic takes minutes.
        assert time.process_time() - began < 1, name
