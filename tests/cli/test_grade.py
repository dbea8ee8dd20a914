"""`grader grade`: what a learner meets, with good and with bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Grader

Submit = Callable[..., str]
STARTER = (ROOT / "exercises/py-singleton/starter/singleton.py").read_text()
FIXED = (ROOT / "exercises/py-singleton/solutions/lock-in-new/singleton.py").read_text()
HEADER = (ROOT / "exercises/cpp-singleton/starter/singleton.hpp").read_text()
PY = ("--exercise", "py-singleton")


def test_a_right_fix_gets_full_marks_and_two_reports(grader: Grader, submit: Submit) -> None:
    ran = grader("grade", submit({"singleton.py": FIXED}), *PY)
    assert ran.code == 0
    assert ran.result["status"] == "graded"
    assert ran.result["percent"] == 100
    assert ran.result["sandbox"]["rung"] in {"bubblewrap", "landlock"}
    assert "<html" in ran.page
    assert "100 of 100 points" in ran.out


def test_the_starter_is_graded_and_fails_under_a_bar(grader: Grader, submit: Submit) -> None:
    ran = grader("grade", submit({"singleton.py": STARTER}), *PY, "--fail-under", "60")
    assert ran.code == 1
    assert 0 < ran.result["points"] < 60
    lost = next(item for item in ran.result["criteria"] if item["status"] == "failed")
    assert all(lost[key] for key in ("cause", "consequence", "next_step"))
    race = [
        exhibit
        for item in ran.result["criteria"]
        for exhibit in item["evidence"]
        if exhibit.get("interleaving")
    ]
    assert race
    assert {step["location"]["file"] for step in race[0]["interleaving"]} == {"singleton.py"}


def test_a_seed_replays_a_grading(grader: Grader, submit: Submit) -> None:
    folder = submit({"singleton.py": STARTER})

    def evidence() -> object:
        return grader("grade", folder, *PY, "--seed", "7").result["criteria"]

    assert evidence() == evidence()


def test_the_marker_names_the_exercise(grader: Grader) -> None:
    assert grader("start", "py-singleton").code == 0
    ran = grader("grade", "py-singleton", "--format", "json")
    assert ran.code == 0
    assert ran.result["exercise"] == "py-singleton"
    assert not (ran.folder / "grader-report/report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [(("grade", "absent", *PY), 2, "absent"), (("grade", "work"), 2, "--exercise"),
     (("grade", "work", "--exercise", "py-singletom"), 2, "py-singleton"),
     (("grade", "work", *PY, "--fail-under", "many"), 2, "fail-under"),
     (("grad", "work"), 2, "grade"), (("show", "nothing"), 2, "nothing"),
     (("grade", "work", *PY), 5, "singleton.py")],
)  # fmt: skip
def test_wrong_usage_is_one_clear_line(
    grader: Grader, submit: Submit, arguments: tuple[str, ...], code: int, word: str
) -> None:
    submit({})
    ran = grader(*arguments)
    assert ran.code == code
    assert word in ran.err + ran.out


def test_an_empty_folder_is_refused_with_a_report(grader: Grader, submit: Submit) -> None:
    ran = grader("grade", submit({}), *PY)
    assert ran.code == 5
    assert ran.result["status"] == "rejected"
    assert ran.result["points"] is None
    assert "singleton.py" in ran.result["rejection"]
    assert "singleton.py" in ran.page


@pytest.mark.parametrize(
    ("source", "word"),
    [("class Singleton(:\n    pass\n", "SyntaxError"),
     ("raise RuntimeError('at import')\n", "RuntimeError: at import"),
     ("while True:\n    pass\n", "no answer"),
     ("x = [0] * 10**11\n", "MemoryError"),
     ("import os\nos._exit(0)\n", "exit status 0"),
     ("import sys\nwhile True: sys.stdout.write('flood ' * 1000)\n", "flooded its output"),
     ("class Singleton:\n    pass\n".encode("utf-16"), "SyntaxError"),
     (b"\xff\xfe\x00junk", "SyntaxError"),
     ("import os, shutil\nshutil.rmtree(os.getcwd())\n", "Your code raised"),
     ("", "no attribute 'Singleton'")],
    ids=["syntax", "raises", "endless", "memory", "exits", "flood", "utf-16", "bytes", "deletes",
         "empty"],
)  # fmt: skip
def test_broken_code_is_graded_and_explained(
    grader: Grader, submit: Submit, source: str | bytes, word: str
) -> None:
    folder = submit({"singleton.py": source})
    ran = grader("grade", folder, *PY)
    assert ran.code == 0
    assert ran.result["status"] == "graded"
    assert ran.result["points"] == 0
    told = [e["message"] for item in ran.result["criteria"] for e in item["evidence"]]
    assert any(word in message for message in told), told
    assert ran.left_behind == []
    assert (ran.folder / folder / "singleton.py").exists()


def test_a_syntax_error_still_has_its_static_findings(grader: Grader, submit: Submit) -> None:
    ran = grader("grade", submit({"lru_cache.py": "def f(:\n"}), "--exercise", "py-lru-cache")
    assert [item["check"] for item in ran.result["findings"]] == ["pylint.syntax-error"]
    assert ran.result["findings"][0]["location"]["line"] == 1


def test_cpp_that_does_not_compile_is_explained(grader: Grader, submit: Submit) -> None:
    ran = grader("grade", submit({"singleton.hpp": HEADER}), "--exercise", "cpp-singleton")
    assert ran.code == 0
    assert ran.result["points"] == 0
    compiles = ran.result["criteria"][0]
    assert compiles["status"] == "failed"
    places = [e["location"] for e in compiles["evidence"] if e["source"] == "build"]
    assert places
    assert places[0]["file"] == "singleton.hpp"


@pytest.mark.parametrize(
    "source",
    ["#pragma once\n#include \"singleton.hpp\"\n#include __FILE__\n",
     "template<int N> struct F { static constexpr long v = F<N-1>::v + F<N-2>::v; };\n"
     "constexpr long x = F<100000>::v;\n",
     "#pragma once\nstruct Init { Init() { for (;;) {} } } init;\n"
     "class Singleton { public: static Singleton& getInstance() { static Singleton s; return s; }"
     "private: Singleton() = default; Singleton(const Singleton&) = delete; };\n"],
    ids=["includes itself", "deep templates", "never ends"],
)  # fmt: skip
def test_hostile_cpp_is_graded_in_bounded_time(
    grader: Grader, submit: Submit, source: str
) -> None:
    ran = grader("grade", submit({"singleton.hpp": source}), "--exercise", "cpp-singleton")
    assert ran.code == 0
    assert ran.result["percent"] < 60
    assert ran.left_behind == []


def test_a_machine_without_walls_refuses_with_the_command_that_helps(
    grader: Grader, submit: Submit, tmp_path: Path
) -> None:
    shim = tmp_path / "shim"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(
        "import grader.sandbox.landlock as landlock\nlandlock.abi = lambda: 0\n"
    )
    ran = grader(
        "grade", submit({"singleton.py": FIXED}), *PY,
        PATH=str(shim), PYTHONPATH=f"{shim}:{ROOT}",
    )  # fmt: skip
    assert ran.code == 4
    assert "apt-get install bubblewrap" in ran.err


def test_a_planted_link_at_the_report_is_replaced_not_followed(
    grader: Grader, submit: Submit, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "grader-report").mkdir()
    (tmp_path / "grader-report/report.html").symlink_to(victim)
    ran = grader("grade", submit({"singleton.py": STARTER}), *PY)
    assert ran.code == 0
    assert victim.read_text() == "mine"
    assert "<html" in ran.page


def test_unsafe_is_for_practice_and_records_nothing(grader: Grader, submit: Submit) -> None:
    folder = submit({"singleton.py": FIXED})
    ran = grader("grade", folder, *PY, "--unsafe")
    assert ran.code == 0
    assert "practice" in ran.page.lower()
    assert not (ran.folder / "grader-report/result.json").exists()
    assert grader("grade", folder, *PY, "--unsafe", "--format", "json").code == 2
