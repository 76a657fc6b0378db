"""The minutes of a meeting as a document, for the screen and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import BookError, MinuteBook

if TYPE_CHECKING:
    from minutes.document import Document


def document_of(
    book: MinuteBook, meeting_id: int, *, restricted: bool = False, version: int | None = None
) -> Document:
    """The minutes as they print: signed ones from the tree that was signed, others from the record.

    `restricted` gives the copy that holds what is exempt. `version` is one of signed minutes: 1 as they
    were before corrections; None gives the last. Raises BookError where there is no such meeting or
    version, or where the signed tree cannot be read.
    """
    signed = book.signed(meeting_id, restricted=restricted, version=version)
    if signed is not None:
        from minutes.trees import from_text

        try:
            return from_text(signed)
        except ValueError as error:
            raise BookError(
                f"The signed minutes of meeting {meeting_id} cannot be read: {error}. 'minutebook verify' "
                "shows what was changed; 'minutebook restore FILE' brings a copy back."
            ) from error
    if version is not None:
        raise BookError(f"The minutes of meeting {meeting_id} are not signed: leave out --version.")
    from minutes.layouts import build

    return build(book.meeting(meeting_id), restricted=restricted)
