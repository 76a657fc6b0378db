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
