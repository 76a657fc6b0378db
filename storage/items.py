"""Agenda items with their report data: written, filled in, and found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from storage.people import same
from storage.records import AgendaItem, Item, NewItem, ReportPart
from storage.rows import GAP, Value, insert, keep_list, update


def items(connection: sqlite3.Connection, meeting_id: int) -> tuple[Item, ...]:
    """The items of a meeting with their report data, in agenda order."""
    parts: dict[int, list[ReportPart]] = {}
    rows = connection.execute(
        "SELECT report_part.* FROM item JOIN report_part ON item_id = item.id WHERE meeting_id = ?"
        " ORDER BY item_id, report_part.position, report_part.id",
        (meeting_id,),
    )
    for row in rows:
        parts.setdefault(row["item_id"], []).append(ReportPart(row["name"], row["number"], row["text"]))
    sql = "SELECT * FROM item WHERE meeting_id = ? ORDER BY position, id"
    return tuple(
        Item(
            id=row["id"],
            number=row["number"],
            title=row["title"],
            pages=row["pages"],
            exempt=row["exempt"],
            minute=row["minute"],
            parts=tuple(parts.get(row["id"], ())),
        )
        for row in connection.execute(sql, (meeting_id,))
    )


def add_item(connection: sqlite3.Connection, meeting_id: int, item: AgendaItem | NewItem) -> int:
    """Put an item at the end of a meeting's agenda; returns its id. Needs `settle` after it."""
    sql = "SELECT coalesce(max(position), 0) FROM item WHERE meeting_id = ?"
    position = connection.execute(sql, (meeting_id,)).fetchone()[0] + GAP
    item_id = insert(
        connection,
        "item",
        {
            "meeting_id": meeting_id,
            "position": position,
            "number": item.number,
            "title": item.title,
            "pages": item.pages,
            "agenda_exempt": item.exempt,
            "exempt": item.exempt,
        },
    )
    _keep_parts(connection, item_id, item.parts)
    return item_id


def update_item(
    connection: sqlite3.Connection, row: sqlite3.Row, item: AgendaItem, *, only_empty: bool
) -> None:
    """Give an item what an agenda says of it, everything or only what is empty. Needs `settle` after it."""
    said: dict[str, Value] = {"number": item.number, "title": item.title, "pages": item.pages}
    if only_empty:
        said = {name: value for name, value in said.items() if row[name] == ""}
    if item.exempt != row["exempt"] and not (only_empty and row["exempt"] is not None):
        # what an `/exempt` line says stays the line's, so that deleting the line takes it back
        said["agenda_exempt"] = item.exempt
    update(connection, "item", row["id"], said)
    parts = item.parts
    if only_empty:
        here = _parts(connection, row["id"])
        known = {same(part.name) for part in here}
        parts = (*here, *(part for part in parts if same(part.name) not in known))
    _keep_parts(connection, row["id"], parts)


def match_items(rows: Sequence[sqlite3.Row], items: Sequence[AgendaItem]) -> dict[int, sqlite3.Row]:
    """Which item of an agenda is which in the book, by place in `items`.

    Number and title together go first, then the title, so that an item keeps its lines where a new
    one before it shifts the numbers; the number alone is left for a title put right.
    """
    matched: dict[int, sqlite3.Row] = {}
    left = list(rows)
    for rank in range(3):
        for place, item in enumerate(items):
            wanted = _names(item.number, item.title)[rank]
            if place in matched or not wanted:
                continue
            row = next((row for row in left if _names(row["number"], row["title"])[rank] == wanted), None)
            if row is not None:
                matched[place] = row
                left.remove(row)
    return matched


def match_added(rows: Sequence[sqlite3.Row], items: Sequence[AgendaItem]) -> dict[int, sqlite3.Row]:
    """Which item of an agenda that comes on top of another is there already, by place in `items`.

    First the same number and title, then the same title where either has no number, then the same number
    under titles of which one begins with the other ("Apologies for absence"), or with the same pages, or
    under a title that the clerk made shorter or longer.
    """
    matched: dict[int, sqlite3.Row] = {}
    left = list(rows)
    for rank in range(5):
        for place, item in enumerate(items):
            if place in matched:
                continue
            row = next((row for row in left if _likeness(row, item)[rank]), None)
            if row is not None:
                matched[place] = row
                left.remove(row)
    return matched


def _likeness(row: sqlite3.Row, item: AgendaItem) -> tuple[bool, ...]:
    """Whether an item is the one of this row, the surest sign first."""
    here, there = same(row["title"]), same(item.title)
    alike = here == there
    numbered = row["number"] == item.number and bool(item.number)
    begun = numbered and (_begins(here, there) or _begins(there, here))
    paged = numbered and row["pages"] == item.pages and bool(item.pages)
    worded = numbered and _holds(here, there)
    unnumbered = alike and "" in (row["number"], item.number)
    return alike and row["number"] == item.number, unnumbered, begun, paged, worded


def _holds(one: str, other: str) -> bool:
    """Whether all the words of one title, two at least, are in the other too."""
    fewer, more = sorted((set(one.split()), set(other.split())), key=len)
    return len(fewer) > 1 and fewer <= more


def _begins(whole: str, beginning: str) -> bool:
    """Whether `whole` begins with the words of `beginning`."""
    return whole.startswith(beginning) and not whole[len(beginning) : len(beginning) + 1].isalnum()


def _names(number: str, title: str) -> tuple[str, str, str]:
    """What an item may be known again by, the surest first."""
    return f"{number}\n{same(title)}", same(title), number


def _parts(connection: sqlite3.Connection, item_id: int) -> tuple[ReportPart, ...]:
    sql = "SELECT name, number, text FROM report_part WHERE item_id = ? ORDER BY position, id"
    return tuple(ReportPart(*row) for row in connection.execute(sql, (item_id,)))


def _keep_parts(connection: sqlite3.Connection, item_id: int, parts: Sequence[ReportPart]) -> None:
    rows = [{"name": part.name, "number": part.number, "text": part.text} for part in parts]
    keep_list(connection, "report_part", "item_id", item_id, rows)
