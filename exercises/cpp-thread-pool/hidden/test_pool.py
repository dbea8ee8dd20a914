"""Hidden tests of the thread pool. Scenarios count; what the counts mean is decided here."""

import pytest

MAIN = pytest.mark.build("main", "thread")
MOVES = pytest.mark.build("moves", "thread")


@MAIN
@pytest.mark.criterion("compiles")
def test_builds(build, reveal):
    """A program that includes `thread_pool.hpp` and enqueues tasks compiles and links."""
    reveal("A program that includes your header, makes pools and enqueues lambdas, functions and "
           "objects could not be built.")
    assert build.ok


@MAIN
@pytest.mark.criterion("runs")
@pytest.mark.parametrize("least", [1, 3])
def test_every_task_once(scenarios, rng, reveal, least):
    """Tasks that several threads enqueue at the same moment are each run once."""
    threads, enqueuing, tasks = least + rng.randrange(2), 2 + rng.randrange(2), rng.randint(5, 9)
    reveal(f"{enqueuing} threads enqueued {tasks} tasks each into a pool of {threads}. "
           "They were not all run, or not without a data race.")
    times = scenarios.run(threads, enqueuing, tasks)
    reveal(f"{enqueuing} threads enqueued {tasks} tasks each into a pool of {threads}. They were "
           f"run so often: {times}.")
    assert times == [1] * (enqueuing * tasks)


@MAIN
@pytest.mark.criterion("runs")
def test_at_the_same_time(scenarios, rng, reveal):
    """As many tasks run at the same time as the pool has threads."""
    threads = rng.randint(2, 5)
    reveal(f"{threads} tasks in a pool of {threads} threads waited for each other. They did not "
           "all begin.")
    assert scenarios.meet(threads) == threads


@MAIN
@pytest.mark.criterion("runs")
def test_all_kinds_of_tasks(scenarios, reveal):
    """Functions, objects and lambdas are tasks; one with a name is copied."""
    reveal("Two objects with a name, a function, a pointer to it, a lambda with a result and a "
           "std::function were enqueued, six tasks. They were not all run.")
    ran, kept = scenarios.all_kinds()
    reveal(f"Two objects with a name, a function, a pointer to it, a lambda with a result and a "
           f"std::function were enqueued. {ran} of 6 tasks were run, and the objects "
           f"{'stayed as they were' if kept else 'were changed'}.")
    assert (ran, kept) == (6, True)


@MAIN
@pytest.mark.criterion("runs")
def test_tasks_that_enqueue(scenarios, rng, reveal):
    """A task may enqueue another one, in a pool of one thread as well."""
    threads, depth = rng.randint(1, 2), rng.randint(3, 9)
    reveal(f"In a pool of {threads}, a task enqueued a task that enqueued a task, and so on, "
           f"{depth} times. They were not all run.")
    assert scenarios.tasks_enqueue(threads, depth) == depth + 1


@MAIN
@pytest.mark.criterion("throwing")
@pytest.mark.parametrize("kind", ["error", "number", "empty"])
def test_tasks_that_throw(scenarios, rng, reveal, kind):
    """After tasks that throw, the program goes on, with all threads of the pool."""
    threads, failing = rng.randint(2, 3), rng.randint(4, 6)
    what = {
        "error": "tasks that threw std::runtime_error",
        "number": "tasks that threw a number, which is not derived from std::exception,",
        "empty": "empty std::function objects",
    }[kind]
    reveal(f"A pool of {threads} got {failing} {what} and then {threads} tasks that waited for "
           "each other. The program ended, or these tasks did not all begin.")
    assert scenarios.some_throw(threads, failing, kind) == threads


@MAIN
@pytest.mark.criterion("ends")
@pytest.mark.parametrize("at_once", [True, False])
def test_a_pool_with_nothing_to_do(scenarios, rng, reveal, at_once):
    """A pool with nothing to do can be destroyed."""
    threads = rng.randint(1, 4)
    when = "right after it was made" if at_once else "when its only task was done"
    reveal(f"A pool of {threads} threads was destroyed {when}. That hung, or ended the program.")
    scenarios.end_idle(threads, at_once)


@MAIN
@pytest.mark.criterion("ends")
def test_a_pool_with_tasks_waiting(scenarios, rng, reveal):
    """When the destructor has returned, all tasks have run to their ends."""
    threads, waiting = rng.randint(1, 3), rng.randint(5, 9)
    story = (f"A pool of {threads} was destroyed while each thread had a task in hand and "
             f"{waiting} more were waiting.")
    reveal(f"{story} That hung, ended the program, or used what was gone.")
    accepted, ran = scenarios.end_busy(threads, waiting)
    reveal(f"{story} When the destructor had returned, {ran} of {accepted} tasks had run.")
    assert accepted == ran == threads + waiting


@MAIN
@pytest.mark.criterion("ends")
def test_a_task_that_enqueues_at_the_end(scenarios, rng, reveal):
    """What a task enqueues while the pool is destroyed is refused or run, not forgotten."""
    threads, more = rng.randint(1, 3), rng.randint(3, 6)
    story = f"While a pool of {threads} was destroyed, its last task enqueued {more} others."
    reveal(f"{story} That hung, ended the program, or used what was gone.")
    accepted, ran = scenarios.end_growing(threads, more)
    reveal(f"{story} {accepted - 1} were accepted without an exception; of those and the task "
           f"itself, {ran} had run when the destructor returned.")
    assert accepted == ran


@MAIN
@pytest.mark.criterion("after-shutdown")
def test_enqueue_after_shutdown(scenarios, rng, reveal):
    """After `shutdown`, `enqueue` throws."""
    tasks = rng.randint(2, 5)
    reveal("After shutdown, enqueue was called. That did not end well.")
    told = scenarios.shutdown("before", rng.randint(1, 3), tasks)
    if told:
        reveal(f"After shutdown, {tasks} tasks were enqueued: {told[0]} without an exception "
               f"that is derived from std::exception, and {told[1]} were run.")
    else:
        reveal("`pool.shutdown()` does not compile: there is no such public member function.")
    assert told == [0, 0]


@MAIN
@pytest.mark.criterion("after-shutdown")
def test_shutdown_twice(scenarios, rng, reveal):
    """`shutdown` waits for all tasks; a second one and the destructor add nothing."""
    threads, tasks = rng.randint(1, 3), rng.randint(5, 9)
    story = (f"A pool of {threads} got {tasks} tasks and was shut down twice, then destroyed.")
    reveal(f"{story} That hung, or ended the program.")
    told = scenarios.shutdown("twice", threads, tasks)
    if told:
        reveal(f"{story} When the first shutdown had returned, {told[1]} tasks had run.")
    else:
        reveal("`pool.shutdown()` does not compile: there is no such public member function.")
    assert told == [tasks, tasks]


@MAIN
@pytest.mark.criterion("after-shutdown")
@pytest.mark.parametrize("how", ["while enqueuing", "while storing"])
def test_enqueue_during_shutdown(scenarios, rng, reveal, how):
    """What is enqueued during `shutdown` is refused or run, not accepted and forgotten."""
    threads, enqueuing = rng.randint(1, 3), 2 + rng.randrange(2)
    story = {
        "while enqueuing": f"{enqueuing} threads enqueued tasks while another one called shutdown.",
        "while storing": "One thread was in the middle of an enqueue when another one called "
                         "shutdown.",
    }[how]
    reveal(f"{story} That hung, ended the program, or was a data race.")
    told = scenarios.shutdown(how, threads, enqueuing)
    if told:
        reveal(f"{story} {told[0]} tasks were accepted without an exception, and {told[1]} of them "
               "were run.")
    else:
        reveal("`pool.shutdown()` does not compile: there is no such public member function.")
    assert told
    assert told[0] == told[1]


@MOVES
@pytest.mark.criterion("move-only")
def test_tasks_that_own_something(build, scenarios, rng, reveal):
    """A lambda that owns a `std::unique_ptr` is a task."""
    reveal("A program that enqueues lambdas which own a std::unique_ptr could not be built, or "
           "they were not run.")
    assert build.ok
    values = rng.sample(range(1, 10**6), rng.randint(2, 5))
    assert scenarios.owned(values) == values


@MOVES
@pytest.mark.criterion("move-only")
def test_packaged_task(scenarios, reveal):
    """A `std::packaged_task<void()>` that is moved in is a task."""
    reveal("A program that moves a std::packaged_task<void()> into enqueue could not be built, or "
           "it was not run.")
    assert scenarios.packaged() == 1


@MAIN
@pytest.mark.criterion("construction")
def test_no_threads(scenarios, reveal):
    """A pool of 0 threads is refused by an exception, or it works."""
    reveal("`ThreadPool pool(0)` threw nothing, and the task that it was given was never run.")
    assert scenarios.no_threads()


@MAIN
@pytest.mark.criterion("construction")
def test_a_number_is_no_pool(scenarios, reveal):
    """A number is not converted into a pool."""
    reveal("`ThreadPool pool = 4;` compiles.")
    assert not scenarios.converts()
