"""A process whose worker is at a unit that takes long; run by test_crew, which kills it."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main(top: Path) -> None:
    from grader.batch.crew import LocalCrew
    from tests.batch.test_crew import task_of

    with LocalCrew(1) as crew:
        crew.submit(task_of(top, (top / "unit").read_text()))
        worker = crew._workers[0]
        worker._pid.result(timeout=60)
        print("at work", flush=True)
        while crew.busy:
            crew.collect(0.1)
            time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
