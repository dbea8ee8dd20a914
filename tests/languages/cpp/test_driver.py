"""The driver's own reader, fed with frames that no grader would send."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.languages.cpp.plan import INSIDE
from grader.languages.cpp.toolchain import Toolchain

HARNESS = """\
#include "json.hpp"
#include <cstdio>
#include <iostream>
#include <iterator>

static void show(const grader::Node& node) {
    using Kind = grader::Node::Kind;
    if (node.kind == Kind::text) std::printf("%zu", node.text.size());
    for (const auto& item : node.items) show(item);
}

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::string body;
        for (std::size_t i = 0; i + 1 < line.size(); i += 2)
            body += static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16));
        try {
            show(grader::Parser(body).document());
            std::puts(" ok");
        } catch (const grader::Malformed& error) {
            std::puts("refused");
        }
    }
}
"""


@pytest.fixture(scope="module")
def reader(toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that says of each line, which is a document in hex, whether it is taken."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "harness.cpp").write_text(HARNESS)
    flags = ["-std=c++20", "-g", "-Wall", "-Wextra", "-Werror"]
    if {"address", "undefined"} <= toolchain.sanitizers:
        flags.append("-fsanitize=address,undefined")
    subprocess.run(
        [toolchain.compiler, *flags, f"-I{INSIDE}", f"-I{INSIDE / 'include'}",
         str(folder / "harness.cpp"), "-o", str(folder / "reader")],
        check=True,
    )  # fmt: skip
    return folder / "reader"


def verdicts(reader: Path, documents: list[bytes]) -> list[bool]:
    text = "".join(f"{document.hex()}\n" for document in documents)
    done = subprocess.run([reader], input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return [line.endswith("ok") for line in done.stdout.splitlines()]


GOOD = [
    b"null", b" [1, -2 ,{\"a\":\"b\"}] ", b'"\\u00e9\\ud83d\\ude00\\n\\/"', b"{}", b"[]", b'""',
    b"0", b"-0",
    b"9223372036854775807", b"-9223372036854775808", b"[" * 64 + b"]" * 64, '"é😀"'.encode(),
]  # fmt: skip
BAD = [
    b"", b"nul", b"[1,]", b'{"a":1,"a":2}', b'{"a"}', b"1.5", b"1e3", b"9223372036854775808",
    b'"\\ud800"', b'"\\ude00\\ud83d"', b'"\\x"', b'"\\u12"', b'"open', b'"\x01"', b'"\xff"',
    b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xf5\x80\x80\x80"', b"[" * 66 + b"]" * 66, b"1 2", b"NaN",
    b"[", b"{", b"'a'", b"-", b'"\xe2\x82"', b"true false", b"00", b"-01",
]  # fmt: skip


def test_strict_json(reader: Path) -> None:
    assert verdicts(reader, GOOD) == [True] * len(GOOD)
    assert verdicts(reader, BAD) == [False] * len(BAD)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None,
          max_examples=25)  # fmt: skip
@given(st.lists(JSON, min_size=1, max_size=40), st.booleans())
def test_takes_all_that_the_wire_writes(reader: Path, values: list[object], ascii: bool) -> None:
    documents = []
    for value in values:
        text = json.dumps(value, ensure_ascii=ascii)
        try:
            documents.append(text.encode())
        except UnicodeEncodeError:  # a lone surrogate, which the wire never carries
            documents.append(b"null")
    lone = [b"\\ud8" in d or b"\\ud9" in d or b"\\uda" in d or b"\\udb" in d or b"\\udc" in d
            or b"\\udd" in d or b"\\ude" in d or b"\\udf" in d for d in documents]  # fmt: skip
    for taken, surrogate in zip(verdicts(reader, documents), lone, strict=True):
        assert taken or surrogate


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None,
          max_examples=25)  # fmt: skip
@given(st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=60))
def test_takes_nothing_that_json_refuses(reader: Path, documents: list[bytes]) -> None:
    for taken, document in zip(verdicts(reader, documents), documents, strict=True):
        if taken:
            json.loads(document.decode())
