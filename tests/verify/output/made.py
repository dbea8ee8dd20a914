"""Proofs made by hand, without grading: whole, broken, unreadable, hostile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from grader.errors import RubricError
from grader.model import Exercise, Status, Variant
from grader.verify import Proof, VariantRun, prove
from grader.verify.each import Unreadable
from grader.verify.output import ExerciseView, ProofView, exercise_view, view_of
from grader.verify.output.shapes import Item, Section
from grader.verify.proof import variants
from tests.verify import tiny

Change = Callable[[VariantRun], VariantRun]
TESTS = (("doubles", "test_numbers"), ("text", "test_text"))
HOSTILE = (
    "]]> </failure><script>alert(1)</script> & \"quoted\" 'too'\n"
    "::error file=x::forged\n  ##[error]forged ##[set-env name=A]b\n::add-mask::a\r::set-output::\n"
    "| a | table |\n```\n# heading [link](javascript:alert(1)) <img src=x onerror=alert(1)>\n"
    "\x00\x08\x1b[31mred\x1b[0m \x9b2J \u202eright to left\u202c "
    "\ufffe\uffff \ud800 \U0001f600\u2028"
)


def run_of(variant: Variant, seed: int = 1) -> VariantRun:
    """A grading in which `variant` lost what it declares."""

    def status(criterion: str) -> Status:
        if criterion in variant.loses:
            return "failed"
        return "skipped" if criterion == "text" and "doubles" in variant.loses else "passed"

    return VariantRun(
        variant=variant,
        seed=seed,
        statuses=tuple((name, status(name)) for name, _ in TESTS),
        tests=TESTS,
        digest=variant.name,
        seconds=0.25,
    )


def proof_of(top: Path, changes: dict[str, Change] | None = None, repeat: int = 2) -> Proof:
    """The proof of the tiny exercise below `top`; `changes` by name of the variant."""
    exercise, rubric = tiny.read(top)
    runs = [run_of(each, seed) for seed in range(1, repeat + 1) for each in variants(exercise)]
    changed = tuple((changes or {}).get(run.variant.name, _same)(run) for run in runs)
    return prove(exercise, rubric, changed)


def view(top: Path, *made: Proof | Unreadable, sections: Iterable[Section] = ()) -> ProofView:
    """What is shown of these proofs, files relative to `top`."""
    shown = [_shown(top, each, tuple(sections)) for each in made]
    return view_of(shown, 1.5, [("grader", "0.1.0"), ("seeds", "1 to 2")])


def whole(top: Path) -> ProofView:
    """A proof that holds."""
    return view(top, proof_of(top))


def broken(top: Path) -> ProofView:
    """One exercise with one of each kind of trouble, and one that cannot be read."""
    changes: dict[str, Change] = {
        "times": lambda run: replace(run, statuses=_with(run, text="failed")),
        "starter": lambda run: replace(run, statuses=_with(run, doubles="passed", text="passed")),
        "numbers-only": lambda run: replace(
            run, statuses=_with(run, text="passed" if run.seed == 2 else "failed")
        ),
        "plus": lambda run: replace(run, statuses=(), fault="the compiler is gone"),
    }
    error = RubricError(
        f"{top}/rubrics/other.toml: [criterion.2] points: must be a whole number\n"
        f"{top}/rubrics/other.toml: [criterion.3] id: is there twice"
    )
    return view(top, proof_of(top, changes), Unreadable(id="other", error=error), sections=SECTIONS)


def hostile(top: Path, text: str = HOSTILE) -> ProofView:
    """Every text that an exercise's author chooses is `text`."""

    def speak(run: VariantRun) -> VariantRun:
        variant = replace(run.variant, name=run.variant.name + text, note=text)
        lost = _with(run, doubles="failed", text="error")
        return replace(run, variant=variant, statuses=lost, details=(text,), leaks=(text,))

    def fail(run: VariantRun) -> VariantRun:
        return replace(run, statuses=(), fault=text)

    proof = proof_of(top, {"plus": fail, "times": speak, "starter": fail, "numbers-only": speak})
    rubric = replace(
        proof.rubric,
        criteria=tuple(replace(each, title=text) for each in proof.rubric.criteria),
    )
    exercise = _renamed(replace(proof.exercise, title=text), text)
    points = tuple(
        replace(point, subject=point.subject + text, holds=False, message=text)
        for point in proof.points
    )
    spoken = Proof(exercise=exercise, rubric=rubric, points=points, runs=proof.runs)
    return view(top, spoken, Unreadable(id="other" + text, error=RubricError(text)))


SECTIONS = (
    Section(title="Time", told="the slowest grading took 0.25 s"),
    Section(
        title="Machine-made mutants",
        told="1 of 2 killed",
        items=(Item(text="nothing noticed", place="double.py:2", before="x + x", after="x - x"),),
    ),
)


def _shown(top: Path, made: Proof | Unreadable, sections: tuple[Section, ...]) -> ExerciseView:
    shown = exercise_view(made, rubrics=top / "rubrics", base=top)
    return replace(shown, sections=sections) if shown.readable else shown


def _renamed(exercise: Exercise, text: str) -> Exercise:
    def spoken(variant: Variant) -> Variant:
        if variant.name not in ("times", "numbers-only"):
            return variant
        return replace(variant, name=variant.name + text, note=text)

    return replace(
        exercise,
        solutions=tuple(map(spoken, exercise.solutions)),
        mutants=tuple(map(spoken, exercise.mutants)),
    )


def _with(run: VariantRun, **changed: Status) -> tuple[tuple[str, Status], ...]:
    return tuple((name, changed.get(name, status)) for name, status in run.statuses)


def _same(run: VariantRun) -> VariantRun:
    return run
