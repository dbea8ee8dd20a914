"""Hidden tests of the pipeline. Everything runs in virtual time."""

import pytest

pytestmark = pytest.mark.prepare("clock")


def numbered(rng, counts, pause=0):
    """Sources with so many items each, all different; `pause` seconds before each."""
    items = iter(rng.sample(range(10_000), sum(counts)))
    return [[[pause, next(items)] for _ in range(count)] for count in counts]


def items_of(sources):
    return sorted(item for steps in sources for _, item in steps if item is not None)


def lasting(sources):
    """The same, but each source is silent for a minute before it ends."""
    return [[*steps, [60, None]] for steps in sources]


def run(scenarios, sources, *, consumers=3, maxsize=10, **plan):
    options = {"num_consumers": consumers, "maxsize": maxsize}
    return scenarios.ran({"sources": sources, "options": options, **plan})


def events(told, kind):
    return sorted(item for event, item in told["log"] if event == kind)


def how(told):
    """In words how a run ended."""
    if "stalled" in told:
        return f"It never ended: everything waited ({'; '.join(told['stalled']) or 'for nothing'})."
    return f"It raised {told['raised'][0]}." if "raised" in told else "It returned."


def expect_all(told, sources, reveal, story):
    """Each item was worked on once, and it returned."""
    begun, wanted = events(told, "begun"), items_of(sources)
    reveal(f"{story} Of {len(wanted)} items, {len(set(begun))} were worked on, "
           f"{len(begun) - len(set(begun))} of them again. {how(told)}")
    assert begun == wanted
    assert "value" in told


@pytest.mark.criterion("importable")
def test_imports(solution):
    """The file can be imported and has the three public names."""
    for name in ("producer", "consumer", "producer_consumer_example"):
        getattr(solution, name)._fetch()


@pytest.mark.criterion("every-item")
@pytest.mark.parametrize("counts", [[4], [2, 3], [1, 0, 4], [0], []])
def test_every_item(scenarios, rng, reveal, counts):
    """Each item is worked on once, and the pipeline ends."""
    sources = numbered(rng, counts)
    told = run(scenarios, sources)
    expect_all(told, sources, reveal, f"Sources with {counts} items.")


@pytest.mark.criterion("every-item")
def test_items_of_any_value(scenarios, rng, reveal):
    """An item may be anything."""
    values = [None, None, None, False, 0, "", [], rng.randint(1, 99)]
    rng.shuffle(values)
    told = run(scenarios, [[[0, {"is": value}] for value in values]], consumers=2)
    begun = [value for event, value in told["log"] if event == "begun"]
    reveal(f"A source gave {values}. Worked on were {begun}. {how(told)}")
    assert sorted(map(repr, begun)) == sorted(map(repr, values))
    assert "value" in told


@pytest.mark.criterion("every-item")
def test_few_consumers(scenarios, rng, reveal):
    """One consumer does it all as well."""
    sources = numbered(rng, [3, 2])
    told = run(scenarios, sources, consumers=1)
    expect_all(told, sources, reveal, "num_consumers=1, sources with 3 and 2 items.")


@pytest.mark.criterion("every-item")
def test_many_consumers(scenarios, rng, reveal):
    """More consumers than items do no harm."""
    sources = numbered(rng, [2])
    told = run(scenarios, sources, consumers=rng.randint(5, 9))
    expect_all(told, sources, reveal, "More consumers than items.")


@pytest.mark.criterion("bounded")
@pytest.mark.parametrize("maxsize", [1, 3])
def test_more_than_it_holds(scenarios, rng, reveal, maxsize):
    """With more items than may wait, all of them are worked on."""
    sources = lasting(numbered(rng, [rng.randint(8, 12), rng.randint(3, 9)]))
    told = run(scenarios, sources, maxsize=maxsize, consumers=2)
    expect_all(told, sources, reveal, f"maxsize={maxsize}.")


@pytest.mark.criterion("bounded")
def test_no_reading_ahead(scenarios, rng, reveal):
    """Sources are not read further ahead than allowed."""
    maxsize, consumers = rng.randint(1, 3), rng.randint(1, 3)
    sources = numbered(rng, [20, 20])
    told = run(scenarios, sources, maxsize=maxsize, consumers=consumers, seconds=5)
    taken = begun = ahead = 0
    for event, _ in told["log"]:
        taken += event == "taken"
        begun += event == "begun"
        ahead = max(ahead, taken - begun)
    most = maxsize + len(sources)
    reveal(f"maxsize={maxsize} and two sources of 20 items, read faster than work goes: up to "
           f"{ahead} items had been taken and not begun; {most} are allowed. {how(told)}")
    assert ahead <= most + consumers
    assert "value" in told


@pytest.mark.criterion("bounded")
@pytest.mark.parametrize("default", [False, True])
def test_so_many_at_a_time(scenarios, rng, reveal, default):
    """As many items are worked on at a time as there are consumers, and no more."""
    consumers = 3 if default else rng.choice([2, 4, 5])
    options = {} if default else {"num_consumers": consumers, "maxsize": 5}
    plan = {"sources": numbered(rng, [12, 12]), "options": options, "seconds": 10}
    told = scenarios.ran(plan)
    running = most = 0
    for event, _ in told["log"]:
        running += (event == "begun") - (event == "ended")
        most = max(most, running)
    reveal(f"{consumers} consumers and plenty to do: at most {most} items were worked on at "
           f"the same time. {how(told)}")
    assert most == consumers


@pytest.mark.criterion("slow-sources")
@pytest.mark.parametrize("pause", [2, 90, 7200])
def test_silence(scenarios, rng, reveal, pause):
    """However long the sources are silent, later items are worked on."""
    sources = lasting(numbered(rng, [3, 2], pause))
    told = run(scenarios, sources)
    expect_all(told, sources, reveal, f"Sources that need {pause} seconds for each item.")


@pytest.mark.criterion("slow-sources")
def test_no_needless_waiting(scenarios, rng, reveal):
    """It ends as soon as nothing is left to do."""
    pause = rng.randint(3, 9)
    sources = numbered(rng, [3], pause)
    told = run(scenarios, sources)
    reveal(f"The last of three items came after {3 * pause} seconds, and its work took no time. "
           f"{how(told)} That was after {told['seconds']} seconds.")
    assert "value" in told
    assert abs(told["seconds"] - 3 * pause) < 0.1


@pytest.mark.criterion("work-ended")
@pytest.mark.parametrize("consumers", [1, 3])
def test_work_has_ended(scenarios, rng, reveal, consumers):
    """When the pipeline returns, all work has ended."""
    seconds = rng.randint(2, 40)
    sources = numbered(rng, [3, 2])
    told = run(scenarios, sources, consumers=consumers, seconds=seconds)
    ended = events(told, "ended")
    reveal(f"Work took {seconds} seconds for each of 5 items. When the pipeline was over, the work "
           f"on {len(ended)} of them had come to its end. {how(told)}")
    assert "value" in told
    assert ended == items_of(sources)


@pytest.mark.criterion("failures")
@pytest.mark.parametrize("kind", ["ValueError", "TimeoutError", "KeyError", "CancelledError"])
def test_failing_work(scenarios, rng, reveal, kind):
    """When work fails for some items, all others are worked on, and the failures are returned."""
    sources = lasting(numbered(rng, [4, 3]))
    items = items_of(sources)
    bad = rng.sample(items, rng.randint(3, 4))
    told = run(scenarios, sources, faults=dict.fromkeys(bad, kind), consumers=2)
    expect_all(told, sources, reveal, f"Work raised {kind} for {len(bad)} of 7 items.")
    value = told["value"]
    reveal(f"Work raised {kind} for {len(bad)} of 7 items. What was returned does not hold these "
           f"{len(bad)} exceptions and nothing else.")
    assert isinstance(value, list)
    assert len(value) == len(bad)
    assert {name for name, _ in value} == {kind}
    if kind != "CancelledError":  # one that crossed a task may be another object
        assert {text.strip("'") for _, text in value} == {str(item) for item in bad}


@pytest.mark.criterion("failures")
def test_nothing_failed(scenarios, rng, reveal):
    """Without failures the returned list is empty."""
    told = run(scenarios, numbered(rng, [2, 2]))
    reveal(f"Nothing failed. {how(told)} Returned was {told.get('value')!r}.")
    assert told.get("value") == []


@pytest.mark.criterion("failures")
def test_failing_source(scenarios, rng, reveal):
    """The exception of a source goes to the caller."""
    good, bad = numbered(rng, [3, 2])
    told = scenarios.failing({"sources": [good, [*bad, [1, "Broken"]]], "options": {}})
    reveal(f"A source raised Broken. The caller saw {told['raised'] or 'nothing'}.")
    assert told["raised"] == ["Broken"]


@pytest.mark.criterion("clean-end")
def test_nothing_runs_on(scenarios, rng, reveal):
    """When it returns, none of its tasks is left."""
    told = run(scenarios, numbered(rng, [3, 2]), seconds=rng.randint(0, 3))
    reveal(f"{how(told)} At that moment {told['left']} of its tasks were still running.")
    assert "value" in told
    assert told["left"] == 0


@pytest.mark.criterion("clean-end")
def test_nothing_runs_on_after_a_failure(scenarios, rng, reveal):
    """When a source has failed, none of its tasks is left."""
    slow = numbered(rng, [5], rng.randint(50, 90))[0]
    told = scenarios.failing({"sources": [slow, [[1, "Broken"]], slow], "options": {}})
    reveal(f"A source raised Broken while two others were silent. When the caller heard of it, "
           f"{told['left']} tasks were still running.")
    assert told["left"] == 0


@pytest.mark.criterion("clean-end")
@pytest.mark.parametrize("phase", ["silent", "working"])
def test_cancelled(scenarios, rng, reveal, phase):
    """When it is cancelled, it ends, and none of its tasks is left."""
    sources = numbered(rng, [3, 3], 500) if phase == "silent" else numbered(rng, [30, 30])
    plan = {"sources": sources, "options": {"num_consumers": 2}, "seconds": 500}
    told = scenarios.cancelled(plan, rng.randint(3, 90))
    reveal(f"It was cancelled while its {'sources were silent' if phase == 'silent' else 'work'}"
           f"{'' if phase == 'silent' else ' went on'}. Afterwards it was {told['ended']}, with "
           f"{told['left']} tasks left.")
    assert told == {"ended": "cancelled", "left": 0, "later": []}
