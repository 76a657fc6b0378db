"""Promises that a text names: what the meeting's record does not hold of them is looked up before it is read.

The record has what is owed. Of what was done or dropped long ago only the book knows whether there is such a
promise, and what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from minutes.agenda import references_carried
from minutes.references import references_in
from storage import MinuteBook
from storage.records import Action, AgendaItem, Item, MeetingRecord


def names_promises(text: str) -> bool:
    """Whether a line of `text` names any."""
    return bool(references_in(text))


def promises_carried(
    book: MinuteBook, body_id: int, items: Iterable[AgendaItem | Item]
) -> tuple[Action, ...]:
    """The promises that lines of an agenda are of."""
    return book.promises_named(body_id, [_parted(reference) for reference in references_carried(items)])


def _parted(reference: str) -> tuple[bool, int, int | None]:
    """A reference as the book is asked for it: whether it is a priority's, number and year."""
    number, _, year = reference.removeprefix("p").partition("/")
    return reference.startswith("p"), int(number), int(year)


def recalled_for_agenda(book: MinuteBook, record: MeetingRecord) -> MeetingRecord:
    """The record with the promises that its agenda names, so that what became exempt of them can be known."""
    named = promises_carried(book, record.body.id, record.items)
    return replace(record, promises=tuple(dict.fromkeys((*record.promises, *named))))


def recalled(book: MinuteBook, record: MeetingRecord, text: str) -> MeetingRecord:
    """The record with the promises that `text` names, as far as the body made them before that meeting."""
    references = {(each.priority, each.number, each.year) for each in references_in(text)}
    if not references:
        return record
    known = {action.id for action in (*record.promises, *record.actions)}
    found = book.promises_named(record.body.id, references)
    further = (each for each in found if each.id not in known and each.agreed_on <= record.meeting.on)
    return replace(record, promises=(*record.promises, *further))
