"""The mistakes of an author's file, collected so that one run shows them all."""

from __future__ import annotations

from pathlib import Path

from grader.errors import GraderError
from grader.load.names import display

MAX_SHOWN = 40


class Mistakes:
    """The mistakes found so far, one line each: `path: [table] key: reason`."""

    def __init__(self) -> None:
        """Start without mistakes."""
        self.lines: list[str] = []

    def add(self, path: Path | str, reason: str, *, table: str = "", key: str = "") -> None:
        """Note one mistake; foreign text in it may be hostile and is made printable."""
        where = f"[{table}] " if table else ""
        what = f"{display(key, 60)}: " if key else ""
        self.lines.append(display(f"{path}: {where}{what}{reason}", 600))

    def stop(self, kind: type[GraderError]) -> None:
        """Raise all mistakes as one error of `kind`, if there are any."""
        if not self.lines:
            return
        shown = self.lines[:MAX_SHOWN]
        if len(self.lines) > MAX_SHOWN:
            shown.append(f"and {len(self.lines) - MAX_SHOWN} more mistakes")
        raise kind("\n".join(shown))
