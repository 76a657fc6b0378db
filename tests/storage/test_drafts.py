"""The line the clerk is in the middle of."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.records import Act, Draft
from tests.storage.given import EVENING, line, texts, write


def test_a_draft_is_there_after_a_restart(book: MinuteBook, path: Path, meeting_id: int) -> None:
    assert book.draft(meeting_id) is None
    book.save_draft(meeting_id, Draft("- Workforce: the Dir"))
    book.save_draft(meeting_id, Draft("- Workforce: the Director"))
    book.close()
    again = MinuteBook.open(path)
    assert again.draft(meeting_id) == Draft("- Workforce: the Director")
    again.close()


def test_an_empty_draft_is_none(book: MinuteBook, meeting_id: int) -> None:
    book.save_draft(meeting_id, Draft("half"))
    book.save_draft(meeting_id, Draft(""))
    assert book.draft(meeting_id) is None


def test_recording_a_line_takes_its_draft_away_or_leaves_another(book: MinuteBook, meeting_id: int) -> None:
    book.save_draft(meeting_id, Draft("said."))
    book.record(meeting_id, Act((line("said."),)), at=EVENING, draft=Draft("and th"))
    assert book.draft(meeting_id) == Draft("and th")
    write(book, meeting_id, line("and then."))
    assert book.draft(meeting_id) == Draft("and th")
    book.record(meeting_id, Act((line("more."),)), at=EVENING, draft=Draft(""))
    assert book.draft(meeting_id) is None


def test_blank_lines_only_clear_the_draft(book: MinuteBook, meeting_id: int) -> None:
    book.save_draft(meeting_id, Draft("// nothing"))
    assert book.record(meeting_id, Act(()), at=EVENING, draft=Draft("")) == ()
    assert book.draft(meeting_id) is None
    assert texts(book, meeting_id) == []
    assert book.undo(f"meeting:{meeting_id}") is None


def test_a_draft_is_no_step_of_undo(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("said."))
    book.save_draft(meeting_id, Draft("half"))
    assert book.undo(f"meeting:{meeting_id}") == "note: said."
    assert book.draft(meeting_id) == Draft("half")


def test_retyping_a_line_that_is_gone_since_becomes_a_new_line(book: MinuteBook, meeting_id: int) -> None:
    (entry_id,) = write(book, meeting_id, line("said."))
    book.save_draft(meeting_id, Draft("said better.", entry_id))
    assert book.draft(meeting_id) == Draft("said better.", entry_id)
    book.delete(entry_id)
    assert book.draft(meeting_id) == Draft("said better.")


def test_a_draft_needs_a_meeting(book: MinuteBook) -> None:
    with pytest.raises(BookError, match="has no meeting 5"):
        book.save_draft(5, Draft("x"))


def test_a_line_being_put_between_others_keeps_its_place(book: MinuteBook, meeting_id: int) -> None:
    above, _ = write(book, meeting_id, line("one."), line("two."))
    book.save_draft(meeting_id, Draft("between.", after_id=above))
    assert book.draft(meeting_id) == Draft("between.", after_id=above)
    book.delete(above)
    assert book.draft(meeting_id) == Draft("between.")


def test_two_windows_lose_neither_draft(book: MinuteBook, path: Path, meeting_id: int) -> None:
    other = MinuteBook.open(path)
    book.save_draft(meeting_id, Draft("mine"))
    other.save_draft(meeting_id, Draft("theirs"))
    book.record(meeting_id, Act((line("mine too"),)), at=EVENING, draft=Draft("mine still"))
    other.save_draft(meeting_id, Draft(""))
    other.save_draft(meeting_id, Draft("theirs again"))
    assert MinuteBook.open(path).draft(meeting_id) == Draft("mine still\ntheirs again")


def test_a_window_that_opens_the_meeting_takes_over_what_was_typed(
    book: MinuteBook, path: Path, meeting_id: int
) -> None:
    book.save_draft(meeting_id, Draft("mine"))
    other = MinuteBook.open(path)
    assert other.draft(meeting_id) == Draft("mine")
    other.save_draft(meeting_id, Draft("mine, ended"))
    assert MinuteBook.open(path).draft(meeting_id) == Draft("mine, ended")
    book.save_draft(meeting_id, Draft("mine, typed on"))
    other.save_draft(meeting_id, Draft(""))
    assert MinuteBook.open(path).draft(meeting_id) == Draft("mine, typed on")


def test_a_window_that_only_looks_takes_no_draft_from_the_one_that_types(
    book: MinuteBook, path: Path, meeting_id: int
) -> None:
    book.save_draft(meeting_id, Draft("half"))
    other = MinuteBook.open(path)
    looked_at = other.draft(meeting_id)
    assert looked_at is not None
    other.save_draft(meeting_id, looked_at)
    book.save_draft(meeting_id, Draft("half a line"))
    assert MinuteBook.open(path).draft(meeting_id) == Draft("half a line")
