"""A C++ submission parsed once, from memory: tokens of every file, and one tree for all."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from clang import cindex
from clang.cindex import CursorKind, Diagnostic

from grader.checks.cpp.headers import includes, standard_uses
from grader.checks.cpp.tokens import Token, tokenize
from grader.checks.protocol import Place

ROOT = "/submission/"
MAIN = ROOT + "grader-main.cpp"
MAX_SOURCE_BYTES = 256 * 1024
MAX_STATEMENT_TOKENS = 20_000
MAX_WARNINGS = 100
STACK_BYTES = 128 * 1024 * 1024
"""clang recurses, at up to 8 KiB of stack for each token (measured on casts of casts)."""
HEADERS = (".hpp", ".h", ".hh", ".hxx")
SOURCES = (".cpp", ".cc", ".cxx")
OPTIONS = (
    "-x", "c++", "-std=c++20", "-pthread", "-nostdinc", "-nostdinc++", "-ferror-limit=20",
    "-ftemplate-depth=256", "-fno-spell-checking", "-Wall", "-Wextra",
    "-fconstexpr-steps=20000",  # no rule needs what an expression computes; g++ judges that
    # g++ has none of these, and what they say is no mistake
    "-Wno-unused-private-field", "-Wno-missing-braces", "-Wno-unused-lambda-capture",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class CppFile:
    """One file and its tokens. `trouble` says why it was not read at all."""

    path: str
    content: bytes = field(repr=False)
    tokens: tuple[Token, ...] = field(repr=False)
    trouble: str = ""

    def column(self, line: int, offset: int) -> int:
        """The 1-based column in characters of a 1-based column in bytes."""
        lines = self.content.split(b"\n")
        if not 0 < line <= len(lines) or offset < 1:
            return 0
        return len(lines[line - 1][: offset - 1].decode("utf-8", "replace")) + 1


@dataclass(eq=False, slots=True)
class Node:
    """A cursor with its parent: libclang tells parents of declarations only."""

    cursor: cindex.Cursor
    parent: Node | None
    children: list[Node] = field(default_factory=list)

    @property
    def kind(self) -> CursorKind:
        """The cursor's kind."""
        return self.cursor.kind

    @property
    def spelling(self) -> str:
        """The cursor's name; empty for most expressions."""
        return str(self.cursor.spelling)

    def walk(self, *kinds: CursorKind) -> Iterator[Node]:
        """This node and all below it, in source order, of these kinds (or all)."""
        stack = [self]
        while stack:
            node = stack.pop()
            if not kinds or node.kind in kinds:
                yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> Iterator[Node]:
        """From the parent outwards."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """What a C++ rule gets. `roots` are the files' own top-level declarations; they are
    empty when the code did not parse, and rules that need them are then not called. `warnings`
    are the first of those that clang has with -Wall -Wextra about these files.
    """

    files: tuple[CppFile, ...]
    roots: tuple[Node, ...] = ()
    errors: tuple[tuple[str, Place], ...] = ()
    include_dirs: tuple[str, ...] = ()
    warnings: tuple[tuple[str, Place], ...] = ()

    def walk(self, *kinds: CursorKind) -> Iterator[Node]:
        """All nodes of these kinds in the submission's own files."""
        for root in self.roots:
            yield from root.walk(*kinds)


def read_cpp(files: list[tuple[str, bytes]], include_dirs: tuple[str, ...]) -> Unit:
    """Tokenize and parse. Nothing is compiled; headers come from `include_dirs` in order.

    ValueError when the standard library is not to be read there: that is never the learner's
    fault, but would look like a missing header.
    """
    if not any(_can_read(os.path.join(folder, "cstddef")) for folder in include_dirs):
        raise ValueError("the standard library's headers cannot be read in include_dirs")
    read = tuple(
        _read(path, content) for path, content in files if path.endswith(HEADERS + SOURCES)
    )
    unread = [(item.trouble, Place(file=item.path, line=0)) for item in read if item.trouble]
    if unread or not read:
        return Unit(files=read, errors=tuple(unread), include_dirs=include_dirs)
    arguments = [*OPTIONS, *(part for folder in include_dirs for part in ("-isystem", folder))]
    sources: list[tuple[str, str | bytes]] = [(MAIN, _main(read))]
    sources += [(ROOT + item.path, item.content) for item in read]
    unit = _parse(arguments, sources)
    if unit is None:
        message = "clang gave up on this code: it is too large or nested too deeply"
        errors: tuple[tuple[str, Place], ...] = ((message, Place(file=read[0].path, line=0)),)
        return Unit(files=read, errors=errors, include_dirs=include_dirs)
    errors = tuple(_told(unit, read, lambda severity: severity >= Diagnostic.Error))
    warnings = _told(unit, read, lambda severity: severity == Diagnostic.Warning)
    return Unit(
        files=read,
        roots=() if errors else _roots(unit, read),
        errors=errors,
        include_dirs=include_dirs,
        warnings=tuple(islice(warnings, MAX_WARNINGS)),
    )


def _can_read(path: str) -> bool:
    try:
        with open(path, "rb"):
            return True
    except OSError:
        return False


def _parse(
    arguments: list[str], sources: list[tuple[str, str | bytes]]
) -> cindex.TranslationUnit | None:
    """Parse on a thread with a large stack; None when clang ran out of memory or crashed.

    libclang would use a thread of its own, with 8 MiB, which nested code of a few kilobytes
    overflows. It turns an abort into an error, but no overflow.
    """
    os.environ["LIBCLANG_NOTHREADS"] = "1"
    parsed: list[cindex.TranslationUnit] = []

    def parse() -> None:
        with contextlib.suppress(cindex.TranslationUnitLoadError):  # the empty list tells
            parsed.append(cindex.Index.create().parse(MAIN, arguments, unsaved_files=sources))

    before = threading.stack_size(STACK_BYTES)
    try:
        thread = threading.Thread(target=parse)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    return parsed[0] if parsed else None


def path_of(location: cindex.SourceLocation) -> str:
    """The submission's path of a location, empty when it lies elsewhere."""
    name = location.file.name if location.file else ""
    return name.removeprefix(ROOT) if name.startswith(ROOT) and name != MAIN else ""


def _read(path: str, content: bytes) -> CppFile:
    if len(content) > MAX_SOURCE_BYTES:
        limit = MAX_SOURCE_BYTES // 1024
        trouble = f"this file has {len(content) // 1024} KiB; files over {limit} KiB are not read"
        return CppFile(path=path, content=b"", tokens=(), trouble=trouble)
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    tokens = tokenize(text)
    if _longest_statement(tokens) > MAX_STATEMENT_TOKENS:
        trouble = "a statement is too long to be analysed"
        return CppFile(path=path, content=content, tokens=tokens, trouble=trouble)
    return CppFile(path=path, content=content, tokens=tokens)


def _longest_statement(tokens: tuple[Token, ...]) -> int:
    """Tokens between two of `; { } ,` at most: a bound for how deeply they can nest."""
    longest = length = 0
    for token in tokens:
        length = 0 if token.text in (";", "{", "}", ",") else length + 1
        longest = max(longest, length)
    return longest


def _main(files: tuple[CppFile, ...]) -> str:
    """A file that includes the submission's, after whatever header these forgot.

    A forgotten header is `cpp.missing-include`'s business; without it other rules see nothing.
    """
    needed = []
    for item in files:
        own = includes(item.tokens)
        missing = (use.headers[0] for use in standard_uses(item.tokens))
        needed += [name for name in missing if own is not None and name not in own]
    ordered = sorted(files, key=lambda item: not item.path.endswith(HEADERS))
    lines = [
        f"#if __has_include(<{name}>)\n#include <{name}>\n#endif" for name in dict.fromkeys(needed)
    ]
    return "\n".join([*lines, *(f'#include "{item.path}"' for item in ordered)]) + "\n"


def _told(
    unit: cindex.TranslationUnit, files: tuple[CppFile, ...], wanted: Callable[[int], bool]
) -> Iterator[tuple[str, Place]]:
    """What clang said of a wanted severity, at its place in the submission or its first file."""
    by_path = {item.path: item for item in files}
    for diagnostic in unit.diagnostics:
        if not wanted(diagnostic.severity):
            continue
        text = str(diagnostic.spelling)
        spots = [diagnostic.location, *(note.location for note in diagnostic.children)]
        spot = next((item for item in spots if path_of(item) in by_path), None)
        if spot is None:
            yield text, Place(file=files[0].path, line=0)
        else:
            item = by_path[path_of(spot)]
            column = item.column(spot.line, spot.column)
            yield text, Place(file=item.path, line=spot.line, column=column)


def _roots(unit: cindex.TranslationUnit, files: tuple[CppFile, ...]) -> tuple[Node, ...]:
    paths = {item.path for item in files}
    return tuple(
        _tree(cursor) for cursor in unit.cursor.get_children() if path_of(cursor.location) in paths
    )


def _tree(cursor: cindex.Cursor) -> Node:
    root = Node(cursor, None)
    stack = [root]
    while stack:
        node = stack.pop()
        node.children = [Node(child, node) for child in node.cursor.get_children()]
        stack.extend(node.children)
    return root
