"""Names that macros put together with `##`: `CAT(__as, an_on_error)`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.checks.cpp.tokens import Token, directives


@dataclass(frozen=True, kw_only=True, slots=True)
class _Macro:
    parameters: tuple[str, ...]
    body: tuple[Token, ...]


def pasted_names(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, str]]:
    """What uses of pasting macros paste, and the token that uses them.

    Macros that only call a pasting macro count like one that pastes their arguments in order.
    Deeper detours are left to the tree, where names are complete.
    """
    macros = _macros(tokens)
    pasting = {
        name for name, macro in macros.items() if any(item.text == "##" for item in macro.body)
    }
    calling = {
        name
        for name, macro in macros.items()
        if name not in pasting and any(item.text in pasting for item in macro.body)
    }
    for index, token in enumerate(tokens):
        if token.kind != "identifier" or token.text not in pasting | calling:
            continue
        arguments = _arguments(tokens, index + 1)
        if token.text in calling:
            yield token, "".join(arguments)
        else:
            for name in _paste(macros[token.text], arguments):
                yield token, name


def _macros(tokens: tuple[Token, ...]) -> dict[str, _Macro]:
    found = {}
    for directive in directives(tokens):
        if directive.name != "define" or not directive.tokens:
            continue
        name, rest = directive.tokens[0], directive.tokens[1:]
        parameters: tuple[str, ...] = ()
        touches = rest and rest[0].text == "(" and rest[0].line == name.line
        if touches and rest[0].column == name.column + len(name.text):
            end = next((index for index, item in enumerate(rest) if item.text == ")"), len(rest))
            parameters = tuple(item.text for item in rest[:end] if item.kind == "identifier")
            rest = rest[end + 1 :]
        found[name.text] = _Macro(parameters=parameters, body=rest)
    return found


def _arguments(tokens: tuple[Token, ...], index: int) -> list[str]:
    """The texts of the arguments of a call whose `(` is at `index`, white space removed."""
    if index >= len(tokens) or tokens[index].text != "(":
        return []
    arguments, depth = [""], 0
    for token in tokens[index:]:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0:
            break
        if depth == 1 and token.text == ",":
            arguments.append("")
        elif not (depth == 1 and token.text == "("):
            arguments[-1] += token.text
    return arguments


def _paste(macro: _Macro, arguments: list[str]) -> Iterator[str]:
    """Every run of body tokens joined by `##`, with arguments in place of parameters."""
    given = dict(zip(macro.parameters, arguments, strict=False))
    joined, glue = "", False
    for token in macro.body:
        if token.text == "##":
            glue = True
            continue
        text = given.get(token.text, token.text)
        if glue:
            joined, glue = joined + text, False
        else:
            if joined:
                yield joined
            joined = text
    if joined:
        yield joined
