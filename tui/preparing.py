"""What the Prepare screen asks of the book."""

from __future__ import annotations

from datetime import date

from storage import MinuteBook
from storage.records import Agenda, Attendee, Body, MeetingRecord


def meetings_before(
    book: MinuteBook, body_id: int, today: date
) -> tuple[Body, tuple[Attendee, ...], tuple[MeetingRecord, ...]]:
    """The body, its people, and its last two meetings, latest first."""
    lines = sorted(book.meetings(today, body_id=body_id), key=lambda line: line.on, reverse=True)
    with_agenda = [line for line in lines if line.item_count] or lines
    earlier = tuple(book.meeting(line.id) for line in with_agenda[:2])
    return book.body(body_id), book.standing(body_id), earlier


def agenda_saved(
    book: MinuteBook, agenda: Agenda, meeting_id: int | None, body_id: int, today: date
) -> tuple[int, str]:
    """Save the agenda; the meeting's id, and what else is to be said of it."""
    if meeting_id is not None:
        return book.save_agenda(agenda, meeting_id=meeting_id).meeting_id, ""
    there = any(line.on == agenda.on for line in book.meetings(today, body_id=body_id))
    said = " There was a meeting on that day: it was completed." if there else ""
    return book.save_agenda(agenda).meeting_id, said
