"""Runs the shell lines of GitHub and GitLab as their runners do, without their services."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.verify.checkout import ROOT, Checkout, Ran

EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
Values = Mapping[str, str]


def read(name: str) -> Any:
    """A YAML file of this project."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def steps_of_action() -> dict[str, dict[str, Any]]:
    """The steps of the composite action, by name."""
    return {step["name"]: step for step in read("action.yml")["runs"]["steps"]}


def run_step(checkout: Checkout, name: str, inputs: Values, machine: Path) -> Ran:
    """Run a step of the action in `checkout`, as `shell: bash` does.

    `inputs` are those that a workflow gives; the others have their defaults.
    https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
    """
    declared = read("action.yml")["inputs"]
    assert set(inputs) <= set(declared)
    values = {f"inputs.{key}": str(value["default"]) for key, value in declared.items()}
    values |= {f"inputs.{key}": value for key, value in inputs.items()}
    values |= {"github.action_path": str(ROOT)}
    step = steps_of_action()[name]
    assert step["shell"] == "bash"
    for folder in ("temp", "elsewhere"):
        (machine / folder).mkdir(exist_ok=True)
    script = machine / "temp/step.sh"
    script.write_text(step["run"])
    return checkout.run(
        "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script),
        **{key: filled(value, values) for key, value in step["env"].items()},
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(checkout.top),
        GITHUB_STEP_SUMMARY=str(machine / "summary.md"),
        RUNNER_TEMP=str(machine / "temp"),
    )  # fmt: skip


def filled(text: str, values: Values) -> str:
    """`text` with its expressions replaced; KeyError for one that is not known."""
    return EXPRESSION.sub(lambda found: values[found[1]], text)


def run_job(checkout: Checkout, lines: Sequence[str], settings: Values) -> Ran:
    """Run the lines of a GitLab job in one shell that stops at the first failure."""
    template = read(".gitlab/verify.gitlab-ci.yml")
    variables = {key: str(value) for key, value in template["variables"].items()}
    return checkout.run("sh", "-e", "-c", "\n".join(lines), **{**variables, **settings})
