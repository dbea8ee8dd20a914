"""Reading an exercise folder. The format is in docs/architecture.md."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import get_args

from grader.errors import ExerciseError, UsageError
from grader.load.digests import folder_digest
from grader.load.mistakes import Mistakes
from grader.load.names import ID_FORM, did_you_mean, display, is_id
from grader.load.rules import MAX_DEPTH, SUFFIXES, name_reason, takes_over
from grader.load.tables import Table, read_toml
from grader.load.variants import read_starter, read_variants
from grader.model import Exercise, Flaw, Language, Limits, Program

GRADING_PARTS = ("exercise.toml", "hidden", "starter")
SANITIZERS = ("address", "undefined", "thread")
_PROGRAM_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_LANGUAGES: tuple[Language, ...] = get_args(Language)


def find_exercises(root: Path) -> tuple[Path, ...]:
    """Every exercise folder directly in `root`, by name; raises UsageError without `root`."""
    if not root.is_dir():
        raise UsageError(f"no folder of exercises at {display(str(root))}")
    return tuple(sorted(path.parent for path in root.glob("*/exercise.toml")))


def load_by_id(root: Path, exercise_id: str) -> Exercise:
    """The exercise called `exercise_id`; raises UsageError when `root` has none of that name."""
    folders = {folder.name: folder for folder in find_exercises(root)}
    if exercise_id in folders:
        return load_exercise(folders[exercise_id])
    hint = did_you_mean(exercise_id, folders) or "; `grader list` shows them all"
    raise UsageError(f"no exercise called {display(exercise_id, 80)} in {display(str(root))}{hint}")


def load_exercise(folder: Path) -> Exercise:
    """Read and check one exercise folder, as it stands on disk.

    Raises ExerciseError with every mistake, one a line: `path: [table] key: reason`.
    """
    mistakes = Mistakes()
    document = read_toml(folder / "exercise.toml", mistakes)
    mistakes.stop(ExerciseError)  # without it, nothing else can be judged
    language = document.choice("language", _LANGUAGES)
    files = _files(document, language)
    guide = document.table("guide")
    starter = read_starter(folder, files, document.table("starter"), mistakes)
    exercise = Exercise(
        id=folder.resolve().name,
        title=document.text("title"),
        language=language,
        difficulty=document.whole("difficulty", 1, 5),
        minutes=document.whole("minutes", 1, 600),
        summary=document.text("summary"),
        files=files,
        guide_section=guide.text("section"),
        guide_lines=guide.lines("lines"),
        folder=folder.resolve(),
        limits=_limits(document.table("limits", required=False)),
        programs=_programs(document, language, folder / "hidden"),
        starter=starter,
        solutions=read_variants(folder, "solution", files, mistakes),
        mutants=read_variants(folder, "mutant", files, mistakes),
        flaws=_flaws(folder, files, mistakes),
        digest=folder_digest(folder, GRADING_PARTS) if folder.is_dir() else "",
    )
    document.close()
    _check_folder(folder, exercise, mistakes)
    mistakes.stop(ExerciseError)
    return exercise


def _check_folder(folder: Path, exercise: Exercise, mistakes: Mistakes) -> None:
    if not is_id(exercise.id):
        mistakes.add(folder, f"must be named with {ID_FORM}")
    if not (folder / "README.md").is_file():
        mistakes.add(folder / "README.md", "is missing: it is the learner's task")
    if not any((folder / "hidden").glob("test_*.py")):
        mistakes.add(folder / "hidden", "must hold at least one test_*.py")


def _files(document: Table, language: Language) -> tuple[str, ...]:
    """The declared files that are right; intake must be able to take each from a learner."""
    right: list[str] = []
    for name in document.texts("files"):
        reason = _file_reason(name, language, is_first=not right)
        if reason:
            document.wrong("files", f"{display(name)} {reason}")
        else:
            right.append(name)
    return tuple(right)


def _file_reason(name: str, language: Language, *, is_first: bool) -> str:
    path = PurePosixPath(name)
    if name != path.as_posix() or path.is_absolute() or len(path.parts) > MAX_DEPTH:
        return "must be a plain relative path"
    if path.suffix not in SUFFIXES[language]:
        return f"must end in one of {', '.join(SUFFIXES[language])}"
    for reason in (*map(name_reason, path.parts), takes_over(name, language)):
        if reason:
            return f"cannot be graded: {reason}"
    if is_first and (len(path.parts) > 1 or not path.stem.isidentifier()):
        return "comes first, so it must be importable by its name"
    return ""


def _limits(table: Table) -> Limits:
    usual = Limits()
    limits = Limits(
        call_seconds=table.number("call_seconds", 0.05, 60, default=usual.call_seconds),
        test_seconds=table.number("test_seconds", 0.1, 600, default=usual.test_seconds),
        build_seconds=table.number("build_seconds", 1, 600, default=usual.build_seconds),
        memory_mib=table.whole("memory_mib", 16, 4096, default=usual.memory_mib),
        output_kib=table.whole("output_kib", 1, 1024, default=usual.output_kib),
    )
    if limits.call_seconds > limits.test_seconds:
        table.wrong("call_seconds", "must not be longer than test_seconds")
    return limits


def _programs(document: Table, language: Language, hidden: Path) -> tuple[Program, ...]:
    tables = document.tables("program", required=language == "cpp")
    if tables and language != "cpp":
        document.wrong("program", "is for C++ exercises only")
    programs: list[Program] = []
    for table in tables:
        program = Program(
            name=table.text("name"),
            sources=table.texts("sources"),
            profiles=table.texts("profiles"),
        )
        if program.name and not _PROGRAM_NAME.fullmatch(program.name):
            table.wrong("name", "must be a short lower-case word")
        if program.name in [other.name for other in programs]:
            table.wrong("name", f'must not be "{program.name}" twice')
        for source in program.sources:
            if "/" in source or name_reason(source) or not (hidden / source).is_file():
                table.wrong("sources", f"{source} is not a file in {hidden}")
        _check_profiles(table, program.profiles)
        programs.append(program)
    return tuple(programs)


def _check_profiles(table: Table, profiles: tuple[str, ...]) -> None:
    seen: list[frozenset[str]] = []
    for profile in profiles:
        parts = profile.split(",")
        unknown = [part for part in parts if part not in SANITIZERS and profile != "plain"]
        if unknown:
            known = ("plain", *SANITIZERS)
            hint = did_you_mean(unknown[0], known)
            table.wrong("profiles", f'"{unknown[0]}" is not one of {", ".join(known)}{hint}')
        elif len(set(parts)) < len(parts) or frozenset(parts) in seen:
            table.wrong("profiles", f'"{profile}" repeats itself or another profile')
        elif {"address", "thread"} <= set(parts):
            table.wrong("profiles", f'"{profile}": thread and address exclude each other')
        seen.append(frozenset(parts))


def _flaws(folder: Path, files: tuple[str, ...], mistakes: Mistakes) -> tuple[Flaw, ...]:
    """What is wrong with the starter; every flaw must lie within the starter's lines."""
    document = read_toml(folder / "flaws.toml", mistakes)
    flaws: list[Flaw] = []
    for table in document.tables("flaw"):
        flaw = Flaw(
            id=table.text("id"),
            file=table.text("file"),
            lines=table.lines("lines"),
            kind=table.text("kind"),
            summary=table.text("summary"),
        )
        if flaw.id and not is_id(flaw.id):
            table.wrong("id", f"must be {ID_FORM}")
        if flaw.id in [other.id for other in flaws]:
            table.wrong("id", f'must not be "{flaw.id}" twice')
        if flaw.file and flaw.file not in files:
            table.wrong("file", f"{flaw.file} is not among the exercise's files")
        elif flaw.file and (folder / "starter" / flaw.file).is_file():
            count = len((folder / "starter" / flaw.file).read_bytes().splitlines())
            if flaw.lines[1] > count:
                table.wrong("lines", f"must lie within the {count} lines of {flaw.file}")
        flaws.append(flaw)
    document.close()
    return tuple(flaws)
