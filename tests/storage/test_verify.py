"""What was signed is proved: an untouched book is clean, and a file changed by any means is found out."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import BookError, MinuteBook
from storage.guards import guards, lift_guards, set_guards
from storage.records import Act, ActionState, Body
from storage.sealed import PARTS
from tests.storage.given import (
    AGENDA,
    CLOSE,
    EVENING,
    PREVIOUS,
    beside,
    entry,
    faults,
    heard,
    line,
    look,
    write,
)

JUNE, SEPTEMBER = 2, 3  # the meetings of the series, as the book numbers them


def behind_the_guards(path: Path, *deeds: str) -> None:
    """Do what no guard would let pass, and put the guards back as they were."""
    with beside(path) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA ignore_check_constraints = ON")
        lift_guards(connection)
        for deed in deeds:
            connection.execute(deed)
        set_guards(connection)


def test_a_book_without_signed_minutes_has_nothing_to_prove(book: MinuteBook, series: list[int]) -> None:
    verdict = book.verify()
    assert (verdict.signed, verdict.last, verdict.faults) == (0, "", ())
    assert series


def test_an_untouched_book_is_clean_whatever_the_program_does(signed: MinuteBook, path: Path) -> None:
    verdict = signed.verify()
    assert verdict.signed == 2
    assert [(verdict.last,)] == look(path, "SELECT hash FROM seal WHERE id = 2")
    (action,) = signed.meeting(JUNE).actions
    signed.note_progress([heard(action.id, "done at last", ActionState.DONE)], date(2020, 9, 12))
    write(signed, SEPTEMBER, line("/resume"), line("more"))
    signed.save_body(Body(1, "Cabinet", verb="RESOLVED", themes=("Other",)))
    signed.save_agenda(replace(AGENDA, body_name="Cabinet", on=date(2020, 10, 1)))
    signed.undo(f"meeting:{SEPTEMBER}")
    assert signed.verify() == verdict
    last = signed.approve(SEPTEMBER)
    again = signed.verify()
    assert (again.signed, again.last, again.faults) == (3, last, ())
    with beside(path) as connection:
        connection.execute("VACUUM")
    assert signed.verify() == again


BEHIND: dict[str, tuple[tuple[str, ...], str]] = {
    "a line reworded": (
        ("UPDATE entry SET text = 'x', source = 'x' WHERE meeting_id = 2 AND source = 'said'",),
        "Meeting 2 (Overview & Scrutiny, 11 June 2020): a line of the record (number 10 in entry)"
        " was changed: source, text.",
    ),
    "a line taken out": (("DELETE FROM entry WHERE id = 10",), "number 10 in entry) is gone"),
    "a line put in": (
        (
            "INSERT INTO entry (id, meeting_id, position, kind, source, recorded_at)"
            " VALUES (99, 2, 1, 'note', 'x', '')",
        ),
        "number 99 in entry) was added",
    ),
    "a line moved to another meeting": (
        ("UPDATE entry SET meeting_id = 3 WHERE id = 10",),
        "number 10 in entry) is gone",
    ),
    "a line given another number": (("UPDATE entry SET id = 98 WHERE id = 10",), "98 in entry) was added"),
    "the order of the lines": (
        ("UPDATE entry SET position = 1 WHERE id = 11",),
        "11 in entry) was changed: position",
    ),
    "an exempt line published": (
        ("UPDATE entry SET exempt = NULL WHERE meeting_id = 2 AND source = 'secret'",),
        "was changed: exempt",
    ),
    "who was on the list": (
        ("UPDATE attendance SET name = 'Doe' WHERE meeting_id = 2 AND position = 0",),
        "a person on the list (number 4 in attendance) was changed: name",
    ),
    "what the agenda said": (("UPDATE item SET title = 'x' WHERE id = 7",), "an agenda item (number 7"),
    "what a report said": (("DELETE FROM report_part WHERE item_id = 7",), "a line of a report"),
    "who asked": (("UPDATE entry_person SET name = 'x' WHERE id = 2",), "a name in a line of the record"),
    "what was promised": (("UPDATE action SET words = 'x' WHERE id = 2",), "an action (number 2"),
    "by when": (("UPDATE action SET due = '2030-01-01' WHERE id = 2",), "was changed: due"),
    "who promised it": (
        ("UPDATE action_owner SET name = 'x' WHERE action_id = 2",),
        "the owner of an action",
    ),
    "what was heard of it": (("UPDATE action_progress SET text = 'x'",), "what was heard of an action"),
    "its theme": (("DELETE FROM action_theme WHERE action_id = 2",), "the theme of an action"),
    "the day of the meeting": (
        ("UPDATE meeting SET day = '2020-06-12' WHERE id = 2",),
        "Meeting 2 (Overview & Scrutiny, 12 June 2020): the meeting itself",
    ),
    "the meeting gone": (("DELETE FROM meeting WHERE id = 2",), "Meeting 2: the meeting itself"),
    "the state put back": (("UPDATE meeting SET state = 'draft' WHERE id = 2",), "was changed: state"),
    "where they were approved": (
        ("UPDATE meeting SET approved_in = 1 WHERE id = 2",),
        "later meeting that is gone",
    ),
    "the line that agreed them gone": (
        ("DELETE FROM entry WHERE agreed_id = 2",),
        "Meeting 2 (Overview & Scrutiny, 11 June 2020) was agreed by a line of a later meeting that is gone",
    ),
    "the minutes in print": (
        ("UPDATE seal_tree SET text = text || '.' WHERE meeting_id = 2 AND NOT restricted",),
        "version 1 of its public minutes was changed or is gone",
    ),
    "the minutes before they were corrected": (
        ("DELETE FROM seal_tree WHERE meeting_id = 1 AND version = 1 AND restricted",),
        "version 1 of its restricted minutes was changed or is gone",
    ),
    "other minutes in print": (
        ("INSERT INTO seal_tree (meeting_id, version, restricted, text) VALUES (2, 2, 0, 'x')",),
        "version 2 of its minutes was added",
    ),
    "the restricted copy made the public one": (
        (
            "UPDATE seal_tree SET restricted = 2 WHERE meeting_id = 2 AND restricted = 0",
            "UPDATE seal_tree SET restricted = 0 WHERE meeting_id = 2 AND restricted = 1",
        ),
        "version 1 of its restricted minutes was changed or is gone",
    ),
    "a line and its image": (
        (
            "UPDATE entry SET text = 'stated', source = 'stated' WHERE id = 10",
            "UPDATE seal SET record = replace(record, '\"said\"', '\"stated\"') WHERE meeting_id = 2",
        ),
        "its seal was changed",
    ),
    "an image that cannot be read": (("UPDATE seal SET record = '{' WHERE id = 1",), "cannot be read"),
    "an image of another kind": (("UPDATE seal SET record = '[]' WHERE id = 1",), "cannot be read"),
    "an image without end": (
        (f"UPDATE seal SET record = '{'[' * 100_000}' WHERE id = 1",),
        "Meeting 1 (Overview & Scrutiny, 11 April 2020) cannot be read",
    ),
    "an image with a table of its own": (
        ("UPDATE seal SET record = replace(record, 'action_owner', 'nothing') WHERE id = 1",),
        "Meeting 1 (Overview & Scrutiny, 11 April 2020) cannot be read ('nothing')",
    ),
    "when it was signed": (("UPDATE seal SET signed_at = '1999' WHERE id = 2",), "its seal was changed"),
    "a hash": (("UPDATE seal SET hash = 'x' WHERE id = 2",), "its seal was changed"),
    "the chain cut": (
        ("UPDATE seal SET previous = '' WHERE id = 2",),
        "its seal does not follow the one before",
    ),
    "the seals swapped": (
        (
            "UPDATE seal SET id = 9 WHERE id = 1",
            "UPDATE seal SET id = 1 WHERE id = 2",
            "UPDATE seal SET id = 2 WHERE id = 9",
        ),
        "its seal does not follow the one before",
    ),
    "a seal put on another meeting": (
        ("UPDATE seal SET meeting_id = 3 WHERE id = 2",),
        "its seal was changed",
    ),
    "the first seal gone": (("DELETE FROM seal WHERE id = 1",), "Seal 1 is gone"),
    "the last seal gone": (
        ("DELETE FROM seal WHERE id = 2",),
        "The last seal is number 1, but the book counts 2",
    ),
    "the last seal gone and no number missing": (
        ("DELETE FROM seal WHERE id = 2", "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'seal'"),
        "Meeting 2 (Overview & Scrutiny, 11 June 2020) was signed, but its seal is gone",
    ),
    "every trace of the last seal gone": (
        (
            "DELETE FROM seal WHERE id = 2",
            "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'seal'",
            "DELETE FROM seal_tree WHERE meeting_id = 2",
            "UPDATE meeting SET state = 'draft', approved_in = NULL WHERE id = 2",
        ),
        "was agreed by a meeting that is closed, but has no seal",
    ),
    "a count beyond all counting": (
        ("UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'seal'",),
        "but the book counts 9223372036854775807",
    ),
    "a seal given a higher number": (("UPDATE seal SET id = 7 WHERE id = 2",), "Seal 2 is gone"),
    "every seal gone": (
        ("DELETE FROM seal", "DELETE FROM sqlite_sequence WHERE name = 'seal'"),
        "its seal is gone",
    ),
    "the count of the seals": (
        ("DELETE FROM sqlite_sequence WHERE name = 'seal'",),
        "The last seal is number 2, but the book counts 0",
    ),
    "a seal of one's own": (
        (
            "INSERT INTO seal (meeting_id, signed_at, record, previous, hash)"
            " SELECT 3, signed_at, record, hash, 'x' FROM seal WHERE id = 2",
        ),
        "Meeting 3 (Overview & Scrutiny, 11 September 2020): its seal was changed",
    ),
    "text that is none": (
        ("UPDATE entry SET source = CAST(x'FF' AS TEXT) WHERE id = 10",),
        "what the book holds as entry cannot be read",
    ),
}


@pytest.mark.parametrize("deed", BEHIND)
def test_what_was_done_behind_the_guards_is_found(signed: MinuteBook, path: Path, deed: str) -> None:
    statements, says = BEHIND[deed]
    behind_the_guards(path, *statements)
    assert says in faults(signed)


def test_no_fault_tells_what_is_exempt(signed: MinuteBook, path: Path) -> None:
    behind_the_guards(
        path, "UPDATE entry SET source = source || '!', text = text || '!' WHERE meeting_id < 3"
    )
    assert len(signed.verify().faults) > 4
    assert "secret" not in faults(signed)


def test_no_error_quotes_what_cannot_be_read(signed: MinuteBook, path: Path) -> None:
    behind_the_guards(
        path,
        "UPDATE entry SET text = CAST('secret' || x'FF' AS TEXT) WHERE text = 'secret'",
        "UPDATE seal_tree SET text = CAST('secret' || x'FF' AS TEXT)",
    )
    assert "cannot be read" in faults(signed)
    assert "secr" not in faults(signed)
    for read in (lambda: signed.meeting(JUNE), lambda: signed.signed(JUNE)):
        with pytest.raises(BookError) as refused:
            read()
        assert str(refused.value).startswith(f"{path} is damaged: bring back a copy")


def test_a_book_written_anew_with_every_hash_is_told_by_its_last_one(
    signed: MinuteBook, path: Path, tmp_path: Path
) -> None:
    noted = signed.verify().last
    forged = MinuteBook.open(tmp_path / "forged.db", press=signed._signet.press, now=lambda: EVENING)
    for month in (6, 9):
        forged.save_agenda(replace(AGENDA, on=date(2020, month, 11)))
    forged.record(1, Act((line("never said"), CLOSE)), at=EVENING)
    forged.record(2, Act((PREVIOUS, CLOSE)), at=EVENING)
    verdict = forged.verify()
    assert verdict.faults == ()
    assert verdict.last != noted
    assert look(path, "SELECT count(*) FROM seal") == [(2,)]
    forged.close()


def test_the_guards_are_those_the_tables_need(signed: MinuteBook, path: Path) -> None:
    with beside(path) as connection:
        made = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
        assert guards(connection).keys() <= made
    assert entry(signed, JUNE, "secret").exempt == "3"


@pytest.mark.long
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pick=st.data())
def test_one_value_changed_anywhere_is_found(signed: MinuteBook, path: Path, pick: st.DataObject) -> None:
    with beside(path) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA ignore_check_constraints = ON")
        table = pick.draw(st.sampled_from(sorted(PARTS)))
        sql = f"SELECT * FROM {table} WHERE {SIGNED_ROWS.get(table, 'meeting_id < 3')}"
        row = pick.draw(st.sampled_from([dict(row) for row in connection.execute(sql)]))
        column = pick.draw(st.sampled_from(list(row)))
        types = {info["name"]: info["type"] for info in connection.execute(f"PRAGMA table_info({table})")}
        text = st.text(st.characters(codec="utf-8"), max_size=8)
        values = text if types[column] == "TEXT" else st.integers(-(2**40), 2**40)
        value = pick.draw(values.filter(lambda drawn: drawn != row[column]))
        connection.execute("BEGIN")
        lift_guards(connection)
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row["id"]))
        except sqlite3.IntegrityError:
            connection.execute("ROLLBACK")  # what is there already is no change of one value
            return
        set_guards(connection)
        connection.execute("COMMIT")
        assert signed.verify().faults
        connection.execute("BEGIN")
        lift_guards(connection)
        where = value if column == "id" else row["id"]
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (row[column], where))
        set_guards(connection)
        connection.execute("COMMIT")
    assert signed.verify().faults == ()


SIGNED_ROWS = {
    "meeting": "id < 3",
    "report_part": "item_id IN (SELECT id FROM item WHERE meeting_id < 3)",
    "entry_person": "entry_id IN (SELECT id FROM entry WHERE meeting_id < 3)",
    "action_owner": "action_id IN (SELECT id FROM action WHERE meeting_id < 3)",
    "action_theme": "action_id IN (SELECT id FROM action WHERE meeting_id < 3)",
}
