"""Which checks there are, and what is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.checks.catalogue import describe, known_checks
from grader.checks.protocol import load_rule, rule_names
from grader.checks.reference import page

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_names_by_language() -> None:
    python, cpp = known_checks("python"), known_checks("cpp")
    assert {"py.unlocked-check-then-act", "pylint.unused-import"} <= python
    assert {"cpp.copyable-singleton", "cpp.missing-include"} <= cpp
    assert not any(name.startswith(("py.", "pylint.")) for name in cpp)
    assert not any(name.startswith("cpp.") for name in python)


def test_own_rules_count_for_their_exercise() -> None:
    own = "@own_rule('mine', summary='', advice='')\ndef check(module): ...\n"
    assert "own.mine" in known_checks("python", own)
    assert "own.mine" not in known_checks("python")


@pytest.mark.parametrize("name", [*rule_names("python"), *rule_names("cpp")])
def test_a_rule_is_named_after_its_file(name: str) -> None:
    assert load_rule(name).name == name
    assert describe(name).why


def test_pylint_messages_are_described() -> None:
    described = describe("pylint.dangerous-default-value")
    assert "default value" in described.summary
    assert described.why


@pytest.mark.parametrize("name", ["py.nothing", "pylint.nothing", "own.mine", "nothing", ""])
def test_other_names_are_unknown(name: str) -> None:
    with pytest.raises(KeyError):
        describe(name)


def test_the_page_of_rules_is_what_the_rules_say() -> None:
    """Mend it with `make rules`."""
    assert (DOCS / "rules-cpp.md").read_text(encoding="utf-8") == page("cpp")
