"""The clerk's acts on a record: lines taken, put right, moved and deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from storage.actions import made_by, see_unheard, write_actions
from storage.agreeing import agreed_by, see_not_agreeing
from storage.entries import (
    Placeholders,
    entry_above,
    entry_row,
    in_words,
    insert_entry,
    positions_after,
    rewrite_entry,
)
from storage.errors import BookError
from storage.items import add_item
from storage.journal import act as journaled
from storage.meetings import meeting_row, open_meeting
from storage.numbers import settle_decisions, settle_minutes
from storage.people import add_newcomers
from storage.progress import write_progress
from storage.records import Act, Kind, MeetingState, NewEntry
from storage.rows import GAP, Value, shortened
from storage.settle import SITTING, Course, exempt_by, settle, settle_state
from storage.signing import Signet
from storage.transactions import writing

_NUMBERED = frozenset({Kind.DECISION, Kind.ADOPT})
_ON_STATE = frozenset({*SITTING, Kind.PREVIOUS})


def record(
    connection: sqlite3.Connection,
    meeting_id: int,
    act: Act,
    *,
    at: datetime,
    after: int | None,
    replacing: int | None,
    keep_draft: Callable[[sqlite3.Connection, int], None] | None,
    signet: Signet,
) -> tuple[int, ...]:
    """Record an act; see `MinuteBook.record`. `keep_draft` keeps what is typed beside it, `signet` signs
    what it agreed."""
    with writing(connection):
        meeting = open_meeting(connection, meeting_id)
        if keep_draft is not None:
            keep_draft(connection, meeting_id)
        with _acting(connection, meeting_id, _words(act, replacing), at, signet):
            stands_for = Placeholders(
                people=add_newcomers(connection, meeting_id, meeting["body_id"], act.newcomers),
                items={item.id: add_item(connection, meeting_id, item) for item in act.items},
            )
            if replacing is not None:
                ids = _replace(connection, meeting, act.entries, stands_for, at, replacing)
            elif after is not None:
                ids = _insert(connection, meeting, act.entries, stands_for, at, after)
            else:
                ids = _append(connection, meeting, act.entries, stands_for, at)
            if replacing is not None or after is not None or act.items:
                settle(connection, meeting_id)
    return tuple(ids)


def move(
    connection: sqlite3.Connection, entry_id: int, after: int | None, at: datetime, signet: Signet
) -> None:
    """Put a line below another; see `MinuteBook.move`."""
    with writing(connection):
        row = entry_row(connection, entry_id)
        meeting_id = row["meeting_id"]
        open_meeting(connection, meeting_id)
        if after == entry_id:
            return
        with _acting(connection, meeting_id, f"moved {_row_in_words(row)}", at, signet):
            (position,) = positions_after(connection, meeting_id, after, 1)
            exempt = _exempt_lines(connection, meeting_id)
            connection.execute("UPDATE entry SET position = ? WHERE id = ?", (position, entry_id))
            settle(connection, meeting_id)
            if row["kind"] not in (Kind.EXEMPT, Kind.PUBLIC):  # moving these says what is exempt
                _check_nothing_published(connection, meeting_id, exempt)


def delete(connection: sqlite3.Connection, entry_id: int, at: datetime, signet: Signet) -> None:
    """Take a line out of the record with its actions and progress; see `MinuteBook.delete`."""
    with writing(connection):
        row = entry_row(connection, entry_id)
        meeting_id = row["meeting_id"]
        open_meeting(connection, meeting_id)
        see_not_agreeing(connection, row)
        see_unheard(connection, meeting_id, made_by(connection, entry_id))
        with _acting(connection, meeting_id, f"deleted {_row_in_words(row)}", at, signet):
            if row["kind"] == Kind.ITEM:
                _check_nothing_lands(connection, row)
            connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,))
            settle(connection, meeting_id)


@contextmanager
def _acting(
    connection: sqlite3.Connection, meeting_id: int, words: str, at: datetime, signet: Signet
) -> Iterator[None]:
    """Journal an act on a meeting, and sign the minutes it agreed where that leaves it closed."""
    with journaled(connection, f"meeting:{meeting_id}", words, at):
        yield
    signet.sign_agreed(connection, meeting_id)


def _append(
    connection: sqlite3.Connection,
    meeting: sqlite3.Row,
    entries: Sequence[NewEntry],
    stands_for: Placeholders,
    at: datetime,
) -> list[int]:
    """Write lines at the end; only its end is read, so the last line costs as much as the first."""
    position, course, above = _end(connection, meeting["id"])
    exempt_of = _exempt_items(
        connection, {course.item_id, *(stands_for.item(one.target_id) for one in entries)}
    )
    ids = []
    for place, entry in enumerate(entries, 1):
        course.follow(entry.kind, entry.text, stands_for.item(entry.target_id))
        settled: dict[str, Value] = {
            "meeting_id": meeting["id"],
            "position": position + place * GAP,
            "item_id": course.item_id,
            "running": course.running,
            "exempt": exempt_by(exempt_of.get(course.item_id), course.running),
            "agreed_id": _agreed(connection, meeting, entry),
            "recorded_at": at.isoformat(),
        }
        ids.append(insert_entry(connection, entry, stands_for, settled))
        if entry.actions:
            write_actions(connection, meeting, ids[-1], entry.actions, stands_for)
        if entry.progress:
            write_progress(connection, meeting["id"], ids[-1], entry.progress, stands_for)
    _settle_appended(connection, meeting, entries, above)
    return ids


def _settle_appended(
    connection: sqlite3.Connection, meeting: sqlite3.Row, entries: Sequence[NewEntry], above: str
) -> None:
    """Do only what these lines can have changed beyond themselves; `above` is the kind of the line above."""
    kinds = {entry.kind for entry in entries}
    if any(entry.kind is Kind.EXEMPT and entry.target_id is not None for entry in entries):
        settle(connection, meeting["id"])
        return
    if Kind.ITEM in kinds or (kinds and above == Kind.ITEM):  # an item's first words number its minute
        settle_minutes(connection, meeting["id"])
    if kinds & _NUMBERED:
        settle_decisions(connection, meeting["id"])
    if kinds & _ON_STATE or (kinds and meeting["state"] == MeetingState.PLANNED):
        settle_state(connection, meeting["id"])


def _insert(
    connection: sqlite3.Connection,
    meeting: sqlite3.Row,
    entries: Sequence[NewEntry],
    stands_for: Placeholders,
    at: datetime,
    after: int | None,
) -> list[int]:
    """Write lines below another, None: at the top; `settle` gives them what follows from their place."""
    ids = []
    positions = positions_after(connection, meeting["id"], after, len(entries))
    for position, entry in zip(positions, entries, strict=True):
        place: dict[str, Value] = {
            "meeting_id": meeting["id"],
            "position": position,
            "agreed_id": _agreed(connection, meeting, entry),
            "recorded_at": at.isoformat(),
        }
        ids.append(insert_entry(connection, entry, stands_for, place))
        write_actions(connection, meeting, ids[-1], entry.actions, stands_for)
        write_progress(connection, meeting["id"], ids[-1], entry.progress, stands_for)
    return ids


def _replace(
    connection: sqlite3.Connection,
    meeting: sqlite3.Row,
    entries: Sequence[NewEntry],
    stands_for: Placeholders,
    at: datetime,
    replacing: int,
) -> list[int]:
    """Put the line that reads as the old one did, else the first, in its place; the rest stand around it."""
    row = entry_row(connection, replacing, meeting["id"])
    see_not_agreeing(connection, row)
    if not entries:
        raise BookError("There is nothing to put in place of that line: delete it instead.")
    if row["kind"] == Kind.ITEM and Kind.ITEM not in {entry.kind for entry in entries}:
        _check_nothing_lands(connection, row)
    own = next((n for n, entry in enumerate(entries) if entry.source == row["source"]), 0)
    above = _insert(connection, meeting, entries[:own], stands_for, at, entry_above(connection, row))
    agreed: dict[str, Value] = {"agreed_id": _agreed(connection, meeting, entries[own])}
    rewrite_entry(connection, replacing, entries[own], stands_for, agreed)
    write_actions(connection, meeting, replacing, entries[own].actions, stands_for)
    write_progress(connection, meeting["id"], replacing, entries[own].progress, stands_for)
    below = _insert(connection, meeting, entries[own + 1 :], stands_for, at, replacing)
    return [*above, replacing, *below]


def _agreed(connection: sqlite3.Connection, meeting: sqlite3.Row, entry: NewEntry) -> int | None:
    """The meeting whose minutes a line agrees, if it does."""
    if entry.kind is not Kind.PREVIOUS or entry.doubt:
        return None
    agreed_id = agreed_by(connection, meeting, entry.on)
    if agreed_id is None or meeting_row(connection, agreed_id)["state"] == MeetingState.APPROVED:
        return None  # minutes are signed once; a line that says so again signs nothing
    return agreed_id


def _check_nothing_lands(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """Refuse to take away an item's line where lines under it would land in another item."""
    here = (row["meeting_id"], row["position"], row["id"])
    below = connection.execute(
        "SELECT kind FROM entry WHERE meeting_id = ? AND (position, id) > (?, ?)"
        " ORDER BY position, id LIMIT 1",
        here,
    ).fetchone()
    above = connection.execute(
        "SELECT item_id FROM entry WHERE meeting_id = ? AND (position, id) < (?, ?)"
        " ORDER BY position DESC, id DESC LIMIT 1",
        here,
    ).fetchone()
    if below is None or below["kind"] == Kind.ITEM or (above and above["item_id"] == row["item_id"]):
        return
    item = connection.execute("SELECT number, title FROM item WHERE id = ?", (row["item_id"],)).fetchone()
    named = shortened(f"{item['number']} {item['title']}".strip()) if item else row["source"]
    raise BookError(
        f"Lines stand under “{named}” here and would fall to another item: move or delete them first."
    )


def _exempt_lines(connection: sqlite3.Connection, meeting_id: int) -> dict[int, str]:
    sql = "SELECT id, source FROM entry WHERE meeting_id = ? AND exempt IS NOT NULL"
    return {row["id"]: row["source"] for row in connection.execute(sql, (meeting_id,))}


def _check_nothing_published(connection: sqlite3.Connection, meeting_id: int, before: dict[int, str]) -> None:
    """Refuse what is done with one key where it makes lines public that were exempt."""
    published = before.keys() - _exempt_lines(connection, meeting_id).keys()
    if published:
        named = shortened(before[min(published)])
        raise BookError(f"“{named}” is exempt and would become public there: record it anew instead.")


def _end(connection: sqlite3.Connection, meeting_id: int) -> tuple[int, Course, str]:
    """Where the last line stands, in position and in course, and its kind."""
    last = connection.execute(
        "SELECT position, kind, item_id, running FROM entry WHERE meeting_id = ?"
        " ORDER BY position DESC, id DESC LIMIT 1",
        (meeting_id,),
    ).fetchone()
    if last is None:
        return 0, Course(), ""
    return last["position"], Course(last["item_id"], last["running"]), last["kind"]


def _exempt_items(connection: sqlite3.Connection, ids: set[int | None]) -> dict[int | None, str | None]:
    sql = "SELECT exempt FROM item WHERE id = ?"
    found = (
        (item_id, connection.execute(sql, (item_id,)).fetchone()) for item_id in ids if item_id is not None
    )
    return {item_id: row["exempt"] for item_id, row in found if row is not None}


def _words(act: Act, replacing: int | None) -> str:
    """Say what an act does, for undo and history."""
    if len(act.entries) > 1:
        words = f"{len(act.entries)} lines"
    elif act.entries:
        entry = act.entries[0]
        words = in_words(entry.kind, entry.label, entry.text, entry.source)
    elif act.items:
        words = shortened(f"item: {act.items[0].title}")
    else:
        words = shortened(f"people: {', '.join(newcomer.name for newcomer in act.newcomers)}")
    return words if replacing is None else f"changed {words}"


def _row_in_words(row: sqlite3.Row) -> str:
    return in_words(row["kind"], row["label"], row["text"], row["source"])
