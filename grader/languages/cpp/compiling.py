"""The compiler's command lines, each run as one fork of the box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from grader.languages.cpp.places import ROOT
from grader.languages.cpp.plan import CLANG_FLAGS, COMMON_FLAGS, GCC_FLAGS, Unit
from grader.languages.cpp.profiles import Profile
from grader.languages.cpp.toolchain import Toolchain
from grader.sandbox.request import BoxLimits, Exec, Outcome, Request
from grader.sandbox.rungs import SYSTEM

MEMORY_MIB = 1024
ARTEFACT_MIB = 256
OUTPUT_BYTES = 256 * 1024
PATIENCE = 4
"""A compiler computes; what takes longer by the clock than by the processor waits for its turn."""
LOOK_UP_SECONDS = 10.0
_ADDR2LINE_FLAGS = ("-a", "-f", "-C", "-i")
UNNAMED = "hidden"
"""What a program is told when it asks for the file of a scenario."""
DRIVER_LEVEL = "-O0"
"""The driver's speed does not matter, its time to compile does (0.9 instead of 3.3 s)."""


class Runs(Protocol):
    """The one thing that is asked of a box here."""

    def run(self, request: Request) -> Outcome:
        """Run to completion."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Compiler:
    """Runs the compiler in `box`. `headers` is the runtime's include folder, readable inside."""

    box: Runs
    toolchain: Toolchain
    headers: Path
    driver: Path

    def precompile(self, profile: Profile, output: Path, seconds: float) -> Outcome:
        """Make `output`, the precompiled form of grader/scenario.hpp. Only g++ has it."""
        header = self.headers / "grader" / "scenario.hpp"
        arguments = ("-x", "c++-header", str(header), "-o", str(output))
        return self._run(
            (*self._flags(profile, output), *arguments),
            (self.headers,),
            output.parent,
            b"",
            seconds,
        )

    def compile_driver(self, profile: Profile, output: Path, seconds: float) -> Outcome:
        """Make `output`, the object of our own loop."""
        flags = (*self._flags(profile, output), *profile.driver_flags, DRIVER_LEVEL)
        arguments = ("-c", str(self.driver / "driver.cpp"), "-o", str(output))
        return self._run(
            (*flags, *arguments), (self.headers, self.driver), output.parent, b"", seconds
        )

    def check(self, unit: Unit, stage: Path, scratch: Path, seconds: float) -> Outcome:
        """Only find out whether `unit` compiles, with nothing of ours in sight."""
        # -S costs no more than -fsyntax-only, which insists on writing to /dev/null
        own = ("-iquote", ".", "-S", "-x", "c++", "-", "-o", str(scratch / "alone.s"))
        arguments = (*COMMON_FLAGS, *self._dialect(), *own)
        return self._run(arguments, (stage,), scratch, unit.text.encode(), seconds, stage)

    def compile(
        self,
        unit: Unit,
        profile: Profile,
        *,
        stage: Path,
        precompiled: Path,
        output: Path,
        seconds: float,
    ) -> Outcome:
        """Make `output`, the object of `unit`. `precompiled` is searched before the headers."""
        runtime = (precompiled, self.headers) if unit.hidden else ()
        # a program can ask for the file of its caller
        unnamed = (f"-fmacro-prefix-map={unit.name}={UNNAMED}",) if unit.hidden else ()
        arguments = (
            *self._flags(profile, output, runtime),
            f"-ffile-prefix-map={stage}={ROOT}",
            *unnamed,
            "-iquote", ".", "-x", "c++", "-c", "-", "-o", str(output),
        )  # fmt: skip
        readable = (stage, *runtime)
        return self._run(arguments, readable, output.parent, unit.text.encode(), seconds, stage)

    def link(
        self, objects: tuple[Path, ...], profile: Profile, output: Path, seconds: float
    ) -> Outcome:
        """Make `output`, the program."""
        arguments = ("-pthread", *profile.link_flags, *map(str, objects), "-o", str(output))
        return self._run(arguments, objects, output.parent, b"", seconds)

    def look_up(self, program: Path, addresses: Sequence[int], scratch: Path) -> bytes:
        """What addr2line prints about addresses in `program`."""
        given = (*_ADDR2LINE_FLAGS, "-e", str(program), *map(hex, addresses))
        return self._run(
            given, (program,), scratch, b"", LOOK_UP_SECONDS, tool=self.toolchain.addr2line
        ).stdout

    def list_names(self, program: Path, seconds: float) -> Outcome:
        """What nm prints about the names that `program` shares with its libraries."""
        return self._run(
            ("-D", "-P", str(program)), (program,), program.parent, b"", seconds,
            tool=self.toolchain.nm,
        )  # fmt: skip

    def _flags(
        self, profile: Profile, output: Path, includes: tuple[Path, ...] | None = None
    ) -> tuple[str, ...]:
        folders = (self.headers,) if includes is None else includes
        ours = (self.headers, self.driver, output.parent)
        return (
            *COMMON_FLAGS,
            *self._dialect(),
            *profile.compile_flags,
            # wherever things lie, debug information has neutral paths, the same every time
            *(f"-ffile-prefix-map={folder}={ROOT}" for folder in ours),
            *(part for folder in folders for part in ("-I", str(folder))),
        )

    def _dialect(self) -> tuple[str, ...]:
        return GCC_FLAGS if self.toolchain.family == "gcc" else CLANG_FLAGS

    def _run(
        self,
        arguments: tuple[str, ...],
        readable: tuple[Path, ...],
        scratch: Path,
        stdin: bytes,
        seconds: float,
        folder: Path | None = None,
        tool: str = "",
    ) -> Outcome:
        """`folder` is where the compiler runs; learner's files are then named without a path."""
        environment = (
            ("PATH", "/usr/local/bin:/usr/bin:/bin"),
            ("LC_ALL", "C.UTF-8"),
            ("TMPDIR", str(scratch)),
            ("SOURCE_DATE_EPOCH", "0"),
        )
        command = (tool or self.toolchain.compiler, *arguments)
        limits = BoxLimits(
            wall_seconds=seconds * PATIENCE,
            cpu_seconds=max(int(seconds), 1),
            memory_mib=MEMORY_MIB,
            output_bytes=OUTPUT_BYTES,
            file_mib=ARTEFACT_MIB,
        )
        request = Request(
            action=Exec(command, environment, cwd=str(folder or scratch)),
            syscalls="compiler",
            limits=limits,
            readable=(*map(Path, SYSTEM), *readable),
            writable=(scratch,),
            stdin=stdin,
        )
        return self.box.run(request)
