"""Other graders, each in a virtual environment of its own, with the tests of `same_work`.

`Missing` says why one cannot be run here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
import venv
import xml.etree.ElementTree as ElementTree
from abc import ABC, abstractmethod
from pathlib import Path

from same_work.checks import CASES, plain

PACKAGES = {
    "otter": ("otter-grader==7.0.0", "ipykernel==7.4.0"),  # it runs notebooks and brings no kernel
    "nbgrader": ("nbgrader==0.9.6",),
    "check50": ("check50==3.5.0",),
}
"""Pinned, so that two runs of the benchmark compare the same things."""


FILE = "figures.py"
MODULE = "figures"


class Missing(Exception):
    """A grader that cannot be installed here."""


class Rival(ABC):
    """One other grader. `prepare` is not timed, `grade` is."""

    name: str

    def __init__(self, home: Path) -> None:
        self.home = home

    def install(self) -> Path:
        """The folder of its programs. Raises Missing."""
        folder = self.home / "venv"
        if not (folder / "ready").is_file():
            venv.create(folder, with_pip=True)
            pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", *PACKAGES[self.name]]
            done = subprocess.run(pip, capture_output=True, text=True, check=False)
            if done.returncode:
                raise Missing((done.stderr.strip().splitlines() or ["pip failed"])[-1])
            (folder / "ready").touch()
        return folder / "bin"

    @abstractmethod
    def prepare(self) -> None:
        """Make the assignment."""

    @abstractmethod
    def grade(self, submissions: list[Path]) -> list[float]:
        """The part of the points, 0 to 1, that each submission gets."""

    def run(self, *command: object, cwd: Path, allowed: tuple[int, ...] = (0,)) -> None:
        """Run one of its programs. Raises RuntimeError with the end of what it said."""
        environment = {**os.environ, "PATH": f"{self.home / 'venv/bin'}:{os.environ['PATH']}"}
        environment.pop("PYTHONPATH", None)
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode not in allowed:
            raise RuntimeError(f"{self.name}: {(done.stderr or done.stdout)[-800:]}")


class Plain(Rival):
    """One pytest process and one pylint process for each submission."""

    name = "pytest + pylint"

    def prepare(self) -> None:  # noqa: D102 - as in Rival
        tests = "\n\n".join(map(plain, CASES))
        (self.home / "test_plain.py").write_text(f"from {MODULE} import *\n\n\n{tests}")

    def grade(self, submissions: list[Path]) -> list[float]:  # noqa: D102 - as in Rival
        found = []
        for folder in submissions:
            environment = {**os.environ, "PYTHONPATH": str(folder)}
            report = self.home / "report.xml"
            pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
                      "--import-mode=importlib", f"--junitxml={report}", "-c", os.devnull,
                      "--rootdir", self.home, self.home / "test_plain.py"]  # fmt: skip
            subprocess.run(pytest, env=environment, cwd=self.home, capture_output=True, check=False)
            pylint = [sys.executable, "-m", "pylint", "--output-format=json", folder / FILE]
            subprocess.run(pylint, cwd=self.home, capture_output=True, check=False)
            found.append(_passed(report.read_text()))
        return found


class Check50(Rival):
    """check50 on its own checks, offline."""

    name = "check50"

    def prepare(self) -> None:  # noqa: D102 - as in Rival
        self.install()
        checks = ["import sys", "import check50"]
        for name in CASES:
            checks += ["@check50.check()", f"def check_{name}():", f'    """{name}"""',
                       "    sys.path.insert(0, '')",
                       f"    from {MODULE} import middle, roman, runs",
                       textwrap.indent(plain(name), "    "), f"    test_{name}()"]  # fmt: skip
        folder = self.home / "checks"
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text("\n".join(checks))
        (folder / ".cs50.yml").write_text("check50:\n  files:\n    - !include '*.py'\n")

    def grade(self, submissions: list[Path]) -> list[float]:  # noqa: D102 - as in Rival
        found = []
        for folder in submissions:
            result = self.home / "result.json"
            self.run(
                self.home / "venv/bin/check50", "--dev", "--log-level", "error", "-o", "json",
                "--output-file", result, self.home / "checks", cwd=folder, allowed=(0, 1),
            )  # fmt: skip
            marks = [check["passed"] is True for check in json.loads(result.read_text())["results"]]
            found.append(sum(marks) / len(marks))
        return found


class Otter(Rival):
    """`otter run` without containers, on a notebook."""

    name = "otter"

    def prepare(self) -> None:  # noqa: D102 - as in Rival
        self.install()
        cells = [_raw("# ASSIGNMENT CONFIG\nname: bench\ninit_cell: false\nexport_cell: false"),
                 _raw("# BEGIN QUESTION\nname: q1\npoints: 1"), _raw("# BEGIN SOLUTION"),
                 _code("answer = 1 # SOLUTION"), _raw("# END SOLUTION"),
                 _raw("# BEGIN TESTS")]  # fmt: skip
        cells += [_code(f"{plain(name)}\ntest_{name}()") for name in CASES]
        cells += [_raw("# END TESTS"), _raw("# END QUESTION")]
        _notebook(self.home / "master.ipynb", cells)
        shutil.rmtree(self.home / "dist", ignore_errors=True)
        self.run(self.home / "venv/bin/otter", "assign", "--no-run-tests", "master.ipynb", "dist",
                 cwd=self.home)  # fmt: skip
        self.zip = next((self.home / "dist/autograder").glob("*.zip"))

    def grade(self, submissions: list[Path]) -> list[float]:  # noqa: D102 - as in Rival
        found = []
        for folder in submissions:
            notebook = self.home / "submission" / "master.ipynb"
            notebook.parent.mkdir(exist_ok=True)
            _notebook(notebook, [_code((folder / FILE).read_text())], otter="bench")
            self.run(self.home / "venv/bin/otter", "run", "--no-logo", "-a", self.zip, "-o",
                     self.home / "submission", notebook, cwd=self.home)  # fmt: skip
            told = json.loads((self.home / "submission/results.json").read_text())
            tests = [each for each in told["tests"] if each.get("max_score")]
            found.append(sum(each["score"] for each in tests) / sum(e["max_score"] for e in tests))
        return found


class Nbgrader(Rival):
    """`nbgrader autograde` of a whole class at once, on notebooks."""

    name = "nbgrader"

    def prepare(self) -> None:  # noqa: D102 - as in Rival
        self.install()
        course = self.home / "course"
        shutil.rmtree(course, ignore_errors=True)
        (course / "source/ps1").mkdir(parents=True)
        configuration = "c = get_config()\nc.CourseDirectory.course_id = 'b'\n"
        (course / "nbgrader_config.py").write_text(configuration)
        cells = self._cells("### BEGIN SOLUTION\n1\n### END SOLUTION")
        _notebook(course / "source/ps1/p.ipynb", cells)
        nbgrader = self.home / "venv/bin/nbgrader"
        self.run(nbgrader, "generate_assignment", "ps1", "--create", cwd=course)

    def grade(self, submissions: list[Path]) -> list[float]:  # noqa: D102 - as in Rival
        course = self.home / "course"
        for name in ("submitted", "autograded"):
            shutil.rmtree(course / name, ignore_errors=True)
        for number, folder in enumerate(submissions):
            target = course / f"submitted/s{number:03}/ps1/p.ipynb"
            target.parent.mkdir(parents=True)
            _notebook(target, self._cells((folder / FILE).read_text()))
        self.run(self.home / "venv/bin/nbgrader", "autograde", "ps1", "--force", cwd=course)
        script = (
            "from nbgrader.api import Gradebook\n"
            "with Gradebook('sqlite:///gradebook.db') as book:\n"
            "    for s in sorted(book.assignment_submissions('ps1'), key=lambda s: s.student.id):\n"
            "        print(s.score / s.max_score)\n"
        )
        done = subprocess.run(
            [self.home / "venv/bin/python", "-c", script],
            cwd=course, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [float(line) for line in done.stdout.split()]

    def _cells(self, solution: str) -> list[dict[str, object]]:
        cells = [_graded(_code(solution), "solution", solution=True)]
        for name in CASES:
            cells.append(_graded(_code(f"{plain(name)}\ntest_{name}()"), name, solution=False))
        return cells


def _passed(report: str) -> float:
    suite = ElementTree.fromstring(report).find("testsuite")
    assert suite is not None
    bad = int(suite.attrib["failures"]) + int(suite.attrib["errors"])
    return 1 - bad / int(suite.attrib["tests"])


def _code(source: str) -> dict[str, object]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [],
            "execution_count": None}  # fmt: skip


def _raw(source: str) -> dict[str, object]:
    return {"cell_type": "raw", "source": source, "metadata": {}}


def _graded(cell: dict[str, object], name: str, *, solution: bool) -> dict[str, object]:
    about = {"grade": not solution, "solution": solution, "locked": not solution, "task": False,
             "grade_id": name, "schema_version": 3}  # fmt: skip
    return cell | {"metadata": {"nbgrader": about if solution else about | {"points": 1}}}


def _notebook(path: Path, cells: list[dict[str, object]], otter: str = "") -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.write_text(json.dumps({
        "cells": [cell | {"id": f"c{number}"} for number, cell in enumerate(cells)],
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}}
        | ({"otter": {"assignment_name": otter}} if otter else {}),
        "nbformat": 4, "nbformat_minor": 5,
    }))  # fmt: skip
