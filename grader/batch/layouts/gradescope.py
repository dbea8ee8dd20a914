"""Gradescope, "Export Submissions": a folder for each submission and `submission_metadata.yml`."""

from __future__ import annotations

from grader.batch.layouts.desk import Desk, Handing
from grader.batch.layouts.keep import read_file
from grader.batch.layouts.listing import Item
from grader.batch.layouts.metadata import MAX_BYTES, Record, Submitter, Unreadable, records
from grader.batch.layouts.people import Sign
from grader.load.trees import Irregular

METADATA = "submission_metadata.yml"
TITLE = "an export of submissions from Gradescope"


def fits(items: tuple[Item, ...], desk: Desk) -> bool:
    """Whether the metadata lie there."""
    return any(item.name == METADATA and item.kind == "file" for item in items)


def place(items: tuple[Item, ...], desk: Desk, exercise: str) -> str:
    """Place all of it and say what it is."""
    metadata = next(item for item in items if item.name == METADATA)
    try:
        known = {record.folder: record for record in records(read_file(metadata.path, MAX_BYTES))}
    except (Unreadable, Irregular) as error:
        desk.leave(metadata.path, f"it cannot be used: {error}; without it nobody is known")
        known = {}
    for item in items:
        record = known.get(item.name) or known.get(item.title)
        if item is metadata:
            continue
        if item.problem or record is None:
            desk.leave(item.path, item.problem or f"{METADATA} does not name it")
        elif not record.submitters:
            desk.leave(item.path, f"{METADATA} names nobody who handed it in")
        else:
            _place(item, record, desk, exercise)
    return TITLE


def _place(item: Item, record: Record, desk: Desk, exercise: str) -> None:
    """A submission of a group counts for each of them."""
    for submitter in record.submitters:
        handing = Handing(
            sign=_sign(submitter),
            exercise=exercise,
            number=record.number,
            when=record.when,
            own_folders=True,
        )
        desk.hand_in(item, handing)


def _sign(submitter: Submitter) -> Sign:
    return Sign(key=submitter.sid, name=submitter.name, email=submitter.email, sis_id=submitter.sid)
