"""`grader verify` as authors and CI call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .checkout import Checkout

MUTANT = "exercises/tiny/mutants/numbers-only/mutant.toml"
RUBRIC = "rubrics/tiny.toml"


def test_a_sound_exercise(checkout: Checkout) -> None:
    ran = checkout.verify()
    assert ran.code == 0
    assert "mutant   numbers-only  · ◌" in ran.out
    assert "1 exercise, 43 claims checked, 0 broken; 8 gradings in" in ran.out
    assert "8 of 8 gradings from the cache" in ran.out
    assert not (checkout.top / "grader-verify").exists()


def test_files_are_written_on_demand(checkout: Checkout) -> None:
    assert checkout.verify("--out", "pages").code == 0
    assert sorted(path.name for path in (checkout.top / "pages").iterdir()) == [
        "verify.html", "verify.json",
    ]  # fmt: skip
    ran = checkout.verify("--format", "junit", "--format", "github", "--format", "text")
    assert ran.code == 0
    assert sorted(path.name for path in (checkout.top / "grader-verify").iterdir()) == [
        "verify.md", "verify.txt", "verify.xml",
    ]  # fmt: skip
    assert "XML   grader-verify/verify.xml" in ran.out


def test_what_falls_short_is_graded_anew_and_exits_with_1(checkout: Checkout) -> None:
    checkout.change(MUTANT, '"text"', '"doubles"')
    ran = checkout.verify("--repeat", "1", "--json", "--format", "github", GITHUB_ACTIONS="true")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert (told["holds"], told["gradings"], told["cached"]) == (False, 4, 3)
    assert ran.err.startswith(f"::error file={MUTANT},line=1,")
    assert "did not lose doubles" in ran.err


def test_one_that_cannot_be_read_exits_with_3_and_stops_no_other(checkout: Checkout) -> None:
    other = checkout.top / "exercises/other"
    other.mkdir()
    (other / "exercise.toml").write_text('language = "basic"\n::error::x = 1\n')
    ran = checkout.verify("--format", "junit")
    assert ran.code == 3
    assert "other" in ran.out
    assert "exercises/other/exercise.toml" in ran.out
    assert "mutant   numbers-only  · ◌" in ran.out
    assert "2 exercises, 1 cannot be read" in ran.out
    assert b'errors="1"' in (checkout.top / "grader-verify/verify.xml").read_bytes()


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [("hidden/extra.py", b"\xff\xfe", "is not UTF-8; save it as UTF-8 text"),
     ("public/test_public.py", b"# \xe9t\xe9\n", "tiny/public/test_public.py"),
     ("exercise.toml", b"\xff", "exercise.toml")],
)  # fmt: skip
def test_files_that_cannot_be_read_exit_with_3(
    checkout: Checkout, file: str, content: bytes, told: str
) -> None:
    (checkout.top / "exercises/tiny" / file).write_bytes(content)
    ran = checkout.verify("--repeat", "1")
    assert ran.code == 3
    assert told in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("on_github", [True, False])
def test_nothing_printed_is_a_command(checkout: Checkout, on_github: bool) -> None:
    checkout.change(RUBRIC, 'exercise = "tiny"', 'exercise = "::error::forged ##[error]forged"')
    environment = {"GITHUB_ACTIONS": "true"} if on_github else {}
    ran = checkout.verify(**environment)
    assert ran.code == 3
    lines = ran.out.splitlines()
    assert ("::stop-commands::" in lines[0]) is on_github
    if on_github:
        token = lines[0].rpartition("::")[2]
        end = lines.index(f"::{token}::")
        assert len(token) == 32
        assert "forged" in "\n".join(lines[1:end])
        assert "forged" not in "\n".join(lines[end:])


def test_changed_since_proves_what_differs(checkout: Checkout) -> None:
    ran = checkout.verify("--changed-since", "HEAD")
    assert ran.code == 0
    assert "nothing to prove: no exercise differs from HEAD" in ran.out
    checkout.change(RUBRIC, "Doubles text", "Other words")
    checkout.commit()
    checkout.change(RUBRIC, "Other words", "Doubles text")
    ran = checkout.verify("--changed-since", "HEAD", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["gradings"], told["cached"]) == (0, 8, 8)
    assert told["facts"]["changed since"] == "HEAD"
    ran = checkout.verify("--changed-since", "no-such-branch")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "git knows no revision no-such-branch here; fetch it first" in ran.err


def test_stress_uses_no_cache_and_says_so(checkout: Checkout) -> None:
    ran = checkout.verify("--stress", "--repeat", "1", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["cached"]) == (0, 0)
    assert told["facts"]["machine"] == "under load, order 1"


def test_a_folder_that_cannot_be_written_is_one_clear_line(checkout: Checkout) -> None:
    (checkout.top / "file").write_text("")
    ran = checkout.verify("--repeat", "1", "--out", "file/below")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    ran = checkout.verify(
        "--repeat", "1", "--format", "github", GITHUB_STEP_SUMMARY=str(Path("/nonexistent/x"))
    )
    assert ran.code == 2
    assert "GITHUB_STEP_SUMMARY: /nonexistent/x: No such file" in ran.err
