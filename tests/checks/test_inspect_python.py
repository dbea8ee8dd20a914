"""Inspecting Python: what is asked for, what pragmas can do (nothing), what hostile bytes do."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from grader.checks.inspect import INFORMED
from grader.checks.outcomes import decode_inspection
from grader.checks.python.lint import known_symbols
from grader.sandbox import wire

Inspect = Callable[..., dict[str, Any]]

UNUSED = "import os\nimport sys\n\nprint(sys.path)\n"


def names(answer: dict[str, Any], key: str = "findings") -> set[str]:
    return {item["check" if key == "findings" else "kind"] for item in answer[key]}


def test_answers_in_the_order_of_the_question(inspect_source: Inspect) -> None:
    asked = ["pylint.unused-import", "py.swallowed-exception", "pylint.bare-except"]
    answer = inspect_source(UNUSED, asked)
    assert [item["check"] for item in answer["checks"]] == asked
    assert [item["outcome"] for item in answer["checks"]] == ["failed", "passed", "passed"]
    (found,) = answer["checks"][0]["findings"]
    assert (found["file"], found["line"], found["column"]) == ("code.py", 1, 1)


def test_what_is_asked_for_is_not_told_again(inspect_source: Inspect) -> None:
    assert "pylint.unused-import" in names(inspect_source(UNUSED))
    assert "pylint.unused-import" not in names(inspect_source(UNUSED, ["pylint.unused-import"]))


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        ("pylint.no-such-message", "pylint has no message no-such-message"),
        ("pylint.import-error", "pylint has no message import-error"),
        ("py.no-such-rule", "there is no check py.no-such-rule for python"),
        ("cpp.detached-thread", "there is no check cpp.detached-thread for python"),
        ("own.missing", "hidden/checks.py has no rule own.missing"),
    ],
)
def test_unknown_check_is_an_error(check: str, reason: str, inspect_source: Inspect) -> None:
    (outcome,) = inspect_source("x = 1\n", [check])["checks"]
    assert (outcome["outcome"], outcome["message"]) == ("error", reason)


def test_informational_messages_exist() -> None:
    assert set(INFORMED) - {"syntax-error"} <= known_symbols()


@pytest.mark.parametrize(
    "pragma",
    [
        "# pylint: disable=unused-import",
        "# pylint: disable=all",
        "# pylint: skip-file",
        "# pylint: disable-all",
        "#pylint:disable=W0611",
        "# pylint: disable-next=unused-import",
        "# noqa",
        "# type: ignore",
    ],
)
def test_pragmas_silence_nothing(pragma: str, inspect_source: Inspect) -> None:
    source = f"{pragma}\nimport os  {pragma}\n"
    answer = inspect_source(source, ["pylint.unused-import"])
    assert answer["checks"][0]["outcome"] == "failed"
    noted = [item["line"] for item in answer["findings"] if item["check"] == "py.ignored-pragma"]
    assert noted == [1, 2]
    asks_for_silence = any(word in pragma for word in ("all", "skip-file"))
    assert names(answer, "integrity") == ({"pragma"} if asks_for_silence else set())


@pytest.mark.parametrize("end", ["#", " ", "\t", "#pylint: ", "# type: ", "a"])
def test_long_lines_are_read_once(end: str, inspect_source: Inspect) -> None:
    begun = time.process_time()
    source = "import os  #" + end * (250_000 // len(end)) + "\n"
    answer = inspect_source(source, ["pylint.unused-import", "pylint.line-too-long"])
    assert answer["checks"][0]["outcome"] == "failed"
    assert time.process_time() - begun < 5


def test_a_pragma_in_a_text_is_no_pragma(inspect_source: Inspect) -> None:
    answer = inspect_source('TEXT = "# pylint: skip-file"\n')
    assert answer["integrity"] == []
    assert "py.ignored-pragma" not in names(answer)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("import _pytest.runner\n", "reaches-out"),
        ("from frontrun import explore\n", "reaches-out"),
        ("import os\nos._exit(0)\n", "reaches-out"),
        ("from sys import _getframe as f\nf(1)\n", "reaches-out"),
        ("exec(chr(112))\n", "hidden-code"),
        ("# coding: utf-7\nx = 1\n", "encoding"),
    ],
)
def test_signs_of_tampering(source: str, kind: str, inspect_source: Inspect) -> None:
    assert names(inspect_source(source), "integrity") == {kind}


@pytest.mark.parametrize(
    "source",
    [
        "# os._exit and sys._getframe are only named here\n",
        "def exec(x):\n    return x\n\nexec(input())\n",
        "eval('1 + 1')\n",
        "import gc\ngc.collect()\n",
    ],
)
def test_no_accusation_without_a_sign(source: str, inspect_source: Inspect) -> None:
    assert inspect_source(source)["integrity"] == []


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"def f(:\n    pass\n", 1, "invalid syntax"),
        (b"x = 1\ny = '\n", 2, "unterminated string"),
        (b"x = 1\nif x:\npass\n", 3, "expected an indented block"),
        (b"x = 1\n\0\n", 2, "NUL"),
        (b"x = 1\ny = 'caf\xe9'\n", 2, "not valid utf-8"),
        (b"x = 1\ny = (\n# caf\xe9\n", 3, "not valid utf-8"),
        (b"# coding: no-such-codec\n", 1, "unusable encoding"),
        (b"# coding: rot13\n", 1, "unusable encoding"),
        (b"\xef\xbb\xbf# coding: latin-1\n", 1, "unusable encoding"),
        (b"x = '\xed\xa0\x80'\n", 1, "not valid utf-8"),
        (b"x = " + b"-" * 5000 + b"1\n", 0, "nested too deeply"),
        (b"x = " + b"(" * 500 + b")" * 500 + b"\n", 1, "too many nested"),
        (b"x = " + b"1+" * 5000 + b"1\n", 0, "nested too deeply"),
        (b"x = y" + b".z" * 5000 + b"\n", 0, "nested too deeply"),
        (b"#" * (300 * 1024), 0, "not read"),
    ],
)
def test_unreadable_files_are_told_and_skipped(
    content: bytes, line: int, words: str, inspect_source: Inspect
) -> None:
    asked = ["py.swallowed-exception", "pylint.unused-import", "pylint.syntax-error"]
    answer = inspect_source(content, asked)
    (entry,) = answer["parse"]
    assert (entry["file"], entry["line"]) == ("code.py", line)
    assert words in entry["message"]
    outcomes = [item["outcome"] for item in answer["checks"]]
    assert outcomes == ["skipped", "skipped", "failed"]
    assert "code.py" in answer["checks"][0]["message"]


def test_pragmas_are_found_in_code_that_does_not_parse(inspect_source: Inspect) -> None:
    answer = inspect_source("# pylint: skip-file\nx = (\n")
    assert names(answer, "integrity") == {"pragma"}
    assert {"py.ignored-pragma", "pylint.syntax-error"} <= names(answer)


@pytest.mark.parametrize(
    "content",
    [
        b"import os\r\nx = 1\r\n",
        b"import os\rx = 1\r",
        b"\xef\xbb\xbfimport os\n",
        b"import os\n\x0cx = 1\n",
        b"import os\nif 1:\n\tx = 1\n",
        b"import os",
        b"# coding: latin-1\nimport os\nx = '\xe9'\n",
        "import os\nüß = '漢字'\n".encode(),
    ],
)
def test_unusual_but_valid_files(content: bytes, inspect_source: Inspect) -> None:
    answer = inspect_source(content, ["pylint.unused-import"])
    assert answer["parse"] == []
    (found,) = answer["checks"][0]["findings"]
    assert found["line"] == (2 if content.startswith(b"#") else 1)


@pytest.mark.parametrize(
    "content",
    [
        b"import os  # caf\xe9\n",
        b"x = 1\n\nimport os\n# \xed\xa0\x80\xff\n",
        b"# coding: utf-8\nimport os\n# \xe9\n",
        b"\xef\xbb\xbfimport os\r\n# \xe9",
    ],
)
def test_comments_may_be_what_python_imports(content: bytes, inspect_source: Inspect) -> None:
    try:
        compile(content, "code.py", "exec")
    except SyntaxError:
        pytest.skip("this Python does not import it")
    answer = inspect_source(content, ["pylint.unused-import"])
    assert answer["parse"] == answer["integrity"] == []
    assert answer["checks"][0]["outcome"] == "failed"


def test_columns_count_characters(inspect_source: Inspect) -> None:
    source = "'漢字漢字'; hash = 1 if hash else [2][hash('é') % len([3])]\n"
    answer = inspect_source(source.replace("hash = 1", "x = 1"), ["py.hash-for-position"])
    (found,) = answer["checks"][0]["findings"]
    assert found["column"] == source.replace("hash = 1", "x = 1").index("hash('é')") + 1


def test_the_same_name_twice_is_two_modules(inspect_source: Inspect) -> None:
    first = inspect_source("class A:\n    x = 1\n\nA.x\n", ["pylint.no-member"], name="same.py")
    second = inspect_source("class A:\n    y = 1\n\nA.x\n", ["pylint.no-member"], name="same.py")
    outcomes = [item["checks"][0]["outcome"] for item in (first, second)]
    assert outcomes == ["passed", "failed"]


def test_a_file_named_like_the_standard_library(inspect_source: Inspect) -> None:
    answer = inspect_source("import queue\nqueue.Queue\n", ["pylint.no-member"], name="queue.py")
    assert answer["checks"][0]["outcome"] == "passed"


def test_answers_are_the_same_every_time(inspect_source: Inspect) -> None:
    source = "import os, sys, re\ndef f(a=[]):\n    try:\n        pass\n    except:\n        pass\n"
    answers = [inspect_source(source, ["pylint.unused-import"]) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]


FLOOD = """
def {name}{n}({name}a, {name}b=[]):
    {name}v = 1; {name}w = 2
    import {name}q{n}; {name}x.y
    print({name}z)
    try:
        pass
    except:
        pass
"""


def test_a_flood_of_findings_still_fits_into_a_frame(inspect_source: Inspect) -> None:
    name = "\U00010400" * 240
    source = "".join(FLOOD.format(name=name, n=number) for number in range(30))
    symbols = (
        "unused-import unused-variable unused-argument undefined-variable line-too-long "
        "multiple-statements import-outside-toplevel dangerous-default-value pointless-statement"
    )
    asked = [f"pylint.{symbol}" for symbol in symbols.split()]
    answer = inspect_source(source, asked, name=f"{name}.py")
    assert len(wire.pack({"nonce": "ab", "value": answer})) < wire.MAX_FRAME // 2
    assert {item["outcome"] for item in answer["checks"]} == {"failed"}
    assert all(item.findings for item in decode_inspection(answer, asked).checks)
