"""Why code did not build, kept and read again."""

from __future__ import annotations

import pytest

from grader.languages.cpp.diagnostics import Diagnostic, Note
from grader.languages.cpp.refusals import can_be_kept, pack, unpack
from grader.model import Location

PLACE = Location(file="thing.hpp", line=3, column=7)
ERROR = Diagnostic(
    kind="error", message="no ‘;’", location=PLACE, notes=(Note(message="here", location=PLACE),)
)
LINK = Diagnostic(kind="link", message="never defined")


def test_what_is_kept_comes_back() -> None:
    assert unpack(pack((ERROR, LINK))) == (ERROR, LINK)


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"3", b"[3]", b'[{"kind": "other"}]', pack((ERROR,))[:-20], b"\xff"]
)
def test_what_is_spoilt_is_nothing(spoilt: bytes) -> None:
    assert unpack(spoilt) == ()


@pytest.mark.parametrize("kind", ["limit", "crash"])
def test_what_the_machine_may_be_to_blame_for_is_not_kept(kind: str) -> None:
    other = Diagnostic(kind="limit" if kind == "limit" else "crash", message="too slow")
    assert not can_be_kept((ERROR, other))
    assert not can_be_kept(())
    assert can_be_kept((ERROR, LINK))
