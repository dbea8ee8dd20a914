"""From reference solutions to the mutants that are worth a grading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.model import Exercise, Language, Variant
from grader.verify.machine.cpp import CPP
from grader.verify.machine.edit import Edit, Files, Tongue, line_of
from grader.verify.machine.python import PYTHON
from grader.verify.machine.result import MachineMutant
from grader.verify.machine.sampling import spread

TONGUES: dict[Language, Tongue] = {"python": PYTHON, "cpp": CPP}
LIMITS: dict[Language, int] = {"python": 40, "cpp": 15}
"""Mutants for each solution unless told otherwise: about a minute of grading in both languages."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Generated:
    """`chosen` are to be graded, out of all that were `found`; both in the order of the source.

    Of `possible` ones, those that do not build are left out as far as they were looked at, which
    takes long in C++.
    """

    chosen: tuple[MachineMutant, ...]
    found: tuple[MachineMutant, ...]
    possible: int


def generate(exercise: Exercise, limit: int | None = None, seed: int = 1) -> Generated:
    """At most `limit` mutants of each reference solution, the same ones for the same `seed`.

    A mutant that equals a solution or another mutant but for layout is left out.
    Raises ExerciseError when a solution does not parse.
    """
    tongue = TONGUES[exercise.language]
    most = LIMITS[exercise.language] if limit is None else limit
    originals = [(variant, _files(variant, exercise)) for variant in exercise.solutions]
    seen = {tongue.fingerprint(files) for _, files in originals} | {""}
    chosen: list[MachineMutant] = []
    everything: list[MachineMutant] = []
    stillborn = 0
    for variant, files in originals:
        found = list(_different(variant, files, tongue, seen))
        picked: list[MachineMutant] = []
        for mutant in spread(found, _aspects, f"{seed}:{variant.name}"):
            if len(picked) == most:
                break
            if tongue.builds(mutant.files):
                picked.append(mutant)
            else:
                stillborn += 1
        chosen += sorted(picked, key=found.index)
        everything += found
    return Generated(
        chosen=tuple(chosen), found=tuple(everything), possible=len(everything) - stillborn
    )


def _files(variant: Variant, exercise: Exercise) -> Files:
    return tuple((name, (variant.folder / name).read_bytes()) for name in exercise.files)


def _different(
    variant: Variant, files: Files, tongue: Tongue, seen: set[str]
) -> Iterator[MachineMutant]:
    for path, edit in tongue.edits(files):
        edited = tuple(
            (name, edit.apply(content) if name == path else content) for name, content in files
        )
        fingerprint = tongue.fingerprint(edited)
        if fingerprint not in seen:
            seen.add(fingerprint)
            yield _mutant(variant, path, edit, dict(files)[path], edited)


def _mutant(
    variant: Variant, path: str, edit: Edit, content: bytes, edited: Files
) -> MachineMutant:
    line, column, text = line_of(content, edit.start)
    return MachineMutant(
        solution=variant.name,
        file=path,
        line=line,
        column=column,
        operator=edit.operator,
        before=edit.before(content),
        after=edit.after(content),
        text=text,
        files=edited,
    )


def _aspects(mutant: MachineMutant) -> tuple[tuple[str, int], str]:
    return (mutant.file, mutant.line), mutant.operator
