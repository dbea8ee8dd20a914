"""The compiler is found, asked, and missed in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import ToolMissing
from grader.languages.cpp.toolchain import Toolchain, find_toolchain, include_dirs


def test_knows_the_compiler(toolchain: Toolchain) -> None:
    assert Path(toolchain.compiler).is_absolute()
    assert any(character.isdigit() for character in toolchain.version)
    assert toolchain.family in ("gcc", "clang")


def test_include_folders_hold_the_standard_headers(toolchain: Toolchain) -> None:
    folders = include_dirs(toolchain.compiler)
    assert folders == toolchain.include_dirs
    for header in ("vector", "stddef.h", "pthread.h"):
        assert any((Path(folder) / header).is_file() for folder in folders)


def test_gcc_brings_all_sanitizers(toolchain: Toolchain) -> None:
    if toolchain.family == "gcc":
        assert toolchain.sanitizers == {"address", "thread", "undefined"}


def test_a_missing_compiler_is_named_with_the_remedy() -> None:
    with pytest.raises(ToolMissing, match=r"no C\+\+ compiler \(no-such-g\+\+\).*apt-get install"):
        find_toolchain("no-such-g++")


def fake_compiler(folder: Path, script: str) -> str:
    path = folder / "g++"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_a_broken_compiler_is_missing_too(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="cannot be run"):
        find_toolchain(fake_compiler(tmp_path, "exit 1"))


def test_a_compiler_that_hides_its_headers(tmp_path: Path) -> None:
    with pytest.raises(ToolMissing, match="does not tell where its headers are"):
        include_dirs(fake_compiler(tmp_path, "echo nothing"))


def test_sanitizers_that_are_not_installed(tmp_path: Path) -> None:
    script = """case "$1" in
        --version) echo "g++ (fake) 1.2" ;;
        -print-file-name=libasan.so) echo /usr/lib/libasan.so ;;
        -print-file-name=*) echo "${1#*=}" ;;
        *) printf '#include <...> search starts here:\\n /usr/include\\nEnd of search list.\\n' ;;
    esac"""
    toolchain = find_toolchain(fake_compiler(tmp_path, script))
    assert toolchain.sanitizers == {"address"}
    assert toolchain.version == "g++ (fake) 1.2"
    assert toolchain.include_dirs == ("/usr/include",)
