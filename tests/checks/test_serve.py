"""The entry of the box: frames in, frames out, until the pipe ends."""

from __future__ import annotations

import base64
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from grader.checks.inspect import serve
from grader.checks.outcomes import decode_inspection
from grader.sandbox import wire

QUESTION = {
    "op": "inspect",
    "language": "python",
    "files": [["code.py", base64.b64encode(b"import os\n").decode()]],
    "checks": ["pylint.unused-import"],
    "own": None,
}


class Served:
    def __init__(self, requests: int, replies: int) -> None:
        self.requests, self.replies = requests, replies

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        wire.write_frame(self.requests, question)
        reply = wire.read_frame(self.replies)
        assert reply is not None
        return reply


@pytest.fixture
def served() -> Iterator[Served]:
    with ExitStack() as stack:
        theirs, requests = os.pipe()
        replies, ours = os.pipe()
        stack.callback(os.close, theirs)
        stack.callback(os.close, replies)

        def run() -> None:
            serve(theirs, ours)
            os.close(ours)

        thread = threading.Thread(target=run)
        thread.start()
        yield Served(requests, replies)
        os.close(requests)
        thread.join()
        assert wire.read_frame(replies) is None


def test_two_questions(served: Served) -> None:
    for nonce in ("a1", "b2"):
        reply = served.ask({"nonce": nonce, **QUESTION})
        assert reply["nonce"] == nonce
        inspection = decode_inspection(reply["value"], ["pylint.unused-import"])
        assert inspection.checks[0].outcome == "failed"


def test_colours_after_findings(served: Served) -> None:
    served.ask({"nonce": "a1", **QUESTION})
    question = {"op": "highlight", "language": "cpp", "text": "int\n\n"}
    assert served.ask({"nonce": "b2", **question}) == {"nonce": "b2", "value": [[["k", 3]], [], []]}


@pytest.mark.parametrize(
    "change",
    [
        {"op": "load"},
        {"language": "cobol"},
        {"files": [["code.py", "no base64!"]]},
        {"files": None},
        {"checks": 5},
        {"own": 5},
        {"op": "highlight"},
        {"op": "highlight", "text": 5},
        {"op": "highlight", "text": "", "language": "cobol"},
    ],
)
def test_a_question_that_is_none_is_a_fault(change: dict[str, Any], served: Served) -> None:
    reply = served.ask({"nonce": "c3", **QUESTION, **change})
    assert set(reply) == {"nonce", "fault"}
    assert reply["fault"].startswith("inspection refused: ")
