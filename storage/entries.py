"""Entries: the lines of a record as rows, in their order."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.errors import BookError
from storage.records import Entry, Kind, Named, NewEntry, Part
from storage.rows import (
    GAP,
    Value,
    insert,
    keep_list,
    read_day,
    read_list,
    shortened,
    stored_day,
    stored_list,
    update,
)

_COMMANDS_FROM = list(Kind).index(Kind.ITEM)  # the kinds from here on are told by what was typed


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What the ids below zero of an act stand for, once its people and items are in the book; `actions` are
    the promises that its lines made so far, in their order."""

    people: Mapping[int, int] = field(default_factory=dict)
    items: Mapping[int, int] = field(default_factory=dict)
    actions: list[int] = field(default_factory=list)

    def person(self, person_id: int | None) -> int | None:
        """The person's id in the book; None for somebody on no list."""
        return person_id if person_id is None else self.people.get(person_id, person_id)

    def item(self, item_id: int | None) -> int | None:
        """The item's id in the book."""
        return item_id if item_id is None else self.items.get(item_id, item_id)

    def action(self, action_id: int) -> int:
        """The promise's id in the book; -1 is the first that the act makes, -2 the second."""
        return self.actions[-action_id - 1] if -len(self.actions) <= action_id < 0 else action_id


def entries(connection: sqlite3.Connection, meeting_id: int) -> tuple[Entry, ...]:
    """The lines of a meeting in the order of the record."""
    people: dict[int, list[Named]] = {}
    named = connection.execute(
        "SELECT entry_id, part, entry_person.name, person_id, by_role FROM entry"
        " JOIN entry_person ON entry_id = entry.id WHERE meeting_id = ?"
        " ORDER BY entry_id, entry_person.position, entry_person.id",
        (meeting_id,),
    )
    for entry_id, part, name, person_id, by_role in named:
        people.setdefault(entry_id, []).append(Named(Part(part), name, person_id, bool(by_role)))
    sql = "SELECT * FROM entry WHERE meeting_id = ? ORDER BY position, id"
    rows = connection.execute(sql, (meeting_id,))
    return tuple(_entry(row, people.get(row["id"], ())) for row in rows)


def entry_row(connection: sqlite3.Connection, entry_id: int, meeting_id: int | None = None) -> sqlite3.Row:
    """Read the row of a line, of this meeting if one is given.

    Raises:
        BookError: it is gone.
    """
    row: sqlite3.Row | None = connection.execute("SELECT * FROM entry WHERE id = ?", (entry_id,)).fetchone()
    if row is None or meeting_id not in (None, row["meeting_id"]):
        raise BookError("That line is no longer in the record: it was removed in another window.")
    return row


def entry_above(connection: sqlite3.Connection, row: sqlite3.Row) -> int | None:
    """The id of the line above another, None at the top."""
    above = connection.execute(
        "SELECT id FROM entry WHERE meeting_id = ? AND (position, id) < (?, ?)"
        " ORDER BY position DESC, id DESC LIMIT 1",
        (row["meeting_id"], row["position"], row["id"]),
    ).fetchone()
    return None if above is None else int(above["id"])


def insert_entry(
    connection: sqlite3.Connection,
    entry: NewEntry | Entry,
    stands_for: Placeholders,
    settled: Mapping[str, Value],
) -> int:
    """Write a new line; `settled` are the columns that its place in the record gives it."""
    entry_id = insert(connection, "entry", {**_columns(entry, stands_for), **settled})
    for position, values in enumerate(_people(entry, stands_for)):
        insert(connection, "entry_person", {"entry_id": entry_id, "position": position, **values})
    return entry_id


def rewrite_entry(
    connection: sqlite3.Connection,
    entry_id: int,
    entry: NewEntry,
    stands_for: Placeholders,
    settled: Mapping[str, Value],
) -> None:
    """Give a line another wording; its place and the time it was first recorded stay."""
    update(connection, "entry", entry_id, {**_columns(entry, stands_for), **settled})
    keep_list(connection, "entry_person", "entry_id", entry_id, _people(entry, stands_for))


def positions_after(
    connection: sqlite3.Connection, meeting_id: int, after: int | None, count: int
) -> list[int]:
    """Find `count` places in order right below the line `after`, or at the top where that is None.

    The lines of the meeting are spread out anew where there is no room between two of them.
    """
    above, below = _neighbours(connection, meeting_id, after)
    if below is None:
        return [above + GAP * n for n in range(1, count + 1)]
    step = (below - above) // (count + 1)
    if step == 0:
        _spread(connection, meeting_id, (count + 1) * GAP)
        above, below = _neighbours(connection, meeting_id, after)
        assert below is not None
        step = (below - above) // (count + 1)
    return [above + step * n for n in range(1, count + 1)]


def in_words(kind: str, label: str, text: str, source: str) -> str:
    """Say in a few words which line it is: "point: Workforce – the Director …"."""
    if list(Kind).index(Kind(kind)) >= _COMMANDS_FROM:
        return shortened(source)
    said = " – ".join(part for part in (label, text) if part) or source.lstrip("@+ ")
    return shortened(f"{kind}: {said}")


def _neighbours(connection: sqlite3.Connection, meeting_id: int, after: int | None) -> tuple[int, int | None]:
    """The positions above and below a gap; None where nothing is below."""
    if after is None:
        first = connection.execute(
            "SELECT min(position) FROM entry WHERE meeting_id = ?", (meeting_id,)
        ).fetchone()[0]
        return (0, None) if first is None else (first - 2 * GAP, first)
    row = entry_row(connection, after, meeting_id)
    below = connection.execute(
        "SELECT position FROM entry WHERE meeting_id = ? AND (position, id) > (?, ?)"
        " ORDER BY position, id LIMIT 1",
        (meeting_id, row["position"], after),
    ).fetchone()
    return row["position"], None if below is None else below["position"]


def _spread(connection: sqlite3.Connection, meeting_id: int, gap: int) -> None:
    sql = "SELECT id FROM entry WHERE meeting_id = ? ORDER BY position, id"
    ids = [row["id"] for row in connection.execute(sql, (meeting_id,))]
    connection.executemany(
        "UPDATE entry SET position = ? WHERE id = ?",
        [(place * gap, each) for place, each in enumerate(ids, 1)],
    )


def _columns(entry: NewEntry | Entry, stands_for: Placeholders) -> dict[str, Value]:
    return {
        "kind": entry.kind.value,
        "source": entry.source,
        "text": entry.text,
        "label": entry.label,
        "level": entry.level,
        "marker": entry.marker,
        "time": entry.time,
        "day": stored_day(entry.on),
        "target_id": stands_for.item(entry.target_id),
        "counts": ",".join(map(str, entry.counts)),
        "corrections": stored_list(entry.corrections),
        "withdrew": int(entry.withdrew),
        "doubt": entry.doubt,
    }


def _people(entry: NewEntry | Entry, stands_for: Placeholders) -> Sequence[dict[str, Value]]:
    return [
        {
            "part": named.part.value,
            "name": named.name,
            "person_id": stands_for.person(named.person_id),
            "by_role": int(named.by_role),
        }
        for named in entry.people
    ]


def _entry(row: sqlite3.Row, people: Sequence[Named]) -> Entry:
    return Entry(
        id=row["id"],
        kind=Kind(row["kind"]),
        source=row["source"],
        text=row["text"],
        label=row["label"],
        level=row["level"],
        marker=row["marker"],
        time=row["time"],
        on=read_day(row["day"]),
        target_id=row["target_id"],
        people=tuple(people),
        doubt=row["doubt"],
        item_id=row["item_id"],
        exempt=row["exempt"],
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        counts=tuple(int(count) for count in row["counts"].split(",") if count),
        corrections=tuple((old, new) for old, new in read_list(row["corrections"])),
        withdrew=bool(row["withdrew"]),
        numbers=tuple(read_list(row["numbers"])),
    )
