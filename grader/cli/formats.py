"""The files that reports go to."""

FORMATS = {"html": "report.html", "json": "result.json", "text": "report.txt"}
"""Format of a grade to file name; those of a proof are `grader.verify.output.FORMATS`."""
