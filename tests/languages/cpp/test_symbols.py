"""Addresses in reports become functions and lines, whatever stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from grader.languages.cpp.symbols import MAX_ADDRESSES, Frames, parse_addr2line, with_names

RACE = b"""\
WARNING: ThreadSanitizer: data race (pid=16974)
  Write of size 4 at 0x562001018168 by main thread:
    #0 <null> <null> (program+0x1aa1)
    #1 <null> <null> (libc.so.6+0x27249)
"""
CLANG = b"    #0 <null> <null> (program+0x1aa1) (BuildId: 5849d7c93b465c0b9dc00d5fab99cf5e)\n"
OVERFLOW = b"    #0 0x561208f956a3  (/tmp/work/out-3/program+0x76a3)\n"
TOLD = b"""\
0x0000000000001aa1
lambda::operator()() const
/grader/thing.hpp:3 (discriminator 2)
run()
/grader/scenarios.cpp:9
0x00000000000076a3
??
??:0
"""
KNOWN = {
    0x1AA1: (
        ("lambda::operator()() const", "/grader/thing.hpp:3"),
        ("run()", "/grader/scenarios.cpp:9"),
    ),
    0x76A3: (("??", "??:0"),),
}


def test_what_addr2line_prints() -> None:
    assert parse_addr2line(TOLD) == KNOWN


def test_frames_of_the_program_get_names_and_others_stay() -> None:
    asked: list[int] = []

    def lookup(addresses: Sequence[int]) -> Frames:
        asked.extend(addresses)
        return KNOWN

    named = with_names(RACE + OVERFLOW + RACE, lookup).decode().splitlines()
    assert asked == [0x1AA1, 0x76A3]
    assert named[2:5] == [
        "    #0 lambda::operator()() const /grader/thing.hpp:3",
        "    #0 run() /grader/scenarios.cpp:9",
        "    #1 <null> <null> (libc.so.6+0x27249)",
    ]


def test_a_build_id_does_not_disturb() -> None:
    assert b"/grader/thing.hpp:3" in with_names(CLANG, lambda _: KNOWN)


def test_an_address_that_nobody_knows_stays() -> None:
    assert with_names(OVERFLOW, lambda _: {}) == OVERFLOW


def test_nothing_to_look_up_asks_nobody() -> None:
    def lookup(addresses: Sequence[int]) -> Frames:
        raise AssertionError

    assert with_names(b"all fine (libc.so.6+0x12)\n", lookup) == b"all fine (libc.so.6+0x12)\n"


@given(st.lists(st.integers(0, 2**44), max_size=200))
def test_a_flood_of_frames_asks_for_a_few(addresses: list[int]) -> None:
    asked: list[int] = []

    def lookup(wanted: Sequence[int]) -> Frames:
        asked.extend(wanted)
        return {}

    with_names("\n".join(f"    #0 0x1  (program+{a:#x})" for a in addresses).encode(), lookup)
    assert len(asked) <= MAX_ADDRESSES
    assert asked == list(dict.fromkeys(addresses))[:MAX_ADDRESSES]


@given(st.binary(max_size=500))
def test_any_bytes(output: bytes) -> None:
    for frames in parse_addr2line(output).values():
        assert all("\n" not in part for frame in frames for part in frame)
