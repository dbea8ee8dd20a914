"""Automated grader for code-review exercises in Python and C++."""

__version__ = "0.1.0"
