"""Comments and code that try to have a say in their own review. They are noted, never obeyed."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterator

from astroid import nodes

from grader.checks.protocol import Place
from grader.checks.python.names import called, qualified
from grader.checks.python.source import PythonFile
from grader.checks.results import Plain, finding, sign

PRAGMA = "py.ignored-pragma"
# Without what may come before it: a pattern for that takes hours for a line of 200,000 hashes.
_ASKS = re.compile(
    r"(?P<what>pylint:\s*[\w-]+(?:\s*=\s*[\w-]+)?|noqa\b|type:\s*ignore\b|mypy:\s*[\w-]+"
    r"|flake8:\s*noqa|ruff:\s*noqa|nosec\b|pragma:\s*no\s?cover|pyright:\s*[\w-]+)",
    re.IGNORECASE,
)
_SILENCES_ALL = re.compile(
    r"pylint:\s*(skip-file|disable-all|disable(-next)?\s*=\s*all\b)", re.IGNORECASE
)

_MACHINERY = (
    "grader",
    "grader_box",
    "frontrun",
    "pytest",
    "_pytest",
    "pluggy",
    "__main__",
    "ctypes",
)
_REACHES = {
    "os._exit": "leaves the process without a trace",
    "os.abort": "leaves the process without a trace",
    "sys._getframe": "looks at the code that called it",
    "sys._current_frames": "looks at the code of other threads",
    "inspect.currentframe": "looks at the code that called it",
    "inspect.stack": "looks at the code that called it",
    "gc.get_objects": "looks at every object of the process",
    "gc.get_referrers": "looks at the owners of an object",
    "sys.settrace": "watches or changes other code as it runs",
    "threading.settrace": "watches or changes other code as it runs",
}
_EXECUTES = {"builtins.exec", "builtins.eval", "builtins.compile", "builtins.__import__"}


def ignored_pragmas(file: PythonFile) -> Iterator[Plain]:
    """A note for every comment that asks some tool to be silent."""
    for place, what in _pragmas(file):
        message = f"`{what}` has no effect here: every check looks at the code itself"
        yield finding(PRAGMA, message, place, "Mend what the comment hides, then delete it.")


def tampering(file: PythonFile) -> Iterator[Plain]:
    """Signs that a submission wants to switch off, leave or reach around its grading."""
    for place, what in _pragmas(file):
        if _SILENCES_ALL.match(what):
            yield sign("pragma", f"`{what}` asks for the whole file to be left unread", place)
    if file.encoding:
        message = f"in the encoding {file.encoding} source does not read as it looks"
        yield sign("encoding", message, Place(file=file.path, line=1))
    if file.module is not None:
        yield from _reaching(file, file.module)


def _pragmas(file: PythonFile) -> Iterator[tuple[Place, str]]:
    for item in file.tokens:
        if item.type == tokenize.COMMENT:
            match = _ASKS.search(item.string)
            if match:
                line, offset = item.start
                column = offset + match.start("what") + 1
                yield Place(file=file.path, line=line, column=column), match["what"]


def _reaching(file: PythonFile, module: nodes.Module) -> Iterator[Plain]:
    kinds = (nodes.Import, nodes.ImportFrom, nodes.Call)
    for node in module.nodes_of_class(kinds):
        place = Place(file=file.path, line=node.lineno or 0)
        if isinstance(node, nodes.Call):
            name = called(node)
            if name in _REACHES:
                yield sign("reaches-out", f"`{name}` {_REACHES[name]}", place)
            elif name in _EXECUTES and not _is_literal(node):
                short = name.partition(".")[2]
                yield sign("hidden-code", f"`{short}` runs code that is not in the file", place)
        else:
            yield from _imports(node, place)


def _imports(node: nodes.Import | nodes.ImportFrom, place: Place) -> Iterator[Plain]:
    named = (
        [node.modname] if isinstance(node, nodes.ImportFrom) else [item for item, _ in node.names]
    )
    for name in named:
        if name.partition(".")[0] in _MACHINERY:
            yield sign("reaches-out", f"imports `{name}`, which no repair needs", place)


def _is_literal(call: nodes.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], nodes.Const) and bool(qualified(call.func))
