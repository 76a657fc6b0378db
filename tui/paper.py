"""The minutes of a meeting as a document, for the screen and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutes.formats import SUFFIXES
from storage import BookError, MinuteBook
from storage.records import MeetingRecord, Tree

if TYPE_CHECKING:
    from minutes.document import Document

RECORD = "json"  # the format that holds the record, in no layout
BINARY = frozenset({"docx", "pdf"})  # what a terminal cannot show
_SPELT = {".text": "text", ".markdown": "markdown", ".htm": "html"}
_FORMS = {suffix: form for form, suffix in SUFFIXES.items()} | _SPELT


@dataclass(frozen=True, slots=True)
class Kept:
    """What a copy of a meeting's minutes prints from: the tree that was signed, else the record, in the
    layout named ("" for the body's)."""

    meeting_id: int
    restricted: bool
    source: str | MeetingRecord
    layout: str = ""


def kept_of(
    book: MinuteBook,
    meeting_id: int,
    *,
    restricted: bool = False,
    version: int | None = None,
    layout: str = "",
) -> Kept:
    """What a copy of the minutes prints from.

    `restricted` gives the copy that holds what is exempt. `version` is one of signed minutes: 1 as they
    were before corrections; None gives the last. `layout` is the name of another house style than the
    body's. Raises BookError where there is no such meeting or version, or where signed minutes are asked
    for in a layout.
    """
    signed = book.signed(meeting_id, restricted=restricted, version=version)
    if signed is None and version is not None:
        raise BookError(f"The minutes of meeting {meeting_id} are not signed: leave out --version.")
    if signed is not None and layout:
        raise BookError(
            f"The minutes of meeting {meeting_id} are signed and print as they were: leave out --layout."
        )
    return Kept(meeting_id, restricted, book.meeting(meeting_id) if signed is None else signed, layout)


def document_of(kept: Kept) -> Document:
    """The minutes as they print; raises BookError where the signed tree cannot be read.

    Long minutes take a while: not on the desk's thread, where what is typed waits to be kept.
    """
    if isinstance(kept.source, MeetingRecord):
        from minutes.layouts import build

        return build(kept.source, layout=kept.layout, restricted=kept.restricted)
    from minutes.trees import from_text

    try:
        return from_text(kept.source)
    except ValueError as error:
        raise BookError(
            f"The signed minutes of meeting {kept.meeting_id} cannot be read: {error}. 'minutebook verify' "
            "shows what was changed; 'minutebook restore FILE' brings a copy back."
        ) from error


@dataclass(frozen=True, slots=True)
class Whole:
    """All there is of a meeting: its record, and the trees of its minutes where they are signed."""

    record: MeetingRecord
    trees: tuple[Tree, ...]

    def as_json(self, *, restricted: bool) -> str:
        """The record for other programs and other books; see `minutes.interchange`."""
        from minutes.interchange import to_json

        return to_json(self.record, restricted=restricted, trees=self.trees)


def whole_of(book: MinuteBook, meeting_id: int) -> Whole:
    """All there is of a meeting; raises BookError where there is no such meeting."""
    return Whole(book.meeting(meeting_id), book.signed_trees(meeting_id))


def form_named(path: Path) -> str:
    """The format of a document that a file's name tells by its suffix, "" where it tells none."""
    return _FORMS.get(path.suffix.lower(), "")


def names_record(path: Path) -> bool:
    """Whether a file's name says that it holds the record itself."""
    return path.suffix.lower() == f".{RECORD}"
