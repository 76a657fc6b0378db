"""The Paper screen: the minutes as they will print, the way to a file, and to their signing."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from minutes.english import printed_date
from storage import MinuteBook
from storage.records import MeetingRecord, MeetingState
from tui.paper import Kept, document_of, kept_of
from tui.screens.sheet import Sheet
from tui.sight import entry_of
from tui.widgets.ask_line import AskLine
from tui.widgets.paper_view import PaperView, PrintedLine

WIDTH = 76  # columns of the text, on the screen and in the file
_SIGN = "approve"  # what is typed to sign
_STRONG = frozenset({"mark", "head", "heading", "subheading", "check"})


@dataclass(frozen=True, slots=True)
class _Which:
    """Which copy of the minutes: public or restricted; `before` the corrections agreed with them."""

    restricted: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of the minutes: which it is and its words are never parted."""

    which: _Which
    lines: tuple[PrintedLine, ...]
    text: str


class PaperScreen(Sheet):
    """The minutes of one meeting, as the public or as those entitled to read it all get them."""

    TITLE = "Paper"
    AUTO_FOCUS = "#paper"
    HELP = """\
The minutes exactly as they print. The public copy leaves out what is exempt; x turns to the \
restricted copy, which holds it, says so in its frame and on its face, and has “restricted” in the \
name of its file. e writes the copy that is shown to a file.

A closed meeting's minutes are a draft, and say so on every page; c marks the draft as circulated, or takes \
that back. They are approved and signed when the next meeting that agreed them (/previous) is closed; s \
signs them without one, once “approve” is typed. Nothing signed can be changed or undone. From then on \
what was signed is what is shown, whatever changes in the book; where corrections were agreed, v turns \
to the minutes as they were before."""
    BINDINGS = [
        Binding(
            "x,tab",
            "turn",
            "Public/restricted",
            key_display="x",
            tooltip="Turn to the other copy, public or not",
        ),
        Binding("v", "version", "Version", tooltip="Turn to signed minutes as they were before correction"),
        Binding("c", "circulate", "Circulate", tooltip="Mark the draft as circulated, or not"),
        Binding("s", "sign", "Sign", tooltip="Approve and sign the minutes now, without a later meeting"),
        Binding("e", "export", "Export", tooltip="Write this copy to a file"),
        Binding("t", "take", "Take minutes", tooltip="Go to the live screen of this meeting"),
        Binding("escape", "leave", "Back", tooltip="Go back"),
    ]
    DEFAULT_CSS = """
    PaperScreen > #paper { height: 1fr; max-width: 82; border: solid $border; padding: 0 0 0 1; }
    PaperScreen.-restricted > #paper { border: double $error; }
    """

    def __init__(self, meeting_id: int, entry_id: int | None = None, item_id: int | None = None) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._lead = entry_id, item_id  # the line to begin at, or the item
        self._record: MeetingRecord | None = None
        self._which = _Which()
        self._corrected = False
        self._copy: _Copy | None = None
        self._to_write: _Copy | None = None  # the copy that was shown when it was asked for
        self._overwrite: Path | None = None

    def compose_sheet(self) -> Iterable[Widget]:
        """The paper in its frame."""
        yield PaperView(id="paper")

    # -- showing -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read the meeting and print it on the screen."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        meeting_id = self._meeting_id
        record, self._corrected = await self.house.desk.ask(
            lambda book: (book.meeting(meeting_id), _is_corrected(book, meeting_id))
        )
        self._record = record
        led = self._lead != (None, None)
        if led and _holds_exempt(record, *self._lead):
            self._which = replace(self._which, restricted=True)
        await self._print()
        if led:
            self._follow_lead(record)

    async def _print(self) -> None:
        record, which, meeting_id = self._record, self._which, self._meeting_id
        if record is None:
            return
        version = 1 if which.before else None
        kept = await self.house.desk.ask(
            lambda book: kept_of(book, meeting_id, restricted=which.restricted, version=version)
        )
        copy = self._copy = await asyncio.to_thread(_printed, kept, which)
        paper = self.query_one(PaperView)
        paper.border_title = _frame_words(record, which)
        self.set_class(which.restricted, "-restricted")
        paper.show(copy.lines)
        meeting = record.meeting
        self.head(f"Paper · {_state(meeting.state)} · {printed_date(meeting.on)} · {record.body.name}")

    def _follow_lead(self, record: MeetingRecord) -> None:
        """Go to the line that is sought: once, so that what is read again stays where the reader is."""
        (entry_id, item_id), self._lead = self._lead, (None, None)
        copy = self._copy
        printed = {entry for line in copy.lines for entry in line.entries} if copy else set[int]()
        marked = _printed_for(record, printed, entry_id, item_id)
        if marked is None:
            self.say("That does not print in these minutes.")
            return
        self.query_one(PaperView).lead_to(marked)
        if entry_id not in (None, marked):
            self.say("That line does not print by itself: what is marked stands above it.")

    def action_turn(self) -> None:
        """Turn to the other copy."""
        self._turn_to(replace(self._which, restricted=not self._which.restricted))

    def action_version(self) -> None:
        """Turn to signed minutes as they were before correction, or back."""
        if self._corrected:
            self._turn_to(replace(self._which, before=not self._which.before))
        else:
            self.say("No corrections were agreed with these minutes: this is the only version.")

    def _turn_to(self, which: _Which) -> None:
        self._which = which
        self.say()
        self.do(self._print, only_latest="read")

    def action_take(self) -> None:
        """Go to the live screen of this meeting."""
        self.house.go_back(self)
        self.house.open_meeting(self._meeting_id)

    def action_leave(self) -> None:
        """Go back."""
        self.house.go_back(self)

    # -- circulated, approved, signed ----------------------------------------------------------

    def action_circulate(self) -> None:
        """Mark the draft as circulated, or take that back."""
        self.do(self._circulate)

    async def _circulate(self) -> None:
        meeting_id = self._meeting_id
        state = await self.house.desk.ask(lambda book: book.circulate(meeting_id))
        circulated = state is MeetingState.CIRCULATED
        self.say("Circulated; c takes that back." if circulated else "No longer circulated: a draft again.")
        await self._read()

    def action_sign(self) -> None:
        """Approve and sign the minutes, once that is typed; nothing is asked where they cannot be."""
        state = self._record.meeting.state if self._record is not None else None
        if state not in (MeetingState.DRAFT, MeetingState.CIRCULATED):
            signed = state is MeetingState.APPROVED
            self.say(
                "These minutes are signed already." if signed else "Only closed minutes are signed: /close."
            )
            return
        self.asking.ask("sign", f"To sign for good, type {_SIGN}:")
        self.say(
            "It cannot be undone. esc leaves them unsigned: the next meeting that agrees them signs them too."
        )

    async def _sign(self) -> None:
        meeting_id = self._meeting_id
        seal = await self.house.desk.ask(lambda book: book.approve(meeting_id))
        self.say(f"Signed. The hash, to be noted on the paper the chair signs: {seal}")
        await self._read()

    # -- writing -------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the copy shown to a file."""
        record, copy = self._record, self._copy
        if record is not None and copy is not None:
            self._to_write, self._overwrite = copy, None
            which = "RESTRICTED copy" if copy.which.restricted else "public copy"
            self.asking.ask("export", f"Write the {which} to:", _file_name(record, copy.which))
            self.say(f"enter writes it into {Path.cwd()}, unless another folder is named.")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Sign; or write the copy, unless a file is in the way."""
        if event.purpose == "sign":
            self._answer_sign(event.text)
        elif event.text.strip():
            self.do(partial(self._write, Path(event.text.strip())))
        else:
            self.say("Type a file name, or esc to leave.")

    def _answer_sign(self, text: str) -> None:
        if text.strip().casefold() == _SIGN:
            self.asking.close()
            self.do(self._sign)
        else:
            self.say(f"Not signed: type {_SIGN} and enter, or esc to leave.")

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Write or sign nothing."""
        self.say()

    async def _write(self, typed: Path) -> None:
        copy = self._to_write
        if copy is None:
            return
        restricted = copy.which.restricted
        path = _meant(typed, restricted)
        told, written = await asyncio.to_thread(
            _write_copy, path, copy.text, private=restricted, overwrite=path == self._overwrite
        )
        self.say(told)
        self._overwrite = None if written else path
        if written:
            self.asking.close()


def _printed(kept: Kept, which: _Which) -> _Copy:
    """The minutes as lines for the screen and as the text of a file."""
    from minutes.formats.text import page, write

    document = document_of(kept)
    lines = tuple(
        PrintedLine(line.text, line.style in _STRONG, line.entries) for line in page(document, WIDTH)
    )
    return _Copy(which, lines, write(document, WIDTH))


def _holds_exempt(record: MeetingRecord, entry_id: int | None, item_id: int | None) -> bool:
    """Whether a line, or else an item, is exempt."""
    named = entry_of(record, entry_id) or next((item for item in record.items if item.id == item_id), None)
    return named is not None and named.exempt is not None


def _printed_for(
    record: MeetingRecord, printed: Set[int], entry_id: int | None, item_id: int | None
) -> int | None:
    """The line that prints for another: itself, else the nearest above it in its item; for an item its
    first. None where nothing does."""
    entry = entry_of(record, entry_id)
    of_item = item_id if entry is None else entry.item_id
    lines = [line.id for line in record.entries if line.item_id == of_item and line.item_id is not None]
    if entry is not None:
        above = lines[: lines.index(entry.id) + 1] if entry.id in lines else [entry.id]
        lines = above[::-1]
    return next((line for line in lines if line in printed), None)


def _is_corrected(book: MinuteBook, meeting_id: int) -> bool:
    """Whether signed minutes were corrected when they were agreed: there is a version before."""
    signed = book.signed(meeting_id, restricted=True)
    return signed is not None and signed != book.signed(meeting_id, restricted=True, version=1)


def _state(state: MeetingState) -> str:
    """How far the minutes are, as the head says it."""
    return {
        MeetingState.CIRCULATED: "draft, circulated",
        MeetingState.APPROVED: "approved and signed",
    }.get(state, state.value)


def _frame_words(record: MeetingRecord, which: _Which) -> str:
    """What the frame says of the copy in it."""
    before = "Before correction – " if which.before else ""
    exempt = any(item.exempt is not None for item in record.items)
    exempt = exempt or any(entry.exempt is not None for entry in record.entries)
    if which.restricted:
        why = "with what is exempt, not for publication" if exempt else "though nothing in it is exempt"
        return f"{before}RESTRICTED copy – {why}"
    return f"{before}Public copy – {'what is exempt is left out' if exempt else 'nothing in it is exempt'}"


def _file_name(record: MeetingRecord, which: _Which) -> str:
    """A name for the file: "improvement-board-2019-11-28.txt"."""
    plain = unicodedata.normalize("NFKD", record.body.name.replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    marks = (("before-correction", which.before), ("restricted", which.restricted))
    parts = (*words, record.meeting.on.isoformat(), *(mark for mark, holds in marks if holds))
    return f"{'-'.join(parts)}.txt"


def _meant(typed: Path, restricted: bool) -> Path:
    """The file meant: in full, and with "restricted" in its name where the copy is."""
    path = typed.expanduser().absolute()
    if restricted and "restricted" not in path.name.lower():
        return path.with_name(f"{path.stem}-restricted{path.suffix}")
    return path


def _write_copy(path: Path, text: str, *, private: bool, overwrite: bool) -> tuple[str, bool]:
    """Write the copy; what to say of it in one line, and whether it was written."""
    from click import ClickException

    from tui.command_line.files import write_text

    if not path.parent.is_dir():
        return f"There is no folder {path.parent}: make it first, or name another.", False
    if path.is_dir():
        return f"{path} is a folder: name a file in it.", False
    if path.exists() and not overwrite:
        return f"There is such a file: enter again overwrites it, or type another name. {path}", False
    try:
        write_text(path, text, private=private)
    except ClickException as error:
        return error.message, False
    return f"Written to {path}", True
