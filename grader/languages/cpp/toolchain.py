"""The C++ compiler of this machine: where it is, what it is, which sanitizers it can link.

Only our own input is compiled here, outside the box; learners' files never are.
"""

from __future__ import annotations

import functools
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grader.errors import ToolMissing

Family = Literal["gcc", "clang"]
CANDIDATES = ("g++", "clang++")
STANDARD = "-std=c++20"
INSTALL = "install one with: apt-get install g++"
PROBE_SECONDS = 20
PROBE_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}

_SEARCHED = re.compile(
    r"^#include <\.\.\.> search starts here:\n(.*?)^End of search", re.MULTILINE | re.DOTALL
)
_GCC_RUNTIMES = {"address": "libasan", "thread": "libtsan", "undefined": "libubsan"}
_CLANG_RUNTIMES = {"address": "asan", "thread": "tsan", "undefined": "ubsan_standalone"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Toolchain:
    """A compiler. `version` is the first line of `--version`; `sanitizers` are those that link."""

    compiler: str
    family: Family
    version: str
    addr2line: str
    nm: str
    include_dirs: tuple[str, ...]
    sanitizers: frozenset[str]


@functools.cache
def find_toolchain(command: str = "") -> Toolchain:
    """The compiler called `command`, or the first of CANDIDATES that is installed.

    Raises ToolMissing when there is none or it does not answer.
    """
    names = (command,) if command else CANDIDATES
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        raise ToolMissing(f"no C++ compiler ({' or '.join(names)}) was found; {INSTALL}")
    version = _ask(path, "--version").splitlines()[0].strip()
    family: Family = "clang" if "clang" in version.lower() else "gcc"
    return Toolchain(
        compiler=path,
        family=family,
        version=version,
        addr2line=_binutils("addr2line"),
        nm=_binutils("nm"),
        include_dirs=include_dirs(path),
        sanitizers=_sanitizers(path, family),
    )


def _binutils(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise ToolMissing(f"{name} was not found; install it with: apt-get install binutils")
    return path


@functools.cache
def include_dirs(compiler: str) -> tuple[str, ...]:
    """The folders that `compiler` searches for `#include <...>`, in order, made absolute.

    Raises ToolMissing when the compiler cannot be run.
    """
    told = _ask(compiler, STANDARD, "-E", "-v", "-x", "c++", "/dev/null")
    found = _SEARCHED.search(told)
    if found is None:
        raise ToolMissing(f"{compiler} does not tell where its headers are; {INSTALL}")
    lines = (line.strip() for line in found[1].splitlines())
    return tuple(str(Path(line).resolve()) for line in lines if not line.endswith(")"))


def _sanitizers(compiler: str, family: Family) -> frozenset[str]:
    """A runtime that is not installed is echoed by `-print-file-name` as the bare name."""
    if family == "gcc":
        wanted = {name: f"{library}.so" for name, library in _GCC_RUNTIMES.items()}
    else:
        machine = _ask(compiler, "-dumpmachine").split("-")[0].strip()
        wanted = {
            name: f"libclang_rt.{library}-{machine}.a" for name, library in _CLANG_RUNTIMES.items()
        }
    return frozenset(
        name
        for name, library in wanted.items()
        if Path(_ask(compiler, f"-print-file-name={library}").strip()).is_absolute()
    )


def _ask(compiler: str, *arguments: str) -> str:
    """What the compiler prints, on both streams. `-v` speaks on the error stream."""
    try:
        done = subprocess.run(
            [compiler, *arguments],
            capture_output=True,
            check=True,
            timeout=PROBE_SECONDS,
            env=PROBE_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ToolMissing(f"{compiler} cannot be run ({error}); {INSTALL}") from None
    return (done.stdout + done.stderr).decode("utf-8", errors="replace")
