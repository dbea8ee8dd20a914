"""Profiles turn into flags, or into one line that says what is wrong."""

from __future__ import annotations

import dataclasses

import pytest

from grader.errors import ExerciseError, ToolMissing
from grader.languages.cpp.profiles import REPORTED, profile
from grader.languages.cpp.toolchain import Toolchain


def test_plain_watches_nothing(toolchain: Toolchain) -> None:
    plain = profile("plain", toolchain)
    assert plain.syscalls == "program"
    assert plain.canaries == ()
    assert plain.driver_flags == ()
    assert plain.link_flags == ()


def test_sanitizers_stop_at_the_first_report(toolchain: Toolchain) -> None:
    chosen = profile("undefined,address", toolchain)
    assert chosen.sanitizers == ("address", "undefined")
    assert "-fno-sanitize-recover=all" in chosen.compile_flags
    assert chosen.link_flags == ("-fsanitize=address,undefined",)
    assert chosen.syscalls == "sanitized"
    assert [flag.partition("=")[0] for flag in chosen.driver_flags] == [
        "-DGRADER_OPTIONS_ADDRESS",
        "-DGRADER_OPTIONS_UNDEFINED",
    ]
    for flag in chosen.driver_flags:
        assert f"exitcode={REPORTED}" in flag
        assert "halt_on_error=1" in flag


def test_every_sanitizer_has_a_canary(toolchain: Toolchain) -> None:
    assert profile("thread", toolchain).canaries == ("__canary_race",)
    assert profile("address,undefined", toolchain).canaries == (
        "__canary_leak", "__canary_overflow", "__canary_undefined",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("memory", "no build profile 'memory'; there are: plain, address, thread, undefined"),
        ("plain,address", "no build profile 'plain'"),
        ("address,thread", "joins address and thread"),
        ("", "no build profile ''"),
    ],
)
def test_unknown_profiles(toolchain: Toolchain, name: str, complaint: str) -> None:
    with pytest.raises(ExerciseError, match=complaint):
        profile(name, toolchain)


def test_a_sanitizer_that_is_not_installed(toolchain: Toolchain) -> None:
    poor = dataclasses.replace(toolchain, sanitizers=frozenset())
    with pytest.raises(ToolMissing, match=r"cannot link the thread sanitizer.*apt-get install"):
        profile("thread", poor)
