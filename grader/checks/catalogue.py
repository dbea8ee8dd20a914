"""The trusted side: which checks there are, for validating rubrics and for the documentation.

Importing this imports pylint, which takes about a tenth of a second.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.checks.own import own_names
from grader.checks.protocol import OWN, PYLINT, Example, load_rule, rule_names
from grader.checks.python.lint import describe_symbol, known_symbols
from grader.model import Language

PYLINT_DOCS = "https://pylint.readthedocs.io/en/stable/user_guide/messages/messages_overview.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleDoc:
    """What a person may want to know of a check; examples are empty for pylint's messages."""

    name: str
    summary: str
    why: str
    advice: str = ""
    bad: tuple[Example, ...] = ()
    good: tuple[str, ...] = ()


def known_checks(language: Language, own_source: str | None = None) -> frozenset[str]:
    """Every name that a rubric of that language may ask for.

    `own_source` is the exercise's `hidden/checks.py`; ExerciseError when it cannot be read.
    """
    names = set(rule_names(language))
    names.update(own_names(own_source) if own_source is not None else ())
    if language == "python":
        names.update(PYLINT + symbol for symbol in known_symbols())
    return frozenset(names)


def describe(name: str) -> RuleDoc:
    """The documentation of a check of ours or of pylint's; KeyError for any other name."""
    if name.startswith(PYLINT):
        symbol = name.removeprefix(PYLINT)
        if symbol not in known_symbols():
            raise KeyError(name)
        summary, why = describe_symbol(symbol)
        return RuleDoc(name=name, summary=summary, why=why, advice=f"See {PYLINT_DOCS}.")
    if name.startswith(OWN):
        raise KeyError(name)
    rule = load_rule(name)
    return RuleDoc(
        name=rule.name,
        summary=rule.summary,
        why=rule.why,
        advice=rule.advice,
        bad=rule.bad,
        good=rule.good,
    )
