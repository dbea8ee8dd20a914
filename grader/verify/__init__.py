"""Proves exercises: solutions pass, every wrong fix loses what it must, nothing hidden leaks."""

from grader.verify.points import Point
from grader.verify.proof import Proof, prove
from grader.verify.runs import VariantRun, Verifier

__all__ = ["Point", "Proof", "VariantRun", "Verifier", "prove"]
