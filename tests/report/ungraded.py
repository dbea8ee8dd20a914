"""Sample grades without a number: ours to mend, refused at intake, and a hostile submission."""

from __future__ import annotations

from dataclasses import replace

from grader.model import (
    EvidenceSource,
    Exhibit,
    Finding,
    Grade,
    Ignored,
    Integrity,
    SourceFile,
    Submission,
)
from tests.report.builders import (
    at,
    criterion,
    exercise,
    frame,
    grade,
    result,
    source,
    step,
    works,
)

LRU = "lru_cache.py"
DESCRIBED = exercise(id="py-lru-cache", title="A cache that forgets the wrong entry", file=LRU)


def incomplete() -> Grade:
    """The static checks crashed, so one criterion has no verdict."""
    items = (
        result(criterion("importable", "The module can be imported", 5, requires=())),
        result(criterion("evicts-least-recent", "The least recently used entry goes first", 55),
               "passed", works("A hit makes its entry the most recent one.")),
        result(criterion("distinct-keys", "Different arguments never share an entry", 40,
                         kind="static", checks=("py.cache-key-from-str",)),
               "error", reason="The grader could not run its check py.cache-key-from-str."),
    )  # fmt: skip
    return grade(
        DESCRIBED,
        items,
        files=(source("lru_full.txt", LRU),),
        sources=(
            EvidenceSource(name="tests", state="completed"),
            EvidenceSource(name="checks", state="failed", message="the checker ended by signal 9"),
        ),
    )


def rejected() -> Grade:
    """Refused at intake: nothing was run."""
    refused = grade(
        DESCRIBED,
        (),
        files=(),
        sources=(),
        ignored=(Ignored(path="lru_cache.py", reason="it is a symbolic link"),),
    )
    reason = "lru_cache.py is a symbolic link: hand in the file itself."
    return replace(
        refused,
        status="rejected",
        points=None,
        rejection=reason,
        submission=replace(refused.submission, digest=""),
        provenance=replace(refused.provenance, rung="", stages=()),
    )


BIDI = "\u202e\u2066}if(is_admin)\u2069 \u2066begin admins only\u2069"
TERMINAL = "\x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://evil.example\x1b\\link\x07"
MARKUP = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>&\"'"
NASTY = f"{MARKUP}\n javascript:alert(3) {BIDI} {TERMINAL} \0 \ud800 \u200b\ufeff a" + "\u0335" * 40
HOSTILE_SOURCE = (
    "\n".join(
        [
            f"# {MARKUP}",
            'access = "none"',
            f'if access != "none{BIDI}":',
            f'    print("{TERMINAL} \0\0\0")',
            'name = "\u05e2\u05d1\u05e8\u05d9\u05ea"  # letters that run from right to left',
            f'zalgo = "Z{chr(0x335) * 60}"',
            f"long = '{'A' * 100_000}'",
            *(f"x{at} = {at}" for at in range(3000)),
        ]
    ).encode("utf-8")
    + b"\nbad = '\xff\xfe'\n"
)


def hostile() -> Grade:
    """All that a learner controls is an attack on who reads the report."""
    exhibit = Exhibit(
        source="test",
        subject=NASTY,
        outcome="failed",
        message=f"{NASTY}\n" * 100 + "B" * 1_000_000,
        location=at(LRU, 3),
        traceback=tuple(frame(LRU, number, NASTY, NASTY) for number in range(1, 300)),
        interleaving=tuple(step(f"{NASTY}{number % 7}", LRU, number, NASTY, NASTY)
                           for number in range(1, 400)),
        output=f"{NASTY}\r{'C' * 1_000_000}\n" + "line\n" * 10_000,
    )  # fmt: skip
    items = (
        result(criterion("importable", "The module can be imported", 5, requires=())),
        result(criterion("quiet", "It keeps to itself", 95), "failed", *[exhibit] * 30),
    )
    attacked = grade(
        DESCRIBED,
        items,
        files=(
            SourceFile(path=LRU, content=HOSTILE_SOURCE),
            SourceFile(path=f"{NASTY}.py", content=b"x = 1\n"),
        ),
        starter=(source("lru_starter.txt", LRU),),
        findings=tuple(
            Finding(check=NASTY, message=NASTY, location=at(LRU, number % 40), advice=NASTY)
            for number in range(10_000)
        ),
        integrity=(
            Integrity(kind="frames", message="The submission read the stack.", location=at(LRU, 4)),
            *[Integrity(kind="noise", message=NASTY)] * 100,
        ),
        ignored=(*[Ignored(path=f"{NASTY}.txt", reason="not wanted")] * 1000,),
        output=NASTY * 50,
    )
    named = attacked.submission
    return replace(
        attacked,
        submission=Submission(
            name=NASTY, files=named.files, ignored=named.ignored, digest=named.digest
        ),
    )


def one_lost(*exhibits: Exhibit, content: bytes = b"x = 1\ny = 2\n") -> Grade:
    """One file and one criterion, which was lost because of `exhibits`."""
    item = result(criterion("a", "A", 100, requires=()), "failed", *exhibits)
    return grade(DESCRIBED, (item,), files=(SourceFile(path=LRU, content=content),))
