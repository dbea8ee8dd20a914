"""Hostile submissions, and what a safe grader makes of them."""
