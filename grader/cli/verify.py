"""`grader verify`."""

from __future__ import annotations

import json
import os
import time

import click

from grader.cli.library import ExerciseId, load
from grader.cli.machine import machine_options
from grader.cli.root import Library
from grader.load import find_exercises
from grader.verify import Proof, VariantRun, Verifier, prove
from grader.verify.machine.challenge import Options
from grader.verify.machine.claims import challenged
from grader.verify.machine.told import as_data, lines
from grader.verify.proof import variants

MARKS = {"passed": "·", "failed": "✗", "partial": "◐", "skipped": "-", "error": "!"}


@click.command()
@click.argument("exercises", nargs=-1, type=ExerciseId())
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@click.option(
    "--repeat",
    type=click.IntRange(1, 100),
    default=2,
    show_default=True,
    help="Grade every variant this often, each time with another seed.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Processes (all cores)."
)
@machine_options
@click.pass_obj
def command(
    library: Library,
    exercises: tuple[str, ...],
    as_json: bool,
    repeat: int,
    jobs: int,
    machine: Options | None,
) -> None:
    """Prove that exercises are sound: all of them, or those named.

    Every solution gets full marks; the starter and every mutant lose exactly the criteria that
    they declare; every criterion is lost by someone; points add up; verdicts repeat; nothing
    hidden shows in any report.

    \b
    Examples:
      grader verify
      grader verify py-lru-cache --repeat 5
      grader verify py-lru-cache --machine
    """
    names = exercises or tuple(folder.name for folder in find_exercises(library.exercises))
    loaded = [load(library, name) for name in names]
    started = time.perf_counter()
    proofs = []
    with Verifier(jobs) as verifier:
        work = [
            (exercise, rubric, variant, seed)
            for exercise, rubric in loaded
            for seed in range(1, repeat + 1)
            for variant in variants(exercise)
        ]
        runs = verifier.run(work)
        for exercise, rubric in loaded:
            count = repeat * len(variants(exercise))
            proof = prove(exercise, rubric, tuple(next(runs) for _ in range(count)))
            proof = challenged(proof, verifier, machine)
            proofs.append(proof)
            if not as_json:
                _show(proof)
    if as_json:
        click.echo(json.dumps([_plain(proof) for proof in proofs], indent=2, ensure_ascii=False))
    else:
        _sum_up(proofs, time.perf_counter() - started)
    click.get_current_context().exit(0 if all(proof.holds for proof in proofs) else 1)


def _show(proof: Proof) -> None:
    click.secho(f"\n{proof.exercise.id}", bold=True)
    for number, criterion in enumerate(proof.rubric.criteria, 1):
        click.echo(f"  {number} {criterion.id} ({float(criterion.points):g})")
    width = max(len(run.variant.name) for run in proof.runs)
    head = " ".join(str(number % 10) for number in range(1, len(proof.rubric.criteria) + 1))
    click.echo(f"  {'':<8} {'':<{width}}  {head}")
    count = len(variants(proof.exercise))
    for run in proof.runs[:count]:
        click.echo(f"  {run.variant.kind:<8} {run.variant.name:<{width}}  {_row(run)}")
    for line in lines(proof.machine) if proof.machine else ():
        click.echo(f"  {line}")
    for point in proof.points:
        if not point.holds:
            click.secho(f"  ✗ {point.claim}: {point.subject}: {point.message}", fg="red")


def _row(run: VariantRun) -> str:
    if run.fault:
        return run.fault
    marks = " ".join(MARKS[status] for _, status in run.statuses)
    return f"{marks}  {run.seconds:.2f} s"


def _sum_up(proofs: list[Proof], seconds: float) -> None:
    points = [point for proof in proofs for point in proof.points]
    broken = sum(not point.holds for point in points)
    gradings = sum(len(proof.runs) for proof in proofs)
    text = (
        f"\n{_count(len(proofs), 'exercise')}, {_count(len(points), 'claim')} checked, "
        f"{broken} broken; {_count(gradings, 'grading')} in {seconds:.1f} s"
    )
    click.secho(text, fg="red" if broken else "green")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _plain(proof: Proof) -> dict[str, object]:
    return {
        "exercise": proof.exercise.id,
        "holds": proof.holds,
        "points": [
            {
                "claim": point.claim,
                "subject": point.subject,
                "holds": point.holds,
                "message": point.message,
            }
            for point in proof.points
        ],
        "machine": as_data(proof.machine) if proof.machine else None,
        "matrix": [
            {
                "kind": run.variant.kind,
                "variant": run.variant.name,
                "seed": run.seed,
                "statuses": dict(run.statuses),
                "seconds": round(run.seconds, 3),
                "fault": run.fault,
            }
            for run in proof.runs
        ],
    }
