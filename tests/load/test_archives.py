from __future__ import annotations

import io
import lzma
import stat
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from grader.load import take_in
from grader.load.archives import MAX_ARCHIVE_BYTES, MAX_UNPACKED_BYTES
from grader.model import Exercise
from tests.load.packing import GOOD, PACKERS, make_tar, make_zip, pack
from tests.load.submitting import refusal

SUFFIXES = [".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"]


def hand_in(tmp_path: Path, data: bytes, suffix: str = ".zip") -> Path:
    path = tmp_path / f"alice.smith{suffix}"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".ZIP", ".Tar.Gz"])
def test_reads_every_format(tmp_path: Path, exercise: Exercise, suffix: str) -> None:
    files = [("lru_cache.py", GOOD), ("helper.py", b""), ("notes.txt", b"x")]
    found = take_in(hand_in(tmp_path, pack(suffix.lower(), files), suffix), exercise)
    assert found.name == "alice.smith"
    assert [(file.path, file.content) for file in found.files] == [
        ("helper.py", b""),
        ("lru_cache.py", GOOD),
    ]
    assert [item.path for item in found.ignored] == ["notes.txt"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_packed_folder_is_graded(tmp_path: Path, exercise: Exercise, suffix: str) -> None:
    files = [("./work/lru_cache.py", GOOD), ("work/__pycache__/x.pyc", b"x")]
    found = take_in(hand_in(tmp_path, pack(suffix, files), suffix), exercise)
    assert [file.path for file in found.files] == ["lru_cache.py"]
    assert found.ignored[0].path == "."
    assert found.ignored[1].path == "work/__pycache__"


def test_an_archive_equals_its_folder(tmp_path: Path, handed_in: Path, exercise: Exercise) -> None:
    path = hand_in(tmp_path, make_zip([("lru_cache.py", GOOD)]))
    assert take_in(path, exercise).digest == take_in(handed_in, exercise).digest


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../lru_cache.py", "its path leads out of the submission"),
        ("a/../../helper.py", "its path leads out of the submission"),
        ("/etc/cron.d/helper.py", "an absolute path"),
        ("C:/helper.py", "an absolute path"),
        ("work\\helper.py", "its name has a backslash; separate folders with a forward slash"),
        ("esc\x1b[2J.py", "its name has characters that cannot be printed"),
        ("new\nline.py", "its name has characters that cannot be printed"),
        ("a/b/c/d/e.py", "deeper than 4 levels"),
        ("conftest.py", "a name that Python or a tool loads by itself"),
    ],
)
def test_names_are_judged_as_in_a_folder(
    tmp_path: Path, exercise: Exercise, suffix: str, name: str, reason: str
) -> None:
    data = pack(suffix, [("lru_cache.py", GOOD), (name, b"x = 1")])
    found = take_in(hand_in(tmp_path, data, suffix), exercise)
    assert [(file.path, file.content) for file in found.files] == [("lru_cache.py", GOOD)]
    assert [item.reason for item in found.ignored] == [reason]
    assert found.ignored[0].path.isprintable()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"alice.smith{suffix}", "exercises",
    ]  # fmt: skip


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
@pytest.mark.parametrize("twin", ["lru_cache.py", "./lru_cache.py", "lru_cache.py/x.py"])
def test_a_name_that_means_two_things_is_refused(
    tmp_path: Path, exercise: Exercise, suffix: str, twin: str
) -> None:
    data = pack(suffix, [("lru_cache.py", GOOD), (twin, b"evil")])
    message = refusal(hand_in(tmp_path, data, suffix), exercise)
    assert "more than once" in message or "both a file and a folder" in message


def tar_member(kind: bytes, size: int = 0, linkname: str = "/etc/passwd") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("lru_cache.py")
        info.type, info.linkname, info.size = kind, linkname, size
        archive.addfile(info)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (tarfile.SYMTYPE, "a symbolic link"),
        (tarfile.LNKTYPE, "a hard link"),
        (tarfile.FIFOTYPE, "a named pipe"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.GNUTYPE_SPARSE, "not an ordinary file"),
        (b"Z", "not an ordinary file"),
    ],
)
def test_a_tar_member_must_be_a_file(
    tmp_path: Path, exercise: Exercise, kind: bytes, expected: str
) -> None:
    assert expected in refusal(hand_in(tmp_path, tar_member(kind), ".tar"), exercise)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(stat.S_IFLNK, "a symbolic link"), (stat.S_IFIFO, "not an ordinary file")],
)
def test_a_zip_member_must_be_a_file(
    tmp_path: Path, exercise: Exercise, mode: int, expected: str
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("lru_cache.py")
        info.external_attr = (mode | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert expected in refusal(hand_in(tmp_path, packed.getvalue()), exercise)


def patched_zip(offset_in_central: int, value: bytes) -> bytes:
    """A zip with one member, some bytes of whose central directory entry are changed."""
    data = bytearray(make_zip([("lru_cache.py", GOOD)]))
    start = data.index(b"PK\x01\x02") + offset_in_central
    data[start : start + len(value)] = value
    return bytes(data)


@pytest.mark.parametrize(
    ("offset", "value", "expected"),
    [
        (8, b"\x01\x00", "encrypted"),
        (10, struct.pack("<H", zipfile.ZIP_LZMA), "compressed in an unusual way"),
        (10, struct.pack("<H", 99), "compressed in an unusual way"),
        (16, b"\0\0\0\0", "damaged: Bad CRC-32"),
        (24, struct.pack("<I", 1), "damaged"),
        (24, struct.pack("<I", 2000), "damaged"),
        (24, struct.pack("<I", 2**31), "larger than 256 KiB"),
        (42, struct.pack("<I", 7), "damaged"),
    ],
)
def test_a_zip_that_lies(
    tmp_path: Path, exercise: Exercise, offset: int, value: bytes, expected: str
) -> None:
    assert expected in refusal(hand_in(tmp_path, patched_zip(offset, value)), exercise)


def test_a_zip_name_with_a_nul(tmp_path: Path, exercise: Exercise) -> None:
    data = make_zip([("lru_cache.pyX.txt", GOOD)]).replace(b"lru_cache.pyX", b"lru_cache.py\0")
    assert "no lru_cache.py" in refusal(hand_in(tmp_path, data), exercise)


@pytest.mark.parametrize("suffix", [".tar.gz", ".tar.bz2", ".tar.xz"])
def test_a_tar_bomb(tmp_path: Path, exercise: Exercise, suffix: str) -> None:
    data = PACKERS[suffix[-2:]](bytes(MAX_UNPACKED_BYTES + 1024))
    assert len(data) < 100_000
    assert refusal(hand_in(tmp_path, data, suffix), exercise).endswith(
        "unpacks to more than 32 MiB"
    )


def test_a_zip_bomb(tmp_path: Path, exercise: Exercise) -> None:
    data = make_zip([("lru_cache.py", bytes(100 * 1024 * 1024))])
    assert "larger than 256 KiB" in refusal(hand_in(tmp_path, data), exercise)


def test_a_zip_bomb_that_hides_its_size(tmp_path: Path, exercise: Exercise) -> None:
    data = bytearray(make_zip([("lru_cache.py", bytes(100 * 1024 * 1024))]))
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = struct.pack("<I", 1000)
    assert "damaged" in refusal(hand_in(tmp_path, bytes(data)), exercise)


def test_xz_may_not_ask_for_much_memory(tmp_path: Path, exercise: Exercise) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 512 * 1024 * 1024}]
    data = lzma.compress(make_tar([("lru_cache.py", GOOD)]), filters=filters)
    assert "cannot be read as a .tar.xz archive: Memory usage limit" in refusal(
        hand_in(tmp_path, data, ".tar.xz"), exercise
    )


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_too_many_members(tmp_path: Path, exercise: Exercise, suffix: str) -> None:
    files = [("lru_cache.py", GOOD)] + [(f"{number}.py", b"") for number in range(2_500)]
    assert "holds more than 2,000 files" in refusal(
        hand_in(tmp_path, pack(suffix, files), suffix), exercise
    )


def test_a_large_archive_is_not_read(tmp_path: Path, exercise: Exercise) -> None:
    path = hand_in(tmp_path, b"")
    with path.open("wb") as stream:
        stream.truncate(MAX_ARCHIVE_BYTES + 1)
    assert refusal(path, exercise).endswith("is larger than 4096 KiB")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b"PK", b"not an archive at all" * 100, b"\x1f\x8b\x08"])
def test_what_is_no_archive(tmp_path: Path, exercise: Exercise, suffix: str, data: bytes) -> None:
    message = refusal(hand_in(tmp_path, data, suffix), exercise)
    assert "cannot be read as a" in message or "is empty" in message


@pytest.mark.parametrize("suffix", [".tar.gz", ".tar.bz2", ".tar.xz", ".zip", ".tar"])
def test_what_is_cut_short(tmp_path: Path, exercise: Exercise, suffix: str) -> None:
    data = pack(suffix, [("lru_cache.py", bytes(range(256)) * 20)])
    message = refusal(hand_in(tmp_path, data[: len(data) // 4], suffix), exercise)
    assert "cannot be read as a" in message


def test_a_link_to_an_archive_is_refused(tmp_path: Path, exercise: Exercise) -> None:
    path = hand_in(tmp_path, make_zip([("lru_cache.py", GOOD)]))
    (tmp_path / "bob.zip").symlink_to(path)
    assert "is a symbolic link" in refusal(tmp_path / "bob.zip", exercise)
