"""grader/allocations.hpp: what is counted, what fails, and what the sanitizers still see."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.plan import plan
from grader.languages.cpp.program import CppSession
from grader.languages.cpp.toolchain import Toolchain
from grader.languages.cpp.workshop import Workshop
from grader.model import Limits
from grader.sandbox.box import Box
from grader.sandbox.request import Died
from tests.languages.cpp.making import exercise, submission

LIMITS = Limits(call_seconds=5.0)
THING = """\
#pragma once
#include <memory>
#include <vector>
struct alignas(64) Wide { int number = 3; };
inline void lose() { volatile int* lost = new int[50]; lost[0] = 1; lost = nullptr; }
inline int use_after_free() { volatile int* gone = new int(1); delete gone; return *gone; }
"""
SCENARIOS = """\
#include <grader/scenario.hpp>
#include <grader/allocations.hpp>
#include "thing.hpp"
using Counts = std::vector<std::uint64_t>;
static Counts since(const grader::Allocations& then) {
    const auto now = grader::allocations();
    return {now.given - then.given, now.taken_back - then.taken_back,
            now.unpaired - then.unpaired, now.failed - then.failed};
}
SCENARIO(paired)(int blocks) {
    const auto before = grader::allocations();
    {
        std::vector<std::unique_ptr<Wide[]>> all(blocks);
        for (auto& one : all) one = std::make_unique<Wide[]>(2);
        for (int i = 0; i < blocks; i += 2) all[i].reset();
        delete new (std::nothrow) int;
    }
    return since(before);
}
SCENARIO(unpaired)() {
    const auto before = grader::allocations();
    int* volatile array = new int[3];
    int* volatile one = new int;
    delete array;
    delete[] one;
    return since(before);
}
SCENARIO(without_memory)(int nth) {
    const auto before = grader::allocations();
    {
        const grader::NoMemory from_now_on(nth);
        for (int i = 0; i < 4; ++i) delete new (std::nothrow) int;
    }
    delete new int;
    return since(before);
}
SCENARIO(throws)() {
    const grader::NoMemory from_now_on(1);
    return static_cast<bool>(new int);
}
SCENARIO(fresh)() {
    const std::unique_ptr<unsigned char[]> bytes(new unsigned char[5000]);
    return std::set<int>(&bytes[0], &bytes[5000]);
}
SCENARIO(lose)() { lose(); }
SCENARIO(use_after_free)() { return use_after_free(); }
"""


@pytest.fixture(scope="module")
def counting(
    workshop: Workshop, toolchain: Toolchain, tmp_path_factory: pytest.TempPathFactory
) -> Artefact:
    made = exercise(tmp_path_factory.mktemp("counting"), scenarios=SCENARIOS)
    profile = "address,undefined"
    result = workshop.build(plan(made, submission(THING), made.programs[0], profile, toolchain))
    assert result.artefact is not None, result.diagnostics
    return result.artefact


@pytest.mark.parametrize(
    ("call", "given", "taken_back", "unpaired", "failed"),
    [
        (("paired", 999), 1001, 1001, 0, 0),
        (("unpaired",), 2, 2, 2, 0),
        (("without_memory", 1), 1, 1, 0, 4),
        (("without_memory", 3), 3, 3, 0, 2),
    ],
)
def test_counts(
    box: Box,
    counting: Artefact,
    call: tuple[str, int],
    given: int,
    taken_back: int,
    unpaired: int,
    failed: int,
) -> None:
    with CppSession.start(box, counting, LIMITS) as session:
        assert session.call(*call) == [given, taken_back, unpaired, failed]
        assert session.finish().reports == ()


def test_memory_runs_out_as_bad_alloc_and_is_never_zero_by_accident(
    box: Box, counting: Artefact
) -> None:
    with CppSession.start(box, counting, LIMITS) as session:
        assert session.call("fresh") == {0xA5}
        with pytest.raises(Exception, match="bad_alloc"):
            session.call("throws")


def test_the_ledger_hides_no_leak(box: Box, counting: Artefact) -> None:
    with CppSession.start(box, counting, LIMITS) as session:
        session.call("lose")
        (report,) = session.finish().reports
    assert report.kind == "leak"
    assert report.location is not None
    assert (report.location.file, report.location.line) == ("thing.hpp", 5)


def test_freed_memory_is_still_watched(box: Box, counting: Artefact) -> None:
    with CppSession.start(box, counting, LIMITS) as session:
        with pytest.raises(Died):
            session.call("use_after_free")
        (report,) = session.finish().reports
    assert report.kind == "heap-use-after-free"


def test_not_where_it_would_order_threads(
    workshop: Workshop, toolchain: Toolchain, tmp_path: Path
) -> None:
    made = exercise(tmp_path, scenarios=SCENARIOS)
    result = workshop.build(plan(made, submission(THING), made.programs[0], "thread", toolchain))
    assert result.artefact is None
    assert "hides races" in " ".join(diagnostic.message for diagnostic in result.diagnostics)
