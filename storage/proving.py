"""Proving signed minutes: whatever is not as it was signed, one line each.

Triggers guard signed rows, but nothing guards a file from whoever drops the triggers or opens it with
another tool. So the rows are compared with the image in the seal, the trees with their hashes, the
seals with each other, and the guards with what they should be. No line quotes what the minutes say:
it may be exempt.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from storage.errors import unquoted
from storage.guards import guards, standing_guards
from storage.records import Verdict
from storage.rows import shortened, spoken_day
from storage.sealed import link, rows, trees

_TOLD_AS = {
    "meeting": "the meeting itself",
    "attendance": "a person on the list",
    "item": "an agenda item",
    "report_part": "a line of a report",
    "entry": "a line of the record",
    "entry_person": "a name in a line of the record",
    "action": "an action",
    "action_owner": "the owner of an action",
    "action_theme": "the theme of an action",
    "action_progress": "what was heard of an action",
}
# each asks for meetings that should have a seal, or the other way about, and has none
_UNMATCHED = {
    "was signed, but its seal is gone": """
        SELECT id FROM meeting WHERE state = 'approved' OR approved_in IS NOT NULL
        UNION SELECT meeting_id FROM seal_tree EXCEPT SELECT meeting_id FROM seal ORDER BY 1""",
    "was agreed by a meeting that is closed, but has no seal": """
        SELECT agreed_id FROM entry JOIN meeting ON meeting.id = entry.meeting_id
        WHERE agreed_id IS NOT NULL AND meeting.state IN ('draft', 'circulated', 'approved')
        EXCEPT SELECT meeting_id FROM seal ORDER BY 1""",
    "was agreed by a line of a later meeting that is gone": """
        SELECT id FROM meeting WHERE approved_in IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM entry WHERE agreed_id = meeting.id AND meeting_id = meeting.approved_in)
        ORDER BY 1""",
}


def prove(connection: sqlite3.Connection) -> Verdict:
    """Compare every signed meeting with its seal; see `MinuteBook.verify`. Has to be inside `reading`."""
    seals: list[sqlite3.Row] = []
    faults: list[str] = []

    def ask(what: str, answers: Callable[[], Iterator[str]]) -> None:
        """Take down the answers; a file that was tampered with may fail to give them."""
        try:
            faults.extend(answers())
        except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            faults.append(f"{what} cannot be read ({shortened(unquoted(error))}).")

    def chain() -> Iterator[str]:
        columns = "id, meeting_id, signed_at, record, previous, hash"
        seals.extend(connection.execute(f"SELECT {columns} FROM seal ORDER BY id"))
        yield from _chain(connection, seals)

    ask("The file", lambda: _file(connection))
    ask("What guards signed minutes", lambda: _guards(connection))
    ask("The seals", chain)
    for words, sql in _UNMATCHED.items():
        ask("Which meetings are signed", partial(_unmatched, connection, words, sql))
    for seal in seals:
        named = _named(connection, seal["meeting_id"])
        ask(named, partial(_meeting, connection, seal, named))
    return Verdict(len(seals), str(seals[-1]["hash"]) if seals else "", tuple(faults))


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    for (answer,) in connection.execute("PRAGMA integrity_check(5)"):
        if answer != "ok":
            yield f"The file is damaged: {shortened(answer, 120)}."


def _guards(connection: sqlite3.Connection) -> Iterator[str]:
    standing = standing_guards(connection)
    needed = guards(connection)
    for name in sorted(needed.keys() | standing.keys()):
        if name not in standing:
            yield f"The trigger {name}, which guards signed minutes, is gone."
        elif standing[name] != needed.get(name):
            yield f"The trigger {name}, which guards signed minutes, was changed."


def _chain(connection: sqlite3.Connection, seals: list[sqlite3.Row]) -> Iterator[str]:
    """Every seal in its turn: none left out, each on the one before it, and each its own hash."""
    last, number = "", 0
    for seal in seals:
        named = _named(connection, seal["meeting_id"])
        if seal["id"] != number + 1:
            yield f"Seal {number + 1} is gone: seal {seal['id']} stands in its place."
        if seal["previous"] != last:
            yield f"{named}: its seal does not follow the one before it."
        if seal["hash"] != link(seal["previous"], seal["meeting_id"], seal["signed_at"], seal["record"]):
            yield f"{named}: its seal was changed."
        last, number = seal["hash"], seal["id"]
    made = connection.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'seal'").fetchone()[0] or 0
    if made != number:
        yield f"The last seal is number {number}, but the book counts {made}."


def _unmatched(connection: sqlite3.Connection, words: str, sql: str) -> Iterator[str]:
    for (meeting_id,) in connection.execute(sql):
        yield f"{_named(connection, meeting_id)} {words}."


def _meeting(connection: sqlite3.Connection, seal: sqlite3.Row, named: str) -> Iterator[str]:
    """Compare a meeting with the image in its seal."""
    image: dict[str, Any] = json.loads(seal["record"])
    for table, held in image["rows"].items():
        signed = {
            row[held["columns"].index("id")]: dict(zip(held["columns"], row, strict=True))
            for row in held["rows"]
        }
        try:
            now = rows(connection, table, held["columns"], seal["meeting_id"])
        except sqlite3.Error as error:
            yield f"{named}: what the book holds as {table} cannot be read ({shortened(unquoted(error))})."
            continue
        for row_id in sorted(signed.keys() | now.keys()):
            where = f"{named}: {_TOLD_AS[table]} (number {row_id} in {table})"
            if row_id not in now:
                yield f"{where} is gone."
            elif row_id not in signed:
                yield f"{where} was added."
            elif now[row_id] != signed[row_id]:
                changed = [name for name in held["columns"] if now[row_id][name] != signed[row_id][name]]
                yield f"{where} was changed: {', '.join(changed)}."
    yield from _trees(connection, seal["meeting_id"], image["trees"], named)


def _trees(
    connection: sqlite3.Connection, meeting_id: int, signed: list[list[Any]], named: str
) -> Iterator[str]:
    """Compare the minutes as they print with their hashes in the seal."""
    now = trees(connection, meeting_id)
    for tree in signed:
        if tree not in now:
            copy = "restricted" if tree[2] else "public"
            yield f"{named}: version {tree[1]} of its {copy} minutes was changed or is gone."
    for tree in now:
        if tree[0] not in [known[0] for known in signed]:
            yield f"{named}: version {tree[1]} of its minutes was added."


def _named(connection: sqlite3.Connection, meeting_id: int) -> str:
    """Name a meeting, by its number alone where the book cannot tell more."""
    sql = "SELECT day, name FROM meeting JOIN body ON body.id = body_id WHERE meeting.id = ?"
    try:
        found = connection.execute(sql, (meeting_id,)).fetchone()
        return f"Meeting {meeting_id} ({shortened(found['name'])}, {spoken_day(found['day'])})"
    except (sqlite3.Error, ValueError, TypeError):
        return f"Meeting {meeting_id}"
