from __future__ import annotations

import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from grader.load.archives import read_archive
from grader.load.trees import MAX_FILE_BYTES, Irregular, Refused
from tests.load.packing import GOOD, checked, extended, make_tar, make_zip

NAMES = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P"], exclude_characters="/\\\0"),
    min_size=1,
    max_size=30,
).filter(lambda name: name not in (".", ".."))
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
FORMATS = st.sampled_from([tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])


@given(files=st.dictionaries(PATHS, st.binary(max_size=1200), max_size=5), form=FORMATS)
def test_tar_agrees_with_the_standard_library(files: dict[str, bytes], form: int) -> None:
    try:
        data = make_tar(list(files.items()), form)
    except ValueError:
        assume(form != tarfile.USTAR_FORMAT)  # which has no room for long names
        raise
    check_against(".tar", files, data)


@given(files=st.dictionaries(PATHS, st.binary(max_size=1200), max_size=5))
def test_zip_agrees_with_the_standard_library(files: dict[str, bytes]) -> None:
    check_against(".zip", files, make_zip(list(files.items())))


def check_against(suffix: str, files: dict[str, bytes], data: bytes) -> None:
    tree = read_archive(f"x{suffix}", data)
    listed = {entry.path for entry in tree.entries if not entry.is_folder}
    hidden = [item.path for item in tree.ignored]
    for path, content in files.items():
        if path in listed and any(other.startswith(f"{path}/") for other in files):
            with pytest.raises(Irregular):
                tree.read(path)
        elif path in listed:
            assert tree.read(path) == content
        else:
            assert any(path.startswith(place) or len(path) > 100 for place in hidden)


@pytest.mark.parametrize("length", [90, 100, 101, 116])
@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar_long_names(length: int, form: int) -> None:
    path = f"{'d' * 110}/{'e' * 110}/" + "n" * length + ".py"
    tree = read_archive("x.tar", make_tar([(path, GOOD), ("after.py", b"after")], form))
    assert tree.read(path) == GOOD
    assert tree.read("after.py") == b"after"


def valid_archives() -> dict[str, bytes]:
    files = [("work/lru_cache.py", GOOD * 30), ("work/" + "n" * 110 + ".py", b"x" * 600)]
    return {
        "gnu.tar": make_tar(files, tarfile.GNU_FORMAT),
        "pax.tar": make_tar(files, tarfile.PAX_FORMAT),
        "deflated.zip": make_zip(files),
        "stored.zip": make_zip(files, zipfile.ZIP_STORED),
    }


VALID = valid_archives()
NAME_IN_DIRECTORY = VALID["deflated.zip"].index(b"PK\1\2") + 46
"""Where the first member's name stands in the zip's directory; zipfile cuts it at a NUL."""


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300, deadline=2_000)
@given(
    name=st.sampled_from(sorted(VALID)),
    edits=st.lists(
        st.tuples(st.integers(0, 2**16), st.binary(min_size=1, max_size=12)), max_size=4
    ),
    cut=st.integers(0, 2**16) | st.none(),
)
@example(name="deflated.zip", edits=[(NAME_IN_DIRECTORY, bytes(10))], cut=None)
def test_damage_is_refused_or_harmless(
    name: str, edits: list[tuple[int, bytes]], cut: int | None
) -> None:
    data = bytearray(VALID[name])
    for position, value in edits:
        start = position % len(data)
        data[start : start + len(value)] = value
    if cut is not None:
        data = data[: cut % (len(data) + 1)]
    try:
        tree = read_archive(name, bytes(data))
    except Refused as error:
        assert str(error).isprintable()
        return
    for entry in tree.entries:
        if entry.problem:
            continue
        try:
            content = tree.read(entry.path)
        except Irregular as error:
            assert str(error).isprintable()
        else:
            assert len(content) <= MAX_FILE_BYTES


@given(data=st.binary(max_size=1500))
def test_a_tar_header_with_a_right_checksum(data: bytes) -> None:
    blocks = bytearray(data.ljust(1536, b"\0"))
    for start in range(0, 1536, 512):
        blocks[start : start + 512] = checked(blocks[start : start + 512])
    try:
        tree = read_archive("x.tar", bytes(blocks))
    except Refused as error:
        assert str(error).isprintable()
    else:
        assert all(entry.path for entry in tree.entries)


@pytest.mark.parametrize("size", [b"\xff" * 12, b"\x80" + b"\xff" * 11, b"-0000000010\0"])
def test_a_tar_with_an_impossible_size_is_refused(size: bytes) -> None:
    block = bytearray(make_tar([("a.py", b"x")])[:512])
    block[124:136] = size
    with pytest.raises(Refused, match="cannot be read as a tar archive"):
        read_archive("x.tar", checked(block) * 4)


def test_a_wrong_checksum_is_refused() -> None:
    data = bytearray(make_tar([("a.py", b"x")]))
    data[0:1] = b"b"
    with pytest.raises(Refused, match="a header's checksum is wrong"):
        read_archive("x.tar", bytes(data))


def test_gnu_tar_keeps_times_where_ustar_keeps_a_prefix() -> None:
    data = make_tar([("a.py", GOOD)], tarfile.GNU_FORMAT)
    block = bytearray(data[:512])
    block[345:357] = b"14772651363\0"
    assert read_archive("x.tar", checked(block) + data[512:]).read("a.py") == GOOD


def test_a_ustar_name_in_two_parts() -> None:
    path = f"{'d' * 80}/{'n' * 90}.py"
    data = make_tar([(path, GOOD)], tarfile.USTAR_FORMAT)
    assert read_archive("x.tar", data).read(path) == GOOD


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        (b"19 GNU.sparse.a=bc\n", "sparse"),
        (b"5 a\nb", "extended header is damaged"),
        (b"99999999 a=b\n", "extended header is damaged"),
        (b"0 a=b\n", "extended header is damaged"),
        (b"12 size=-10\n", "a size in an extended header is damaged"),
        (b"35 size=99999999999999999999999999\n", "a size in an extended header is damaged"),
    ],
)
def test_strange_extended_headers(records: bytes, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        read_archive("x.tar", extended(b"x", records) + make_tar([("a.py", b"x")]))


def test_a_global_header_names_no_file() -> None:
    comment = extended(b"g", b"13 comment=x\n")
    assert read_archive("x.tar", comment + make_tar([("a.py", b"x")])).read("a.py") == b"x"
    with pytest.raises(Refused, match="names files globally"):
        read_archive("x.tar", extended(b"g", b"13 path=b.py\n") + make_tar([("a.py", b"x")]))
