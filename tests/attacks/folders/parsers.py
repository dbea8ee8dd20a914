"""Bytes that Python, the linters, the compiler and a page read differently."""

from __future__ import annotations

import base64
from pathlib import Path

from .attack import (
    ALONE,
    BROKEN,
    COUNTER,
    IMPORTABLE,
    RIGHT,
    FolderAttack,
    Result,
    attack,
    counting,
    learner,
)

NOT_PYTHON = "give it no points and say what is wrong, without falling over"


def python(
    name: str, content: str | bytes, tries: str, result: Result = "right", *, at_most: float = 0
) -> FolderAttack:
    """solution.py with this content."""

    def build(home: Path) -> Path:
        return learner(home, content)

    build.__name__ = name
    if result == "right":
        return attack("right", tries=tries, must="read it as Python does")(build)
    most = 100 if result == "either" else at_most
    return attack(result, tries=tries, must=NOT_PYTHON, at_most=most)(build)


def cpp(name: str, content: str | bytes, tries: str, result: Result = "right") -> FolderAttack:
    """solution.hpp with this content."""

    def build(home: Path) -> Path:
        return counting(home, {"solution.hpp": content})

    build.__name__ = name
    must = ALONE if result == "right" else NOT_PYTHON
    return attack(result, tries=tries, must=must, exercise="attack-counter")(build)


def hidden_in_utf7() -> str:
    """A comment for those who read ASCII; code for Python."""
    code = base64.b64encode(f"\n{RIGHT}".encode("utf-16-be")).decode().rstrip("=")
    return f"# coding: utf-7\n# +{code}-\n"


ACCENTS = RIGHT.replace("forgets", "vergi\u00dft")
NESTED = "x = " + "(" * 50_000 + ")" * 50_000 + "\n"
UNUSUAL = b"// caf\xe9 \x1b[2J\x07 \xe2\x80\xae <script>alert(1)"

PYTHON = (
    python("byte_order_mark", b"\xef\xbb\xbf" + ACCENTS.encode(), "begins with a mark"),
    python("latin_1", b"# coding: latin-1\n" + ACCENTS.encode("latin-1"), "is no UTF-8, and right"),
    python("windows_1252", "# -*- coding: cp1252 -*-\n" + ACCENTS, "is no UTF-8 by what it says"),
    python("carriage_returns", RIGHT.replace("\n", "\r\n"), "has lines as Windows has"),
    python("lone_carriage_returns", RIGHT.replace("\n", "\r"), "is one line for many tools"),
    python("no_last_line_feed", RIGHT.rstrip("\n"), "ends without a line feed"),
    python("form_feeds", RIGHT.replace("\n\n\n", "\n\f\n# \v\f\n"),
           "has lines that only some tools count"),
    python("separators_of_lines", RIGHT.replace(
        "longest time", "longest\u2028time\x85or\x1cso"), "has lines that only some tools count"),
    python("utf_7_plain", "# coding: utf-7\n" + RIGHT, "reads as it looks in an odd encoding"),
    python("odd_characters", RIGHT + "# \u202e \u2066 \u200b \ufdd0 \U000f0000 \x1b[2J\x07\n",
           "has characters in a comment that turn text around or speak to a terminal"),
    python("markup", RIGHT + "# </pre></code><script>alert(1)</script><img src=x onerror=pwned>\n",
           "has the page run what is in the code"),
    python("utf_7_hidden", hidden_in_utf7(), "hides code from all who read ASCII", "either"),
    python("utf_16", RIGHT.encode("utf-16"), "is no Python", "wrong"),
    python("utf_32", RIGHT.encode("utf-32"), "is no Python", "wrong"),
    python("zero_bytes", RIGHT.encode() + b"\0\n", "ends early for some readers", "wrong"),
    python("comment_not_utf_8", RIGHT.encode() + b"# \xff\xfe caf\xe9 \xed\xa0\x80\n",
           "has a comment that cannot be decoded, and that Python passes over"),
    python("text_not_utf_8", RIGHT.encode() + b"X = 'caf\xe9'\n", "cannot be decoded", "wrong"),
    python("surrogates", RIGHT.encode() + b"X = '\xed\xa0\x80'\n", "cannot be decoded", "wrong"),
    python("codec_of_bytes", "# coding: hex\n" + RIGHT, "names a codec that is none", "wrong"),
    python("codec_rot13", "# coding: rot13\n" + RIGHT, "names a codec that is none", "wrong"),
    python("codec_unknown", "# coding: ../../etc/x\n" + RIGHT, "names no codec", "wrong"),
    python("codec_undefined", "# coding: undefined\n" + RIGHT, "always fails to decode", "wrong"),
    python("bytecode", b"\xa7\r\r\n" + bytes(12) + b"\xe3" + bytes(64), "is no source", "wrong"),
    python("program", b"\x7fELF" + bytes(500), "is no source", "wrong"),
    python("nothing", b"", "is empty", "wrong"),
    python("nested_deeply", RIGHT + NESTED, "breaks parsers by depth", "wrong"),
    python("unary_chain", RIGHT + "x = " + "-" * 100_000 + "1\n", "breaks parsers by depth",
           "wrong"),
    python("attribute_chain", RIGHT + "def f(x):\n    return x" + ".a" * 60_000 + "\n",
           "breaks analysers by depth", "either"),
    python("sum_chain", RIGHT + "def f():\n    return 1" + "+1" * 60_000 + "\n",
           "breaks analysers by depth", "either"),
    python("endless_number", RIGHT + "X = 0x" + "f" * 200_000 + "\n", "has numbers of great length",
           "either"),
    python("power", RIGHT + "def f():\n    return 9 ** 9 ** 9 ** 9\n",
           "has tools compute what they should only read"),
    python("many_ifs", RIGHT + "def f(x):\n" + "".join(
        f"{' ' * d}if x:\n" for d in range(1, 95)) + " " * 96 + "pass\n",
        "has as many levels as Python takes"),
    python("imports_itself", RIGHT + "import solution\nfrom solution import *\n", "goes round"),
    python("broken_code", BROKEN, "does nothing right", "wrong", at_most=IMPORTABLE),
)  # fmt: skip

CPP = (
    # Each of these is built three times, so they are few.
    cpp("cpp_unusual", b"\xef\xbb\xbf" + COUNTER.replace("\n", "\r\n").encode() + UNUSUAL,
        "has a mark, lines as Windows has, a comment that is no UTF-8, and no last line feed"),
    cpp("cpp_utf_16", COUNTER.encode("utf-16"), "is no C++", "wrong"),
    cpp("cpp_nothing", b"", "is empty", "wrong"),
    cpp("cpp_zero_bytes", bytes(1000), "is no C++", "wrong"),
    cpp("cpp_open_comment", COUNTER + "/* and all that follows\n", "swallows what comes next",
        "wrong"),
)  # fmt: skip
