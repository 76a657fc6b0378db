"""The minutes of a meeting as a document, for the screen and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import BookError, MinuteBook
from storage.records import MeetingRecord

if TYPE_CHECKING:
    from minutes.document import Document


@dataclass(frozen=True, slots=True)
class Kept:
    """What a copy of a meeting's minutes prints from: the tree that was signed, else the record."""

    meeting_id: int
    restricted: bool
    source: str | MeetingRecord


def kept_of(
    book: MinuteBook, meeting_id: int, *, restricted: bool = False, version: int | None = None
) -> Kept:
    """What a copy of the minutes prints from.

    `restricted` gives the copy that holds what is exempt. `version` is one of signed minutes: 1 as they
    were before corrections; None gives the last. Raises BookError where there is no such meeting or
    version.
    """
    signed = book.signed(meeting_id, restricted=restricted, version=version)
    if signed is None and version is not None:
        raise BookError(f"The minutes of meeting {meeting_id} are not signed: leave out --version.")
    return Kept(meeting_id, restricted, book.meeting(meeting_id) if signed is None else signed)


def document_of(kept: Kept) -> Document:
    """The minutes as they print; raises BookError where the signed tree cannot be read.

    Long minutes take a while: not on the desk's thread, where what is typed waits to be kept.
    """
    if isinstance(kept.source, MeetingRecord):
        from minutes.layouts import build

        return build(kept.source, restricted=kept.restricted)
    from minutes.trees import from_text

    try:
        return from_text(kept.source)
    except ValueError as error:
        raise BookError(
            f"The signed minutes of meeting {kept.meeting_id} cannot be read: {error}. 'minutebook verify' "
            "shows what was changed; 'minutebook restore FILE' brings a copy back."
        ) from error
