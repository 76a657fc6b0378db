"""The example that the Style screen shows a house style on: an invented meeting with every part of minutes in
it, taken from an agenda and notes as any meeting is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

from minutes.agenda import read_agenda
from minutes.english import printed_date
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Body, MeetingRecord, MeetingState

_MEMBERS = ("Cooper (Chair)", "Kemp", "Johnson", "Howcroft-Scott", "Price")


def example_of(body: Body, today: date) -> MeetingRecord:
    """A meeting that `body` might have had on `today`, in a book that is thrown away: not on the thread that
    draws. Raises BookError where no such book can be made."""
    members = "; ".join(f"{body.title} {name}".lstrip() for name in _MEMBERS)
    said = {
        "date": printed_date(today),
        "members": members,
        "interest": body.interest_kinds[0][0],
        "due": printed_date(today + timedelta(weeks=3)),
        "next": printed_date(today + timedelta(weeks=5)),
    }
    agenda = replace(read_agenda(_text("style-agenda", said)), body_name=body.name, organisation="")
    with TemporaryDirectory() as folder:
        book = MinuteBook.open(Path(folder) / "minutes.db")
        try:
            book.save_body(replace(body, id=0, organisation=""))
            meeting_id = book.save_agenda(agenda).meeting_id
            act = read_lines(_text("style-notes", said), Sitting(book.meeting(meeting_id))).act
            book.record(meeting_id, act, at=datetime.combine(today, datetime.min.time()))
            record = book.meeting(meeting_id)
        finally:
            book.close()
    approved = replace(record.meeting, state=MeetingState.APPROVED)  # without what drafts alone have
    return replace(record, body=body, meeting=approved)


def _text(name: str, said: dict[str, str]) -> str:
    text = (files("tui") / "sample" / f"{name}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(said)
