"""Linting runs no code of a submission, and nothing around a submission changes what is found."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Inspect = Callable[..., dict[str, Any]]

UNUSED = "import os\nimport sys\n\nprint(sys.path)\n"


def test_linting_imports_nothing(
    inspect_source: Inspect, capfd: pytest.CaptureFixture[str]
) -> None:
    before = set(sys.modules)
    source = (
        "import antigravity.x, this.x, idlelib.__main__.x, test.__main__.x\n"
        "import grader.cli, numpy.linalg, _xxtestfuzz, gi.repository.Gtk\n"
        "from idlelib.__main__ import *\n"
        "from . import nothing\n"
        "antigravity.x.y, this.x.y, idlelib.__main__.x.y(), test.__main__.x, numpy.linalg.z\n"
    )
    inspect_source(
        source, ["pylint.no-member", "pylint.unused-import", "pylint.undefined-variable"]
    )
    assert set(sys.modules) <= before
    assert capfd.readouterr() == ("", "")


def test_configuration_beside_the_code_has_no_say(
    inspect_source: Inspect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = "import pathlib; pathlib.Path('pwned').touch()"
    (tmp_path / "pylintrc").write_text(f'[MAIN]\ninit-hook="{hook}"\ndisable=all\n')
    (tmp_path / "pyproject.toml").write_text(f'[tool.pylint.main]\ninit-hook = "{hook}"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYLINTRC", str(tmp_path / "pylintrc"))
    answer = inspect_source(UNUSED, ["pylint.unused-import"])
    assert answer["checks"][0]["outcome"] == "failed"
    assert not (tmp_path / "pwned").exists()


COLD = """
import json, sys
from grader.checks.inspect import inspect
print(json.dumps(inspect(json.load(sys.stdin))))
"""


def test_a_cold_process_answers_like_a_warm_one(inspect_source: Inspect) -> None:
    source = (
        "import asyncio, math, threading, idlelib.__main__.x, _ssl\n"
        "from collections import OrderedDict\n"
        "idlelib.__main__.x.y\nmath.no_such\n_ssl.no_such\nOrderedDict().no_such()\n"
        "threading.Lock().no_such()\nasyncio.Queue().no_such()\n"
    )
    warm = inspect_source(source, ["pylint.no-member"])
    assert len(warm["checks"][0]["findings"]) >= 3
    question = {
        "language": "python",
        "files": [["code.py", base64.b64encode(source.encode()).decode()]],
        "checks": ["pylint.no-member"],
        "own": None,
    }
    cold = subprocess.run(
        [sys.executable, "-c", COLD], input=json.dumps(question), capture_output=True, text=True
    )
    assert cold.stderr == ""
    assert json.loads(cold.stdout) == warm
