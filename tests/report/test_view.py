"""The decisions: order, words, links, bounds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from grader.model import Exhibit
from grader.report.view import bounds, view_of
from tests.report.builders import criterion, grade, result
from tests.report.graded import partial_race
from tests.report.samples import SAMPLES
from tests.report.ungraded import DESCRIBED, one_lost


def test_costliest_comes_first() -> None:
    view = view_of(partial_race())
    assert [item.gain_label for item in view.lost] == ["+25", "+20", "+4.17"]
    assert view.steps.items == view.lost[:3]


def test_what_waits_for_a_criterion_counts_towards_its_cost() -> None:
    items = (
        result(criterion("compiles", "Compiles", 10, requires=()), "failed"),
        result(criterion("middle", "Middle", 30, requires=("compiles",)), "skipped"),
        result(criterion("last", "Last", 40, requires=("middle",)), "skipped"),
        result(criterion("other", "Other", 20, requires=()), "failed"),
    )
    view = view_of(grade(DESCRIBED, items, files=()))
    assert [item.id for item in view.lost] == ["compiles", "other"]
    assert view.lost[0].opens == ("2 criteria worth 70 points can only be judged after this one.")
    assert view.lost[1].opens == ""


def test_steps_say_how_many_are_left() -> None:
    items = tuple(result(criterion(f"c{at}", "C", 20, requires=()), "failed") for at in range(5))
    steps = view_of(grade(DESCRIBED, items, files=())).steps
    assert (len(steps.items), steps.left_out) == (3, 2)
    assert steps.note == "2 smaller ones follow below."


@pytest.mark.parametrize(
    ("earned", "verdict"),
    [
        (0, "Nothing is earned yet."),
        (1, "A start is made: 1 of 5"),
        (2, "Well on the way: 2 of 5"),
        (4, "Nearly there: 4 of 5"),
        (5, "Full marks. All 5 criteria earned"),
    ],
)
def test_verdict_fits_the_number(earned: int, verdict: str) -> None:
    items = tuple(
        result(criterion(f"c{at}", "C", 20, requires=()), "passed" if at < earned else "failed")
        for at in range(5)
    )
    view = view_of(grade(DESCRIBED, items, files=()))
    assert view.heading.verdict.startswith(verdict)
    assert view.heading.is_full is (earned == 5)


def test_almost_full_marks_are_not_full() -> None:
    item = criterion("a", "A", 100, requires=())
    items = (result(item, "partial", points=Fraction(99999, 1000)),)
    assert not view_of(grade(DESCRIBED, items, files=())).heading.is_full


def test_incomplete_has_no_number_and_says_whose_fault_it_is() -> None:
    view = view_of(SAMPLES["incomplete"]())
    assert (view.points, view.percent, view.heading.headline) == (None, None, "No grade yet")
    (banner,) = view.banners
    assert "not your fault" in banner.text
    assert [item.text for item in banner.items] == [
        "checks failed: the checker ended by signal 9",
        "Different arguments never share an entry: The grader could not run its check"
        " py.cache-key-from-str.",
    ]


def test_rejected_says_why_and_claims_no_run() -> None:
    view = view_of(SAMPLES["rejected"]())
    (banner,) = view.banners
    assert banner.text.startswith("lru_cache.py is a symbolic link")
    assert view.heading.headline == "Not graded"


def test_unsafe_run_has_a_banner() -> None:
    sound = partial_race()
    unsafe = replace(sound, provenance=replace(sound.provenance, rung="unsafe"))
    assert view_of(sound).banners == ()
    assert [item.title for item in view_of(unsafe).banners] == ["Practice run without a sandbox"]


def test_integrity_signs_have_a_banner_with_links() -> None:
    (banner,) = view_of(SAMPLES["hostile"]()).banners
    assert banner.title == "A person should look at this submission"
    first = banner.items[0]
    assert first.place is not None
    assert first.place.href == "#f1-4"
    assert banner.items[-1].text == f"[cut: {101 - bounds.INTEGRITY} further signs]"


def test_evidence_beyond_the_bound_is_counted() -> None:
    seen = Exhibit(source="test", subject="t", outcome="failed", message="m")
    shown = view_of(one_lost(*[seen] * 30)).lost[0].seen
    assert len(shown.items) == bounds.EXHIBITS
    assert shown.note == f"[cut: {30 - bounds.EXHIBITS} further pieces of evidence left out]"


def test_only_findings_that_no_criterion_asks_for_are_extra() -> None:
    view = view_of(partial_race())
    assert len(view.findings.items) == 2
    assert [item.check for item in view.extras.items] == ["pylint.missing-module-docstring"]
