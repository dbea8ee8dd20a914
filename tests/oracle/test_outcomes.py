"""What a hidden test comes to, for all that a submission may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.model import Limits

from .conftest import Judge, Run

GOOD = """
class Cache:
    size = 2
    def __init__(self, n=1):
        self.data = {}
    def put(self, key, value):
        self.data[key] = value
    def get(self, key):
        return self.data[key]
def echo(value):
    return value
"""
QUICK = Limits(call_seconds=0.5, test_seconds=3)


def test_calls_handles_and_attributes_cross_the_wall(judge: Judge) -> None:
    body = """
    cache = solution.Cache(3)
    cache.put("a", [1, (2.5, None), {"k": b"x"}])
    assert same(cache.get("a"), [1, (2.5, None), {"k": b"x"}])
    store(cache.size, 9)
    assert fetch(cache.size) == 9 and fetch(solution.Cache.size) == 2
    assert solution.echo(cache) == cache and solution.Cache() != cache
    with raises("LookupError"):
        cache.get("absent")
    """
    assert judge(body, GOOD).outcome == "passed"


@pytest.mark.parametrize(
    "body",
    ["assert solution.echo(1) == 2", "solution.missing()", "solution.Cache(1, 2, 3)",
     "len(solution.echo(None))", "assert solution.Cache()", "assert not solution.Cache()",
     "assert solution.Cache() == 3", "solution.echo(1) + solution.Cache()",
     "with raises('KeyError'): solution.echo(1)", "assert fetch(solution.nothing) is None",
     "assert same(solution.echo(True), 1)", "assert solution.Cache in [3]",
     "assert solution.Cache() in solution.Cache()"],
)  # fmt: skip
def test_a_wrong_answer_fails(judge: Judge, body: str) -> None:
    assert judge(body, GOOD).outcome == "failed"


def test_the_learners_exception_is_shown_with_their_own_lines_only(judge: Judge) -> None:
    source = "def outer(x):\n    return inner(x)\ndef inner(x):\n    return {}[x]\n"
    (exhibit,) = judge("solution.outer('k')", source).exhibits
    assert exhibit.message == "Your code raised KeyError: 'k'."
    assert [(line.location.line, line.source) for line in exhibit.traceback] == [
        (2, "return inner(x)"),
        (4, "return {}[x]"),
    ]
    assert exhibit.location is not None
    assert (exhibit.location.file, exhibit.location.line) == ("toy.py", 4)


def test_only_what_is_revealed_and_the_title_are_told(judge: Judge) -> None:
    body = 'reveal("first"); reveal("the story"); assert solution.echo("SECRET-EXPECTED") == 1'
    (exhibit,) = judge(body, GOOD).exhibits
    assert (exhibit.subject, exhibit.message) == ("What was tried.", "the story")
    assert "SECRET" not in repr(exhibit)


def test_a_syntax_error_names_its_line(judge: Judge) -> None:
    (exhibit,) = judge("solution.f()", "x = 1\ndef f(:\n    pass\n").exhibits
    assert "SyntaxError" in exhibit.message
    assert exhibit.location is not None
    assert exhibit.location.line == 2


@pytest.mark.parametrize(
    ("source", "word"),
    [("raise ValueError('no')", "ValueError: no"), ("import sys; sys.exit(0)", "SystemExit"),
     ("import os; os._exit(0)", "exit status 0"), ("x = 1 / 0", "ZeroDivisionError"),
     ("while True: pass", "no answer"), ("import nothing_like_it", "ModuleNotFoundError"),
     ("import time; time.sleep(99)", "no answer"), ("x = [0] * 10**10", "MemoryError"),
     ("def f(): f()\nf()", "RecursionError"), ("import os; os.close(4)", "ended early"),
     ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
     ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"),
     ("x = '\\0'\n\0", "null bytes")],
)  # fmt: skip
def test_an_import_that_goes_wrong_says_how(judge: Judge, source: str, word: str) -> None:
    outcome = judge("solution.f()", source, limits=QUICK)
    assert outcome.outcome == "failed"
    assert word in outcome.exhibits[0].message


def test_a_call_that_hangs_is_a_failure_within_its_time(judge: Judge) -> None:
    source = "import time\ndef f():\n    time.sleep(99)\n"
    outcome = judge("solution.f()", source, limits=QUICK)
    assert outcome.outcome == "failed"
    assert outcome.seconds < 2.5


def test_nothing_above_the_hidden_folder_is_run(judge: Judge, tmp_path: Path) -> None:
    for name in ("__init__.py", "conftest.py"):
        (tmp_path / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    assert judge("assert solution.f() == 1", "def f(): return 1\n").outcome == "passed"
    assert not (tmp_path / "ran").exists()


def test_an_import_that_hangs_is_waited_for_once(run: Run) -> None:
    tests = "".join(
        f'@pytest.mark.criterion("c")\ndef test_{n}(solution):\n    """T."""\n    solution.f()\n'
        for n in range(5)
    )
    result = run(tests, "while True: pass", limits=QUICK)
    assert [item.outcome for item in result.outcomes] == ["failed"] * 5
    assert sum(item.seconds for item in result.outcomes) < 2.5


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_strange_encoding_is_a_syntax_error_not_a_crash(judge: Judge, encoding: str) -> None:
    source = "x = 'é'\ndef f(): return 1\n".encode(encoding)
    outcome = judge("solution.f()", source)
    assert outcome.outcome == "failed"


def test_a_declared_encoding_is_respected(judge: Judge) -> None:
    source = "# -*- coding: latin-1 -*-\ndef f(): return 'é'\n".encode("latin-1")
    assert judge("assert solution.f() == 'é'", source).outcome == "passed"


@pytest.mark.parametrize(
    "source",
    ["import os\ndef f():\n    os.write(4, b'\\0\\0\\0\\2{}')\n    return 1\n",
     "import os\nos.write(4, b'junk')\ndef f(): return 1\n",
     "import threading, os, time\ndef g():\n    time.sleep(0.05)\n    os.write(4, b'\\0' * 99)\n"
     "def f():\n    threading.Thread(target=g).start()\n    time.sleep(0.2)\n    return 1\n"],
    ids=["in a call", "at import", "from a thread"],
)  # fmt: skip
def test_forged_replies_gain_nothing(judge: Judge, source: str) -> None:
    assert judge("assert solution.f() == 1", source).outcome == "failed"


def test_bytes_after_the_last_answer_fail_the_test_and_are_marked(run: Run) -> None:
    source = (
        "import threading, os, time\ndef f():\n"
        "    def late():\n        while True:\n            os.write(4, b'x')\n"
        "    threading.Thread(target=late, daemon=True).start()\n    return 1\n"
    )
    test = (
        '@pytest.mark.criterion("c")\ndef test_it(solution):\n    """T."""\n'
        "    solution.f()\n    solution.f()\n"
    )
    result = run(test, source)
    assert [item.outcome for item in result.outcomes] == ["failed"]


def test_objects_that_equal_everything_satisfy_nothing(judge: Judge) -> None:
    source = """
    class Any:
        def __eq__(self, other): return True
        def __bool__(self): return True
        __hash__ = None
    class Sly(int):
        def __eq__(self, other): return True
        __hash__ = int.__hash__
    def any_(): return Any()
    def sly(): return Sly(7)
    """
    assert judge("assert solution.any_() == 3", source).outcome == "failed"
    assert judge("assert solution.any_()", source).outcome == "failed"
    assert judge("assert solution.sly() == 3", source).outcome == "failed"
    assert judge("assert solution.sly() == 7", source).outcome == "failed"


@pytest.mark.parametrize(
    "source",
    ["def f(): return 'x' * 3_000_000\n",
     "import sys\ndef f():\n    frame = sys._getframe(1)\n"
     "    while 'driver' not in frame.f_locals: frame = frame.f_back\n"
     "    frame.f_locals['driver'].operations.clear()\n"],
    ids=["too large", "a driver that was tampered with"],
)  # fmt: skip
def test_a_fault_of_the_driver_is_the_submissions_doing(judge: Judge, source: str) -> None:
    outcome = judge("solution.f()\nsolution.f()", source)
    assert outcome.outcome == "failed"
    assert outcome.exhibits[0].message == "Your code's answer is too large, or none at all."


@pytest.mark.parametrize("value", ["{8, 0, 16}", "{'a': {8, 0}, 'b': frozenset({16, 0, 8})}"])
def test_equal_sets_are_the_same_in_whatever_order(judge: Judge, value: str) -> None:
    source = "def f(): return {0, 16, 8}\ndef g(): return {'b': frozenset({8, 0, 16}), 'a': {0, 8}}"
    body = f"assert same({value}, solution.f()) or same({value}, solution.g())"
    assert judge(body, source).outcome == "passed"


def test_what_the_submission_prints_is_kept_for_the_report(run: Run) -> None:
    test = '@pytest.mark.criterion("c")\ndef test_it(solution):\n    """T."""\n    solution.f()\n'
    result = run(test, "def f():\n    print('hello')\n    raise OSError\n")
    assert result.output == "hello\n"
    assert result.outcomes[0].exhibits[0].output == "hello\n"


def test_the_seed_decides_the_inputs(judge: Judge) -> None:
    body = "reveal(str(rng.random())); assert False"

    def told(seed: int) -> str:
        return judge(body, GOOD, seed=seed).exhibits[0].message

    assert told(1) == told(1)
    assert told(1) != told(2)


@pytest.mark.parametrize(
    ("test", "word"),
    [('def test_a(solution):\n    """T."""\n', "bound to 0 criteria"),
     ('@pytest.mark.criterion("x")\ndef test_a(solution):\n    """T."""\n', "no criterion 'x'"),
     ('@pytest.mark.criterion("c")\ndef test_a(solution): pass\n', "no docstring"),
     ('@pytest.mark.criterion("c")\n@pytest.mark.criterion("c")\ndef test_a():\n    """T."""\n',
      "bound to 2 criteria"),
     ("import nothing_like_it\n", "nothing_like_it")],
)  # fmt: skip
def test_an_authors_mistake_is_an_exercise_error(run: Run, test: str, word: str) -> None:
    with pytest.raises(ExerciseError, match=word):
        run(test, GOOD)


def test_an_exception_in_a_scenario_shows_no_line_of_it(judge: Judge) -> None:
    outcome = judge("scenarios.go()", GOOD, scenarios="def go(): return toy_is_secret\n")
    assert outcome.outcome == "failed"
    assert outcome.exhibits[0].traceback == ()
    assert "return" not in outcome.exhibits[0].message


def test_a_scenario_reaches_the_submission_and_never_judges(judge: Judge) -> None:
    scenarios = "import toy\ndef twice(x): return [toy.echo(x), toy.echo(x)]\n"
    body = "assert scenarios.twice(4) == [4, 4]"
    assert judge(body, GOOD, scenarios=scenarios).outcome == "passed"
