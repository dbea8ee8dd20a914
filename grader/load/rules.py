"""Which files of a submission are wanted, by name alone: the rules, with their reasons.

A rule answers with the reason for leaving a file out, or with an empty string.
"""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath

from grader.model import Language

SUFFIXES: dict[Language, tuple[str, ...]] = {
    "python": (".py",),
    "cpp": (".hpp", ".h", ".cpp", ".cc"),
}
HEADERS = (".hpp", ".h")
MARKER = ".grader.toml"
MAX_DEPTH = 4
MAX_NAME_BYTES = 120

_TOOL_FOLDERS = frozenset({"__pycache__", "__MACOSX", "node_modules", "venv", "CMakeFiles"})
_HOOKS = frozenset({"conftest", "sitecustomize", "usercustomize", "setup", "__main__"})
_OURS = frozenset({
    "_pytest", "astroid", "clang", "click", "dill", "frontrun", "grader",
    "grader_box", "greenlet", "hypothesis", "jinja2", "markupsafe", "pip", "pkg_resources",
    "pluggy", "py", "pygments", "pylint", "pytest", "scenarios", "setuptools",
})  # fmt: skip
# What <bits/stdc++.h> of g++ 12 reads from the top of the include path (`g++ -M`), and the
# other C11 headers.
_SYSTEM_HEADERS = frozenset(
    "alloca assert complex ctype endian errno fcntl features features-time64 fenv float inttypes "
    "iso646 libintl limits locale malloc math memory poll pthread sched semaphore setjmp signal "
    "stdalign stdarg stdatomic stdbool stdc-predef stddef stdint stdio stdlib stdnoreturn string "
    "strings syscall syslimits tgmath threads time uchar unistd wchar wctype xlocale".split()
)
_SYSTEM_FOLDERS = frozenset(
    "arpa asm asm-generic backward bits c++ debug decimal experimental ext gnu grader linux net "
    "netinet parallel pstl sanitizer sys tr1 tr2".split()
)
_PLAIN_NAME = re.compile(r"\w[\w.+-]*")


def name_reason(name: str) -> str:
    """Why no file or folder may have this name."""
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return "its name is not valid UTF-8"
    if size > MAX_NAME_BYTES:
        return f"its name is longer than {MAX_NAME_BYTES} bytes"
    if name in (".", ".."):
        return "its path leads out of the submission"
    if "\\" in name:
        return "its name has a backslash; separate folders with a forward slash"
    return "" if name.isprintable() else "its name has characters that cannot be printed"


def folder_reason(parts: tuple[str, ...]) -> str:
    """Why a folder is not looked into."""
    name = parts[-1]
    if name in _TOOL_FOLDERS or name.startswith("."):
        return "a folder of a tool, not of the exercise"
    if len(parts) >= MAX_DEPTH:
        return f"deeper than {MAX_DEPTH} levels"
    return name_reason(name)


def helper_reason(path: str, language: Language, files: tuple[str, ...]) -> str:
    """Why a source file beside the declared `files` is not taken along."""
    parts = PurePosixPath(path).parts
    suffix = PurePosixPath(path).suffix
    if suffix not in SUFFIXES[language]:
        return f"only {', '.join(SUFFIXES[language])} files are graded"
    if parts[0] == "public" and len(parts) > 1:
        return "an example test that came with the exercise"
    if not all(_PLAIN_NAME.fullmatch(part) for part in parts):
        return "its name has characters that no import or #include needs"
    if language == "python":
        return _python_reason(path, files)
    reason = _cpp_reason(path)
    if not reason and suffix not in HEADERS:
        return f"only {', '.join(files)} and headers are compiled: put the code into a header"
    return reason


def takes_over(path: str, language: Language) -> str:
    """Why a source of this name would replace something that it must not replace."""
    parts = PurePosixPath(path).parts
    stem = PurePosixPath(path).stem
    if language == "cpp":
        return _cpp_reason(path)
    if stem in _HOOKS:
        return "a name that Python or a tool loads by itself"
    top = stem if len(parts) == 1 else parts[0]
    if top in sys.stdlib_module_names:
        return f"it would replace {top} of the standard library"
    return f"it would replace {top}, which the grader uses" if top in _OURS else ""


def _python_reason(path: str, files: tuple[str, ...]) -> str:
    pure = PurePosixPath(path)
    if pure.stem.startswith("test_") or pure.stem.endswith("_test"):
        return "a test; the grader runs its own"
    if len(pure.parts) > 1 and f"{pure.parts[0]}.py" in files:
        return f"its folder would hide {pure.parts[0]}.py"
    if path == "__init__.py":
        return "files are imported by their own names, not as a package"
    return takes_over(path, "python")


def _cpp_reason(path: str) -> str:
    pure = PurePosixPath(path)
    if len(pure.parts) > 1 and pure.parts[0] in _SYSTEM_FOLDERS:
        return f"the compiler's headers or the grader's are in a folder called {pure.parts[0]}"
    if pure.suffix == ".h" and pure.stem in _SYSTEM_HEADERS:
        return f"it would replace the system's {pure.name}"
    return "scenarios is a name that the grader uses" if pure.stem == "scenarios" else ""
