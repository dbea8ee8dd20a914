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
    page = _environment().get_template("page.html.j2").render(view=view)
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    """Templates compiled once a process: everything escaped, every unknown name an error."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(_TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["spans"] = spans
    style = "\n".join(
        (_TEMPLATES / name).read_text(encoding="utf-8") for name in ("page.css", "code.css")
    )
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    # Our own file, read from this package: the only text that is not escaped.
    environment.globals["style"] = Markup(style)
    environment.globals["style_hash"] = f"sha256-{digest}"
    return environment
