"""Inspecting C++: signs of tampering, hostile source, and what needs no tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.checks.inspect import inspect

Inspect = Callable[..., dict[str, Any]]


def signs(answer: dict[str, Any]) -> list[tuple[int, str]]:
    return [(item["line"], item["kind"]) for item in answer["integrity"]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('#pragma GCC diagnostic ignored "-Wall"\n', (1, "pragma")),
        ("#pragma clang optimize off\n", (1, "pragma")),
        ('_Pragma("GCC diagnostic push") int x;\n', (1, "pragma")),
        ("\n#pragma redefine_extname a b\n", (2, "pragma")),
        ('__attribute__((no_sanitize("thread"))) void f();\n', (1, "sanitizer-hook")),
        ("[[gnu::no_sanitize_address]] void f();\n", (1, "sanitizer-hook")),
        ('#pragma GCC optimize("O3", "wrapv")\n', (1, "sanitizer-hook")),
        ('_Pragma("GCC optimize(\\"wrapv\\")") int x;\n', (1, "sanitizer-hook")),
        ('[[gnu::optimize("wrapv")]] int f();\n', (1, "sanitizer-hook")),
        ('#define FAST __optimize__("-fwrapv")\n', (1, "sanitizer-hook")),
        ("void f(int* p) { syscall(SYS_read, 0, p, 4); }\n", (1, "sanitizer-hook")),
        ("long (*const call)(long, ...) = &syscall;\n", (1, "sanitizer-hook")),
        ("#define SYS_gettid SYS_read\n", (1, "sanitizer-hook")),
        ('#define HOW "wrapv"\n__attribute__((optimize(HOW))) int f();\n', (2, "sanitizer-hook")),
        ('extern "C" void __asan_on_error() {}\n', (1, "sanitizer-hook")),
        ('extern "C" int __ls\\\nan_is_turned_off() { return 1; }\n', (1, "sanitizer-hook")),
        (
            '#define CAT(a, b) a##b\nextern "C" void CAT(__ts, an_x)() {}\n',
            (2, "sanitizer-hook"),
        ),
        ('asm(".incbin \\"/etc/passwd\\"");\n', (1, "assembler")),
        ('void f(int& n) { asm("pause\\n\\tincl %0" : "+m"(n)); }\n', (1, "assembler")),
        ('void f(int& n) { asm("" : "+m"(n)); }\n', (1, "assembler")),
        ("void f(int* p) { _mm_stream_si32(p, 1); }\n", (1, "reaches-out")),
        ("namespace grader { struct Node; }\n", (1, "reaches-out")),
        ("int n = ::grader::count;\n", (1, "reaches-out")),
        ("__attribute__((constructor)) static void f() {}\n", (1, "attribute")),
        ("[[gnu::constructor]] void f();\n", (1, "attribute")),
        ('#embed "secret"\n', (1, "reaches-out")),
        ("#include </etc/passwd>\n", (1, "reaches-out")),
        ('#include "../hidden/scenarios.cpp"\n', (1, "reaches-out")),
        ("#include <grader/scenario.hpp>\n", (1, "reaches-out")),
        ('#define F "x"\n#include F\n', (2, "reaches-out")),
        ("#include_next <mutex>\n", (1, "reaches-out")),
        ("#include <unistd.h>\nvoid f() { _exit(0); }\n", (2, "reaches-out")),
        ("#define private public\n", (1, "redefined-keyword")),
        ("%:define /* x */ class struct\n", (1, "redefined-keyword")),
        ('#line 1 "other.cpp"\n', (1, "line-directive")),
        ('# 1 "other.cpp"\n', (1, "line-directive")),
        ("int main() { return 0; }\n", (1, "own-main")),
    ],
)
def test_signs_of_tampering(
    source: str, expected: tuple[int, str], inspect_source: Inspect
) -> None:
    assert expected in signs(inspect_source(source, language="cpp"))


def test_files_of_the_submission_may_be_included_from_any_folder(inspect_source: Inspect) -> None:
    files = {"name": "more/deep.hpp", "detail.hpp": "int a;\n", "language": "cpp"}
    assert not signs(inspect_source('#include "../detail.hpp"\n', **files))
    assert signs(inspect_source('#include "../other.hpp"\n', **files))
    assert signs(inspect_source("#include <../detail.hpp>\n", **files))


@pytest.mark.parametrize(
    "source",
    [
        '#pragma GCC optimize("O3", "unroll-loops")\n',
        '__attribute__((optimize("O2"))) int f();\n',
        "#pragma GCC optimize 3\n",
        "#include <sys/syscall.h>\n#include <unistd.h>\nlong f() { return syscall(SYS_gettid); }\n",
        "struct Table { int syscall(int n); };\nint f(Table t) { return t.syscall(3); }\n",
        'struct Plan { void optimize(const char*); };\nvoid f(Plan p) { p.optimize("greedy"); }\n',
    ],
)
def test_ordinary_code_blinds_nobody(source: str, inspect_source: Inspect) -> None:
    found = signs(inspect_source(source, language="cpp"))
    assert "sanitizer-hook" not in {kind for _, kind in found}


def test_names_built_in_detours_are_found_in_the_tree(inspect_source: Inspect) -> None:
    source = (
        "#define A(x, y) x##y\n#define B(x, y) A(x, y)\n#define C(x, y) B(x, y)\n"
        'extern "C" void C(__lsan, _x)() {}\n'
    )
    assert (4, "sanitizer-hook") in signs(inspect_source(source, language="cpp"))


@pytest.mark.parametrize(
    "source",
    [
        "// __asan_on_error, asm, #pragma GCC diagnostic\n",
        "/* #define private public\n#include </etc/passwd> */\n",
        'const char* text = "__tsan_on_report asm(1)";\n',
        'const char* raw = R"(\n#define private public\n#pragma GCC poison x\n)";\n',
        "#pragma once\n#include <mutex>\n#define FIELD(x) int x##_\nstruct S { FIELD(a); };\n",
        "struct P { void fork(); int system(int); void constructor(); int section; };\n",
        "struct Q { int main_; void run() { this->system(1); } void system(int) {} };\n",
        "[[nodiscard]] int f();\n[[maybe_unused]] static int x = 1'000;\n",
        "// asm \\\n asm\nint x;\n",
        'void wait() { asm volatile("pause"); __asm__ __volatile__("" ::: "memory"); }\n',
        "int grader = 1;\nvoid f() { _mm_pause(); }\n",
    ],
)
def test_no_accusation_without_a_sign(source: str, inspect_source: Inspect) -> None:
    assert signs(inspect_source(source, language="cpp")) == []


TREE = "cpp.detached-thread"
TOKENS = "cpp.missing-include"


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"class A {\n  int x\n};\n", 2, "expected ';'"),
        (b'#include "not_there.hpp"\n', 1, "file not found"),
        (b'#include "code.hpp"\n', 1, "nested too deeply"),
        (b"int x = " + b"(" * 3000 + b"1" + b")" * 3000 + b";\n", 1, "bracket nesting"),
        (b"int x = " + b"- " * 60000 + b"1;\n", 0, "too long"),
        (b"int x = " + b"(int)" * 6000 + b"y;\n", 1, "undeclared identifier"),
        (b"template <int N> struct A : A<N + 1> {};\nA<0> a;\n", 1, "maximum depth"),
        (b"int x;" * 60000, 0, "not read"),
        (b"\xff\xfe\x00", 1, ""),
    ],
)
def test_unreadable_files_are_told_and_skipped(
    content: bytes, line: int, words: str, inspect_source: Inspect
) -> None:
    answer = inspect_source(content, [TREE], language="cpp")
    assert answer["parse"][0]["file"] == "code.hpp"
    assert answer["parse"][0]["line"] == line
    assert words in answer["parse"][0]["message"]
    (outcome,) = answer["checks"]
    assert outcome["outcome"] == "skipped"
    assert "code.hpp" in outcome["message"]


def test_rules_on_tokens_do_not_need_a_tree(inspect_source: Inspect) -> None:
    source = "std::mutex m;\nint x = ;\n#pragma GCC poison x\n"
    answer = inspect_source(source, [TREE, TOKENS], language="cpp")
    assert [item["outcome"] for item in answer["checks"]] == ["skipped", "failed"]
    assert signs(answer) == [(3, "pragma")]


def test_a_file_that_was_not_read_passes_nothing(inspect_source: Inspect) -> None:
    answer = inspect_source(b"int x;" * 60000, [TOKENS], language="cpp")
    assert answer["checks"][0]["outcome"] == "skipped"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf#include <thread>\r\nvoid f() { std::thread([] {}).detach(); }\r\n",
        b"#include <thread>\n/* \xe9\xff */ void f() { std::thread([] {}).detach(); }\n",
        "#include <thread>\nvoid größe() { std::thread([] {}).detach(); }\n".encode(),
    ],
)
def test_unusual_but_valid_files(content: bytes, inspect_source: Inspect) -> None:
    answer = inspect_source(content, [TREE], language="cpp")
    assert answer["parse"] == []
    (found,) = answer["checks"][0]["findings"]
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")[1]
    assert (found["line"], found["column"]) == (2, text.index("std::thread") + 1)


def test_the_headers_of_threads_parse(inspect_source: Inspect) -> None:
    headers = ("mutex", "memory", "atomic", "thread", "condition_variable", "future", "ranges")
    source = "".join(f"#include <{name}>\n" for name in headers)
    assert inspect_source(source, language="cpp")["parse"] == []


def test_pylint_is_not_asked_about_cpp(inspect_source: Inspect) -> None:
    (outcome,) = inspect_source("int x;\n", ["pylint.unused-import"], language="cpp")["checks"]
    assert outcome["outcome"] == "error"


def test_answers_are_the_same_every_time(inspect_source: Inspect) -> None:
    source = "#include <fstream>\nstruct Log { static Log& get() { static Log one; return one; } "
    source += "~Log() {} private: Log() = default; std::ofstream out; };\n"
    asked = ["cpp.copyable-singleton", TOKENS]
    answers = [inspect_source(source, asked, language="cpp") for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert [item["outcome"] for item in answers[0]["checks"]] == ["passed", "passed"]


def test_headers_that_cannot_be_read_are_not_the_learners_fault() -> None:
    question = {
        "language": "cpp",
        "files": [],
        "checks": [],
        "own": None,
        "include_dirs": ["/nowhere"],
    }
    with pytest.raises(ValueError, match="headers cannot be read"):
        inspect(question)
