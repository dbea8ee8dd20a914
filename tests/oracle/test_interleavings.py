"""Races are found by exploring, shown with the lines that broke, and never a matter of luck."""

from __future__ import annotations

import textwrap

import pytest

from .conftest import Judge, Run

SCENARIOS = """
from grader_box.threads import explore, fresh
def two(blame=None):
    def setup():
        return [fresh("toy").Counter()]
    def work(state):
        state[0].add()
    return explore(setup=setup, workers=[work, work], observe=lambda s: s[0].n, blame=blame)
"""
RACY = """
class Counter:
    def __init__(self):
        self.n = 0
    def add(self):
        seen = self.n
        self.n = seen + 1
"""
LOCKED = """
from threading import Lock
class Counter:
    def __init__(self):
        self.n = 0
        self.lock = Lock()
    def add(self):
        with self.lock:
            self.n += 1
"""
IMPORT_TIME_LOCK = LOCKED.replace("class", "LOCK = Lock()\nclass").replace("self.lock:", "LOCK:")
DEADLOCK = """
from threading import Lock
a, b = Lock(), Lock()
turn = []
class Counter:
    n = 2
    def add(self):
        first, second = (a, b) if not turn else (b, a)
        turn.append(1)
        with first:
            with second:
                pass
"""
CRASHING = """
class Counter:
    n = 2
    def __init__(self): self.d = {1: 1}
    def add(self):
        if self.d:
            self.d.popitem()
"""
LOCKED_LOOKUP = """
from threading import Lock
class Bound:
    def __init__(self):
        self.lock = Lock()
    def __get__(self, instance, owner=None):
        with self.lock:
            seen = instance.n
            instance.n = seen + 1
        return lambda: None
class Counter:
    add = Bound()
    def __init__(self):
        self.n = 0
"""
"""The search must not look `add` up itself: it would count, and wait for a lock in its own hold."""
BODY = """
reveal("Two threads added one each.")
seen = interleavings(scenarios.two)
seen.expect(lambda n: n == 2)
"""
THREADS = '@pytest.mark.prepare("threads")'


@pytest.mark.parametrize("source", [LOCKED, IMPORT_TIME_LOCK, LOCKED_LOOKUP])
def test_locked_code_passes(judge: Judge, source: str) -> None:
    assert judge(BODY, source, scenarios=SCENARIOS, marks=THREADS).outcome == "passed"


def test_a_lost_update_is_shown_step_by_step(judge: Judge) -> None:
    outcome = judge(BODY, RACY, scenarios=SCENARIOS, marks=THREADS)
    assert outcome.outcome == "failed"
    (exhibit,) = outcome.exhibits
    assert exhibit.message == "Two threads added one each."
    assert {step.thread for step in exhibit.interleaving} == {"Thread 1", "Thread 2"}
    assert all(step.location.file == "toy.py" for step in exhibit.interleaving)
    assert [step.source for step in exhibit.interleaving][:2] == ["seen = self.n"] * 2


def test_a_deadlock_is_a_failure(judge: Judge) -> None:
    outcome = judge(BODY, DEADLOCK, scenarios=SCENARIOS, marks=THREADS)
    assert outcome.outcome == "failed"


def test_an_exception_in_a_thread_is_a_failure(judge: Judge) -> None:
    body = BODY.replace('reveal("Two threads added one each.")', "")
    outcome = judge(body, CRASHING, scenarios=SCENARIOS, marks=THREADS)
    assert outcome.outcome == "failed"
    assert "KeyError" in outcome.exhibits[0].message


def test_twenty_explorations_agree(judge: Judge) -> None:
    racy = {judge(BODY, RACY, scenarios=SCENARIOS, marks=THREADS).outcome for _ in range(20)}
    fixed = {judge(BODY, LOCKED, scenarios=SCENARIOS, marks=THREADS).outcome for _ in range(20)}
    assert (racy, fixed) == ({"failed"}, {"passed"})


BLINDERS = [
    "import sys, threading\nsys.settrace(None)\nsys.settrace = lambda f: None\n"
    "threading.settrace = lambda f: None\n",
    "import frontrun\nfrontrun.explore = lambda **k: __import__('types').SimpleNamespace(\n"
    "    property_holds=True, num_explored=1, inconclusive_reason=None)\n",
]


@pytest.mark.parametrize("blinder", BLINDERS, ids=["no tracing", "no search"])
def test_a_submission_that_switches_the_search_off_gains_nothing(
    run: Run, blinder: str
) -> None:
    test = (
        '@pytest.mark.criterion("c")\n@pytest.mark.prepare("threads")\n'
        "def test_it(scenarios, reveal):\n"
        '    """T."""\n' + textwrap.indent(BODY, "    ")
    )
    result = run(test, blinder + RACY, scenarios=SCENARIOS)
    assert [item.outcome for item in result.outcomes] == ["failed"]
    assert result.integrity
