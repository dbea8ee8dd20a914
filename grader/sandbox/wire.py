"""Frames on a pipe: a 4-byte big-endian length and one JSON object, strict and bounded.

Standard library only: both sides of the wall use it, and only the trusted side relies on it.
"""

from __future__ import annotations

import json
import os
import struct
from typing import Any, NoReturn

HEADER = struct.Struct(">I")
MAX_FRAME = 1 << 21
"""Bytes: a submission of the size that intake allows fits in, in base64."""
MAX_DEPTH = 64
MAX_INT_DIGITS = 20


class WireError(ValueError):
    """Bytes that are no frame: malformed, too large, too deep, or cut short."""


def pack(message: dict[str, Any]) -> bytes:
    """The frame of `message`; WireError when it is larger than MAX_FRAME."""
    body = json.dumps(message, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
    if len(body) > MAX_FRAME:
        raise WireError(f"a frame of {len(body)} bytes is over the limit of {MAX_FRAME}")
    return HEADER.pack(len(body)) + body


def unpack(body: bytes) -> dict[str, Any]:
    """The object in a frame's body, decoded strictly; WireError otherwise."""
    if len(body) > MAX_FRAME:
        raise WireError("frame too large")
    check_depth(body)
    try:
        message = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_no_duplicates,
            parse_constant=_no_constant,
            parse_int=_bounded_int,
        )
    except (ValueError, RecursionError) as error:
        raise WireError(f"frame is not strict JSON: {error}") from None
    if type(message) is not dict:
        raise WireError("frame is not an object")
    return message


def check_depth(body: bytes) -> None:
    """Refuse nesting over MAX_DEPTH before a recursive parser sees it."""
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return
    depth = 0
    quoted = escaped = False
    for byte in body:
        if quoted:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                quoted = False
        elif byte == 0x22:
            quoted = True
        elif byte in b"[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise WireError(f"frame is nested deeper than {MAX_DEPTH}")
        elif byte in b"]}":
            depth -= 1


def read_frame(fd: int) -> dict[str, Any] | None:
    """The next frame from a blocking descriptor, None at its end; WireError when cut short."""
    header = _read_exactly(fd, HEADER.size)
    if header is None:
        return None
    (size,) = HEADER.unpack(header)
    if size > MAX_FRAME:
        raise WireError(f"frame of {size} bytes is over the limit")
    body = _read_exactly(fd, size)
    if body is None:
        raise WireError("frame cut short")
    return unpack(body)


def write_frame(fd: int, message: dict[str, Any]) -> None:
    """Write one frame whole."""
    view = memoryview(pack(message))
    while view:
        view = view[os.write(fd, view) :]


def _read_exactly(fd: int, size: int) -> bytes | None:
    parts: list[bytes] = []
    missing = size
    while missing:
        part = os.read(fd, min(missing, 1 << 16))
        if not part:
            if parts:
                raise WireError("frame cut short")
            return None if size else b""
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("duplicate key")
    return result


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not allowed")


def _bounded_int(text: str) -> int:
    if len(text) > MAX_INT_DIGITS:
        raise ValueError("integer too long")
    return int(text)
