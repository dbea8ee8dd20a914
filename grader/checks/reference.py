"""The rules of a language as a page of Markdown, such as docs/rules-cpp.md (`make rules`)."""

from __future__ import annotations

from collections.abc import Iterator

from grader.checks.protocol import Rule, rules
from grader.model import Language

TITLES: dict[Language, str] = {"python": "Rules for Python", "cpp": "Rules for C++"}


def page(language: Language) -> str:
    """Every rule of `language`: what it is for, what it accepts, one bad and one good example."""
    listed = rules(language)
    lines = [
        f"# {TITLES[language]}",
        "",
        "What a rubric may name under `checks`. Each rule is a file in "
        f"`grader/checks/rules/{language}/`,",
        "and this page is made from them: `make rules`.",
        "",
        "| rule | finds |",
        "|---|---|",
        *(f"| [`{rule.name}`](#{_anchor(rule.name)}) | {rule.summary} |" for rule in listed),
    ]
    for rule in listed:
        lines += _section(rule, language)
    return "\n".join(lines) + "\n"


def _section(rule: Rule, language: Language) -> Iterator[str]:
    yield from ("", f"## {rule.name}", "", rule.why, "", f"**Next step:** {rule.advice}")
    bad = rule.bad[0]
    numbers = ", ".join(map(str, bad.lines))
    yield from ("", f"Bad, in line {numbers}:", "", f"```{language}", bad.source.strip(), "```")
    yield from ("", "Good:", "", f"```{language}", rule.good[0].strip(), "```")


def _anchor(name: str) -> str:
    return name.replace(".", "")
