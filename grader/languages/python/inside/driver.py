"""Carries out the oracle's operations on the submission, one at a time.

The submission shares this process and may tamper with everything here; what it cannot do is know
what the oracle expects. Values and frames: docs/architecture.md.
"""

from __future__ import annotations

import base64
import builtins
import importlib
import marshal
import sys
import traceback
import types
from collections.abc import Callable, Mapping
from typing import Any

from grader.languages.python.inside import clock, prepare, threads
from grader.languages.python.inside.memory import FINDER, SUBMISSION
from grader.sandbox import values, wire

MAX_TEXT = 2_000
MAX_FRAMES = 12
ROOTS = ("solution", "scenarios", "builtins")


def warm() -> None:
    """Import now what every fork would import again."""
    prepare.warm()


def serve(requests: int, replies: int) -> None:
    """Answer frames until the requests end."""
    driver = Driver()
    read, write = wire.read_frame, wire.write_frame
    while (message := read(requests)) is not None:
        reply = driver.answer(message)
        reply["nonce"] = message.get("nonce")
        flush()
        try:
            write(replies, reply)
        except wire.WireError as error:
            write(replies, {"nonce": message.get("nonce"), "fault": str(error)})


def flush() -> None:
    """Push out what the submission has printed, if it has left the streams alone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            continue


class Driver:
    """The objects of one submission that the oracle holds handles of."""

    def __init__(self) -> None:
        self.objects: dict[int, object] = {}
        self.numbers: dict[int, int] = {}
        self.roots: dict[str, types.ModuleType] = {"builtins": builtins}
        self.operations: dict[str, Callable[[Mapping[str, Any]], Any]] = {
            "load": self.load,
            "call": self.call,
            "get": self.get,
            "set": self.set,
        }

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """The reply to one request: a value, what the submission raised, or our own fault."""
        operation = self.operations.get(str(message.get("op")))
        if operation is None:
            return {"fault": f"unknown operation {message.get('op')!r}"}
        try:
            return {"value": operation(message)}
        except Refused as refusal:
            return {"fault": str(refusal)}
        except BaseException as error:  # the submission may raise anything, SystemExit included
            return {"raised": describe(error)}

    def load(self, message: Mapping[str, Any]) -> None:
        """Import the submission, after what must be prepared before it."""
        files = {path: base64.b64decode(content) for path, content in message["files"]}
        FINDER.add(SUBMISSION, files)
        sys.meta_path.insert(0, FINDER)
        self._offer_toolbox()
        for name in message.get("prepare", ()):
            prepare.PREPARATIONS[name]()
        scenarios = message.get("scenarios")
        self.roots["solution"] = importlib.import_module(message["module"])
        if scenarios is not None:
            FINDER.add_code("scenarios", marshal.loads(base64.b64decode(scenarios)))
            self.roots["scenarios"] = importlib.import_module("scenarios")

    def call(self, message: Mapping[str, Any]) -> Any:
        """Call what `path` leads to from `root`."""
        target = self._reach(message)
        arguments = [self._decode(item) for item in message.get("args", ())]
        named = {name: self._decode(item) for name, item in message.get("kwargs", {}).items()}
        return self._encode(target(*arguments, **named))

    def get(self, message: Mapping[str, Any]) -> Any:
        """The attribute at `path`."""
        return self._encode(self._reach(message))

    def set(self, message: Mapping[str, Any]) -> None:
        """Set the attribute at the end of `path` to the first argument."""
        *way, last = message["path"]
        setattr(self._reach({**message, "path": way}), last, self._decode(message["args"][0]))

    def _reach(self, message: Mapping[str, Any]) -> Any:
        root = message.get("root")
        if type(root) is int and root in self.objects:
            target = self.objects[root]
        elif root in self.roots:
            target = self.roots[root]
        else:
            raise Refused(f"there is no {root!r} here")
        for name in message.get("path", ()):
            target = getattr(target, name)
        return target

    def _encode(self, value: object) -> Any:
        try:
            return values.encode(value, self._refer)
        except values.ValueRefused:
            return self._refer(value)

    def _refer(self, value: object) -> dict[str, Any]:
        number = self.numbers.setdefault(id(value), len(self.objects) + 1)
        self.objects[number] = value
        return {"ref": number, "type": text_of(type(value).__name__)}

    def _decode(self, encoded: Any) -> Any:
        return values.decode(encoded, lambda ref, _: self.objects[ref])

    @staticmethod
    def _offer_toolbox() -> None:
        """What scenarios import as `grader_box`."""
        box = types.ModuleType("grader_box")
        sys.modules["grader_box"] = box
        for name, tool in {"threads": threads, "clock": clock}.items():
            box.__dict__[name] = tool
            sys.modules[f"grader_box.{name}"] = tool


class Refused(Exception):
    """An operation that cannot be carried out as asked: an author's mistake, or ours."""


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as plain data, with the frames in the submission's own files only."""
    try:
        message = text_of(str(error))
    except Exception:
        message = ""
    frames = [
        {"file": frame.filename.removeprefix(SUBMISSION), "line": line, "function": frame.name}
        for frame in _frames(error)
        if frame.filename.startswith(SUBMISSION) and (line := frame.lineno or 0)
    ]
    if isinstance(error, SyntaxError) and str(error.filename).startswith(SUBMISSION):
        name = str(error.filename).removeprefix(SUBMISSION)
        frames.append({"file": name, "line": int(error.lineno or 0), "function": "<module>"})
        message = text_of(str(error.msg))
    return {
        "type": text_of(type(error).__name__),
        "mro": [text_of(kind.__name__) for kind in type(error).__mro__][:20],
        "message": message,
        "traceback": frames[-MAX_FRAMES:],
    }


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    pairs = list(traceback.walk_tb(error.__traceback__))[-200:]
    return list(
        traceback.StackSummary.extract(iter(pairs), limit=None, lookup_lines=False)
    )


def text_of(text: str) -> str:
    """`text`, bounded, and without what UTF-8 cannot carry."""
    return text[:MAX_TEXT].encode("utf-8", errors="replace").decode()
