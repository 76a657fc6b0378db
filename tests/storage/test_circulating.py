"""A draft is sent round, and that can be taken back."""

from __future__ import annotations

import pytest

from storage import BookError, MinuteBook
from storage.records import Kind, MeetingState, NewEntry
from tests.storage.given import line, write

OPEN, CLOSE = line("/open", Kind.OPEN), line("/close", Kind.CLOSE)


def state(book: MinuteBook, meeting_id: int) -> MeetingState:
    return book.meeting(meeting_id).meeting.state


def test_a_closed_meetings_draft_is_circulated_and_not(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, OPEN, CLOSE)
    assert book.circulate(meeting_id) is MeetingState.CIRCULATED
    assert state(book, meeting_id) is MeetingState.CIRCULATED
    assert book.circulate(meeting_id) is MeetingState.DRAFT
    assert state(book, meeting_id) is MeetingState.DRAFT


def test_circulating_is_one_step_of_undo(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, OPEN, CLOSE)
    book.circulate(meeting_id)
    assert book.undo(f"meeting:{meeting_id}") == "the draft was circulated"
    assert state(book, meeting_id) is MeetingState.DRAFT
    assert book.redo(f"meeting:{meeting_id}") == "the draft was circulated"
    assert state(book, meeting_id) is MeetingState.CIRCULATED


def test_a_slip_put_right_leaves_it_circulated_and_a_meeting_resumed_does_not(
    book: MinuteBook, meeting_id: int
) -> None:
    write(book, meeting_id, OPEN, CLOSE)
    book.circulate(meeting_id)
    (note,) = write(book, meeting_id, line("a slip"))
    book.delete(note)
    assert state(book, meeting_id) is MeetingState.CIRCULATED
    write(book, meeting_id, line("/resume", Kind.RESUME))
    assert state(book, meeting_id) is MeetingState.LIVE


@pytest.mark.parametrize("lines", [(), (OPEN,), (OPEN, CLOSE, line("/resume", Kind.RESUME))])
def test_a_meeting_that_is_not_closed_has_no_draft(
    book: MinuteBook, meeting_id: int, lines: tuple[NewEntry, ...]
) -> None:
    write(book, meeting_id, *lines)
    with pytest.raises(BookError, match="11 June 2020 is not closed"):
        book.circulate(meeting_id)


def test_approved_minutes_are_circulated_no_more(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, OPEN, CLOSE)
    book.approve(meeting_id)
    with pytest.raises(BookError, match="are approved"):
        book.circulate(meeting_id)
