"""Minutes approved before the book had seals are signed when it is opened, and none twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import MinuteBook, opening
from storage.records import MeetingRecord, Tree
from tests.storage.given import CLOSE, PREVIOUS, look, press, texts, version, write


@pytest.fixture
def earlier(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book of before there were seals, with minutes approved in it."""
    with version(monkeypatch, "0002_whole_record"):
        connection, _ = opening.open_book(path)
    connection.executescript("""
        INSERT INTO body (name) VALUES ('Cabinet');
        INSERT INTO meeting (body_id, day) VALUES (1, '2020-04-11'), (1, '2020-06-11'), (1, '2020-09-11');
        INSERT INTO entry (meeting_id, position, kind, source, text, agreed_id, corrections, recorded_at)
            SELECT id, 1, 'note', 'said', 'said', NULL, '', '2020-06-11T18:30:00+00:00' FROM meeting
            UNION ALL SELECT id, 2, 'previous', '/previous', '', id - 1, '[["said", "stated"]]',
                '2020-06-11T18:31:00+00:00' FROM meeting WHERE id > 1
            UNION ALL SELECT id, 3, 'close', '/close', '', NULL, '', '2020-06-11T18:32:00+00:00' FROM meeting;
        UPDATE meeting SET state = 'draft';
        UPDATE meeting SET state = 'approved', approved_in = id + 1 WHERE id < 3;
    """)
    connection.close()
    return path


def test_minutes_approved_before_there_were_seals_are_signed_when_the_book_is_opened(earlier: Path) -> None:
    book = MinuteBook.open(earlier)
    assert book.signed(1) is None
    assert len(book.verify().faults) > 0
    book.close()
    book = MinuteBook.open(earlier, press=press)
    assert book.notice == ""
    assert book.signed(2) == "Cabinet\napproved\nstated\n/previous\n/close"
    verdict = book.verify()
    assert (verdict.signed, verdict.faults) == (2, ())
    book.close()
    again = MinuteBook.open(earlier, press=press)
    assert again.verify() == verdict
    again.close()


def test_earlier_minutes_that_will_not_print_leave_the_book_open_to_work(earlier: Path) -> None:
    def jams(record: MeetingRecord, corrections: tuple[tuple[str, str], ...]) -> tuple[Tree, ...]:
        if record.meeting.id == 2:
            raise ValueError("jam")
        return press(record, corrections)

    book = MinuteBook.open(earlier, press=jams)
    assert "minutes of 11 June 2020 cannot be signed" in book.notice
    assert look(earlier, "SELECT count(*) FROM seal") == look(earlier, "SELECT count(*) FROM seal_tree")
    assert book.verify().signed == 0
    assert texts(book, 3) == ["said", "/previous", "/close"]
    book.close()


def test_no_seal_is_made_in_place_of_one_taken_away(book: MinuteBook, path: Path, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    book.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as beside:
        beside.execute("DROP TRIGGER guard_seal_delete")
        beside.execute("DELETE FROM seal")
    again = MinuteBook.open(path, press=press)
    assert again.verify().signed == 0
    assert again.verify().faults != ()
    again.close()
