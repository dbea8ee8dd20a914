"""The page in a real browser. Skipped where there is none."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.report import render
from tests.report.browsing import CONTRAST, HIDDEN, NEEDS_BROWSER, Visit, opened
from tests.report.samples import SAMPLES

pytestmark = NEEDS_BROWSER


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Any]:
    with opened() as browser:
        yield browser


@pytest.fixture(scope="module", name="files")
def _files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    files = {name: folder / f"{name}.html" for name in SAMPLES}
    for name, file in files.items():
        file.write_bytes(render(SAMPLES[name](), "html"))
    return files


@pytest.mark.parametrize("name", SAMPLES)
def test_no_request_no_complaint_no_sideways_scroll(
    browser: Any, files: dict[str, Path], name: str
) -> None:
    visit = Visit(browser, files[name], viewport={"width": 360, "height": 740})
    width, height = visit.page.evaluate(
        "() => { for (const each of document.querySelectorAll('details')) each.open = true;"
        "const root = document.documentElement; return [root.scrollWidth, root.scrollHeight]; }"
    )
    assert width == 360
    assert visit.page.evaluate(HIDDEN) == []
    assert height > 700
    assert visit.requests == [files[name].as_uri()]
    assert visit.complaints == []
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*(name for name in SAMPLES if name != "hostile")])
def test_contrast(browser: Any, files: dict[str, Path], name: str, scheme: str) -> None:
    visit = Visit(browser, files[name], color_scheme=scheme)
    ground = visit.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    assert (ground == "rgb(20, 23, 26)") is (scheme == "dark")
    assert visit.page.evaluate(CONTRAST) == []
    visit.context.close()


def test_prints_with_everything_unfolded(browser: Any, files: dict[str, Path]) -> None:
    visit = Visit(browser, files["partial_race"], color_scheme="dark")
    content = visit.page.pdf(format="A4")
    assert content.startswith(b"%PDF")
    pages = io.BytesIO(content).getvalue().count(b"/Type /Page\n")
    assert 3 <= pages <= 8
    visit.page.emulate_media(media="print")
    diff = visit.page.locator("table.diff")
    assert diff.bounding_box()["height"] > 100
    visit.context.close()


def test_works_without_scripts_and_by_keyboard(browser: Any, files: dict[str, Path]) -> None:
    visit = Visit(browser, files["partial_race"], java_script_enabled=False)
    page = visit.page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the report")
    assert skip.bounding_box()["width"] > 100
    page.keyboard.press("Enter")
    assert page.url.endswith("#report")
    diff = page.locator("table.diff")
    assert not diff.is_visible()
    page.get_by_text("13 lines added, 7 removed").click()
    assert diff.is_visible()
    page.get_by_role("link", name="lru_cache.py:17").click()
    assert page.url.endswith("#f1-17")
    visit.context.close()


def test_screen_reader_finds_its_way(browser: Any, files: dict[str, Path]) -> None:
    visit = Visit(browser, files["partial_race"])
    page = visit.page
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    regions = page.get_by_role("region")
    assert regions.count() >= 5
    assert page.get_by_role("region", name="What to do next").count() == 1
    assert page.get_by_role("heading", level=1).inner_text() == (
        "A cache that forgets the wrong entry"
    )
    assert page.get_by_role("img", name="Points by criterion: 3 of 6 earned in full.").count() == 1
    assert page.get_by_role("article", name="Threads can share the cache").count() == 1
    visit.context.close()
