"""What came of the mutants that a machine made of one exercise: plain frozen data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from grader.verify.machine.edit import Files

Fate = Literal["killed", "survived", "unjudged"]


@dataclass(frozen=True, kw_only=True, slots=True)
class MachineMutant:
    """One edit of one reference solution.

    `file` is relative to the solution's folder; line and column count from 1, the column in
    characters; `text` is the whole line where the edit begins, its white space collapsed.
    """

    solution: str
    file: str
    line: int
    column: int
    operator: str
    before: str
    after: str
    text: str
    files: Files = field(repr=False)

    @property
    def place(self) -> str:
        """`solution/file:line:column`."""
        return f"{self.solution}/{self.file}:{self.line}:{self.column}"

    @property
    def change(self) -> str:
        """What it was and what it became, in one line."""
        return f"{self.before} → {self.after or '(nothing)'}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Equivalent:
    """An author's word that certain mutants behave as the solution does, with the reason.

    It means all mutants of `solution` and `file` whose line holds `line`; of these, when they are
    not empty, only those of `operator`, and those with just this `before` and `after`. Where that
    is so at several places, `occurrence` chooses one, counted from 1; 0 means all of them.
    """

    solution: str
    file: str
    line: str
    operator: str
    before: str
    after: str
    occurrence: int
    because: str

    def among(self, mutants: Iterable[MachineMutant]) -> tuple[MachineMutant, ...]:
        """Those of an exercise's mutants, given in the order of the source, that it means."""
        fitting = [mutant for mutant in mutants if self._fits(mutant)]
        if not self.occurrence:
            return tuple(fitting)
        places = list(dict.fromkeys(mutant.place for mutant in fitting))
        chosen = places[self.occurrence - 1 : self.occurrence]
        return tuple(mutant for mutant in fitting if mutant.place in chosen)

    def _fits(self, mutant: MachineMutant) -> bool:
        return (
            (self.solution, self.file) == (mutant.solution, mutant.file)
            and self.line in mutant.text
            and self.operator in ("", mutant.operator)
            and self.before in ("", mutant.before)
            and self.after in ("", mutant.after)
        )

    @property
    def subject(self) -> str:
        """What a message calls it."""
        change = " → ".join(part for part in (self.before, self.after) if part)
        which = f"occurrence {self.occurrence}" if self.occurrence else ""
        what = ", ".join(part for part in (self.operator, change, which) if part)
        return f"{self.solution}: {self.line} ({what})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trialled:
    """A mutant after its grading. `lost` is the first criterion that it lost."""

    mutant: MachineMutant
    fate: Fate
    lost: str = ""
    detail: str = ""
    declared: Equivalent | None = None
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class MachineResult:
    """All mutants of an exercise that were graded, out of `possible` ones.

    `unmatched` are declarations that speak of no mutant. `minimum` is the least score.
    """

    trialled: tuple[Trialled, ...]
    possible: int
    declared: tuple[Equivalent, ...]
    unmatched: tuple[Equivalent, ...]
    minimum: Fraction
    file: Path

    def of(self, fate: Fate) -> tuple[Trialled, ...]:
        """Those with this fate that no author has declared equivalent."""
        return tuple(one for one in self.trialled if one.fate == fate and one.declared is None)

    @property
    def equivalent(self) -> tuple[Trialled, ...]:
        """Those that an author has declared equivalent."""
        return tuple(one for one in self.trialled if one.declared is not None)

    @property
    def counted(self) -> int:
        """How many the score is of: all but those declared equivalent."""
        return len(self.trialled) - len(self.equivalent)

    @property
    def score(self) -> Fraction | None:
        """The share of killed ones among those counted; None when there are none.

        One without a verdict is not killed.
        """
        return Fraction(len(self.of("killed")), self.counted) if self.counted else None

    @property
    def is_enough(self) -> bool:
        """Whether the score reaches the minimum."""
        return self.score is None or self.score >= self.minimum


def percent(share: Fraction | None) -> str:
    """A share in whole percent, rounded down: 99.9 % of them are not all."""
    return "-" if share is None else f"{int(share * 100)} %"
