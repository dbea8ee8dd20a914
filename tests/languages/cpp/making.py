"""Small exercises and submissions for the C++ tests."""

from __future__ import annotations

from pathlib import Path

from grader.languages.cpp.places import Places
from grader.model import Exercise, Limits, Program, SourceFile, Submission, Variant

HEADER = "thing.hpp"


def exercise(folder: Path, *, seconds: float = 60.0, **sources: str) -> Exercise:
    """An exercise with the learner's file `thing.hpp` and one program, `main`, of `sources`."""
    hidden = folder / "hidden"
    hidden.mkdir(parents=True, exist_ok=True)
    for name, text in sources.items():
        (hidden / f"{name}.cpp").write_text(text, encoding="utf-8")
    names = tuple(f"{name}.cpp" for name in sources)
    starter = Variant(name="starter", kind="starter", folder=folder, loses=frozenset(), note="")
    return Exercise(
        id="thing",
        title="Thing",
        language="cpp",
        difficulty=1,
        minutes=5,
        summary="A thing.",
        files=(HEADER,),
        guide_section="None",
        guide_lines=(1, 2),
        folder=folder,
        limits=Limits(build_seconds=seconds),
        programs=(Program(name="main", sources=names, profiles=("plain",)),),
        starter=starter,
        solutions=(),
        mutants=(),
        flaws=(),
        digest="",
    )


def submission(text: str) -> Submission:
    """A learner's `thing.hpp`."""
    file = SourceFile(path=HEADER, content=text.encode())
    return Submission(name="test", files=(file,), digest="")


def places(text: str, **hidden: str) -> Places:
    """Where paths belong: the learner's `thing.hpp` and hidden sources by name."""
    return Places(
        files=(SourceFile(path=HEADER, content=text.encode()),),
        hidden=tuple((f"{name}.cpp", source) for name, source in hidden.items()),
        stage=Path("/box/files"),
    )
