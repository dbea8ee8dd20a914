from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest

from grader.model import (
    Evidence,
    EvidenceSource,
    Exhibit,
    Location,
    Outcome,
    Status,
    TestOutcome,
)
from grader.scoring import score, total
from tests.evidence import (
    CHECKS_BROKE,
    TESTS_BROKE,
    check,
    criterion,
    judge,
    ran,
    rubric,
)


@pytest.mark.parametrize(
    ("outcomes", "status", "points"),
    [
        (["passed"], "passed", 10),
        (["passed", "passed"], "passed", 10),
        (["passed", "failed"], "failed", 0),
        (["failed", "error"], "failed", 0),
        (["failed", "skipped"], "failed", 0),
        (["passed", "error"], "error", 0),
        (["passed", "skipped"], "error", 0),
        (["error"], "error", 0),
        ([], "error", 0),
    ],
)
def test_all_or_nothing(outcomes: list[Outcome], status: Status, points: int) -> None:
    result = judge(criterion(), outcomes)
    assert (result.status, result.points) == (status, Fraction(points))
    assert bool(result.reason) == (status == "error")


@pytest.mark.parametrize(
    ("outcomes", "status", "points"),
    [
        (["passed", "passed", "failed"], "partial", Fraction(20, 3)),
        (["passed", "passed", "passed"], "passed", Fraction(10)),
        (["failed", "failed"], "failed", Fraction(0)),
        (["failed", "error"], "error", Fraction(0)),
        (["passed", "failed", "error"], "error", Fraction(0)),
        (["passed", "failed", "skipped"], "error", Fraction(0)),
        ([], "error", Fraction(0)),
    ],
)
def test_partial(outcomes: list[Outcome], status: Status, points: Fraction) -> None:
    result = judge(criterion(partial=True), outcomes)
    assert (result.status, result.points) == (status, points)


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "failed"], "failed"),
        (["error", "failed"], "failed"),
        (["passed", "error"], "error"),
        (["passed", "skipped"], "failed"),
        (["error", "skipped"], "failed"),
        (["passed"], "error"),
        ([], "error"),
    ],
)
def test_checks(outcomes: list[Outcome], status: Status) -> None:
    item = criterion(kind="static", checks=["py.one", "py.two"])
    came_back = [check(name, outcome) for name, outcome in zip(item.checks, outcomes, strict=False)]
    assert judge(item, check_outcomes=came_back).status == status


def test_a_check_that_did_not_come_back_is_named() -> None:
    item = criterion(kind="static", checks=["py.one", "py.two"])
    result = judge(item, check_outcomes=[check("py.one", "passed")], sources=[CHECKS_BROKE])
    assert result.reason == (
        "The grader has no answer from its check py.two (checks unavailable: no libclang)."
    )


def test_unparsable_code_is_a_failure_with_a_reason() -> None:
    item = criterion(kind="static", checks=["py.one"])
    result = judge(item, check_outcomes=[check("py.one", "skipped", "a.py, line 3")])
    assert result.status == "failed"
    assert result.points == 0
    assert "could not be parsed" in result.reason
    assert "a.py, line 3" in result.reason


@pytest.mark.parametrize(
    ("test_outcome", "check_outcome", "status"),
    [
        ("passed", "passed", "passed"),
        ("failed", "passed", "failed"),
        ("passed", "failed", "failed"),
        ("error", "failed", "failed"),
        ("failed", "error", "failed"),
        ("error", "passed", "error"),
        ("passed", "error", "error"),
    ],
)
def test_tests_and_checks_together(
    test_outcome: Outcome, check_outcome: Outcome, status: Status
) -> None:
    item = criterion(kind="quality", checks=["py.one"])
    assert judge(item, [test_outcome], [check("py.one", check_outcome)]).status == status


def test_with_partial_a_failed_check_still_fails() -> None:
    item = criterion(kind="quality", checks=["py.one"], partial=True)
    assert judge(item, ["passed", "failed"], [check("py.one", "failed")]).status == "failed"
    assert judge(item, ["passed", "failed"], [check("py.one", "passed")]).status == "partial"


@pytest.mark.parametrize("state", ["failed", "unavailable"])
@pytest.mark.parametrize("name", ["tests", "build", "build:main:thread", "anything"])
def test_a_broken_source_of_tests_leaves_no_number(
    name: str, state: Literal["failed", "unavailable"]
) -> None:
    broken = EvidenceSource(name=name, state=state, message="why")
    result = judge(criterion(), ["passed"], sources=[broken])
    assert result.status == "error"
    assert f"{name} {state}: why" in result.reason
    assert judge(criterion(), ["failed"], sources=[broken]).status == "failed"
    partial = judge(criterion(partial=True), ["passed", "failed"], sources=[broken])
    assert partial.status == "error"


def test_a_broken_source_spoils_only_what_depends_on_it() -> None:
    static = criterion(kind="static", checks=["py.one"])
    assert judge(static, (), [check("py.one", "passed")], [TESTS_BROKE]).status == "passed"
    assert judge(criterion(), ["passed"], (), [CHECKS_BROKE]).status == "passed"
    assert judge(static, (), (), [CHECKS_BROKE]).status == "error"
    assert judge(static, ["passed"], [check("py.one", "passed")], [TESTS_BROKE]).status == "error"


def test_completed_sources_say_nothing() -> None:
    done = EvidenceSource(name="tests", state="completed")
    assert judge(criterion(), ["passed"], (), [done]).status == "passed"
    assert judge(criterion(), (), (), [done]).reason == (
        "The grader could not collect its evidence."
    )


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (["failed"], "skipped"),
        (["error"], "error"),
        (["passed"], "passed"),
    ],
)
def test_prerequisites(first: list[Outcome], status: Status) -> None:
    found = score(
        rubric(criterion("a"), criterion("b", requires=["a"])),
        Evidence(tests=ran("a", *first) + ran("b", "passed")),
    )
    assert found[1].status == status
    assert ("“Title of a”" in found[1].reason) == (status != "passed")
    assert found[1].points == (10 if status == "passed" else 0)


def test_a_failed_prerequisite_goes_before_an_unknown_one() -> None:
    found = score(
        rubric(criterion("a"), criterion("b"), criterion("c", requires=["a", "b"])),
        Evidence(tests=ran("a", "error") + ran("b", "failed") + ran("c", "passed")),
    )
    assert [result.status for result in found] == ["error", "failed", "skipped"]
    assert "Title of b" in found[2].reason
    assert "Title of a" not in found[2].reason


def test_a_partly_passed_prerequisite_is_there() -> None:
    found = score(
        rubric(criterion("a", partial=True), criterion("b", requires=["a"])),
        Evidence(tests=ran("a", "failed", "passed") + ran("b", "passed")),
    )
    assert [result.status for result in found] == ["partial", "passed"]


def test_skipping_goes_on_and_the_order_of_the_rubric_stays() -> None:
    found = score(
        rubric(criterion("c", requires=["b"]), criterion("b", requires=["a"]), criterion("a")),
        Evidence(tests=ran("a", "failed") + ran("b", "passed") + ran("c", "passed")),
    )
    assert [(result.criterion.id, result.status) for result in found] == [
        ("c", "skipped"),
        ("b", "skipped"),
        ("a", "failed"),
    ]


def test_an_unparsable_file_is_skipped_where_the_rubric_says_so() -> None:
    found = score(
        rubric(criterion("a"), criterion("b", kind="static", checks=["py.x"], requires=["a"])),
        Evidence(tests=ran("a", "failed"), checks=(check("py.x", "skipped"),)),
    )
    assert found[1].status == "skipped"


def test_exhibits_come_from_tests_and_findings() -> None:
    shown = Exhibit(source="test", subject="t", outcome="failed", message="went wrong")
    outcome = TestOutcome(criterion="a", name="t", outcome="failed", seconds=0, exhibits=(shown,))
    item = criterion(kind="quality", checks=["py.one"])
    evidence = Evidence(tests=(outcome, *ran("b", "failed")), checks=(check("py.one", "failed"),))
    (result,) = score(rubric(item), evidence)
    assert result.exhibits == (
        shown,
        Exhibit(
            source="check",
            subject="py.one",
            outcome="failed",
            message="seen",
            location=Location(file="a.py", line=3),
        ),
    )


def test_a_skipped_criterion_shows_no_exhibits() -> None:
    shown = Exhibit(source="test", subject="t", outcome="failed", message="went wrong")
    outcome = TestOutcome(criterion="b", name="t", outcome="failed", seconds=0, exhibits=(shown,))
    found = score(
        rubric(criterion("a"), criterion("b", requires=["a"])),
        Evidence(tests=(*ran("a", "failed"), outcome)),
    )
    assert found[1].exhibits == ()


def test_total() -> None:
    passed = judge(criterion(points=Fraction(5, 2)), ["passed"])
    failed = judge(criterion(), ["failed"])
    unknown = judge(criterion(), ["error"])
    assert total([passed, failed, passed]) == 5
    assert total([passed, unknown]) is None
    assert total([]) == 0
