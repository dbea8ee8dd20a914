"""How much of anything a report shows. What exceeds a bound is cut, and the cut is said in words.

The figures are choices of this project: far above what an honest submission needs, and low
enough that a hostile one cannot make a report that a browser or a terminal chokes on.
"""

from __future__ import annotations

NAME_CHARS = 200
"""A file name, a test's name, a thread's name."""
MESSAGE_CHARS = 500
"""One line of a message."""
MESSAGE_LINES = 10
CODE_CHARS = 240
"""One line of source, in a listing, a diff, a traceback or a step."""
OUTPUT_CHARS = 240
"""One line of captured output or of a sanitizer's report."""
OUTPUT_HEAD = 30
OUTPUT_TAIL = 10
BANNER_ITEMS = 20
EXHIBITS = 8
"""Pieces of evidence under one criterion."""
FRAMES = 8
STEPS_HEAD = 12
STEPS_TAIL = 24
"""The end of an interleaving is where it breaks, so more of the end is kept."""
LANES = 4
FINDINGS = 60
IGNORED = 50
INTEGRITY = 10
FILES = 12
FILE_LINES = 1500
FILE_CHARS = 100_000
"""All listed lines of one file together."""
NOTES_PER_LINE = 4
NOTES = 100
DIFF_LINES = 400
"""Lines of one file's diff, context included."""
