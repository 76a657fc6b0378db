"""Minutes that are agreed: a `/previous` is held against them before it is recorded.

The lines of a meeting do not tell what the last minutes say, or whose meeting was on that day; the book
does. A line that they contradict becomes a note to check, whether it was typed, pasted or in a file; one
that quotes their exempt words in public is not published.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from minutes.english import listed, printed_date
from minutes.shorthand import Reading, read_lines
from minutes.shorthand.exempt import withheld
from minutes.shorthand.reading import unread
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Act, Agreed, Kind, NewEntry

QUOTES_EXEMPT = (
    "this quotes what is exempt in those minutes: agree them with /previous, correct them under /exempt"
)
Agreements = Mapping[date | None, Agreed]  # by the day a line says, None where it says none


def days_agreed(act: Act) -> frozenset[date | None]:
    """The days whose minutes an act agrees in a way that they may contradict: said, or with corrections."""
    return frozenset(
        entry.on for entry in act.entries if entry.kind is Kind.PREVIOUS and (entry.on or entry.corrections)
    )


def agreements(book: MinuteBook, meeting_id: int, days: frozenset[date | None]) -> Agreements:
    """What the book has of the minutes of those days."""
    return {day: book.agreed(meeting_id, day) for day in days}


def read_agreeing(
    text: str, sitting: Sitting, clock: str = "", agreed: Agreements = MappingProxyType({})
) -> Reading:
    """Read lines (see `read_lines`), those that agree minutes of these days with the minutes in hand."""

    def examine(entry: NewEntry, sitting: Sitting) -> NewEntry:
        if entry.kind is not Kind.PREVIOUS or entry.on not in agreed:
            return entry
        from minutes.corrections import doubt_of, publishes, quotes_exempt

        minutes = agreed[entry.on]
        if sitting.exempt is None and quotes_exempt(entry, minutes):
            return withheld(entry.source, QUOTES_EXEMPT)
        why = doubt_of(entry, minutes) or (publishes(entry, minutes) if sitting.exempt is not None else "")
        return unread(entry.source, why).entry if why else entry

    return read_lines(text, sitting, clock, examine)


def signed_with(act: Act, book: MinuteBook, meeting_id: int) -> str:
    """What recording an act that closes a meeting has signed, in words; "" for nothing."""
    if not any(entry.kind is Kind.CLOSE for entry in act.entries):
        return ""
    days = {entry.on for entry in book.meeting(meeting_id).entries if entry.kind is Kind.PREVIOUS}
    found = [
        each.record.meeting for each in agreements(book, meeting_id, frozenset(days)).values() if each.record
    ]
    signed = sorted(meeting.on for meeting in found if meeting.approved_in == meeting_id)
    return (
        f"The minutes of {listed([printed_date(on) for on in signed])} are signed now, for good."
        if signed
        else ""
    )
