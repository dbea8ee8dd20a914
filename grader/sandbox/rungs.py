"""The ladder of walls, and how the warm process is started on each rung.

`bubblewrap` has namespaces, `landlock` does without them; both add Landlock, seccomp and limits
from within. `unsafe` has limits only and is for practice.
"""

from __future__ import annotations

import os
import shutil
import site
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grader.errors import ToolMissing
from grader.sandbox import landlock

RungName = Literal["bubblewrap", "landlock", "unsafe"]
ENVIRONMENT = {"PYTHONHASHSEED": "0", "HOME": "/", "LC_ALL": "C.UTF-8"}
"""All that a box has. Hashes of strings are the same in every grading, or verdicts on code that
uses them would flip."""
PACKAGE = Path(__file__).resolve().parent.parent
SYSTEM = (
    "/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/include",
    "/usr/local/bin", "/usr/local/lib", "/usr/local/include", "/lib", "/lib32", "/lib64", "/bin",
)  # fmt: skip
"""What compilers and the dynamic linker need of the system; no /usr/share, /etc or /home."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paths:
    """What a box may read. `imports` go to `sys.path`; `runtime` is all a Python fork needs."""

    interpreter: str
    imports: tuple[str, ...]
    runtime: tuple[str, ...]
    system: tuple[str, ...]


def paths() -> Paths:
    """The paths of this installation: interpreter, standard library, packages, this package."""
    interpreter = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    library = sysconfig.get_path("stdlib")
    packages = tuple(path for path in _packages() if os.path.isdir(path))
    shared = Path(sys.base_prefix) / "lib"
    runtime = (library, *packages, str(PACKAGE), *map(str, shared.glob("libpython3*")))
    return Paths(
        interpreter=interpreter,
        imports=(str(PACKAGE.parent), *packages),
        runtime=tuple(dict.fromkeys(map(os.path.realpath, runtime))),
        system=tuple(path for path in SYSTEM if os.path.exists(path)),
    )


def _packages() -> tuple[str, ...]:
    named = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    if site.ENABLE_USER_SITE:
        named.append(site.getusersitepackages())
    return tuple(dict.fromkeys(named))


def candidates(*, unsafe: bool = False) -> tuple[RungName, ...]:
    """The rungs worth trying here, best first. Raises ToolMissing when there is none."""
    if unsafe:
        return ("unsafe",)
    rungs: list[RungName] = []
    if shutil.which("bwrap"):
        rungs.append("bubblewrap")
    if landlock.abi():
        rungs.append("landlock")
    if not rungs:
        raise ToolMissing(NO_WALLS)
    return tuple(rungs)


NO_WALLS = (
    "no sandbox: this kernel has no Landlock and bubblewrap is missing; "
    "install it with: apt-get install bubblewrap (or practise on code of your own with --unsafe)"
)


def bubblewrap_arguments(
    where: Paths, readable: tuple[str, ...], writable: tuple[str, ...]
) -> list[str]:
    """The flags for bwrap, without the program.

    No `--die-with-parent`: it fires when the thread that started bwrap ends. The box ends with its
    control socket instead, also when the trusted process is killed.
    """
    flags = [
        "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-net",
        "--unshare-cgroup-try", "--disable-userns", "--uid", "65534", "--gid", "65534",
        "--hostname", "box", "--cap-drop", "ALL", "--new-session",
    ]  # fmt: skip
    for path in where.system:
        flags += ["--symlink", os.readlink(path), path] if os.path.islink(path) else [
            "--ro-bind", path, path,
        ]  # fmt: skip
    extra = (where.interpreter, *where.runtime, *readable)
    for path in dict.fromkeys(extra):
        if not _below(path, where.system):
            flags += ["--ro-bind", path, path]
    for path in writable:
        flags += ["--bind", path, path]
    settings = [word for pair in ENVIRONMENT.items() for word in ("--setenv", *pair)]
    return [
        *flags, "--proc", "/proc", "--dev", "/dev",
        "--remount-ro", "/dev", "--remount-ro", "/",
        "--chdir", "/", "--clearenv", *settings,
    ]  # fmt: skip


def _below(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(root + "/") for root in roots)
