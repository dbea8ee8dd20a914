"""The top of a report: the grade in words, and what to know before reading it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.model import Grade
from grader.report.view import bounds
from grader.report.view.numbers import counted, number
from grader.report.view.pieces import Some
from grader.report.view.safe import line, message
from grader.report.view.shapes import Banner, BannerItem, CriterionView, Heading, Sign
from grader.report.view.shelf import Shelf

_LANGUAGES = {"python": "Python", "cpp": "C++"}
_STEPS = 3
_NEARLY = 80  # percent from which the verdict says that little is missing
_HALFWAY = 40


def heading(grade: Grade) -> Heading:
    """Title, number and verdict."""
    exercise = grade.exercise
    is_full = grade.points is not None and grade.points == grade.max_points
    facts = (_LANGUAGES[exercise.language], f"Level {exercise.difficulty} of 5")
    section = line(exercise.guide_section)
    headline = _headline(grade)
    unit = "" if grade.points is None else f"of {number(grade.max_points).text} points"
    title = line(exercise.title)
    return Heading(
        page_title=f"{headline} {unit}".strip() + f" - {title}",
        exercise=line(exercise.id),
        title=title,
        facts=(*facts, section) if section else facts,
        submission=line(grade.submission.name),
        headline=headline,
        unit=unit,
        verdict=_verdict(grade),
        is_full=is_full,
    )


def _headline(grade: Grade) -> str:
    """The points, or what stands in their place."""
    if grade.points is not None:
        return number(grade.points).text
    return "Not graded" if grade.status == "rejected" else "No grade yet"


def _verdict(grade: Grade) -> str:
    """One kind and true sentence on where the submission stands."""
    if grade.status == "rejected":
        return "This submission could not be accepted, so nothing in it was run."
    if grade.status == "incomplete" or grade.percent is None:
        return "Something on our side did not work, so no number is recorded."
    earned = sum(result.status == "passed" for result in grade.results)
    total = len(grade.results)
    waiting = sum(result.status == "skipped" for result in grade.results)
    if earned == total:
        return f"Full marks. All {total} criteria earned; there is nothing left to repair."
    if waiting:
        have = "waits" if waiting == 1 else "wait"
        behind = counted(waiting, "criterion", "criteria")
        return f"{earned} of {total} criteria earned; {behind} {have} behind another one."
    if grade.percent >= _NEARLY:
        return f"Nearly there: {earned} of {total} criteria earned."
    if grade.percent >= _HALFWAY:
        return f"Well on the way: {earned} of {total} criteria earned."
    if earned:
        return f"A start is made: {earned} of {total} criteria earned."
    return "Nothing is earned yet. The first step below is the best place to begin."


def next_steps(lost: Sequence[CriterionView]) -> Some[CriterionView]:
    """The few criteria to mend first."""
    rest = len(lost) - _STEPS
    more = counted(rest, "smaller one follows", "smaller ones follow") if rest > 0 else ""
    return Some(
        items=tuple(lost[:_STEPS]), left_out=max(rest, 0), note=f"{more} below." if more else ""
    )


def strip_label(grade: Grade) -> str:
    """What the points strip shows, for who cannot see it."""
    earned = sum(result.status == "passed" for result in grade.results)
    return f"Points by criterion: {earned} of {len(grade.results)} earned in full."


def integrity(grade: Grade, shelf: Shelf) -> Some[Sign]:
    """Signs of tampering, as many as are shown."""
    signs = tuple(
        Sign(
            kind=line(item.kind),
            message=message(item.message),
            place=shelf.place(item.location) if item.location else None,
        )
        for item in grade.integrity[: bounds.INTEGRITY]
    )
    left_out = len(grade.integrity) - len(signs)
    note = f"[cut: {counted(left_out, 'further sign')}]" if left_out else ""
    return Some(items=signs, left_out=left_out, note=note)


def banners(grade: Grade, signs: Some[Sign]) -> Iterator[Banner]:
    """Everything that changes what the number means, weightiest first."""
    if grade.status == "rejected":
        yield Banner(
            tone="lost",
            title="Not accepted",
            text=f"{message(grade.rejection)}\nMend this and hand in again; nothing was graded.",
        )
    if grade.status == "incomplete":
        yield Banner(
            tone="fault",
            title="Incomplete: a part of the grading failed",
            text="That is on our side. It is not your fault and costs you nothing: a person will"
            " look at it and grade again.",
            items=tuple(_faults(grade))[: bounds.BANNER_ITEMS],
        )
    elif any(source.state != "completed" for source in grade.sources):
        yield Banner(
            tone="info",
            icon="info",
            title="Some evidence is missing",
            text="Not every tool did its work. No criterion was judged without its evidence.",
            items=tuple(_faults(grade))[: bounds.BANNER_ITEMS],
        )
    if grade.provenance.rung == "unsafe" and grade.status != "rejected":
        yield Banner(
            tone="part",
            title="Practice run without a sandbox",
            text="The code ran unprotected (--unsafe). This result is for practice only and is"
            " never recorded as a grade.",
        )
    if signs.items:
        items = [BannerItem(text=sign.message, place=sign.place) for sign in signs.items]
        yield Banner(
            tone="part",
            title="A person should look at this submission",
            text="It looks as if the code tried to influence its own grading. There may be a good"
            " reason; a person decides. The points stand as they are until then.",
            items=(*items, *([BannerItem(text=signs.note)] if signs.note else [])),
        )


def _faults(grade: Grade) -> Iterator[BannerItem]:
    """What did not work, in the words of who noticed."""
    for source in grade.sources:
        if source.state != "completed":
            state = "failed" if source.state == "failed" else "was not available"
            said = f": {message(source.message)}" if source.message else ""
            yield BannerItem(text=f"{line(source.name)} {state}{said}")
    for result in grade.results:
        if result.status == "error":
            why = message(result.reason) or "it could not be judged"
            yield BannerItem(text=f"{line(result.criterion.title)}: {why}")
