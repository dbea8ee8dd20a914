"""Virtual time: whichever clock a submission reads and however it waits, nothing sleeps."""

from __future__ import annotations

import time

import pytest

from grader.model import Limits

from .conftest import Judge

CLOCK = '@pytest.mark.prepare("clock")'
SCENARIOS = """
import asyncio
import toy
from grader_box import clock

def aged(seconds):
    before = toy.read()
    clock.advance(seconds)
    return toy.read() - before

def timed(*given):
    before = clock.now()
    answer = toy.go(*given)
    return [answer, clock.now() - before]

def stepped(seconds):
    before = toy.read()
    clock.set_wall_clock_back(seconds)
    return toy.read() - before

def run():
    return clock.run(toy.main())

def watched(horizon=100):
    return clock.observe(toy.main(), horizon=horizon)
"""
READINGS = {
    "time.time": "import time\ndef read(): return time.time()",
    "from time": "from time import time, monotonic_ns as ns\ndef read(): return ns() / 1e9",
    "monotonic": "import time\nread = time.monotonic",
    "time_ns": "import time as t\ndef read(clock=t.time_ns): return clock() / 1e9",
    "perf_counter": "from time import *\nread = perf_counter",
    "perf_counter_ns": "import time\ndef read(): return time.perf_counter_ns() / 1e9",
    "gettime": "import time\ndef read(): return time.clock_gettime(time.CLOCK_BOOTTIME)",
    "now": "from datetime import datetime\ndef read(): return datetime.now().timestamp()",
    "now in UTC": "import datetime as d\n"
    "def read(): return d.datetime.now(d.timezone.utc).timestamp()",
    "utcnow": "import datetime\ndef read(): return datetime.datetime.utcnow().timestamp()",
    "today": "import datetime\ndef read(): return datetime.datetime.today().timestamp()",
    "subclass": "import datetime\nclass Mine(datetime.datetime): pass\n"
    "def read():\n    assert type(Mine.now()) is Mine\n    return Mine.now().timestamp()",
    "gmtime": "import time, calendar\ndef read(): return calendar.timegm(time.gmtime())",
    "localtime": "import time\ndef read(): return time.mktime(time.localtime())",
    "strftime": "import time\ndef read(): return int(time.strftime('%s'))",
    "loop": "import asyncio\nloop = asyncio.new_event_loop()\nread = loop.time",
    "getattr": "def read(): return getattr(__import__('ti' + 'me'), 'monotonic')()",
}


@pytest.mark.parametrize("source", READINGS.values(), ids=READINGS)
def test_every_clock_is_virtual(judge: Judge, source: str) -> None:
    body = "assert abs(scenarios.aged(90) - 90) < 1e-5"
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


WALL = {"time.time", "time_ns", "now", "now in UTC", "utcnow", "today", "subclass", "gmtime",
        "localtime", "strftime"}  # fmt: skip


@pytest.mark.parametrize("name", READINGS)
def test_setting_the_wall_clock_moves_wall_clocks_only(judge: Judge, name: str) -> None:
    expected = -3600 if name in WALL else 0
    body = f"assert abs(scenarios.stepped(3600) - {expected}) < 1e-5"
    outcome = judge(body, READINGS[name], scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


WAITS = {
    "sleep": "from time import sleep\ndef go(s): sleep(s)",
    "event": "from threading import Event\ndef go(s): return Event().wait(s)",
    "queue": "import queue\ndef go(s):\n    try: queue.Queue().get(timeout=s)\n"
    "    except queue.Empty: pass",
    "semaphore": "import threading\ndef go(s): threading.Semaphore(0).acquire(timeout=s)",
    "timer": "import threading\ndef go(s):\n    done = threading.Event()\n"
    "    threading.Timer(s, done.set).start()\n    done.wait()",
    "thread": "import threading, time\ndef go(s):\n"
    "    t = threading.Thread(target=time.sleep, args=(s,)); t.start(); t.join()",
    "pool": "import time\nfrom concurrent.futures import ThreadPoolExecutor\ndef go(s):\n"
    "    with ThreadPoolExecutor(2) as pool: list(pool.map(time.sleep, [s, s / 2, s / 2]))",
    "asyncio.sleep": "import asyncio\ndef go(s): asyncio.run(asyncio.sleep(s))",
    "to_thread": "import asyncio, time\ndef go(s): asyncio.run(asyncio.to_thread(time.sleep, s))",
    "call_later": "import asyncio\ndef go(s):\n    loop = asyncio.new_event_loop()\n"
    "    loop.call_later(s, loop.stop)\n    loop.run_forever()",
    "wait_for": "import asyncio\nasync def f(s):\n"
    "    try: await asyncio.wait_for(asyncio.Event().wait(), s)\n"
    "    except TimeoutError: pass\ndef go(s): asyncio.run(f(s))",
    "held lock": "import threading, time\nlock = threading.Lock()\ndef work(s):\n"
    "    with lock: time.sleep(s / 2)\ndef go(s):\n"
    "    ts = [threading.Thread(target=work, args=(s,)) for _ in '12']\n"
    "    [t.start() for t in ts]; [t.join() for t in ts]",
}


@pytest.mark.parametrize("source", WAITS.values(), ids=WAITS)
def test_a_wait_takes_virtual_time_only(judge: Judge, source: str) -> None:
    body = "assert abs(scenarios.timed(3600)[1] - 3600) < 1e-5"
    began = time.monotonic()
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome
    assert time.monotonic() - began < 60  # an hour is an hour only in there


def test_threads_wake_in_the_order_of_their_times(judge: Judge) -> None:
    source = """
        import threading, time
        def go(waits):
            order = []
            def work(seconds):
                time.sleep(seconds)
                order.append(seconds)
                time.sleep(1000)
                order.append(seconds + 1000)
            threads = [threading.Thread(target=work, args=(s,)) for s in waits]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            return order
    """
    body = """
        waits = rng.sample(range(1, 999), 6)
        order, seconds = scenarios.timed(waits)
        assert order == sorted(waits) + [s + 1000 for s in sorted(waits)]
        assert seconds == 1000 + max(waits)
    """
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


def test_time_stands_still_while_a_thread_works(judge: Judge) -> None:
    source = """
        import threading
        def go(_):
            done = threading.Event()
            def work():
                sum(range(20_000_000))
                done.set()
            threading.Thread(target=work).start()
            return done.wait(0.001)
    """
    body = "assert scenarios.timed(0) == [True, 0]"
    limits = Limits(call_seconds=20)
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK, limits=limits)
    assert outcome.outcome == "passed", outcome


HANGS = {
    "future": ("await asyncio.get_running_loop().create_future()", "toy.py:4 in main"),
    "join": ("q = asyncio.Queue(); q.put_nowait(1); await q.join()", "toy.py:4 in main"),
    "inner": ("await asyncio.gather(wait(), wait())", "toy.py:6 in wait (2 tasks)"),
    "shielded": ("await asyncio.wait([asyncio.create_task(stubborn())])", "toy.py:10 in stubborn"),
}


@pytest.mark.parametrize(("line", "place"), HANGS.values(), ids=HANGS)
def test_a_hang_is_decided_at_once_and_located(judge: Judge, line: str, place: str) -> None:
    source = f"""
import asyncio

async def main():
    {line}
async def wait():
    await asyncio.Event().wait()
async def stubborn():
    while True:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            pass
""".replace("async def wait():\n    await", "async def wait(): await")
    place = place.replace("toy.py:4", "toy.py:5").replace("toy.py:10", "toy.py:10")
    outcome = judge("scenarios.run()", source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "failed", outcome
    (exhibit,) = outcome.exhibits
    assert "Your code hung: everything waits" in exhibit.message
    assert place in exhibit.message
    assert outcome.seconds < 2


def test_a_loop_that_never_ends_reaches_the_horizon(judge: Judge) -> None:
    source = """
        import asyncio
        async def main():
            while True:
                await asyncio.sleep(1)
    """
    body = """
        told = scenarios.watched(50)
        assert told["stalled"] == ["toy.py:5 in main"]
        assert told["seconds"] == 50
    """
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


def test_what_a_run_leaves_behind(judge: Judge) -> None:
    source = """
        import asyncio
        async def main():
            tasks = [asyncio.create_task(asyncio.sleep(s)) for s in (1, 5, 9)]
            await asyncio.sleep(6)
            return len(tasks)
    """
    body = 'assert scenarios.watched() == {"value": 3, "seconds": 6, "pending": 1}'
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


def test_what_a_run_raises(judge: Judge) -> None:
    source = "async def main(): raise KeyError('k')"
    body = 'assert scenarios.watched()["raised"] == ["KeyError", "\'k\'"]'
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


def test_an_event_of_another_thread_wakes_a_loop(judge: Judge) -> None:
    source = """
        import asyncio, threading, time
        async def main():
            loop, event = asyncio.get_running_loop(), asyncio.Event()
            def work():
                time.sleep(7)
                loop.call_soon_threadsafe(event.set)
            threading.Thread(target=work).start()
            await event.wait()
            return loop.time() > 0
    """
    body = 'assert scenarios.watched() == {"value": True, "seconds": 7, "pending": 0}'
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


def test_types_stay_what_they_are(judge: Judge) -> None:
    source = """
        import datetime, pickle
        def go(_):
            now = datetime.datetime.now()
            assert type(now) is datetime.datetime and isinstance(now, datetime.date)
            assert pickle.loads(pickle.dumps(now)) == now
            return str(datetime.datetime.now(datetime.timezone.utc).tzinfo)
    """
    body = 'assert scenarios.timed(0) == ["UTC", 0]'
    outcome = judge(body, source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "passed", outcome


EXPLORED = """
from grader_box import clock
from grader_box.threads import explore, fresh

def two(seconds, blame=None):
    def work(box):
        box.value(seconds)
    return explore(setup=lambda: fresh("toy").Box(), workers=[work, work],
                   observe=lambda box: box.seen, blame=blame)
"""


@pytest.mark.parametrize("way", ["import time", "from time import sleep, monotonic"])
def test_a_search_has_the_clock_as_well(judge: Judge, way: str) -> None:
    prefix = "time." if way == "import time" else ""
    source = f"""
{way}
class Box:
    def __init__(self):
        self.born = {prefix}monotonic()
        self.seen = []
    def value(self, seconds):
        {prefix}sleep(seconds)
        self.seen.append(round({prefix}monotonic() - self.born, 6))
"""
    body = """
        told = scenarios.two(30)
        assert told["states"] == [[30, 30]], told
    """
    marks = '@pytest.mark.prepare("threads", "clock")'
    outcome = judge(body, source, scenarios=EXPLORED, marks=marks)
    assert outcome.outcome == "passed", outcome


def test_a_submission_that_sets_the_clock_back_itself_gains_nothing(judge: Judge) -> None:
    source = """
        import time
        import grader_box.clock as stolen
        stolen._virtual.now = 0
        time.monotonic = lambda: 5.0
        def read(): return time.monotonic()
    """
    outcome = judge("assert scenarios.aged(90) == 90", source, scenarios=SCENARIOS, marks=CLOCK)
    assert outcome.outcome == "failed"


def test_a_search_that_sees_no_clash_has_the_clock_too(judge: Judge) -> None:
    scenarios = """
        from grader_box import clock
        from grader_box.threads import explore, fresh

        def two(blame=None):
            def setup():
                box = fresh("toy").Box()
                clock.advance(3600)
                return box
            return explore(setup=setup, workers=[lambda box: box.age()] * 2,
                           observe=lambda box: box.age() >= 3600, blame=blame)
    """
    source = """
        import time
        class Box:
            def __init__(self):
                self.born = time.monotonic()
            def age(self):
                return time.monotonic() - self.born
    """
    body = 'assert scenarios.two()["states"] == [True]'
    marks = '@pytest.mark.prepare("threads", "clock")'
    outcome = judge(body, source, scenarios=scenarios, marks=marks)
    assert outcome.outcome == "passed", outcome
    assert outcome.seconds < 5
