"""Submissions per minute and core: `grader batch`, a plain loop of tools, and other graders.

    python bench/class_speed.py [--submissions N] [--only NAME ...] [--home FOLDER]

Everything runs on one processor, in one run. The same work: three small functions, six tests
(`same_work`), right and wrong submissions by turns, each with other bytes. `grader` does besides
what it always does: walls, static checks, a rubric, a report for each. Each of the others is shown
to tell right from wrong before it is timed, which also warms what it keeps; `grader` starts cold.

Then what real exercises cost: `py-lru-cache` with its explored interleavings, and `cpp-singleton`
beside g++ that builds and runs the public example under the same two sanitizers.

`--units N` measures memory instead: that of `grader batch` and its workers, at each tenth of a
class of N.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rivals import FILE, Check50, Missing, Nbgrader, Otter, Plain, Rival
from same_work import checks

ROOT = Path(__file__).resolve().parents[1]
SAME = "figures"
REAL = {"py-lru-cache": "lru_cache.py", "cpp-singleton": "singleton.hpp"}
RIVALS: tuple[type[Rival], ...] = (Plain, Check50, Otter, Nbgrader)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Compare graders on a class.")
    parser.add_argument("--submissions", type=int, default=40)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--home", type=Path, default=Path(tempfile.gettempdir(), "grader-bench"))
    parser.add_argument("--units", type=int, default=0)
    options = parser.parse_args()
    options.home.mkdir(exist_ok=True)
    if options.units:
        memory(options.home, options.units)
        return
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{options.submissions} submissions, one processor; seconds are of wall clock\n")
    print(f"{'':26}{'seconds':>9}{'each':>8}{'a minute':>10}{'times slower':>14}")
    same_work(options)
    real_work(options)


def same_work(options: argparse.Namespace) -> None:
    """The same tests on the same submissions, for all graders."""
    exercises, rubrics = library(options.home / "library")
    handed = hand_in(options.home / "same", exercises / SAME, FILE, options.submissions)
    best = line("grader", options, timed(lambda: batch(handed, SAME, exercises, rubrics)))
    for kind in RIVALS:
        if options.only and kind.name not in options.only:
            continue
        home = options.home / kind.name.replace(" ", "")
        home.mkdir(exist_ok=True)
        rival = kind(home)
        folders = sorted(handed.iterdir())
        try:
            rival.prepare()
            right, wrong = rival.grade(folders[:2])
        except (Missing, RuntimeError) as error:
            print(f"{kind.name:26} cannot be run here: {error}")
            continue
        if not (right == 1 and wrong < 1):
            raise SystemExit(f"{kind.name} gave {right} to a right fix, {wrong} to a wrong one")
        line(kind.name, options, timed(lambda: rival.grade(folders)), best)  # noqa: B023


def real_work(options: argparse.Namespace) -> None:
    """Whole exercises, and the compiler alone."""
    exercises, rubrics = ROOT / "exercises", ROOT / "rubrics"
    for name, file in REAL.items():
        handed = hand_in(options.home / name, exercises / name, file, options.submissions)
        work = functools.partial(batch, handed, name, exercises, rubrics)
        best = line(f"grader, {name}", options, timed(work))
    example = ROOT / "exercises/cpp-singleton/public/example.cpp"
    program = options.home / "program"
    folders = sorted(handed.iterdir())

    def compile_and_run() -> None:
        for folder in folders:
            for flags in ("-fsanitize=address,undefined", "-fsanitize=thread"):
                program.unlink(missing_ok=True)
                command = ["g++", "-std=c++20", "-g", "-pthread", flags, "-I", folder]
                told = {"capture_output": True, "check": False}
                subprocess.run([*command, example, "-o", program], **told)  # type: ignore[call-overload]
                if program.exists():
                    subprocess.run([program], **told)  # type: ignore[call-overload]

    line("g++, example, two builds", options, timed(compile_and_run), best)


def library(home: Path) -> tuple[Path, Path]:
    """The exercise of `same_work` as one of `grader`: folders of exercises and rubrics."""
    shutil.rmtree(home, ignore_errors=True)
    text = Path(checks.__file__).with_name(FILE).read_text()
    tests = map(checks.ours, checks.CASES)
    wrong = text.replace("(900, \"CM\"), ", "")
    files = {
        "exercise.toml": checks.EXERCISE,
        "README.md": "# Figures\n\n`middle`, `runs` and `roman`.\n",
        f"starter/{FILE}": wrong,
        f"solutions/one/{FILE}": text,
        "solutions/one/solution.toml": 'approach = "Right."\n',
        f"solutions/other/{FILE}": text.replace("sorted(values)", "sorted(list(values))"),
        "solutions/other/solution.toml": 'approach = "Right as well."\n',
        f"mutants/wrong/{FILE}": wrong,
        "mutants/wrong/mutant.toml": 'loses = ["roman"]\nwhy = "No CM."\n',
        "hidden/test_figures.py": "import pytest\n\n\n" + "\n\n".join(tests),
        "flaws.toml": checks.FLAWS,
    }
    for name, content in files.items():
        path = home / "exercises" / SAME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    (home / "rubrics").mkdir()
    (home / "rubrics" / f"{SAME}.toml").write_text(checks.rubric())
    return home / "exercises", home / "rubrics"


def hand_in(home: Path, exercise: Path, file: str, count: int) -> Path:
    """A class of right fixes and starters by turns, other bytes each and in each run."""
    shutil.rmtree(home, ignore_errors=True)
    right = sorted((exercise / "solutions").iterdir())
    comment = "#" if file.endswith(".py") else "//"
    for number in range(count):
        source = exercise / "starter" if number % 2 else right[number // 2 % len(right)]
        target = home / "class" / f"s{number:05}"
        target.mkdir(parents=True)
        text = (source / file).read_text()
        (target / file).write_text(f"{text}\n{comment} {number} {time.time_ns()}\n")
    return home / "class"


def batch(handed: Path, exercise: str, exercises: Path, rubrics: Path) -> None:
    """Grade a class as an instructor does, with one worker, into a new folder."""
    out = handed.parent / "out"
    if start(handed, exercise, exercises, rubrics, 1).wait():
        raise SystemExit(f"the batch failed; see {out}.log")


def start(
    handed: Path, exercise: str, exercises: Path, rubrics: Path, jobs: int
) -> subprocess.Popen[bytes]:
    """Begin a batch; what it says goes beside its folder."""
    out = handed.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "grader", "--exercises", exercises, "--rubrics", rubrics]
    command += ["batch", handed, "--out", out, "--exercise", exercise, "--jobs", jobs]
    with out.with_suffix(".log").open("wb") as log:
        return subprocess.Popen([*map(str, command)], cwd=ROOT, stdout=log, stderr=log)


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def line(
    name: str, options: argparse.Namespace, seconds: float, best: float | None = None
) -> float:
    """Print one line of the table; its seconds."""
    count = options.submissions
    ratio = "" if best is None else f"{seconds / best:.1f}"
    each, rate = seconds / count, 60 * count / seconds
    print(f"{name:26}{seconds:9.1f}{each:8.2f}{rate:10.0f}{ratio:>14}", flush=True)
    return seconds


def memory(home: Path, units: int) -> None:
    """Print the memory of a batch at each tenth of its way."""
    exercises, rubrics = library(home / "library")
    handed = hand_in(home / "memory", exercises / SAME, FILE, units)
    out = handed.parent / "out"
    process = start(handed, SAME, exercises, rubrics, len(os.sched_getaffinity(0)))
    print(f"{'units':>8}{'batch MiB':>12}{'workers and boxes MiB':>24}")
    told = 0
    while process.poll() is None:
        done = recorded(out)
        if done * 10 // units > told:
            told = done * 10 // units
            family = below(process.pid)
            own, others = resident(process.pid), sum(map(resident, family))
            print(f"{done:8}{own:12.0f}{others:24.0f}", flush=True)
        time.sleep(0.2)


def recorded(out: Path) -> int:
    """Results in the store."""
    try:
        with sqlite3.connect(f"file:{out / 'grades.sqlite'}?mode=ro", uri=True) as store:
            return int(store.execute("SELECT count(*) FROM result").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def below(pid: int) -> set[int]:
    """All processes below one."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(folder.name)] = int(fields[1])
    found: set[int] = set()
    for each in parents:
        at = each
        while at in parents and at != pid:
            at = parents[at]
        if at == pid and each != pid:
            found.add(each)
    return found


def resident(pid: int) -> float:
    """MiB of memory that a process has for itself, and its part of what is shared."""
    try:
        for each in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if each.startswith("Pss:"):
                return int(each.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


if __name__ == "__main__":
    main()
