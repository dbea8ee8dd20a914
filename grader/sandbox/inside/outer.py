"""Root's step before the walls: give the paths a way past closed folders, then drop to a uid.

Runs as a program of its own , so that nothing of it happens in the trusted
process. A Python or a checkout below `/root` cannot be read by an ordinary user: in a private
mount namespace the first closed folder on the way is covered by an empty one, and only the paths
that the box needs are bound back into it. Standard library only.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from typing import NoReturn

from grader.sandbox import kernel


def main(arguments: Sequence[str]) -> NoReturn:
    """`UID COUNT PATH… PROGRAM ARGUMENT…`: expose COUNT paths, become UID, execute PROGRAM."""
    uid, count = int(arguments[0]), int(arguments[1])
    exposed, command = arguments[2 : 2 + count], arguments[2 + count :]
    closed = ", ".join(closed_on_the_way(exposed))
    try:
        expose(exposed)
    except OSError as error:
        sys.stderr.write(
            f"an unprivileged user cannot read {closed} and this machine does "
            f"not let it be shown ({error}); keep grader and Python where others can read them\n"
        )
        sys.exit(4)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    os.execve(command[0], list(command), dict(os.environ))


def closed_on_the_way(paths: Sequence[str]) -> list[str]:
    """The first folder on the way to each path that others may not enter, each once."""
    return sorted({folder for path in paths if (folder := _closed(path)) is not None})


def _closed(path: str) -> str | None:
    parts = path.strip("/").split("/")
    for length in range(1, len(parts)):
        folder = "/" + "/".join(parts[:length])
        if not os.stat(folder).st_mode & stat.S_IXOTH:
            return folder
    return None


def expose(paths: Sequence[str]) -> None:
    """Make `paths` reachable for everybody, in a mount namespace of this process's own."""
    closed = closed_on_the_way(paths)
    if not closed:
        return
    below = [path for path in dict.fromkeys(paths) if _closed(path) is not None]
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    handles = {path: os.open(path, os.O_PATH) for path in below}
    for folder in closed:
        kernel.mount("none", folder, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "mode=755")
    for path in sorted(below, key=len):
        if os.path.lexists(path):
            continue
        _place_for(path, is_folder=stat.S_ISDIR(os.fstat(handles[path]).st_mode))
        kernel.mount(
            f"/proc/self/fd/{handles[path]}", path, None, kernel.MS_BIND | kernel.MS_REC
        )
    for handle in handles.values():
        os.close(handle)


def _place_for(path: str, *, is_folder: bool) -> None:
    os.makedirs(path if is_folder else os.path.dirname(path), mode=0o755, exist_ok=True)
    if not is_folder:
        with open(path, "xb"):
            pass


if __name__ == "__main__":
    main(sys.argv[1:])
