"""`grader batch`, `override`, `comment` and `export`, as an instructor types them."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.batch.tiny_class import LEAVES, LOOPS, NO_TEXT, RIGHT, STARTER, hand_in, tiny

from .conftest import ROOT, Grader

LIBRARY = ("--exercises", "exercises", "--rubrics", "rubrics")
BATCH = (*LIBRARY, "batch", "class", "--exercise", "tiny", "--seed", "7", "--jobs", "1")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return tiny.write(tmp_path)


def test_a_class_from_folder_to_gradebook(top: Path, grader: Grader) -> None:
    hand_in(top, {"ann": RIGHT, "bob": NO_TEXT, "cid": STARTER})
    (top / "class/essay.txt").write_text("no code")
    ran = grader(*BATCH, "--out", "night", "--dry-run")
    assert ran.code == 0
    assert "3 submissions of 3 students for 1 exercise (tiny)" in ran.out
    assert "essay.txt" in ran.out
    assert not (top / "night").exists()

    ran = grader(*BATCH, "--out", "night")
    assert ran.code == 0, ran.err
    assert "3 graded" in ran.out
    assert (top / "night/index.html").is_file()
    assert (top / "night/reports/ann/tiny/report.html").is_file()

    ran = grader("override", "night", "bob", "tiny", "text", "--points", "20", "--because", "oral")
    assert ran.code == 0, ran.err
    assert "80 points" in ran.out
    assert grader("comment", "night", "bob", "tiny", "Come and see me.").code == 0
    page = (top / "night/reports/bob/tiny/report.html").read_text()
    assert "oral" in page
    assert "Come and see me." in page

    ran = grader("export", "night", "--to", "csv")
    assert ran.code == 0, ran.err
    rows = (top / "night/exports/grades.csv").read_text().splitlines()
    assert sum("bob" in row for row in rows) >= 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("batch", "nowhere", "--out", "x", "--exercise", "tiny"), 2, "nowhere"),
        (("batch", "class", "--out", "x", "--exercise", "tinny"), 2, "tinny"),
        (("batch", "class", "--out", "x", "--limit-time", "soon"), 2, "90m"),
        (("batch", "class", "--out", "rubrics/tiny.toml", "--exercise", "tiny"), 4, "tiny.toml"),
        (("batch", "class", "--out", "x", "--exercise", "tiny", "--roster", "none.csv"), 2, "none"),
        (("batch", "class", "--out", "x", "--exercise", "tiny", "--course", "c.toml"), 2, "c.toml"),
        (("override", "x", "ann", "tiny", "text", "--withdraw", "--because", "b"), 2, "no grade"),
        (("override", "x", "ann", "tiny", "text", "--because", "b"), 2, "--points"),
        (("comment", "x", "ann", "tiny", "hello"), 2, "no grade"),
        (("export", "class", "--to", "csv"), 2, "no grade"),
    ],
)
def test_wrong_use_is_one_clear_line(
    top: Path, grader: Grader, arguments: tuple[str, ...], code: int, told: str
) -> None:
    hand_in(top, {"ann": RIGHT})
    ran = grader(*LIBRARY, *arguments)
    assert ran.code == code, ran.err
    assert told in ran.err.splitlines()[-1]


def start(top: Path, out: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "grader", *BATCH, "--out", out],
        cwd=top,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whoever runs the tests in the background of a shell has Ctrl-C ignored, and so would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def wait_for(top: Path, out: str, results: int) -> None:
    """Until so many results are recorded."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with sqlite3.connect(f"file:{top / out}/grades.sqlite?mode=ro", uri=True) as store:
                (found,) = store.execute("SELECT count(*) FROM result").fetchone()
                if found >= results:
                    return
        except sqlite3.OperationalError:
            pass  # not there yet
        time.sleep(0.01)
    raise AssertionError("nothing was recorded")


def gradebook(top: Path, grader: Grader, out: str) -> Any:
    """The exported gradebook without its name and times."""
    assert grader("export", out, "--to", "json").code == 0
    book = json.loads((top / out / "exports/gradebook.json").read_text())
    for entry in book["entries"]:
        del entry["seconds"], entry["graded_at"]
    return book["entries"]


def test_a_power_cut_and_a_resume_give_the_undisturbed_gradebook(
    top: Path, grader: Grader
) -> None:
    texts = (RIGHT, NO_TEXT, STARTER, LEAVES)
    names = {f"s{index:02}": f"{texts[index % 4]}# {index}\n" for index in range(12)}
    hand_in(top, names)
    assert grader(*BATCH, "--out", "calm").code == 0
    running = start(top, "killed")
    wait_for(top, "killed", 5)
    running.kill()
    running.communicate()
    ran = grader(*BATCH, "--out", "killed")
    assert ran.code == 0, ran.err
    assert "as before" in ran.out
    assert gradebook(top, grader, "killed") == gradebook(top, grader, "calm")


def test_ctrl_c_ends_it_and_says_how_to_go_on(top: Path, grader: Grader) -> None:
    # Two that are done soon, and then more than could be done in the time of this test.
    quick = {f"a{index}": f"{RIGHT}# {index}\n" for index in range(2)}
    hand_in(top, quick | {f"b{index}": f"{LOOPS}# {index}\n" for index in range(60)})
    running = start(top, "out")
    wait_for(top, "out", 2)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert "the same command again goes on" in out
    assert "Traceback" not in err
    assert (top / "out/index.html").is_file()
    kept = len(list((top / "out/reports").iterdir()))
    assert 2 <= kept < 62
