"""How each promise stands, kept beside its history for lists: settled after every act and step of undo.

Only what an act touched is settled: what it made, what it said something of, and what follows from the
order of the lines and of the meetings it changed. The journal says what that was.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.next_meeting import settle_next_meetings
from storage.promises import promises_by_id
from storage.records import Action, DueKind, Kind, Progress, PromiseKind
from storage.rows import Change, Value, insert, stored_day, update

_AT_ONCE = 1000  # promises folded together, so that a large book is not held in memory whole


_REACHING = frozenset({"action", "action_owner", "action_theme", "action_progress", "meeting", "entry"})


@dataclass(slots=True)
class _Reach:
    """What may stand otherwise after an act: promises, those a line made or heard of, those of a meeting,
    and the bodies whose next meetings may be others."""

    promises: set[int] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    meetings: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)


def settle_touched(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Settle what the rows of an act reach; has to be inside it, or inside a step of undo."""
    reach = _Reach()
    for change in changes:
        if change.table in _REACHING:
            rows = [json.loads(image) for image in (change.before, change.after) if image is not None]
            _note(connection, reach, change.table, change.row_id, rows)
    settle_next_meetings(connection, sorted(reach.bodies))
    _settle(connection, reach.promises | _of_lines(connection, reach) | _of_meetings(connection, reach))


def settle_all(connection: sqlite3.Connection) -> None:
    """Settle every promise of the book: it has none that stand yet."""
    bodies = [row["id"] for row in connection.execute("SELECT id FROM body")]
    settle_next_meetings(connection, bodies)
    ids = [row["id"] for row in connection.execute("SELECT id FROM action ORDER BY id")]
    for start in range(0, len(ids), _AT_ONCE):
        _settle(connection, set(ids[start : start + _AT_ONCE]))


def _note(
    connection: sqlite3.Connection, reach: _Reach, table: str, row_id: int, rows: Sequence[dict[str, Any]]
) -> None:
    """Note what a changed row reaches; `rows` are what it was and what it is."""

    def changed(*columns: str) -> bool:
        return len(rows) == 1 or any(rows[0][name] != rows[1][name] for name in columns)

    if table == "action":
        reach.promises.add(row_id)
    elif table in ("action_owner", "action_theme", "action_progress"):
        reach.promises.update(row["action_id"] for row in rows)
    elif table == "meeting" and changed("day", "time", "agenda_title"):
        reach.meetings.add(row_id)
        reach.bodies.update(row["body_id"] for row in rows)
    elif table == "entry":
        kinds = {row["kind"] for row in rows}
        if Kind.PRIORITIES in kinds:  # the points below belong to another list
            reach.meetings.update(row["meeting_id"] for row in rows)
        if Kind.NEXT_MEETING in kinds:
            # where the meeting is gone with its lines, its own row says whose it was
            of_meeting = connection.execute(
                "SELECT body_id FROM meeting WHERE id = ?", (rows[0]["meeting_id"],)
            )
            reach.bodies.update(row["body_id"] for row in of_meeting)
        if len(rows) == 2 and changed("position", "kind"):
            reach.lines.add(row_id)


def _of_lines(connection: sqlite3.Connection, reach: _Reach) -> set[int]:
    """The promises that these lines made or heard of."""
    found = connection.execute(
        "SELECT id FROM action WHERE entry_id IN (SELECT value FROM json_each(:lines)) UNION"
        " SELECT action_id FROM action_progress WHERE entry_id IN (SELECT value FROM json_each(:lines))",
        {"lines": json.dumps(sorted(reach.lines))},
    )
    return {row["id"] for row in found} if reach.lines else set()


def _of_meetings(connection: sqlite3.Connection, reach: _Reach) -> set[int]:
    """The promises that these meetings made or heard of."""
    found = connection.execute(
        "SELECT id FROM action WHERE meeting_id IN (SELECT value FROM json_each(:meetings)) UNION"
        " SELECT action_id FROM action_progress WHERE meeting_id IN (SELECT value FROM json_each(:meetings))",
        {"meetings": json.dumps(sorted(reach.meetings))},
    )
    return {row["id"] for row in found} if reach.meetings else set()


def _settle(connection: sqlite3.Connection, ids: set[int]) -> None:
    """Fold the history of these promises anew and write how they stand, where that is another way."""
    if not ids:
        return
    for action in promises_by_id(connection, ids):
        values = _stands(action)
        row = connection.execute("SELECT * FROM standing WHERE id = ?", (action.id,)).fetchone()
        if row is None:
            insert(connection, "standing", values)
        elif any(row[name] != value for name, value in values.items()):
            update(connection, "standing", action.id, values)


def _stands(action: Action) -> dict[str, Value]:
    """The row that says how a promise stands."""
    standing, plan = action.standing, action.plan
    owners = "; ".join(owner.name for owner in standing.owners)
    themes = "; ".join(standing.themes)
    dated = next((one for one in reversed(action.progress) if one.due_kind is not None), None)
    said_at, said_on = _due_said(action, dated) if standing.due_kind is DueKind.NEXT_MEETING else (None, None)
    title = "" if plan is None else plan.title
    sought = (action.reference, owners, themes, standing.words, standing.rating, title)
    return {
        "id": action.id,
        "body_id": action.body_id,
        "series": "p" if action.kind is PromiseKind.PRIORITY else "",
        "year": action.year,
        "number": action.number,
        "open": int(standing.is_open),
        "state": standing.state.value,
        "due": stored_day(standing.due),
        "due_kind": standing.due_kind.value,
        "due_said_at": said_at,
        "due_said_on": said_on,
        "words": standing.words,
        "owners": owners,
        "themes": themes,
        "rating": standing.rating,
        "plan_id": None if plan is None else plan.entry_id,
        "sought": "\n".join(sought).casefold(),
    }


def _due_said(action: Action, dated: Progress | None) -> tuple[int | None, str]:
    """At which meeting, or on which day between meetings, the date it has now was said."""
    if dated is None:
        return action.meeting_id, action.agreed_on.isoformat()
    return dated.meeting_id, dated.on.isoformat()
