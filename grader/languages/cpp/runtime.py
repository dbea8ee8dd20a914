"""The trusted half of every program, compiled once for each profile and kept in the cache."""

from __future__ import annotations

import hashlib
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.errors import BoxError
from grader.languages.cpp.cache import Cache
from grader.languages.cpp.compiling import Compiler
from grader.languages.cpp.plan import INSIDE, runtime_digest
from grader.languages.cpp.profiles import Profile
from grader.sandbox.request import Outcome

SECONDS = 120.0
PRECOMPILED = Path("grader", "scenario.hpp.gch")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """`precompiled` is a folder for the include path, `driver` the object with `main`."""

    precompiled: Path
    driver: Path


class Runtime:
    """The runtime for each profile, laid out below `folder` where the box can read it."""

    def __init__(self, compiler: Compiler, folder: Path, cache: Cache) -> None:
        self._compiler = compiler
        self._folder = folder
        self._cache = cache
        self._lock = threading.Lock()
        self._busy: dict[str, threading.Lock] = {}
        self._ready: dict[str, Parts] = {}

    def parts(self, profile: Profile) -> Parts:
        """The parts for `profile`, from the cache or newly compiled.

        Raises BoxError when our own sources do not compile on this machine.
        """
        with self._lock:
            busy = self._busy.setdefault(profile.name, threading.Lock())
        with busy:
            if profile.name not in self._ready:
                self._ready[profile.name] = self._make(profile)
            return self._ready[profile.name]

    def _make(self, profile: Profile) -> Parts:
        flags = " ".join((runtime_digest(self._compiler.toolchain), *profile.compile_flags))
        digest = hashlib.sha256(flags.encode()).hexdigest()
        folder = self._folder / digest[:16]
        parts = Parts(precompiled=folder, driver=folder / "driver.o")
        precompiled = folder / PRECOMPILED
        precompiled.parent.mkdir(parents=True, exist_ok=True)
        if self._compiler.toolchain.family == "gcc":
            self._provide(
                f"header-{digest}",
                precompiled,
                lambda: self._compiler.precompile(profile, precompiled, SECONDS),
            )
        self._provide(
            f"driver-{digest}",
            parts.driver,
            lambda: self._compiler.compile_driver(profile, parts.driver, SECONDS),
        )
        return parts

    def _provide(self, key: str, output: Path, make: Callable[[], Outcome]) -> None:
        if self._cache.fetch(key, output):
            return
        output.parent.chmod(0o777)
        outcome = make()
        output.parent.chmod(0o755)
        if outcome.ended != "exited" or outcome.code != 0:
            said = outcome.stderr.decode("utf-8", errors="replace").strip()
            line = next((line for line in said.splitlines() if "error" in line), outcome.ended)
            raise BoxError(
                f"the C++ runtime of grader does not compile with "
                f"{self._compiler.toolchain.version}: {line[:300]}"
            )
        self._cache.store(key, output)


def lay_out_sources(headers: Path, driver: Path) -> None:
    """Copy our headers and the driver to where the box can read them."""
    shutil.copytree(INSIDE / "include", headers, dirs_exist_ok=True)
    driver.mkdir(parents=True, exist_ok=True)
    for source in INSIDE.glob("*.?pp"):
        shutil.copyfile(source, driver / source.name)
    for path in (headers, driver, *headers.rglob("*"), *driver.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
