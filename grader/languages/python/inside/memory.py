"""Modules from memory: the submission and the scenarios, without a file to read or to race with."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import sys
import types
from collections.abc import Mapping, Sequence

SUBMISSION = "/submission/"
HIDDEN = "/grader/"


class MemoryFinder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds and loads the modules of a mapping from import name to (file name, source bytes)."""

    def __init__(self) -> None:
        self.modules: dict[str, tuple[str, bytes]] = {}
        self._compiled: dict[str, types.CodeType] = {}

    def add(self, root: str, files: Mapping[str, bytes]) -> None:
        """Make the Python files of `files` (path to bytes) importable, seen as below `root`."""
        for path, content in files.items():
            if not path.endswith(".py"):
                continue
            name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            self.modules[name] = (root + path, content)
            text = content.decode("utf-8", errors="replace")
            entry = (len(text), None, text.splitlines(keepends=True), root + path)
            linecache.cache[root + path] = entry

    def add_code(self, name: str, code: types.CodeType) -> None:
        """Make compiled code importable under `name`."""
        self.modules[name] = (code.co_filename, b"")
        self._compiled[name] = code

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """The spec of a module in memory, or None."""
        if fullname in self.modules:
            spec = importlib.util.spec_from_loader(
                fullname,
                self,
                origin=self.modules[fullname][0],
                is_package=self.is_package(fullname),
            )
            if spec is not None:
                spec.has_location = True
            return spec
        if any(name.startswith(fullname + ".") for name in self.modules):
            spec = importlib.machinery.ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = []
            return spec
        return None

    def is_package(self, fullname: str) -> bool:
        """Whether the module is a package's `__init__`."""
        return self.modules[fullname][0].endswith("/__init__.py")

    def get_source(self, fullname: str) -> str:
        """The module's text, for `inspect` and tracebacks."""
        return self.modules[fullname][1].decode("utf-8", errors="replace")

    def get_code(self, fullname: str) -> types.CodeType:
        """Compile the module as Python would a file, once; raises SyntaxError or ValueError."""
        if fullname not in self._compiled:
            name, content = self.modules[fullname]
            self._compiled[fullname] = compile(content, name, "exec", dont_inherit=True)
        return self._compiled[fullname]

    def fresh(self, name: str) -> types.ModuleType:
        """Execute the module again, and put the new one in `sys.modules`."""
        sys.modules.pop(name, None)
        return importlib.import_module(name)


FINDER = MemoryFinder()
