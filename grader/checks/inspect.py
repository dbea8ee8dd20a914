"""The inspection itself, inside the box: hostile source in, plain data out.

Reads no file of the submission and writes none; source arrives as bytes in the request.
"""

from __future__ import annotations

import base64
import json
from contextlib import AbstractContextManager
from typing import Any, get_args

from grader.checks.cpp.subject import CppSubject
from grader.checks.highlight import Highlighted, highlight, lexer
from grader.checks.limits import (
    MAX_ANSWER,
    MAX_FINDINGS,
    MAX_FINDINGS_PER_CHECK,
    MAX_INTEGRITY,
    MAX_PARSE,
)
from grader.checks.own import OwnRules, load_own
from grader.checks.protocol import OWN, PYLINT, load_rule, rule_names, rules
from grader.checks.python.lint import INFORMATIONAL, SYNTAX_ERROR, known_symbols
from grader.checks.python.subject import PythonSubject
from grader.checks.python.warm import warm_python
from grader.checks.results import Plain, Subject, ordered, result, run_rule
from grader.model import Language
from grader.sandbox import wire

INFORMED = (*INFORMATIONAL, SYNTAX_ERROR)


def inspect(request: dict[str, Any]) -> Plain:
    """Inspect one submission.

    `request` has `language` ("python" or "cpp"), `files` ([path, base64] pairs), `checks`
    (names), `own` (source of the exercise's `hidden/checks.py`, or None) and, for C++,
    `include_dirs`. The answer has `checks`, `findings`, `integrity` and `parse`, within the
    bounds of `grader.checks.limits`. KeyError, TypeError or ValueError for a request that
    is not like that.
    """
    language = _language(request)
    names = tuple(dict.fromkeys(map(str, request["checks"])))
    if not isinstance(request.get("own"), str | None):
        raise TypeError("own is neither a text nor None")
    own = load_own(request.get("own"))
    with _read(language, request) as subject:
        return _answer(language, subject, names, own)


def serve(requests_fd: int, replies_fd: int) -> None:
    """Answer frames until the other side closes the pipe."""
    while (frame := wire.read_frame(requests_fd)) is not None:
        reply: dict[str, Any] = {"nonce": frame.get("nonce")}
        try:
            reply["value"] = _value(frame)
        except (KeyError, TypeError, ValueError) as error:
            reply["fault"] = f"inspection refused: {type(error).__name__}: {error}"
        wire.write_frame(replies_fd, reply)


def _value(frame: dict[str, Any]) -> Plain | Highlighted:
    """The answer to one request; `highlight` has a `language` and a `text`."""
    if frame.get("op") == "highlight":
        if not isinstance(frame["text"], str):
            raise TypeError("text is none")
        return highlight(_language(frame), frame["text"])
    if frame.get("op") != "inspect":
        raise ValueError(f"no such operation: {frame.get('op')}")
    return inspect(frame)


def _language(request: dict[str, Any]) -> Language:
    language: Language = request["language"]
    if language not in ("python", "cpp"):
        raise ValueError(f"no such language: {language}")
    return language


def warm() -> None:
    """Do now, before any fork, what every inspection would otherwise do again.

    Answers are the same without; they take longer.
    """
    warm_python()
    rules("cpp")
    for language in get_args(Language):
        lexer(language)


def _read(language: Language, request: dict[str, Any]) -> AbstractContextManager[Subject]:
    files = [
        (str(path), base64.b64decode(content, validate=True)) for path, content in request["files"]
    ]
    if language == "python":
        return PythonSubject(files)
    return CppSubject(files, tuple(map(str, request["include_dirs"])))


def _answer(language: Language, subject: Subject, names: tuple[str, ...], own: OwnRules) -> Plain:
    """Everything is run once: what was asked for, and then what nobody asked for."""
    asked = {name: _check(name, language, subject, own) for name in names if _is_rule(name)}
    linted = _lint(language, subject, names)
    asked.update({name: linted[name] for name in names if name in linted})
    unasked = [
        *(run_rule(rule, subject) for rule in rules(language) if rule.name not in asked),
        *(outcome for name, outcome in linted.items() if name not in asked),
    ]
    found = [item for outcome in unasked for item in outcome["findings"]]
    return _fitted(
        {
            "checks": [asked[name] for name in names],
            "findings": ordered([*subject.notes, *found])[:MAX_FINDINGS],
            "integrity": subject.integrity[:MAX_INTEGRITY],
            "parse": subject.parse[:MAX_PARSE],
        }
    )


def _fitted(answer: Plain) -> Plain:
    """Fewer findings where they would not fit into a frame: outcomes are never dropped."""
    for most in (MAX_FINDINGS_PER_CHECK, 10, 3, 1):
        for outcome in answer["checks"]:
            del outcome["findings"][most:]
        if len(json.dumps(answer)) <= MAX_ANSWER:
            break
        del answer["findings"][most:]
    return answer


def _is_rule(name: str) -> bool:
    return not name.startswith(PYLINT)


def _check(name: str, language: Language, subject: Subject, own: OwnRules) -> Plain:
    if name.startswith(OWN):
        if name not in own.rules:
            return result(name, "error", own.broken or f"hidden/checks.py has no rule {name}")
        return run_rule(own.rules[name], subject)
    if name not in rule_names(language):
        return result(name, "error", f"there is no check {name} for {language}")
    return run_rule(load_rule(name), subject)


def _lint(language: Language, subject: Subject, names: tuple[str, ...]) -> dict[str, Plain]:
    """Results of the messages asked for and of the informational ones, by name."""
    symbols = [name.removeprefix(PYLINT) for name in names if not _is_rule(name)]
    known = {symbol for symbol in symbols if symbol in known_symbols() or symbol == SYNTAX_ERROR}
    unknown = {
        PYLINT + symbol: result(PYLINT + symbol, "error", f"pylint has no message {symbol}")
        for symbol in symbols
        if symbol not in known
    }
    informed = INFORMED if language == "python" else ()
    wanted = tuple(dict.fromkeys([*sorted(known), *informed]))
    return unknown | {item["check"]: item for item in subject.lint(wanted)}
