"""From a learner's bytes to text, tokens and a tree, without ever raising on what they wrote."""

from __future__ import annotations

import ast
import contextlib
import io
import token
import tokenize
import warnings
from dataclasses import dataclass

import astroid
from astroid import nodes
from astroid.builder import AstroidBuilder

from grader.checks.python.imports import contain_imports

MAX_SOURCE_BYTES = 256 * 1024
"""Far above any exercise's file; a larger one would only keep the analysers busy."""

_PRINTABLE = "".join(map(chr, range(32, 127)))
_DEEP = "this file is nested too deeply to be analysed; split the expression or block"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """Why a file has no tree. Line and column count from 1; 0 means unknown."""

    message: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PythonFile:
    """One file: what could be made of it, and what stood in the way of the rest.

    `tokens` end where tokenizing failed. `module` is None exactly when `trouble` says why.
    `encoding` is set when it is one in which source does not read as it looks.
    """

    path: str
    text: str
    tokens: tuple[tokenize.TokenInfo, ...]
    module: nodes.Module | None
    trouble: Trouble | None
    encoding: str = ""

    def column(self, line: int, offset: int) -> int:
        """The 1-based column in characters of a byte offset in a line."""
        lines = self.text.split("\n")
        if not 0 < line <= len(lines):
            return 0
        return (
            len(lines[line - 1].encode("utf-8", "replace")[:offset].decode("utf-8", "ignore")) + 1
        )


class _Unreadable(Exception):
    """Bytes that are no Python text; the only argument is the `Trouble`."""


def read_python(path: str, content: bytes, module_name: str) -> PythonFile:
    """Decode, tokenize and parse one file; nothing is imported, executed or written."""
    contain_imports()
    try:
        text, encoding = _decode(content)
    except _Unreadable as error:
        return PythonFile(path=path, text="", tokens=(), module=None, trouble=error.args[0])
    parsed = _parse(text, module_name, "/submission/" + path)
    return PythonFile(
        path=path,
        text=text,
        tokens=_tokens(text),
        module=parsed if isinstance(parsed, nodes.Module) else None,
        trouble=parsed if isinstance(parsed, Trouble) else None,
        encoding=encoding,
    )


def _decode(content: bytes) -> tuple[str, str]:
    """The text, with single line feeds, and the encoding when it is a suspicious one."""
    if len(content) > MAX_SOURCE_BYTES:
        limit = MAX_SOURCE_BYTES // 1024
        message = f"this file has {len(content) // 1024} KiB; files over {limit} KiB are not read"
        raise _Unreadable(Trouble(message=message))
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise _Unreadable(Trouble(message="source code cannot contain NUL bytes", line=line))
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except (SyntaxError, LookupError, ValueError) as error:
        if _python_reads(content):
            return _lines(content.decode("utf-8-sig", errors="replace")), ""
        if isinstance(error, UnicodeDecodeError):
            raise _Unreadable(_undecodable(content, error)) from None
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as reason:
            raise _Unreadable(_undecodable(content, reason)) from None
        message = f"unusable encoding: {error}"
        raise _Unreadable(Trouble(message=message, line=1)) from None
    return _lines(text), "" if _reads_as_it_looks(encoding) else encoding


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _python_reads(content: bytes) -> bool:
    """Whether Python takes these bytes, which cannot be decoded.

    An import (not a script) passes over comments that are not UTF-8, and the tests import.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(content, "submission", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _undecodable(content: bytes, error: UnicodeDecodeError) -> Trouble:
    line = content[: error.start].count(b"\n") + 1
    return Trouble(message=f"this file is not valid {error.encoding} text", line=line)


def _reads_as_it_looks(encoding: str) -> bool:
    """Whether plain ASCII means itself; in utf-7 or unicode_escape code can hide in comments."""
    try:
        return _PRINTABLE.encode().decode(encoding) == _PRINTABLE
    except UnicodeError:
        return False


def _tokens(text: str) -> tuple[tokenize.TokenInfo, ...]:
    found = [tokenize.TokenInfo(token.ENCODING, "utf-8", (0, 0), (0, 0), "")]
    # Tokens up to an error are still worth reading, and the parser reports the error itself.
    with contextlib.suppress(tokenize.TokenError, SyntaxError):
        found.extend(tokenize.generate_tokens(io.StringIO(text).readline))
    return tuple(found)


def _parse(text: str, module_name: str, path: str) -> nodes.Module | Trouble:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return AstroidBuilder(astroid.MANAGER).string_build(text, module_name, path)
    except (RecursionError, MemoryError):
        return Trouble(message=_DEEP)
    except astroid.AstroidSyntaxError as error:
        return _trouble(error.error)
    except astroid.AstroidError as error:
        return Trouble(message=f"this file could not be analysed: {error}")
    except ValueError as error:  # lone surrogates, for one
        return Trouble(message=f"this file is not valid Python text: {error}")


def _trouble(error: object) -> Trouble:
    if isinstance(error, SyntaxError):
        line, column = error.lineno or 0, error.offset or 0
        return Trouble(
            message=error.msg or "invalid syntax", line=max(line, 0), column=max(column, 0)
        )
    if isinstance(error, MemoryError):
        return Trouble(message=_DEEP)
    return Trouble(message=str(error) or "invalid syntax")
