"""Every rule against its own examples, and against more repairs and mistakes in `cases/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.checks.protocol import Rule, load_rule, rules
from grader.model import Language

CASES = Path(__file__).parent / "cases"
ALL_RULES = [rule for language in ("python", "cpp") for rule in rules(language)]


def language_of(name: str) -> Language:
    return "python" if name.startswith("py.") else "cpp"


def examples() -> list[Any]:
    listed: list[Any] = []
    for rule in ALL_RULES:
        for number, bad in enumerate(rule.bad):
            listed.append(
                pytest.param(rule.name, bad.source, bad.lines, id=f"{rule.name}-bad{number}")
            )
        for number, good in enumerate(rule.good):
            listed.append(pytest.param(rule.name, good, (), id=f"{rule.name}-good{number}"))
    return listed


def cases() -> list[Any]:
    listed: list[Any] = []
    for path in sorted(CASES.glob("*/*.case")):
        source = path.read_text(encoding="utf-8")
        numbered = enumerate(source.split("\n"), start=1)
        lines = tuple(number for number, line in numbered if line.endswith(("# found", "// found")))
        assert bool(lines) == path.name.startswith("bad_"), path
        listed.append(
            pytest.param(path.parent.name, source, lines, id=f"{path.parent.name}-{path.stem}")
        )
    return listed


@pytest.mark.parametrize(("name", "source", "lines"), [*examples(), *cases()])
def test_rule_finds_exactly_these_lines(
    name: str, source: str, lines: tuple[int, ...], inspect_source: Callable[..., dict[str, Any]]
) -> None:
    answer = inspect_source(source, [name], language_of(name))
    (outcome,) = answer["checks"]
    assert load_rule(name).tokens_only or answer["parse"] == []
    assert tuple(item["line"] for item in outcome["findings"]) == lines, outcome
    assert outcome["outcome"] == ("failed" if lines else "passed"), outcome


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_rule_is_documented(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.advice.endswith(".")
    assert len(rule.why) > 80
    assert rule.bad
    assert rule.good


def test_rules_have_unique_names_and_summaries() -> None:
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.summary for rule in ALL_RULES}) == len(ALL_RULES)


def test_every_case_folder_is_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} <= {rule.name for rule in ALL_RULES}
