"""The composite action: its form, and its very shell lines in a checkout."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

from tests.verify.checkout import Checkout

from .jobs import EXPRESSION, read, run_step, steps_of_action


def test_form() -> None:
    action = read("action.yml")
    assert {"name", "description", "inputs", "outputs", "runs", "branding"} == set(action)
    assert action["runs"]["using"] == "composite"
    for value in action["inputs"].values():
        assert set(value) == {"description", "default"}
        assert isinstance(value["default"], str), "true and 2 without quotes are no strings"
    for step in action["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert "run" not in step or step["shell"] == "bash"


def test_no_input_is_pasted_into_a_script() -> None:
    known = {f"inputs.{name}" for name in read("action.yml")["inputs"]}
    known |= {"github.action_path", "github.job", "github.action", "github.run_id",
              "github.run_attempt", "runner.os"}  # fmt: skip
    for step in steps_of_action().values():
        assert "${{" not in step.get("run", "")
        pasted = [*step.get("env", {}).values(), *step.get("with", {}).values()]
        used = [name for text in pasted for name in EXPRESSION.findall(str(text))]
        assert set(used) <= known
    used_inputs = {name for name in known if name in str(read("action.yml")["runs"])}
    assert {name for name in known if name.startswith("inputs.")} <= used_inputs


@pytest.fixture(name="machine")
def _machine(tmp_path: Path) -> Path:
    return tmp_path / "machine"


def test_proves_and_writes_the_summary(checkout: Checkout, machine: Path) -> None:
    ran = run_step(checkout, "Prove", {"grader": "grader"}, machine)
    assert ran.code == 0, ran.err
    assert "::error" not in ran.out
    assert sorted(path.name for path in (checkout.top / "grader-verify").iterdir()) == [
        "verify.html", "verify.json", "verify.md", "verify.xml",
    ]  # fmt: skip
    assert (machine / "summary.md").read_text().startswith("## Every claim holds\n")


def test_fails_with_annotations(checkout: Checkout, machine: Path) -> None:
    checkout.change("rubrics/tiny.toml", "points = 40", "points = many")
    ran = run_step(checkout, "Prove", {"grader": "grader", "ids": "tiny"}, machine)
    assert ran.code == 3
    annotations = [line for line in ran.out.splitlines() if line.startswith("::error")]
    assert len(annotations) == 1
    assert annotations[0].startswith("::error file=rubrics/tiny.toml,")
    assert "tiny: what to mend" in (machine / "summary.md").read_text()


def test_every_input_reaches_the_command(checkout: Checkout, machine: Path) -> None:
    checkout.grader.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    inputs = {
        "grader": str(checkout.grader), "ids": "tiny  other", "changed-since": "$(touch x)",
        "exercises": "a b", "rubrics": "c;d", "repeat": "3", "stress": "true", "out": "e",
    }  # fmt: skip
    ran = run_step(checkout, "Prove", inputs, machine)
    assert ran.out.splitlines() == [
        "--exercises", "a b", "--rubrics", "c;d", "verify", "--repeat", "3", "--out", "e",
        "--format", "github", "--format", "html", "--format", "junit", "--format", "json",
        "--changed-since", "$(touch x)", "--stress", "--", "tiny", "other",
    ]  # fmt: skip


def test_a_change_in_a_pull_request(checkout: Checkout, machine: Path) -> None:
    inputs = {"grader": "grader", "changed-since": "HEAD"}
    ran = run_step(checkout, "Prove", inputs, machine)
    assert ran.code == 0
    assert "nothing to prove" in ran.out
    told = json.loads((checkout.top / "grader-verify/verify.json").read_text())
    assert told["exercises"] == []


@pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("ensurepip", "hatchling"))),
    reason="needs venv with pip, and hatchling",
)
def test_installs_this_grader(checkout: Checkout, machine: Path) -> None:
    """The very lines, offline: packages come from this environment."""
    (checkout.commands / "python3").symlink_to(sys.executable)
    pip = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    step = steps_of_action()["Install grader"]
    script = machine / "install.sh"
    script.write_text(step["run"])
    where = os.environ.get("PYTHONPATH", "")
    ran = checkout.run(
        "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script),
        SOURCE=str(Path(__file__).resolve().parents[3]), RUNNER_TEMP=str(machine),
        PYTHONPATH=f"{packages}:{where}", **pip,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    installed = checkout.run(
        str(machine / "grader/bin/grader"), "verify", "--help", PYTHONPATH=packages
    )
    assert "Prove that exercises are sound" in installed.out
