"""The page of a proof: what it says, and how a real browser shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.verify.output import ProofView, render
from tests.report.browsing import CONTRAST, HIDDEN, NEEDS_BROWSER, Visit, opened
from tests.report.pages import Page
from tests.verify import tiny
from tests.verify.output import made

KINDS: dict[str, Callable[[Path], ProofView]] = {
    "whole": made.whole,
    "broken": made.broken,
    "hostile": made.hostile,
}


@pytest.fixture(scope="module", name="top")
def _top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module", name="files")
def _files(top: Path) -> dict[str, Path]:
    files = {name: top / f"{name}.html" for name in KINDS}
    for name, file in files.items():
        file.write_bytes(render(KINDS[name](top), "html"))
    return files


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Any]:
    with opened() as browser:
        yield browser


def test_a_proof_that_holds_says_so_and_asks_for_nothing(files: dict[str, Path]) -> None:
    page = Page(files["whole"].read_bytes())
    words = " ".join(page.text)
    assert "Every right fix gets full marks" in words
    assert "What to do next" not in words
    assert page.all("script") == page.all("link") == page.all("img") == []


def test_every_verdict_stands_in_its_row_under_its_criterion(files: dict[str, Path]) -> None:
    titles = [cell.get("title") for cell in Page(files["whole"].read_bytes()).all("td")]
    told = [title for title in titles if title and ", " in title]
    assert told == [
        "plus, doubles: earned", "plus, text: earned",
        "times, doubles: earned", "times, text: earned",
        "starter, doubles: lost, as declared",
        "starter, text: skipped: what it requires was lost",
        "numbers-only, doubles: earned", "numbers-only, text: lost, as declared",
    ]  # fmt: skip


def test_what_falls_short_comes_first_with_its_place(files: dict[str, Path]) -> None:
    words = " ".join("".join(Page(files["broken"].read_bytes()).text).split())
    assert words.index("did not lose doubles with seed 1") < words.index("Who loses what")
    for told in (
        "11 claims are broken", "exercises/tiny/exercise.toml:12", "the compiler is gone",
        "seeds disagree", "could not be graded", "cannot be read",
        "[criterion.2] points: must be a whole number",
        "Machine-made mutants 1 of 2 killed", "double.py:2 nothing noticedx + x x - x",
    ):  # fmt: skip
        assert told in words


@NEEDS_BROWSER
@pytest.mark.parametrize("name", KINDS)
def test_fits_on_a_phone_and_asks_for_nothing(
    browser: Any, files: dict[str, Path], name: str
) -> None:
    visit = Visit(browser, files[name], viewport={"width": 360, "height": 740})
    width = visit.page.evaluate(
        "() => { for (const each of document.querySelectorAll('details')) each.open = true;"
        "return document.documentElement.scrollWidth; }"
    )
    assert width == 360
    assert visit.page.evaluate(HIDDEN) == []
    assert visit.requests == [files[name].as_uri()]
    assert visit.complaints == []
    visit.context.close()


@NEEDS_BROWSER
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: Any, files: dict[str, Path], scheme: str) -> None:
    visit = Visit(browser, files["broken"], color_scheme=scheme)
    assert visit.page.evaluate(CONTRAST) == []
    visit.context.close()
