"""Names that a terminal, a page, a shell or a file system reads as something else."""

from __future__ import annotations

import os
from pathlib import Path

from .attack import RIGHT, FolderAttack, attack, lay, learner

ODD = (
    "line\nbreak.py", "\x1b[2J\x1b]0;pwned\x07.py", "\u202egnp.py", "\u2066iso\u2069.py",
    "a\rb.py", "tab\t.py", "bell\a.py", "zero\u200bwidth.py", "\ufeff.py",
    "<script>alert(1)<script>.py", "<img src=x onerror=pwned>.py",
    "'\"><b>.py", "{{ 7 * 7 }}.py", "{% include 'x' %}.py", "%s%n%(x)s.py", "{0.__class__}.py",
    "..", "...", "....py", "..solution.py", "..\\..\\etc\\passwd.py", "C:\\windows.py", "~",
    "~root", "-rf", "--help.py", "-", "--exercise=py-singleton.py", "@file.py", "$(touch pwned).py",
    "`id`.py", "; rm -rf pwned.py", "|cat.py", "*.py", "?.py", "[a].py", "!.py", "&.py",
    "solution.py.", "solution.py ", " solution.py", "solution.py~", "Solution.py", "SOLUTION.PY",
    "solution .py", "\u0455olution.py", "solution.p\u0443", "solution\uff0epy", "CON.py", "nul",
    "caf\u00e9.py", "cafe\u0301.py", "\u1e9b\u0323.py", "n" * 252 + ".py",
    "\U0001f4a5.py", "\u3164.py",
    "import.py", "class.py", "1.py", "a-b.py", "a b.py", "__init__.py", "__main__.py", "None.py",
)  # fmt: skip
BYTES = (b"\xff\xfe.py", b"latin-\xe9.py", b"\xed\xa0\x80.py", b"\xc0\xafpasswd", b"\x80")


def odd_names(folder: Path) -> None:
    """Files of all odd names, as far as the file system has them."""
    for name in ODD:
        if name not in ("..", "~"):
            (folder / name).write_bytes(b"x = 1\n")
    for raw in BYTES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_bytes(b"x = 1\n")


@attack("right", tries="has names of files printed that a terminal or a page obeys")
def odd_files(home: Path) -> Path:
    folder = learner(home)
    odd_names(folder)
    return folder


@attack("refused", tries="the same, in the message that names what was found",
        must="refuse it in one printable line", reason="no solution.py")  # fmt: skip
def odd_files_only(home: Path) -> Path:
    folder = lay(home / "alice", {})
    odd_names(folder)
    return folder


@attack("right", tries="has names of folders printed that a terminal or a page obeys")
def odd_folders(home: Path) -> Path:
    folder = learner(home)
    for number, name in enumerate(ODD):
        if name != "..":
            lay(folder / f"{name[:200]}.{number}", {"inner.py": "x = 1\n"})
    for raw in BYTES:
        os.mkdir(os.fsencode(folder) + b"/" + raw + b".d")
    return folder


def called(label: str, name: str | bytes) -> tuple[FolderAttack, FolderAttack]:
    """The submission itself has an odd name, once with and once without the file."""
    raw = name.encode() if isinstance(name, str) else name
    tries = "has a name that goes into messages, reports and files"

    def whole(home: Path) -> Path:
        return learner(home, name=os.fsdecode(raw))

    def hollow(home: Path) -> Path:
        return lay(home / os.fsdecode(raw), {})

    whole.__name__, hollow.__name__ = f"called_{label}", f"called_{label}_and_empty"
    return (
        attack("right", tries=tries, must="show the name harmlessly, and grade")(whole),
        attack("refused", tries=tries, must="refuse it in one printable line", reason="is empty")(
            hollow
        ),
    )


CALLED = (
    *called("escapes", "\x1b[2J\x1b]0;pwned\x07\r\nalice"),
    *called("markup", "<script>alert(1)<img src=x onerror=pwned>"),
    *called("bytes", b"\xff\xfe\xe9"),
    *called("direction", "\u202eecila\u2066"),
    *called("dashes", "--help"),
    *called("template", "{{ 7 * 7 }}{% raw %}%s{0}"),
    *called("length", "n" * 255),
    *called("two_dots", "..alice.."),
    *called("space", " "),
    *called("backslash", "..\\..\\alice"),
    *called("shell", "$(touch pwned);`id`&*"),
)


def alone(label: str, name: str, reason: str) -> FolderAttack:
    """Nothing but the right text under almost the right name."""

    def build(home: Path) -> Path:
        return lay(home / "alice", {name: RIGHT})

    build.__name__ = f"alone_{label}"
    return attack("refused", tries="is taken for the file that was asked for",
                  must="take no other name for it, and say so", reason=reason)(build)  # fmt: skip


ALONE_NAMES = (
    alone("in_capitals", "SOLUTION.PY", "rename it to solution.py"),
    alone("with_a_dot", "solution.py.", "rename it to solution.py"),
    alone("with_a_space", "solution.py ", "rename it to solution.py"),
    alone("with_a_cyrillic_letter", "\u0455olution.py", "no solution.py"),
    alone("with_a_backslash", "work\\solution.py", "backslash"),
    alone("with_a_full_stop_of_another_script", "solution\uff0epy", "no solution.py"),
    alone("with_a_direction_mark", "\u202eyp.noitulos", "no solution.py"),
    alone("twice_packed", "solution.py.zip", "no solution.py"),
)


@attack("refused", tries="has the file twice, for two readers to choose differently",
        must="not choose", reason="in more than one folder")  # fmt: skip
def two_candidates(home: Path) -> Path:
    return lay(home / "alice", {"a/solution.py": RIGHT, "b/solution.py": RIGHT})


@attack("right", tries="packs a folder, as many do, with others beside it")
def one_folder_down(home: Path) -> Path:
    return lay(home / "alice", {"work/solution.py": RIGHT, "\x1b[31m/x.py": "", "-/y.py": ""})
