"""How long one C++ grading takes, stage by stage, beside a bare g++ that builds the same programs.

    python bench/cpp_grading.py [EXERCISE [SOLUTION]]

All in one run, so that the ratios hold on any machine:

bare      every program of the exercise in every profile, with the flags of the grader: one g++ for
          each source, one to link, one run, one after the other; no walls, no caches.
cold      the first grading on a machine: boxes are started, and the cache is empty.
new code  boxes are warm and the runtime is compiled, but these bytes were never seen.
warm      the same bytes again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from grader.languages.cpp.plan import COMMON_FLAGS, GCC_FLAGS, INSIDE, BuildPlan, plan
from grader.languages.cpp.toolchain import find_toolchain
from grader.load import load_exercise, load_rubric, take_in
from grader.model import Exercise, Rubric, SourceFile, Submission
from grader.pipeline.engine import Engine
from grader.pipeline.steps import grade
from grader.sandbox import wire

ROOT = Path(__file__).resolve().parents[1]
SEED = 1
STAGES = ("build", "tests", "checks", "score")


def main(exercise_id: str = "cpp-singleton", solution: str = "") -> None:
    """Measure, and print a table in seconds and ratios to the bare build."""
    exercise = load_exercise(ROOT / "exercises" / exercise_id)
    rubric = load_rubric(ROOT / "rubrics" / f"{exercise_id}.toml", exercise_id)
    chosen = next(item for item in exercise.solutions if solution in ("", item.name))
    submission = take_in(chosen.folder, exercise)
    bare = _bare(exercise, submission)
    print(f"{exercise_id}, solution {chosen.name}, {find_toolchain().version}, "
          f"{os.cpu_count()} processors")  # fmt: skip
    print(f"\n{'':10}{'total':>8}{'ratio':>8}" + "".join(f"{name:>8}" for name in STAGES))
    print(f"{'bare':10}{bare:8.2f}{1:8.2f}   compile, link and run of every program")
    with tempfile.TemporaryDirectory() as empty:
        os.environ["XDG_CACHE_HOME"] = empty
        started = time.perf_counter()
        with Engine() as engine:
            _measure("cold", engine, exercise, rubric, submission, bare, started)
            changed = _changed(submission)
            _measure("new code", engine, exercise, rubric, changed, bare, time.perf_counter())
            _measure("warm", engine, exercise, rubric, changed, bare, time.perf_counter())


def _measure(
    name: str,
    engine: Engine,
    exercise: Exercise,
    rubric: Rubric,
    submission: Submission,
    bare: float,
    started: float,
) -> None:
    """Grade once and print a line. Checks run beside builds and tests, so stages overlap."""
    engine.warm_up("cpp")
    graded = grade(engine, exercise, rubric, submission, SEED).grade
    total = time.perf_counter() - started
    if graded.points != 100:
        raise SystemExit(f"{name}: a reference solution got {graded.points} points")
    spent = {stage.name: stage.seconds for stage in graded.provenance.stages}
    columns = "".join(f"{spent.get(stage, 0.0):8.2f}" for stage in STAGES)
    print(f"{name:10}{total:8.2f}{total / bare:8.2f}{columns}")


def _changed(submission: Submission) -> Submission:
    """The same code with a comment that nobody has seen yet."""
    comment = f"\n// {time.time_ns()}\n".encode()
    files = tuple(
        SourceFile(path=item.path, content=item.content + comment) for item in submission.files
    )
    return replace(submission, files=files)


def _bare(exercise: Exercise, submission: Submission) -> float:
    """Seconds for building and running all programs with the compiler alone."""
    toolchain = find_toolchain()
    plans = [
        plan(exercise, submission, program, profile, toolchain)
        for program in exercise.programs
        for profile in program.profiles
    ]
    with tempfile.TemporaryDirectory() as folder:
        for item in submission.files:
            path = Path(folder) / item.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(item.content)
        started = time.perf_counter()
        for item in plans:
            _build_and_run(item, folder)
        return time.perf_counter() - started


def _build_and_run(item: BuildPlan, folder: str) -> None:
    flags = [*COMMON_FLAGS, *GCC_FLAGS, *item.profile.compile_flags, "-I", str(INSIDE / "include")]
    driver = [*flags, *item.profile.driver_flags, "-O0", "-c", str(INSIDE / "driver.cpp")]
    _run([item.toolchain.compiler, *driver, "-o", "driver.o"], folder)
    objects = ["driver.o"]
    for number, unit in enumerate(unit for unit in item.units if not unit.checked_only):
        objects.append(f"unit-{number}.o")
        command = [item.toolchain.compiler, *flags, "-iquote", ".", "-x", "c++", "-c", "-"]
        _run([*command, "-o", objects[-1]], folder, unit.text)
    link = ["-pthread", *item.profile.link_flags, *objects, "-o", "program"]
    _run([item.toolchain.compiler, *link], folder)
    _ask_to_exit(Path(folder) / "program")


def _ask_to_exit(program: Path) -> None:
    """Run a program up to its end, as a test does that asks for nothing."""
    requests, answers = os.pipe(), os.pipe()
    os.write(requests[1], wire.pack({"nonce": "ab", "op": "exit"}))
    actions = [
        (os.POSIX_SPAWN_DUP2, requests[0], 3 + 100),
        (os.POSIX_SPAWN_DUP2, answers[1], 4 + 100),
        (os.POSIX_SPAWN_DUP2, 3 + 100, 3),
        (os.POSIX_SPAWN_DUP2, 4 + 100, 4),
    ]
    child = os.posix_spawn(str(program), [str(program)], {}, file_actions=actions)
    _, status = os.waitpid(child, 0)
    for end in (*requests, *answers):
        os.close(end)
    if status:
        raise SystemExit(f"the program ended with status {status}")


def _run(command: list[str], folder: str, stdin: str = "") -> None:
    subprocess.run(command, cwd=folder, input=stdin.encode(), check=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
