"""The live screen: the clerk types, the minutes grow above as they will print."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding

from minutes.english import short_date
from storage import BookError
from storage.records import Draft, MeetingRecord
from tui.palette import of_shorthand
from tui.screens.taking_page import TakingPage
from tui.sight import entry_of, line_to_take, minutes_since
from tui.standing import is_put
from tui.taking import Taking
from tui.widgets.agenda_list import AgendaList
from tui.widgets.composer import AT_THE_END, Composer, Place
from tui.widgets.key_line import KeyLine
from tui.widgets.meeting_pane import MeetingPane
from tui.widgets.owed_list import OwedList
from tui.widgets.record_view import RecordView
from tui.widgets.rows import Rows
from tui.widgets.sign_line import SignLine
from tui.widgets.status_line import StatusLine
from tui.widgets.typing_box import TypingBox


class LiveScreen(TakingPage):
    """Taking the minutes of one meeting."""

    TITLE = "Live"
    HELP = """\
Type a line and press enter: it is recorded, and stands above as it will print. A plain sentence is \
minuted; ? asks, > replies, - makes a point, ! decides, @name gives someone something to do, / commands: \
/5 takes item 5, /open and /close the meeting, /present, /apologies, /in and /out say who is here, \
/exempt and /public what may be published. The line under the composer says how yours is read before \
you press enter. Nothing typed is refused: a line that cannot be read is kept, to check.

With nothing typed, up goes into the record: enter retypes a line, del deletes it, ctrl+o inserts one \
below it, ctrl+e makes it alone exempt, shift+up and shift+down move it. ctrl+g goes to the agenda: type an \
item's number or a part of its title, enter takes it, → goes into its record. ctrl+z takes back what you \
typed, and then what you did. Everything is saved as you type: closing the terminal loses nothing.

While matters arising are taken, what is owed stands beside the record; f8 goes there at any time. enter \
begins the report on the one chosen, d says it is done, e defers it, x drops it, r rates it: your words \
follow, and enter records them in the minutes and with the action at once.

f6 takes a recorded vote on what is up for vote, one key a member. f7 lists what to put right; a meeting can \
be closed all the same. The line at the top counts who is here; below the quorum, and after a tie, the upper \
edge of the typing box says so as long as it lasts. ctrl+p finds every command by any word of it."""
    DEFAULT_CSS = """
    LiveScreen { layout: vertical; }
    LiveScreen KeyLine { display: none; height: 1; }
    LiveScreen.-reviewing KeyLine { display: block; }
    LiveScreen.-reviewing SignLine { display: none; }
    """
    AUTO_FOCUS = "Composer"
    BINDINGS = [
        Binding("ctrl+g", "go_to", "Go to item", tooltip="Find an item by number or title, and take it"),
        Binding("ctrl+z", "undo_act", "Undo", show=False, tooltip="Take back the last act"),
        Binding("ctrl+y", "redo_act", "Redo", show=False, tooltip="Do again what was taken back"),
        # at once: what is typed behind it is for the list
        Binding(
            "f8",
            "owed",
            "What is owed",
            show=False,
            tooltip="Open actions beside the record; choosing one begins its report",
            priority=True,
        ),
    ]

    def __init__(self, meeting_id: int, entry_id: int | None = None, item_id: int | None = None) -> None:
        super().__init__(meeting_id)
        self._lead = entry_id, item_id  # the line to begin at, or the item
        self._begun = False

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield StatusLine()
        yield MeetingPane()
        yield TypingBox(self.house.clock)
        yield SignLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to take the meeting."""
        self.box = self.query_one(TypingBox)
        self.composer = self.query_one(Composer)
        self.pane = self.query_one(MeetingPane)
        self.status = self.query_one(StatusLine)
        self.taking = Taking(
            self.house.desk,
            self.meeting_id,
            self.house.clock,
            shown=self._show_record,
            refused=self._take_back,
            typing=lambda: self.box.typed,
        )
        self.watch(self.composer, "place", self._follow_place, init=False)
        self.set_interval(1, self._tick)
        self.lead_to(*self._lead)

    # -- the record, down into the widgets -----------------------------------------------------

    def refresh_records(self) -> None:
        """Read the meeting again."""
        self.run_worker(self._load())

    async def _load(self) -> None:
        begins, self._begun = not self._begun, True
        try:
            if begins:
                self._restore(await self.taking.begin())
            else:
                await self.taking.load()
        except BookError as error:
            self._begun = not begins
            self.report(str(error))

    def _restore(self, draft: Draft | None) -> None:
        if draft is not None:
            since = f"\n{self.composer.text}" if self.composer.text else ""
            self.composer.load(draft.text + since, Place(draft.entry_id, draft.after_id))
            self.status.saved = "draft saved"

    def _show_record(self, record: MeetingRecord, said: str) -> None:
        if not self.is_attached:
            return
        place = self.composer.place
        if any(gone and not entry_of(record, gone) for gone in (place.replacing, place.after)):
            self.composer.place = AT_THE_END
            said = "That line is gone from the record; enter adds yours at the end."
        self.status.body = record.body.name
        self.status.on = short_date(record.meeting.on)
        self._show_saved()
        self.box.note(said)
        self.pane.record = record

    @on(MeetingPane.Seen)
    def _show_sight(self, event: MeetingPane.Seen) -> None:
        self.status.presence = event.sight.presence
        foot, sitting = self.query_one(SignLine), event.sight.sitting
        foot.over, foot.voted = sitting.closed is not None, is_put(sitting)
        self.box.sight = event.sight
        self._tick()

    @on(MeetingPane.Failed)
    def _say_failed(self, event: MeetingPane.Failed) -> None:
        self.report(f"That could not be shown: {event.error}")

    def _tick(self) -> None:
        now = self.house.clock()
        self.status.time = f"{now:%H:%M:%S}"
        sight = self.pane.sight
        self.pane.frame.since = minutes_since(sight.taken_at, now) if sight else ""

    # -- typing --------------------------------------------------------------------------------

    @on(Composer.Submitted)
    def _submit(self, event: Composer.Submitted) -> None:
        self.composer.on_its_way.remove(event)
        self.taking.submit(event.text, event.place)
        self.status.saved = "recording"
        self.pane.look_at_taken()
        self.box.say("")

    @on(Composer.Edited)
    def _keep_typing(self) -> None:
        self.run_worker(self._keep())

    async def _keep(self) -> None:
        try:
            if await self.taking.keep():
                self._show_saved()
        except BookError as error:
            self.status.saved = "NOT SAVED"
            self.report(str(error))

    def _show_saved(self) -> None:
        if self.taking.busy:
            self.status.saved = "recording"
        else:
            self.status.saved = "draft saved" if self.composer.text else "saved"

    def report(self, line: str) -> None:
        """Show what went wrong where the clerk's eyes are."""
        self.box.say(line, wrong=True)

    def _take_back(self, text: str, place: Place, why: str) -> None:
        if text:
            self.composer.give_back(text, place)
        self.report(why)

    def _follow_place(self, place: Place) -> None:
        if place == AT_THE_END:
            self.pane.view.selected = None

    # -- in the record -------------------------------------------------------------------------

    @on(RecordView.Selected)
    def _show_source(self, event: RecordView.Selected) -> None:
        record = self.taking.record
        entry = entry_of(record, event.entry_id) if record else None
        if entry is not None and self.pane.view.has_focus:
            self.box.say(f"{entry.source}   {entry.doubt}".rstrip())

    @on(RecordView.Retype)
    def _retype(self, event: RecordView.Retype) -> None:
        record = self.taking.record
        entry = entry_of(record, event.entry_id) if record else None
        if entry is not None:
            self.box.type_at(Place(replacing=entry.id), entry.source)

    @on(RecordView.InsertBelow)
    def _insert_below(self, event: RecordView.InsertBelow) -> None:
        self.box.type_at(Place(after=event.entry_id), "")

    @on(RecordView.Exempt)
    def _exempt(self, event: RecordView.Exempt) -> None:
        if self.taking.record is not None:
            self.box.make_exempt(self.taking.record, event.entry_id)

    @on(RecordView.Delete)
    def _delete(self, event: RecordView.Delete) -> None:
        self.taking.delete(event.entry_id)

    @on(RecordView.Move)
    def _move(self, event: RecordView.Move) -> None:
        self.taking.move(event.entry_id, event.by)

    @on(RecordView.Left)
    def _type_on(self, event: RecordView.Left) -> None:
        self.composer.focus()
        if event.typed:
            self.composer.insert(event.typed)

    # -- on the agenda -------------------------------------------------------------------------

    @on(AgendaList.Taken)
    def _take_item(self, event: AgendaList.Taken) -> None:
        self.composer.focus()
        sight = self.pane.sight
        if sight is None or event.item_id == sight.taking:
            return
        if line := line_to_take(sight.sitting, event.item_id):
            self.taking.submit(line)
        else:
            self.report("This item has no number to take it by: f4 and ctrl+s there give it one.")

    @on(AgendaList.Left)
    def _leave_agenda(self, event: AgendaList.Left) -> None:
        view = self.pane.view
        (view if event.into_record and view.entries else self.composer).focus()

    # -- in what is owed -----------------------------------------------------------------------

    def action_owed(self) -> None:
        """Go through what is owed to the body, beside the record; or back."""
        if self.pane.owed.has_focus:
            self.pane.back_beside()
            self._leave_owed()
        else:
            self.pane.go_to_owed()

    @on(Rows.Moved)
    def _tell_promise(self, event: Rows.Moved) -> None:
        if event.rows is self.pane.owed and event.rows.has_focus:
            self.box.say(self.pane.owed.told)

    @on(OwedList.Begun)
    def _begin_report(self, event: OwedList.Begun) -> None:
        self.box.begin(event.line)
        self.set_focus(self.composer)  # at once: what is typed next is the report

    @on(OwedList.Left)
    def _leave_owed(self) -> None:
        self.set_focus(self.composer)

    # -- focus and keys ------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """Name the keys of what has the focus; typing, look at the item that is taken."""
        typing = self.focused is self.composer
        self.set_class(not typing, "-reviewing")
        if self.focused is self.pane.owed:
            self.box.say(self.pane.owed.told)
        if typing:
            if self.composer.place == AT_THE_END:
                self.pane.look_at_taken()
                self.pane.view.release()
            self.box.read()

    @on(Composer.Left)
    def _into_the_record(self) -> None:
        if self.pane.view.entries:
            self.pane.view.focus()

    def action_go_to(self) -> None:
        """Find an item on the agenda."""
        self.pane.go_to_agenda()

    @on(Composer.UndoAct)
    def action_undo_act(self) -> None:
        """Take back the clerk's last act on this meeting."""
        self.taking.undo()

    @on(Composer.RedoAct)
    def action_redo_act(self) -> None:
        """Do again the act last taken back."""
        self.taking.redo()

    def commands(self) -> Iterable[SystemCommand]:
        """The commands of the shorthand; choosing one begins a line with it."""
        return of_shorthand(self.box.begin)

    # -- leaving -------------------------------------------------------------------------------

    def on_screen_suspend(self) -> None:
        """Keep what is typed while another screen is shown, or this one closes."""
        closes = self not in self.app.screen_stack
        self.house.desk.post(self.taking.keeping(at_last=closes))

    def keep(self) -> None:
        """Keep what is typed, without waiting: another screen comes, or the program ends."""
        self.house.desk.post(self.taking.keeping())

    async def kept(self) -> None:
        """Wait until what is typed is kept, if not in the book in a file of its own."""
        await self.house.desk.ask(self.taking.keeping(at_last=True))

    async def shown(self) -> None:
        """Wait until the record is shown as it is."""
        await self.pane.shown()

    async def settled(self) -> None:
        """Wait until everything entered is recorded."""
        await self.taking.settled()
