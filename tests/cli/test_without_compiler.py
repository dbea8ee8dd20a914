"""A machine without a C++ compiler: Python is graded, and C++ says what it needs."""

from __future__ import annotations

from tests.cli.conftest import ROOT, Grader

NOWHERE = "/nonexistent"
SINGLETONS = {
    name: str(ROOT / "exercises" / name / "solutions") for name in ("cpp-singleton", "py-singleton")
}


def test_cpp_says_what_it_needs(grader: Grader) -> None:
    folder = f"{SINGLETONS['cpp-singleton']}/pass-key"
    ran = grader("grade", "--exercise", "cpp-singleton", folder, PATH=NOWHERE)
    assert ran.code == 4
    assert "no C++ compiler (g++ or clang++) was found; install one with" in ran.err
    assert not (ran.folder / "grader-report").exists()


def test_python_is_graded(grader: Grader) -> None:
    folder = f"{SINGLETONS['py-singleton']}/double-checked"
    ran = grader("grade", "--exercise", "py-singleton", folder, PATH=NOWHERE)
    assert ran.code == 0, ran.err
    assert "100 of 100 points" in ran.out


def test_doctor_names_the_remedy(grader: Grader) -> None:
    ran = grader("doctor", PATH=NOWHERE)
    assert "no C++ compiler; Python exercises can be graded" in ran.out
    assert "apt-get install -y g++" in ran.out
