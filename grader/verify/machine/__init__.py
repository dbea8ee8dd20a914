"""Mutants made by machine: small wrong edits of the reference solutions that grading must notice.

A person writes the wrong fixes that learners are likely to make; a machine has no such ideas and
tries everything. What it changes without losing a point is either a hole in the hidden tests or a
change that nobody could notice, and an author says which (docs/machine-mutants.md).
"""
