"""The report as one self-contained HTML file: no script, no request, one hashed style sheet."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.report.view import ReportView
from grader.report.view.prose import spans

_TEMPLATES = Path(__file__).with_name("templates")


def render(view: ReportView) -> bytes:
    """`view` as a UTF-8 page."""
    page = environment().get_template("page.html.j2").render(view=view)
    return page.encode("utf-8")


@cache
def environment(more: Path | None = None, style: str = "code.css") -> Environment:
    """Templates compiled once a process: everything escaped, every unknown name an error.

    Pages that are no grades bring a folder of templates of their own, with a `style` sheet that
    follows this one's.
    """
    folders = [_TEMPLATES, *([more] if more else [])]
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(folders),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["spans"] = spans
    sheets = (_TEMPLATES / "page.css", folders[-1] / style)
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    # Our own files, read from this package: the only text that is not escaped.
    environment.globals["style"] = Markup(css)
    environment.globals["style_hash"] = f"sha256-{digest}"
    return environment
