from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import RubricError
from grader.load import load_rubric
from grader.load.rubrics import MAX_POINTS


def load_with(path: Path, old: str, new: str) -> list[str]:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(RubricError) as raised:
        load_rubric(path, "py-lru-cache")
    return str(raised.value).splitlines()


def test_reads_a_rubric(rubric_file: Path) -> None:
    rubric = load_rubric(rubric_file, "py-lru-cache")
    first, second = rubric.criteria
    assert (first.id, first.points, first.partial) == ("importable", Fraction(10), False)
    assert (second.points, second.requires, second.partial) == (
        Fraction(5, 2),
        ("importable",),
        True,
    )
    assert rubric.max_points == Fraction(25, 2)


def test_the_exercise_may_be_named(rubric_file: Path) -> None:
    text = rubric_file.read_text()
    rubric_file.write_text('exercise = "py-lru-cache"\n' + text)
    assert len(load_rubric(rubric_file, "py-lru-cache").criteria) == 2
    with pytest.raises(RubricError, match='exercise: must be "py-other", not "py-lru-cache"'):
        load_rubric(rubric_file, "py-other")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("points = 10", "points = 2.5", "[criterion 1: importable] points: must be exact: write 5"),
        ("points = 10", "points = 10.0", 'or "5/2" for two and a half'),
        ("points = 10", 'points = "2.5"', "points: must be a whole number such as 5, or a fract"),
        ("points = 10", 'points = "5/0"', "points: must be a whole number such as 5"),
        ("points = 10", 'points = "-5/2"', "points: must be a whole number such as 5"),
        ("points = 10", 'points = "٥/٢"', "points: must be a whole number such as 5"),
        ("points = 10", "points = true", "points: must be a whole number such as 5"),
        ("points = 10", "points = [1]", "points: must be a whole number such as 5"),
        ("points = 10", "points = -1", "points: must be from 0 to 1000"),
        ("points = 10", "points = 1001", "points: must be from 0 to 1000"),
        ("points = 10", "", "points: is missing"),
        ('id = "importable"', 'id = "Importable"', "id: must be lower-case words"),
        ('id = "importable"', 'id = "evicts-oldest"', 'id: must not be "evicts-oldest" twice'),
        ('["importable"]', '["importible"]', "did you mean importable?"),
        ('["importable"]', '["evicts-oldest"]', "goes round in a circle: evicts-oldest → evicts"),
        ('"behaviour"', '"behavior"', "kind: must be one of behaviour, static, quality, not"),
        ('"behaviour"', '"static"', "checks: must name at least one check when kind is static"),
        ('"behaviour"', '"behaviour"\nchecks = ["py.x"]', "checks: are for kind static or quality"),
        ('"behaviour"', '"quality"\nchecks = ["bare except"]', "is not the name of a check"),
        ("partial = true", "partial = 1", "partial: must be true or false, not a whole number"),
        ("The file raises when it is imported.", "", "cause: must not be blank"),
        ("Nobody can use it.", " ", "consequence: must not be blank"),
        ('next_step = "Import it and read the error."', "", "next_step: is missing"),
        ("title", "titel", "titel: is not a known key; did you mean title?"),
        ("[[criterion]]", "[criteria]\n[[criterion]]", "criteria: is not a known key; did you"),
    ],
)
def test_names_file_table_and_key(rubric_file: Path, old: str, new: str, expected: str) -> None:
    found = load_with(rubric_file, old, new)
    assert all(line.startswith(f"{rubric_file}: [") for line in found)
    assert any(expected in line for line in found), found


def test_partial_is_about_tests(rubric_file: Path) -> None:
    found = load_with(rubric_file, "partial = true", 'partial = true\nchecks = ["py.bare-except"]')
    assert any("partial: shares points among tests" in line for line in found)


def test_finds_a_circle_of_two(rubric_file: Path) -> None:
    (line,) = load_with(rubric_file, 'kind = "behaviour"', 'kind="behaviour"\nrequires = '
                        '["evicts-oldest"]')  # fmt: skip
    assert "requires: goes round in a circle" in line


def test_there_must_be_points_to_earn(rubric_file: Path) -> None:
    text = rubric_file.read_text().replace('"5/2"', "0")
    rubric_file.write_text(text)
    assert load_with(rubric_file, "points = 10", "points = 0") == [
        f"{rubric_file}: [top level] criterion: must have points: they add up to 0"
    ]


def test_a_missing_rubric_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(
        RubricError, match=r"^[^\n]*none\.toml: cannot be read: No such file[^\n]*$"
    ):
        load_rubric(tmp_path / "none.toml", "py-lru-cache")


def test_an_empty_rubric_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").touch()
    with pytest.raises(RubricError, match=r"\[top level\] criterion: is missing"):
        load_rubric(tmp_path / "empty.toml", "py-lru-cache")


def test_digest_follows_the_bytes(rubric_file: Path) -> None:
    before = load_rubric(rubric_file, "py-lru-cache")
    rubric_file.write_text(rubric_file.read_text() + "# a remark\n")
    after = load_rubric(rubric_file, "py-lru-cache")
    assert after.digest != before.digest
    assert after.criteria == before.criteria


@given(top=st.integers(0, 999_999), bottom=st.integers(1, 999_999))
def test_fractions_are_exact(
    tmp_path_factory: pytest.TempPathFactory, top: int, bottom: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "fractions.toml"
    path.write_text(
        f'[[criterion]]\nid = "a"\ntitle = "A"\npoints = "{top}/{bottom}"\nkind = "behaviour"\n'
        'cause = "c"\nconsequence = "c"\nnext_step = "n"\n'
    )
    points = Fraction(top, bottom)
    if 0 < points <= MAX_POINTS:
        assert load_rubric(path, "x").max_points == points
    else:
        with pytest.raises(RubricError, match="points"):
            load_rubric(path, "x")
