"""The promises that a line makes, and the references they get."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from storage.entries import Placeholders
from storage.errors import BookError
from storage.records import Action, DueKind, Named, NewAction, PromiseKind
from storage.rows import Value, insert, keep_list, spoken_day, stored_day, update


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

    Raises:
        BookError: a surplus one was heard of elsewhere (see `see_unheard`).
    """
    sql = "SELECT id, series FROM action WHERE entry_id = ? ORDER BY position, id"
    rows = connection.execute(sql, (entry_id,)).fetchall()
    kept = {
        place: row["id"]
        for place, (row, new) in enumerate(zip(rows, actions, strict=False))
        if row["series"] == _series(new)
    }
    surplus = [row["id"] for row in rows if row["id"] not in kept.values()]
    see_unheard(connection, meeting["id"], surplus)
    for action_id in surplus:
        connection.execute("DELETE FROM action WHERE id = ?", (action_id,))
    for place, new in enumerate(actions):
        if place in kept:
            action_id = kept[place]
            update(connection, "action", action_id, action_columns(new))
        else:
            origin = {"body_id": meeting["body_id"], "meeting_id": meeting["id"], "entry_id": entry_id}
            reference = _next_reference(connection, meeting, _series(new))
            place_here: dict[str, Value] = {**origin, "position": place}
            action_id = insert(connection, "action", {**place_here, **reference, **action_columns(new)})
        stands_for.actions.append(action_id)
        themes = [{"name": theme} for theme in new.themes]
        keep_list(connection, "action_owner", "action_id", action_id, owner_rows(new.owners, stands_for))
        keep_list(connection, "action_theme", "action_id", action_id, themes)


def made_by(connection: sqlite3.Connection, entry_id: int) -> list[int]:
    """The ids of the promises that a line makes."""
    return [row["id"] for row in connection.execute("SELECT id FROM action WHERE entry_id = ?", (entry_id,))]


def see_unheard(connection: sqlite3.Connection, meeting_id: int, action_ids: Sequence[int]) -> None:
    """See that nothing goes with promises but what their own meeting's lines say.

    Raises:
        BookError: one was heard of at another meeting, or between meetings.
    """
    for action_id in action_ids:
        heard = connection.execute(
            "SELECT coalesce(heard.day, meeting.day) AS day, series, number, year"
            " FROM action_progress AS heard JOIN action ON action.id = action_id"
            " LEFT JOIN meeting ON meeting.id = heard.meeting_id"
            " WHERE action_id = ? AND heard.meeting_id IS NOT ? ORDER BY 1 LIMIT 1",
            (action_id, meeting_id),
        ).fetchone()
        if heard is not None:
            reference = f"{heard['series']}{heard['number']}/{heard['year']}"
            raise BookError(
                f"{reference} was heard of on {spoken_day(heard['day'])}, and that would be lost: "
                f"“/drop {reference}” says that it is not to be done."
            )


def _series(new: NewAction) -> str:
    """What stands before its number: priorities are counted by themselves."""
    return "p" if new.kind is PromiseKind.PRIORITY else ""


def _next_reference(connection: sqlite3.Connection, meeting: sqlite3.Row, series: str) -> dict[str, Value]:
    """Give the next number of a body's year; one that was ever given in it is never given again."""
    year = date.fromisoformat(meeting["day"]).year
    number = last_number(connection, meeting, series) + 1
    connection.execute(
        "INSERT INTO action_series (body_id, series, year, last) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (body_id, series, year) DO UPDATE SET last = excluded.last",
        (meeting["body_id"], series, year, number),
    )
    return {"series": series, "year": year, "number": number}


def last_number(connection: sqlite3.Connection, meeting: sqlite3.Row, series: str) -> int:
    """The last number given in a series of the body in the year of its meeting, 0 where none was."""
    of_year = (meeting["body_id"], series, date.fromisoformat(meeting["day"]).year)
    # a book of an earlier release may have counted back where an act was undone
    found = connection.execute(
        "SELECT max(last) FROM (SELECT last FROM action_series"
        " WHERE body_id = ?1 AND series = ?2 AND year = ?3 UNION ALL SELECT max(number) FROM action"
        " WHERE body_id = ?1 AND series = ?2 AND year = ?3)",
        of_year,
    )
    return int(found.fetchone()[0] or 0)


def action_columns(new: NewAction | Action) -> dict[str, Value]:
    """The columns that say what is promised, whichever line says it."""
    followed = new.due_kind is DueKind.NEXT_MEETING  # its day is found when it is read
    return {
        "kind": new.kind.value,
        "words": new.words,
        "due": None if followed else stored_day(new.due),
        "due_words": new.due_words,
        "due_kind": new.due_kind.value,
    }


def owner_rows(owners: Sequence[Named], stands_for: Placeholders) -> list[dict[str, Value]]:
    """The rows that say who owes it."""
    return [
        {"name": owner.name, "person_id": stands_for.person(owner.person_id), "by_role": int(owner.by_role)}
        for owner in owners
    ]
