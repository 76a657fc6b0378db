"""Bodies: the boards, committees, cabinets and councils the book serves."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

from storage.errors import BookError
from storage.numbers import settle_body
from storage.people import same
from storage.records import INTEREST_KINDS, Agenda, Body, BodyLine
from storage.rows import Value, insert, keep_list, update

# the fields that the table itself keeps
_COLUMNS = (
    *("name", "organisation", "noun", "verb", "title", "quorum", "layout", "numbering", "counting"),
    *("exempt_mark", "year_starts"),
)
_NEW = Body(id=0, name="")  # what a field is before anybody said otherwise
# the tables that pair something short with what a body writes for it → their two columns
_PAIRS = {
    "short_form": ("short", "stands_for"),
    "interest_kind": ("short", "heading"),
    "style_word": ("name", "written"),
    "style_part": ("name", "heading"),
}


def body(connection: sqlite3.Connection, body_id: int) -> Body:
    """Read one body.

    Raises:
        BookError: the book has no such body.
    """
    row = connection.execute("SELECT * FROM body WHERE id = ?", (body_id,)).fetchone()
    if row is None:
        raise BookError(f"The book has no body {body_id}: look it up in the list.")
    return _read(connection, row)


def body_lines(connection: sqlite3.Connection, today: date) -> tuple[BodyLine, ...]:
    """Read every body with what it is owed on the day `today`, by name."""
    rows = connection.execute(
        """
        SELECT body.*,
            (SELECT count(*) FROM standing WHERE body_id = body.id AND open) AS owed,
            (SELECT count(*) FROM standing
                WHERE body_id = body.id AND open AND (due IS NULL) = 0 AND due < ?) AS overdue
        FROM body ORDER BY organisation COLLATE NOCASE, name COLLATE NOCASE, id
        """,
        (today.isoformat(),),
    ).fetchall()
    return tuple(BodyLine(_read(connection, row), row["owed"], row["overdue"]) for row in rows)


def write_body(connection: sqlite3.Connection, body: Body) -> int:
    """Write a body whole, id 0 makes one; returns its id. Has to be inside an act.

    Raises:
        BookError: it has no name, another has the same, or it is gone.
    """
    if not body.name.strip():
        raise BookError("A body needs a name: type one.")
    twin = _find(connection, body.name, body.organisation, exactly=True)
    if twin not in (None, body.id):
        raise BookError(
            f"The book has a body called {body.name} already: open that one, or give another name."
        )
    values: dict[str, Value] = {name: getattr(body, name) for name in _COLUMNS}
    if body.id:
        if connection.execute("SELECT 1 FROM body WHERE id = ?", (body.id,)).fetchone() is None:
            raise BookError(f"{body.name} is no longer in the book: it was removed in another window.")
        update(connection, "body", body.id, values)
    body_id = body.id or insert(connection, "body", values)
    keep_list(connection, "theme", "body_id", body_id, [{"name": theme} for theme in body.themes])
    # without kinds of its own a body follows the book, whose kinds may change with the law
    own = () if body.interest_kinds == INTEREST_KINDS else body.interest_kinds
    for table, pairs in (
        ("short_form", body.short_forms),
        ("interest_kind", own),
        ("style_word", body.words),
        ("style_part", body.parts),
    ):
        rows = [dict(zip(_PAIRS[table], pair, strict=True)) for pair in pairs]
        keep_list(connection, table, "body_id", body_id, rows)
    settle_body(connection, body_id)
    return body_id


def find_body(connection: sqlite3.Connection, agenda: Agenda) -> int | None:
    """Find the body an agenda names, ignoring case and white space; None where there is none.

    Raises:
        BookError: the name fits the bodies of two organisations.
    """
    return _find(connection, agenda.body_name, agenda.organisation)


def complete_body(connection: sqlite3.Connection, body_id: int | None, agenda: Agenda) -> int:
    """Make the body of an agenda, or fill in what nobody has said of it yet; returns its id."""
    known = replace(_NEW, name=agenda.body_name) if body_id is None else body(connection, body_id)
    titles = [attendee.title for attendee in agenda.attendees if attendee.member and attendee.title]
    said = {
        "organisation": agenda.organisation,
        "noun": agenda.noun,
        "verb": agenda.verb,
        "title": titles[0] if titles else "",
        "quorum": agenda.quorum,
        "layout": agenda.layout,
        "themes": agenda.themes,
        "short_forms": agenda.short_forms,
        "numbering": agenda.numbering
        or ("running" if agenda.minutes_from and _may_run(connection, body_id) else ""),
        "counting": agenda.counting,
        "exempt_mark": agenda.exempt_mark,
        "year_starts": agenda.year_starts,
        "interest_kinds": agenda.interest_kinds,
        "words": agenda.words,
        "parts": agenda.parts,
    }
    filled = {
        name: value for name, value in said.items() if value and getattr(known, name) == getattr(_NEW, name)
    }
    return write_body(connection, replace(known, **filled))  # type: ignore[arg-type]


def export_name(connection: sqlite3.Connection, body_id: int) -> str:
    """The name that a body's minutes were last saved by; see `Contents.export_name`."""
    row = connection.execute("SELECT name FROM export WHERE body_id = ?", (body_id,)).fetchone()
    return "" if row is None else str(row["name"])


def remember_export(connection: sqlite3.Connection, body_id: int, name: str) -> None:
    """Keep the name that a body's minutes were saved by; it is no act of the clerk's."""
    connection.execute(
        "INSERT INTO export (body_id, name) VALUES (?, ?)"
        " ON CONFLICT (body_id) DO UPDATE SET name = excluded.name",
        (body_id, name),
    )


def _may_run(connection: sqlite3.Connection, body_id: int | None) -> bool:
    """Whether no minutes that are not signed would get other numbers than their items', were they to run."""
    by_agenda = connection.execute(
        "SELECT 1 FROM meeting WHERE body_id = ? AND minutes_from = ''"
        " AND state NOT IN ('planned', 'approved') LIMIT 1",
        (body_id,),
    )
    return by_agenda.fetchone() is None


def _find(
    connection: sqlite3.Connection, name: str, organisation: str, *, exactly: bool = False
) -> int | None:
    wanted = same(organisation)
    rows = connection.execute("SELECT id, name, organisation FROM body ORDER BY id").fetchall()
    named = [(row["id"], same(row["organisation"])) for row in rows if same(row["name"]) == same(name)]
    for body_id, known in named:
        if known == wanted:
            return int(body_id)
    loose = [] if exactly else [body_id for body_id, known in named if not (known and wanted)]
    if len(loose) > 1:
        raise BookError(f"Two bodies are called {name}: say on the agenda's first line whose it is.")
    return loose[0] if loose else None


def _read(connection: sqlite3.Connection, row: sqlite3.Row) -> Body:
    kept = {name: row[name] for name in _COLUMNS}
    sql = "SELECT name FROM theme WHERE body_id = ? ORDER BY position, id"
    themes = connection.execute(sql, (row["id"],))
    return Body(
        id=row["id"],
        **kept,
        themes=tuple(theme["name"] for theme in themes),
        short_forms=_pairs(connection, "short_form", row["id"]),
        interest_kinds=_pairs(connection, "interest_kind", row["id"]) or INTEREST_KINDS,
        words=_pairs(connection, "style_word", row["id"]),
        parts=_pairs(connection, "style_part", row["id"]),
    )


def _pairs(connection: sqlite3.Connection, table: str, body_id: int) -> tuple[tuple[str, str], ...]:
    """The list of pairs that a table keeps of a body."""
    sql = f"SELECT {', '.join(_PAIRS[table])} FROM {table} WHERE body_id = ? ORDER BY position, id"
    return tuple((short, written) for short, written in connection.execute(sql, (body_id,)))
