"""A learner's file that misbehaves on request, the scenarios that ask for it, and their build."""

from __future__ import annotations

from pathlib import Path

from grader.languages.cpp.artefact import Artefact
from grader.languages.cpp.plan import plan
from grader.languages.cpp.toolchain import Toolchain
from grader.languages.cpp.workshop import Workshop
from grader.model import Limits
from tests.languages.cpp.making import exercise, submission

LIMITS = Limits(call_seconds=5.0)
THING = """\
#pragma once
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <unistd.h>
struct Mine : std::out_of_range { using out_of_range::out_of_range; };
struct Thing {
    static void raise() { throw Mine("not\\xff there"); }
    static void raise_number() { throw 5; }
    static void leave() { std::exit(0); }
    static void crash() { std::abort(); }
    static void hang() { for (;;) pause(); }
    static void interject() { static_cast<void>(!write(4, "\\0\\0\\0\\2{}", 6)); }
    static void leak() { volatile char* lost = new char[50]; lost[0] = 1; lost = nullptr; }
    static int race() {
        static int shared = 0;
        std::thread other([] { ++shared; });
        ++shared;
        other.join();
        return shared;
    }
};
"""
SCENARIOS = """\
#include <grader/scenario.hpp>
#include "thing.hpp"
using Map = std::map<std::string, std::vector<double>>;
using All = std::tuple<bool, long long, unsigned long long, double, std::string>;
SCENARIO(all)(All all) { return all; }
SCENARIO(map)(const Map& map) { return map; }
SCENARIO(maybe)(std::optional<int> number, std::vector<std::pair<int, std::string>> pairs) {
    return std::make_pair(number, pairs);
}
SCENARIO(small)(signed char number) { return int{number}; }
SCENARIO(bytes)() { return std::string("\\xff\\0a", 3); }
SCENARIO(nothing)() {}
SCENARIO(containers)() {
    return std::make_tuple(std::set<int>{3, 1}, std::array<bool, 2>{true, false}, "literal");
}
SCENARIO(raise)() { Thing::raise(); }
SCENARIO(raise_number)() { Thing::raise_number(); }
SCENARIO(leave)() { Thing::leave(); }
SCENARIO(crash)() { Thing::crash(); }
SCENARIO(hang)() { Thing::hang(); }
SCENARIO(interject)() { Thing::interject(); return 1; }
SCENARIO(leak)() { Thing::leak(); Thing::leak(); Thing::leak(); }
SCENARIO(race)() { return Thing::race(); }
SCENARIO(large)(int size) { return std::string(size, 'x'); }
SCENARIO(at_once)(int n) { return grader::at_once(n, [](int i) { return i * i; }); }
SCENARIO(raise_at_once)() {
    grader::at_once(3, [](int i) { if (i == 1) Thing::raise(); return i; });
}
struct Late { ~Late() { grader::note(std::string("destroyed")); } };
SCENARIO(late)(int number) { static Late late; grader::note(number); }
"""


def compiled(
    workshop: Workshop,
    toolchain: Toolchain,
    folder: Path,
    text: str,
    profile: str,
    more: str = "",
) -> Artefact:
    """The program of `text` and SCENARIOS, and `more` scenarios."""
    made = exercise(folder, scenarios=SCENARIOS + more)
    result = workshop.build(plan(made, submission(text), made.programs[0], profile, toolchain))
    assert result.artefact is not None, result.diagnostics
    return result.artefact
