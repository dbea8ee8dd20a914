"""The pytest plugin: fixtures that reach across the wall, and an outcome for every hidden test."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from itertools import islice
from typing import Any

import pytest

from grader.errors import GraderError
from grader.model import Exhibit, Integrity, Step, TestOutcome
from grader.oracle.backend import Backend, Conclusion, Needs, Tampered
from grader.oracle.exhibits import told_once
from grader.oracle.session import Context, Session
from grader.oracle.verdict import Verdict, judge
from grader.sandbox.request import Violation

MARKERS = (
    "criterion(id): the criterion that this hidden test belongs to",
    "prepare(*names): what is made ready before the submission is imported",
    "build(program, profile): the program and profile that this test drives",
)
MAX_OUTPUT = 4_000
AHEAD = 2
"""Tests whose processes are begun while another one runs."""
CONTEXT = pytest.StashKey[Context]()
SESSION = pytest.StashKey[Session]()
CONCLUSION = pytest.StashKey[Conclusion]()


class OraclePlugin:
    """Collects one TestOutcome a test. `problems` are mistakes of the exercise's author.

    With `until_failure`, no test runs after one that failed; one that could not be judged is none.
    """

    def __init__(
        self,
        backend: Backend,
        criteria: Iterable[str],
        seed: int,
        *,
        until_failure: bool = False,
    ) -> None:
        self.backend = backend
        self.criteria = frozenset(criteria)
        self.seed = seed
        self.until_failure = until_failure
        self.outcomes: list[TestOutcome] = []
        self.integrity: list[Integrity] = []
        self.details: list[str] = []
        self.problems: list[str] = []
        self.output = ""
        self._coming: deque[Needs | None] = deque()

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers of hidden tests known."""
        for marker in MARKERS:
            config.addinivalue_line("markers", marker)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a module that cannot be imported."""
        if report.failed:
            self.problems.append(f"{report.nodeid}: {report.longreprtext.strip()}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note tests that are not bound as they should be."""
        for item in items:
            self.problems += _mistakes(item, self.criteria)
        self._coming.extend(
            needs_of(item) if {"solution", "scenarios"} & set(_fixtures(item)) else None
            for item in items
        )

    def pytest_sessionfinish(self) -> None:
        """Nothing that was got ready for a test is left running."""
        self.backend.close()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Record the outcome of one test, when all of it is over."""
        if self._coming:
            self._coming.popleft()
        self.backend.expect([needs for needs in islice(self._coming, AHEAD) if needs is not None])
        item.stash[CONTEXT] = Context()
        started = time.perf_counter()
        self._verdict: Verdict | None = None
        result = yield
        self._conclude(item)
        verdict = self._verdict or judge(None, "")
        self._record(item, verdict, time.perf_counter() - started)
        if self.until_failure and verdict.outcome == "failed":
            item.session.shouldfail = "one test failed, which is enough"
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, None, None]:
        """A test that passed still fails by what its process left."""
        yield
        conclusion = self._conclude(item)
        if conclusion.failure is not None:
            context = item.stash[CONTEXT]
            context.story = conclusion.failure
            raise AssertionError(conclusion.failure)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Judge the first phase of a test that raised."""
        report = yield
        if call.excinfo is not None and self._verdict is None:
            self._verdict = judge(call.excinfo.value, item.stash[CONTEXT].story)
            if isinstance(call.excinfo.value, (Violation, Tampered)):
                sign = Integrity(kind="forgery", message=str(call.excinfo.value))
                self.integrity.append(sign)
            if self._verdict.detail:
                where = call.excinfo.traceback[-1]
                self.details.append(
                    f"{item.nodeid}: {where.path}:{where.lineno + 1}: {self._verdict.detail}"
                )
        return report

    def _conclude(self, item: pytest.Item) -> Conclusion:
        if CONCLUSION not in item.stash:
            conclusion = item.stash[CONCLUSION] = self._end(item)
            self.integrity += conclusion.integrity
            if conclusion.output and not self.output:
                self.output = conclusion.output[:MAX_OUTPUT]
        return item.stash[CONCLUSION]

    def _end(self, item: pytest.Item) -> Conclusion:
        """End the test's process; trouble with that is ours, and leaves no verdict."""
        session = item.stash.get(SESSION, None)
        if session is None:
            return Conclusion()
        try:
            return self.backend.conclude(session)
        except GraderError as error:
            self._verdict = judge(error, "")
            self.details.append(f"{item.nodeid}: {self._verdict.detail}")
            return Conclusion()

    def _record(self, item: pytest.Item, verdict: Verdict, seconds: float) -> None:
        context, conclusion = item.stash[CONTEXT], item.stash[CONCLUSION]
        lost = verdict.outcome == "failed"
        message = verdict.message
        if verdict.died and conclusion.failure:
            message = f"{context.story} {conclusion.failure}".strip()
        exhibit = Exhibit(
            source="test",
            subject=title(item),
            outcome=verdict.outcome,
            message=message or (f"This did not hold: {title(item)}" if lost else ""),
            location=verdict.traceback[-1].location if verdict.traceback else None,
            traceback=verdict.traceback,
            interleaving=context.interleaving if lost else (),
            output=conclusion.output[:MAX_OUTPUT] if lost else "",
        )
        extra = (*context.exhibits, *conclusion.exhibits) if lost else ()
        self.outcomes.append(
            TestOutcome(
                criterion=criterion_of(item),
                name=item.nodeid.rpartition("::")[2],
                outcome=verdict.outcome,
                seconds=seconds,
                exhibits=told_once(exhibit, extra),
            )
        )

    def _session(self, item: pytest.Item) -> Session:
        if SESSION not in item.stash:
            item.stash[SESSION] = self.backend.open(needs_of(item), item.stash[CONTEXT])
        return item.stash[SESSION]

    @pytest.fixture
    def solution(self, request: pytest.FixtureRequest) -> Any:
        """The learner's module, freshly imported behind the wall."""
        return self.backend.solution(self._session(request.node))

    @pytest.fixture
    def scenarios(self, request: pytest.FixtureRequest) -> Any:
        """The hidden scenarios, in the same process as the learner's code."""
        return self.backend.scenarios(self._session(request.node))

    @pytest.fixture
    def build(self, request: pytest.FixtureRequest) -> Any:
        """The result of compiling the program and profile that the test's marker names."""
        return self.backend.build(needs_of(request.node), request.node.stash[CONTEXT])

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> random.Random:
        """Random numbers of this grading and this test: the same seed gives the same inputs."""
        return random.Random(f"{self.seed}:{request.node.name}")

    @pytest.fixture
    def reveal(self, request: pytest.FixtureRequest) -> Callable[[str], None]:
        """Say what a learner may read if the test fails from here on; the last one counts."""

        def say(text: str) -> None:
            request.node.stash[CONTEXT].story = text

        return say

    @pytest.fixture
    def show(self, request: pytest.FixtureRequest) -> Callable[[Sequence[Step]], None]:
        """Attach an interleaving to the evidence."""

        def attach(steps: Sequence[Step]) -> None:
            request.node.stash[CONTEXT].interleaving = tuple(steps)

        return attach


def _fixtures(item: pytest.Item) -> Sequence[str]:
    names: Sequence[str] = getattr(item, "fixturenames", ())
    return names


def title(item: pytest.Item) -> str:
    """The first line of a test's docstring: what was tried, in the learner's words."""
    text = getattr(getattr(item, "function", None), "__doc__", None) or ""
    return str(text).strip().partition("\n")[0]


def criterion_of(item: pytest.Item) -> str:
    """The id in a test's criterion marker; empty when there is none."""
    marker = item.get_closest_marker("criterion")
    return str(marker.args[0]) if marker is not None and marker.args else ""


def needs_of(item: pytest.Item) -> Needs:
    """What a test's markers ask for."""
    prepare = tuple(
        str(name) for marker in item.iter_markers("prepare") for name in marker.args
    )
    build = item.get_closest_marker("build")
    program, profile = (*(build.args if build else ()), None, None)[:2]
    return Needs(prepare=prepare, program=program, profile=profile)


def _mistakes(item: pytest.Item, criteria: frozenset[str]) -> list[str]:
    found = []
    markers = list(item.iter_markers("criterion"))
    if len(markers) != 1:
        found.append(f"{item.nodeid}: bound to {len(markers)} criteria instead of one")
    elif criterion_of(item) not in criteria:
        found.append(f"{item.nodeid}: the rubric has no criterion {criterion_of(item)!r}")
    if not title(item):
        found.append(f"{item.nodeid}: no docstring to tell the learner what was tried")
    return found
