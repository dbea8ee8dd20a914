"""The proof as one self-contained HTML file, in the look of the grading report: no script."""

from __future__ import annotations

from pathlib import Path

from grader.report.html import environment
from grader.verify.output.shapes import GLYPHS, MEANINGS, Mark, ProofView

_TEMPLATES = Path(__file__).with_name("templates")
_ICONS: dict[Mark, str] = {
    "kept": "kept",
    "declared": "declared",
    "undeclared": "lost",
    "missing": "missing",
    "skipped": "skipped",
    "unjudged": "fault",
    "unsteady": "unsteady",
}


def render(view: ProofView) -> bytes:
    """`view` as a UTF-8 page."""
    template = environment(_TEMPLATES, "proof.css").get_template("proof.html.j2")
    legend = [(_ICONS[mark], MEANINGS[mark]) for mark in GLYPHS if mark in view.marks]
    return template.render(view=view, icons=_ICONS, legend=legend).encode("utf-8")
