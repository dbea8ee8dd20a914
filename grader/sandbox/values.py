"""Plain data on the wire, with its exact types. The table is in docs/architecture.md.

Both sides use it. `encode` looks at exact types only, so that an instance of a subclass of
`int` is no `int`; everything that is not plain data goes through `refer`. Standard library only.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

SAFE_INT = 1 << 53
MAX_BITS = 13_000
MAX_ITEMS = 100_000
MAX_NESTING = 24
MAX_ALIKE = 100
"""Members of a set with the same hash: comparing them with one another takes the square of it."""
_HEX_FLOAT = re.compile(r"-?0x[0-9a-f]{1,20}(\.[0-9a-f]{0,20})?p[+-]?[0-9]{1,6}", re.ASCII)


class ValueRefused(ValueError):
    """A value that cannot travel, or an encoding that means none."""


def encode(value: object, refer: Callable[[object], Any] | None = None) -> Any:
    """JSON-ready form of `value`. `refer` makes a handle of what is not plain data.

    Raises ValueRefused when there is something else and no `refer`, or when the value is too
    large; a value nested too deeply or containing itself is handed to `refer` at that depth.
    """
    return _Encoder(refer).encode(value, 0)


class _Encoder:
    def __init__(self, refer: Callable[[object], Any] | None) -> None:
        self.refer = refer
        self.items = 0

    def encode(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            return self._int(value)
        if kind is float:
            return {"float": value.hex() if math.isfinite(value) else str(value)}
        if kind is str:
            return value if _is_clean(value) else self._other(value)
        if kind is bytes:
            return {"bytes": value.hex()}
        if depth >= MAX_NESTING:
            return self._other(value)
        if kind is list:
            return self._many(value, depth)
        if kind in (tuple, set, frozenset):
            return {kind.__name__: self._many(list(value), depth)}
        if kind is dict:
            pairs = list(value.items())
            self._count(len(pairs))
            encoded = [[self.encode(k, depth + 1), self.encode(v, depth + 1)] for k, v in pairs]
            return {"dict": encoded}
        return self._other(value)

    def _int(self, value: int) -> Any:
        if -SAFE_INT < value < SAFE_INT:
            return value
        if value.bit_length() > MAX_BITS:
            return self._other(value)
        return {"int": str(value)}

    def _many(self, values: list[Any], depth: int) -> list[Any]:
        self._count(len(values))
        return [self.encode(item, depth + 1) for item in values]

    def _count(self, more: int) -> None:
        self.items += more
        if self.items > MAX_ITEMS:
            raise ValueRefused(f"more than {MAX_ITEMS} items in one value")

    def _other(self, value: object) -> Any:
        if self.refer is None:
            raise ValueRefused(f"{type(value).__name__} is not plain data")
        return self.refer(value)


def decode(encoded: Any, resolve: Callable[[int, str], Any] | None = None) -> Any:
    """The value that `encoded` stands for; `resolve(ref, type)` turns a handle into something.

    Raises ValueRefused for anything that `encode` does not produce.
    """
    kind = type(encoded)
    if encoded is None or kind in (bool, str):
        return encoded
    if kind is int:
        if not -SAFE_INT < encoded < SAFE_INT:
            raise ValueRefused("integer out of range")
        return encoded
    if kind is list:
        return [decode(item, resolve) for item in encoded]
    if kind is dict:
        if "ref" in encoded:
            return _handle(encoded, resolve)
        if len(encoded) == 1:
            ((tag, body),) = encoded.items()
            return _tagged(tag, body, resolve)
    raise ValueRefused(f"no value looks like {str(encoded)[:60]}")


def _handle(encoded: dict[str, Any], resolve: Callable[[int, str], Any] | None) -> Any:
    ref, name = encoded.get("ref"), encoded.get("type", "")
    if resolve is None or type(ref) is not int or type(name) is not str or set(encoded) - {
        "ref",
        "type",
    }:
        raise ValueRefused("malformed handle")
    return resolve(ref, name[:200])


def _tagged(tag: str, body: Any, resolve: Callable[[int, str], Any] | None) -> Any:
    if tag == "int" and type(body) is str:
        return _big_int(body)
    if tag == "float" and type(body) is str:
        return _float(body)
    if tag == "bytes" and type(body) is str:
        return _hex(body)
    if tag in _CONTAINERS and type(body) is list:
        return _build(_CONTAINERS[tag], [decode(item, resolve) for item in body])
    if tag == "dict" and type(body) is list:
        return _build(dict, [_pair(item, resolve) for item in body])
    raise ValueRefused(f"unknown value tag {tag[:40]!r}")


_CONTAINERS: dict[str, Callable[[Any], Any]] = {"tuple": tuple, "set": set, "frozenset": frozenset}


def _build(container: Callable[[Any], Any], items: list[Any]) -> Any:
    try:
        if len(items) > MAX_ALIKE:
            _check_hashes(items if container is not dict else [key for key, _ in items])
        built = container(items)
    except TypeError:
        raise ValueRefused("an unhashable member of a set or key of a dict") from None
    if len(built) != len(items):
        raise ValueRefused("duplicate members")
    return built


def _check_hashes(items: Iterable[Any]) -> None:
    """Whoever chooses the members chooses their hashes: integers and tuples have no secret."""
    ((_, alike),) = Counter(map(hash, items)).most_common(1)
    if alike > MAX_ALIKE:
        raise ValueRefused(f"{alike} members with the same hash")


def _pair(item: Any, resolve: Callable[[int, str], Any] | None) -> tuple[Any, Any]:
    if type(item) is not list or len(item) != 2:
        raise ValueRefused("a dict item is a pair")
    return decode(item[0], resolve), decode(item[1], resolve)


def _big_int(text: str) -> int:
    digits = text.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 4_000:
        raise ValueRefused("malformed integer")
    return int(text)


def _float(text: str) -> float:
    try:
        if text in ("nan", "inf", "-inf", "-nan"):
            return float(text)
        if _HEX_FLOAT.fullmatch(text):
            return float.fromhex(text)
    except OverflowError:
        pass
    raise ValueRefused("malformed float")


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise ValueRefused("malformed bytes") from None


def _is_clean(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
