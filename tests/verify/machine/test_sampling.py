"""Which mutants are taken: all kinds, all lines, and the same ones every time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from grader.verify.machine.generate import generate
from grader.verify.machine.sampling import spread

from .tiny import write

PAIRS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("abc")), max_size=30)


@given(PAIRS, st.text(max_size=3))
def test_every_beginning_is_even(items: list[tuple[int, str]], seed: str) -> None:
    order = list(spread(items, lambda item: item, seed))
    assert Counter(order) == Counter(items)
    assert order == list(spread(items, lambda item: item, seed))
    room = Counter(line for line, _ in items)
    taken: Counter[int] = Counter()
    for line, _ in order:
        # No line is taken again while another one with something left was taken less often.
        assert all(taken[line] <= taken[other] for other in room if taken[other] < room[other])
        taken[line] += 1


def test_the_same_mutants_every_time(tmp_path: Path) -> None:
    exercise, _ = write(tmp_path)
    few, more = generate(exercise, 2), generate(exercise, 100)
    assert few == generate(exercise, 2)
    assert set(few.chosen) < set(more.chosen)
    assert len(few.chosen) == 4  # two of each solution
    assert few.possible == len(more.chosen) == more.possible
    assert generate(exercise, 2, seed=3).possible == few.possible
    assert len({mutant.line for mutant in few.chosen if mutant.solution == "plus"}) == 2


def test_no_two_mutants_are_alike(tmp_path: Path) -> None:
    plus = "def double(x):\n    return 2 * x  # one edit away from the other\n"
    times = "def double(x):\n    return 3 * x\n"
    files = {"solutions/plus/double.py": plus, "solutions/times/double.py": times}
    exercise, _ = write(tmp_path, files)
    changes = [mutant.change for mutant in generate(exercise).chosen]
    assert changes == ["2 → 1", "return 2 * x → return None", "2 * x → 2 // x",
                       "3 → 4", "3 * x → 3 // x"]  # fmt: skip
