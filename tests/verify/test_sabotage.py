"""`grader verify` holds for a sound exercise, and catches each way of breaking one.

Each sabotage names every claim that must break because of it; no other may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.load import load_exercise, load_rubric

from .conftest import Prove
from .tiny import FILES

TINY = "exercises/tiny/"
TEST = TINY + "hidden/test_double.py"
SCENARIOS = TINY + "hidden/scenarios.py"
README = TINY + "README.md"
PUBLIC = TINY + "public/test_public.py"
TIMES = TINY + "solutions/times/"
MUTANT = TINY + "mutants/numbers-only/"
RUBRIC = "rubrics/tiny.toml"

SOLUTION = "solution gets full marks"
STARTER = "starter loses what it declares"
WRONG = "mutant loses what it declares"
LOST = "criterion is lost by someone"
LEAK = "nothing hidden leaks"
RUN = "hidden tests can be run"
SHAPES = "solutions differ"
HIDES = "learners read nothing of what is hidden"
PUBLIC_HOLDS = "public tests hold for a solution (test_public.py)"
PUBLIC_FAILS = "public tests fail on the starter (test_public.py)"

SCENARIO = """
import double as submission
def doubled_twice(x):
    return submission.double(submission.double(x))
"""
USES_SCENARIO = '''
import pytest


@pytest.mark.criterion("doubles")
def test_twice(scenarios, reveal):
    """Doubling twice."""
    assert scenarios.doubled_twice(3) == 12
'''
FLAKY = "import random\ndef double(x): return x + x if random.random() < 0.5 else x"


@dataclass(frozen=True, kw_only=True)
class Sabotage:
    """What is changed (path to old and new text), what must break, and a word of a message."""

    name: str
    changes: dict[str, tuple[str, str]]
    breaks: set[str]
    says: str
    repeat: int = 1
    probed: bool = False
    may_break: set[str] = field(default_factory=set)


SABOTAGES = [
    Sabotage(
        name="a hidden test deleted",
        changes={TEST: ('\n\n@pytest.mark.criterion("text")\ndef test_text(solution, reveal):\n'
                        '    """Text is repeated."""\n'
                        '    assert solution.double("7") == "77"\n', "\n")},
        breaks={"criterion is bound", LOST, SOLUTION, STARTER, WRONG},
        says="no hidden test and no check belongs", may_break={STARTER},
    ),
    Sabotage(
        name="an assertion loosened",
        changes={TEST: ('== "77"', 'in ("77", 14)')},
        breaks={LOST, WRONG}, says="did not lose text",
    ),
    Sabotage(
        name="an assertion removed",
        changes={TEST: ('assert solution.double("7") == "77"', "solution.double")},
        breaks={LOST, WRONG}, says="neither the starter nor a mutant loses it",
    ),
    Sabotage(
        name="an assertion that nobody can meet",
        changes={TEST: ('== "77"', '== "777"')},
        breaks={SOLUTION}, says="also lost text",
    ),
    Sabotage(
        name="a test without a criterion",
        changes={TEST: ('@pytest.mark.criterion("text")\n', "")},
        breaks={RUN}, says="bound to 0 criteria",
    ),
    Sabotage(
        name="a test with two criteria",
        changes={TEST: ('@pytest.mark.criterion("text")\n',
                        '@pytest.mark.criterion("text")\n@pytest.mark.criterion("doubles")\n')},
        breaks={RUN}, says="bound to 2 criteria",
    ),
    Sabotage(
        name="a test with an unknown criterion",
        changes={TEST: ('criterion("text")', 'criterion("texts")')},
        breaks={RUN}, says="no criterion 'texts'",
    ),
    Sabotage(
        name="a criterion bound to nothing",
        changes={TEST: ('criterion("text")', 'criterion("doubles")')},
        breaks={"criterion is bound", LOST, SOLUTION, STARTER, WRONG},
        says="mark a test with it or name a check", may_break={STARTER},
    ),
    Sabotage(
        name="a test without a docstring",
        changes={TEST: ('    """Text is repeated."""\n', "")},
        breaks={RUN}, says="no docstring",
    ),
    Sabotage(
        name="hidden tests that cannot be imported",
        changes={TEST: ("import pytest\n", "import pytest\nimport nothing_of_the_kind\n")},
        breaks={RUN}, says="nothing_of_the_kind",
    ),
    Sabotage(
        name="a wrong solution",
        changes={TIMES + "double.py": ("2 * x", "3 * x")},
        breaks={SOLUTION}, says="also lost doubles",
    ),
    Sabotage(
        name="a solution that is marked for review",
        changes={TIMES + "double.py": ("def", "import os\nos.write(4, b'x')\ndef")},
        breaks={SOLUTION, "solution raises no suspicion"}, says="also lost",
        may_break={"solution raises no suspicion"},
    ),
    Sabotage(
        name="two solutions with the same text",
        changes={TIMES + "double.py": ("2 * x", "x + x")},
        breaks={SHAPES}, says="two solutions",
    ),
    Sabotage(
        name="two solutions that differ in names and comments",
        changes={TIMES + "double.py": ("(x):\n    return 2 * x\n",
                                       "(value):\n    # the sum\n    return value + value\n")},
        breaks={SHAPES}, says="other names or comments",
    ),
    Sabotage(
        name="two solutions with one approach",
        changes={TIMES + "solution.toml": ("Multiplies.", "Adds.")},
        breaks={SHAPES}, says="two solutions",
    ),
    Sabotage(
        name="a starter that is right already",
        changes={TINY + "starter/double.py": ("return x", "return x + x")},
        breaks={STARTER, LOST}, says="did not lose doubles",
    ),
    Sabotage(
        name="a starter with the wrong declaration",
        changes={TINY + "exercise.toml": ('loses = ["doubles"]', 'loses = ["text"]')},
        breaks={STARTER}, says="also lost doubles and did not lose text",
    ),
    Sabotage(
        name="a mutant with the wrong declaration",
        changes={MUTANT + "mutant.toml": ('"text"', '"doubles"')},
        breaks={WRONG}, says="also lost text and did not lose doubles",
    ),
    Sabotage(
        name="a mutant that declares too much",
        changes={MUTANT + "mutant.toml": ('"text"', '"text", "doubles"')},
        breaks={WRONG}, says="did not lose doubles",
    ),
    Sabotage(
        name="a mutant that is right",
        changes={MUTANT + "double.py": ("int(x)", "x")},
        breaks={WRONG, LOST}, says="did not lose text",
    ),
    Sabotage(
        name="points that do not add up",
        changes={RUBRIC: ("points = 40", "points = 41")},
        breaks={"points add up"}, says="they sum to 101; make it 100",
    ),
    Sabotage(
        name="a check that does not exist",
        changes={RUBRIC: ('points = 40\nkind = "behaviour"',
                          'points = 40\nkind = "quality"\nchecks = ["py.no-such-check"]')},
        breaks={"check exists"}, says="there is no such check for python",
        may_break={SOLUTION, STARTER, WRONG, LOST, RUN},
    ),
    Sabotage(
        name="a story that shows the test",
        changes={TEST: ("    assert solution.double(number) == 2 * number",
                        "    reveal(open(__file__).read())\n"
                        "    assert solution.double(number) == 2 * number")},
        breaks={LEAK}, says="a report shows",
    ),
    Sabotage(
        name="a story that names the hidden file",
        changes={TEST: ('reveal(f"double({number})', 'reveal(f"{__file__}: double({number})')},
        breaks={LEAK}, says="a report shows",
    ),
    Sabotage(
        name="a scenario that shows itself when the submission raises",
        changes={
            SCENARIOS: ("", SCENARIO.replace(
                "    return submission.double(submission.double(x))",
                "    try:\n        return submission.double(submission.double(x))\n"
                "    except ValueError as error:\n        import traceback, linecache\n"
                "        line = 'no way to read it'\n        return str(error)")),
            TINY + "hidden/test_twice.py": ("", USES_SCENARIO.replace(
                "    assert", "    told = scenarios.doubled_twice(3)\n"
                "    reveal(str(told) + open(__file__).read())\n    assert")),
        },
        breaks={LEAK} | {
            f"nothing hidden leaks from a submission that {way}"
            for way in ("is wrong", "floods its output", "raises")},
        says="a report shows", probed=True,
        may_break={f"nothing hidden leaks from a submission that {way}"
                   for way in ("is wrong", "floods its output", "raises")},
    ),
    Sabotage(
        name="a flaky solution",
        changes={TIMES + "double.py": ("def double(x):\n    return 2 * x\n", FLAKY)},
        breaks={SOLUTION, "verdicts repeat"}, says="disagree", repeat=10,
    ),
    Sabotage(
        name="a test that looks at half of the seeds",
        changes={TEST: ("rng.randrange(1, 10**6)", "0 if rng.random() < 0.5 else 1")},
        breaks={STARTER, "verdicts repeat"}, says="disagree", repeat=10,
    ),
    Sabotage(
        name="a README that names a hidden test",
        changes={README: ("also of text.", "also of text; test_numbers looks at that.")},
        breaks={HIDES}, says="names test_numbers",
    ),
    Sabotage(
        name="a README that names a hidden file",
        changes={README: ("also of text.", "also of text (see test_double.py).")},
        breaks={HIDES}, says="names test_double.py",
    ),
    Sabotage(
        name="a public test that names a scenario",
        changes={PUBLIC: ("def test_it", "# as doubled_twice does\ndef test_it"),
                 SCENARIOS: ("", SCENARIO)},
        breaks={HIDES}, says="names doubled_twice",
    ),
    Sabotage(
        name="public tests that the starter passes",
        changes={PUBLIC: ("double(3) == 6", "double(0) == 0")},
        breaks={PUBLIC_FAILS}, says="they pass; add an example", probed=True,
    ),
    Sabotage(
        name="public tests that a solution fails",
        changes={PUBLIC: ("    assert double(3) == 6", "    class Six:\n"
                          "        __add__ = lambda self, other: 6\n"
                          "    assert double(Six()) == 6")},
        breaks={PUBLIC_HOLDS}, says="they fail", probed=True,
    ),
    Sabotage(
        name="public tests that expect what nobody promised",
        changes={PUBLIC: ("double(3) == 6", "double(3) == 7")},
        breaks={PUBLIC_HOLDS}, says="they fail", probed=True,
    ),
    Sabotage(
        name="public tests that never end",
        changes={PUBLIC: ("    assert double(3) == 6", "    while double(3) == 6:\n        pass")},
        breaks={PUBLIC_HOLDS, PUBLIC_FAILS}, says="they fail", probed=True,
        may_break={PUBLIC_FAILS},
    ),
]  # fmt: skip


def test_a_sound_exercise_holds(proof: Prove) -> None:
    made = proof(repeat=2, probed=True)
    assert made.holds, [point for point in made.points if not point.holds]
    assert len(made.runs) == 8
    claims = {point.claim for point in made.points}
    assert {"points add up", "criterion is bound", SHAPES, SOLUTION, STARTER, WRONG, LOST, LEAK,
            "verdicts repeat", HIDES, PUBLIC_HOLDS, PUBLIC_FAILS, RUN,
            "nothing hidden leaks from a submission that hangs",
            "a grading takes no longer than a learner waits"} <= claims  # fmt: skip


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=[each.name for each in SABOTAGES])
def test_each_sabotage_is_caught_with_a_message(
    proof: Prove, sabotage: Sabotage, note_sabotage: Callable[..., None]
) -> None:
    made = proof(sabotage.changes, repeat=sabotage.repeat, probed=sabotage.probed)
    broken = {point.claim for point in made.points if not point.holds}
    messages = [point.message for point in made.points if not point.holds]
    note_sabotage(sabotage.name, sorted(broken))
    assert sabotage.breaks - sabotage.may_break <= broken, messages
    assert broken <= sabotage.breaks | sabotage.may_break, messages
    assert not broken or any(sabotage.says in message for message in messages), messages


def test_public_tests_may_have_fixtures_and_cases(proof: Prove) -> None:
    new = """    assert double(3) == 6


@pytest.fixture
def number():
    yield 4


@pytest.fixture
def twice(number):
    return number + number


@pytest.mark.parametrize("plus, result", [(0, 8), (1, 10)])
def test_fixtures(number, twice, plus, result):
    assert double(number + plus) == result == twice + 2 * plus
"""
    old = FILES[PUBLIC]
    changed = "import pytest\n" + old.replace("    assert double(3) == 6\n", new)
    made = proof({PUBLIC: (old, changed)}, repeat=1, probed=True)
    assert made.holds, [point for point in made.points if not point.holds]


UNREADABLE = {
    "an unknown key": (TINY + "exercise.toml", 'title = "Double it"', 'titel = "Double it"',
                       ["exercise.toml", "titel"]),
    "an unknown key in the rubric": (RUBRIC, 'title = "Doubles text"', 'titel = "Doubles text"',
                                     ["tiny.toml", "titel", "criterion"]),
    "points that are no number": (RUBRIC, "points = 40", 'points = "many"',
                                  ["tiny.toml", "points"]),
    "two criteria of one id": (RUBRIC, 'id = "text"', 'id = "doubles"', ["tiny.toml", "doubles"]),
    "a prerequisite that is not there": (RUBRIC, 'requires = ["doubles"]', 'requires = ["sums"]',
                                         ["tiny.toml", "sums"]),
    "a flaw outside of the starter": (TINY + "flaws.toml", "lines = [2, 2]", "lines = [2, 20]",
                                      ["flaws.toml", "lines"]),
    "a mutant without a reason": (MUTANT + "mutant.toml", 'why = "No text."', "", ["mutant.toml",
                                                                                  "why"]),
    "a solution without an approach": (TIMES + "solution.toml", 'approach = "Multiplies."', "",
                                       ["solution.toml", "approach"]),
    "a file that the exercise lacks": (TINY + "exercise.toml", '["double.py"]',
                                       '["double.py", "more.py"]', ["more.py"]),
    "TOML that is none": (RUBRIC, "points = 40", "points = ", ["tiny.toml"]),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_told_with_file_and_key(
    tmp_path: Path, file: str, old: str, new: str, words: list[str]
) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        assert name != file or old in text
        path.write_text(text.replace(old, new, 1) if name == file else text)
    with pytest.raises(GraderError) as caught:
        _load(tmp_path)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def _load(top: Path) -> None:
    load_exercise(top / "exercises/tiny")
    load_rubric(top / "rubrics/tiny.toml", "tiny")
