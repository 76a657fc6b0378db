"""The promises that a line makes, and the references they get."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from storage.entries import Placeholders
from storage.records import DueKind, NewAction, PromiseKind
from storage.rows import Value, insert, keep_list, stored_day, update


def write_actions(
    connection: sqlite3.Connection,
    meeting: sqlite3.Row,
    entry_id: int,
    actions: Sequence[NewAction],
    stands_for: Placeholders,
) -> None:
    """Make `actions` those of a line.

    The nth keeps the reference and the history of the line's nth action, unless it is now of the other
    series; new ones get new numbers; a surplus one goes, and its number is not given again.
    """
    sql = "SELECT id, series FROM action WHERE entry_id = ? ORDER BY position, id"
    rows = connection.execute(sql, (entry_id,)).fetchall()
    kept = {
        place: row["id"]
        for place, (row, new) in enumerate(zip(rows, actions, strict=False))
        if row["series"] == _series(new)
    }
    for row in rows:
        if row["id"] not in kept.values():
            connection.execute("DELETE FROM action WHERE id = ?", (row["id"],))
    for place, new in enumerate(actions):
        if place in kept:
            action_id = kept[place]
            update(connection, "action", action_id, _columns(new))
        else:
            origin = {"body_id": meeting["body_id"], "meeting_id": meeting["id"], "entry_id": entry_id}
            reference = _next_reference(connection, meeting, _series(new))
            place_here: dict[str, Value] = {**origin, "position": place}
            action_id = insert(connection, "action", {**place_here, **reference, **_columns(new)})
        themes = [{"name": theme} for theme in new.themes]
        keep_list(connection, "action_owner", "action_id", action_id, _owners(new, stands_for))
        keep_list(connection, "action_theme", "action_id", action_id, themes)


def _series(new: NewAction) -> str:
    """What stands before its number: priorities are counted by themselves."""
    return "p" if new.kind is PromiseKind.PRIORITY else ""


def _next_reference(connection: sqlite3.Connection, meeting: sqlite3.Row, series: str) -> dict[str, Value]:
    """Give the next number of a body's year; one that was ever given in it is never given again."""
    year = date.fromisoformat(meeting["day"]).year
    of_year = (meeting["body_id"], series, year)
    counter = connection.execute(
        "SELECT id, last FROM action_series WHERE body_id = ? AND series = ? AND year = ?", of_year
    ).fetchone()
    # a book of an earlier release may have counted back where an act was undone
    highest = connection.execute(
        "SELECT max(number) FROM action WHERE body_id = ? AND series = ? AND year = ?", of_year
    ).fetchone()[0]
    number = max(highest or 0, counter["last"] if counter else 0) + 1
    reference: dict[str, Value] = {"series": series, "year": year}
    if counter:
        update(connection, "action_series", counter["id"], {"last": number})
    else:
        counted = {"body_id": meeting["body_id"], **reference, "last": number}
        insert(connection, "action_series", counted)
    return {**reference, "number": number}


def _columns(new: NewAction) -> dict[str, Value]:
    followed = new.due_kind is DueKind.NEXT_MEETING  # its day is found when it is read
    return {
        "kind": new.kind.value,
        "words": new.words,
        "due": None if followed else stored_day(new.due),
        "due_words": new.due_words,
        "due_kind": new.due_kind.value,
    }


def _owners(new: NewAction, stands_for: Placeholders) -> list[dict[str, Value]]:
    return [
        {"name": owner.name, "person_id": stands_for.person(owner.person_id), "by_role": int(owner.by_role)}
        for owner in new.owners
    ]
