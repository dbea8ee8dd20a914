"""The page in a real browser. Skipped where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.batch.classpage import render
from tests.batch.classpage.classes import made_class, made_pair
from tests.report.browsing import CONTRAST, HIDDEN, NEEDS_BROWSER, Visit, opened

pytestmark = NEEDS_BROWSER

UNTOLD = """() => [
  ...document.querySelectorAll("th:not([scope]), svg[role=img]:not(:has(title))"),
].map(each => each.outerHTML.slice(0, 80))"""
OUTLINE = "() => getComputedStyle(document.activeElement).outlineStyle"
FOCUS = "() => document.activeElement.textContent.trim().slice(0, 40)"


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (400, "dark")])
def test_the_page_in_a_browser(tmp_path: Path, width: int, scheme: str) -> None:
    file = tmp_path / "index.html"
    file.write_bytes(render(made_class(24, 3), (made_pair("s0001", "s0009"),)))
    with opened() as browser:
        visit = Visit(browser, file, viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = visit.page
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == "Skip to the class"
        assert page.evaluate(OUTLINE) != "none"
        page.keyboard.press("Enter")
        assert page.url.endswith("#class")
        for role in ("banner", "main", "contentinfo", "navigation"):
            assert page.get_by_role(role).count() == 1
        pair = page.locator("details.pair")
        assert not pair.locator("pre").first.is_visible()
        pair.locator("summary").focus()
        page.keyboard.press("Enter")
        assert pair.locator("pre").first.is_visible()
        region = page.get_by_role("region", name="Students and exercises, scrolls")
        region.focus()
        assert page.evaluate(OUTLINE) != "none"
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == "py-lru-cache"
        assert page.get_by_role("img", name="Grades of").count() == 3
        assert page.evaluate(UNTOLD) == []
        page.evaluate("() => document.querySelectorAll('details').forEach(x => x.open = true)")
        assert page.evaluate(HIDDEN) == []
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") == width
        assert visit.requests[:1] == [file.as_uri()]
        assert all(each.startswith(file.as_uri()) for each in visit.requests)
        assert visit.complaints == []
