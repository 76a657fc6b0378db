"""The Paper screen: the minutes as they will print, the way to a file, and to their signing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from minutes.english import printed_date
from storage.records import MeetingRecord, MeetingState
from tui.exporting import file_meant, form_in_words, in_next_form, offered_name, remembered_name, write_copy
from tui.files import FileError
from tui.paper import kept_of, names_record, whole_of
from tui.paper_copy import (
    Copy,
    Which,
    copy_of,
    frame_words,
    holds_exempt,
    is_corrected,
    layout_words,
    next_layout,
    printed_for,
    state_words,
)
from tui.printing import send_to_printer
from tui.screens.sheet import Sheet
from tui.widgets.ask_line import AskLine
from tui.widgets.paper_view import PaperView

_SIGN = "approve"  # what is typed to sign


class PaperScreen(Sheet):
    """The minutes of one meeting, as the public or as those entitled to read it all get them."""

    TITLE = "Paper"
    AUTO_FOCUS = "#paper"
    HELP = """\
The minutes exactly as they print. The public copy leaves out what is exempt; x turns to the \
restricted copy, which holds it, says so in its frame and on its face, and has “restricted” in the \
name of its file.

e writes the copy that is shown to a file, in the format that the name ends in: .txt, .md, .html, .docx \
(Word) or .pdf. tab there goes through them, “pdf” alone does too; folder, name and format are offered \
again for the body's next minutes. p sends it to the printer, in pages. l turns through the layouts, for \
this copy; f9 changes the body's own layout, its words and the order of its parts.

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
        Binding("l", "layout", "Layout", tooltip="Turn to the next layout, for this copy alone"),
        Binding("v", "version", "Version", tooltip="Turn to signed minutes as they were before correction"),
        Binding("c", "circulate", "Circulate", tooltip="Mark the draft as circulated, or not"),
        Binding("s", "sign", "Sign", tooltip="Approve and sign the minutes now, without a later meeting"),
        Binding("e", "export", "Export", tooltip="Write this copy to a file, in any format"),
        Binding("p", "to_printer", "Print", tooltip="Send this copy to the printer"),
        Binding("f9", "style", "Style", tooltip="The body's layout, words and parts, seen at once"),
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
        self._which = Which()
        self._corrected = False
        self._copy: Copy | None = None
        self._to_write: Copy | None = None  # the copy that was shown when it was asked for
        self._overwrite: Path | None = None
        self._remembered = ""  # the file the body's minutes were last written to
        self._writing = False
        self._to_print: Copy | None = None  # the restricted copy that was told to need another p

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
            lambda book: (book.meeting(meeting_id), is_corrected(book, meeting_id))
        )
        body_id = record.body.id
        self._remembered = await self.house.desk.ask(lambda book: book.export_name(body_id))
        self._record = record
        if self._is_signed:
            self._which = replace(self._which, layout="")
        led = self._lead != (None, None)
        if led and holds_exempt(record, *self._lead):
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
            lambda book: kept_of(
                book, meeting_id, restricted=which.restricted, version=version, layout=which.layout
            )
        )
        copy = self._copy = await asyncio.to_thread(copy_of, kept, which)
        paper = self.query_one(PaperView)
        paper.border_title = frame_words(record, which)
        paper.border_subtitle = layout_words(record, which)
        self.set_class(which.restricted, "-restricted")
        paper.show(copy.lines)
        meeting = record.meeting
        self.head(f"Paper · {state_words(meeting.state)} · {printed_date(meeting.on)} · {record.body.name}")

    def _follow_lead(self, record: MeetingRecord) -> None:
        """Go to the line that is sought: once, so that what is read again stays where the reader is."""
        (entry_id, item_id), self._lead = self._lead, (None, None)
        copy = self._copy
        printed = {entry for line in copy.lines for entry in line.entries} if copy else set[int]()
        marked = printed_for(record, printed, entry_id, item_id)
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

    def action_layout(self) -> None:
        """Turn to the next layout, for this copy alone."""
        if self._is_signed:
            self.say("Signed minutes print as they were signed: they have no other layout.")
        elif self._record is not None:
            self._turn_to(next_layout(self._record, self._which))

    @property
    def _is_signed(self) -> bool:
        """Whether what was signed is what is shown."""
        return self._record is not None and self._record.meeting.state is MeetingState.APPROVED

    def _turn_to(self, which: Which) -> None:
        self._which = which
        self.say()
        self.do(self._print, only_latest="read")

    def action_take(self) -> None:
        """Go to the live screen of this meeting."""
        self.house.go_back(self)
        self.house.open_meeting(self._meeting_id)

    def action_style(self) -> None:
        """Change how the body's minutes are written."""
        if self._record is not None:
            self.say()
            self.house.change_style(self._record.body.id, self._meeting_id)

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

    # -- to a file, to the printer -------------------------------------------------------------

    def action_export(self) -> None:
        """Write the copy shown to a file."""
        record, copy = self._record, self._copy
        if record is not None and copy is not None:
            self._to_write, self._overwrite = copy, None
            which = "RESTRICTED copy" if copy.which.restricted else "Public copy"
            offered = offered_name(record, copy.which.marks, self._remembered)
            self.asking.ask("export", f"{which} to:", offered)
            self.asking.turning = in_next_form
            self._say_where(offered)

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Say what the file will be."""
        if event.purpose == "export":
            self._say_where(event.text)

    def _say_where(self, typed: str) -> None:
        path = self._meant(typed)
        if path is not None:
            self.say(f"enter writes it {form_in_words(path)} into {path.parent}; tab: another format.")

    def _meant(self, typed: str) -> Path | None:
        """The file that is meant by what is typed; where it can be none, that is said."""
        record, copy = self._record, self._to_write
        if record is None or copy is None:
            return None
        if not typed.strip():
            self.say("Type a file name, or esc to leave.")
            return None
        offered = offered_name(record, copy.which.marks, self._remembered)
        try:
            return file_meant(typed, offered, restricted=copy.which.restricted)
        except FileError as error:
            self.say(str(error))
            return None

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Sign; or write the copy, unless a file is in the way."""
        if event.purpose == "sign":
            self._answer_sign(event.text)
        elif (path := self._meant(event.text)) and not self._writing:
            self.do(partial(self._write, path))

    def _answer_sign(self, text: str) -> None:
        if text.strip().casefold() == _SIGN:
            self.asking.close()
            self.do(self._sign)
        else:
            self.say(f"Not signed: type {_SIGN} and enter, or esc to leave.")

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Write or sign nothing."""
        self.say()

    async def _write(self, path: Path) -> None:
        record, copy = self._record, self._to_write
        if record is None or copy is None:
            return
        self._writing = True
        try:
            self.say(f"Writing {path} …")
            meeting_id = self._meeting_id
            whole = (
                await self.house.desk.ask(lambda book: whole_of(book, meeting_id))
                if names_record(path)
                else None
            )
            overwrite = path == self._overwrite
            came = await asyncio.to_thread(write_copy, copy, path, overwrite=overwrite, whole=whole)
        finally:
            self._writing = False
        self.say(came.told)
        self._overwrite = path if came.in_the_way else None
        if came.written:
            self.asking.close()
            body_id, name = record.body.id, remembered_name(path, record, copy.which.marks)
            if name:
                self._remembered = name
                await self.house.desk.ask(lambda book: book.remember_export(body_id, name))

    def action_to_printer(self) -> None:
        """Send the copy shown to the printer; a restricted one once that is said twice."""
        copy = self._copy
        if copy is not None and copy.which.restricted and copy is not self._to_print:
            self._to_print = copy
            self.say("p again sends the RESTRICTED copy to the printer: see that nobody else takes it there.")
        elif copy is not None:
            self._to_print = None
            self.do(partial(self._send_to_printer, copy))

    async def _send_to_printer(self, copy: Copy) -> None:
        self.say("Sending it to the printer …")
        self.say(await asyncio.to_thread(send_to_printer, copy.document))
