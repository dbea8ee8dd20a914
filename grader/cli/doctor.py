"""`grader doctor`."""

from __future__ import annotations

import os
import platform
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import click

from grader import __version__
from grader.errors import GraderError, ToolMissing
from grader.languages.cpp.toolchain import CANDIDATES, find_toolchain
from grader.sandbox import landlock
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.rungs import RungName

PACKAGES = ("pytest", "libclang", "astroid", "pylint", "click", "jinja2", "pygments", "frontrun")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at. `needed` things that are not `well` make the exit code 4."""

    name: str
    well: bool
    told: str
    mend: str = ""
    needed: bool = True


@click.command()
def command() -> None:
    """Look at this machine: toolchain, sandbox, what is missing and what mends it.

    Exit code 4 when something that grading needs is missing.

    \b
    Example:
      grader doctor
    """
    lines = [*_versions(), *_walls(), *_compilers()]
    width = max(len(line.name) for line in lines)
    for line in lines:
        mark = click.style("✓", fg="green") if line.well else click.style("✗", fg="red")
        if not line.well and not line.needed:
            mark = click.style("-", fg="yellow")
        click.echo(f"{mark} {line.name:<{width}}  {line.told}")
    mends = list(dict.fromkeys(line.mend for line in lines if not line.well and line.mend))
    if mends:
        click.echo("\nTo mend it:")
        for mend in mends:
            click.echo(f"  {mend}")
    missing = any(line.needed and not line.well for line in lines)
    click.get_current_context().exit(4 if missing else 0)


def _versions() -> list[Line]:
    lines = [
        Line("grader", True, __version__),
        Line("python", True, f"{platform.python_version()} on {platform.machine()}"),
    ]
    for name in PACKAGES:
        try:
            lines.append(Line(name, True, version(name)))
        except PackageNotFoundError:
            lines.append(Line(name, False, "not installed", "pip install grader"))
    return lines


def _walls() -> list[Line]:
    """Each rung by really starting a box on it; the first that works is the one in use."""
    abi = landlock.abi()
    lines = [Line("kernel", True, f"{platform.release()}, Landlock ABI {abi or 'none'}")]
    found: list[RungName] = []
    for rung in ("bubblewrap", "landlock"):
        told = _try(rung)
        if told is None:
            found.append(rung)
        lines.append(Line(f"sandbox {rung}", told is None, told or "works", needed=False))
    if "bubblewrap" not in found and shutil.which("bwrap") is None:
        lines[1] = Line(
            "sandbox bubblewrap", False, "bwrap is not installed",
            _apt("bubblewrap"), needed=False,
        )  # fmt: skip
    used = f"in use: {found[0]}" if found else "submissions cannot be graded"
    lines.append(Line("sandbox", bool(found), used, "" if found else _apt("bubblewrap")))
    return lines


def _try(rung: RungName) -> str | None:
    if rung == "bubblewrap" and shutil.which("bwrap") is None:
        return "bwrap is not installed"
    if rung == "landlock" and not landlock.abi():
        return "the kernel has no Landlock"
    try:
        Box(rung, BoxSpec()).close()
    except GraderError as error:
        return str(error)
    return None


def _compilers() -> list[Line]:
    lines = []
    for name in CANDIDATES:
        try:
            found = find_toolchain(name)
        except ToolMissing:
            continue
        sanitizers = ", ".join(sorted(found.sanitizers)) or "none"
        lines.append(Line(name, True, f"{found.version}; sanitizers: {sanitizers}"))
    if not lines:
        told = "no C++ compiler; Python exercises can be graded"
        lines.append(Line("C++", False, told, _apt("g++"), needed=False))
    return lines


def _apt(package: str) -> str:
    prefix = "" if os.geteuid() == 0 else "sudo "
    return f"{prefix}apt-get install -y {package}"


