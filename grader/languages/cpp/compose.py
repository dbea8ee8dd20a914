"""The text that is compiled: an author's hidden source, made safe to sit beside the learner's.

After every `#include` of a learner's file, macros that redefine keywords or the words of the
hidden source are taken back; at the end, every SCENARIO is registered. Line numbers stay the
author's.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from grader.errors import ExerciseError

_SCENARIO = re.compile(r"^[ \t]*SCENARIO\([ \t]*([A-Za-z_]\w*)[ \t]*\)", re.MULTILINE)
_QUOTED_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"[ \t]*(?://.*)?$')
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_SPLICE = re.compile(r"\\[ \t\v\f]*(?:\r\n|\n|\r)")
_DEFINED = re.compile(r"define[\s\0]*([A-Za-z_$][\w$]*)")
_DEFINED_BEHIND_COMMENT = re.compile(r"define[\s\0]*/")
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_REGISTERING = {"Caller", "Registration", "run"}
RESTORE = "#include <grader/restore.hpp>"


def scenario_names(source: str) -> tuple[str, ...]:
    """The names of all SCENARIOs of a source, in order; comments do not count."""
    without = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
    return tuple(_SCENARIO.findall(without))


def macro_names(text: str) -> frozenset[str]:
    """Every word that a learner's file may define as a macro: too many rather than too few."""
    text = _SPLICE.sub("", text)
    names = _WORD if _DEFINED_BEHIND_COMMENT.search(text) else _DEFINED
    return frozenset(names.findall(text))


def compose(
    name: str, source: str, learner_files: Collection[str], macros: Collection[str] = ()
) -> str:
    """What is fed to the compiler for the hidden source called `name`.

    `macros` may be defined in the learner's files: they are taken back where the hidden source has
    a word of that name, for it never means the macro. Raises ExerciseError for an `#include "..."`
    of anything but a learner's file: the hidden folder is not there when the compiler runs.
    """
    scenarios = scenario_names(source)
    prefixed = {f"{prefix}_{it}" for it in scenarios for prefix in ("scenario", "registration")}
    words = {*_WORD.findall(source), *prefixed, *_REGISTERING}
    restore = [*(f"#undef {word}" for word in sorted(words.intersection(macros))), RESTORE]
    lines = [f'#line 1 "{name}"']
    for number, line in enumerate(source.splitlines(), start=1):
        lines.append(line)
        quoted = _QUOTED_INCLUDE.match(line)
        if quoted is None:
            continue
        if quoted[1] not in learner_files:
            raise ExerciseError(
                f'hidden/{name}:{number}: #include "{quoted[1]}" is not one of the learner\'s '
                f"files ({', '.join(sorted(learner_files))}); put shared code into this file"
            )
        lines += [*restore, f'#line {number + 1} "{name}"']
    lines.append('#line 1 "registrations"')
    lines += [f"GRADER_REGISTER({scenario});" for scenario in scenarios]
    return "\n".join(lines) + "\n"


def alone(header: str) -> str:
    """A source with nothing but the learner's header, which must be enough for itself."""
    return f'#line 1 "alone.cpp"\n#include "{header}"\n'
