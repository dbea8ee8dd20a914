"""What a static rule is, and where rules are found.

One rule a file: `rules/<language>/<name>.py` is the rule `py.<name>` or `cpp.<name>`, with
underscores for dashes. A new file is a new rule; nothing else has to know of it.

An exercise's own rules live in its `hidden/checks.py`, marked with `own_rule`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from grader.model import Language

Found = tuple[Any, str]
"""A place (an astroid node, a libclang cursor, or a `Place`) and what is wrong there."""

Check = Callable[[Any], Iterable[Found]]
"""Takes an astroid module (Python) or a `grader.checks.cpp.unit.Unit` (C++)."""

PREFIXES: dict[Language, str] = {"python": "py", "cpp": "cpp"}
PYLINT = "pylint."
OWN = "own."


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place that is no node of a tree. Line and column count from 1; column 0 is unknown."""

    file: str
    line: int
    column: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """Source that a rule objects to, and the lines (1-based) at which it does."""

    source: str
    lines: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A static rule: its documentation, the examples that test it, and the check itself.

    `why` is the rule's docstring, in the learner's words; `advice` is the next step. A C++ rule
    with `tokens_only` (a module attribute TOKENS_ONLY) runs on code that does not parse, too.
    """

    name: str
    summary: str
    advice: str
    why: str
    check: Check
    bad: tuple[Example, ...] = ()
    good: tuple[str, ...] = ()
    tokens_only: bool = False


AnyCheck = TypeVar("AnyCheck", bound=Check)


def own_rule(name: str, *, summary: str, advice: str) -> Callable[[AnyCheck], AnyCheck]:
    """Mark a function of an exercise's `hidden/checks.py` as the rule `own.<name>`."""

    def mark(check: AnyCheck) -> AnyCheck:
        why = (check.__doc__ or summary).strip()
        rule = Rule(name=OWN + name, summary=summary, advice=advice, why=why, check=check)
        check.__dict__["own_rule"] = rule
        return check

    return mark


@cache
def rule_names(language: Language) -> tuple[str, ...]:
    """The names of our rules for `language`, sorted; reads a directory, imports no rule."""
    package = importlib.import_module(f"grader.checks.rules.{language}")
    stems = (info.name for info in pkgutil.iter_modules(package.__path__))
    prefix = PREFIXES[language]
    return tuple(sorted(f"{prefix}.{stem.replace('_', '-')}" for stem in stems))


@cache
def load_rule(name: str) -> Rule:
    """The rule of that name; KeyError when there is none, AttributeError when it is incomplete."""
    language = next(
        (key for key, prefix in PREFIXES.items() if name.startswith(prefix + ".")), None
    )
    if language is None or name not in rule_names(language):
        raise KeyError(name)
    stem = name.partition(".")[2].replace("-", "_")
    module = importlib.import_module(f"grader.checks.rules.{language}.{stem}")
    return Rule(
        name=module.NAME,
        summary=module.SUMMARY,
        advice=module.ADVICE,
        why=(module.__doc__ or "").strip(),
        bad=module.BAD,
        good=module.GOOD,
        check=module.check,
        tokens_only=getattr(module, "TOKENS_ONLY", False),
    )


def rules(language: Language) -> tuple[Rule, ...]:
    """Every rule of ours for `language`, by name."""
    return tuple(load_rule(name) for name in rule_names(language))
