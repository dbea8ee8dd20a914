"""The plain data that an inspection answers with, kept within its limits as it is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from grader.checks.limits import MAX_FINDINGS_PER_CHECK, MAX_LINE, MAX_PATH, clean
from grader.checks.protocol import Place, Rule
from grader.model import Outcome

Plain = dict[str, Any]


class Subject(Protocol):
    """A submission as a language's reader sees it.

    `notes` are findings that come with reading, such as ignored pragmas.
    """

    parse: list[Plain]
    integrity: list[Plain]
    notes: list[Plain]

    def trees(self, rule: Rule) -> Iterable[Any]:
        """What the rule's check is to be called with, one call each."""

    def missing(self, rule: Rule | None = None) -> str:
        """In one line, which file the rule could not see and why; empty when it saw all."""

    def locate(self, tree: Any, where: Any) -> Place:
        """The place of what a check yielded; raises TypeError for anything else."""

    def lint(self, symbols: tuple[str, ...]) -> list[Plain]:
        """Results of the pylint messages asked for (`pylint.` stripped), in this order."""


def finding(check: str, message: str, place: Place, advice: str = "") -> Plain:
    """One finding, its text cleaned and its numbers in range."""
    return {
        "check": check,
        "message": clean(message),
        "file": clean(place.file, MAX_PATH),
        "line": min(max(place.line, 0), MAX_LINE),
        "column": min(max(place.column, 0), MAX_LINE),
        "advice": clean(advice),
    }


def sign(kind: str, message: str, place: Place) -> Plain:
    """One integrity entry: something that a person should look at."""
    plain = finding(kind, message, place)
    return {"kind": kind, **{key: plain[key] for key in ("message", "file", "line")}}


def trouble(message: str, place: Place) -> Plain:
    """One parse entry: why a file has no tree."""
    plain = finding("parse", message, place)
    return {key: plain[key] for key in ("file", "line", "column", "message")}


def result(
    check: str, outcome: Outcome, message: str = "", findings: Iterable[Plain] = ()
) -> Plain:
    """What one check came to."""
    return {
        "check": check,
        "outcome": outcome,
        "message": clean(message),
        "findings": list(findings),
    }


def concluded(check: str, findings: Iterable[Plain], missing: str) -> Plain:
    """Failed with findings; without any, skipped if some file could not be read, else passed."""
    kept = ordered(findings)
    if kept:
        return result(check, "failed", "", kept[:MAX_FINDINGS_PER_CHECK])
    return result(check, "skipped", missing) if missing else result(check, "passed")


def run_rule(rule: Rule, subject: Subject) -> Plain:
    """Run one rule over a submission; what it trips over stays with this rule."""
    try:
        return concluded(rule.name, list(_found(rule, subject)), subject.missing(rule))
    except (RecursionError, MemoryError):
        return result(rule.name, "error", f"{rule.name}: the code is nested too deeply to decide")
    except Exception as error:  # a rule's bug must not silence the other rules
        return result(
            rule.name, "error", f"{rule.name} failed with {type(error).__name__}: {error}"
        )


def ordered(findings: Iterable[Plain]) -> list[Plain]:
    """Findings by place, each once."""
    unique = {tuple(item.values()): item for item in findings}
    return sorted(
        unique.values(),
        key=lambda item: (
            item["file"],
            item["line"],
            item["column"],
            item["check"],
            item["message"],
        ),
    )


def _found(rule: Rule, subject: Subject) -> Iterator[Plain]:
    for tree in subject.trees(rule):
        for where, message in rule.check(tree):
            yield finding(rule.name, message, subject.locate(tree, where), rule.advice)
