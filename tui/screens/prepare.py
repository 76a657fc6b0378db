"""The Prepare screen: when and where a meeting is, who belongs to it, and what is on its agenda."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from minutes.agenda import AgendaReading, read_items, write_items
from minutes.english import printed_date
from storage.records import Agenda, Attendee, Body, MeetingRecord, MeetingState
from tui.carrying import Carrying, what_arises
from tui.meeting_form import (
    FormReading,
    MeetingForm,
    base_of,
    form_after,
    form_of_record,
    merged,
    read_day,
    read_form,
    restyled,
    taken_in_words,
    whole_agenda,
    with_settings,
)
from tui.preparing import agenda_saved, meetings_before
from tui.screens.form import Form
from tui.widgets.ask_line import AskLine
from tui.widgets.form_area import FormArea
from tui.widgets.form_line import FormLine

_LINES = ("date", "time", "quorum", "venue", "minutes_from", "decisions_from")
_AREAS = ("members", "attending", "agenda")
_AGENDA_HINT = "e.g. 1. Apologies\n     2. Minutes of the last meeting\n     3. …"
_PAUSE = 0.15  # seconds without a key before the form is read again


class PrepareScreen(Form):
    """The meeting `meeting_id`, or a new one of the body `body_id`."""

    TITLE = "Prepare"
    AUTO_FOCUS = "#date Input"
    HELP = """\
Fill in when and where the meeting is, who belongs to it, and the agenda, one item a line; items typed \
without numbers get them when they are saved. tab goes on, shift+tab back. The line below the agenda \
says how it is understood. A whole agenda can be pasted into the agenda, or brought in with ctrl+o from a \
file of text, Markdown, Word or PDF: its date, place and people go to their own lines. Who is in attendance \
is expected; the minutes name them once /attending says that they came. Minutes and decisions numbered in a \
running series go on from the meeting before; a number typed beside “from” starts them anew.

  Members        Councillors Kemp (Chairman), Cooper, Johnson
  In attendance  Sue Lintern (Clerk); Director of People
  Agenda         5. Ofsted Update Report (Pages 3 - 28)
                    Recommendation 10.1: The Cabinet is asked to note the report.
                 6. Council Response [exempt 3]

An indented line belongs to the item above it. [exempt 3] keeps an item out of public print, under \
paragraph 3 of Schedule 12A. A date may be short: 28 nov, or next friday.

Once a new meeting has its date, what is due by then comes in as matters arising, with priorities to review, \
replies still owed, and the items that the last meeting did not reach. ctrl+r brings it up to date for any \
meeting that has not begun; a line that you changed yourself is told, and stays until ctrl+r again.

f9 changes how the body's minutes are written: their layout, words, and the order of their parts."""
    BINDINGS = [
        Binding("ctrl+t", "take", "Save and take minutes", tooltip="Save, and go to the live screen"),
        Binding("ctrl+o", "import", "Agenda from a file", tooltip="From text, Markdown, Word or PDF"),
        Binding("ctrl+r", "bring_in", "Matters arising", tooltip="Bring in what is due by this meeting"),
        Binding("f9", "style", "Style", tooltip="The body's layout, words and parts, seen at once"),
    ]
    DEFAULT_CSS = """
    PrepareScreen > #when { height: 1; margin-top: 1; }
    PrepareScreen > #when > #date { width: 1fr; min-width: 37; } /* 12 September 2026, and the cursor */
    PrepareScreen > #when > #time { width: 1fr; }
    PrepareScreen > #when > #quorum { width: 1fr; }
    PrepareScreen > #when > #time > Static, PrepareScreen > #when > #quorum > Static { width: auto; }
    PrepareScreen > #numbers { height: 1; }
    PrepareScreen > #members { height: 2; margin: 1 0; }
    PrepareScreen > #attending { height: 2; margin-bottom: 1; }
    PrepareScreen > #members:focus-within, PrepareScreen > #attending:focus-within { height: 5; }
    PrepareScreen > #agenda { height: 1fr; }
    PrepareScreen > #reading { height: auto; max-height: 2; padding: 0 1; text-style: bold; }
    """

    def __init__(self, meeting_id: int | None = None, body_id: int | None = None) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._body = Body(body_id or 0, "")
        self._base = Agenda("", date.min)
        self._ready = False
        self._begun = False
        self._carrying = Carrying()

    def compose_sheet(self) -> Iterable[Widget]:
        """When and where, who, and what."""
        with Horizontal(id="when"):
            yield FormLine("Date", id="date", hint="e.g. 12 Dec 2019")
            yield FormLine("Time", id="time", hint="e.g. 6.30pm")
            yield FormLine("Quorum", id="quorum")
        yield FormLine("Venue", id="venue", hint="e.g. Council Chamber")
        yield FormArea("Members", id="members", hint="e.g. Councillors Kemp (Chairman), Cooper, Johnson")
        yield FormArea("In attendance", id="attending", hint="e.g. Sue Lintern (Clerk); Director of People")
        yield FormArea("Agenda", id="agenda", hint=_AGENDA_HINT)
        with Horizontal(id="numbers"):
            yield FormLine("Minutes from", id="minutes_from", hint="e.g. 182, or 24/55")
            yield FormLine("Decisions from", id="decisions_from", hint="e.g. 99/2019")
        yield Static(id="reading", markup=False)

    # -- filling -------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Fill the form from the book."""
        self.do(self._fill_from_book)

    async def _fill_from_book(self) -> None:
        taken_over = ""
        if self._meeting_id is not None:
            meeting_id = self._meeting_id
            record = await self.house.desk.ask(lambda book: book.meeting(meeting_id))
            self._take_meeting(record)
        else:
            body_id, today = self._body.id, self.house.today
            body, people, earlier = await self.house.desk.ask(
                lambda book: meetings_before(book, body_id, today)
            )
            taken_over = self._take_earlier(body, people, earlier)
        self._ready = True
        arisen = await self._follow_date(await self._read_again())
        self.say(f"{taken_over} {arisen}".strip())
        self.mark_saved()

    def _take_meeting(self, record: MeetingRecord) -> None:
        self._body = record.body
        self._begun = record.meeting.state is not MeetingState.PLANNED
        self._base = base_of(record.body, record.meeting)
        self._fill(form_of_record(record))
        self.head(f"Prepare · {printed_date(record.meeting.on)} · {record.body.name}")

    def _take_earlier(
        self, body: Body, people: tuple[Attendee, ...], earlier: tuple[MeetingRecord, ...]
    ) -> str:
        """Fill the form from the body's last meetings; what is to be said of that."""
        self._body = body
        self._base = base_of(body)
        self._fill(form_after(earlier, people, self.house.today))
        self.head(f"Prepare · a new meeting · {body.name}")
        if not earlier:
            return ""
        running = {
            "minutes_from": body.numbering == "running",
            "decisions_from": any(entry.numbers for entry in earlier[0].entries),
        }
        for name in filter(running.get, running):
            self._line(name).field.placeholder = "goes on by itself"
        last = printed_date(earlier[0].meeting.on)
        which = "standing items" if len(earlier) > 1 else "all its items"
        return f"From {last}: members, place, {which} (numbered when saved)."

    def _fill(self, form: MeetingForm) -> None:
        for name in _LINES:
            self._line(name).fill(getattr(form, name))
        for name in _AREAS:
            self._area(name).fill(getattr(form, name))
        usual = self._body.quorum
        self._line("quorum").field.placeholder = f"usual: {usual}" if usual else "e.g. 3"

    def _line(self, name: str) -> FormLine:
        return self.query_one(f"#{name}", FormLine)

    def _area(self, name: str) -> FormArea:
        return self.query_one(f"#{name}", FormArea)

    def filled(self) -> MeetingForm:
        """What stands in the form."""
        texts = {name: self._line(name).text for name in _LINES}
        return MeetingForm(**texts, **{name: self._area(name).text for name in _AREAS})

    @on(FormArea.Finished, "#agenda")
    def sort_whole_agenda(self, event: FormArea.Finished) -> None:
        """Where a whole agenda was put in, send its parts to their own lines."""
        event.stop()
        if not (event.pasted and self._sort(event.pasted)):
            self._sort(event.area.text)

    def _sort(self, text: str) -> bool:
        reading = whole_agenda(text, self._body.name)
        if reading is not None:
            self._put_in(reading)
        return reading is not None

    def _put_in(self, reading: AgendaReading) -> None:
        self._fill(merged(self.filled(), reading.agenda))
        self._base = with_settings(self._base, reading.agenda)
        self.say(taken_in_words(reading, self._body))

    # -- reading it as it is typed -------------------------------------------------------------

    @on(Input.Changed)
    @on(TextArea.Changed)
    def read_soon(self, event: Input.Changed | TextArea.Changed) -> None:
        """Read the form once the typing pauses."""
        event.stop()
        if self._ready:
            self.do(self._read_after_pause, only_latest="read")

    async def _read_after_pause(self) -> None:
        await asyncio.sleep(_PAUSE)
        if arisen := await self._follow_date(await self._read_again()):
            self.say(arisen)

    async def _read_again(self) -> FormReading:
        """Read the form off the thread that draws, and show what it says."""
        form, base, body, today = self.filled(), self._base, self._body, self.house.today
        reading = await asyncio.to_thread(read_form, form, base, body, read_day(today))
        self.query_one("#reading", Static).update(reading.words)
        return reading

    # -- what arises ---------------------------------------------------------------------------

    def action_bring_in(self) -> None:
        """Bring matters arising and deferred items up to date in the agenda."""
        self.do(self._bring_in)

    async def _bring_in(self) -> None:
        reading = await self._read_again()
        if reading.agenda is None:
            self.say(f"Nothing is brought in: {reading.words}")
        elif self._begun:
            self.say("This meeting has begun: what arises is listed beside its record (f8).")
        else:
            self.say(await self._carry_in(reading.agenda.on, asked=True))

    async def _follow_date(self, reading: FormReading) -> str:
        """Where a new meeting has its date, or another, bring in what arises by it; what is to be said."""
        agenda, text = reading.agenda, self._area("agenda").text
        if self._meeting_id is None and agenda is not None and self._carrying.is_wanted(text, agenda.on):
            return await self._carry_in(agenda.on, asked=False)
        return ""

    async def _carry_in(self, on: date, *, asked: bool) -> str:
        area, body_id = self._area("agenda"), self._body.id
        text = area.text
        found, known = await self.house.desk.ask(lambda book: what_arises(book, body_id, on, text))
        text, said = self._carrying.bring_in(area.text, found, known, asked=asked)
        area.amend(text)
        return said

    # -- keeping it ----------------------------------------------------------------------------

    def action_save(self) -> None:
        """Keep the meeting in the book."""
        self.do(self._save)

    def action_take(self) -> None:
        """Save, and go to the live screen."""
        self.do(self._save_and_take)

    async def _save_and_take(self) -> None:
        await self._save()
        if self._meeting_id is not None and not self.is_unsaved:
            self.house.go_back(self)
            self.house.open_meeting(self._meeting_id)

    async def _save(self) -> None:
        self._sort(self._area("agenda").text)
        arisen = await self._follow_date(await self._read_again())
        form = self.filled()
        reading = await self._read_again()
        agenda, meeting_id, today = reading.agenda, self._meeting_id, self.house.today
        if agenda is None:
            self.say(f"Not saved: {reading.words}")
            return
        form = self._show_numbers(form, agenda)
        self._meeting_id, others = await self.house.desk.ask(
            lambda book: agenda_saved(book, agenda, meeting_id, self._body.id, today)
        )
        self._saved = form
        self.head(f"Prepare · {printed_date(agenda.on)} · {self._body.name}")
        self.say(f"{arisen} Saved.{others} esc goes back, ctrl+t takes the minutes.".lstrip())

    def _show_numbers(self, form: MeetingForm, agenda: Agenda) -> MeetingForm:
        """Put the numbers that items were given where they were typed; the form as it stands then."""
        if self.filled() != form or agenda.items == read_items(form.agenda):
            return form  # a letter typed meanwhile is worth more than a number shown
        self._area("agenda").fill(write_items(agenda.items))
        return self.filled()

    def keep(self) -> None:
        """Save what can be read, where the program ends with something unsaved."""
        if self.is_unsaved:
            reading = read_form(self.filled(), self._base, self._body, read_day(self.house.today))
            agenda, meeting_id = reading.agenda, self._meeting_id
            if agenda is not None:
                self.house.desk.post(lambda book: book.save_agenda(agenda, meeting_id=meeting_id))

    # -- how its minutes are written -----------------------------------------------------------

    def action_style(self) -> None:
        """Change the body's house style; what is typed here stays."""
        if self._ready:
            self.house.change_style(self._body.id, self._meeting_id)

    def refresh_records(self) -> None:
        """Take in what was changed of the body's house style meanwhile."""
        if self._ready:
            self.do(self._read_style, only_latest="style")

    async def _read_style(self) -> None:
        before = self._body
        self._body = await self.house.desk.ask(lambda book: book.body(before.id))
        self._base = restyled(self._base, before, self._body)

    # -- an agenda from a file -----------------------------------------------------------------

    def action_import(self) -> None:
        """Read an agenda from a file."""
        self.asking.ask("import", "Agenda from the file:")
        self.say("Text, Markdown, Word or PDF; enter reads it, esc does not.")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Read the file."""
        if event.text.strip():
            self.do(partial(self._import, Path(event.text.strip())))

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Read nothing."""
        self.say()

    async def _import(self, path: Path) -> None:
        from tui.handed_in import read_handed

        self.say(f"Reading {path} …")
        handed = await asyncio.to_thread(read_handed, path, self._body.name)
        if handed.record is not None:
            self.say(f"{path} is the record of a meeting: i on the Book screen brings it in.")
        elif handed.reading is None and not handed.items:
            self.say(handed.refusal)
        else:
            self.asking.close()
            if handed.reading is not None:
                self._put_in(handed.reading)
            else:
                self._area("agenda").fill(handed.items)
                self.say(f"{path} has no date or no body's name: it was taken as items alone.")
