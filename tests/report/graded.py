"""Sample grades in Python with a number: full marks, and an unlucky race among other losses."""

from __future__ import annotations

from fractions import Fraction

from grader.model import Exercise, Exhibit, Finding, Grade, Ignored, SourceFile
from tests.report.builders import at, criterion, exercise, frame, grade, result, source, step, works

LRU = "lru_cache.py"
KEY_STORY = (
    "Keys are made with str(), so two different calls can share one entry.",
    '`f(1)` and `f("1")` print alike: the second caller silently gets the first one\'s result.',
    "Build the key from the arguments themselves, for example a tuple of args and sorted kwargs.",
)
RACE_STORY = (
    "Two threads can be between the membership test and the removal at the same time.",
    "A request fails with a KeyError that nobody can reproduce, mostly under load.",
    "Put looking up, inserting and evicting under one lock; call the function outside of it.",
)
NONE_STORY = (
    "maxsize=None, which means an unbounded cache, is compared with a number.",
    "Decorating with lru_cache(maxsize=None) raises a TypeError.",
    "Treat None as its own case, and try 0 as well: that is a cache which keeps nothing.",
)


def full_marks() -> Grade:
    """Everything earned."""
    items = (
        result(criterion("importable", "The module can be imported", 5, requires=())),
        result(
            criterion("evicts-least-recent", "The least recently used entry goes first", 30),
            "passed",
            works("A hit makes its entry the most recent one."),
            works("A full cache throws out the entry that was used longest ago."),
        ),
        result(
            criterion("distinct-keys", "Different arguments never share an entry", 25),
            "passed",
            works("1 and the text 1 are different arguments."),
        ),
        result(criterion("any-maxsize", "maxsize may be 0 or None", 15), "passed"),
        result(
            criterion("thread-safe", "Threads can share the cache", 25),
            "passed",
            works("All 312 orders of two threads end well."),
        ),
    )
    return grade(_lru(), items, files=(source("lru_full.txt", LRU),), starter=_starter())


def partial_race() -> Grade:
    """Some lost: a static finding, a race with its interleaving, a traceback, a share."""
    items = (
        result(
            criterion("importable", "The module can be imported", 5, requires=()),
            "passed",
            works("The module is imported in a fresh process."),
        ),
        result(
            criterion("evicts-least-recent", "The least recently used entry goes first", 25),
            "passed",
            works("A hit makes its entry the most recent one."),
            works("A full cache throws out the entry that was used longest ago."),
        ),
        result(
            criterion("distinct-keys", "Different arguments never share an entry", 20,
                      story=KEY_STORY, kind="static", checks=("py.cache-key-from-str",)),
            "failed",
            _key_finding(),
            _key_test(),
        ),
        result(
            criterion("any-maxsize", "maxsize may be 0 or None", Fraction(25, 2),
                      story=NONE_STORY, partial=True),
            "partial",
            works("With maxsize=0 nothing is kept."),
            works("A negative maxsize is refused."),
            _none_traceback(),
            points=Fraction(25, 3),
        ),
        result(
            criterion("thread-safe", "Threads can share the cache", 25, story=RACE_STORY),
            "failed",
            _race(),
        ),
        result(
            criterion("keeps-metadata", "The wrapper looks like the function", Fraction(25, 2)),
            "passed",
            works("Name and docstring are the function's own."),
        ),
    )  # fmt: skip
    extra = Finding(
        check="pylint.missing-module-docstring",
        message="The module has no docstring.",
        location=at(LRU, 1),
        advice="One sentence on what the module is for is enough.",
    )
    return grade(
        _lru(),
        items,
        files=(source("lru_partial.txt", LRU),),
        starter=_starter(),
        findings=(
            Finding(
                check="py.cache-key-from-str",
                message="A cache key is built from str().",
                location=at(LRU, 15, 19),
                advice="Use the arguments themselves.",
            ),
            extra,
        ),
        ignored=(
            Ignored(path="notes.md", reason="the exercise does not ask for this file"),
            Ignored(path="__pycache__/lru_cache.cpython-311.pyc", reason="compiled files"),
        ),
        output="computing 3\ncomputing 7\ncomputing 3\n",
    )


def _lru() -> Exercise:
    """The exercise of the Python samples."""
    return exercise(
        id="py-lru-cache",
        title="A cache that forgets the wrong entry",
        file=LRU,
        section="Python Core Topics: Decorators",
    )


def _starter() -> tuple[SourceFile, ...]:
    """Its starter."""
    return (source("lru_starter.txt", LRU),)


def _key_finding() -> Exhibit:
    """What a static check saw."""
    return Exhibit(
        source="check",
        subject="py.cache-key-from-str",
        outcome="failed",
        message="A cache key is built from str(), which forgets the types of the arguments.",
        location=at(LRU, 15, 19),
    )


def _key_test() -> Exhibit:
    """The same flaw, seen by running it."""
    return Exhibit(
        source="test",
        subject="1 and the text 1 are different arguments.",
        outcome="failed",
        message='Called f(7), then f("7"). The second call was answered with the result of the '
        "first, without calling the function.",
        output="computing 7\n",
    )


def _none_traceback() -> Exhibit:
    """An exception in the learner's code."""
    return Exhibit(
        source="test",
        subject="maxsize=None keeps everything.",
        outcome="failed",
        message="TypeError: '<' not supported between instances of 'NoneType' and 'int'",
        traceback=(frame(LRU, 7, "lru_cache", "    if maxsize < 0:"),),
    )


def _race() -> Exhibit:
    """The order of two threads that ends in a KeyError."""
    steps = (
        step("0", LRU, 15, "key = str(args) + str(sorted(kwargs.items()))", 'key is "(1,)[]"'),
        step("0", LRU, 16, "if key in cache:", "reads cache: the key is there"),
        step("1", LRU, 16, "if key in cache:", "reads cache: its own key is not there"),
        step("1", LRU, 20, "result = func(*args, **kwargs)"),
        step("1", LRU, 21, "cache[key] = result", "writes cache: two entries now"),
        step("1", LRU, 22, "if len(cache) > maxsize:", "two is more than one"),
        step("1", LRU, 23, "cache.popitem(last=False)", "removes the entry of the other thread"),
        step("0", LRU, 17, "cache.move_to_end(key)", 'raises KeyError: "(1,)[]"'),
    )
    return Exhibit(
        source="test",
        subject="Two threads that call with different arguments both get their result.",
        outcome="failed",
        message="With maxsize=1, this order of the two threads ended in a KeyError. It is one of "
        "46 such orders out of 312.",
        interleaving=steps,
    )
