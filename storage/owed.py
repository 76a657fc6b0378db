"""What was promised, found and listed: by body, owner, theme, day and reference; what a meeting looks at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from storage.items import items
from storage.next_meeting import EXTRAORDINARY
from storage.promises import ORDER, by_reference, promises, promises_by_id
from storage.records import Action, ActionState, DueKind, Item, PromiseKind, PromiseLine
from storage.rows import Value, read_day

_LINES = f"""
    SELECT standing.*, action.kind, action.meeting_id, action.entry_id, body.name AS body_name, entry.exempt,
        item.minute, meeting.day, plan.text AS plan, plan.day AS review
    FROM (SELECT id FROM standing WHERE {{asked}} ORDER BY {ORDER}, id LIMIT ?) AS chosen
    JOIN standing ON standing.id = chosen.id JOIN action ON action.id = chosen.id
    JOIN entry ON entry.id = action.entry_id JOIN meeting ON meeting.id = action.meeting_id
    JOIN body ON body.id = action.body_id LEFT JOIN item ON item.id = entry.item_id
    LEFT JOIN entry AS plan ON plan.id = standing.plan_id
    ORDER BY {ORDER}, standing.id
"""
_MOST_WORDS = 100  # that a list is narrowed to: SQLite takes no condition of thousands
_ENDED = "SELECT action_id FROM action_progress WHERE state IN ('done', 'dropped')"
# what ended in exempt business is owed still, as far as the public knows
_ENDED_IN_PRIVATE = f"{_ENDED} AND entry_id IN (SELECT id FROM entry WHERE exempt IS NOT NULL)"
_ENDED_SINCE = f"{_ENDED} AND (day >= ? OR meeting_id IN (SELECT id FROM meeting WHERE day >= ?))"


def actions(
    connection: sqlite3.Connection,
    *,
    body_id: int | None,
    open_only: bool,
    since: date | None,
    ids: Sequence[int] | None,
) -> tuple[Action, ...]:
    """List promises whole; see `MinuteBook.actions`. Has to be inside `reading`."""
    asked: list[str] = []
    values: list[Value] = []
    if body_id is not None:
        asked.append("body_id = ?")
        values.append(body_id)
    if ids is not None:
        asked.append("id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(ids)))
    if open_only:
        chosen = f"SELECT id FROM standing WHERE open UNION {_ENDED_IN_PRIVATE}"
        if since is not None:
            chosen += f" UNION {_ENDED_SINCE}"
            values += [since.isoformat()] * 2
        asked.append(f"id IN ({chosen})")
    return promises(connection, f"SELECT id FROM standing WHERE {' AND '.join(asked) or 'TRUE'}", values)


def promise_lines(
    connection: sqlite3.Connection,
    *,
    body_id: int | None,
    words: str,
    open_only: bool,
    overdue_on: date | None,
    limit: int | None,
) -> tuple[PromiseLine, ...]:
    """List promises as they stand; see `MinuteBook.promise_lines`. Has to be inside `reading`."""
    asked: list[str] = []
    values: list[Value] = []
    if body_id is not None:
        asked.append("body_id = ?")
        values.append(body_id)
    if open_only or overdue_on is not None:
        asked.append("open")
    if overdue_on is not None:
        asked.append("(due IS NULL) = 0 AND due < ?")
        values.append(overdue_on.isoformat())
    for word in list(dict.fromkeys(words.casefold().split()))[:_MOST_WORDS]:
        asked.append("instr(sought, ?)")
        values.append(word)
    sql = _LINES.format(asked=" AND ".join(asked) or "TRUE")
    return tuple(map(_line, connection.execute(sql, (*values, -1 if limit is None else limit))))


def promises_named(
    connection: sqlite3.Connection, body_id: int, references: Iterable[tuple[bool, int, int | None]]
) -> tuple[Action, ...]:
    """Find a body's promises by reference; see `MinuteBook.promises_named`. Has to be inside `reading`."""
    found: set[int] = set()
    for is_priority, number, year in references:
        years = (
            "(SELECT year FROM action_series WHERE body_id = :body AND series = :series)"
            if year is None
            else "(:year)"
        )
        rows = connection.execute(
            "SELECT id FROM action"
            f" WHERE body_id = :body AND series = :series AND year IN {years} AND number = :number",
            {"body": body_id, "series": "p" if is_priority else "", "number": number, "year": year},
        )
        found.update(row["id"] for row in rows)
    return tuple(sorted(promises_by_id(connection, found), key=by_reference))


def made_at(connection: sqlite3.Connection, meeting_id: int) -> tuple[Action, ...]:
    """The promises a meeting made, by number."""
    found = promises(connection, "SELECT id FROM action WHERE meeting_id = ?", (meeting_id,))
    return tuple(sorted(found, key=by_reference))


def made_before(connection: sqlite3.Connection, meeting: sqlite3.Row) -> tuple[Action, ...]:
    """The promises that a meeting may look at; see `MeetingRecord.promises`."""
    said_here = "SELECT action_id FROM action_progress WHERE meeting_id = :meeting"
    chosen = f"""
        SELECT standing.id FROM standing JOIN action ON action.id = standing.id
        JOIN meeting ON meeting.id = action.meeting_id
        WHERE standing.body_id = :body AND standing.open
            AND (meeting.day, meeting.time, meeting.id) < (:day, :time, :meeting)
        UNION {said_here}
        UNION SELECT id FROM standing
            WHERE plan_id IN (SELECT plan_id FROM standing WHERE id IN ({said_here}))
        EXCEPT SELECT id FROM action WHERE meeting_id = :meeting
    """
    values = {
        "meeting": meeting["id"],
        "body": meeting["body_id"],
        "day": meeting["day"],
        "time": meeting["time"],
    }
    return tuple(sorted(promises(connection, chosen, values), key=by_reference))


def not_taken(
    connection: sqlite3.Connection, body_id: int, before: date
) -> tuple[date | None, tuple[Item, ...]]:
    """What a body's last meeting did not come to; see `MinuteBook.not_taken`. Has to be inside `reading`."""
    last = connection.execute(
        "SELECT id, day FROM meeting WHERE body_id = ? AND day < ?"
        f" AND state IN ('draft', 'circulated', 'approved') AND NOT {EXTRAORDINARY}"
        " ORDER BY day DESC, time DESC, id DESC LIMIT 1",
        (body_id, before.isoformat()),
    ).fetchone()
    if last is None:
        return None, ()
    sql = "SELECT DISTINCT item_id FROM entry WHERE meeting_id = ?"
    taken = {row["item_id"] for row in connection.execute(sql, (last["id"],))}
    on_agenda = items(connection, last["id"])
    left = tuple(item for item in on_agenda if item.id not in taken)
    if len(left) == len(on_agenda):
        return None, ()  # its minutes were not kept by items
    return date.fromisoformat(last["day"]), left


def _line(row: sqlite3.Row) -> PromiseLine:
    return PromiseLine(
        id=row["id"],
        body_id=row["body_id"],
        body_name=row["body_name"],
        meeting_id=row["meeting_id"],
        entry_id=row["entry_id"],
        kind=PromiseKind(row["kind"]),
        reference=f"{row['series']}{row['number']}/{row['year']}",
        state=ActionState(row["state"]),
        due=read_day(row["due"]),
        due_kind=DueKind(row["due_kind"]),
        owners=row["owners"],
        words=row["words"],
        themes=row["themes"],
        rating=row["rating"],
        minute=row["minute"] or "",
        agreed_on=date.fromisoformat(row["day"]),
        exempt=row["exempt"],
        plan=row["plan"] or "",
        review=read_day(row["review"]),
    )
