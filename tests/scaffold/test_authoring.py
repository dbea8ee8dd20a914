"""docs/authoring.md says what is so: its exercise verifies, and it knows every key of the files."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from grader.load import load_exercise, load_rubric
from grader.load.tables import TOP, Table
from grader.model import Limits
from grader.scaffold import scaffold

from .conftest import ProveIt

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
NAMED_BLOCK = re.compile(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", re.M | re.S)
BLOCKS = NAMED_BLOCK.findall(PAGE)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The page's own exercise, its files written where the page says."""
    for name, text in BLOCKS:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_exercise_on_the_page_verifies(example: Path, prove_it: ProveIt) -> None:
    proof = prove_it(example / "exercises/py-median", example / "rubrics/py-median.toml")
    assert not [point for point in proof.points if not point.holds]
    marks = {"passed": "·", "failed": "✗", "partial": "◐", "skipped": "-"}
    for run in proof.runs:
        row = " ".join(marks[status] for _, status in run.statuses)
        shown = rf"^  {run.variant.kind} +{run.variant.name} +{row}  "
        assert re.search(shown, PAGE, re.M), f"the matrix on the page does not show {shown}"


def test_public_examples_hold_for_solutions_and_fail_on_the_starter(example: Path) -> None:
    folder = example / "exercises/py-median"
    public = (folder / "public/test_public.py").read_text().replace("from median import median", "")
    tests: dict[str, object] = {}
    exec(public, tests)
    for solution in (folder / "solutions").iterdir():
        exec((solution / "median.py").read_text(), tests)
        tests["test_three_values"]()  # type: ignore[operator]
        tests["test_four_values"]()  # type: ignore[operator]
    exec((folder / "starter/median.py").read_text(), tests)
    with pytest.raises(AssertionError):
        tests["test_four_values"]()  # type: ignore[operator]


def test_no_block_with_a_name_is_missed() -> None:
    """A name that stands a line too far from its block would not be written, nor proven."""
    assert len(BLOCKS) == len({name for name, _ in BLOCKS}) > 15
    assert sorted(re.findall(r"^`(\S+/\S+)`:?$", PAGE, re.M)) == sorted(name for name, _ in BLOCKS)


@pytest.fixture
def asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], bool]:
    """Every (file, key) that the loader reads from a C++ exercise, and whether it must be there."""
    seen: dict[tuple[str, str], bool] = {}
    tables: set[tuple[str, str]] = set()
    read = Table.raw

    def note(table: Table, key: str, *, required: bool = True) -> object:
        value = read(table, key, required=required)
        file = Path(table._path).name
        outer = "" if table.name == TOP else table.name.split()[0] + "."
        if isinstance(value, dict) or (isinstance(value, list) and value
                                       and isinstance(value[0], dict)):  # fmt: skip
            tables.add((file, outer + key))
        seen[file, outer + key] = required
        return value

    (tmp_path / "rubrics").mkdir()
    made = scaffold("all-keys", "cpp", tmp_path, tmp_path / "rubrics")
    settings = made.folder / "exercise.toml"
    settings.write_text(settings.read_text() + "\n[limits]\n")
    monkeypatch.setattr(Table, "raw", note)
    load_exercise(made.folder)
    load_rubric(made.rubric, "all-keys")
    return {(file.replace("all-keys", "ID"), key): required
            for (file, key), required in seen.items() if (file, key) not in tables}  # fmt: skip


def index() -> dict[tuple[str, str], str]:
    """The (file, key) pairs of the page's tables, and what stands under `default`."""
    found: dict[tuple[str, str], str] = {}
    for section in PAGE.partition("\n## All keys\n")[2].split("\n### ")[1:]:
        heading = section.partition("\n")[0].removeprefix("rubrics/")
        for row in re.findall(r"^\| .+ \|$", section, re.M):
            *file, key, _, default = (cell.strip() for cell in row.strip("|").split(" | "))
            if key.startswith("`"):
                found[file[0] if file else heading, key.strip("`")] = default
    return found


def test_the_index_has_every_key_and_no_other(asked_for: dict[tuple[str, str], bool]) -> None:
    known = index()
    assert set(known) == set(asked_for)
    assert {key for key, default in known.items() if default == "required"} == {
        key for key, required in asked_for.items() if required
    }


def test_the_index_has_the_usual_limits() -> None:
    shown = {key.removeprefix("limits."): float(default) for (_, key), default in index().items()
             if key.startswith("limits.")}  # fmt: skip
    assert shown == asdict(Limits())
