"""The page: self-contained, escaped, well-formed, and with a skeleton to navigate by."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from grader.report import render
from tests.report.pages import Page
from tests.report.samples import SAMPLES

# Every element that the templates use; nothing here can load or run anything.
KNOWN = frozenset(
    "html head meta title style body svg symbol circle path use defs pattern rect g a header p"
    " span h1 bdi div strong ul li main section h2 ol h3 article h4 details summary pre code"
    " table caption colgroup col thead tr th tbody td i b footer dl dt dd".split()
)


@pytest.fixture(params=SAMPLES, name="page")
def _page(request: pytest.FixtureRequest) -> Page:
    return Page(render(SAMPLES[request.param](), "html"))


def test_only_known_elements(page: Page) -> None:
    assert {tag for tag, _ in page.elements} <= KNOWN
    assert page.comments == []


def test_nothing_runs_and_nothing_loads(page: Page) -> None:
    for tag, attributes in page.elements:
        for name, value in attributes.items():
            assert not name.startswith("on"), f"<{tag} {name}>"
            assert name not in ("style", "src", "srcset", "action", "formaction", "data"), tag
            if name in ("href", "xlink:href"):
                assert re.fullmatch(r"#[\w-]+", value or ""), value


def test_policy_allows_only_our_style_sheet(page: Page) -> None:
    (policy,) = [item["content"] for item in page.all("meta") if "http-equiv" in item]
    (style,) = page.styles
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\((?!\"#)|@import|</", style)


def test_every_link_has_its_target_and_ids_are_unique(page: Page) -> None:
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    for attribute in ("href", "aria-labelledby"):
        assert {value.removeprefix("#") for value in page.values(attribute)} <= set(ids)


def test_skeleton(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert page.all("html") == [{"lang": "en"}]
    assert [tags.count(tag) for tag in ("h1", "main", "footer")] == [1, 1, 1]
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("aria-labelledby" in item for item in page.all("section"))
    for item in page.all("svg"):
        assert item.get("aria-hidden") == "true" or "aria-label" in item


def test_hostile_text_is_text() -> None:
    page = Page(render(SAMPLES["hostile"](), "html"))
    text = "".join(page.text)
    assert "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>&\"'" in text
    assert "[U+202E RLO]" in text
    assert "[U+0000 NUL x 3]" in text


@pytest.mark.parametrize("name", SAMPLES)
def test_no_control_or_direction_character_is_left(name: str) -> None:
    text = render(SAMPLES[name](), "html").decode("utf-8")
    assert all(char.isprintable() for char in set(text) - {"\n", "\t"})
    assert len(text) < 2_000_000


def test_a_lost_criterion_teaches() -> None:
    text = " ".join(" ".join(Page(render(SAMPLES["partial_race"](), "html")).text).split())
    for words in (
        "50.83 of 100 points 50.83 %",
        "Keys are made with str(), so two different calls can share one entry.",
        'Why it matters f(1) and f("1") print alike',
        "Next step Build the key from the arguments themselves",
        "2 threads, 8 steps, in this order",
        "removes the entry of the other thread",
        "notes.md the exercise does not ask for this file",
        "20240611",
        "bubblewrap: namespaces",
        "c0de" * 16,
    ):
        assert words in text


def test_a_passed_criterion_does_not_tell_of_its_flaw() -> None:
    full = "".join(Page(render(SAMPLES["full_marks"](), "html")).text)
    assert "that does not hold yet" not in full
    assert "What to do next" not in full
    assert "How that was shown" in full
