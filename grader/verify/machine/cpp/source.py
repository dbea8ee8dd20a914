"""A C++ solution with its tree and its tokens, whose places are offsets in bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clang.cindex import CursorKind

from grader.checks.cpp.tokens import Token, tokenize
from grader.checks.cpp.unit import Node, Unit, path_of, read_cpp
from grader.errors import ExerciseError
from grader.languages.cpp.toolchain import find_toolchain
from grader.verify.machine.edit import Edit, Files

_Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A token, and the bytes where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CppSource:
    """One file of a parsed solution. `roots` are the declarations that stand in it."""

    path: str
    content: bytes = field(repr=False)
    roots: tuple[Node, ...] = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)

    def walk(self, *kinds: CursorKind) -> Iterator[Node]:
        """All nodes of these kinds, in the order of the source."""
        for root in self.roots:
            yield from root.walk(*kinds)

    def span(self, node: Node) -> _Span:
        """First byte of a node, and the first one after it."""
        extent = node.cursor.extent
        return int(extent.start.offset), int(extent.end.offset)

    def text(self, node: Node) -> bytes:
        """The bytes of a node."""
        return self.content[slice(*self.span(node))]

    def between(self, start: int, end: int) -> list[Piece]:
        """The tokens that lie between two bytes."""
        return [piece for piece in self.pieces if start <= piece.start and piece.end <= end]

    def replaced(self, operator: str, node: Node, new: bytes) -> Edit:
        """The edit that puts `new` in the place of `node`."""
        start, end = self.span(node)
        return Edit(operator=operator, start=start, end=end, new=new, shown=(start, end))

    def within(self, operator: str, span: _Span, new: bytes, shown: _Span) -> Edit:
        """The edit of a part of what is shown."""
        shown = min(shown[0], span[0]), max(shown[1], span[1])
        return Edit(operator=operator, start=span[0], end=span[1], new=new, shown=shown)


def parsed(files: Files) -> Unit:
    """The solution as our checks see it. Raises ToolMissing without a compiler's headers."""
    return read_cpp(list(files), tuple(find_toolchain().include_dirs))


def sources(files: Files) -> Iterator[CppSource]:
    """Each file of a solution. Raises ExerciseError when it does not parse."""
    unit = parsed(files)
    if unit.errors:
        message, place = unit.errors[0]
        raise ExerciseError(f"{place.file}:{place.line}: {message}: a solution must compile")
    for path, content in files:
        roots = [root for root in unit.roots if path_of(root.cursor.location) == path]
        pieces = tuple(_pieces(content))
        yield CppSource(path=path, content=content, roots=tuple(roots), pieces=pieces)


def _pieces(content: bytes) -> Iterator[Piece]:
    """Tokens with their bytes; not those that a line splice cuts in two."""
    lines = content.split(b"\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for token in tokenize(content.decode("utf-8", "replace")):
        start = starts[token.line - 1] + _bytes_before(lines[token.line - 1], token)
        text = token.text.encode()
        if content.startswith(text, start):
            yield Piece(text=token.text, start=start, end=start + len(text))


def _bytes_before(line: bytes, token: Token) -> int:
    return len(line.decode("utf-8", "replace")[: token.column - 1].encode())
