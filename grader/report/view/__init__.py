"""Every display decision of a report: what is shown, in which order, words and bounds."""

from grader.report.view.build import view_of
from grader.report.view.shapes import ReportView

__all__ = ["ReportView", "view_of"]
