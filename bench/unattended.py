"""A class of hundreds, graded twice: undisturbed, and killed with SIGKILL three times and resumed.

    python bench/unattended.py [SUBMISSIONS] [FOLDER]

The class is made of what the exercises ship with (right fixes, mutants, starters) in both
languages, with infinite loops, crashes and every attack of the test suite among it. The two
gradebooks must be equal in all but times, and no process may be left; exit code 1 otherwise. Only
what was seen of a submission that throws dice itself may be told differently; that is counted.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
KILLS = (0.2, 0.5, 0.8)
"""When SIGKILL comes: after this part of the class."""
TIMES = ("made", "graded_at", "seconds")
SABOTAGE = {
    ".py": {
        "loops": "while True:\n    pass\n",
        "leaves": "import os\nos._exit(0)\n",
        "crashes": "import ctypes\nctypes.string_at(0)\n",
        "no-python": "def broken(:\n",
        "eats": "held = [bytearray(2**28) for _ in range(64)]\n",
    },
    ".hpp": {
        "loops": "inline int held = [] { for (volatile int i = 0;; i = 1) {} return 0; }();\n",
        "leaves": "#include <cstdlib>\ninline int held = (std::_Exit(0), 0);\n",
        "crashes": "inline int held = *static_cast<volatile int *>(nullptr);\n",
        "no-c++": "class {\n",
        "unfolds": "template <int N> struct A : A<N + 1>, A<N + 2> {};\ninline A<0> held;\n",
    },
}


def main(submissions: int = 420, folder: str = "") -> int:
    """Grade twice, compare, say what came of it."""
    base = Path(folder) if folder else Path(tempfile.mkdtemp(prefix="grader-unattended-"))
    exercises, rubrics = library(base)
    handed = base / "class"
    made = hand_in(exercises, handed, submissions)
    print(f"{made} submissions in {handed}", flush=True)

    started = time.monotonic()
    finish(batch(exercises, rubrics, handed, base / "calm"))
    calm_seconds = time.monotonic() - started
    started = time.monotonic()
    for part in KILLS:
        kill_after(batch(exercises, rubrics, handed, base / "killed"), base / "killed", made * part)
    finish(batch(exercises, rubrics, handed, base / "killed"))
    killed_seconds = time.monotonic() - started

    calm, killed = gradebook(base / "calm"), gradebook(base / "killed")
    states = Counter(entry["status"] for entry in calm["entries"])
    print(f"{len(calm['entries'])} entries: {dict(states)}")
    print(f"undisturbed {calm_seconds:.0f} s, killed {len(KILLS)} times {killed_seconds:.0f} s")
    left = processes(base)
    for line in left:
        print(f"left behind: {line}")
    wrong = list(differences(calm, killed))
    for line in wrong:
        print(f"differs: {line}")
    told = list(differences(calm, killed, told=True))
    print(f"{len(told)} entries tell other observations: {', '.join(told) or '-'}")
    print("the gradebooks differ" if wrong else "the gradebooks are equal")
    return 1 if wrong or left else 0


def library(base: Path) -> tuple[Path, Path]:
    """The exercises with those that the attacks are written against, as one library."""
    exercises, rubrics = base / "exercises", base / "rubrics"
    for source in (ROOT / "exercises", ROOT / "tests" / "exercises"):
        shutil.copytree(source, exercises, dirs_exist_ok=True)
    for source in (ROOT / "rubrics", ROOT / "tests" / "rubrics"):
        shutil.copytree(source, rubrics, dirs_exist_ok=True)
    return exercises, rubrics


def hand_in(exercises: Path, handed: Path, wanted: int) -> int:
    """Folders student/exercise; how many. The same for the same `wanted`."""
    chosen = random.Random(wanted)
    names = sorted(path.name for path in exercises.iterdir() if (path / "exercise.toml").is_file())
    attacks = {
        "attack-lru": sorted((ROOT / "tests/attacks/python").glob("*.py")),
        "attack-counter": sorted((ROOT / "tests/attacks/cpp").glob("*.cpp")),
    }
    made = 0
    while made < wanted:
        for name in names:
            target = handed / f"student-{made // len(names):03}" / name
            shutil.copytree(exercises / name / "starter", target)
            main_file = main_of(target)
            if name in attacks:
                main_file.write_bytes(chosen.choice(attacks[name]).read_bytes())
            elif chosen.random() < 0.15:
                tricks = SABOTAGE[main_file.suffix]
                text = tricks[chosen.choice(sorted(tricks))]
                main_file.write_text(text, encoding="utf-8")
            else:
                overlay(chosen.choice(variants(exercises / name)), target)
            made += 1
    return made


def main_of(folder: Path) -> Path:
    """The file to hand in."""
    return next(path for path in sorted(folder.iterdir()) if path.suffix in SABOTAGE)


def variants(exercise: Path) -> list[Path]:
    """Folders of right and wrong fixes, and the starter."""
    found = [path for kind in ("solutions", "mutants") for path in (exercise / kind).glob("*")]
    return [*sorted(path for path in found if path.is_dir()), exercise / "starter"]


def overlay(source: Path, target: Path) -> None:
    """Put the files of a fix over the starter's."""
    for path in source.iterdir():
        if path.suffix in (".py", ".hpp", ".cpp", ".h"):
            shutil.copyfile(path, target / path.name)


def batch(exercises: Path, rubrics: Path, handed: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start one batch; its lines go to a log beside its folder."""
    command = [sys.executable, "-m", "grader", "--exercises", exercises, "--rubrics", rubrics]
    log = out.with_suffix(".log").open("ab")
    return subprocess.Popen(
        [*map(str, command), "batch", str(handed), "--out", str(out), "--seed", "7"],
        stdout=log,
        stderr=log,
        cwd=ROOT,
    )


def finish(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end: 0, or 4 where something is incomplete."""
    if process.wait() not in (0, 4):
        raise SystemExit(f"the batch ended with {process.returncode}; see its log")


def kill_after(process: subprocess.Popen[bytes], out: Path, recorded: float) -> None:
    """SIGKILL the batch, and nothing else, as soon as so many units are recorded."""
    while process.poll() is None and count(out) < recorded:
        time.sleep(0.05)
    print(f"SIGKILL after {count(out)}", flush=True)
    process.send_signal(signal.SIGKILL)
    process.wait()


def count(out: Path) -> int:
    """Attempts that have a result."""
    try:
        with sqlite3.connect(f"file:{out / 'grades.sqlite'}?mode=ro", uri=True) as store:
            return int(store.execute("SELECT count(*) FROM attempt WHERE key != ''").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def gradebook(out: Path) -> Any:
    """The exported gradebook without times."""
    subprocess.run(
        [sys.executable, "-m", "grader", "export", str(out), "--to", "json"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    book = json.loads((out / "exports" / "gradebook.json").read_bytes())
    return timeless(book | {"name": ""})


def timeless(value: Any) -> Any:
    """A JSON value without what depends on the clock."""
    if isinstance(value, dict):
        return {key: timeless(each) for key, each in value.items() if key not in TIMES}
    return [timeless(each) for each in value] if isinstance(value, list) else value


def differences(first: Any, second: Any, *, told: bool = False) -> Iterator[str]:
    """Entries that are not the same, a line each: their grades, or what is told of them."""
    for one, other in zip(first["entries"], second["entries"], strict=True):
        if told and one["criteria"] != other["criteria"]:
            yield f"{one['student']} {one['exercise']}"
        one, other = unseen(one), unseen(other)
        if one != other and not told:
            keys = [key for key in one if one[key] != other[key]]
            yield f"{one['student']} {one['exercise']}: {', '.join(keys)}"


def unseen(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry without what was observed."""
    marks = [
        {key: value for key, value in mark.items() if not key.startswith("seen")}
        for mark in entry["criteria"]
    ]
    return entry | {"criteria": marks}


def processes(base: Path) -> list[str]:
    """Processes that still know the class's folder, by their command lines; not our own parents."""
    found = []
    own = ancestors()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if str(base) in told and int(folder.name) not in own:
            found.append(f"{folder.name} {told}")
    return found


def ancestors() -> set[int]:
    """This process, its parent, and so on."""
    found = {1}
    current = os.getpid()
    while current not in found:
        found.add(current)
        status = Path(f"/proc/{current}/status").read_text(encoding="utf-8")
        current = int(status.partition("PPid:")[2].split()[0])
    return found


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(int(arguments[0]) if arguments else 420, *arguments[1:]))
