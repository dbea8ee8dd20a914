"""The zip of a class in the hands of somebody who means harm."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.batch.layouts import classzip
from grader.batch.layouts.classzip import unpack_class
from grader.batch.layouts.keep import Shelf
from grader.errors import UsageError
from tests.load.packing import make_zip

CODE = b"answer = 42\n"


def unpacked(tmp_path: Path, data: bytes) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files that a zip became, and why others did not; nothing is anywhere else."""
    archive = tmp_path / "class.zip"
    archive.write_bytes(data)
    found = unpack_class(archive, Shelf(tmp_path / "out"))
    files = {
        str(path.relative_to(found.folder)): path.read_bytes()
        for path in found.folder.rglob("*")
        if path.is_file()
    }
    assert {path.name for path in tmp_path.iterdir()} <= {"class.zip", "out"}
    assert not any(path.is_symlink() for path in (tmp_path / "out").rglob("*"))
    return files, {item.path: item.reason for item in found.unplaced}


def test_paths_that_lead_out(tmp_path: Path) -> None:
    names = ["../a.py", "b/../../c.py", "/etc/d.py", "C:\\e.py", "f\\..\\g.py", "hX.py", "i\n.py"]
    names += ["/".join(["long" * 50] * 6), "x" * 241, "d/" * 17 + "a.py"]
    packed = make_zip([(name, CODE) for name in names] + [("ok/a.py", CODE)])
    files, told = unpacked(tmp_path, packed.replace(b"hX", b"h\0"))
    assert files == {"ok/a.py": CODE}
    assert len(told) == len(names)


def test_links_bombs_and_doubles(tmp_path: Path) -> None:
    stream = io.BytesIO(
        make_zip([
            ("twice.py", CODE), ("twice.py", CODE),
            ("both", CODE), ("both/in.py", CODE),
            ("folder/", b""), ("folder", CODE),
            ("bomb.py", b"\0" * (classzip.MAX_MEMBER_BYTES + 1)),
        ])
    )  # fmt: skip
    with zipfile.ZipFile(stream, "a") as archive:
        link = zipfile.ZipInfo("link.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("lzma.py", CODE, zipfile.ZIP_LZMA)
    files, told = unpacked(tmp_path, stream.getvalue())
    assert files == {"both/in.py": CODE}
    assert told == {
        "twice.py": "in the archive more than once",
        "both": "both a file and a folder",
        "folder": "both a file and a folder",
        "bomb.py": "larger than 4 MiB",
        "link.py": "a symbolic link",
        "lzma.py": "compressed in an unusual way: use plain zip (deflate)",
    }


def test_a_size_that_is_a_lie(tmp_path: Path) -> None:
    packed = bytearray(make_zip([("a.py", b"x" * 5_000), ("b.py", CODE)]))
    at = packed.index(b"PK\x01\x02")
    packed[at + 24 : at + 28] = (10).to_bytes(4, "little")
    files, told = unpacked(tmp_path, bytes(packed))
    assert files == {"b.py": CODE}
    assert told["a.py"].startswith("damaged")


def test_limits_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = make_zip([(f"{number}.py", CODE) for number in range(4)])
    monkeypatch.setattr(classzip, "MAX_MEMBERS", 3)
    with pytest.raises(UsageError, match="more than 3 files"):
        unpacked(tmp_path, packed)
    monkeypatch.setattr(classzip, "MAX_MEMBERS", 4)
    monkeypatch.setattr(classzip, "MAX_BYTES", 3 * len(CODE))
    with pytest.raises(UsageError, match="unpacks to more than"):
        unpacked(tmp_path, packed)


def test_names_in_utf8_without_the_flag(tmp_path: Path) -> None:
    packed = make_zip([("Zo_.py", CODE)]).replace(b"Zo_", b"Z\xc3\xab")
    assert unpacked(tmp_path, packed)[0] == {"Zë.py": CODE}


def test_the_history_of_a_clone_stays_packed(tmp_path: Path) -> None:
    files, told = unpacked(tmp_path, make_zip([("hw-a/.git/objects/1", b"x"), ("hw-a/c.py", CODE)]))
    assert files == {"hw-a/c.py": CODE}
    assert told == {}
    assert [path.name for path in tmp_path.glob("out/class-*/hw-a/*")].count(".git") == 1


NAMES = st.text(st.sampled_from("ab./\\\n~é"), min_size=1, max_size=8)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    files=st.lists(st.tuples(NAMES, st.binary(max_size=20)), max_size=6),
    cut=st.integers(0, 40),
    flips=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=4),
)
def test_any_zip_is_unpacked_or_refused(
    files: list[tuple[str, bytes]],
    cut: int,
    flips: list[tuple[int, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    data = bytearray(make_zip(files))
    for place, value in flips:
        data[place % len(data)] = value
    try:
        unpacked(tmp_path_factory.mktemp("zip"), bytes(data[: len(data) - cut]))
    except UsageError as error:
        assert str(error).isprintable()
