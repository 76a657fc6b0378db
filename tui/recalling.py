"""Promises that a text names: what the meeting's record does not hold of them is looked up before it is read.

The record has what is owed. Of what was done or dropped long ago only the book knows whether there is such a
promise, and what became of it.
"""

from __future__ import annotations

from dataclasses import replace

from minutes.promises import references_in
from storage import MinuteBook
from storage.records import MeetingRecord


def names_promises(text: str) -> bool:
    """Whether a line of `text` names any."""
    return bool(references_in(text))


def recalled(book: MinuteBook, record: MeetingRecord, text: str) -> MeetingRecord:
    """The record with the promises that `text` names, as far as the body made them before that meeting."""
    references = {(each.priority, each.number, each.year) for each in references_in(text)}
    if not references:
        return record
    known = {action.id for action in (*record.promises, *record.actions)}
    found = book.promises_named(record.body.id, references)
    further = (each for each in found if each.id not in known and each.agreed_on <= record.meeting.on)
    return replace(record, promises=(*record.promises, *further))
