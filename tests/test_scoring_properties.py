from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import (
    CheckOutcome,
    Evidence,
    Outcome,
    Rubric,
    TestOutcome,
)
from grader.scoring import score, total
from tests.evidence import (
    CHECKS_BROKE,
    KINDS,
    OUTCOMES,
    TESTS_BROKE,
    check,
    criterion,
    ran,
    rubric,
)

POINTS = st.fractions(0, 100, max_denominator=12)
NAMES = "abcdef"


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Rubrics without circles: a criterion builds on earlier letters; then they are mixed."""
    criteria = []
    for index, name in enumerate(NAMES[: draw(st.integers(1, len(NAMES)))]):
        kind = draw(st.sampled_from(KINDS))
        criteria.append(
            criterion(
                name,
                points=draw(POINTS),
                kind=kind,
                requires=draw(st.lists(st.sampled_from(NAMES[:index]), unique=True))
                if index
                else (),
                checks=[] if kind == "behaviour" else [f"py.{name}"],
                partial=draw(st.booleans()),
            )
        )
    return rubric(*draw(st.permutations(criteria)))


@st.composite
def cases(
    draw: st.DrawFn, outcomes: Sequence[Outcome] = tuple(OUTCOMES)
) -> tuple[Rubric, Evidence]:
    found = draw(rubrics())
    run: list[TestOutcome] = []
    checked: list[CheckOutcome] = []
    for item in found.criteria:
        run += ran(item.id, *draw(st.lists(st.sampled_from(outcomes), max_size=4)))
        checked += [
            check(name, draw(st.sampled_from(outcomes)))
            for name in item.checks
            if draw(st.integers(0, 9))
        ]
    broken = draw(st.lists(st.sampled_from([TESTS_BROKE, CHECKS_BROKE]), max_size=2))
    sources = broken if draw(st.integers(0, 3)) == 0 else []
    return found, Evidence(tests=tuple(run), checks=tuple(checked), sources=tuple(sources))


DEFINITE: tuple[Outcome, ...] = ("passed", "failed")


@given(case=cases())
def test_points_are_bounded_and_exact(case: tuple[Rubric, Evidence]) -> None:
    found, evidence = case
    results = score(found, evidence)
    assert [result.criterion for result in results] == list(found.criteria)
    for result in results:
        assert type(result.points) is Fraction
        assert 0 <= result.points <= result.criterion.points
        if result.status == "passed":
            assert result.points == result.criterion.points
        elif result.status == "partial":
            assert result.criterion.partial
            its = [test for test in evidence.tests if test.criterion == result.criterion.id]
            share = Fraction(sum(test.outcome == "passed" for test in its), len(its))
            assert 0 < share < 1
            assert result.points == result.criterion.points * share
        else:
            assert result.points == 0
    points = total(results)
    assert points is None or 0 <= points <= found.max_points


@given(case=cases())
def test_reasons_are_given_where_they_are_needed(case: tuple[Rubric, Evidence]) -> None:
    for result in score(*case):
        if result.status in ("skipped", "error"):
            assert result.reason
        if result.status in ("passed", "partial"):
            assert not result.reason


@given(case=cases(), data=st.data())
def test_the_order_of_evidence_decides_nothing(
    case: tuple[Rubric, Evidence], data: st.DataObject
) -> None:
    found, evidence = case
    mixed = Evidence(
        tests=tuple(data.draw(st.permutations(evidence.tests))),
        checks=tuple(data.draw(st.permutations(evidence.checks))),
        sources=tuple(data.draw(st.permutations(evidence.sources))),
    )
    assert score(found, mixed) == score(found, evidence)


def improved(evidence: Evidence, index: int) -> Evidence:
    """The evidence with one test turned into a passed one."""
    test = evidence.tests[index]
    better = TestOutcome(
        criterion=test.criterion, name=test.name, outcome="passed", seconds=test.seconds
    )
    return Evidence(
        tests=(*evidence.tests[:index], better, *evidence.tests[index + 1 :]),
        checks=evidence.checks,
        sources=evidence.sources,
    )


@given(case=cases())
def test_passing_one_more_test_never_costs_points(case: tuple[Rubric, Evidence]) -> None:
    found, evidence = case
    before = score(found, evidence)
    for index in range(len(evidence.tests)):
        after = score(found, improved(evidence, index))
        for old, new in zip(before, after, strict=True):
            assert new.points >= old.points


@given(case=cases())
def test_what_was_skipped_builds_on_what_was_lost(case: tuple[Rubric, Evidence]) -> None:
    results = {result.criterion.id: result for result in score(*case)}
    for result in results.values():
        before = [results[name].status for name in result.criterion.requires]
        assert (result.status == "skipped") == bool({"failed", "skipped"} & set(before))
        if result.status in ("passed", "partial"):
            assert set(before) <= {"passed", "partial"}


@given(case=cases())
def test_a_number_never_rests_on_a_fault(case: tuple[Rubric, Evidence]) -> None:
    """Whatever the unknown tests and checks would have said, a judged criterion stays."""
    found, evidence = case
    results = score(found, evidence)
    if total(results) is None:
        return
    for answer in DEFINITE:
        known = Evidence(
            tests=tuple(
                TestOutcome(criterion=t.criterion, name=t.name, seconds=0,
                            outcome=t.outcome if t.outcome in DEFINITE else answer)
                for t in evidence.tests
            ),
            checks=tuple(
                check(c.check, answer if c.outcome == "error" else c.outcome)
                for c in evidence.checks
            ),
            sources=evidence.sources,
        )  # fmt: skip
        assert total(score(found, known)) == total(results)


def test_a_circle_is_a_bug() -> None:
    with pytest.raises(ValueError, match="cycle"):
        score(rubric(criterion("a", requires=["b"]), criterion("b", requires=["a"])), Evidence())
