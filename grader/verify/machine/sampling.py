"""Which mutants to take when there are too many: spread over lines and operators, always alike."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def spread(
    items: Iterable[Item], aspects: Callable[[Item], tuple[Hashable, ...]], seed: str
) -> Iterator[Item]:
    """All items, in an order whose every beginning is even in each aspect, the first one most.

    The next item is one of those whose aspects were taken least so far; `seed` decides among
    equals. The order of `items` counts as well, so the same source gives the same sample.
    """
    rest = list(items)
    random.Random(seed).shuffle(rest)
    taken: Counter[tuple[int, Hashable]] = Counter()
    while rest:
        chosen = min(range(len(rest)), key=lambda at: _weight(aspects(rest[at]), taken))
        item = rest.pop(chosen)
        taken.update(enumerate(aspects(item)))
        yield item


def _weight(
    aspects: tuple[Hashable, ...], taken: Counter[tuple[int, Hashable]]
) -> tuple[int, ...]:
    return tuple(taken[aspect] for aspect in enumerate(aspects))
