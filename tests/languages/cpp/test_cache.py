"""What was built is kept whole, found again, and never takes a link for a program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.errors import BoxError
from grader.languages.cpp.cache import Cache, default_folder


def test_keeps_and_gives_back(tmp_path: Path) -> None:
    built, target = tmp_path / "built", tmp_path / "target"
    built.write_bytes(b"\x7fELF program")
    cache = Cache(tmp_path / "cache")
    assert not cache.fetch("key", target)
    assert not target.exists()
    cache.store("key", built)
    assert cache.fetch("key", target)
    assert target.read_bytes() == b"\x7fELF program"
    assert target.stat().st_mode & 0o777 == 0o755
    assert [path.name for path in (tmp_path / "cache" / "cpp").iterdir()] == ["key"]


def test_a_link_left_by_the_box_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not for the box")
    (tmp_path / "built").symlink_to(secret)
    cache = Cache(tmp_path / "cache")
    cache.store("key", tmp_path / "built")
    assert not cache.fetch("key", tmp_path / "target")


def test_a_pipe_left_by_the_box_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "built")
    cache = Cache(tmp_path / "cache")
    with pytest.raises(BoxError, match="no program"):
        cache.store("key", tmp_path / "built")
    assert not any((tmp_path / "cache" / "cpp").iterdir())


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", max_bytes=250)
    built = tmp_path / "built"
    built.write_bytes(bytes(100))
    for age, key in ((30, "old"), (20, "newer")):
        cache.store(key, built)
        stamp = (tmp_path / "cache" / "cpp" / key).stat().st_mtime - age
        os.utime(tmp_path / "cache" / "cpp" / key, (stamp, stamp))
    assert cache.fetch("old", tmp_path / "used")  # which makes it the most recent
    cache.store("newest", built)
    kept = {path.name for path in (tmp_path / "cache" / "cpp").iterdir()}
    assert kept == {"old", "newest"}


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    built = tmp_path / "built"
    built.write_bytes(b"x")
    cache = Cache(tmp_path / "cache")
    cache.store("key", built)
    assert not cache.fetch("key", tmp_path / "target")


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "grader"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".cache" / "grader"
