"""The template for GitLab: its form, and its very shell lines in a checkout."""

from __future__ import annotations

from tests.verify.checkout import Checkout

from .jobs import read, run_job

JOB = "grader-verify"
TEMPLATE = ".gitlab/verify.gitlab-ci.yml"


def install(checkout: Checkout) -> None:
    """Put a `grader` where the job's own installation would be."""
    folder = checkout.commands.parent / "grader-7/bin"
    folder.mkdir(parents=True)
    (folder / "grader").symlink_to(checkout.grader)


def lines(checkout: Checkout, part: str) -> list[str]:
    """The lines of a part of the job, which then installs into the folder of the test."""
    folder = f"{checkout.commands.parent}/"
    return [line.replace("/tmp/", folder) for line in read(TEMPLATE)[JOB][part]]


def test_form() -> None:
    template = read(TEMPLATE)
    assert set(template) == {"variables", JOB}
    job = template[JOB]
    assert job["artifacts"]["reports"]["junit"] == "grader-verify/verify.xml"
    assert job["artifacts"]["when"] == "always"
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert all(isinstance(line, str) for line in (*job["before_script"], *job["script"]))


def test_installs_what_the_variables_name(checkout: Checkout) -> None:
    for name in ("python3", "python"):
        command = checkout.commands / name
        command.write_text('#!/bin/sh\necho "$0" | sed "s,.*/,,"; printf "<%s>\\n" "$@"\n')
        command.chmod(0o755)
    folder = checkout.commands.parent / "grader-7/bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(checkout.commands / "python")
    setup = lines(checkout, "before_script")
    told = run_job(checkout, setup, {"CI_JOB_ID": "7"}).out.split()
    assert told[:3] == ["python3", "<-m>", "<venv>"]
    assert told[-3:] == ["<--constraint>", "<constraints.txt>", "<.>"]
    other = {"CI_JOB_ID": "7", "GRADER_CONSTRAINTS": "", "GRADER_SOURCE": "a b"}
    assert run_job(checkout, setup, other).out.endswith("<--disable-pip-version-check>\n<a b>\n")


def test_proves_everything_on_a_branch(checkout: Checkout) -> None:
    install(checkout)
    ran = run_job(checkout, lines(checkout, "script"), {"CI_JOB_ID": "7"})
    assert ran.code == 0, ran.err
    assert "43 claims checked, 0 broken" in ran.out
    assert (checkout.top / "grader-verify/verify.xml").exists()


def test_proves_what_a_merge_request_touches(checkout: Checkout) -> None:
    install(checkout)
    settings = {"CI_JOB_ID": "7", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}
    ran = run_job(checkout, lines(checkout, "script"), settings)
    assert ran.code == 0
    assert "nothing to prove" in ran.out
    checkout.change("rubrics/tiny.toml", "points = 40", "points = many")
    ran = run_job(checkout, lines(checkout, "script"), settings)
    assert ran.code == 3
