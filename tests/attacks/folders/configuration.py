"""Files that tools load by themselves: settings, hooks, plugins, shadows of modules."""

from __future__ import annotations

import importlib.util
import marshal
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .attack import (
    BROKEN,
    IMPORTABLE,
    RIGHT,
    FolderAttack,
    Result,
    attack,
    counting,
    lay,
    learner,
    planted,
    secret,
)

UNCHANGED = "grade the source alone: nothing else of the folder is loaded, by no tool"
Files = dict[str, str | bytes]


def beside(name: str, files: Files, tries: str, text: str = RIGHT) -> FolderAttack:
    """Files beside solution.py; with a text that is not right, they try to make up for it."""

    def build(home: Path) -> Path:
        return lay(learner(home, text), files)

    build.__name__ = name
    result: Result = "right" if text == RIGHT else "wrong"
    at_most = 100 if text == RIGHT else IMPORTABLE
    return attack(result, tries=tries, must=UNCHANGED, at_most=at_most)(build)


def module(path: str) -> Files:
    """A planted module, which also is right."""
    return {path: planted(path.replace("/", "_").removesuffix(".py")) + RIGHT}


def modules(*paths: str) -> Files:
    """Several of them."""
    return {name: text for path in paths for name, text in module(path).items()}


HOOKS = modules("conftest.py", "sitecustomize.py", "usercustomize.py", "setup.py", "__main__.py",
                "__init__.py", "noxfile.py", "manage.py", "pytest_plugin.py")  # fmt: skip
PASSES = planted("conftest") + '''
import pytest
@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    result = yield
    report = result.get_result()
    report.outcome = "passed"
'''
SHADOWS = modules(
    "json.py", "random.py", "collections.py", "typing.py", "os.py", "sys.py", "builtins.py",
    "encodings/__init__.py", "collections/__init__.py", "codecs.py", "abc.py", "_thread.py",
)  # fmt: skip
OURS = modules(
    "grader/__init__.py", "grader/__main__.py", "grader/cli/__init__.py", "grader_box/__init__.py",
    "grader_box/threads.py", "pytest.py", "_pytest/__init__.py", "frontrun/__init__.py",
    "astroid.py", "pylint/__init__.py", "click.py", "jinja2/__init__.py", "pygments/__init__.py",
    "clang/__init__.py", "scenarios.py", "oracle.py", "test_solution.py", "hidden/scenarios.py",
)  # fmt: skip
RC = "[MAIN]\nload-plugins=plugin\ninit-hook='open(\"/tmp/pwned_pylintrc\", \"w\")'\ndisable=all\n"
SETTINGS: Files = {
    ".pylintrc": RC, "pylintrc": RC, ".pylintrc.toml": "[tool.pylint]\ninit-hook='x'\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts='-p plugin --co'\n[tool.pylint.main]\n"
                      "load-plugins=['plugin']\n[build-system]\nbuild-backend='plugin'\n",
    "setup.cfg": "[tool:pytest]\naddopts=-p plugin --co\n[pylint.MAIN]\nload-plugins=plugin\n",
    "tox.ini": "[pytest]\naddopts=-p plugin --co\n[pylint]\nload-plugins=plugin\n",
    "pytest.ini": "[pytest]\naddopts=-p plugin --co -x\npython_files=nothing\n",
    ".pytest.ini": "[pytest]\naddopts=-p plugin\n",
    ".coveragerc": "[run]\nplugins=plugin\n", "mypy.ini": "[mypy]\nplugins=plugin\n",
    ".flake8": "[flake8]\nextend-ignore=ALL\n", "ruff.toml": "ignore=['ALL']\n",
    ".python-version": "2.7\n", "runtime.txt": "python-2.7\n", ".env": "LD_PRELOAD=./evil.so\n",
    ".envrc": "touch /tmp/pwned_envrc\n", "pyvenv.cfg": "home = .\n", "python._pth": ".\n",
    "evil.pth": "import os; os.mkdir('/tmp/pwned_pth')\n", "._pth": "import site\n",
    "requirements.txt": "./evil\n", "Pipfile": "", "environment.yml": "",
    **module("plugin.py"), **HOOKS,
}  # fmt: skip
RESULTS: Files = {
    "grader-report/result.json": '{"status": "graded", "points": 100, "percent": 100}',
    "result.json": '{"points": 100}', "junit.xml": '<testsuite tests="9" failures="0"/>',
    "exercise.toml": "files = []\n", "rubric.toml": "[[criterion]]\npoints = 100\n",
    "rubrics/attack-lru.toml": "[[criterion]]\n", "hidden/test_lru.py": "def test(): ...\n",
    "exercises/attack-lru/exercise.toml": "", ".pytest_cache/v/cache/lastfailed": "{}",
}  # fmt: skip

FOLDERS = (
    beside("hooks", HOOKS, "has Python and tools load its hooks"),
    beside("shadows", SHADOWS, "replaces modules of the standard library"),
    beside("shadows_of_ours", OURS, "replaces what the grader is made of"),
    beside("settings", SETTINGS, "switches off tests and checks, or has them load a plugin"),
    beside("passing_conftest",
           {"conftest.py": PASSES, "pytest.ini": "[pytest]\naddopts=-p conftest\n"},
           "has pytest report that everything passed", BROKEN),
    beside("shadows_of_broken", {**SHADOWS, **OURS}, "has right code found elsewhere", BROKEN),
    beside("package_of_broken", modules("solution/__init__.py", "solution/solution.py"),
           "has a right package found before a wrong file", BROKEN),
    beside("package", modules("solution/__init__.py"), "has a package found before the file"),
    beside("results", RESULTS, "brings its own results"),
    beside("results_of_broken", RESULTS, "brings its own results", BROKEN),
    beside("marker_to_elsewhere", {".grader.toml": 'exercise = "../../../etc"\n'},
           "has an exercise loaded from where it likes"),
    beside("marker_with_markup", {".grader.toml": 'exercise = "\\u001b[2J<script>"\n[x]\ny=1\n'},
           "has its marker printed"),
    beside("marker_nested", {".grader.toml": "x = " + "[" * 3000}, "breaks the parser of markers"),
    beside("marker_of_bytes", {".grader.toml": b"\xff\xfe\0"}, "breaks the parser of markers"),
)  # fmt: skip


def bytecode(text: str, source: Path) -> bytes:
    """A .pyc that Python takes for that of `source`."""
    facts = source.stat()
    head = importlib.util.MAGIC_NUMBER + bytes(4)
    times = int(facts.st_mtime).to_bytes(4, "little") + facts.st_size.to_bytes(4, "little")
    return head + times + marshal.dumps(compile(text, str(source), "exec"))


def with_bytecode(home: Path, text: str) -> Path:
    """solution.py, and compiled code of something else wherever Python would look."""
    folder = learner(home, text)
    stale = bytecode(planted("bytecode") + RIGHT, folder / "solution.py")
    tag = "cpython-311"
    names = ("solution.pyc", f"__pycache__/solution.{tag}.pyc",
             f"__pycache__/solution.{tag}.opt-1.pyc",
             f"__pycache__/json.{tag}.pyc", "json.pyc", "sitecustomize.pyc")  # fmt: skip
    return lay(folder, dict.fromkeys(names, stale))


@attack("right", tries="has compiled code run in place of the source", must=UNCHANGED)
def stale_bytecode(home: Path) -> Path:
    return with_bytecode(home, RIGHT)


@attack("wrong", tries="the same, to be right", must=UNCHANGED, at_most=IMPORTABLE)
def stale_bytecode_of_broken(home: Path) -> Path:
    return with_bytecode(home, BROKEN)


@attack("right", tries="has a native module loaded before the source", must=UNCHANGED)
def native_modules(home: Path) -> Path:
    folder = learner(home)
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("no gcc")
    code = (
        "#include <fcntl.h>\n__attribute__((constructor)) void f(void)"
        '{ open("/tmp/pwned_native", O_CREAT | O_WRONLY, 0644); }'
    )
    built = folder / "solution.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-", "-o", built], input=code.encode(),
                   check=True)  # fmt: skip
    for name in ("solution.cpython-311-x86_64-linux-gnu.so", "solution.abi3.so", "_json.so",
                 "libasan.so", "libstdc++.so.6"):  # fmt: skip
        shutil.copyfile(built, folder / name)
    return folder


@attack("right", tries="has git run its hooks and its settings", must=UNCHANGED)
def git_folder(home: Path) -> Path:
    run = "#!/bin/sh\ntouch /tmp/pwned_git\n"
    settings = (
        "[core]\n\tfsmonitor = touch /tmp/pwned_git; false\n\tsshCommand = touch /tmp/pwned_git\n"
        "\thooksPath = .git/hooks\n\tpager = touch /tmp/pwned_git\n[diff]\n\texternal = touch\n"
        "[filter \"x\"]\n\tsmudge = touch /tmp/pwned_git\n"
    )
    folder = lay(learner(home), {
        ".git/HEAD": "ref: refs/heads/main\n", ".git/config": settings, ".git/objects/x": "",
        ".git/refs/x": "", ".git/hooks/post-checkout": run, ".git/hooks/pre-commit": run,
        ".gitattributes": "* filter=x diff=x\n", ".gitmodules": "[submodule \"x\"]\n\tpath = -x\n",
        ".git/modules/x/config": settings, ".gitignore": "*\n", ".mailmap": "x\n",
    })  # fmt: skip
    for path in (folder / ".git/hooks").iterdir():
        path.chmod(0o755)
    return folder


BUILDS: Files = {
    ".clang-tidy": "Checks: '-*'\n", ".clangd": "CompileFlags:\n  Add: [-include, /etc/passwd]\n",
    "compile_commands.json": '[{"directory": "/", "file": "solution.hpp", "command": "touch '
                             '/tmp/pwned_commands"}]',
    "compile_flags.txt": "-include\n/etc/passwd\n", ".gdbinit": "shell touch /tmp/pwned_gdb\n",
    "Makefile": "x := $(shell touch /tmp/pwned_make)\n", "GNUmakefile": "$(shell touch "
    "/tmp/pwned_make)\n", "CMakeLists.txt": "execute_process(COMMAND touch /tmp/pwned_cmake)\n",
    "specs": "*cc1plus:\n-include /etc/passwd\n", "module.modulemap": "module std {}\n",
    "asan.supp": "leak:*\n", "tsan.supp": "race:*\n", ".gcda": "", "scenarios.gcda": "",
    "grader.map": "", "a.out": b"\x7fELF", "program": b"\x7fELF", "scenarios.o": b"\x7fELF",
}  # fmt: skip
TRAP = '#error "PWN" "ED"\nstatic struct Trap { Trap() { __builtin_abort(); } } trap;\n'
HEADERS: Files = dict.fromkeys(
    ("vector", "string", "iostream", "stdlib.h", "stddef.h", "string.h", "bits/stdc++.h",
     "grader/restore.hpp", "grader/scenario.hpp", "grader/canary.hpp", "sanitizer/lsan_interface.h",
     "json.hpp", "values.hpp", "canary.hpp", "driver.cpp", "scenarios.cpp", "threads.cpp",
     "hidden/scenarios.cpp", "x86_64-linux-gnu/sys/types.h", "sys/types.h", "main.cpp",
     "solution.cpp", "helper.hpp", "include/grader/scenario.hpp", "c++/12/vector"),
    TRAP)  # fmt: skip


@attack("right", tries="has build tools, debuggers and linters do what it says", must=UNCHANGED,
        exercise="attack-counter")  # fmt: skip
def build_settings(home: Path) -> Path:
    return counting(home, BUILDS)


@attack("right", tries="replaces headers of the standard library and of the grader",
        must=UNCHANGED, exercise="attack-counter")  # fmt: skip
def shadow_headers(home: Path) -> Path:
    return counting(home, HEADERS)


@attack("right", tries="has the compiler load a precompiled header in place of the source",
        must=UNCHANGED, exercise="attack-counter")  # fmt: skip
def precompiled_headers(home: Path) -> Path:
    folder = counting(home, {"solution.hpp.gch": b"gpch.014" + bytes(4096)})
    (folder / "vector.gch").write_bytes(b"gpch.014" + bytes(4096))
    (folder / "scenario.hpp.gch").mkdir()
    return folder


@attack("right", tries="has the report written through a link, or in place of a folder",
        must="leave what the link leads to alone")  # fmt: skip
def report_is_a_link(home: Path) -> Path:
    folder = lay(learner(home), {"grader-report/result.json": "{}"})
    os.symlink(secret(home), folder / "grader-report" / "report.html")
    return folder
