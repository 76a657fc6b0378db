"""What the tests of the book start from: an agenda, lines, and a look at the file itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from storage import MinuteBook, migrations
from storage.records import (
    Act,
    ActionState,
    Agenda,
    AgendaItem,
    Attendee,
    Entry,
    Kind,
    MeetingRecord,
    Named,
    NewAction,
    NewEntry,
    NewProgress,
    Part,
    ReportPart,
    Tree,
)
from storage.schema import CLERKS_TABLES, STEPS

Rows = dict[str, list[tuple[object, ...]]]

# the clerk's tables that the first version did not have, and the step that brought them
NEW_TABLES = {
    "interest_kind": "0002_whole_record",
    "next_meeting": "0004_promises",
    "style_word": "0006_house_style",
    "style_part": "0006_house_style",
}
EVENING = datetime(2020, 6, 11, 18, 30, tzinfo=UTC)
JUNE = date(2020, 6, 11)
MEMBERS = (
    Attendee(0, "Kemp", title="Councillor", office="Chairman"),
    Attendee(0, "O’Brien", title="Councillor"),
    Attendee(0, "Director of People", role="Director of People", member=False),
)
ITEMS = (
    AgendaItem("1", "Apologies"),
    AgendaItem("2", "Record of meeting"),
    AgendaItem(
        "5",
        "Ofsted Update Report",
        pages="3 - 28",
        parts=(ReportPart("Author", "", "Head of Business Change"),),
    ),
    AgendaItem("7", "Transport", exempt="3"),
)
AGENDA = Agenda(
    "Overview & Scrutiny",
    JUNE,
    organisation="Medway Council",
    time="18:30",
    venue="Gun Wharf",
    noun="The Committee",
    themes=("Quality", "Workforce"),
    short_forms=(("OSC", "the Overview and Scrutiny Committee"),),
    attendees=MEMBERS,
    items=ITEMS,
)


@contextmanager
def version(monkeypatch: pytest.MonkeyPatch, last: str) -> Iterator[None]:
    """The program as it was when `last` was the newest step of the tables."""
    with monkeypatch.context() as before:
        # the last goes first, so that they are put back in their order
        for step in [step for step in reversed(STEPS) if step > last]:
            before.delitem(STEPS, step)
        tables = [name for name in CLERKS_TABLES if NEW_TABLES.get(name, "") <= last]
        before.setattr(migrations, "CLERKS_TABLES", tables)
        if last < "0003_seals":
            before.setattr(migrations, "set_guards", lambda _: None)
        if last < "0005_search":
            before.setattr(migrations, "catch_up", lambda _: None)
        yield


def line(text: str, kind: Kind = Kind.NOTE, **more: object) -> NewEntry:
    """A line as the shorthand would read it."""
    return NewEntry(kind, text, text, **more)  # type: ignore[arg-type]


OPEN, CLOSE = line("/open", Kind.OPEN), line("/close", Kind.CLOSE)
PREVIOUS = line("/previous", Kind.PREVIOUS)


def taken(item_id: int) -> NewEntry:
    """The line that takes an item."""
    return NewEntry(Kind.ITEM, f"/item {item_id}", target_id=item_id)


def promise(words: str, owner: str = "Clerk", **more: object) -> NewAction:
    """An action as a line makes it."""
    return NewAction(words, (Named(Part.OWNER, owner),), **more)  # type: ignore[arg-type]


def heard(action_id: int, text: str = "", state: ActionState | None = None, **more: object) -> NewProgress:
    """What is said of a promise."""
    return NewProgress(action_id, text, state, **more)  # type: ignore[arg-type]


def report(*progress: NewProgress, kind: Kind = Kind.REPORT) -> NewEntry:
    """The line that says so in the record."""
    return NewEntry(kind, f"/{kind} {progress[0].text}", progress[0].text, progress=progress)


def press(record: MeetingRecord, corrections: tuple[tuple[str, str], ...]) -> tuple[Tree, ...]:
    """Minutes in print: a heading and the lines, those that are exempt in the restricted copy alone."""

    def tree(version: int, restricted: bool, changes: tuple[tuple[str, str], ...]) -> Tree:
        lines = [one.source for one in record.entries if restricted or one.exempt is None]
        text = "\n".join((record.body.name, record.meeting.state, *lines))
        for old, new in changes:
            text = text.replace(old, new)
        return Tree(version, restricted, text)

    agreed = [(), corrections] if corrections else [()]
    return tuple(
        tree(version, restricted, changes)
        for version, changes in enumerate(agreed, 1)
        for restricted in (False, True)
    )


def write(book: MinuteBook, meeting_id: int, *lines: NewEntry) -> tuple[int, ...]:
    """Record lines at the end as one act."""
    return book.record(meeting_id, Act(lines), at=EVENING)


def texts(book: MinuteBook, meeting_id: int) -> list[str]:
    """The lines of a meeting word for word, in their order."""
    return [entry.source for entry in book.meeting(meeting_id).entries]


def entry(book: MinuteBook, meeting_id: int, source: str) -> Entry:
    """The line of a meeting that reads `source`."""
    (found,) = [entry for entry in book.meeting(meeting_id).entries if entry.source == source]
    return found


def rows_in(connection: sqlite3.Connection) -> Rows:
    """Every row of the clerk's tables."""
    return {
        table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]
        for table in CLERKS_TABLES
    }


def dump(path: Path) -> Rows:
    """Every row of the clerk's tables, read beside the book."""
    connection = sqlite3.connect(path)
    try:
        return rows_in(connection)
    finally:
        connection.close()


def look(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask the file itself, beside the book."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@contextmanager
def beside(path: Path) -> Iterator[sqlite3.Connection]:
    """The file in the hands of another tool."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def faults(book: MinuteBook) -> str:
    """What is found, each in a line of its own."""
    found = book.verify().faults
    assert all("\n" not in fault and fault.endswith(".") for fault in found)
    return "\n".join(found)
