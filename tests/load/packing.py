"""Archives as learners make them, and as nobody should."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import warnings
import zipfile
from collections.abc import Callable

GOOD = b"answer = 42\n"
Files = list[tuple[str, bytes]]
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "z2": bz2.compress,
    "xz": lzma.compress,
}


def make_zip(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a zip archive; names may repeat."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # duplicate names, on purpose
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def make_tar(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    """The bytes of a tar archive; names may repeat."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form) as archive:
        for name, content in files:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def pack(suffix: str, files: Files) -> bytes:
    """The bytes of an archive whose name would end in `suffix`."""
    if suffix == ".zip":
        return make_zip(files)
    tar = make_tar(files)
    return tar if suffix == ".tar" else PACKERS[suffix[-2:] if suffix != ".tgz" else "gz"](tar)


def checked(block: bytearray) -> bytes:
    """The tar header with the checksum that its bytes add up to."""
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def extended(kind: bytes, records: bytes) -> bytes:
    """An extended tar header of this kind."""
    block = bytearray(make_tar([("pax", records)], tarfile.USTAR_FORMAT)[:1024])
    block[156:157] = kind
    return checked(block[:512]) + bytes(block[512:])
