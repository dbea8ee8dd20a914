"""What is counted of a class, and how it is worded."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

import pytest

from grader.batch.book import Assignment, CriterionMark, Entry, Gradebook, Override
from grader.batch.classpage.analysis import analyse
from grader.batch.classpage.review import PEOPLE
from grader.batch.classpage.statistics import LEAST_FOR_DISCRIMINATION
from grader.batch.classpage.view import view_of
from grader.batch.classpage.words import href, percent
from grader.batch.handed import Student, Unplaced
from tests.batch.classpage.classes import MADE, made_class, made_pair

ITEM = Assignment(
    exercise="py-lru-cache", title="A cache", language="python", max_points=Fraction(100)
)


def mark(name: str, status: str, points: int = 50, *, made: int | None = None) -> CriterionMark:
    got = {"passed": points, "partial": points // 2}.get(status, 0)
    override = made is not None and Override(
        criterion=name, points=Fraction(made), because="it is right", who="R. Okafor", when=MADE
    )
    return CriterionMark(
        id=name,
        title=name.title(),
        kind="behaviour",
        status=status,
        graded=Fraction(got),
        max_points=Fraction(points),
        override=override or None,
    )


def book_of(*entries: Entry) -> Gradebook:
    return Gradebook(
        name="Class",
        made=MADE,
        students=tuple(entry.student for entry in entries),
        assignments=(ITEM,),
        entries=entries,
    )


def entry(at: int, *marks: CriterionMark, **changes: object) -> Entry:
    made = Entry(
        student=Student(id=f"s{at:03}", name=f"Name {at}"),
        assignment=ITEM,
        status="graded",
        criteria=marks,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_who_missed_what() -> None:
    figures = analyse(
        book_of(
            entry(1, mark("easy", "passed"), mark("hard", "failed")),
            entry(2, mark("easy", "passed"), mark("hard", "partial")),
            entry(3, mark("easy", "failed"), mark("hard", "skipped")),
            entry(4, mark("easy", "passed"), mark("hard", "error"), status="incomplete"),
            entry(5, status="missing"),
        )
    )[0]
    assert [row.id for row in figures.criteria] == ["hard", "easy"]
    hard, easy = figures.criteria
    assert (hard.missed, hard.judged, hard.rate, hard.skipped, hard.open) == (
        2,
        2,
        Fraction(1),
        1,
        1,
    )
    assert (easy.missed, easy.judged, easy.rate) == (1, 4, Fraction(1, 4))
    assert hard.discrimination is None
    assert figures.counts == {"graded": 3, "incomplete": 1, "rejected": 0, "missing": 1}
    assert sorted(figures.percents) == [0, 50, 75]


def test_figures_are_of_the_grading_and_grades_are_final() -> None:
    decided = entry(1, mark("easy", "failed", made=50), mark("hard", "passed"))
    figures = analyse(book_of(decided))[0]
    assert figures.percents == (Fraction(100),)
    assert figures.criteria[0].missed == 1


def test_an_item_is_compared_with_the_rest_and_not_with_itself() -> None:
    # Half have one of two criteria, half the other: each strong in what the other misses.
    entries = [
        entry(
            at, mark("one", ("passed", "failed")[at % 2]), mark("two", ("failed", "passed")[at % 2])
        )
        for at in range(LEAST_FOR_DISCRIMINATION)
    ]
    rows = view_of(book_of(*entries), ()).exercises[0].criteria
    assert [row.discrimination for row in rows] == ["−1.00", "−1.00"]
    assert rows[0].tone == "lost"
    assert "look at the test" in rows[0].meaning


def test_what_a_person_should_do_is_named_with_reasons() -> None:
    book = dataclasses.replace(
        book_of(
            entry(1, status="incomplete", note="the compiler\nwas killed"),
            entry(2, mark("easy", "error"), status="incomplete"),
            entry(3, status="rejected", note="too large"),
            entry(4, status="missing"),
            entry(5, mark("easy", "passed"), integrity=("it read /proc",)),
        ),
        unplaced=(Unplaced(path="x.zip", reason="nobody's"),),
    )
    view = view_of(book, (made_pair("s001", "s002"),))
    assert [task.href for task in view.tasks] == [
        "#integrity", "#incomplete", "#rejected", "#missing", "#unplaced", "#similar",
    ]  # fmt: skip
    reasons = [row.reason for table in view.troubles for row in table.rows]
    assert reasons == ["Easy: no verdict", "the compiler was killed", "too large",
                       "nothing was handed in"]  # fmt: skip
    assert view.verdict == "4 units have no grade. The list below says why."
    assert not view.is_done


def test_long_lists_say_what_is_left_out() -> None:
    book = book_of(*(entry(at, status="missing") for at in range(PEOPLE + 3)))
    row = view_of(book, ()).troubles[0].rows[0]
    assert (row.count, len(row.people), row.more) == (
        f"{PEOPLE + 3} units", PEOPLE, "and 3 more; see entries.csv",
    )  # fmt: skip
    students = view_of(made_class(501, 1), ()).students
    assert (len(students.rows), students.more) == (500, "and 1 more; see students.csv")


def test_a_class_that_is_done_and_one_without_anybody() -> None:
    done = view_of(book_of(entry(1, mark("easy", "passed", 100))), ())
    assert (done.is_done, done.verdict) == (True, "Every unit has a grade.")
    assert done.students.rows[0].cells[0].text == "100"
    empty = view_of(Gradebook(name="", made=MADE, students=(), assignments=(), entries=()), ())
    assert (empty.name, empty.verdict, empty.is_done) == (
        "A class",
        "Nobody was to be graded.",
        False,
    )


@pytest.mark.parametrize(
    ("exact", "text"),
    [(Fraction(100), "100"), (Fraction(9996, 100), "99.9"), (Fraction(200, 3), "66.7"),
     (Fraction(0), "0"), (Fraction(105), "105")],
)  # fmt: skip
def test_what_is_not_full_is_never_called_full(exact: Fraction, text: str) -> None:
    assert percent(exact) == text


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("reports/amy b/x.html", "./reports/amy%20b/x.html"),
        ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
        ('a"onclick="b', "./a%22onclick%3D%22b"),
        ("a\udcff.html", "./a%FF.html"),
        ("?x#y", "./%3Fx%23y"),
        ("", ""),
        ("/etc/passwd", ""),
        ("//evil.example/x", ""),
        ("a/../../b", ""),
        ("\\\\host\\x", ""),
        ("a\ud800", ""),
    ],
)
def test_links_lead_nowhere_but_below_the_page(path: str, link: str) -> None:
    assert href(path) == link
