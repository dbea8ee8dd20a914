"""Real Dask workers: the same results as here, a worker killed, a scheduler gone."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from grader.batch import cluster as under_test
from grader.batch.cluster import DaskCrew
from grader.batch.results import key_of_entry, load_book
from grader.batch.runner import Event
from grader.batch.store import open_store
from grader.batch.work import Result, Task
from grader.errors import GraderError, UsageError
from tests.batch import tiny_class
from tests.batch.dask_cluster import PATIENCE, ROOT, Cluster
from tests.batch.test_crew import alive, children, task_of
from tests.batch.tiny_class import LEAVES, LOOPS, NO_TEXT, RIGHT, Told, hand_in, run, tiny


def loopback() -> bool:
    """Whether this machine may talk to itself, as a scheduler and its workers have to."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), timeout=5).close()
    except OSError:
        return False
    return True


# Dask's client starts threads and sockets that are closed when its loop comes round to it.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.skipif(not loopback(), reason="no loopback interface"),
]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with Cluster(tmp_path_factory.mktemp("dask")) as cluster:
        cluster.worker()
        cluster.worker()
        with Client(cluster.address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        yield cluster


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def recorded(out: Path) -> dict[str, Any]:
    """What was recorded of each student, without what a clock says."""
    found = {}
    with open_store(out) as store:
        for entry in load_book(out).entries:
            key = key_of_entry(store, entry)
            report, page = store.documents(key)
            told = json.loads(report)
            del told["seconds"]
            text = re.sub(r"<dt>Seconds<.*", "", page.decode())
            found[entry.student.id] = (key, store.result(key).marks, told, text)  # type: ignore[union-attr]
    return found


def test_the_same_results_as_on_this_machine(tmp_path: Path, cluster: Cluster) -> None:
    top = tiny.write(tmp_path)
    hand_in(top, {"ann": RIGHT, "bob": NO_TEXT, "cid": LEAVES, "dee": f"{RIGHT}# again\n"})
    _, far = run(top, cluster=cluster.address, out=top / "far")
    _, near = run(top, out=top / "near")
    assert set(far.states.values()) == {"graded"}
    assert far.points() == near.points()
    assert recorded(top / "far") == recorded(top / "near")


class Killing(Told):
    """Kills a worker as soon as one unit is done."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self.family: set[int] = set()
        self.placed: list[Path] = []

    def done(self, event: Event) -> None:
        super().done(event)
        if len(self.events) == 1:
            with Client(self._address, set_as_default=False) as client:
                found = client.run(lambda dask_worker: (os.getpid(), dask_worker.local_directory))
            busy, folder = max(found.values(), key=lambda each: len(children(each[0])))
            self.family = children(busy)
            self.placed = list(Path(folder).glob("grader-exercises-*"))
            os.kill(busy, signal.SIGKILL)


def test_a_killed_worker_costs_nobody_anything(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tiny.write(tmp_path)
    names = {f"s{index}": f"{RIGHT}# {index}\n" for index in range(6)}
    hand_in(top, names | {"slow": LOOPS, "other": LOOPS + "\n"})
    told = Killing(cluster.address)
    monkeypatch.setattr(tiny_class, "Told", lambda: told)
    run(top, cluster=cluster.address)
    assert set(told.states.values()) == {"graded"}
    assert told.points() == dict.fromkeys(names, 100.0) | {"slow": 0.0, "other": 0.0}
    assert told.family
    wait_until(lambda: not any(map(alive, told.family)))
    assert told.placed
    wait_until(lambda: not any(path.exists() for path in told.placed))


def test_a_worker_with_another_grader_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "other"
    shutil.copytree(ROOT / "grader", home / "grader")
    with (home / "grader" / "scoring.py").open("a") as file:
        file.write("# grades otherwise\n")
    task = task_of(tiny.write(tmp_path), RIGHT)
    with Cluster(tmp_path) as lonely, closing(DaskCrew(lonely.address)) as crew:
        lonely.worker(home)
        crew.submit(task)
        found: list[tuple[Task, Result]] = []
        end = time.monotonic() + PATIENCE
        while not found:
            assert time.monotonic() < end
            found = crew.collect(0.5)
        [(_, result)] = found
    assert "another version of grader" in result.fault
    assert not result.again
    assert not result.report


def speaker(says: bytes, hold: list[socket.socket]) -> str:
    """A server that is no scheduler: it says something and waits. Its address."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):  # the test is over
            caller, _ = server.accept()
            hold.append(caller)
            caller.sendall(says)

    hold.append(server)
    threading.Thread(target=serve, daemon=True).start()
    return f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "something else answers there"),
        (b"", "no answer"),
    ],
    ids=["web server", "mute"],
)
def test_something_else_answers(says: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "CONNECT_SECONDS", 0.2)
    hold: list[socket.socket] = []
    try:
        with pytest.raises(UsageError, match=told):
            DaskCrew(speaker(says, hold))
    finally:
        for each in hold:
            each.close()


def test_tls_without_a_certificate_is_said_in_one_line(cluster: Cluster) -> None:
    with pytest.raises(UsageError, match="TLS configuration") as caught:
        DaskCrew(cluster.address.replace("tcp://", "tls://"))
    assert "\n" not in str(caught.value)


def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "CONNECT_SECONDS", 0.2)
    for address in ("tcp://127.0.0.1:9", "nonsense", "http://x:1", "tcp://x"):
        with pytest.raises(UsageError, match="no Dask scheduler at") as caught:
            DaskCrew(address)
        assert "\n" not in str(caught.value)


def test_a_scheduler_that_is_gone_ends_the_run_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_LOOK_SECONDS", 0.1)
    with Cluster(tmp_path) as lonely:
        crew = DaskCrew(lonely.address)
        crew.submit(task_of(tiny.write(tmp_path), RIGHT))
        lonely.scheduler.kill()
        with pytest.raises(GraderError, match=r"is gone; all that was graded is kept") as caught:
            wait_until(lambda: bool(crew.collect(0.05)))
        assert "\n" not in str(caught.value)
        crew.close()


def test_a_cluster_without_workers_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "_LOOK_SECONDS", 0.1)
    monkeypatch.setattr(under_test, "LONELY_SECONDS", 0.3)
    with Cluster(tmp_path) as lonely:
        crew = DaskCrew(lonely.address)
        assert crew.room == 1
        crew.submit(task_of(tiny.write(tmp_path), RIGHT))
        with pytest.raises(GraderError, match="has had no worker"):
            wait_until(lambda: bool(crew.collect(0.05)))
        crew.close()
