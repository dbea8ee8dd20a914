"""What Python says of hidden code by itself does not reach a learner."""

from __future__ import annotations

from grader.pipeline.output import without_hidden

NEVER_RETRIEVED = """before
Task exception was never retrieved
future: <Task finished coro=<_plain() done, defined at /grader/scenarios.py:182> e=E()>
Traceback (most recent call last):
  File "/grader/scenarios.py", line 183, in _plain
  File "/submission/retry.py", line 24, in wrapper
    return await func(*args, **kwargs)
RuntimeWarning: /grader/scenarios.py:9: coroutine was never awaited
"""


def test_hidden_places_and_names_are_left_out() -> None:
    shown = without_hidden(NEVER_RETRIEVED)
    assert "scenarios" not in shown
    assert "_plain" not in shown
    assert 'File "/submission/retry.py", line 24, in wrapper' in shown
    assert shown.startswith("before\nTask exception was never retrieved\n")


def test_other_text_stays() -> None:
    text = 'I grade /grader things. File "/home/x.py", line 3, in f'
    assert without_hidden(text) == text


def test_a_flood_is_no_work() -> None:
    for flood in ("x" * 10**6, "<" * 10**5, "<a() " * 10**5, "/grader/" * 10**5):
        assert len(without_hidden(flood)) <= len(flood)
