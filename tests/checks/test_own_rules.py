"""Rules that an exercise brings along in hidden/checks.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from grader.checks.own import load_own, own_names
from grader.errors import ExerciseError

OWN = '''
from astroid import nodes

from grader.checks.protocol import own_rule


@own_rule("no-globals", summary="No globals.", advice="Pass the value.")
def no_globals(module):
    """Globals hide who changes a value."""
    for node in module.nodes_of_class(nodes.Global):
        yield node, "`global` hides who changes the value"


@own_rule("breaks", summary="Breaks.", advice="Mend it.")
def breaks(module):
    raise RuntimeError("broken")
    yield


@own_rule("odd", summary="Yields an odd place.", advice="Mend it.")
def odd(module):
    yield 42, "no place"
'''

SOURCE = "x = 1\n\ndef f():\n    global x\n    x = 2\n"


def test_own_rules_run(inspect_source: Callable[..., dict[str, Any]]) -> None:
    asked = ["own.no-globals", "own.breaks", "own.odd", "pylint.bare-except"]
    checks = inspect_source(SOURCE, asked, own=OWN)["checks"]
    assert [item["outcome"] for item in checks] == ["failed", "error", "error", "passed"]
    (found,) = checks[0]["findings"]
    assert (found["line"], found["column"], found["advice"]) == (4, 5, "Pass the value.")
    assert checks[1]["message"] == "own.breaks failed with RuntimeError: broken"
    assert "no astroid node" in checks[2]["message"]


@pytest.mark.parametrize("own", ["def f(:", "import no_such_module_at_all", "1 / 0"])
def test_a_broken_file_breaks_own_checks_only(
    own: str, inspect_source: Callable[..., dict[str, Any]]
) -> None:
    checks = inspect_source(SOURCE, ["own.x", "pylint.bare-except"], own=own)["checks"]
    assert [item["outcome"] for item in checks] == ["error", "passed"]
    assert checks[0]["message"].startswith("hidden/checks.py does not load: ")


def test_names_are_read_without_running() -> None:
    assert own_names(OWN) == ("own.no-globals", "own.breaks", "own.odd")
    assert own_names("raise SystemExit") == ()
    assert set(own_names(OWN)) == set(load_own(OWN).rules)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x = (", "hidden/checks.py, line 1: this is not valid Python"),
        (
            "NAME = 'x'\n@own_rule(NAME)\ndef f(module): ...",
            "hidden/checks.py, line 2: own_rule needs its name as a text",
        ),
    ],
)
def test_mistakes_in_names_are_told(source: str, message: str) -> None:
    with pytest.raises(ExerciseError, match=message):
        own_names(source)
