"""Rubric and evidence to criterion results. Pure: nothing is run, nothing is read.

The rules, in the order in which they decide on a criterion:

1. A prerequisite failed or was skipped: `skipped`. It could not have been passed, whatever
   else is unknown. A prerequisite that was passed in part is a prerequisite that is there.
2. A prerequisite could not be judged: `error`.
3. All or nothing: one test or check that failed is a failure, even where others could not
   be judged, for no answer of theirs could mend it. A check that could not parse a file
   has failed: what is not Python or C++ cannot show the property.
4. Something could not be judged: a test or check ended in `error`, a test was skipped, a
   check that the rubric names did not come back, the source of the tests did not complete,
   or there is no evidence at all: `error`. Such a fault is ours, so it costs no points and
   gives none, and `total` then has no number at all.
5. Passed; or, with `partial`, the share of tests passed, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from graphlib import TopologicalSorter

from grader.model import (
    CheckOutcome,
    Criterion,
    CriterionResult,
    Evidence,
    EvidenceSource,
    Exhibit,
    Rubric,
    Status,
    TestOutcome,
)

CHECKS_SOURCE = "checks"
_ZERO = Fraction(0)


def score(rubric: Rubric, evidence: Evidence) -> tuple[CriterionResult, ...]:
    """The verdict on every criterion, in the rubric's order.

    `evidence.sources` whose name is `checks`, or begins with `checks:` or `checks.`, answer
    for static checks; every other source answers for the hidden tests. Raises ValueError
    when `requires` goes round in a circle and KeyError when it names no criterion; a
    rubric that was loaded has neither.
    """
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    order = TopologicalSorter({item.id: item.requires for item in rubric.criteria})
    results: dict[str, CriterionResult] = {}
    for name in order.static_order():
        results[name] = _judge(criteria[name], evidence, results)
    return tuple(results[criterion.id] for criterion in rubric.criteria)


def total(results: Iterable[CriterionResult]) -> Fraction | None:
    """The sum of the points, exact; None when anything could not be judged."""
    judged = tuple(results)
    if any(result.status == "error" for result in judged):
        return None
    return sum((result.points for result in judged), _ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    """The evidence on one criterion. `missing` are checks that did not come back."""

    criterion: Criterion
    tests: tuple[TestOutcome, ...]
    checks: tuple[CheckOutcome, ...]
    missing: tuple[str, ...]
    broken: tuple[EvidenceSource, ...]


def _judge(
    criterion: Criterion, evidence: Evidence, results: Mapping[str, CriterionResult]
) -> CriterionResult:
    before = [results[name] for name in criterion.requires]
    lost = [item.criterion for item in before if item.status in ("failed", "skipped")]
    unknown = [item.criterion for item in before if item.status == "error"]
    if lost:
        return CriterionResult(
            criterion=criterion,
            status="skipped",
            points=_ZERO,
            reason=f"Not judged, because it builds on {_titles(lost)}, which was not passed.",
        )
    case = _gather(criterion, evidence)
    if unknown:
        reason = f"It builds on {_titles(unknown)}, which the grader could not judge."
        return _result(case, "error", _ZERO, reason)
    return _weigh(case)


def _gather(criterion: Criterion, evidence: Evidence) -> _Case:
    tests = tuple(test for test in evidence.tests if test.criterion == criterion.id)
    came_back = {check.check for check in evidence.checks}
    broken = [source for source in evidence.sources if source.state != "completed"]
    return _Case(
        criterion=criterion,
        tests=tests,
        checks=tuple(
            check for name in criterion.checks for check in evidence.checks if check.check == name
        ),
        missing=tuple(name for name in criterion.checks if name not in came_back),
        broken=tuple(
            source
            for source in broken
            if (criterion.checks if _answers_for_checks(source) else _needs_tests(criterion, tests))
        ),
    )


def _answers_for_checks(source: EvidenceSource) -> bool:
    return source.name.replace(":", ".").split(".")[0] == CHECKS_SOURCE


def _needs_tests(criterion: Criterion, tests: tuple[TestOutcome, ...]) -> bool:
    """Whether tests decide on a criterion: some came back, or nothing else could."""
    return bool(tests) or criterion.kind == "behaviour" or not criterion.checks


def _weigh(case: _Case) -> CriterionResult:
    """The verdict on a criterion whose prerequisites are there."""
    points = case.criterion.points
    passed = sum(test.outcome == "passed" for test in case.tests)
    failed = sum(test.outcome == "failed" for test in case.tests)
    if any(check.outcome == "failed" for check in case.checks):
        return _result(case, "failed", _ZERO)
    if any(check.outcome == "skipped" for check in case.checks):
        return _result(case, "failed", _ZERO, _unparsed(case))
    if failed and not case.criterion.partial:
        return _result(case, "failed", _ZERO)
    fault = _fault(case)
    if fault:
        return _result(case, "error", _ZERO, fault)
    if not failed:
        return _result(case, "passed", points)
    if not passed:
        return _result(case, "failed", _ZERO)
    return _result(case, "partial", points * Fraction(passed, passed + failed))


def _unparsed(case: _Case) -> str:
    """Why a criterion is lost whose checks could not read the code."""
    messages = dict.fromkeys(
        check.message for check in case.checks if check.outcome == "skipped" and check.message
    )
    why = f": {'; '.join(sorted(messages))}" if messages else ""
    return f"The code could not be parsed, so it cannot show this property{why}."


def _fault(case: _Case) -> str:
    """Why a criterion without a definite failure cannot be judged; empty when it can."""
    undecided = sum(test.outcome in ("error", "skipped") for test in case.tests)
    if undecided:
        return f"The grader could not run {undecided} of its {len(case.tests)} tests."
    crashed = sorted({check.check for check in case.checks if check.outcome == "error"})
    if crashed:
        return f"The grader could not run its check {', '.join(crashed)}."
    if case.missing:
        return f"The grader has no answer from its check {', '.join(case.missing)}{_why(case)}."
    # Checks are named by the rubric, so each is known to have come back; how many tests
    # there should have been is not known, so a source of tests that broke leaves doubt.
    doubtful = [source for source in case.broken if not _answers_for_checks(source)]
    if doubtful or not (case.tests or case.checks):
        return f"The grader could not collect its evidence{_why(case)}."
    return ""


def _why(case: _Case) -> str:
    messages = sorted({f"{source.name} {_told(source)}" for source in case.broken})
    return f" ({'; '.join(messages)})" if messages else ""


def _told(source: EvidenceSource) -> str:
    return f"{source.state}: {source.message}" if source.message else source.state


def _result(case: _Case, status: Status, points: Fraction, reason: str = "") -> CriterionResult:
    return CriterionResult(
        criterion=case.criterion,
        status=status,
        points=points,
        exhibits=_exhibits(case),
        reason=reason,
    )


def _exhibits(case: _Case) -> tuple[Exhibit, ...]:
    """What the tests showed, and one exhibit for each finding of the checks.

    Failures that look exactly alike, as those of one test with other numbers may, are shown once.
    """
    shown = [exhibit for test in case.tests for exhibit in test.exhibits]
    shown += [
        Exhibit(
            source="check",
            subject=finding.check,
            outcome="failed",
            message=finding.message,
            location=finding.location,
        )
        for check in case.checks
        for finding in check.findings
    ]
    first = {exhibit: at for at, exhibit in reversed(list(enumerate(shown)))}
    return tuple(
        exhibit
        for at, exhibit in enumerate(shown)
        if exhibit.outcome != "failed" or first[exhibit] == at
    )


def _titles(criteria: Iterable[Criterion]) -> str:
    return " and ".join(f"“{criterion.title}”" for criterion in criteria)
