"""Proxies of what lives behind the wall: `solution.LRUCache(2).put(1, "a")` and the like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grader.oracle.session import Raised, Session
from grader.sandbox import values
from grader.sandbox.request import Violation

__all__ = ["Raised", "Remote", "fetch", "raises", "same", "store"]


class Remote:
    """A root module, an object behind the wall, or a path of attributes from one of them.

    Calling it calls there; attribute access only makes a longer path. It has no truth value, no
    length and no order, and equals nothing but another handle of the same object: what comes back
    as an object where plain data was asked for can satisfy no assertion.
    """

    __slots__ = ("_path", "_root", "_session", "_type")

    def __init__(
        self, session: Session, root: str | int, path: tuple[str, ...] = (), kind: str = ""
    ) -> None:
        self._session = session
        self._root = root
        self._path = path
        self._type = kind

    def __getattr__(self, name: str) -> Remote:
        if name.startswith("__") and name.endswith("__") and name not in _CALLABLE_DUNDERS:
            raise AttributeError(name)
        return Remote(self._session, self._root, (*self._path, name))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call it there; plain data, or a handle, comes back."""
        return self._call(arguments, named)

    def _call(
        self, arguments: tuple[Any, ...], named: dict[str, Any], seconds: float | None = None
    ) -> Any:
        encoded = self._session.ask(
            "call",
            seconds=seconds,
            root=self._root,
            path=list(self._path),
            args=[values.encode(item, _refer) for item in arguments],
            kwargs={name: values.encode(item, _refer) for name, item in named.items()},
        )
        return self._session.decode(encoded, self._resolve)

    def _fetch(self) -> Any:
        encoded = self._session.ask("get", root=self._root, path=list(self._path))
        return self._session.decode(encoded, self._resolve)

    def _store(self, value: Any) -> None:
        self._session.ask(
            "set", root=self._root, path=list(self._path), args=[values.encode(value, _refer)]
        )

    def _resolve(self, number: int, kind: str) -> Remote:
        return Remote(self._session, number, (), kind)

    def __eq__(self, other: object) -> bool:
        if self._path:
            raise TypeError(f"{self!r} is a path: call it, or read it with fetch(...)")
        return isinstance(other, Remote) and not other._path and self._root == other._root

    def __hash__(self) -> int:
        return hash((self._root, self._path))

    def __bool__(self) -> bool:
        raise AssertionError(f"{self!r} is an object, not plain data")

    def __repr__(self) -> str:
        what = self._type or str(self._root)
        return f"<{'.'.join((what, *self._path))} behind the wall>"


_CALLABLE_DUNDERS = frozenset(
    "__len__ __contains__ __getitem__ __setitem__ __delitem__ __enter__ __exit__ __next__ __init__"
    " __eq__ __hash__ __repr__ __str__ __call__ __wrapped__ __name__ __doc__ __module__"
    " __qualname__ __dict__ __slots__".split()
)


def _refer(value: object) -> dict[str, Any]:
    if isinstance(value, Remote) and not value._path and type(value._root) is int:
        return {"ref": value._root, "type": value._type}
    raise TypeError(f"{value!r} cannot cross the wall: pass plain data or a handle")


def fetch(remote: Remote) -> Any:
    """The attribute that a path leads to, as plain data or a handle."""
    return remote._fetch()


def store(remote: Remote, value: Any) -> None:
    """Set the attribute that a path leads to."""
    remote._store(value)


def call(remote: Remote, *arguments: Any, seconds: float, **named: Any) -> Any:
    """Call with a time limit of its own, in seconds."""
    return remote._call(arguments, named, seconds)


@contextmanager
def raises(*names: str) -> Iterator[None]:
    """The block must raise an exception with one of these class names in its MRO."""
    try:
        yield
    except Raised as raised:
        if not set(names) & set(raised.mro):
            raise
    else:
        raise AssertionError(f"nothing was raised; one of {', '.join(names)} was due")


def same(left: Any, right: Any) -> bool:
    """Equal in value and in every exact type: 1 is not True, and not 1.0."""
    try:
        return _text(left) == _text(right)
    except (values.ValueRefused, TypeError, Violation):
        return False


def _text(value: Any) -> str:
    return json.dumps(_ordered(values.encode(value, _refer)))


def _ordered(encoded: Any) -> Any:
    """Members of sets and items of dicts in an order of their own: equal ones come in any."""
    if type(encoded) is list:
        return [_ordered(item) for item in encoded]
    if type(encoded) is not dict:
        return encoded
    ((tag, body),) = encoded.items() if "ref" not in encoded else (("ref", encoded["ref"]),)
    body = _ordered(body)
    return {tag: sorted(body, key=json.dumps) if tag in ("set", "frozenset", "dict") else body}
