"""Every format of every tame sample, byte for byte. `GRADER_REGEN=1` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.report import formats, render
from tests.report.samples import SAMPLES, TAME

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("name", TAME)
def test_report_is_as_it_was(name: str, format: str) -> None:
    golden = GOLDENS / f"{name}.{format}"
    shown = render(SAMPLES[name](), format)
    if os.environ.get("GRADER_REGEN") == "1":
        golden.write_bytes(shown)
    assert golden.read_bytes() == shown, f"{golden.name} differs; see GRADER_REGEN in this file"


def test_no_golden_is_left_behind() -> None:
    wanted = {f"{name}.{format}" for name in TAME for format in formats()}
    assert {path.name for path in GOLDENS.iterdir()} == wanted
