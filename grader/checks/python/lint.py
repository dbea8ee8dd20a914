"""pylint without its command line: no configuration file, no pragma, no plugin, no file.

`pylint.Run` reads configuration and runs an `init-hook`; here a linter is put together from
pylint's parts, given trees that were built from memory, and asked for chosen messages only.
In-source pragmas act through `PyLinter.process_tokens`, which is never called, and through
patterns of the checker of long lines, which are replaced.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import astroid
from pylint.checkers import BaseChecker, BaseRawFileChecker, BaseTokenChecker, initialize
from pylint.checkers import format as long_lines
from pylint.lint import PyLinter
from pylint.reporters import CollectingReporter
from pylint.utils import ASTWalker, FileState

from grader.checks.python.source import PythonFile

SYNTAX_ERROR = "syntax-error"

INFORMATIONAL = (
    "access-member-before-definition",
    "arguments-differ",
    "assert-on-tuple",
    "assignment-from-none",
    "bad-indentation",
    "bare-except",
    "broad-exception-caught",
    "cell-var-from-loop",
    "consider-using-with",
    "dangerous-default-value",
    "duplicate-key",
    "expression-not-assigned",
    "function-redefined",
    "global-variable-not-assigned",
    "lost-exception",
    "method-cache-max-size-none",
    "modified-iterating-list",
    "pointless-statement",
    "possibly-used-before-assignment",
    "raise-missing-from",
    "redefined-builtin",
    "return-in-finally",
    "self-assigning-variable",
    "subprocess-run-check",
    "undefined-variable",
    "unreachable",
    "unspecified-encoding",
    "unused-import",
    "unused-variable",
    "used-before-assignment",
    "useless-with-lock",
    "wildcard-import",
)
"""Messages that help a learner in review. Nothing on style, naming, length or docstrings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One pylint message at a 1-based line; `offset` counts bytes from 0."""

    symbol: str
    text: str
    line: int
    offset: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Lint:
    """Messages of one file, and the symbols of which nothing is known, with the reason."""

    messages: tuple[Message, ...]
    broken: dict[str, str]


_NOTHING = re.compile("(?!)")
_NEEDS_OTHER_FILES = {
    "cyclic-import",
    "deprecated-module",
    "duplicate-code",
    "import-error",
    "import-self",
    "no-name-in-module",
    "non-ascii-file-name",
    "preferred-module",
    "relative-beyond-top-level",
    "ungrouped-imports",
    "wrong-import-order",
}
"""Messages that depend on what is installed around a file, which a check never sees."""


@cache
def known_symbols() -> frozenset[str]:
    """Every message that our linter can be asked for: those on the source of one file."""
    linter = prepared_linter()
    about_itself = {definition.symbol for definition in linter.messages} - {SYNTAX_ERROR}
    every = {definition.symbol for definition in linter.msgs_store.messages}
    return frozenset(every - about_itself - _NEEDS_OTHER_FILES)


def describe_symbol(symbol: str) -> tuple[str, str]:
    """Summary and explanation of a message, as pylint documents it."""
    definition = prepared_linter().msgs_store.get_message_definitions(symbol)[0]
    return definition.msg, definition.description


@cache
def prepared_linter() -> PyLinter:
    """A linter with pylint's own checkers and default options, informational messages on."""
    # Patterns for pragmas, whose time grows with the square or the cube of a line's length.
    vars(long_lines).update(OPTION_PO=_NOTHING, _IGNORED_PRAGMA_RGX=_NOTHING)
    linter = PyLinter(reporter=CollectingReporter())
    initialize(linter)
    linter.disable("all")
    for symbol in INFORMATIONAL:
        linter.enable(symbol)
    linter.initialize()
    linter.open()
    return linter


def lint(file: PythonFile, symbols: Iterable[str]) -> Lint:
    """Run the checkers behind `symbols` and INFORMATIONAL on a file that has a tree.

    Each checker walks by itself, so that one that fails takes only its own messages along.
    """
    assert file.module is not None
    wanted = tuple(dict.fromkeys([*symbols, *INFORMATIONAL]))
    linter = prepared_linter()
    collector = linter.reporter
    broken: dict[str, str] = {}
    with _enabled(linter, wanted):
        collector.messages = []
        linter.set_current_module(file.module.name, file.module.file)
        linter.file_state = FileState(file.module.name, linter.msgs_store, file.module)
        linter.current_file = file.module.file
        for checker in linter.prepare_checkers()[1:]:  # the first is the linter itself
            kept = list(collector.messages)
            reason = _run(linter, checker, file)
            if reason:
                collector.messages = kept
                broken.update(_symbols_of(checker, wanted, reason))
        messages = collector.messages
    return Lint(messages=tuple(_plain(item) for item in messages), broken=broken)


def _run(linter: PyLinter, checker: BaseChecker, file: PythonFile) -> str:
    """Run one checker; the reason of its failure, or nothing."""
    walker = ASTWalker(linter)
    try:
        # On failure the walker prints a traceback of its own; it is of no use to anybody.
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            checker.open()
            walker.add_checker(checker)
            if isinstance(checker, BaseRawFileChecker):
                checker.process_module(file.module)
            if isinstance(checker, BaseTokenChecker):
                checker.process_tokens(list(file.tokens))
            walker.walk(file.module)
            checker.close()
    except RecursionError:
        return "the file is nested too deeply for this check"
    except MemoryError:
        return "the file needs too much memory for this check"
    except Exception as error:  # whatever a checker trips over, the others can still speak
        return f"pylint's {checker.name} checker failed: {type(error).__name__}"
    return ""


@contextlib.contextmanager
def _enabled(linter: PyLinter, symbols: tuple[str, ...]) -> Iterator[None]:
    more = tuple(symbol for symbol in symbols if symbol not in INFORMATIONAL)
    for symbol in more:
        linter.enable(symbol)
    try:
        yield
    finally:
        for symbol in more:
            linter.disable(symbol)


def _symbols_of(checker: BaseChecker, wanted: tuple[str, ...], reason: str) -> dict[str, str]:
    own = {definition.symbol for definition in checker.messages}
    return {symbol: reason for symbol in wanted if symbol in own}


def _plain(message: object) -> Message:
    return Message(
        symbol=message.symbol,  # type: ignore[attr-defined]
        text=message.msg,  # type: ignore[attr-defined]
        line=message.line,  # type: ignore[attr-defined]
        offset=message.column,  # type: ignore[attr-defined]
    )


def forget(name: str) -> None:
    """Drop a submission's module from astroid's cache, where the next one would find it."""
    astroid.MANAGER.astroid_cache.pop(name, None)
