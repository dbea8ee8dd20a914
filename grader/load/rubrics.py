"""Reading a rubric: criteria, their points and what they ask for."""

from __future__ import annotations

import re
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import get_args

from grader.errors import RubricError
from grader.load.digests import digest_of
from grader.load.mistakes import Mistakes
from grader.load.names import ID_FORM, did_you_mean, is_id
from grader.load.tables import Table, parse_toml
from grader.model import Criterion, Rubric
from grader.model.rubric import CriterionKind

MAX_POINTS = 1_000
_FRACTION = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_CHECK = re.compile(r"[a-z]+\.[a-z][a-z0-9_-]*")
_KINDS: tuple[CriterionKind, ...] = get_args(CriterionKind)


def load_rubric(path: Path, exercise_id: str) -> Rubric:
    """Read and check the rubric of one exercise.

    Raises RubricError with every mistake, one a line: `path: [table] key: reason`.
    """
    mistakes = Mistakes()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RubricError(f"{path}: cannot be read: {error.strerror}") from error
    document = parse_toml(content, path, mistakes)
    named = document.text("exercise", default=exercise_id)
    if named and named != exercise_id:
        document.wrong("exercise", f'must be "{exercise_id}", not "{named}"')
    tables = document.tables("criterion")
    criteria = tuple(_criterion(table) for table in tables)
    document.close()
    _check_ids(tables, criteria)
    _check_requires(tables, criteria)
    rubric = Rubric(
        exercise=exercise_id, criteria=criteria, digest=digest_of([(exercise_id, content)])
    )
    if not mistakes.lines and rubric.max_points <= 0:
        document.wrong("criterion", "must have points: they add up to 0")
    mistakes.stop(RubricError)
    return rubric


def _criterion(table: Table) -> Criterion:
    criterion = Criterion(
        id=table.text("id"),
        title=table.text("title"),
        points=_points(table),
        kind=table.choice("kind", _KINDS),
        cause=table.text("cause"),
        consequence=table.text("consequence"),
        next_step=table.text("next_step"),
        requires=table.texts("requires", required=False),
        checks=table.texts("checks", required=False),
        partial=table.flag("partial", default=False),
    )
    for name in criterion.checks:
        if not _CHECK.fullmatch(name):
            table.wrong("checks", f'"{name}" is not the name of a check, such as py.bare-except')
    if criterion.kind == "static" and not criterion.checks:
        table.wrong("checks", "must name at least one check when kind is static")
    if criterion.kind == "behaviour" and criterion.checks:
        table.wrong("checks", "are for kind static or quality; tests decide on behaviour")
    if criterion.partial and criterion.checks:
        table.wrong("partial", "shares points among tests; with checks it is all or nothing")
    return criterion


def _points(table: Table) -> Fraction:
    value = table.raw("points")
    points = Fraction(0)
    if isinstance(value, float):
        table.wrong("points", 'must be exact: write 5, or "5/2" for two and a half, not a decimal')
    elif isinstance(value, str):
        match = _FRACTION.fullmatch(value)
        if not match or not int(match[2]):
            table.wrong("points", 'must be a whole number such as 5, or a fraction such as "5/2"')
        else:
            points = Fraction(int(match[1]), int(match[2]))
    elif isinstance(value, int) and not isinstance(value, bool):
        points = Fraction(value)
    elif value is not None:
        table.wrong("points", 'must be a whole number such as 5, or a fraction such as "5/2"')
    if not 0 <= points <= MAX_POINTS:
        table.wrong("points", f"must be from 0 to {MAX_POINTS}")
        return Fraction(0)
    return points


def _check_ids(tables: tuple[Table, ...], criteria: tuple[Criterion, ...]) -> None:
    seen: set[str] = set()
    for table, criterion in zip(tables, criteria, strict=True):
        if criterion.id and not is_id(criterion.id):
            table.wrong("id", f"must be {ID_FORM}")
        if criterion.id in seen:
            table.wrong("id", f'must not be "{criterion.id}" twice')
        seen.add(criterion.id)


def _check_requires(tables: tuple[Table, ...], criteria: tuple[Criterion, ...]) -> None:
    known = {criterion.id for criterion in criteria}
    for table, criterion in zip(tables, criteria, strict=True):
        for name in criterion.requires:
            if name not in known:
                hint = did_you_mean(name, known)
                table.wrong("requires", f'"{name}" is not a criterion of this rubric{hint}')
    graph = TopologicalSorter({item.id: item.requires for item in criteria})
    try:
        graph.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        for table, criterion in zip(tables, criteria, strict=True):
            if criterion.id == circle[0]:
                table.wrong("requires", f"goes round in a circle: {' → '.join(circle)}")
