"""What learning platforms let a teacher download."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from grader.batch.handed import Student
from tests.batch.layouts.conftest import CODE, Discover, Write, attempts, graded, reasons
from tests.load.packing import make_zip

GRADESCOPE = """\
---
submission_11:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ada@x.org
  - :name: Bob Doe
    :email: bob@x.org
  :created_at: 2026-04-26 17:34:00.861687000 Z
  :score: 2.0
  :results:
    score: &1 2.0
    extra: !ruby/object:Evil {x: *1}
    output: |-
      submission_12:
        :submitters: nobody
  :history:
  - :id: 9
    :created_at: 2026-04-25 10:00:00 +02:00
  - :id: 10
    :created_at: 2026-04-27 10:00:00 Z
submission_12:
  :submitters: []
submission_13:
  :submitters:
  - :sid: 300
submission_14:
  :submitters:
  - :name: "\\e[2J\\n"
"""


def test_canvas(write: Write, found: Discover) -> None:
    root = write({
        "doejane_LATE_12_900_cache-1.py": CODE,
        "doejane_LATE_12_800_cache.py": b"old = 1\n",
        "roe_13_901_cache.py": CODE,
        "roe_13_902_queues-3.py": CODE,
        "poe_14_903_work.zip": make_zip([("cache.py", CODE)]),
        "LATE_anon_aB3_904_cache (2).py": CODE,
        "zed_15_905_essay.pdf": b"",
        "zed_15_text.html": b"",
        "readme.md": b"",
    })  # fmt: skip
    placement = found(root)
    assert attempts(placement) == [
        ("12", "py-cache", 1), ("12", "py-cache", 2), ("13", "py-cache", 1), ("14", "py-cache", 1),
        ("anon_aB3", "py-cache", 1), ("13", "py-queue", 1),
    ]  # fmt: skip
    assert graded(placement) == [["cache.py"]] * 5 + [["queues.py"]]
    assert [item.late for item in placement.attempts] == [True, True, False, False, True, False]
    assert (placement.attempts[1].path / "cache.py").read_bytes() == CODE
    assert set(reasons(placement)) == {"readme.md", "zed_15_905_essay.pdf", "zed_15_text.html"}
    assert "Canvas" in placement.layout
    first = placement.students[0]
    assert (first.id, first.name, first.lms_id) == ("12", "doejane", "12")


def test_canvas_keeps_what_was_not_handed_in_again(write: Write, found: Discover) -> None:
    root = write({
        "ada_1_10_left.py": b"a = 1\n",
        "ada_1_11_right.py": b"b = 1\n",
        "ada_1_12_tools.py": b"t = 1\n",
        "ada_1_13_left-1.py": b"a = 2\n",
        "ada_1_14_notes.txt": b"",
    })  # fmt: skip
    placement = found(root, exercise="py-pair")
    assert attempts(placement) == [("1", "py-pair", 1), ("1", "py-pair", 2)]
    assert graded(placement) == [["left.py", "right.py", "tools.py"]] * 2
    assert (placement.attempts[1].path / "left.py").read_bytes() == b"a = 2\n"
    assert reasons(placement) == {"ada_1_14_notes.txt": "no file that py-pair asks for"}


def test_canvas_with_a_lone_file_of_another_name(write: Write, found: Discover) -> None:
    root = write({"ada_1_10_my solution.py": CODE, "ada_1_11_README.md": b""})
    placement = found(root, exercise="py-cache")
    assert graded(placement) == [["cache.py"]]


def test_canvas_and_its_roster(write: Write, found: Discover) -> None:
    roster = (
        Student(id="12", name="Doe, Jane", lms_id="12"),
        Student(id="x", name="Ann Roe"),
        Student(id="99", name="Zed Poe", lms_id="99"),
    )
    root = write({
        "otherwise_12_1_cache.py": CODE,
        "roeann_13_2_cache.py": CODE,
        "poezed_14_3_cache.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache", roster=roster)
    assert attempts(placement) == [("12", "py-cache", 1), ("x", "py-cache", 1)]
    assert "nobody in the roster" in reasons(placement)["poezed_14_3_cache.py"]


def test_a_class_zip(write: Write, found: Discover) -> None:
    packed = make_zip([
        ("subs/ada_1_10_cache.py", CODE),
        ("subs/bob_2_11_cache.py", CODE),
        ("__MACOSX/subs/._ada_1_10_cache.py", CODE),
    ])  # fmt: skip
    placement = found(write({"subs.zip": packed}) / "subs.zip")
    assert attempts(placement) == [("1", "py-cache", 1), ("2", "py-cache", 1)]
    assert placement.unplaced == ()
    assert placement.layout.startswith("The zip subs.zip is read as a download")


def test_moodle_folders(write: Write, found: Discover) -> None:
    root = write({
        "Ada Lovelace_101_assignsubmission_file_/cache.py": CODE,
        "Ada Lovelace_101_assignsubmission_onlinetext_/onlinetext.html": b"",
        "Zoë O'Neil_102_assignsubmission_file/work.zip": make_zip([("a/cache.py", CODE)]),
        "Zoë O'Neil_102_assignsubmission_file/readme.txt": b"",
        "Team_A_x_103_assignsubmission_file_/cache.py": CODE,
        "index.html": b"",
    })  # fmt: skip
    placement = found(root)
    assert attempts(placement) == [(name, "py-cache", 1) for name in ("101", "102", "103")]
    assert graded(placement) == [["cache.py"]] * 3
    assert [item.name for item in placement.students] == ["Ada Lovelace", "Zoë O'Neil", "Team_A_x"]
    told = reasons(placement)
    online = "Ada Lovelace_101_assignsubmission_onlinetext_"
    assert told[online] == "text typed into Moodle, not a file"
    assert set(told) == {online, "index.html", "Zoë O'Neil_102_assignsubmission_file/readme.txt"}


def test_moodle_files(write: Write, found: Discover) -> None:
    root = write({
        "Ada_101_assignsubmission_file_cache.py": CODE,
        "Ada_101_assignsubmission_file_tools.py": CODE,
        "Ada_101_assignsubmission_file_plan.pdf": b"",
        "Bob_102_assignsubmission_file_work.zip": make_zip([("cache.py", CODE)]),
        "Bob_102_assignsubmission_file_readme.txt": b"",
        "Cy_103_assignsubmission_file_mine.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [(name, "py-cache", 1) for name in ("101", "102", "103")]
    assert graded(placement) == [["cache.py", "tools.py"], ["cache.py"], ["cache.py"]]
    assert len(placement.unplaced) == 2
    mixed = found(root)
    assert attempts(mixed) == [("101", "py-cache", 1), ("102", "py-cache", 1)]


def test_moodle_names_people_when_its_numbers_are_of_another_assignment(
    write: Write, found: Discover
) -> None:
    roster = (
        Student(id="1", name="Ada Lovelace", lms_id="1"),
        Student(id="2", name="Bob Doe", lms_id="2"),
        Student(id="3", lms_id="103"),
    )
    root = write({
        "Ada Lovelace_101_assignsubmission_file_/cache.py": CODE,
        "Participant_103_assignsubmission_file_/cache.py": CODE,
        "Participant_104_assignsubmission_file_/cache.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache", roster=roster)
    assert attempts(placement) == [("1", "py-cache", 1), ("3", "py-cache", 1)]
    assert set(reasons(placement)) == {"Participant_104_assignsubmission_file_"}


def test_nobody_names_a_file_into_another_persons_hands(write: Write, found: Discover) -> None:
    root = write({"Ada_1_assignsubmission_file_Bob_2_assignsubmission_file_cache.py": CODE})
    assert attempts(found(root, exercise="py-cache")) == [("1", "py-cache", 1)]
    (root / "Ada_1_assignsubmission_file_Bob_2_assignsubmission_file_cache.py").unlink()
    root = write({"ada_1_10_bob_2_11_cache.py": CODE, "eve_LATE_3_12_LATE_4_13_cache.py": CODE})
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [("1", "py-cache", 1), ("3", "py-cache", 1)]
    (root / "ada_1_10_bob_2_11_cache.py").unlink()
    (root / "eve_LATE_3_12_LATE_4_13_cache.py").unlink()
    mail = b"submission_1:\n  :submitters:\n  - :name: Bob Doe\n    :email: eve@x.org\n"
    root = write({"submission_metadata.yml": mail, "submission_1/cache.py": CODE})
    roster = (Student(id="2", name="Bob Doe", email="bob@x.org"),)
    placement = found(root, exercise="py-cache", roster=roster)
    assert placement.attempts == ()
    assert "nobody in the roster is Bob Doe" in reasons(placement)["submission_1"]


def test_github_classroom(write: Write, found: Discover) -> None:
    names = ("hw-one-ada", "hw-one-bob-b", "py-queue-cy")
    files = {f"{name}/.git/config": b"[core]\n\tfsmonitor = touch /tmp/owned\n" for name in names}
    files |= {"hw-one-ada/cache.py": CODE, "hw-one-bob-b/cache.py": CODE}
    root = write({**files, "py-queue-cy/queues.py": CODE, "scores.csv": b""})
    placement = found(root)
    assert attempts(placement) == [
        ("ada", "py-cache", 1), ("bob-b", "py-cache", 1), ("cy", "py-queue", 1),
    ]  # fmt: skip
    assert placement.students[0].login == "ada"
    assert "hw-one-<login>" in placement.layout
    assert reasons(placement) == {"scores.csv": "not a clone of a repository"}


def test_github_logins_with_hyphens_in_common(write: Write, found: Discover) -> None:
    root = write({"hw-ann-a/.git/x": b"", "hw-ann-b/.git/x": b""})
    roster = (Student(id="1", login="ann-a"), Student(id="2", login="Ann-B"))
    assert attempts(found(root, exercise="py-cache", roster=roster)) == [
        ("1", "py-cache", 1), ("2", "py-cache", 1),
    ]  # fmt: skip


def test_one_github_clone_is_told_by_the_folder_around_it(write: Write, found: Discover) -> None:
    root = write({"hw-submissions/hw-ann-a/.git/x": b"", "hw-submissions/hw-ann-a/cache.py": CODE})
    assert attempts(found(root)) == [("ann-a", "py-cache", 1)]
    alone = write({"lonely/hw-x-ann/.git/x": b"", "lonely/hw-x-ann/cache.py": CODE}) / "lonely"
    assert attempts(found(alone)) == [("hw-x-ann", "py-cache", 1)]


def test_gradescope(write: Write, found: Discover) -> None:
    root = write({
        "assignment_5_export/submission_metadata.yml": GRADESCOPE.encode(),
        "assignment_5_export/submission_11/cache.py": CODE,
        "assignment_5_export/submission_10/cache.py": CODE,
        "assignment_5_export/submission_12/cache.py": CODE,
        "assignment_5_export/submission_13/attempt-1/cache.py": CODE,
        "assignment_5_export/submission_14/cache.py": CODE,
        "assignment_5_export/submission_15/cache.py": CODE,
    })  # fmt: skip
    placement = found(root, exercise="py-cache")
    assert attempts(placement) == [
        ("300", "py-cache", 1),
        ("ada@x.org", "py-cache", 2), ("ada@x.org", "py-cache", 3),
        ("bob@x.org", "py-cache", 2), ("bob@x.org", "py-cache", 3),
    ]  # fmt: skip
    assert placement.attempts[1].when == datetime(2026, 4, 26, 17, 34, 0, 861687, tzinfo=UTC)
    assert placement.attempts[1].path == placement.attempts[3].path
    told = reasons(placement)
    assert "names nobody" in told["assignment_5_export/submission_12"]
    assert "no name for a student" in told["assignment_5_export/submission_14"]
    assert "does not name it" in told["assignment_5_export/submission_15"]
    assert "Gradescope, in assignment_5_export/" in placement.layout


def test_gradescope_and_the_roster(write: Write, found: Discover) -> None:
    roster = (Student(id="s1", sis_id="100"), Student(id="s2", email="BOB@x.org"))
    root = write({"submission_metadata.yml": GRADESCOPE.encode(), "submission_11/cache.py": CODE})
    placement = found(root, exercise="py-cache", roster=roster)
    assert attempts(placement) == [("s1", "py-cache", 2), ("s2", "py-cache", 2)]


@pytest.mark.parametrize(
    "metadata",
    [b"[" * 5_000, b"\xff\xfe\x00", b"- 1", b"a: [}", b"", b"a: *b", b"x: &x [*x, *x]\n", b"\x00"],
)
def test_damaged_metadata_stops_nobody(metadata: bytes, write: Write, found: Discover) -> None:
    root = write({"submission_metadata.yml": metadata, "submission_1/cache.py": CODE})
    placement = found(root, exercise="py-cache")
    assert placement.attempts == ()
    assert "submission_1" in reasons(placement)
