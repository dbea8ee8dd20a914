"""`grader verify` holds for a sound exercise, and catches each way of breaking one."""

from __future__ import annotations

import pytest

from .conftest import Prove

TEST = "exercises/tiny/hidden/test_double.py"
RUBRIC = "rubrics/tiny.toml"


def test_a_sound_exercise_holds(proof: Prove) -> None:
    made = proof(repeat=2)
    assert made.holds, [point for point in made.points if not point.holds]
    assert len(made.runs) == 8


@pytest.mark.parametrize(
    ("file", "old", "new", "claim", "word"),
    [("exercises/tiny/solutions/times/double.py", "2 * x", "3 * x",
      "solution gets full marks", "also lost doubles"),
     ("exercises/tiny/mutants/numbers-only/mutant.toml", '"text"', '"doubles"',
      "mutant loses what it declares", "did not lose doubles"),
     ("exercises/tiny/mutants/numbers-only/double.py", "int(x)", "x",
      "mutant loses what it declares", "did not lose text"),
     ("exercises/tiny/starter/double.py", "return x", "return x + x",
      "starter loses what it declares", "did not lose doubles"),
     (TEST, 'assert solution.double("7") == "77"', "solution.double",
      "criterion is lost by someone", "neither the starter nor a mutant"),
     (TEST, '@pytest.mark.criterion("text")\n', "",
      "solution gets full marks", "bound to 0 criteria"),
     (TEST, 'criterion("text")', 'criterion("doubles")',
      "criterion is bound", "no hidden test"),
     (TEST, 'criterion("text")', 'criterion("texts")',
      "solution gets full marks", "no criterion 'texts'"),
     (TEST, '    """Text is repeated."""\n', "",
      "solution gets full marks", "no docstring"),
     (TEST, "import pytest\n", "import pytest\nimport nothing_of_the_kind\n",
      "solution gets full marks", "nothing_of_the_kind"),
     (TEST, "    assert solution.double(number) == 2 * number",
      "    reveal(open(__file__).read())\n    assert solution.double(number) == 2 * number",
      "nothing hidden leaks", "a report shows"),
     (TEST, "rng.randrange(1, 10**6)", "0 if rng.random() < 0.5 else 1",
      "verdicts repeat", "disagree"),
     (RUBRIC, "points = 40", "points = 41", "points add up", "101"),
     (RUBRIC, 'points = 40\nkind = "behaviour"',
      'points = 40\nkind = "quality"\nchecks = ["py.no-such-check"]',
      "check exists", "no such check"),
     ("exercises/tiny/solutions/times/double.py", "2 * x", "x + x",
      "solutions differ", "two solutions"),
     ("exercises/tiny/solutions/times/solution.toml", "Multiplies.", "Adds.",
      "solutions differ", "two solutions"),
     ("exercises/tiny/solutions/times/double.py", "def", "import os\nos.write(4, b'x')\ndef",
      "solution gets full marks", "also lost")],
)  # fmt: skip
def test_each_sabotage_is_caught_with_a_message(
    proof: Prove, file: str, old: str, new: str, claim: str, word: str
) -> None:
    made = proof({file: (old, new)}, repeat=8 if claim == "verdicts repeat" else 1)
    broken = {point.claim: point.message for point in made.points if not point.holds}
    assert claim in broken
    assert any(word in message for message in broken.values()), broken
