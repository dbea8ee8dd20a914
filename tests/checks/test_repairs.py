"""Right repairs in many styles, as people write them: no rule of ours may object to any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPAIRS = sorted((Path(__file__).parent / "repairs").glob("*.hpp"))


@pytest.mark.parametrize("path", REPAIRS, ids=lambda path: path.stem)
def test_no_rule_objects(path: Path, inspect_source: Callable[..., dict[str, Any]]) -> None:
    answer = inspect_source(path.read_text(encoding="utf-8"), language="cpp")
    assert answer["parse"] == []
    told = [f"{item['line']}: {item['check']}: {item['message']}" for item in answer["findings"]]
    assert told == []


def test_there_are_repairs() -> None:
    assert len(REPAIRS) > 5
