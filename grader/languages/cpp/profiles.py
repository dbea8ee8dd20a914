"""Build profiles: how a scenario program is compiled, and with which options it runs.

`plain`, `thread`, or a comma-separated list of sanitizers such as `address,undefined`.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.errors import ExerciseError, ToolMissing
from grader.languages.cpp.toolchain import Toolchain
from grader.sandbox.request import Syscalls

REPORTED = 66
"""Exit status of a program in which a sanitizer has reported something."""

_COMMON = f"exitcode={REPORTED}:color=never:symbolize=0:halt_on_error=1"
_OPTIONS = {
    "address": (
        f"{_COMMON}:detect_leaks=1:detect_stack_use_after_return=1"
        ":quarantine_size_mb=16:malloc_context_size=16"
    ),
    "thread": f"{_COMMON}:second_deadlock_stack=1:atexit_sleep_ms=0",
    "undefined": f"{_COMMON}:print_stacktrace=1",
}
"""The driver defines `__asan_default_options` and its like with these: a submission that defines
them as well does not link. In the environment they would have to be read from `/proc`, and could
tell a submission that it is being watched."""

_CANARIES = {
    "address": ("__canary_leak", "__canary_overflow"),
    "thread": ("__canary_race",),
    "undefined": ("__canary_undefined",),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """Flags and options of one profile. `canaries` are scenarios that must be reported."""

    name: str
    sanitizers: tuple[str, ...]
    compile_flags: tuple[str, ...]
    link_flags: tuple[str, ...]
    driver_flags: tuple[str, ...]
    syscalls: Syscalls
    canaries: tuple[str, ...]


def profile(name: str, toolchain: Toolchain) -> Profile:
    """The profile called `name`.

    Raises ExerciseError when there is none, ToolMissing when its runtime is not installed.
    """
    if name == "plain":
        return Profile(
            name=name,
            sanitizers=(),
            compile_flags=("-O1", "-g1"),
            link_flags=(),
            driver_flags=(),
            syscalls="program",
            canaries=(),
        )
    sanitizers = _sanitizers(name)
    _need_runtimes(sanitizers, toolchain)
    link = (f"-fsanitize={','.join(sanitizers)}",)
    # -Og compiles in six tenths of the time of -O1; -O0 takes longer than it, and the symbolizer
    # of g++ 12 then misses some inline functions of classes, and with them the learner's line.
    stacks = ("-Og", "-g", "-fno-omit-frame-pointer", "-fno-optimize-sibling-calls")
    flags = (*stacks, *link, "-fno-sanitize-recover=all")
    return Profile(
        name=name,
        sanitizers=sanitizers,
        compile_flags=flags,
        link_flags=link,
        driver_flags=tuple(
            f'-DGRADER_OPTIONS_{sanitizer.upper()}="{_OPTIONS[sanitizer]}"'
            for sanitizer in sanitizers
        ),
        syscalls="sanitized",
        canaries=tuple(canary for sanitizer in sanitizers for canary in _CANARIES[sanitizer]),
    )


def _sanitizers(name: str) -> tuple[str, ...]:
    parts = tuple(sorted({part.strip() for part in name.split(",")}))
    unknown = [part for part in parts if part not in _OPTIONS]
    if unknown:
        known = ", ".join(("plain", *_OPTIONS))
        raise ExerciseError(f"exercise.toml: no build profile {unknown[0]!r}; there are: {known}")
    if "thread" in parts and "address" in parts:
        raise ExerciseError(
            f"exercise.toml: profile {name!r} joins address and thread, which no compiler can; "
            "list them as two profiles"
        )
    return parts


def _need_runtimes(sanitizers: tuple[str, ...], toolchain: Toolchain) -> None:
    missing = [name for name in sanitizers if name not in toolchain.sanitizers]
    if missing:
        package = "apt-get install g++" if toolchain.family == "gcc" else "apt-get install clang"
        raise ToolMissing(
            f"{toolchain.compiler} cannot link the {missing[0]} sanitizer; mend it with: {package}"
        )
