"""Frames: what goes in comes out, and nothing but a strict, bounded object gets through."""

from __future__ import annotations

import contextlib
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import wire

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
OBJECTS = st.dictionaries(st.text(), JSON, max_size=5)


@given(OBJECTS)
def test_a_frame_carries_its_object(message: dict[str, object]) -> None:
    packed = wire.pack(message)
    (size,) = wire.HEADER.unpack_from(packed)
    assert size == len(packed) - wire.HEADER.size
    assert wire.unpack(packed[wire.HEADER.size :]) == message


@given(st.lists(OBJECTS, max_size=5))
def test_frames_follow_each_other_on_a_pipe(messages: list[dict[str, object]]) -> None:
    reader, writer = os.pipe()
    try:
        for message in messages:
            wire.write_frame(writer, message)
        os.close(writer)
        writer = -1
        assert [wire.read_frame(reader) for _ in messages] == messages
        assert wire.read_frame(reader) is None
    finally:
        os.close(reader)
        if writer >= 0:
            os.close(writer)


@given(st.binary(max_size=200))
def test_no_bytes_make_the_decoder_fail_otherwise(body: bytes) -> None:
    with contextlib.suppress(wire.WireError):
        assert isinstance(wire.unpack(body), dict)


@given(st.binary(max_size=60))
def test_a_stream_of_any_bytes_ends_in_an_error_or_the_end(stream: bytes) -> None:
    reader, writer = os.pipe()
    os.write(writer, stream)
    os.close(writer)
    try:
        while wire.read_frame(reader) is not None:
            pass
    except wire.WireError:
        pass
    finally:
        os.close(reader)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"1", b"null", b'{"a":1,"a":2}', b'{"a":NaN}', b'{"a":Infinity}',
     b'{"a":-Infinity}',
     b'{"a":1}x', b'{"a":' + b"9" * 30 + b"}", b'{"a":' + b"[" * 100 + b"]" * 100 + b"}",
     b"\xff\xfe{}", b'{"a":"' + b"x" * (1 << 21) + b'"}', b"[" * 500_000],
)  # fmt: skip
def test_what_is_not_a_strict_object_is_refused(body: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.unpack(body)


def test_brackets_in_strings_are_not_depth() -> None:
    message = {"a": "[" * 1000 + '\\"' + "{" * 1000}
    assert wire.unpack(json.dumps(message).encode()) == message


def test_a_frame_over_the_limit_is_not_sent() -> None:
    with pytest.raises(wire.WireError, match="over the limit"):
        wire.pack({"a": "x" * wire.MAX_FRAME})
