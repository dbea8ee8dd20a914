"""Functions that a submission may not bring or call, and the many that it may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.languages.cpp.foreign import foreign_names
from tests.languages.cpp.conftest import Build
from tests.languages.cpp.programs import SCENARIOS, THING

THREADS_ONE_AFTER_ANOTHER = """
#include <pthread.h>
extern "C" int pthread_create(pthread_t* t, const pthread_attr_t*, void* (*f)(void*),
                              void* a) noexcept { f(a); *t = pthread_self(); return 0; }
"""
SUPPRESSED = 'extern "C" const char* __tsan_default_suppressions() { return "race:*"; }\n'
BENIGN = """
extern "C" void AnnotateBenignRace(const char*, int, const volatile void*, const char*);
inline int told = (AnnotateBenignRace(__FILE__, __LINE__, &told, ""), 1);
"""
PASTED = """
#define PASTE(a, b) a##b
extern "C" void PASTE(__lsan_dis, able)();
inline int told = (PASTE(__lsan_dis, able)(), 1);
"""


@pytest.mark.parametrize(
    ("text", "profile", "name"),
    [
        (THREADS_ONE_AFTER_ANOTHER, "thread", "pthread_create"),
        (THREADS_ONE_AFTER_ANOTHER, "plain", "pthread_create"),
        (SUPPRESSED, "thread", "__tsan_default_suppressions"),
        (BENIGN, "thread", "AnnotateBenignRace"),
        (PASTED, "address,undefined", "__lsan_disable"),
        ('extern "C" long write(int, const void*, unsigned long n) { return n; }\n', "plain",
         "write"),
        ('extern "C" void* malloc(unsigned long) noexcept { return nullptr; }\n', "plain",
         "malloc"),
    ],
)  # fmt: skip
def test_what_belongs_to_the_tools_is_refused(
    build: Build, text: str, profile: str, name: str
) -> None:
    result = build(THING + text, profile, scenarios=SCENARIOS)
    (found,) = result.diagnostics
    assert found.kind == "link"
    assert found.message.startswith(f"`{name}` belongs to the system")


@pytest.mark.parametrize("profile", ["plain", "address,undefined", "thread"])
@pytest.mark.parametrize(
    "text",
    [
        # its own write(int), its own time, an object of a name that libraries know
        "inline int write(int n) { return n; }\n"
        "namespace mine { inline long time() { return 1; } }",
        "inline int daylight = 3;",
        'extern "C" inline int callback(int n) { return n; }',
        # a counting allocator, which tests of leaks are often written with
        "inline void* operator new(std::size_t n) { return std::malloc(n); }\n"
        "inline void operator delete(void* p) noexcept { std::free(p); }",
        "struct Key { int n; bool operator==(const Key&) const = default; };\n"
        "#include <functional>\n#include <unordered_map>\n"
        "template <> struct std::hash<Key> {\n"
        "    std::size_t operator()(const Key& key) const { return std::hash<int>{}(key.n); }\n"
        "};\ninline std::unordered_map<Key, int> table{{Key{1}, 2}};",
        "#include <atomic>\n#include <condition_variable>\n#include <future>\n#include <mutex>\n"
        "#include <shared_mutex>\n#include <thread>\n"
        "[[gnu::used]] inline int spread() {\n"
        "    std::mutex m; std::shared_mutex s; std::condition_variable c; std::atomic<int> n{0};\n"
        "    std::call_once(*new std::once_flag, [&] { ++n; });\n"
        "    auto later = std::async(std::launch::async, [&] { std::scoped_lock both(m, s); });\n"
        "    later.get();\n"
        "    std::jthread([&] { n.fetch_add(1, std::memory_order_relaxed); n.notify_all(); });\n"
        "    return n;\n"
        "}",
        "#include <fstream>\n#include <iostream>\n#include <regex>\n#include <sstream>\n"
        "#include <chrono>\n#include <random>\n#include <variant>\n"
        "[[gnu::used]] inline std::string shown() {\n"
        "    std::ostringstream out; out << std::regex_match(\"a\", std::regex(\"a+\"));\n"
        "    std::mt19937 dice(std::random_device{}()); std::variant<int, std::string> either{1};\n"
        "    out << dice() << std::get<0>(either); std::ifstream in(\"none\");\n"
        "    return out.str();\n"
        "}",
    ],
    ids=["overloads", "variable", "callback", "allocator", "hash", "threads", "streams"],
)
def test_honest_programs_are_built(build: Build, text: str, profile: str) -> None:
    assert build(THING + text + "\n", profile, scenarios=SCENARIOS).diagnostics == ()


@given(st.binary(max_size=300))
def test_any_listing_can_be_read(listing: bytes) -> None:
    for name in foreign_names(listing):
        assert name.split() == [name]


def test_a_listing_is_read_by_kind() -> None:
    listing = (
        b"malloc@GLIBC_2.2.5 U         \n"  # used
        b"calloc T 1139 2c\n"  # taken over
        b"_ZSt4cout B 4080 110\n"  # copied from a library
        b"_ZNSt6vectorIiSaIiEE9push_backEOi W 1 2\n"  # a template's, like everybody's
        b"_ZNSt6thread4joinEv T 1 2\n"  # the library's own, taken over
        b"_Znwm T 1 2\n__asan_report_load4 U\n__asan_unpoison_memory_region U\n"
    )
    assert foreign_names(listing) == (
        "calloc",
        "_ZNSt6thread4joinEv",
        "__asan_unpoison_memory_region",
    )
