"""Tar archives that unpack to more, to elsewhere, or to something else for each who reads them."""

from __future__ import annotations

import io
import tarfile

from tests.load.packing import PACKERS, checked, extended, make_tar

from .archives import FILES, GOOD, OUTSIDE, Data, handed
from .attack import BROKEN, RIGHT, FolderAttack, Result

TAR = make_tar([GOOD])


def tarred(*members: tarfile.TarInfo) -> bytes:
    """A tar of these members after the right file."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for info in (tarfile.TarInfo(FILES), *members):
            content = RIGHT.encode() if info.isreg() else b""
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def member(name: str, kind: bytes, link: str = "") -> tarfile.TarInfo:
    """A member of this kind."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def tar(
    name: str, data: Data, tries: str, result: Result = "right", reason: str = "",
    kind: str = "tar",
) -> FolderAttack:
    """The same for tar archives, packed or not."""
    return handed(f"tar_{name}", data, tries, result, reason, file=f"alice.{kind}")


HEADER = TAR[:512]
HUGE_SIZE = HEADER[:124] + b"\x80" + b"\x7f" * 11 + HEADER[136:]
NEGATIVE = HEADER[:124] + b"\xff" * 12 + HEADER[136:]


def summed(header: bytes, rest: bytes = bytes(1024)) -> bytes:
    """The header with its right checksum, and what follows."""
    return checked(bytearray(header)) + rest


KINDS = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE,
         b"Z", b"V", b"M", b"D", b"S", b"7")  # fmt: skip
TARS = (
    tar("plain", TAR, "nothing: it is as it should be"),
    tar("gz_plain", PACKERS["gz"](TAR), "nothing: it is as it should be", kind="tar.gz"),
    tar("of_links_and_devices", tarred(*(member(f"m{number}.py", kind, "/etc/passwd") for number,
        kind in enumerate(KINDS))), "unpacks to links and devices"),
    tar("leads_outside", tarred(*map(tarfile.TarInfo, OUTSIDE)), "unpacks to elsewhere"),
    tar("link_as_file", summed(HEADER[:156] + b"2" + b"/etc/passwd".ljust(100, b"\0") +
        HEADER[257:]), "is a link", "refused", "is a symbolic link"),
    tar("hard_link_as_file", summed(HEADER[:156] + b"1" + b"/etc/passwd".ljust(100, b"\0") +
        HEADER[257:]), "is a hard link to outside", "refused", "is a hard link"),
    tar("through_a_link", tarred(member("pkg", tarfile.SYMTYPE, "/tmp"),
        tarfile.TarInfo("pkg/pwned_tar")), "unpacks through a link"),
    tar("huge_size", summed(HUGE_SIZE), "says that it is huge", "refused", "tar archive"),
    tar("negative_size", summed(NEGATIVE), "goes back for ever", "refused", "tar archive"),
    tar("pax_sizes", extended(b"x", b"30 size=99999999999999999999\n\n") + TAR, "says it is huge",
        "refused", "tar archive"),
    tar("pax_lengths", extended(b"x", b"9" * 4300 + b" path=x\n") + TAR, "has lengths without end",
        "refused", "tar archive"),
    tar("pax_path", extended(b"x", b"21 path=../pwned_pax\n") + TAR, "renames its file", "refused",
        "leads out of the submission"),
    tar("pax_huge", extended(b"x", b"x" * 200_000) + TAR, "has a name without end", "refused",
        "tar archive"),
    tar("sparse", extended(b"x", b"22 GNU.sparse.major=1\n") + TAR, "is sparse", "refused",
        "sparse"),
    tar("bomb", lambda: PACKERS["gz"](make_tar([GOOD, ("x", bytes(64 << 20))])),
        "unpacks to a bomb", "refused", "unpacks to more than 32 MiB", "tar.gz"),
    tar("bomb_xz", lambda: PACKERS["xz"](bytes(64 << 20)), "unpacks to a bomb", "refused",
        "unpacks to more than 32 MiB", "tar.xz"),
    tar("bomb_bz2", lambda: PACKERS["z2"](bytes(64 << 20)), "unpacks to a bomb", "refused",
        "unpacks to more than 32 MiB", "tar.bz2"),
    tar("twice", make_tar([GOOD, (FILES, BROKEN.encode())]), "is right for who reads the first,"
        " wrong for who reads the last", "refused", "more than once"),
    tar("joined", TAR + make_tar([(FILES, BROKEN.encode())]),
        "has a second archive behind the first"),
    tar("gz_joined", PACKERS["gz"](TAR[:512]) + PACKERS["gz"](TAR[512:]), "is in two streams",
        kind="tgz"),
    tar("cut_off", TAR[:700], "ends too early", "refused", "tar archive"),
    tar("gz_cut_off", PACKERS["gz"](TAR)[:-20], "ends too early", "refused", ".tar.gz archive",
        "tar.gz"),
    tar("of_many", lambda: make_tar([(f"n{number}", b"") for number in range(3_000)]),
        "has too many files", "refused", "more than 2,000 files"),
    tar("of_nothing", bytes(10240), "is empty", "refused", "is empty"),
    tar("bad_checksum", TAR[:148] + b"000000" + TAR[154:], "is damaged", "refused", "checksum"),
)  # fmt: skip
