"""What becomes of mutants, and what a proof claims about them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from grader.model import Status, Variant
from grader.verify import Verifier, prove
from grader.verify.machine.challenge import Options, challenge
from grader.verify.machine.claims import challenged, claims
from grader.verify.machine.result import MachineResult
from grader.verify.output.machine import section

from .tiny import Pretending, write

SURVIVORS = ("2 → 3", "2 → 1")
DECLARED = """[[equivalent]]
solution = "plus"
line = "def double(x, times=2)"
after = "3"
because = "It is never read."
"""
STALE = DECLARED.replace("times=2", "times=5")


@pytest.fixture(scope="module")
def verifier() -> Iterator[Verifier]:
    """One warm process that grades."""
    with Verifier(1) as running:
        yield running


def test_hidden_tests_notice_all_but_the_unused(tmp_path: Path, verifier: Verifier) -> None:
    exercise, rubric = write(tmp_path, {"equivalents.toml": DECLARED})
    result = challenge(exercise, rubric, verifier, Options())
    assert {one.mutant.change for one in result.of("survived")} == {"2 → 1"}
    assert [one.mutant.change for one in result.equivalent] == ["2 → 3"]
    assert not result.of("unjudged")
    # Text comes first in the file and builds on numbers: one failed test is all that is looked at.
    assert {one.lost for one in result.of("killed")} == {"text"}
    assert result.possible == len(result.trialled)
    assert result.score == Fraction(len(result.of("killed")), len(result.trialled) - 1)
    assert not list(tmp_path.glob("**/grader-mutants-*"))


def test_a_trial_ends_with_the_first_failure(tmp_path: Path, verifier: Verifier) -> None:
    exercise, rubric = write(tmp_path)
    wrong = Variant(name="wrong", kind="machine", folder=exercise.starter.folder,
                    loses=frozenset(), note="")  # fmt: skip
    right = Variant(name="right", kind="machine", folder=exercise.solutions[0].folder,
                    loses=frozenset(), note="")  # fmt: skip
    runs = list(verifier.run([(exercise, rubric, variant, 1) for variant in (wrong, right)]))
    assert [run.statuses for run in runs] == [
        (("text", "failed"),), (("doubles", "passed"), ("text", "passed"))]  # fmt: skip
    assert runs[0].lost == {"text"}


def judged(tmp_path: Path, status: dict[str, Status], equivalents: str = "", limit: int = 100,
           minimum: str = "0.8") -> MachineResult:  # fmt: skip
    """The result when a mutant gets the status named for its change, and else `failed`."""
    files = {"equivalents.toml": equivalents} if equivalents else {}
    exercise, rubric = write(tmp_path, files)
    grades = Pretending(lambda variant: status.get(variant.note, "failed"))
    return challenge(exercise, rubric, grades, Options(limit=limit, minimum=Fraction(minimum)))


def broken(result: MachineResult) -> dict[str, str]:
    return {point.claim: point.message for point in claims(result, "tiny") if not point.holds}


def test_a_score_below_the_least_breaks_the_proof(tmp_path: Path) -> None:
    result = judged(tmp_path, dict.fromkeys(SURVIVORS, "passed"))
    assert result.score == Fraction(5, 9)  # 2 → 3 and 2 → 1 are in both solutions
    message = broken(result)["machine-made mutants are killed"]
    assert message.startswith("55 % are killed, 80 % are the least: strengthen a hidden test")
    assert "plus/double.py:1:21 2 → 3" in message
    assert not broken(judged(tmp_path, dict.fromkeys(SURVIVORS, "passed"), minimum="5/9"))


def test_no_verdict_is_no_kill(tmp_path: Path) -> None:
    result = judged(tmp_path, {"times=2 → times": "error", "2 → 3": "partial"})
    assert [one.mutant.change for one in result.of("unjudged")] == ["times=2 → times"]
    assert result.score == Fraction(8, 9)
    shown = section(result)
    assert shown.told == ("8 killed, 0 survived, 0 equivalent, 1 without a verdict; score 88 % "
                          "(9 of 9 graded)")  # fmt: skip
    (item,) = shown.items
    assert (item.place, item.text) == ("plus/double.py:1:20", "no verdict: default")
    assert (item.before, item.after) == ("times=2", "times")


def test_a_declared_one_does_not_count(tmp_path: Path) -> None:
    result = judged(tmp_path, {"2 → 3": "passed"}, DECLARED)
    assert len(result.equivalent) == 1
    assert result.counted == 8
    assert broken(result) == {}
    shown = section(result)
    assert shown.told.startswith("7 killed, 1 survived, 1 equivalent, 0 without a verdict")
    assert shown.told.endswith("declare in equivalents.toml why nobody could notice")
    assert [item.text.split(":")[0] for item in shown.items] == ["survived", "equivalent"]


def test_a_declaration_that_means_nothing_is_told(tmp_path: Path) -> None:
    message = broken(judged(tmp_path, {}, STALE))["declared equivalent exists"]
    assert message == "it matches no mutant any more: remove it from equivalents.toml"


def test_a_declared_one_that_is_killed_is_told(tmp_path: Path) -> None:
    message = broken(judged(tmp_path, {}, DECLARED))["declared equivalent survives"]
    assert message == ("plus/double.py:1:21 2 → 3 is killed, it loses doubles: remove the "
                       "declaration from equivalents.toml")  # fmt: skip


def test_a_declaration_outside_of_the_sample_is_no_mistake(tmp_path: Path) -> None:
    for limit in (1, 2, 3):
        assert broken(judged(tmp_path, {"2 → 3": "passed"}, DECLARED, limit, "0")) == {}


def test_a_proof_carries_it(tmp_path: Path) -> None:
    exercise, rubric = write(tmp_path, {"equivalents.toml": STALE})
    proof = prove(exercise, rubric, ())
    grades = Pretending(lambda _: "failed")
    assert challenged(proof, grades, None) is proof
    made = challenged(proof, grades, Options())
    assert made.machine is not None
    assert made.machine.file == exercise.folder / "equivalents.toml"
    assert [point.claim for point in made.points[len(proof.points) :]] == [
        "machine-made mutants are killed", "declared equivalent exists",
        "declared equivalent survives"]  # fmt: skip
