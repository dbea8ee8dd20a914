from __future__ import annotations

import pytest

from grader.errors import UsageError
from grader.report import formats, render
from tests.report.samples import SAMPLES


def test_every_module_of_the_package_is_a_format() -> None:
    assert formats() == ("html", "json", "text")


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"'pdf': choose one of html, json, text"):
        render(SAMPLES["full_marks"](), "pdf")


@pytest.mark.parametrize("format", formats())
@pytest.mark.parametrize("name", SAMPLES)
def test_same_grade_same_bytes(name: str, format: str) -> None:
    assert render(SAMPLES[name](), format) == render(SAMPLES[name](), format)
