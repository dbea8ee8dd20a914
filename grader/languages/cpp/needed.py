"""What a hidden scenario found missing in a learner's code, told by its public name alone."""

from __future__ import annotations

import re

_Q = "['\u2018\u2019`]"
_NAME = r"(?P<name>[A-Za-z_][\w:~]{0,100})"
_INSIDE = r"[^\u2018\u2019]"
_OWNER = (
    r"(?:const )?(?:class |struct )?(?P<owner>[A-Za-z_][\w:]{0,100})(?:<[^\u2018\u2019'`]{0,200}>)?"
)
_TOLD: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"^{_Q}{_OWNER}{_Q} has no member named {_Q}{_NAME}{_Q}"
            rf"|^no member named {_Q}(?P<name2>\w+){_Q} in {_Q}(?P<owner2>[\w:]+)[<\w:, >]*{_Q}"
        ),
        "the task needs a public member `{name}` in `{owner}`, and there is none",
    ),
    (
        re.compile(
            rf"^{_Q}{_NAME}{_Q} (?:was not declared in this scope|does not name a type"
            rf"|has not been declared)"
            rf"|^(?:use of undeclared identifier|unknown type name|no (?:type|template) named)"
            rf" {_Q}(?P<name2>\w+){_Q}"
        ),
        "the task needs the name `{name}`, and your files declare nothing of that name",
    ),
    (
        re.compile(
            rf"^{_Q}{_INSIDE}{{0,200}}?(?P<owner>\w+)(?:<{_INSIDE}*>)?::(?P<name>~?\w+)"
            rf"(?:\({_INSIDE}*\){_INSIDE}*)?{_Q}"
            rf" is (?:private|protected) within this context"
            rf"|^{_Q}(?P<name2>\w+){_Q} is a (?:private|protected) member of {_Q}(?P<owner2>[\w:]+)"
        ),
        "the task uses `{name}` of `{owner}` from outside, so it has to be public",
    ),
    (
        re.compile(
            rf"^no matching function for call to "
            rf"{_Q}(?P<owner>\w+)(?:<{_INSIDE}*>)?::(?P=owner)\(\){_Q}"
        ),
        "the task makes a `{owner}` without arguments, and it has no constructor for that",
    ),
    (
        re.compile(
            rf"^no matching function for call to {_Q}(?P<owner>\w+)(?:<{_INSIDE}*>)?::(?P=owner)\("
            rf"(?P<name>{_INSIDE}{{0,200}})\){_Q}"
        ),
        "the task makes a `{owner}` from ({name}), and it has no constructor that takes these",
    ),
    (
        re.compile(rf"^no matching constructor for initialization of {_Q}(?P<owner>[\w:]+)"),
        "the task makes a `{owner}` in a way that none of its constructors takes",
    ),
    (
        re.compile(
            rf"^no matching (?:member )?function for call to {_Q}(?:{_OWNER}::)?{_NAME}"
            rf"(?:\({_INSIDE}*\))?{_Q}"
        ),
        "the task calls `{name}` with arguments that it does not take",
    ),
    (
        re.compile(r"^too (?:few|many) arguments to function call"),
        "the task calls a function of yours with more or fewer arguments than it takes",
    ),
)


def needed(message: str) -> tuple[str, str]:
    """A message about the hidden source in plain words, and the name of the class that it is about.

    Both are empty for messages of another kind.
    """
    for pattern, words in _TOLD:
        found = pattern.search(message)
        if found is None:
            continue
        groups = found.groupdict()
        name = groups.get("name") or groups.get("name2") or ""
        owner = groups.get("owner") or groups.get("owner2") or ""
        return words.format(name=name, owner=owner), owner or name
    return "", ""
