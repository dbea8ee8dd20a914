"""Mutants of Python: what each operator makes, and that nothing else is touched."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.verify.machine.edit import line_of
from grader.verify.machine.python import builds, edits, fingerprint

SOLUTIONS = sorted(
    Path(__file__).parents[3].glob("exercises/py-*/solutions/*/*.py"), key=lambda path: str(path)
)


def changes(source: str) -> set[tuple[str, str]]:
    """Before and after of all edits that build."""
    content = source.encode()
    return {
        (edit.before(content), edit.after(content))
        for path, edit in edits((("a.py", content),))
        if builds(((path, edit.apply(content)),))
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", {("a < b", "a <= b"), ("a < b", "a >= b"), ("a < b", "pass")}),
        ("x = a is not b", {("x = a is not b", "pass"), ("a is not b", "a is b")}),
        ("x = a not in b", {("x = a not in b", "pass"), ("a not in b", "a in b")}),
        ("x = (a) + (  # a + b\n b)", {("x = (a) + ( # a + b b)", "pass"),
                                       ("(a) + ( # a + b b)", "(a) - ( # a + b b)")}),
        ("a += b", {("a += b", "a -= b"), ("a += b", "a = b"), ("a += b", "pass")}),
        ("f(a and b or c)", {("a and b", "a or b"),
                             ("a and b or c", "a and b and c"), ("f(a and b or c)", "pass")}),
        ("f(not a, -b)", {("not a", "a"), ("-b", "b"), ("f(not a, -b)", "pass")}),
        ("f(max(a, b))", {("max(a, b)", "min(a, b)"), ("f(max(a, b))", "pass")}),
        ("f(a[i:])", {("i:", ":"), ("i:", "(i) + 1:"), ("f(a[i:])", "pass")}),
        ("f(7, True, '', f'{a}')", {("7", "8"), ("7", "6"), ("True", "False"), ("''", '"?"'),
                                    ("f'{a}'", '""'), ("f(7, True, '', f'{a}')", "pass")}),
        ("def f(a: int = b) -> c: g()", {("a: int = b", "a: int"), ("g()", "pass")}),
        ("def f():\n 'text'\n return a", {("return a", "return None")}),
        ("while a:\n break", {("a", "False"), ("break", "pass"), ("break", "continue")}),
        ("for a in b: continue", {("b", "()"), ("continue", "pass"), ("continue", "break")}),
        ("if a: b()", {("a", "True"), ("a", "False"), ("b()", "pass")}),
        ("with a.lock, b: c()", {("with a.lock, b", "if True"), ("c()", "pass")}),
        ("with (\n a,\n): c()", {("with ( a, )", "if True"), ("c()", "pass")}),
        ("with a as b: c()", {("c()", "pass")}),
        ("try: a()\nexcept B: c()", {("B", "Exception"), ("B", "()"), ("a()", "pass"),
                                     ("c()", "pass")}),
        ("raise A(b)", {("raise A(b)", "raise Exception(b)"), ("raise A(b)", "pass")}),
        ("@a(b)\ndef f(): pass", {("@a(b)", "")}),
        ("import a\na: int", {("a: int", "pass")}),
    ],
)  # fmt: skip
def test_what_operators_make(source: str, expected: set[tuple[str, str]]) -> None:
    assert changes(source) == expected


def test_what_would_not_compile_is_known() -> None:
    assert not builds((("a.py", b"break\n"),))
    assert fingerprint((("a.py", b"a = = b\n"),)) == ""
    assert changes("def f(a=c, b=d): pass") == {("a=c", "a")}  # a default has to follow on one


LAYOUTS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "DOS lines": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac lines": lambda text: text.replace("\n", "\r").encode(),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "beyond ASCII": lambda text: f"é = 'çà' ; {text}".encode(),
    "form feed": lambda text: f"\f\n{text}".encode(),
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SOLUTIONS), st.sampled_from(sorted(LAYOUTS)), st.integers(0, 10**6))
def test_an_edit_touches_nothing_else(path: Path, layout: str, number: int) -> None:
    content = LAYOUTS[layout](path.read_text())
    files = ((path.name, content),)
    found = [edit for _, edit in edits(files)]
    assert found == [edit for _, edit in edits(files)]
    edit = found[number % len(found)]
    edited = edit.apply(content)
    assert edited != content
    assert edited.startswith(content[: edit.start])
    assert edited.endswith(content[edit.end :])
    assert edited[: edit.start] + content[edit.start : edit.end] + content[edit.end :] == content
    assert edit.shown[0] <= edit.start <= edit.end <= edit.shown[1]
    try:
        tree = ast.parse(edited)
    except SyntaxError:
        assert edit.operator == "default"
    else:
        assert ast.dump(tree) != ast.dump(ast.parse(content))


def test_lines_and_columns_count_characters() -> None:
    content = "a = 'é'; b = 1\n\nc = 'çà' <  d\n".encode()
    assert line_of(content, content.index(b"<")) == (3, 10, "c = 'çà' < d")
    assert line_of(content, content.index(b"1")) == (1, 14, "a = 'é'; b = 1")
    assert line_of(b"a", 0) == (1, 1, "a")
