"""Strict reading of TOML: typed access, and every mistake named by file, table and key.

A reader goes on after a mistake and returns a harmless value of the right type, so that
one run shows all mistakes of a file; `Mistakes.stop` then raises them together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from grader.load.mistakes import Mistakes
from grader.load.names import did_you_mean

TOP = "top level"
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with a point",
    str: "text",
    list: "a list",
    dict: "a table",
}
Choice = TypeVar("Choice", bound=str)


class Table:
    """Typed access to one TOML table. A key that nobody asks for is a mistake: see `close`."""

    def __init__(
        self, values: Mapping[str, object], *, path: Path | str, name: str, mistakes: Mistakes
    ) -> None:
        """Wrap `values`; `path` and `name` say where they stand."""
        self.name = name
        self._values = values
        self._path = path
        self._mistakes = mistakes
        self._known: set[str] = set()
        self._children: list[Table] = []

    def wrong(self, key: str, reason: str) -> None:
        """Note that the value of `key` is a mistake."""
        self._mistakes.add(self._path, reason, table=self.name, key=key)

    def raw(self, key: str, *, required: bool = True) -> object:
        """The value as TOML has it; None when it is missing."""
        self._known.add(key)
        if required and key not in self._values:
            self.wrong(key, "is missing")
        return self._values.get(key)

    def text(self, key: str, *, default: str | None = None) -> str:
        """A string that is not blank, its runs of white space collapsed."""
        value = self.raw(key, required=default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            self.wrong(key, f"must be text in quotes, not {_kind(value)}")
            return ""
        words = " ".join(value.split())
        if not words:
            self.wrong(key, "must not be blank")
        elif not words.isprintable():
            self.wrong(key, "must not hold control characters")
        return words

    def choice(self, key: str, options: tuple[Choice, ...]) -> Choice:
        """One of `options`; the first of them stands in for a mistake."""
        value = self.text(key) if key in self._values else self.raw(key)
        for option in options:
            if value == option:
                return option
        if value:
            hint = did_you_mean(str(value), options)
            self.wrong(key, f'must be one of {", ".join(options)}, not "{value}"{hint}')
        return options[0]

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        value = self.raw(key, required=default is None)
        if value is None:
            return low if default is None else default
        if not isinstance(value, int) or isinstance(value, bool):
            self.wrong(key, f"must be a whole number, not {_kind(value)}")
        elif not low <= value <= high:
            self.wrong(key, f"must be from {low} to {high}, not {_digits(value)}")
        else:
            return value
        return low

    def number(self, key: str, low: float, high: float, *, default: float) -> float:
        """A number from `low` to `high`, or `default` where the key is not there."""
        value = self.raw(key, required=False)
        if value is None:
            return default
        if not isinstance(value, int | float) or isinstance(value, bool):
            self.wrong(key, f"must be a number, not {_kind(value)}")
        elif not low <= value <= high:
            self.wrong(key, f"must be from {low:g} to {high:g}, not {_digits(value)}")
        else:
            return float(value)
        return default

    def flag(self, key: str, *, default: bool) -> bool:
        """A true or false."""
        value = self.raw(key, required=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.wrong(key, f"must be true or false, not {_kind(value)}")
        return default

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """Strings that are neither blank nor repeated; at least one when `required`."""
        value = self.raw(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(key, 'must be a list of texts, such as ["one", "two"]')
            return ()
        found: list[str] = []
        for item in value:
            if not item.strip() or not item.isprintable():
                self.wrong(key, "must not hold blank texts or control characters")
            elif item in found:
                self.wrong(key, f'must not name "{item}" twice')
            else:
                found.append(item)
        if required and not value:
            self.wrong(key, "must not be empty")
        return tuple(found)

    def lines(self, key: str) -> tuple[int, int]:
        """First and last line, 1-based, inclusive, written `[3, 7]`."""
        value = self.raw(key)
        if value is None:
            return 1, 1
        match value:
            case [int(first), int(last)] if type(first) is type(last) is int:
                if 1 <= first <= last:
                    return first, last
                self.wrong(key, "must count from 1, the first line before the last")
            case _:
                self.wrong(key, "must be two line numbers, such as [3, 7]")
        return 1, 1

    def table(self, key: str, *, required: bool = True) -> Table:
        """The table at `key`; an empty one that reports nothing when it is not there."""
        value = self.raw(key, required=required)
        if isinstance(value, dict):
            return self._child(value, key)
        if value is not None:
            self.wrong(key, f"must be a table, written [{key}], not {_kind(value)}")
        return absent(self._path)

    def tables(self, key: str, *, required: bool = True) -> tuple[Table, ...]:
        """The tables written `[[key]]`, named by their position and, if they have one, their id."""
        value = self.raw(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(key, f"must be tables, each written [[{key}]]")
            return ()
        if required and not value:
            self.wrong(key, "must not be empty")
        return tuple(
            self._child(item, f"{key} {position}{_title(item)}")
            for position, item in enumerate(value, 1)
        )

    def close(self) -> None:
        """Note every key that nobody asked for, here and in the tables below."""
        for key in self._values:
            if key not in self._known:
                self.wrong(key, f"is not a known key{did_you_mean(key, self._known)}")
        for child in self._children:
            child.close()

    def _child(self, values: Mapping[str, object], name: str) -> Table:
        child = Table(values, path=self._path, name=name, mistakes=self._mistakes)
        self._children.append(child)
        return child


def absent(path: Path | str) -> Table:
    """A table that is not there; its mistakes were noted already and go nowhere."""
    return Table({}, path=path, name=TOP, mistakes=Mistakes())


def parse_toml(content: bytes, path: Path | str, mistakes: Mistakes) -> Table:
    """The top level of a TOML file; an absent table after noting why it cannot be read."""
    try:
        values = tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        mistakes.add(path, f"is not UTF-8 text (byte {error.start})")
    except RecursionError:
        mistakes.add(path, "is not usable TOML: it is nested too deeply")
    except ValueError as error:  # TOMLDecodeError, and numbers with thousands of digits
        mistakes.add(path, f"is not valid TOML: {error}")
    else:
        return Table(values, path=path, name=TOP, mistakes=mistakes)
    return absent(path)


def read_toml(path: Path, mistakes: Mistakes) -> Table:
    """The same for a file of ours on disk."""
    try:
        content = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        mistakes.add(path, "is missing" if missing else f"cannot be read: {error.strerror}")
        return absent(path)
    return parse_toml(content, path, mistakes)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a date or time")


def _digits(value: float) -> str:
    """A number for a message: a whole number may have more digits than Python prints."""
    return "a far larger number" if abs(value) >= 10**15 else str(value)


def _title(values: Mapping[str, object]) -> str:
    name = values.get("id", values.get("name"))
    return f": {name}" if isinstance(name, str) and re.fullmatch(r"[\w.-]{1,64}", name) else ""
