"""Zip archives that unpack to more, to elsewhere, or to something else for each who reads them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.load.packing import make_tar, make_zip

from .attack import BROKEN, IMPORTABLE, MARK, RIGHT, FolderAttack, Result, attack

Data = bytes | Callable[[], bytes]
GOOD = ("solution.py", RIGHT.encode())
FILES = "solution.py"
NOT_UNPACKED = "read it in memory, within bounds, and write nothing anywhere"
REFUSE = "refuse it with the reason"


def handed(
    name: str, data: Data, tries: str, result: Result = "right", reason: str = "", *,
    file: str = "alice.zip", at_most: float | None = None,
) -> FolderAttack:  # fmt: skip
    """An archive of these bytes, which are made late where that takes long."""

    def build(home: Path) -> Path:
        (home / file).write_bytes(data if isinstance(data, bytes) else data())
        return home / file

    build.__name__ = name
    must = NOT_UNPACKED if result == "right" else REFUSE
    return attack(result, tries=tries, must=must, reason=reason, at_most=at_most)(build)


def zipped(*infos: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """A zip of these members after the right file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(*GOOD)
        for info, content in infos:
            archive.writestr(info, content, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    """A member of this kind."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (mode | 0o777) << 16
    return info


def patched(data: bytes, offset: int, value: bytes, *, local: bool = True) -> bytes:
    """The zip with bytes at `offset` of the first central record, and of its local one, changed."""
    changed = bytearray(data)
    central = data.index(b"PK\1\2")
    changed[central + offset : central + offset + len(value)] = value
    if local:
        changed[offset - 2 : offset - 2 + len(value)] = value
    return bytes(changed)


def overlapping(count: int) -> bytes:
    """A zip whose many members all are the same bytes."""
    bomb = make_zip([("helper.py", bytes(250 * 1024))])
    central = bomb.index(b"PK\1\2")
    record = bytearray(bomb[central : bomb.index(b"PK\5\6")])
    records = b""
    for number in range(count):
        record[46:55] = b"h%05d.py" % number
        records += record
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(records), central, 0)
    return bomb[:central] + records + end


PLAIN = make_zip([GOOD])
PLANT = f"# {MARK}planted\n".encode()
OUTSIDE = ("/tmp/pwned_absolute", "../pwned_up", "a/../../pwned", "C:\\pwned",
           "C:/pwned", "..\\pwned", "\\\\host\\pwned", "/", "//x", "a//../../b",
           "~/pwned", "nul\0.py")  # fmt: skip
TWICE = make_zip([GOOD, (FILES, BROKEN.encode())])

ZIPS = (
    handed("zip_plain", PLAIN, "nothing: it is as it should be"),
    handed("zip_leads_outside", zipped(*((name, PLANT) for name in OUTSIDE)),
           "unpacks to elsewhere"),
    handed("zip_only_outside", make_zip([(f"../{FILES}", RIGHT.encode())]), "unpacks to elsewhere",
           "refused", "leads out of the submission"),
    handed("zip_of_links", zipped((special("pkg", stat.S_IFLNK), b"/etc"),
                                  (special("x.py", stat.S_IFLNK), b"/etc/passwd")),
           "unpacks to links"),
    handed("zip_through_a_link", zipped((special("pkg", stat.S_IFLNK), b"/tmp"),
                                        ("pkg/pwned_link", PLANT)), "unpacks through a link"),
    handed("zip_of_devices", zipped((special("a.py", stat.S_IFCHR), b""), (special("b.py",
           stat.S_IFIFO), b""), (special("c.py", stat.S_IFSOCK), b"")), "unpacks to devices"),
    handed("zip_link_as_file", patched(PLAIN, 38, struct.pack("<L", 0o120777 << 16), local=False),
           "is a link", "refused", "is a symbolic link"),
    handed("zip_twice", TWICE, "is right for who reads the first, wrong for who reads the last",
           "refused", "more than once"),
    handed("zip_twice_round_about", make_zip([GOOD, (f"./{FILES}", BROKEN.encode())]),
           "has one file under two spellings", "refused", "more than once"),
    handed("zip_file_and_folder", make_zip([GOOD, (f"{FILES}/x.py", b"")]),
           "is a file and a folder", "refused", "both a file and a folder"),
    handed("zip_bomb", lambda: zipped(("helper.py", bytes(30 << 20)), ("d", bytes(60 << 20))),
           "unpacks to a hundred times its size"),
    handed("zip_bomb_as_file", lambda: make_zip([(FILES, bytes(60 << 20))]), "unpacks to a bomb",
           "refused", "larger than 256 KiB"),
    handed("zip_bomb_within", lambda: zipped(("inner.zip", make_zip([("x.zip", bytes(9 << 20))]))),
           "is unpacked again and again"),
    handed("zip_overlapping", lambda: overlapping(1500), "reads the same bytes a thousand times",
           "refused", "no solution.py"),
    handed("zip_of_many", lambda: make_zip([(f"n{number}", b"") for number in range(20_000)]),
           "has more files than anybody needs", "refused", "more than 2,000 files"),
    handed("zip_lies_small", patched(make_zip([(FILES, RIGHT.encode() + b"#" * 300_000)]), 24,
           struct.pack("<L", 100)), "says that it is small", "refused", "damaged"),
    handed("zip_lies_large", patched(PLAIN, 24, struct.pack("<L", 200_000)), "says it is larger",
           "refused", "damaged"),
    handed("zip_lies_huge", patched(PLAIN, 24, struct.pack("<L", 0xFFFFFFFE)), "says it is huge",
           "refused", "larger than 256 KiB"),
    handed("zip_bad_checksum", patched(PLAIN, 16, b"\1\2\3\4"), "is damaged", "refused", "damaged"),
    handed("zip_encrypted", patched(PLAIN, 8, b"\1\0"), "asks for a password", "refused",
           "encrypted"),
    handed("zip_method_unknown", patched(PLAIN, 10, b"\x63\0"), "needs what nobody has", "refused",
           "unusual way"),
    handed("zip_method_lzma", make_zip([GOOD], zipfile.ZIP_LZMA), "chooses its memory",
           "refused", "unusual way"),
    handed("zip_name_differs", PLAIN.replace(FILES.encode(), b"xolution.py", 1),
           "has another name inside than outside", "refused", "damaged"),
    handed("zip_name_of_nuls", PLAIN.replace(FILES.encode(), bytes(len(FILES))),
           "has a name that is cut to nothing", "refused", ""),
    handed("zip_offset_outside", patched(PLAIN, 42, b"\xff\xff\xff\x7f", local=False),
           "begins where nothing is", "refused", ""),
    handed("zip_cut_off", PLAIN[: len(PLAIN) // 2], "ends too early", "refused", "zip archive"),
    handed("zip_of_nothing", b"", "is empty", "refused", "zip archive"),
    handed("zip_after_a_program", b"\x7fELF" + bytes(2000) + PLAIN, "is a program for some"),
    handed("zip_with_comment", PLAIN[:-2] + b"\xff\xff" + b"PK\5\6" * 16383 + b"xyz",
           "has a comment that looks like an end", "refused", ""),
    handed("zip_of_a_zip", make_zip([("alice.zip", PLAIN)]), "is packed twice", "refused",
           "no solution.py"),
    handed("zip_is_a_tar", make_tar([GOOD]), "is a tar called zip", "refused", "zip archive"),
    handed("zip_large", PLAIN + bytes(5 << 20), "is large itself", "refused", "larger than 4096"),
    handed("zip_of_broken", make_zip([("a/solution.py", BROKEN.encode()), ("conftest.py", PLANT)]),
           "is no better for being packed", "wrong", at_most=IMPORTABLE),
)  # fmt: skip
