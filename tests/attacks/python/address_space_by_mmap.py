# ATTACK address_space_by_mmap
# CLASS: resources
# TRIES: maps memory by mmap, in files, shared and anonymous, and touches it.
# SAFE GRADER MUST: count what is mapped, however it came.
# HONEST-RESULT: fail
# AT-MOST: 0
import contextlib
import mmap


class LRUCache:
    def __init__(self, capacity):
        hoard = []
        for _ in range(40):
            with contextlib.suppress(OSError, ValueError):
                piece = mmap.mmap(-1, 64 << 20)
                piece[:: mmap.PAGESIZE] = b"x" * (len(piece) // mmap.PAGESIZE)
                hoard.append(piece)
        raise MemoryError(len(hoard))
