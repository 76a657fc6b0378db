"""Promises read whole: what they were when they were made, and all that was heard of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from storage.next_meeting import day_of_next, first_ordinary
from storage.records import (
    Action,
    ActionState,
    DueKind,
    Named,
    Part,
    Plan,
    Progress,
    PromiseKind,
)
from storage.rows import Value, read_day

# by the date it has now, the undated last, then as its reference says
ORDER = "standing.due IS NULL, standing.due, standing.series, standing.year, standing.number"
_PROMISES = f"""
    SELECT action.*, entry.exempt, item.minute, meeting.day, body.name AS body_name,
        CASE action.due_kind WHEN 'next meeting' THEN {day_of_next("meeting")} ELSE action.due END AS due_by
    FROM action JOIN entry ON entry.id = action.entry_id JOIN meeting ON meeting.id = action.meeting_id
    JOIN body ON body.id = action.body_id LEFT JOIN item ON item.id = entry.item_id
    LEFT JOIN standing ON standing.id = action.id
    WHERE action.id IN ({{chosen}}) ORDER BY {ORDER}, action.id
"""
# on one day as it was first heard, and what one meeting heard in the order of its record
_HEARD = f"""
    SELECT heard.*, entry.exempt, coalesce(heard.day, meeting.day) AS heard_on,
        CASE WHEN heard.due_kind IS NOT 'next meeting' THEN heard.due
            WHEN heard.meeting_id IS NULL THEN {first_ordinary("action.body_id", "heard.day")}
            ELSE {day_of_next("meeting")} END AS due_by,
        min(heard.id) OVER (PARTITION BY heard.action_id, coalesce(heard.meeting_id, -heard.id)) AS first
    FROM action_progress AS heard JOIN action ON action.id = heard.action_id
    LEFT JOIN meeting ON meeting.id = heard.meeting_id LEFT JOIN entry ON entry.id = heard.entry_id
    WHERE heard.action_id IN ({{chosen}})
    ORDER BY heard_on, first, entry.position, entry.id, heard.position, heard.id
"""
# a priority is of the nearest list above the point that made it, or that carried it on
_PLANS = """
    WITH priority (id, entry_id) AS (
            SELECT id, entry_id FROM action WHERE kind = 'priority' AND id IN ({chosen})),
        said (id, entry_id) AS (SELECT id, entry_id FROM priority UNION SELECT priority.id, heard.entry_id
            FROM priority JOIN action_progress AS heard ON heard.action_id = priority.id)
    SELECT said.id AS action_id, point.id AS point_id, plan.*, meeting.day AS agreed_on
    FROM said JOIN entry AS point ON point.id = said.entry_id AND point.kind = 'point'
    JOIN entry AS plan ON plan.id = (
        SELECT id FROM entry WHERE meeting_id = point.meeting_id AND kind = 'priorities'
            AND (position, id) < (point.position, point.id) ORDER BY position DESC, id DESC LIMIT 1)
    JOIN meeting ON meeting.id = plan.meeting_id
"""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the other tables keep of promises, by the promise's id; `plans` also by the point in the list."""

    owners: Mapping[int, Sequence[Named]]
    themes: Mapping[int, Sequence[str]]
    heard: Mapping[int, Sequence[Progress]]
    plans: Mapping[tuple[int, int], Plan]


def promises(
    connection: sqlite3.Connection, chosen: str, values: Sequence[Value] | Mapping[str, Value]
) -> tuple[Action, ...]:
    """Read the promises whose ids the query `chosen` gives, by the date they have now, then by reference.

    Has to be inside a transaction.
    """
    owners: dict[int, list[Named]] = {}
    sql = f"SELECT * FROM action_owner WHERE action_id IN ({chosen}) ORDER BY position, id"
    for row in connection.execute(sql, values):
        named = Named(Part.OWNER, row["name"], row["person_id"], bool(row["by_role"]))
        owners.setdefault(row["action_id"], []).append(named)
    themes: dict[int, list[str]] = {}
    sql = f"SELECT * FROM action_theme WHERE action_id IN ({chosen}) ORDER BY position, id"
    for row in connection.execute(sql, values):
        themes.setdefault(row["action_id"], []).append(row["name"])
    heard: dict[int, list[Progress]] = {}
    for row in connection.execute(_HEARD.format(chosen=chosen), values):
        heard.setdefault(row["action_id"], []).append(_progress(row))
    plans = {
        (row["action_id"], row["point_id"]): _plan(row)
        for row in connection.execute(_PLANS.format(chosen=chosen), values)
    }
    kept = _Kept(owners, themes, heard, plans)
    rows = connection.execute(_PROMISES.format(chosen=chosen), values)
    return tuple(_promise(row, kept) for row in rows)


def promises_by_id(connection: sqlite3.Connection, ids: Collection[int]) -> tuple[Action, ...]:
    """Read these promises; one that is gone is left out."""
    return promises(connection, "SELECT value FROM json_each(?)", (json.dumps(sorted(ids)),))


def by_reference(action: Action) -> tuple[int, bool, int]:
    """Order promises by year and number, priorities after the others."""
    return action.year, action.kind is PromiseKind.PRIORITY, action.number


def _promise(row: sqlite3.Row, kept: _Kept) -> Action:
    heard = tuple(kept.heard.get(row["id"], ()))
    points = (row["entry_id"], *(progress.entry_id for progress in heard if progress.entry_id is not None))
    plans = (kept.plans.get((row["id"], point)) for point in points)
    return Action(
        id=row["id"],
        body_id=row["body_id"],
        meeting_id=row["meeting_id"],
        entry_id=row["entry_id"],
        number=row["number"],
        year=row["year"],
        owners=tuple(kept.owners.get(row["id"], ())),
        words=row["words"],
        due=read_day(row["due_by"]),
        due_words=row["due_words"],
        due_kind=DueKind(row["due_kind"]),
        themes=tuple(kept.themes.get(row["id"], ())),
        minute=row["minute"] or "",
        agreed_on=date.fromisoformat(row["day"]),
        body_name=row["body_name"],
        exempt=row["exempt"],
        progress=heard,
        kind=PromiseKind(row["kind"]),
        plans=tuple(plan for plan in plans if plan is not None),
    )


def _plan(row: sqlite3.Row) -> Plan:
    return Plan(
        entry_id=row["id"],
        meeting_id=row["meeting_id"],
        title=row["text"],
        set_by=row["label"],
        review=read_day(row["day"]),
        agreed_on=date.fromisoformat(row["agreed_on"]),
        exempt=row["exempt"],
    )


def _progress(row: sqlite3.Row) -> Progress:
    return Progress(
        action_id=row["action_id"],
        text=row["text"],
        state=None if row["state"] is None else ActionState(row["state"]),
        due=read_day(row["due_by"]),
        due_words=row["due_words"],
        due_kind=None if row["due_kind"] is None else DueKind(row["due_kind"]),
        owners=tuple(
            Named(Part.OWNER, name, person_id, bool(by_role))
            for name, person_id, by_role in json.loads(row["owners"] or "[]")
        ),
        themes=None if row["themes"] is None else tuple(json.loads(row["themes"])),
        rating=row["rating"],
        words=row["words"],
        id=row["id"],
        on=date.fromisoformat(row["heard_on"]),
        meeting_id=row["meeting_id"],
        entry_id=row["entry_id"],
        exempt=row["exempt"],
    )
