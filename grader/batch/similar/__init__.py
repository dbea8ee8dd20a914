"""Submissions of one exercise that are nearly the same: a hint for a person, never a penalty.

The method is winnowing: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for
Document Fingerprinting", SIGMOD 2003. Names, literals, comments and layout do not count, so a
renamed copy is still a copy. What the starter gave, and what more than half of a class wrote,
tells nothing about two people and is left out. (copydetect does much the same, but brings numpy and
matplotlib; a class needs neither.)
"""

from grader.batch.similar.pairs import similar
from grader.batch.similar.shapes import Match, Pair, Passage

__all__ = ["Match", "Pair", "Passage", "similar"]
