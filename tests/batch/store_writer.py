"""A process that records results into a store until it is stopped; run by test_store.

    python store_writer.py FOLDER FIRST LAST SIZE [BYTES]

Prints each key after it was recorded. With BYTES, no file may grow beyond that.
"""

from __future__ import annotations

import resource
import signal
import sys
from pathlib import Path

from grader.batch.store import open_store
from grader.errors import GraderError
from tests.batch.made import place, result


def main(folder: Path, first: int, last: int, size: int, limit: int = 0) -> int:
    with open_store(folder, create=True) as store:
        place(store, 500)
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with open_store(folder) as store:
            for index in range(first, last):
                made = result(f"key-{index}", points=index % 101, size=size)
                store.record((f"s{index}", "tiny", 1), made, "task", f"digest-{index}")
                print(made.key, flush=True)
    except GraderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
