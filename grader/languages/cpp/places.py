"""Whose file is it? Every path in untrusted output is sorted into learner's, hidden, or neither."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from grader.model import Location, SourceFile

ROOT = "/grader"
"""The folder that debug information speaks of, whatever the real one is."""
MAX_LINE = 500
_WORDS = re.compile(r"\w+|::|[^\w\s]")
_RUN = 8
"""So many words in a row, the same in a message and in a hidden source, are a quotation."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """The learner's files, the hidden sources by name, and the folder that files were staged in."""

    files: tuple[SourceFile, ...]
    hidden: tuple[tuple[str, str], ...] = field(repr=False)
    stage: Path

    def learner(self, file: str, line: int = 0, column: int = 0) -> Location | None:
        """The location, when `file` is one of the learner's and has that line."""
        name = self._relative(file)
        lines = self._lines.get(name)
        # an unclosed brace is found one line after the last
        if lines is None or not 0 <= line <= len(lines) + 1:
            return None
        return Location(file=name, line=line, column=column)

    def is_hidden(self, file: str) -> bool:
        """Whether `file` is one of the exercise's own sources."""
        return self._relative(file) in {name for name, _ in self.hidden} | {"registrations"}

    def quotes_hidden(self, message: str) -> bool:
        """Whether `message` repeats a run of words of a hidden source that is not the learner's."""
        return bool(_runs(message) & self._hidden_runs)

    def is_hidden_literal(self, text: str) -> bool:
        """Whether `text` stands in a hidden source as a string of its own."""
        return any(f'"{text}"' in source for _, source in self.hidden)

    def without_folders(self, text: str) -> str:
        """`text` with the staging folder taken out of every path."""
        for folder in (str(self.stage), ROOT):
            text = text.replace(f"{folder}/", "")
        return text

    def find_declaration(self, word: str) -> Location | None:
        """Where `word`, an identifier, is declared without being defined; else its first use."""
        name = rf"(?<!\w)(?P<name>{re.escape(word)})(?!\w)"
        declared = rf"\b(?:static|virtual|extern)\b[^;{{}}=]*{name}[^;{{}}=]*;"
        return self._find(declared) or self._find(name)

    def find_class(self, name: str) -> Location | None:
        """Where a class of that name is declared."""
        last = name.rpartition("::")[2]
        return self._find(rf"\b(?:class|struct)\s+(?P<name>{re.escape(last)})\b")

    def missing_end(self, location: Location, message: str) -> Location:
        """For a `;` that is missed at the beginning of a line: the end of what stands before it."""
        if not re.match(r"expected [\u2018'];", message):
            return location
        lines = self._lines.get(location.file, ())
        before = self.source_text(location)[: max(location.column - 1, 0)]
        if re.search(r"\W", before.strip()):
            return location  # more than one word stands there: it is missing in this line
        for number in range(location.line - 1, 0, -1):
            text = lines[number - 1].partition("//")[0].rstrip()
            if text:
                ended = text.endswith((";", "{", "}", ":", ",", ">")) or text.startswith("#")
                column = len(text) + 1
                return (
                    location if ended else Location(file=location.file, line=number, column=column)
                )
        return location

    def _find(self, expression: str) -> Location | None:
        pattern = re.compile(expression)
        for file in self.files:
            for number, line in enumerate(self._lines[file.path], start=1):
                if (found := pattern.search(line[:MAX_LINE])) is not None:
                    return Location(file=file.path, line=number, column=found.start("name") + 1)
        return None

    def source_line(self, location: Location) -> str:
        """The text of that line without its indentation; empty when there is none."""
        lines = self._lines.get(location.file, ())
        return lines[location.line - 1].strip() if 0 < location.line <= len(lines) else ""

    def source_text(self, location: Location) -> str:
        """The text of that line as it is; empty when there is none."""
        lines = self._lines.get(location.file, ())
        return lines[location.line - 1] if 0 < location.line <= len(lines) else ""

    def _relative(self, file: str) -> str:
        return str(PurePosixPath(self.without_folders(file)))

    @functools.cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {file.path: file.text.split("\n") for file in self.files}

    @functools.cached_property
    def _hidden_runs(self) -> frozenset[tuple[str, ...]]:
        hidden = {run for _, text in self.hidden for run in _runs(text)}
        return frozenset(hidden - {run for file in self.files for run in _runs(file.text)})


def _runs(text: str) -> set[tuple[str, ...]]:
    words: Sequence[str] = _WORDS.findall(text)
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
