"""The report for a terminal: a table of criteria, then what to do about each lost one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import fill, indent

from grader.report.view import ReportView
from grader.report.view.pieces import Evidence, Tone
from grader.report.view.shapes import CriterionView

WIDTH = 78
_MARKS: dict[Tone, str] = {
    "good": "✓",
    "lost": "✗",
    "part": "◐",
    "idle": "·",
    "fault": "!",
    "info": "i",
}
# ECMA-48 colours: green, red, yellow, grey, magenta, cyan.
_COLOURS: dict[str, int] = {
    "good": 32,
    "lost": 31,
    "part": 33,
    "idle": 90,
    "fault": 35,
    "info": 36,
    "bold": 1,
}
_SHOWN_EVIDENCE = 2
_SHOWN_ITEMS = 3
_EVIDENCE_CHARS = 300
_Paint = Callable[[str, str], str]


def render(view: ReportView) -> bytes:
    """`view` as UTF-8 without colours."""
    return summary(view, colour=False).encode("utf-8")


def summary(view: ReportView, *, colour: bool) -> str:
    """`view` in lines of about 78 columns. The only escapes are our own colours, if wanted."""
    paint = _coloured if colour else _plain
    parts = [
        "\n".join(_top(view, paint)),
        *("\n".join(_banner) for _banner in _banners(view, paint)),
        "\n".join(_table(view, paint)),
        *("\n".join(_lost(item, paint)) for item in view.lost),
        "\n".join(_bottom(view)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain(_style: str, text: str) -> str:
    """`text` as it is."""
    return text


def _coloured(style: str, text: str) -> str:
    """`text` in the colour of a tone, or bold."""
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m"


def _wrapped(label: str, text: str) -> str:
    """`text` filled to the width under a label of 11 columns; its own line ends stay."""
    paragraphs = text.split("\n") or [""]
    lines = [fill(item, WIDTH - 13, break_on_hyphens=False) for item in paragraphs]
    shown = indent("\n".join(lines), " " * 13, lambda _: True)
    return f"  {label:<11}{shown[13:]}"


def _top(view: ReportView, paint: _Paint) -> Iterator[str]:
    """Title, number, verdict."""
    heading = view.heading
    yield f"{paint('bold', heading.title)} ({heading.submission})"
    percent = f" ({view.percent.text} %)" if view.percent else ""
    yield f"{paint('bold', heading.headline)} {heading.unit}{percent}".rstrip()
    yield heading.verdict


def _banners(view: ReportView, paint: _Paint) -> Iterator[Iterator[str]]:
    """What to know before reading the number."""
    for banner in view.banners:
        lines = [paint(banner.tone, f"{_MARKS[banner.icon]} {banner.title}")]
        lines += [fill(item, WIDTH, initial_indent="  ", subsequent_indent="  ")
                  for item in banner.text.split("\n")]  # fmt: skip
        for item in banner.items[:_SHOWN_ITEMS]:
            where = f" ({item.place.text})" if item.place else ""
            said = f"{item.text}{where}"
            lines.append(fill(said, WIDTH, initial_indent="  - ", subsequent_indent="    "))
        more = len(banner.items) - _SHOWN_ITEMS
        yield iter([*lines, f"  - and {more} more in the full report"] if more > 0 else lines)


def _table(view: ReportView, paint: _Paint) -> Iterator[str]:
    """One line a criterion: mark, points, title."""
    scores = [f"{item.points.text} / {item.max_points.text}" for item in view.criteria]
    width = max(map(len, scores), default=0)
    for item, score in zip(view.criteria, scores, strict=True):
        mark = paint(item.tone, _MARKS[item.tone])
        aside = "" if item.status in ("passed", "failed") else f"  [{item.status_label.lower()}]"
        yield f"  {mark}  {score:>{width}}  {item.title}{aside}"


def _lost(item: CriterionView, paint: _Paint) -> Iterator[str]:
    """Why a criterion is lost, what to do, and what was seen."""
    yield f"{paint(item.tone, _MARKS[item.tone])} {paint('bold', item.title)} ({item.gain_label})"
    yield _wrapped("Why", item.cause)
    yield _wrapped("Next step", item.next_step)
    if item.opens:
        yield _wrapped("", item.opens)
    for each in item.seen.items[:_SHOWN_EVIDENCE]:
        yield _wrapped("Seen", _seen(each))
    more = len(item.seen.items) + item.seen.left_out - _SHOWN_EVIDENCE
    if more > 0:
        yield _wrapped("", f"and {more} more in the full report")


def _seen(item: Evidence) -> str:
    """An exhibit in a line or two, with the place to look at."""
    place = item.place or (item.frames.items[-1].place if item.frames.items else None)
    where = f"{place.text}: " if place else ""
    said = item.message.split("\n")[0] or item.outcome_label
    if len(said) > _EVIDENCE_CHARS:
        said = f"{said[:_EVIDENCE_CHARS].rstrip()} … [cut]"
    return f"{where}{said}"


def _bottom(view: ReportView) -> Iterator[str]:
    """What is needed to replay the grading."""
    about = view.about
    if view.ignored.items:
        total = len(view.ignored.items) + view.ignored.left_out
        first = view.ignored.items[0]
        more = f" and {total - 1:,} more" if total > 1 else ""
        yield fill(f"Left out: {first.path} ({first.reason}){more}", WIDTH)
    yield f"Seed {about.seed}, sandbox {about.rung or 'not needed'}"
