"""The folder of results: whole or not there, ours or not believed."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from grader.verify.cache import MAX_ENTRY, ProofCache

KEY = "0" * 64


@pytest.fixture
def cache(tmp_path: Path) -> ProofCache:
    return ProofCache(tmp_path / "kept")


def test_gives_back_what_it_keeps(cache: ProofCache) -> None:
    assert cache.fetch(KEY) is None
    cache.store(KEY, {"a": [1, None, "ü\ud800"]})
    assert cache.fetch(KEY) == {"a": [1, None, "ü\ud800"]}
    assert ProofCache(cache.folder.parent).fetch(KEY) is not None


def test_is_for_its_owner_alone(cache: ProofCache) -> None:
    cache.folder.mkdir(parents=True, mode=0o777)
    cache.folder.chmod(0o777)
    cache.store(KEY, 1)
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert (cache.folder / KEY).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"\x00" * 200, b"f" * 64 + b"\n{}"],
    ids=["empty", "blank", "no checksum", "zeros", "wrong checksum"],
)
def test_a_corrupt_entry_is_none(cache: ProofCache, content: bytes) -> None:
    cache.store(KEY, {"holds": True})
    (cache.folder / KEY).write_bytes(content)
    assert cache.fetch(KEY) is None
    cache.store(KEY, 2)
    assert cache.fetch(KEY) == 2


def test_a_cut_or_changed_entry_is_none(cache: ProofCache) -> None:
    cache.store(KEY, {"lost": ["doubles"]})
    whole = (cache.folder / KEY).read_bytes()
    for content in (whole[:-1], whole.replace(b"doubles", b"nothing")):
        (cache.folder / KEY).write_bytes(content)
        assert cache.fetch(KEY) is None


def test_an_entry_under_another_key_is_none(cache: ProofCache) -> None:
    cache.store(KEY, 1)
    (cache.folder / KEY).rename(cache.folder / ("1" * 64))
    assert cache.fetch("1" * 64) is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_believed(cache: ProofCache, mode: int) -> None:
    cache.store(KEY, 1)
    (cache.folder / KEY).chmod(mode)
    assert cache.fetch(KEY) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_belongs_to_others_is_not_believed(cache: ProofCache) -> None:
    cache.store(KEY, 1)
    os.chown(cache.folder / KEY, 65534, 65534)
    assert cache.fetch(KEY) is None
    os.chown(cache.folder, 65534, 65534)
    cache.store("1" * 64, 1)
    assert not (cache.folder / ("1" * 64)).exists()


def test_links_and_pipes_are_not_followed(cache: ProofCache, tmp_path: Path) -> None:
    cache.store(KEY, 1)
    (cache.folder / KEY).rename(tmp_path / "elsewhere")
    (cache.folder / KEY).symlink_to(tmp_path / "elsewhere")
    assert cache.fetch(KEY) is None
    os.mkfifo(cache.folder / ("1" * 64))
    assert cache.fetch("1" * 64) is None


def test_a_folder_that_cannot_be_used_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = ProofCache(tmp_path / "file")
    cache.store(KEY, 1)
    cache.prune()
    assert cache.fetch(KEY) is None
    (tmp_path / "real").mkdir()
    linked = ProofCache(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    linked.folder.symlink_to(tmp_path / "real")
    linked.store(KEY, 1)
    assert not list((tmp_path / "real").iterdir())


def test_what_is_too_large_is_not_kept(cache: ProofCache) -> None:
    cache.store(KEY, "x" * MAX_ENTRY)
    assert cache.fetch(KEY) is None


def test_what_was_used_longest_ago_goes_first(cache: ProofCache) -> None:
    keys = [str(at) * 64 for at in range(4)]
    for at, key in enumerate(keys):
        cache.store(key, "x" * 1_000)
        os.utime(cache.folder / key, (at, at))
    cache.fetch(keys[0])
    ProofCache(cache.folder.parent, max_bytes=2_500).prune()
    assert [key for key in keys if cache.fetch(key)] == [keys[0], keys[3]]


def test_writers_side_by_side_leave_one_whole_value(cache: ProofCache) -> None:
    values = [f"{at}" * 20_000 for at in range(8)]
    seen: list[object] = []

    def write(value: str) -> None:
        for _ in range(20):
            cache.store(KEY, value)
            seen.append(cache.fetch(KEY))

    threads = [threading.Thread(target=write, args=(value,)) for value in values]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 160
    assert set(seen) <= set(values)
    assert os.listdir(cache.folder) == [KEY]
