"""Gradings are remembered for as long as nothing that went into them changes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.model import Variant
from grader.sandbox.rungs import RungName
from grader.verify import VariantRun, Verifier, prove
from grader.verify import keys as keys_module
from grader.verify.cache import ProofCache
from grader.verify.keys import key_of
from grader.verify.proof import variants
from grader.verify.remembered import Remembered, Unit, is_sound
from tests.verify import tiny
from tests.verify.output.made import Change, run_of

ALL = ["plus", "times", "starter", "numbers-only"]


class Counting:
    """Grades without looking: every variant loses what it declares, unless a change says else."""

    def __init__(self, changes: dict[str, Change] | None = None) -> None:
        self.graded: list[str] = []
        self.changes = changes or {}

    def run(self, work: Iterable[Unit]) -> Iterator[VariantRun]:
        for _, _, variant, seed in work:
            self.graded.append(variant.name)
            run = run_of(variant, seed)
            change = self.changes.get(variant.name)
            yield change(run) if change else run


def units(top: Path, seed: int = 1) -> list[Unit]:
    exercise, rubric = tiny.read(top)
    return [(exercise, rubric, variant, seed) for variant in variants(exercise)]


@pytest.fixture(name="top")
def _top(tmp_path: Path) -> Path:
    return tiny.write(tmp_path)


def graded(top: Path, seed: int = 1, rung: RungName = "landlock") -> list[str]:
    """Grade all with the cache of `top`; the variants that were really graded."""
    counting = Counting()
    runs = list(Remembered(counting, ProofCache(top / "cache"), rung).run(units(top, seed)))
    assert [run.variant.name for run in runs] == ALL
    assert [run.variant.name for run in runs if not run.cached] == counting.graded
    return counting.graded


def test_a_hit_equals_the_fresh_grading(top: Path, verifier: Verifier) -> None:
    cache = ProofCache(top / "cache")
    fresh = list(Remembered(verifier, cache).run(units(top)))
    assert all(is_sound(run) for run in fresh), fresh
    nobody = Counting()
    kept = list(Remembered(nobody, cache).run(units(top)))
    assert nobody.graded == []
    assert all(run.cached for run in kept)
    assert [replace(run, cached=False) for run in kept] == fresh
    exercise, rubric = tiny.read(top)
    first, second = (prove(exercise, rubric, tuple(runs)) for runs in (fresh, kept))
    assert first.points == second.points


@pytest.mark.parametrize(
    ("file", "old", "new", "again"),
    [("exercises/tiny/hidden/test_double.py", "10**6", "10**5", ALL),
     ("exercises/tiny/solutions/plus/double.py", "x + x", "x + x ", ALL),
     ("exercises/tiny/README.md", "twice", "two times", ALL),
     ("exercises/tiny/public/test_public.py", "6", "2 * 3", ALL),
     ("exercises/tiny/exercise.toml", "minutes = 5", "minutes = 6", ALL),
     ("rubrics/tiny.toml", "Text is lost.", "It is lost.", ALL),
     ("exercises/tiny/mutants/numbers-only/double.py", "int(x)", "int( x )", ["numbers-only"]),
     ("exercises/tiny/mutants/numbers-only/mutant.toml", "No text.", "None.", ["numbers-only"])],
)  # fmt: skip
def test_a_touched_file_is_a_miss(
    top: Path, file: str, old: str, new: str, again: list[str]
) -> None:
    assert graded(top) == ALL
    assert graded(top) == []
    tiny.change(top, file, old, new)
    assert graded(top) == again
    assert graded(top) == []
    tiny.change(top, file, new, old)
    assert graded(top) == [], "what it was before is still known"


def test_a_new_hidden_file_is_a_miss(top: Path) -> None:
    graded(top)
    (top / "exercises/tiny/hidden/data.txt").write_text("")
    assert graded(top) == ALL


def test_seed_and_rung_are_part_of_the_key(top: Path) -> None:
    graded(top)
    assert graded(top, seed=2) == ALL
    assert graded(top, rung="bubblewrap") == ALL


def test_the_machine_is_part_of_the_key(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = units(top)[0]
    key = key_of(*unit, "landlock")
    monkeypatch.setattr(keys_module, "machine", lambda _: "another grader")
    assert key_of(*unit, "landlock") != key


def test_source_packages_python_and_compiler_make_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    machine = keys_module.machine.__wrapped__
    seen = {machine("python")}
    (tmp_path / "rule.py").write_text("x = 1\n")
    for name, value in (("PACKAGE", tmp_path), ("distributions", lambda: ())):
        monkeypatch.setattr(keys_module, name, value)
        seen.add(machine("python"))
    (tmp_path / "rule.py").write_text("x = 2\n")
    seen.add(machine("python"))
    monkeypatch.setattr(sys, "version", "4.0")
    seen.add(machine("python"))
    seen.add(machine("cpp"))
    assert len(seen) == 6


def test_where_the_checkout_lies_does_not_matter(top: Path, tmp_path: Path) -> None:
    graded(top)
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("exercises", "rubrics", "cache"):
        (top / name).rename(moved / name)
    assert graded(moved) == []


def test_a_link_among_the_files_has_no_key(top: Path) -> None:
    hidden = top / "exercises/tiny/hidden"
    (hidden / "test_double.py").rename(top / "elsewhere.py")
    (hidden / "test_double.py").symlink_to(top / "elsewhere.py")
    assert graded(top) == ALL
    assert graded(top) == ALL


@pytest.mark.parametrize(
    "change",
    [lambda run: replace(run, fault="gone"),
     lambda run: replace(run, statuses=(("doubles", "failed"), ("text", "skipped"))),
     lambda run: replace(run, statuses=(("doubles", "error"), ("text", "passed"))),
     lambda run: replace(run, leaks=("html: secret",)),
     lambda run: replace(run, integrity=("reads the grader",))],
    ids=["fault", "not as declared", "no verdict", "leak", "suspicion"],
)  # fmt: skip
def test_what_falls_short_is_seen_anew_each_time(top: Path, change: Change) -> None:
    for _ in range(2):
        counting = Counting({"times": change})
        runs = Remembered(counting, ProofCache(top / "cache"), "landlock").run(units(top))
        assert [run.cached for run in runs if run.variant.name == "times"] == [False]
        assert "times" in counting.graded
    assert counting.graded == ["times"]


def test_what_is_saved_while_it_is_graded_is_not_kept(top: Path) -> None:
    def save(run: VariantRun) -> VariantRun:
        tiny.change(top, "exercises/tiny/mutants/numbers-only/double.py", "x", "y")
        return run

    counting = Counting({"numbers-only": save})
    list(Remembered(counting, ProofCache(top / "cache"), "landlock").run(units(top)))
    # Nobody knows which of the two was graded.
    tiny.change(top, "exercises/tiny/mutants/numbers-only/double.py", "y", "x")
    assert graded(top) == ["numbers-only"]


def test_a_foreign_entry_is_graded_anew(top: Path) -> None:
    graded(top)
    cache = ProofCache(top / "cache")
    values: tuple[object, ...] = (None, 7, {}, {"statuses": []})
    for value in values:
        for unit in units(top):
            cache.store(str(key_of(*unit, "landlock")), value)
        assert graded(top) == ALL


def test_sound_is_what_declares_and_loses_the_same() -> None:
    variant = Variant(
        kind="mutant", name="m", folder=Path(), note="", loses=frozenset({"doubles"})
    )
    assert is_sound(run_of(variant))
    assert not is_sound(replace(run_of(variant), statuses=()))
