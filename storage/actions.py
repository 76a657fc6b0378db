"""Actions: what was promised, its reference, and what was heard of it since."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from storage.entries import Placeholders
from storage.errors import BookError
from storage.journal import act
from storage.records import Action, ActionState, DueKind, Named, NewAction, Part, Progress
from storage.rows import Value, insert, keep_list, read_day, stored_day, update
from storage.transactions import writing

_OWED = "action.state IN ('open', 'in progress')"
_JOINED = """
    FROM action JOIN entry ON entry.id = action.entry_id JOIN meeting ON meeting.id = action.meeting_id
    JOIN body ON body.id = action.body_id LEFT JOIN item ON item.id = entry.item_id
"""


def actions(
    connection: sqlite3.Connection,
    *,
    body_id: int | None,
    owner: str,
    theme: str,
    meeting_id: int | None,
    open_only: bool,
    due_before: date | None,
    public_only: bool,
) -> tuple[Action, ...]:
    """List actions by due date, then number; see `MinuteBook.actions`. Has to be inside `reading`."""
    asked: list[tuple[str, Value]] = []
    if body_id is not None:
        asked.append(("action.body_id = ?", body_id))
    if meeting_id is not None:
        asked.append(("action.meeting_id = ?", meeting_id))
    if due_before is not None:
        asked.append(("action.due < ?", due_before.isoformat()))
    conditions = [condition for condition, _ in asked]
    conditions += [_OWED] if open_only else []
    conditions += ["entry.exempt IS NULL"] if public_only else []
    found = _read(connection, conditions, [value for _, value in asked])
    return tuple(
        action
        for action in found
        if _fits(owner, [named.name for named in action.owners]) and _fits(theme, action.themes)
    )


def made_at(connection: sqlite3.Connection, meeting_id: int) -> tuple[Action, ...]:
    """The actions a meeting made, by number."""
    found = _read(connection, ["action.meeting_id = ?"], [meeting_id])
    return tuple(sorted(found, key=lambda action: (action.year, action.number)))


def write_actions(
    connection: sqlite3.Connection,
    meeting: sqlite3.Row,
    entry_id: int,
    actions: Sequence[NewAction],
    stands_for: Placeholders,
) -> None:
    """Make `actions` those of a line.

    The nth keeps the reference, state and progress of the line's nth action; new ones get new numbers;
    a surplus one goes, and its number is not given again.
    """
    sql = "SELECT id FROM action WHERE entry_id = ? ORDER BY position, id"
    ids = [row["id"] for row in connection.execute(sql, (entry_id,))]
    for place, new in enumerate(actions):
        if place < len(ids):
            action_id = ids[place]
            update(connection, "action", action_id, _columns(new))
        else:
            origin = {"body_id": meeting["body_id"], "meeting_id": meeting["id"], "entry_id": entry_id}
            number = _next_number(connection, meeting["body_id"], _year(meeting))
            numbered: dict[str, Value] = {
                **origin,
                "position": place,
                "number": number,
                "year": _year(meeting),
            }
            action_id = insert(connection, "action", {**numbered, **_columns(new)})
        keep_list(connection, "action_owner", "action_id", action_id, _owners(new, stands_for))
        keep_list(
            connection, "action_theme", "action_id", action_id, [{"name": theme} for theme in new.themes]
        )
    for surplus in ids[len(actions) :]:
        connection.execute("DELETE FROM action WHERE id = ?", (surplus,))


def note_progress(connection: sqlite3.Connection, action_id: int, progress: Progress, at: datetime) -> None:
    """Note what was heard of an action; see `MinuteBook.note_progress`."""
    with writing(connection):
        row = connection.execute("SELECT number, year FROM action WHERE id = ?", (action_id,)).fetchone()
        if row is None:
            raise BookError("That action is no longer in the book: it was removed in another window.")
        words = f"action {row['number']}/{row['year']} {progress.state}"
        with act(connection, "actions", words, at):
            heard: dict[str, Value] = {
                "action_id": action_id,
                "day": progress.on.isoformat(),
                "text": progress.text,
                "state": progress.state.value,
                "meeting_id": progress.meeting_id,
            }
            insert(connection, "action_progress", heard)
            update(connection, "action", action_id, {"state": progress.state.value})


def _next_number(connection: sqlite3.Connection, body_id: int, year: int) -> int:
    """Give the next number of a body's year; one that was ever given in it is never given again."""
    of_year = (body_id, year)
    series = connection.execute(
        "SELECT id, last FROM action_series WHERE body_id = ? AND year = ?", of_year
    ).fetchone()
    # an act done again after the counter was undone may have brought a higher one
    highest = connection.execute(
        "SELECT max(number) FROM action WHERE body_id = ? AND year = ?", of_year
    ).fetchone()[0]
    number = max(highest or 0, series["last"] if series else 0) + 1
    if series:
        update(connection, "action_series", series["id"], {"last": number})
    else:
        insert(connection, "action_series", {"body_id": body_id, "year": year, "last": number})
    return int(number)


def _year(meeting: sqlite3.Row) -> int:
    return date.fromisoformat(meeting["day"]).year


def _columns(new: NewAction) -> dict[str, Value]:
    return {
        "words": new.words,
        "due": stored_day(new.due),
        "due_words": new.due_words,
        "due_kind": new.due_kind.value,
    }


def _owners(new: NewAction, stands_for: Placeholders) -> list[dict[str, Value]]:
    return [
        {"name": owner.name, "person_id": stands_for.person(owner.person_id), "by_role": int(owner.by_role)}
        for owner in new.owners
    ]


def _fits(part: str, names: Sequence[str]) -> bool:
    """Whether `part` stands anywhere in one of the names; an empty one fits all."""
    return not part or any(part.casefold() in name.casefold() for name in names)


def _read(connection: sqlite3.Connection, conditions: Sequence[str], values: Sequence[Value]) -> list[Action]:
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    chosen = f"action_id IN (SELECT action.id {_JOINED} {where})"
    owners: dict[int, list[Named]] = {}
    for row in connection.execute(f"SELECT * FROM action_owner WHERE {chosen} ORDER BY position, id", values):
        named = Named(Part.OWNER, row["name"], row["person_id"], bool(row["by_role"]))
        owners.setdefault(row["action_id"], []).append(named)
    themes: dict[int, list[str]] = {}
    for row in connection.execute(f"SELECT * FROM action_theme WHERE {chosen} ORDER BY position, id", values):
        themes.setdefault(row["action_id"], []).append(row["name"])
    heard: dict[int, list[Progress]] = {}
    for row in connection.execute(f"SELECT * FROM action_progress WHERE {chosen} ORDER BY id", values):
        heard.setdefault(row["action_id"], []).append(_progress(row))
    rows = connection.execute(
        f"SELECT action.*, entry.exempt, item.minute, meeting.day, body.name AS body_name {_JOINED} {where}"
        " ORDER BY action.due IS NULL, action.due, action.year, action.number, action.id",
        values,
    )
    return [_action(row, owners, themes, heard) for row in rows]


def _action(
    row: sqlite3.Row,
    owners: Mapping[int, Sequence[Named]],
    themes: Mapping[int, Sequence[str]],
    heard: Mapping[int, Sequence[Progress]],
) -> Action:
    return Action(
        id=row["id"],
        body_id=row["body_id"],
        meeting_id=row["meeting_id"],
        entry_id=row["entry_id"],
        number=row["number"],
        year=row["year"],
        owners=tuple(owners.get(row["id"], ())),
        words=row["words"],
        due=read_day(row["due"]),
        due_words=row["due_words"],
        due_kind=DueKind(row["due_kind"]),
        themes=tuple(themes.get(row["id"], ())),
        state=ActionState(row["state"]),
        minute=row["minute"] or "",
        agreed_on=date.fromisoformat(row["day"]),
        body_name=row["body_name"],
        exempt=row["exempt"],
        progress=tuple(heard.get(row["id"], ())),
    )


def _progress(row: sqlite3.Row) -> Progress:
    return Progress(date.fromisoformat(row["day"]), row["text"], ActionState(row["state"]), row["meeting_id"])
