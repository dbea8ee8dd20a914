"""Lets observers come, go and fail, and reports who was told what. It judges nothing."""

import builtins
import contextlib
import gc
import io
import logging
import sys
import threading
import types
import warnings
import weakref

import observer as submission
from grader_box.threads import explore

gc.freeze()  # what exists by now is no garbage: the collections below look at ours alone


class Watcher(submission.Observer):
    """Tells its stage when it is told. It lives as long as somebody holds it."""

    def __init__(self, name, stage):
        self.name = name
        self.stage = stage

    def update(self, subject):
        self.stage.hear(self.name, subject)


class Equal(Watcher):
    """Equal to all of its kind and not hashable, as dataclasses are."""

    def __eq__(self, other):
        return isinstance(other, Watcher)


class Alike(Equal):
    """Equal to all of its kind, and with the same hash."""

    def __hash__(self):
        return 7


KINDS = {"plain": Watcher, "equal": Equal, "alike": Alike}


class Stage:
    """A subject, the observers that are held, and what these were told.

    `rounds` has a list for each notification, with pairs of name and state. `plan` tells what
    happens in the first, second… update of the round that is going on, whoever it is that is
    told; there `me` is that observer, `told` the first of the round, and `waiting` the last held
    one that has not been told yet.
    """

    def __init__(self, attached=(), kind="plain", tolerant=False):
        self.kind = KINDS[kind]
        self.tolerant = tolerant
        self.subject = submission.Subject()
        self.held = {}
        self.rounds = []
        self.plan = {}
        self.raised = []
        self.texts = []
        self.errors = []
        for name in attached:
            self.do("attach", name)

    def hear(self, name, subject):
        told = self.rounds[-1]
        told.append([name, subject.state])
        for action, who in self.plan.get(len(told), ()):
            if action == "fail":
                raise self.error(who)
            self.do(action, self.find(who, name))

    def find(self, who, me):
        heard = [name for name, _ in self.rounds[-1]]
        waiting = [name for name in self.held if name not in heard]
        return {"me": me, "told": heard[0], "waiting": (waiting or [me])[-1]}.get(who, who)

    def error(self, name):
        """A new exception of a class derived from the built-in one; nobody here keeps it."""
        error = type("PaperJam", (getattr(builtins, name),), {})(self.texts.pop())
        self.errors.append(weakref.ref(error))
        return error

    def do(self, action, name):
        if action == "make":
            self.held[name] = self.kind(name, self)
        elif action == "drop":
            del self.held[name]
        elif action == "attach":
            self.subject.attach(self.held.setdefault(name, self.kind(name, self)))
        else:
            self.subject.detach(self.held.setdefault(name, self.kind(name, self)))

    def tell(self, action, value=None, plan=()):
        """A round: sets the state, or notifies. A tolerant stage keeps what that raises."""
        self.plan = dict(plan)
        self.rounds.append([])
        try:
            if action == "set":
                self.subject.state = value
            else:
                self.subject.notify()
        except Exception as error:
            if not self.tolerant:
                raise
            self.raised.append(type(error).__name__)

    def run(self, steps):
        for action, *given in steps:
            (self.tell if action in ("set", "notify") else self.do)(action, *given)
        return self.rounds


def told(steps, kind="plain"):
    """Does the steps; who was told what in each round, and the state at first and at the end.

    Steps: ["make", name], ["attach", name], ["detach", name], ["drop", name]: nobody here holds it
    any more, ["set", value], ["set", value, plan], ["notify"].
    """
    stage = Stage(kind=kind)
    first = stage.subject.state
    return [stage.run(steps), first, stage.subject.state]


def two_subjects(plan):
    """Three observers: one of the first subject, one of both, one of the second; who was told.

    `plan` holds pairs of subject and value.
    """
    seen = []

    class Screen(submission.Observer):
        def __init__(self, name):
            self.name = name

        def update(self, subject):
            seen[-1].append([self.name, [id(each) for each in tanks].index(id(subject)),
                             subject.state])

    tanks = [submission.Subject(), submission.Subject()]
    screens = [Screen(name) for name in ("left", "both", "right")]
    for at, screen in ((0, 0), (0, 1), (1, 1), (1, 2)):
        tanks[at].attach(screens[screen])
    for at, value in plan:
        seen.append([])
        tanks[at].state = value
    return seen


def printed(names, values):
    """What one ConcreteObserver for each name prints, in lines."""
    screens = [submission.ConcreteObserver(name) for name in names]
    subject = submission.Subject()
    for screen in screens:
        subject.attach(screen)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        for value in values:
            subject.state = value
    return out.getvalue().splitlines()


# errors that do not vanish


@contextlib.contextmanager
def listening():
    """Yields a function: how much was printed, warned, or logged as a warning or worse so far."""
    heard, factory, streams = [], logging.getLogRecordFactory(), (sys.stdout, sys.stderr)

    def record(*given, **named):
        made = factory(*given, **named)
        if made.levelno >= logging.WARNING:
            heard.append(made.levelname)
        return made

    def write(text):
        heard.append(text)
        return len(text)

    for stream in streams:  # the streams themselves: a submission may have kept them
        stream.write = write
    logging.setLogRecordFactory(record)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        yield lambda: len(heard) + len(warned)
    logging.setLogRecordFactory(factory)
    for stream in streams:
        del stream.write


def foreign(found):
    """Whether a search for what the submission remembers ends here."""
    if isinstance(found, type):
        return found.__module__ != submission.__name__
    return isinstance(found, (types.ModuleType, Stage))


def remembers(text, *starts):
    """Whether a text that contains `text` can be reached, in data and objects of the submission."""
    seen, waiting = set(), list(starts)
    while waiting and len(seen) < 20_000:
        found = waiting.pop()
        if id(found) in seen or foreign(found):
            continue
        seen.add(id(found))
        if isinstance(found, str) and text in found:
            return True
        waiting += gc.get_referents(found)
    return False


def reported(error, text):
    """One of three observers fails: what was raised or heard, and whether something kept it."""
    stage = Stage("ABC", tolerant=True)
    with listening() as heard:
        stage.tell("set", 2)
        quiet = heard()
        stage.texts.append(text)
        stage.tell("set", 3, {2: [["fail", error]]})
        gc.collect()
        kept = any(ref() is not None for ref in stage.errors)
        return {"raised": stage.raised, "more to hear": heard() > quiet,
                "kept": kept or remembers(text, stage.subject, vars(submission))}


def failing(names, rounds, errors):
    """Observers that fail in each of the rounds, by their place: who was told, and the states.

    `rounds` holds pairs of a value and the places of those who fail; `errors` their classes.
    """
    stage, states = Stage(names, tolerant=True), []
    with listening():
        for value, places in rounds:
            stage.texts = [f"jam in {place}" for place in places]
            stage.tell("set", value, {place: [["fail", error]]
                                      for place, error in zip(places, errors, strict=True)})
            states.append(stage.subject.state)
    return [stage.rounds, states]


# memory


def left_alive(attached, detached, dropped, new, values):
    """Who lives although nobody holds it, and who is told when `new` ones have been attached."""
    stage = Stage(attached)
    first, second = values
    watched = weakref.WeakSet(stage.held.values())
    stage.tell("set", first)
    for name in detached:
        stage.do("detach", name)
    for name in dropped:
        stage.do("drop", name)
    gc.collect()
    alive = sorted(watcher.name for watcher in watched if watcher.name in dropped)
    for name in new:
        stage.do("attach", name)
    stage.tell("set", second)
    return [alive, stage.rounds[-1]]


def short_lived(names, values):
    """One observer stays; for each value there are new ones called `names`. Who was told what.

    When they come, the last ones have just gone, so most get an address that one of these had.
    """
    stage = Stage(["stays"])
    for value in values:
        fresh = [Watcher(name, stage) for name in names]
        for watcher in fresh:
            stage.subject.attach(watcher)
        stage.tell("set", value)
        del fresh, watcher
        gc.collect()
    return stage.rounds


def piled_up(few, many):
    """By how many objects `many` observers that came and went outnumber `few` such ones."""
    stage, sizes = Stage(), []
    for count in (few, many):
        for _ in range(count):
            stage.subject.attach(Watcher("gone", stage))
        gc.collect()
        stage.do("attach", f"stays {count}")
        stage.tell("set", count)
        stage.rounds.clear()
        gc.collect()
        sizes.append(len(gc.get_objects()))
    return sizes[1] - sizes[0]


# threads


def meanwhile(present, gone, new, values):
    """While the first one is told, another thread detaches `gone` and attaches `new`.

    The update ends only when the other thread has ended. Who was told, in this round and the next.
    """
    stage = Stage()
    first, second = values

    def change():
        stage.do("detach", gone)
        stage.do("attach", new)

    class Slow(submission.Observer):
        def update(self, subject):
            if not stage.rounds[1:]:
                helper = threading.Thread(target=change)
                helper.start()
                helper.join()

    slow = Slow()
    stage.subject.attach(slow)
    for name in [*present, gone]:
        stage.do("attach", name)
    stage.tell("set", first)
    stage.tell("set", second)
    return stage.rounds


def race(attached, plans, values, blame=None):
    """All interleavings of one thread for each of `plans`, a list of steps.

    Steps: ["attach", name], ["detach", name], ["set"], ["notify"]. A state has what each was told
    meanwhile, by name and as text, and who is told how often in a round afterwards.
    """
    names = sorted({*attached, *(step[1] for plan in plans for step in plan if step[1:])})
    during, after = values
    ringing = any(["set"] in plan for plan in plans)

    class Quiet(submission.Observer):
        def __init__(self):
            self.told = io.StringIO()  # its methods are C code: the search does not halt in them

        def update(self, subject):
            state, told = subject.state, self.told
            told.write(f"{state} ")
            if ringing:
                bell.last = state

    class Bell:
        """Steps and updates write here: the search then tries each step between any two updates.

        It cannot see that a loop and a change meet in a list, since both are C code.
        """

    def setup():
        subject = submission.Subject()
        quiet = {name: Quiet() for name in names}
        for name in attached:
            subject.attach(quiet[name])

        def prepared(action, who=None):
            if action == "set":
                return lambda: setattr(subject, "state", during)
            method, given = getattr(subject, action), [quiet[who]] if who else []
            return lambda: method(*given)

        return subject, quiet, [[prepared(*step) for step in plan] for plan in plans]

    def worker(index):
        def work(shared):
            for step in shared[2][index]:
                if ringing:
                    bell.last = index
                step()
        return work

    def observe(shared):
        subject, quiet, _ = shared
        seen = {name: quiet[name].told.getvalue().split() for name in names}
        subject.state = after
        later = {name: quiet[name].told.getvalue().split() for name in names}
        return [seen, {name: later[name].count(str(after)) for name in names}]

    bell = Bell()
    return explore(setup=setup, workers=[worker(index) for index in range(len(plans))],
                   observe=observe, blame=blame, max_executions=120)
