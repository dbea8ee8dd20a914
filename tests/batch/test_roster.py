from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.batch import tabular
from grader.batch.handed import Student
from grader.batch.roster import read_roster
from grader.errors import UsageError

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Essay (77),Current Score
,,,,,Manual Posting,(read only)
    Points Possible,,,,,100,(read only)
"Doe, Jane",12,S12,jdoe,A,,
"Roe, Ann",13,,,A,5,
"Student, Test",99,,abcdef,,,
"""
MOODLE = """\
Identifier,Full name,ID number,Email address,Status,Grade
Participant 1234,Ada Lovelace,S1,ada@x.org,Submitted,
Participant 1235,Bob Doe,,bob@x.org,No submission,
"""


def written(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def roster(tmp_path: Path, content: str | bytes) -> tuple[Student, ...]:
    return read_roster(written(tmp_path, content))


def mistakes(tmp_path: Path, content: str | bytes) -> list[str]:
    """What is wrong, without the folder; each in one printable line."""
    path = written(tmp_path, content)
    with pytest.raises(UsageError) as raised:
        read_roster(path)
    lines = str(raised.value).split("\n")
    assert all(line.isprintable() and len(line) <= 600 for line in lines)
    return [line.removeprefix(f"{tmp_path}/") for line in lines]


def test_a_plain_one(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "Name,E-Mail,ID,GitHub_Username,sis_id,LMS ID,Section,Shoe size\n"
        'Ada  Lovelace,a@x.org,a1,ada,S1,7,"A, late",38\n'
        "\n"
        "Bob,,b2\n",
    )
    assert found == (
        Student(
            id="a1", name="Ada Lovelace", email="a@x.org", login="ada", sis_id="S1", lms_id="7",
            section="A, late",
        ),
        Student(id="b2", name="Bob"),
    )  # fmt: skip


def test_what_stands_for_an_id(tmp_path: Path) -> None:
    assert roster(tmp_path, "First Name,Last Name,SID,Email,Role\nA,B,9,a@x,Student\nT,A,,t@x,TA\n")
    people = roster(tmp_path, "email;surname;first name\na@x.org;Doe;Jane\n")
    assert people == (Student(id="a@x.org", name="Jane Doe", email="a@x.org"),)


def test_canvas(tmp_path: Path) -> None:
    found = roster(tmp_path, CANVAS)
    assert found[0] == Student(
        id="12", name="Doe, Jane", login="jdoe", sis_id="S12", lms_id="12", section="A"
    )
    assert [student.id for student in found] == ["12", "13", "99"]


def test_moodle(tmp_path: Path) -> None:
    found = roster(tmp_path, MOODLE)
    assert [(item.id, item.lms_id, item.sis_id) for item in found] == [
        ("1234", "1234", "S1"), ("1235", "1235", ""),
    ]  # fmt: skip


def test_github_classroom(tmp_path: Path) -> None:
    content = '"identifier","github_username","github_id","name"\n"ada@x.org","ada","5",""\n'
    assert roster(tmp_path, content) == (Student(id="ada@x.org", login="ada"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    assert roster(tmp_path, "id\tname\r\n1\tZoë\r\n".encode(encoding))[0].name == "Zoë"


def test_every_mistake_has_its_place(tmp_path: Path) -> None:
    content = "id,name,email\n1,Ada,a@x\n1,Bob,\n,Cy,\n4,Dee,d@x,what\n5,Eve,e\x1b@x\n"
    assert mistakes(tmp_path, content) == [
        'people.csv:3: column "id": 1 is in line 2 already',
        'people.csv:4: column "id": is empty',
        "people.csv:5: the line has 4 cells, the header 3: quotes missing?",
        'people.csv:6: column "email": holds characters that cannot be printed',
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "people.csv: is empty: the first line names the columns"),
        (b"id\n", "people.csv: lists no students"),
        (b"name\nAda\n", 'people.csv:1: no column is called "id"'),
        (b"id,ID\n1,2\n", 'people.csv:1: column "ID": there are two columns of this name'),
        (b"id\n\x81\n", "people.csv:2: is neither UTF-8 nor Windows-1252"),
        ("id\n1\n".encode("utf-16"), "people.csv: is UTF-16"),
        (b"id\n1\n2\0\n", "people.csv:3: holds a NUL byte"),
        (b'id\n"1\n2\n', "people.csv:3: cannot be read as CSV"),
        (b'id\n"1"2\n', "people.csv:2: cannot be read as CSV"),
        (b"id\n" + b"x" * 200_000, "people.csv:2: cannot be read as CSV: field larger"),
        (b"id\n" + b"x" * 201, 'people.csv:2: column "id": is longer than 200 characters'),
    ],
)
def test_one_mistake(content: bytes, told: str, tmp_path: Path) -> None:
    assert mistakes(tmp_path, content)[0].startswith(told)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_roster(tmp_path / "none.csv")


def test_more_than_any_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "MAX_ROWS", 3)
    assert "more than 3 lines" in mistakes(tmp_path, "id\n1\n2\n3\n4\n")[0]
    monkeypatch.setattr(tabular, "MAX_BYTES", 4)
    assert "is larger than" in mistakes(tmp_path, "id\n1\n2\n")[0]


def test_hostile_names_are_shown_and_stop_nobody(tmp_path: Path) -> None:
    content = 'id,name\n1,"A\nB\x1b[2J\u202e"\n2,"=HYPERLINK(""x"")"\n3,<script>\n'
    assert [student.name for student in roster(tmp_path, content)] == [
        "A B\\x1b[2J\\u202e", '=HYPERLINK("x")', "<script>",
    ]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=80),
        st.text(st.sampled_from('id,\n";a1\x1b é'), max_size=60).map(
            lambda text: f"id,name\n{text}".encode()
        ),
    )
)
def test_anything_is_a_roster_or_a_mistake(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("roster")
    try:
        found = roster(folder, content)
    except UsageError as error:
        assert all(line.isprintable() for line in str(error).split("\n"))
    else:
        assert len({student.id for student in found}) == len(found) > 0
        assert all(student.id.isprintable() and student.name.isprintable() for student in found)
