"""The files that reports go to."""

FORMATS = {"html": "report.html", "json": "result.json", "text": "report.txt"}
"""Format to file name."""
