"""Keeps astroid from importing anything on a submission's word.

To follow `import a.b`, astroid asks importlib, and for the standard library that *runs* the
parent module: `import idlelib.__main__.x` starts an editor, `import antigravity.x` a browser.
Here a name is only ever looked up as a file of the standard library, which is then parsed; a
fixed set of compiled modules may be loaded and looked into. Everything else is unknown, so that
what a submission imports decides on nothing, and findings are the same on every machine.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache, lru_cache

import astroid
from astroid.interpreter._import import spec

_STDLIB = sysconfig.get_path("stdlib")
_COMPILED = frozenset(sys.builtin_module_names) | {
    "_asyncio", "_bisect", "_contextvars", "_csv", "_datetime", "_decimal", "_hashlib", "_heapq",
    "_json", "_pickle", "_queue", "_random", "_socket", "_sqlite3", "_statistics", "_struct",
    "array", "binascii", "cmath", "math", "select", "unicodedata", "zlib",
}  # fmt: skip
"""Compiled modules that do nothing on import but define names."""


@cache
def contain_imports() -> None:
    """Replace astroid's module finder and drop its hooks for packages it cannot find.

    Whoever builds a tree calls this first; once is enough.
    """
    spec.find_spec = _find
    astroid.MANAGER._failed_import_hooks.clear()
    astroid.MANAGER._mod_file_cache.clear()


def _find(modpath: Iterable[str], path: Iterable[str] | None = None) -> spec.ModuleSpec:
    return _find_in_stdlib(tuple(modpath))


@lru_cache(maxsize=1024)
def _find_in_stdlib(parts: tuple[str, ...]) -> spec.ModuleSpec:
    name = ".".join(parts)
    if parts[0] not in sys.stdlib_module_names or not all(part.isidentifier() for part in parts):
        raise ImportError(f"{name} is not part of the standard library")
    base = os.path.join(_STDLIB, *parts)
    if os.path.isfile(os.path.join(base, "__init__.py")):
        return _spec(parts, base, spec.ModuleType.PKG_DIRECTORY)
    if os.path.isfile(base + ".py"):
        return _spec(parts, base + ".py", spec.ModuleType.PY_SOURCE)
    if name in _COMPILED:
        return _spec(parts, None, spec.ModuleType.C_BUILTIN)
    raise ImportError(f"no source file for {name}")


def _spec(parts: tuple[str, ...], location: str | None, kind: spec.ModuleType) -> spec.ModuleSpec:
    return spec.ModuleSpec(name=parts[-1], type=kind, location=location)
