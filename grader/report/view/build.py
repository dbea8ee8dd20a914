"""From a grade to its report: the list of what is decided, in order."""

from __future__ import annotations

from collections.abc import Sequence

from grader.model import Finding, Grade
from grader.report.view import bounds
from grader.report.view.about import about
from grader.report.view.criteria import costliest_first, criterion_views, legend, strip
from grader.report.view.diff import diffs
from grader.report.view.exhibits import output
from grader.report.view.heading import banners, heading, integrity, next_steps, strip_label
from grader.report.view.listings import listings
from grader.report.view.numbers import counted, number
from grader.report.view.pieces import Some
from grader.report.view.safe import line, message
from grader.report.view.shapes import FindingView, IgnoredView, ReportView
from grader.report.view.shelf import Shelf, shelve


def view_of(grade: Grade) -> ReportView:
    """Everything that a report of `grade` shows. Pure, and in bounded time for any text."""
    shelf = shelve(grade.submission.files, grade.highlights)
    criteria = criterion_views(grade.results, shelf)
    lost = costliest_first(criteria, grade.results)
    signs = integrity(grade, shelf)
    judged = [result.criterion for result in grade.results]
    asked = set(grade.rubric.checks)
    return ReportView(
        heading=heading(grade),
        status=grade.status,
        points=None if grade.points is None else number(grade.points),
        max_points=number(grade.max_points),
        percent=None if grade.percent is None else number(grade.percent),
        banners=tuple(banners(grade, signs)),
        strip=strip(grade.results),
        strip_label=strip_label(grade),
        legend=legend(grade.results),
        steps=next_steps(lost),
        criteria=criteria,
        lost=lost,
        earned=tuple(item for item in criteria if item.status == "passed"),
        unjudged=tuple(item for item in criteria if item.status in ("skipped", "error")),
        findings=_findings(grade.findings, shelf),
        extras=_findings([item for item in grade.findings if item.check not in asked], shelf),
        integrity=signs,
        listings=listings(grade.submission.files, shelf, criteria, grade.findings, judged),
        diffs=diffs(grade.starter, shelf),
        ignored=_ignored(grade),
        output=output("What the submission printed", grade.output),
        rejection=message(grade.rejection),
        about=about(grade),
    )


def _findings(findings: Sequence[Finding], shelf: Shelf) -> Some[FindingView]:
    """Findings in their order, as many as are worth reading."""
    items = tuple(
        FindingView(
            check=line(item.check),
            message=message(item.message),
            advice=message(item.advice),
            place=shelf.place(item.location),
        )
        for item in findings[: bounds.FINDINGS]
    )
    left_out = len(findings) - len(items)
    note = f"[cut: {counted(left_out, 'further finding')} left out]" if left_out else ""
    return Some(items=items, left_out=left_out, note=note)


def _ignored(grade: Grade) -> Some[IgnoredView]:
    """Files that were left out, as many as are worth naming."""
    files = grade.submission.ignored
    items = tuple(
        IgnoredView(path=line(item.path), reason=message(item.reason))
        for item in files[: bounds.IGNORED]
    )
    left_out = len(files) - len(items)
    note = f"[cut: {counted(left_out, 'further file')} left out]" if left_out else ""
    return Some(items=items, left_out=left_out, note=note)
