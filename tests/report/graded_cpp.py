"""A sample grade in C++: a sanitizer's report, and a criterion that waits for another."""

from __future__ import annotations

from grader.model import Exhibit, Grade
from tests.report.builders import at, criterion, exercise, frame, grade, result, source, works

REPORT = """\
==4711==ERROR: AddressSanitizer: attempting double free on 0x602000000010 in thread T0:
    #0 0x7f in operator delete[](void*)
    #1 0x55 in Resource::~Resource() resource.hpp:11
    #2 0x55 in copies(int) scenarios.cpp

0x602000000010 is located 0 bytes inside of 16-byte region [0x602000000010,0x602000000020)
freed by thread T0 here:
    #0 0x7f in operator delete[](void*)
    #1 0x55 in Resource::~Resource() resource.hpp:11

previously allocated by thread T0 here:
    #0 0x7f in operator new[](unsigned long)
    #1 0x55 in Resource::Resource(unsigned long) resource.hpp:10

SUMMARY: AddressSanitizer: double-free resource.hpp:11 in Resource::~Resource()
==4711==ABORTING
"""


def sanitizer() -> Grade:
    """A C++ submission whose copy constructor shares memory."""
    items = (
        result(criterion("compiles", "It compiles without warnings", 10, requires=())),
        result(criterion("size", "size() says what was asked for", 10), "passed",
               works("A resource of 5 has size 5.")),
        result(
            criterion(
                "no-double-free", "Every block is freed exactly once", 40,
                story=(
                    "Copying takes over the pointer, so two objects own one block.",
                    "The second destructor frees memory that is gone already: a crash, or worse, "
                    "a door for an attacker.",
                    "Copy what the pointer points at, or let a std::vector own the numbers.",
                ),
            ),
            "failed",
            _double_free(),
        ),
        result(
            criterion("strong-guarantee", "A failed copy changes nothing", 40,
                      requires=("no-double-free",)),
            "skipped",
            reason="Not judged, because it builds on “Every block is freed exactly once”, which"
            " was not passed.",
        ),
    )  # fmt: skip
    described = exercise(
        id="cpp-resource",
        title="A resource that two objects own",
        file="resource.hpp",
        language="cpp",
        section="Modern C++: Move Semantics",
    )
    return grade(
        described,
        items,
        files=(source("resource.txt", "resource.hpp"),),
        starter=(source("resource_starter.txt", "resource.hpp"),),
        rung="landlock",
    )


def _double_free() -> Exhibit:
    """What AddressSanitizer said."""
    return Exhibit(
        source="sanitizer",
        subject="address,undefined",
        outcome="failed",
        message="double-free: the block that was allocated at resource.hpp:10 was freed twice.",
        location=at("resource.hpp", 11),
        traceback=(
            frame("resource.hpp", 13, "Resource::Resource(const Resource&)",
                  "Resource(const Resource& other) : data_(other.data_), size_(other.size_) {}"),
            frame("resource.hpp", 11, "Resource::~Resource()",
                  "~Resource() { delete[] data_; }"),
        ),
        output=REPORT,
    )  # fmt: skip
