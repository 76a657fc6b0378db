"""The meeting as it stands: its agenda, and beside it the record of one item."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from storage.records import MeetingRecord
from tui.latest import Latest
from tui.sight import Look, Sight, entry_of, see
from tui.widgets.agenda_list import AgendaList
from tui.widgets.owed_list import OwedList
from tui.widgets.record_frame import RecordFrame
from tui.widgets.record_view import RecordView

TEXT_WIDTH = 76  # as wide as it prints; narrower where the terminal is


class MeetingPane(Horizontal):
    """Shows the item being taken, or one that is looked at; beside it the agenda, or what is owed. `Seen`
    tells of every look at the record."""

    DEFAULT_CSS = """
    MeetingPane { height: 1fr; }
    MeetingPane > AgendaList { width: 26; border: solid $foreground; }
    MeetingPane > OwedList { display: none; width: 50%; }
    MeetingPane > RecordFrame { width: 1fr; }
    """

    record: reactive[MeetingRecord | None] = reactive(None, repaint=False, always_update=True)

    @dataclass
    class Seen(Message):
        """The record is shown as it is, or another item of it."""

        sight: Sight

    @dataclass
    class Failed(Message):
        """The record could not be shown."""

        error: Exception

    def __init__(self) -> None:
        super().__init__()
        self.sight: Sight | None = None
        self._looking: tuple[bool, int | None] = (False, None)  # elsewhere than what is taken, and where
        self._lead: tuple[int | None, int | None] | None = None  # the line, or item, to go to
        self._led_to: int | None = None  # the line to be selected as soon as it is in sight
        self._led_to_item: int | None = None  # the item to be looked at as soon as the agenda is there

    def compose(self) -> ComposeResult:
        """Put the agenda, or what is owed, before the record."""
        yield AgendaList()
        yield OwedList()
        with RecordFrame():
            yield RecordView()

    def on_mount(self) -> None:
        """Begin to look."""
        self.agenda = self.query_one(AgendaList)
        self.owed = self.query_one(OwedList)
        self.frame = self.query_one(RecordFrame)
        self.view = self.query_one(RecordView)
        self._looks = Latest(see, self._show, self._fail)

    def watch_record(self) -> None:
        """Show the record as it is now."""
        self._look()
        self._follow_lead()

    def on_resize(self) -> None:
        """Wrap the record for the new width, once it is laid out."""
        self.call_after_refresh(self._look)

    @on(AgendaList.LookedAt)
    def _look_at_item(self, event: AgendaList.LookedAt) -> None:
        event.stop()
        self._look_at(event.item_id, elsewhere=True)

    def look_at_taken(self) -> None:
        """Look at the item being taken."""
        self._look_at(None, elsewhere=False)

    def lead_to(self, entry_id: int | None, item_id: int | None) -> bool:
        """Go to a line, wherever it stands, or to an item on the agenda, as soon as the record is there;
        whether either is named."""
        self._lead = (entry_id, item_id)
        self._follow_lead()
        return entry_id is not None or item_id is not None

    def _follow_lead(self) -> None:
        if self._lead is None or self.record is None:
            return
        (entry_id, item_id), self._lead = self._lead, None
        entry = entry_of(self.record, entry_id)
        if entry is not None:
            self._led_to = entry.id
            self._looking = (True, entry.item_id)
            self._look()
        elif entry_id is None and item_id is not None:
            self._led_to_item = item_id
            self._looking = (True, item_id)
            self._look()

    # -- beside the record ---------------------------------------------------------------------

    def go_to_agenda(self) -> None:
        """Let the agenda have the keys."""
        self._put_beside(owed=False)
        self.screen.set_focus(self.agenda)

    def go_to_owed(self) -> None:
        """Let what is owed have the keys."""
        self._put_beside(owed=True)
        self.screen.set_focus(self.owed)

    @on(AgendaList.Taken)
    @on(AgendaList.Left)
    @on(OwedList.Left)
    def back_beside(self) -> None:
        """Have beside the record what belongs to the item being taken."""
        self._put_beside(owed=self._arises)

    @property
    def _arises(self) -> bool:
        """Whether the item being taken is there to go through what is owed."""
        owed = self.sight.owed if self.sight is not None and self.sight.arises else None
        return owed is not None and bool(owed.lines)

    def _put_beside(self, *, owed: bool) -> None:
        if self.owed.display is not owed:
            self.owed.display, self.agenda.display = owed, not owed
            self.call_after_refresh(self._look)

    async def shown(self) -> None:
        """Wait until the record is shown as it is."""
        await self._looks.settled()

    def _look_at(self, item_id: int | None, *, elsewhere: bool) -> None:
        if self._looking != (elsewhere, item_id):
            self._looking = (elsewhere, item_id)
            self._look()

    def _look(self) -> None:
        width = min(TEXT_WIDTH, self.view.scrollable_content_region.width)
        if self.record is not None and width > 0:
            elsewhere, item_id = self._looking
            self._looks.want(Look(self.record, width, elsewhere, item_id, owed=self.owed.display))

    def _fail(self, error: Exception) -> None:
        self.post_message(self.Failed(error))

    def _show(self, sight: Sight) -> None:
        if not self.is_attached:
            return
        before, self.sight = self.sight, sight
        if sight.owed is not None:
            self.owed.show_owed(sight.owed)
        if before is None or (before.taking, before.arises) != (sight.taking, sight.arises):
            self._put_beside(owed=self._arises)
        self.view.show(sight.lines, follow=sight.item_id == sight.taking)
        self.agenda.show(sight.rows)
        self.frame.head, self.frame.exempt = sight.head, sight.exempt is not None
        self.frame.border_subtitle = Content(sight.foot) if sight.foot else None
        if self._led_to in self.view.entries:
            self.screen.set_focus(self.view)
            self.view.selected = self._led_to
            self._led_to = None
        if self._led_to_item is not None:
            self.go_to_agenda()
            self.agenda.call_later(self.agenda.go_to, self._led_to_item)
            self._led_to_item = None
        self.post_message(self.Seen(sight))
