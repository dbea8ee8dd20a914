"""The tests that every grader runs: calls, and what each has to give."""

CASES = {
    "odd": ("middle", [[3, 1, 2]], 2),
    "even": ("middle", [[4, 1, 3, 2]], 2.5),
    "in_a_row": ("runs", [[1, 1, 2, 1]], [(1, 2), (2, 1), (1, 1)]),
    "nothing": ("runs", [[]], []),
    "year": ("roman", [1994], "MCMXCIV"),
    "largest": ("roman", [3999], "MMMCMXCIX"),
}


def plain(name: str) -> str:
    """A test as a function that imports nothing, as other graders run it."""
    function, arguments, wanted = CASES[name]
    values = ", ".join(map(repr, arguments))
    return f"def test_{name}():\n    assert {function}({values}) == {wanted!r}\n"


def ours(name: str) -> str:
    """The same test behind the wall, as a hidden test of `grader`."""
    function, arguments, wanted = CASES[name]
    values = ", ".join(map(repr, arguments))
    return (
        f'@pytest.mark.criterion("{function}")\n'
        f"def test_{name}(solution, reveal):\n"
        f'    """`{function}` gives what it promises."""\n'
        f'    reveal("{function} gave something else.")\n'
        f"    assert solution.{function}({values}) == {wanted!r}\n"
    )


EXERCISE = """
title = "Figures"
language = "python"
difficulty = 1
minutes = 5
summary = "Three functions."
files = ["figures.py"]
[guide]
section = "none"
lines = [1, 2]
[starter]
loses = ["roman"]
"""


FLAWS = """
[[flaw]]
id = "nine-hundred"
file = "figures.py"
lines = [30, 30]
kind = "logic"
summary = "There is no CM."
"""


def rubric() -> str:
    """Three criteria, one for each function."""
    criteria = [
        f'[[criterion]]\nid = "{name}"\ntitle = "{name} is right"\npoints = {points}\n'
        'kind = "behaviour"\ncause = "It is wrong."\nconsequence = "Wrong."\n'
        'next_step = "Try it."\n'
        for name, points in (("middle", 30), ("runs", 30), ("roman", 40))
    ]
    return 'exercise = "figures"\n' + "\n".join(criteria)
