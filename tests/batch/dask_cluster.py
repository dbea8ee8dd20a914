"""A Dask cluster on this machine, started as people start one: a scheduler and worker processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds after which a test gives up."""


class Cluster:
    """Use it as a context manager. Workers have one thread each, and a nanny, as by default."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._started: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._dask("scheduler", "--host", "127.0.0.1", "--port", "0")
        end = time.monotonic() + PATIENCE
        while not self._file.exists() or not self._file.read_text():
            assert self.scheduler.poll() is None, "the scheduler ended"
            assert time.monotonic() < end
            time.sleep(0.02)
        self.address: str = json.loads(self._file.read_text())["address"]

    def worker(self, home: Path = ROOT) -> subprocess.Popen[bytes]:
        """One more worker, with the grader that lies in `home`: its nanny's process."""
        return self._dask(
            "worker", "--nthreads", "1", "--local-directory", str(self._folder), home=home
        )

    def _dask(self, what: str, *options: str, home: Path = ROOT) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--no-dashboard"]
        with (self._folder / f"{what}.log").open("ab") as log:
            process = subprocess.Popen(
                [*command, "--scheduler-file", str(self._file), *options],
                cwd=home,
                env={**os.environ, "PYTHONPATH": str(home)},
                stdout=log,
                stderr=log,
            )
        self._started.append(process)
        return process

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        *workers, scheduler = reversed(self._started)
        for group in (workers, [scheduler]):
            for process in group:
                process.send_signal(signal.SIGINT)
            for process in group:
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
