"""Makes reports/*.txt anew: `python tests/languages/cpp/cases/capture.py`, from the checkout.

Compiles faults.cpp with the flags of the profiles, commits each mistake in turn with their options,
and keeps the first lines of what the sanitizer says.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from grader.languages.cpp.plan import COMMON_FLAGS
from grader.languages.cpp.profiles import profile
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
                environment = dict(chosen.environment)
                done = subprocess.run(
                    (str(program), given), env=environment, capture_output=True, check=False
                )
                said = done.stderr.decode().replace(folder, "/box")
                text = "\n".join(said.splitlines()[:LINES]) + "\n"
                (HERE / "reports" / f"{kept_as or given}.txt").write_text(text)


if __name__ == "__main__":
    main()
