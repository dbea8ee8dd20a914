"""Makes reports/*.txt anew: `python tests/languages/cpp/cases/capture.py`, from the checkout.

Compiles faults.cpp with the flags of the profiles, commits each mistake in turn with their options,
and keeps the first lines of what the sanitizer says, with functions and lines filled in.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from grader.languages.cpp.plan import COMMON_FLAGS
from grader.languages.cpp.profiles import Profile, profile
from grader.languages.cpp.symbols import Frames, parse_addr2line, with_names
from grader.languages.cpp.toolchain import find_toolchain

HERE = Path(__file__).resolve().parent
LINES = 80
MISTAKES = {
    "address,undefined": (
        "double_free", "endless", "heap_use_after_free", "leak", "mismatched_delete",
        "no_virtual_destructor", "null_pointer", "signed_overflow", "stack_use_after_scope",
    ),
    "address": ("heap_buffer_overflow", "null_pointer:segv"),
    "thread": ("data_race", "lock_order", "heap_use_after_free:thread_use_after_free",
               "null_pointer:thread_segv"),
}  # fmt: skip


VARIABLES = {
    "ADDRESS": "ASAN_OPTIONS", "THREAD": "TSAN_OPTIONS", "UNDEFINED": "UBSAN_OPTIONS",
}  # fmt: skip


def options(chosen: Profile) -> list[tuple[str, str]]:
    """Sanitizer and options, as they are told to the driver."""
    told = (flag.removeprefix("-DGRADER_OPTIONS_").partition("=") for flag in chosen.driver_flags)
    return [(sanitizer, value.strip('"')) for sanitizer, _, value in told]


def addr2line(tool: str, program: Path, addresses: Sequence[int]) -> Frames:
    """Functions and lines of addresses in `program`."""
    command = [tool, "-a", "-f", "-C", "-i", "-e", str(program), *map(hex, addresses)]
    return parse_addr2line(subprocess.run(command, capture_output=True, check=True).stdout)


def main() -> None:
    """Capture every report."""
    toolchain = find_toolchain("g++")
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "program")
        for name, mistakes in MISTAKES.items():
            chosen = profile(name, toolchain)
            mapped = f"-ffile-prefix-map={HERE}=/grader"
            flags = (*COMMON_FLAGS, *chosen.compile_flags, mapped)
            command = (toolchain.compiler, *flags, "faults.cpp", "-o", str(program))
            subprocess.run(command, check=True, cwd=HERE)
            for mistake in mistakes:
                given, _, kept_as = mistake.partition(":")
                environment = {VARIABLES[key]: value for key, value in options(chosen)}
                done = subprocess.run(
                    (str(program), given), env=environment, capture_output=True, check=False
                )
                said = b"\n".join(done.stderr.splitlines()[:LINES]) + b"\n"
                said = said.replace(folder.encode(), b"/box")
                named = with_names(said, partial(addr2line, toolchain.addr2line, program))
                (HERE / "reports" / f"{kept_as or given}.txt").write_bytes(named)


if __name__ == "__main__":
    main()
