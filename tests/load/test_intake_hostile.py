from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.load import take_in
from grader.load.trees import MAX_FILE_BYTES
from grader.model import Exercise
from tests.load.submitting import refusal, taken

Plant = Callable[[Path], object]


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


def listen(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may have 107 bytes only
    try:
        server.bind(path.name)
    finally:
        os.chdir(here)
        server.close()


@pytest.mark.parametrize(
    ("plant", "seen"),
    [
        (lambda path: path.symlink_to("/etc/passwd"), "is a symbolic link"),
        (lambda path: path.symlink_to("/dev/zero"), "is a symbolic link"),
        (lambda path: path.symlink_to("lru_cache.py"), "is a symbolic link"),
        (lambda path: path.symlink_to("missing"), "is a symbolic link"),
        (lambda path: path.mkdir(), "is a folder, not a file"),
        (lambda path: os.mkfifo(path), "is a named pipe"),
        (listen, "is a socket"),
        (lambda path: sparse(path, 10 * 1024**3), "is larger than 256 KiB"),
        (lambda path: path.write_bytes(b"#" * (MAX_FILE_BYTES + 1)), "is larger than 256 KiB"),
    ],
)
def test_a_wanted_file_must_be_an_ordinary_one(
    handed_in: Path, exercise: Exercise, plant: Plant, seen: str
) -> None:
    (handed_in / "lru_cache.py").unlink()
    plant(handed_in / "lru_cache.py")
    assert refusal(handed_in, exercise) == (
        f"lru_cache.py in {handed_in} {seen}; hand in a plain, readable file of that name, "
        "256 KiB at most"
    )


def test_a_hard_link_is_refused(handed_in: Path, exercise: Exercise, tmp_path: Path) -> None:
    (tmp_path / "secret.py").hardlink_to(handed_in / "lru_cache.py")
    assert "is a hard link" in refusal(handed_in, exercise)


def test_a_device_is_refused(handed_in: Path, exercise: Exercise) -> None:
    (handed_in / "lru_cache.py").unlink()
    try:
        os.mknod(handed_in / "lru_cache.py", 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root may make a device")
    assert "is a device" in refusal(handed_in, exercise)


@pytest.mark.parametrize(
    "plant",
    [
        lambda path: path.symlink_to("/etc/passwd"),
        lambda path: os.mkfifo(path),
        listen,
        lambda path: sparse(path, 10 * 1024**3),
        lambda path: path.mkdir(),
    ],
)
def test_an_irregular_extra_file_is_left_out(
    handed_in: Path, exercise: Exercise, plant: Plant
) -> None:
    plant(handed_in / "helper.py")
    assert taken(handed_in, exercise) == ["lru_cache.py"]


def test_no_link_is_followed(handed_in: Path, exercise: Exercise, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.py").write_text("SECRET")
    (handed_in / "package").symlink_to(secret)
    (handed_in / "self").symlink_to(handed_in)
    assert taken(handed_in, exercise) == ["lru_cache.py"]


def test_the_folder_itself_must_not_be_a_link(
    handed_in: Path, exercise: Exercise, tmp_path: Path
) -> None:
    (tmp_path / "bob").symlink_to(handed_in)
    assert refusal(tmp_path / "bob", exercise).endswith(
        "is a symbolic link: name the folder itself"
    )


def test_a_pipe_as_the_folder_does_not_hang(tmp_path: Path, exercise: Exercise) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(UsageError, match="is not a folder"):
        take_in(tmp_path / "pipe", exercise)
    assert refusal(tmp_path / "pipe.zip", exercise).endswith("pipe.zip is a named pipe")


def test_a_file_swapped_for_a_link_while_it_is_opened(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def open_late(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "lru_cache.py":
            (handed_in / path).unlink()
            (handed_in / path).symlink_to("/etc/passwd")
        return real_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_late)
    assert "is a symbolic link" in refusal(handed_in, exercise)


def test_a_file_swapped_for_a_pipe_while_it_is_opened(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def open_late(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        if path == "lru_cache.py":
            (handed_in / path).unlink()
            os.mkfifo(handed_in / path)
        return real_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_late)
    assert "is a named pipe" in refusal(handed_in, exercise)


def test_a_folder_swapped_for_a_link_after_listing(
    handed_in: Path, exercise: Exercise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret"
    (handed_in / "tools").mkdir()
    (handed_in / "tools" / "key.py").write_text("mine")
    secret.mkdir()
    (secret / "key.py").write_text("SECRET")
    real_open = os.open
    opened: list[str] = []

    def open_late(path: str, flags: int, *, dir_fd: int | None = None) -> int:
        opened.append(str(path))
        if opened.count("tools") == 2 and (handed_in / "tools").is_dir():
            (handed_in / "tools").rename(tmp_path / "moved")
            (handed_in / "tools").symlink_to(secret)
        return real_open(path, flags, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_late)
    found = take_in(handed_in, exercise)
    assert [file.path for file in found.files] == ["lru_cache.py"]
    assert [(item.path, item.reason) for item in found.ignored] == [
        ("tools/key.py", "a symbolic link")
    ]


def test_a_file_replaced_after_opening_changes_nothing(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_read = os.read

    def read_late(descriptor: int, size: int) -> bytes:
        new = handed_in / "new"
        new.write_text("replaced = 1\n")
        new.rename(handed_in / "lru_cache.py")
        return real_read(descriptor, size)

    monkeypatch.setattr(os, "read", read_late)
    # The old file lost its name meanwhile, which counts as a change: refused, never mixed.
    assert "is being changed while it is read" in refusal(handed_in, exercise)


@pytest.mark.parametrize("late", [b"more", b"x" * (2 * MAX_FILE_BYTES)])
def test_a_file_that_grows_while_it_is_read(
    handed_in: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch, late: bytes
) -> None:
    real_read = os.read

    def read_late(descriptor: int, size: int) -> bytes:
        with (handed_in / "lru_cache.py").open("ab") as stream:
            stream.write(late)
        return real_read(descriptor, size)

    monkeypatch.setattr(os, "read", read_late)
    assert "is being changed while it is read" in refusal(handed_in, exercise)
