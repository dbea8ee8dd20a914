"""Boxes on every rung that this machine has; the suite runs once on each."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.errors import BoxError
from grader.pipeline.engine import DRIVER
from grader.sandbox import values
from grader.sandbox.box import Box, BoxSpec
from grader.sandbox.request import BoxLimits, Request, Serve
from grader.sandbox.rungs import RungName
from grader.sandbox.running import Running

Probe = Callable[..., Any]


@pytest.fixture(scope="session", params=["bubblewrap", "landlock"])
def rung(request: pytest.FixtureRequest) -> RungName:
    """Each rung that a box really starts on."""
    name: RungName = request.param
    try:
        Box(name, BoxSpec()).close()
    except BoxError as error:
        pytest.skip(str(error))
    return name


@pytest.fixture(scope="session")
def python_box(rung: RungName) -> Iterator[Box]:
    """A box with the Python driver warm."""
    with Box(rung, BoxSpec(preload=(f"{DRIVER}:warm",))) as box:
        yield box


@pytest.fixture(scope="session")
def workdir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the tools box sees."""
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="session")
def tools_box(rung: RungName, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Box]:
    """A box for programs, without a folder."""
    with Box(rung, BoxSpec(programs=True)) as box:
        yield box


@pytest.fixture(scope="session")
def writing_box(rung: RungName, workdir: Path) -> Iterator[Box]:
    """A box for programs that may write in a folder."""
    workdir.chmod(0o777)
    for parent in workdir.parents[:2]:
        parent.chmod(0o755)  # pytest closes them to others, and the box is somebody else
    with Box(rung, BoxSpec(programs=True, workdir=workdir, writable=True)) as box:
        yield box


class Guest:
    """A hostile module in a fresh fork, and a way to call its functions."""

    def __init__(self, running: Running) -> None:
        self.running = running

    def load(self, source: str) -> dict[str, Any]:
        """Import `source` as the submission."""
        files = [["guest.py", base64.b64encode(source.encode()).decode()]]
        return self.ask({"op": "load", "files": files, "module": "guest", "scenarios": None})

    def ask(self, message: dict[str, Any], seconds: float = 10) -> dict[str, Any]:
        """One operation, and its reply."""
        self.running.send({"nonce": "n", **message})
        return self.running.receive(seconds)

    def call(self, name: str, *arguments: Any) -> Any:
        """The plain value that a function of the module returns; an exception's class name."""
        encoded = [values.encode(item) for item in arguments]
        reply = self.ask({"op": "call", "root": "solution", "path": [name], "args": encoded})
        if "raised" in reply:
            return reply["raised"]["type"]
        return values.decode(reply["value"])


@pytest.fixture
def guest(python_box: Box) -> Iterator[Callable[..., Guest]]:
    """Makes guests of a source; each is ended with the test."""
    started: list[Running] = []

    def make(source: str, **limits: Any) -> Guest:
        request = Request(action=Serve(DRIVER), syscalls="python", limits=BoxLimits(**limits))
        running = python_box.start(request)
        started.append(running)
        guest = Guest(running)
        guest.load(source)
        return guest

    yield make
    for running in started:
        running.finish()
