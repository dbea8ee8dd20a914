"""All attacks of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from . import (
    archives,
    changing,
    configuration,
    links,
    names,
    parsers,
    permissions,
    sizes,
    special,
    tars,
)
from .attack import FolderAttack

MODULES = (
    links, special, names, configuration, sizes, parsers, permissions, archives, tars, changing
)  # fmt: skip


def attacks() -> tuple[FolderAttack, ...]:
    """Every attack, class by class."""
    return tuple(found for module in MODULES for found in _of(module))


def _of(module: ModuleType) -> Iterator[FolderAttack]:
    for value in list(vars(module).values()):
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, FolderAttack):
                yield item
