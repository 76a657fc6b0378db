"""A book that an earlier version made is brought up to date with everything in it."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, opening, sealed
from storage.records import INTEREST_KINDS, Act, ActionState, Agenda, Draft, Kind, MeetingState
from storage.schema import CLERKS_TABLES
from tests.storage.given import EVENING, NEW_TABLES, Rows, heard, line, look, press, promise, texts, version

FIRST_TABLES = tuple(table for table in CLERKS_TABLES if table not in NEW_TABLES)
WRITTEN_OTHERWISE = {("meeting", "minutes_from"), ("action", "state"), ("body", "verb")}
ROWS = """
INSERT INTO body (id, name, organisation, numbering) VALUES (3, 'Cabinet', 'Medway Council', 'running');
INSERT INTO short_form (body_id, position, short, stands_for) VALUES (3, 0, 'OSC', 'the Committee');
INSERT INTO theme (body_id, position, name) VALUES (3, 0, 'Quality');
INSERT INTO person (id, name) VALUES (4, 'Kemp'), (5, 'O’Brien');
INSERT INTO membership (body_id, person_id, position, name, member) VALUES (3, 4, 0, 'Kemp', 1);
INSERT INTO meeting (id, body_id, day, state, approved_in) VALUES
    (7, 3, '2019-06-04', 'planned', NULL), (9, 3, '2019-09-03', 'draft', NULL);
UPDATE meeting SET state = 'approved', approved_in = 9, minutes_from = 182, decisions_from = '99/2019'
    WHERE id = 7;
INSERT INTO attendance (meeting_id, person_id, position, name, title, member)
    VALUES (7, 4, 0, 'Kemp', 'Councillor', 1), (9, 4, 0, 'Kemp', 'Councillor', 1);
INSERT INTO item (id, meeting_id, position, number, title, exempt, minute) VALUES
    (11, 7, 1, '5', 'Budget', NULL, '182'), (12, 9, 1, '1', 'Record', NULL, '1');
INSERT INTO report_part (item_id, position, name, number, text) VALUES (11, 0, 'Reason', '11.1', 'To note.');
INSERT INTO entry (id, meeting_id, position, kind, source, text, day, target_id, agreed_id, item_id, running,
    exempt, recorded_at) VALUES
    (21, 7, 10, 'item', '/5', '', NULL, 11, NULL, 11, NULL, NULL, '2019-06-04T18:30:00+00:00'),
    (22, 7, 20, 'note', char(0) || 'Said.', 'Said.', NULL, NULL, NULL, 11, '3', '3',
        '2019-06-04T18:31:00+00:00'),
    (23, 9, 10, 'previous', '/previous', '', '2019-06-04', NULL, 7, NULL, NULL, NULL,
        '2019-09-03T18:30:00+00:00');
INSERT INTO entry_person (entry_id, position, part, name, person_id, by_role) VALUES
    (22, 0, 'named', 'Kemp', 4, 0), (22, 1, 'asker', 'Ofsted', NULL, 1);
INSERT INTO action (body_id, meeting_id, entry_id, position, number, year, words, due, due_kind)
    VALUES (3, 7, 22, 0, 1, 2019, 'ask', '2019-09-03', 'date');
INSERT INTO action_owner (action_id, position, name, person_id) VALUES (1, 0, 'Kemp', 4);
INSERT INTO action_theme (action_id, position, name) VALUES (1, 0, 'Quality');
INSERT INTO action_progress (action_id, day, text, state, meeting_id)
    VALUES (1, '2019-09-03', 'asked', 'in progress', 9);
INSERT INTO action_series (body_id, year, last) VALUES (3, 2019, 1);
INSERT INTO draft (meeting_id, window, text) VALUES (9, 'first', 'The Dir');
INSERT INTO entry (id, meeting_id, position, kind, source, recorded_at)
    VALUES (40, 9, 20, 'note', 'taken out again', '');
INSERT INTO act (scope, words, at, state) VALUES ('meeting:9', 'deleted a line', '2019-09-03', 'writing');
DELETE FROM entry WHERE id = 40;
UPDATE act SET state = 'done';
"""

FIFTH_ROWS = """
INSERT INTO body (id, name, verb, numbering) VALUES (3, 'Cabinet', 'AGREED', 'running');
INSERT INTO person (id, name) VALUES (4, 'Kemp');
INSERT INTO meeting (id, body_id, day, state, minutes_from) VALUES (7, 3, '2019-06-04', 'approved', '182');
INSERT INTO attendance (meeting_id, person_id, position, name, member) VALUES (7, 4, 0, 'Kemp', 1);
INSERT INTO item (id, meeting_id, position, number, title, minute) VALUES (11, 7, 1, '5', 'Budget', '182');
INSERT INTO entry (id, meeting_id, position, kind, source, text, item_id, recorded_at) VALUES
    (22, 7, 20, 'decision', '! that it be noted', 'that it be noted', 11, '2019-06-04T18:31:00+00:00');
"""


@pytest.fixture
def first(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book as the first version left it, with a row in every table."""
    with version(monkeypatch, "0001_book"):
        connection, _ = opening.open_book(path)
        connection.executescript(ROWS)
        connection.close()
    return path


def kept(path: Path) -> Rows:
    """What every table of the first version holds, in the columns it had."""
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        found: Rows = {}
        for table in (*FIRST_TABLES, "draft"):
            columns = [
                row["name"]
                for row in connection.execute(f"PRAGMA table_info({table})")
                if (table, row["name"]) not in WRITTEN_OTHERWISE
            ]
            rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")
            found[table] = [tuple((name, row[name]) for name in columns) for row in rows]
    return found


def test_every_row_of_the_first_version_is_kept(first: Path) -> None:
    before = kept(first)
    assert all(before.values()), "a row in every table"
    MinuteBook.open(first).close()
    after = kept(first)
    for table, rows in before.items():
        assert len(rows) == len(after[table])
        for row, now in zip(rows, after[table], strict=True):
            assert set(row) <= set(now)
    assert look(first, "PRAGMA foreign_key_check") == []
    assert look(first, "PRAGMA integrity_check") == [("ok",)]


def given_out(path: Path) -> dict[str, object]:
    """The last id that each table gave."""
    return {str(name): last for name, last in look(path, "SELECT name, seq FROM sqlite_sequence")}


def test_no_id_that_was_given_is_given_again(first: Path) -> None:
    before = given_out(first)
    assert before["entry"] == 40
    MinuteBook.open(first).close()
    after = given_out(first)
    assert {name: after[name] for name in before} == before
    assert not [name for name in after if name.startswith("new_")]


def test_indexes_and_the_journal_are_whole_again(first: Path, tmp_path: Path) -> None:
    sql = (
        "SELECT name, tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name, tbl_name"
    )
    MinuteBook.open(first).close()
    anew = tmp_path / "anew.db"
    MinuteBook.open(anew).close()
    assert look(first, sql) == look(anew, sql)
    foreign = (
        "SELECT m.name, f.* FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f ORDER BY 1, 2, 3"
    )
    assert look(first, foreign) == look(anew, foreign)


def test_it_reads_as_it_did_and_goes_on(first: Path) -> None:
    book = MinuteBook.open(first, now=lambda: EVENING)
    record = book.meeting(7)
    assert record.meeting.minutes_from == "182"
    assert record.meeting.decisions_from == "99/2019"
    assert (record.meeting.state, record.meeting.approved_in) == (MeetingState.APPROVED, 9)
    assert [item.minute for item in record.items] == ["182"]
    assert record.body.interest_kinds == INTEREST_KINDS
    assert (record.entries[1].source, record.entries[1].exempt) == ("\0Said.", "3")
    assert book.meeting(9).meeting.minutes_from == ""
    assert book.meeting(9).entries[0].on == date(2019, 6, 4)
    assert book.draft(9) == Draft("The Dir")
    book.record(9, Act((line("/roll", Kind.ROLL),)), at=EVENING)
    assert texts(book, 9) == ["/previous", "/roll"]
    assert book.undo("meeting:9") == "/roll"
    with pytest.raises(BookError, match="signing of the minutes of 4 June 2019 cannot be undone"):
        book.undo("meeting:9")
    book.close()


def test_a_body_whose_meetings_each_said_their_start_runs_on(first: Path) -> None:
    with sqlite3.connect(first) as connection:
        connection.executescript("""
            INSERT INTO body (id, name) VALUES (20, 'Board'), (21, 'Panel'), (22, 'Forum');
            INSERT INTO meeting (body_id, day, state, minutes_from) VALUES
                (20, '2019-06-04', 'draft', 7), (20, '2019-09-03', 'planned', NULL),
                (21, '2019-06-04', 'draft', 7), (21, '2019-09-03', 'draft', NULL),
                (22, '2019-06-04', 'draft', NULL);
        """)
    book = MinuteBook.open(first)
    assert [book.body(body_id).numbering for body_id in (20, 21, 22)] == ["running", "agenda", "agenda"]
    book.close()


def test_what_was_heard_before_is_carried_over(first: Path) -> None:
    with sqlite3.connect(first) as connection:
        connection.executescript("""
            INSERT INTO action
                (id, body_id, meeting_id, entry_id, position, number, year, words, due_kind, state)
                VALUES (5, 3, 7, 22, 1, 2, 2019, 'write', 'in due course', 'open'),
                    (6, 3, 7, 22, 2, 3, 2019, 'build', 'undated', 'done');
            INSERT INTO action_progress (action_id, day, text, state) VALUES
                (6, '2019-09-04', 'begun', 'in progress'), (6, '2019-09-05', 'built', 'done');
            UPDATE action_series SET last = 9;
        """)
    book = MinuteBook.open(first, now=lambda: EVENING)
    stands = [(line.reference, line.state, line.owners) for line in book.promise_lines(open_only=False)]
    assert stands == [
        ("1/2019", ActionState.IN_PROGRESS, "Kemp"),
        ("2/2019", ActionState.IN_DUE_COURSE, ""),
        ("3/2019", ActionState.DONE, ""),
    ]
    told = [
        (progress.on, progress.text, progress.state, progress.meeting_id)
        for action in book.actions(open_only=False)
        for progress in action.progress
    ]
    assert told == [
        (date(2019, 9, 3), "asked", ActionState.IN_PROGRESS, 9),
        (date(2019, 9, 4), "begun", ActionState.IN_PROGRESS, None),
        (date(2019, 9, 5), "built", ActionState.DONE, None),
    ]
    book.record(9, Act((line("x", actions=(promise("go on"),)),)), at=EVENING)
    assert book.meeting(9).actions[0].reference == "10/2019"
    book.close()


def test_a_body_that_never_chose_its_word_follows_the_layout_from_now_on(first: Path) -> None:
    with sqlite3.connect(first) as connection:
        connection.execute("INSERT INTO body (id, name, verb) VALUES (20, 'Board', 'RESOLVED')")
    book = MinuteBook.open(first, now=lambda: EVENING)
    assert [book.body(body_id).verb for body_id in (3, 20)] == ["", "RESOLVED"]
    assert (book.body(3).words, book.body(3).parts, book.export_name(3)) == ((), (), "")
    book.close()


def test_minutes_signed_in_the_last_version_are_not_touched(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed = [table for table in (*FIRST_TABLES, "seal", "seal_tree") if table in sealed.PARTS]
    with version(monkeypatch, "0005_search"):
        connection, _ = opening.open_book(path)
    # what an earlier program signed: a meeting approved without a later one, with its image and its tree
    connection.executescript(f"""{FIFTH_ROWS}
        INSERT INTO seal_tree (meeting_id, version, restricted, text) VALUES (7, 1, 0, 'Minutes');
    """)
    record = sealed.image(connection, 7)
    seal = (7, "2019-09-03", record, "", sealed.link("", 7, "2019-09-03", record))
    sql = "INSERT INTO seal (meeting_id, signed_at, record, previous, hash) VALUES (?, ?, ?, ?, ?)"
    connection.execute(sql, seal)
    before = {table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")] for table in signed}
    connection.close()
    book = MinuteBook.open(path, press=press, now=lambda: EVENING)
    verdict = book.verify()
    assert (verdict.signed, verdict.last, verdict.faults) == (1, seal[-1], ())
    assert {table: look(path, f"SELECT * FROM {table}") for table in signed} == before
    assert (book.signed(7), book.body(3).verb) == ("Minutes", "")
    book.close()


def test_minutes_signed_before_are_as_they_were_signed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with version(monkeypatch, "0003_seals"):
        connection, _ = opening.open_book(path)
    with monkeypatch.context() as before:
        before.delitem(sealed.PARTS, "action_progress")
        connection.execute("PRAGMA foreign_keys = OFF")
        # as that version left them: the date of the next meeting in the row, the state beside it
        connection.executescript(f"""{ROWS}
            UPDATE action SET due_kind = 'next meeting', state = 'in progress';
            INSERT INTO seal_tree (meeting_id, version, restricted, text) VALUES (7, 1, 0, 'Minutes');
        """)
        image = json.loads(sealed.image(connection, 7))
    actions = image["rows"]["action"]
    state = actions["columns"].index("state")
    for row in (actions["columns"], *actions["rows"]):
        del row[state]
    record = json.dumps(image, sort_keys=True)
    seal = (7, "2019-09-03", record, "", sealed.link("", 7, "2019-09-03", record))
    sql = "INSERT INTO seal (meeting_id, signed_at, record, previous, hash) VALUES (?, ?, ?, ?, ?)"
    connection.execute(sql, seal)
    connection.close()
    book = MinuteBook.open(path, press=press, now=lambda: EVENING)
    verdict = book.verify()
    assert (verdict.signed, verdict.last, verdict.faults) == (1, seal[-1], ())
    (action,) = book.actions()
    assert (action.due, action.state) == (date(2019, 9, 3), ActionState.IN_PROGRESS)
    moved = Agenda("Cabinet", date(2019, 9, 10), organisation="Medway Council")
    book.save_agenda(moved, meeting_id=9)
    assert book.actions()[0].due == date(2019, 9, 10)
    book.note_progress([heard(action.id, "done", ActionState.DONE)], date(2019, 9, 11))
    assert book.verify() == verdict
    book.close()
