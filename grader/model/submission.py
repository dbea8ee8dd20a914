"""A submission: a frozen copy of what a learner handed in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """One file of a submission: POSIX path relative to its root, and the bytes as they were."""

    path: str
    content: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """The content for display: UTF-8, whatever else is in it replaced."""
        return self.content.decode("utf-8-sig", errors="replace")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ignored:
    """A file that was left out, and the rule that left it out."""

    path: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """Frozen files in path order. `digest` is SHA-256 over paths and bytes, in hex."""

    name: str
    files: tuple[SourceFile, ...]
    ignored: tuple[Ignored, ...] = ()
    digest: str = field(repr=False)

    def file(self, path: str) -> SourceFile | None:
        """The file at `path`, or None."""
        return next((item for item in self.files if item.path == path), None)
