"""Undo and redo walk the journal, any number of steps, also after a restart."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.records import Act, ActionState, Body
from tests.storage.given import AGENDA, EVENING, dump, heard, line, look, promise, texts, write

LINES = [str(number) for number in range(12)]


@pytest.fixture
def scope(book: MinuteBook, meeting_id: int) -> str:
    """The scope of a meeting with twelve lines, an act each."""
    for text in LINES:
        write(book, meeting_id, line(text))
    return f"meeting:{meeting_id}"


def test_every_step_back_and_forth_after_a_restart(
    book: MinuteBook, path: Path, meeting_id: int, scope: str
) -> None:
    before = dump(path)
    book.close()
    for text in reversed(LINES):
        again = MinuteBook.open(path)
        assert again.undo(scope) == f"note: {text}"
        again.close()
    again = MinuteBook.open(path)
    assert again.undo(scope) is None
    assert texts(again, meeting_id) == []
    for text in LINES:
        assert again.redo(scope) == f"note: {text}"
    assert again.redo(scope) is None
    again.close()
    assert dump(path) == before


def test_a_new_act_leaves_nothing_to_redo(book: MinuteBook, meeting_id: int, scope: str) -> None:
    book.undo(scope)
    book.undo(scope)
    write(book, meeting_id, line("instead"))
    assert book.redo(scope) is None
    assert texts(book, meeting_id) == [*LINES[:10], "instead"]


def test_each_meeting_the_actions_and_the_bodies_have_their_own_steps(book: MinuteBook, scope: str) -> None:
    other = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    write(book, other, line("Agreed.", actions=(promise("ask"),)))
    book.save_body(Body(0, "Cabinet"))
    book.note_progress([heard(book.actions()[0].id, "", ActionState.DONE)], date(2020, 9, 4))
    assert book.undo(scope) == "note: 11"
    assert book.undo("bodies") == "body: Cabinet"
    assert book.undo("actions") == "action 1/2020 done"
    assert book.undo(f"meeting:{other}") == "note: Agreed."
    assert book.redo(scope) == "note: 11"


def test_a_meeting_made_can_be_unmade_while_nothing_hangs_on_it(book: MinuteBook, meeting_id: int) -> None:
    (entry_id,) = write(book, meeting_id, line("said"))
    with pytest.raises(BookError, match="the meeting of “2020-06-11” was changed since"):
        book.undo("bodies")
    book.delete(entry_id)
    assert book.undo("bodies") == "agenda: Overview & Scrutiny, 11 June 2020"
    assert book.bodies(date(2020, 1, 1)) == ()
    with pytest.raises(BookError, match="has no meeting"):
        book.undo(f"meeting:{meeting_id}")
    book.redo("bodies")
    assert len(book.meeting(meeting_id).items) == 4


def test_a_body_is_unmade_though_it_has_given_a_number(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("Agreed.", actions=(promise("ask"),)))
    book.undo(f"meeting:{meeting_id}")
    assert book.undo("bodies") == "agenda: Overview & Scrutiny, 11 June 2020"
    assert book.bodies(date(2020, 1, 1)) == ()


def test_a_meeting_with_items_added_since_is_not_unmade(book: MinuteBook, meeting_id: int) -> None:
    book.save_agenda(
        replace(AGENDA, items=(*AGENDA.items, replace(AGENDA.items[0], number="9", title="New")))
    )
    before = book.meeting(meeting_id)
    with pytest.raises(BookError, match="other records made since belong to it"):
        book.undo("bodies")
    assert book.meeting(meeting_id) == before


def test_a_row_another_window_changed_since_refuses(
    book: MinuteBook, path: Path, meeting_id: int, scope: str
) -> None:
    (entry_id,) = write(book, meeting_id, line("mine"))
    other = MinuteBook.open(path)
    other._connection.execute("UPDATE entry SET source = 'theirs' WHERE id = ?", (entry_id,))
    other.close()
    with pytest.raises(BookError) as refused:
        book.undo(scope)
    assert str(refused.value) == "“note: mine” cannot be undone: the line “theirs” was changed since."
    assert texts(book, meeting_id) == [*LINES, "theirs"]


def test_the_acts_of_two_windows_on_one_meeting_are_one_row_of_steps(
    book: MinuteBook, path: Path, meeting_id: int, scope: str
) -> None:
    other = MinuteBook.open(path)
    ids = [entry.id for entry in other.meeting(meeting_id).entries]
    other.delete(ids[3])
    assert book.undo(scope) == "deleted note: 3"
    assert other.redo(scope) == "deleted note: 3"
    other.close()


def test_ids_are_never_used_again(book: MinuteBook, meeting_id: int, scope: str) -> None:
    (undone,) = write(book, meeting_id, line("undone"))
    book.undo(scope)
    other = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    (new,) = write(book, other, line("elsewhere"))
    assert new > undone
    assert book.redo(scope) == "note: undone"


def test_the_journal_keeps_every_act_with_its_time_and_rows(
    book: MinuteBook, path: Path, meeting_id: int
) -> None:
    (entry_id,) = write(book, meeting_id, line("frist"))
    book.record(meeting_id, Act((line("first"),)), at=EVENING.replace(hour=19), replacing=entry_id)
    book.undo(f"meeting:{meeting_id}")
    write(book, meeting_id, line("second"))
    acts = look(path, f"SELECT words, at, state FROM act WHERE scope = 'meeting:{meeting_id}' ORDER BY id")
    assert acts == [
        ("note: frist", "2020-06-11T18:30:00+00:00", "done"),
        ("changed note: first", "2020-06-11T19:30:00+00:00", "passed"),
        ("note: second", "2020-06-11T18:30:00+00:00", "done"),
    ]
    ((before, after),) = look(
        path,
        "SELECT before, after FROM change"
        f" WHERE table_name = 'entry' AND row_id = {entry_id} AND before IS NOT NULL",
    )
    assert (json.loads(str(before))["text"], json.loads(str(after))["text"]) == ("frist", "first")


def test_a_change_beside_the_program_is_no_act(book: MinuteBook, scope: str) -> None:
    other = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    book._connection.execute("UPDATE meeting SET venue = 'By hand' WHERE id = ?", (other,))
    assert book.undo(f"meeting:{other}") is None
    assert book.undo(scope) == "note: 11"
