"""Which names of the standard library a file uses, and which headers it includes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from grader.checks.cpp.tokens import Token, directives
from grader.languages.cpp.standard import PROVIDERS

_EVERYTHING = "bits/stdc++.h"


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """A name of the standard library, and the headers (best first) that promise it."""

    name: str
    token: Token
    headers: tuple[str, ...]


def includes(tokens: tuple[Token, ...]) -> tuple[str, ...] | None:
    """The headers that a file includes itself, bare names; None when that cannot be told."""
    found: list[str] = []
    for directive in directives(tokens):
        if directive.name in ("include", "include_next", "import"):
            header = directive.tokens[0] if directive.tokens else None
            if header is None or header.kind != "header":
                return None
            found.append(header.text[1:-1])
    if _EVERYTHING in found or _imports_std(tokens):
        return None
    return tuple(found)


def standard_uses(tokens: tuple[Token, ...]) -> Iterator[Use]:
    """Every `std::name` of the table, outside of directives' own lines or not."""
    for index in range(len(tokens) - 2):
        token = tokens[index]
        if token.text == "std" and token.kind == "identifier" and tokens[index + 1].text == "::":
            named = tokens[index + 2]
            if named.text in PROVIDERS and not _is_qualified(tokens, index):
                yield Use(name=named.text, token=token, headers=PROVIDERS[named.text])


def _is_qualified(tokens: tuple[Token, ...], index: int) -> bool:
    """`other::std::x` is another namespace's `std`."""
    return index >= 2 and tokens[index - 1].text == "::" and tokens[index - 2].kind == "identifier"


def _imports_std(tokens: tuple[Token, ...]) -> bool:
    texts = [token.text for token in tokens if token.kind == "identifier"]
    return any(
        first == "import" and second in ("std", "compat")
        for first, second in itertools.pairwise(texts)
    )
