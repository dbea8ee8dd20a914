"""What became of the attacks, by class and rung: a table at the end of a test run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

HARMS = ("gained", "read", "left", "stopped", "wronged")
"""Points that it does not deserve; anything hidden; a process, file or byte left behind; the
grader crashed or hung; and what should be right and was not."""
PROPERTY = "attack"


def table(reports: Iterable[Any]) -> Iterator[str]:
    """A line for each class and rung, from the properties that the tests recorded."""
    tried: Counter[tuple[str, str, str]] = Counter()
    harm: Counter[tuple[str, str, str, str]] = Counter()
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == PROPERTY and report.when == "call":
                corpus, kind, rung, harms = value
                tried[corpus, kind, rung] += 1
                harm.update((corpus, kind, rung, one) for one in harms)
    if not tried:
        return
    yield f"{'attacks':<28} {'rung':<11}{'tried':>8}" + "".join(f"{it:>9}" for it in HARMS)
    for corpus, kind, rung in sorted(tried):
        counts = "".join(f"{harm[corpus, kind, rung, it]:>9}" for it in HARMS)
        yield f"{f'{corpus} {kind}':<28} {rung:<11}{tried[corpus, kind, rung]:>8}{counts}"
    total = "".join(f"{sum(n for key, n in harm.items() if key[3] == it):>9}" for it in HARMS)
    yield f"{'all':<28} {'':<11}{sum(tried.values()):>8}{total}"
