"""The box the clerk types in: the composer, what its line means, where it goes, what was done last,
and, as long as it stands, what must not be overlooked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from minutes.shorthand import complete
from storage.records import Kind, MeetingRecord
from tui.latest import Latest
from tui.live_reading import Question, answer
from tui.roll_call import parted
from tui.sight import Sight, entry_of
from tui.taking import Submission
from tui.widgets.composer import Composer, Place

EXEMPT = "/exempt "  # and the paragraphs, where one line is made exempt


class TypingBox(Vertical):
    """The composer with a line under it; only the composer's own growth lays anything out anew.

    `sight` is the meeting the line is read in; `clock` tells the time a command takes.
    """

    DEFAULT_CSS = """
    TypingBox { height: auto; border: solid $foreground; border-title-style: bold; }
    TypingBox.-alert { border-title-color: $error; }
    TypingBox > #reading { height: 1; padding: 0 1; text-overflow: ellipsis; text-wrap: nowrap; }
    TypingBox > #reading.-wrong {
        height: auto; max-height: 3; text-wrap: wrap; text-style: bold; color: $error;
    }
    """

    sight: reactive[Sight | None] = reactive(None, repaint=False)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._wrong_at: str | None = None
        self._readings = Latest(answer, self._show_reading, self._fail)

    def compose(self) -> ComposeResult:
        """Put the reading under the line."""
        yield Composer()
        yield Static(id="reading", markup=False)

    def on_mount(self) -> None:
        """Follow where the text goes."""
        self.composer = self.query_one(Composer)
        self.watch(self.composer, "place", self._show_place, init=False)

    # -- what is said --------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """The line under the composer, as text."""
        return str(self.query_one("#reading", Static).content)

    def say(self, line: str | Content, *, wrong: bool = False) -> None:
        """Write the line under the composer; `wrong` where something failed."""
        reading = self.query_one("#reading", Static)
        reading.set_class(wrong, "-wrong")
        self._wrong_at = self.composer.text if wrong else None
        reading.update(line if isinstance(line, Content) else Content(line), layout=wrong)

    def note(self, done: str) -> None:
        """Write what the clerk's last act did into the lower edge, "" for nothing."""
        self.border_subtitle = Content(done) if done else None

    def _show_place(self, place: Place) -> None:
        entry = entry_of(self.sight.record, place.replacing or place.after) if self.sight else None
        verb = "retyping" if place.replacing else "inserting below"
        alert = self.sight.alert if self.sight else ""
        self.set_class(bool(alert) and entry is None, "-alert")
        edge = f"{verb} (esc leaves it): {entry.source}" if entry else alert
        self.border_title = Content(edge) if edge else None

    # -- what is typed -------------------------------------------------------------------------

    @property
    def typed(self) -> list[Submission]:
        """What the composer holds, and what has left it and waits to be recorded."""
        sent = [Submission(event.text, event.place) for event in self.composer.on_its_way]
        return [*sent, Submission(self.composer.text, self.composer.place)]

    def type_at(self, place: Place, text: str) -> None:
        """Have `text` typed on at `place`, unless another line is being typed."""
        if self.may_leave():
            self.composer.load(text, place)
        self.composer.focus()

    def make_exempt(self, record: MeetingRecord, entry_id: int) -> None:
        """Have the paragraphs typed under which one line is exempt, between an /exempt and a /public."""
        ids = [entry.id for entry in record.entries]
        entry = record.entries[ids.index(entry_id)]
        below = record.entries[ids.index(entry_id) + 1 :][:1]
        if entry.exempt is not None:
            self.say("That line is exempt already.", wrong=True)
        elif entry.kind is Kind.ITEM:
            self.say(
                "That is a whole item: /exempt, its number and the paragraph make it exempt.", wrong=True
            )
        elif below and below[0].kind in (Kind.REPLY, Kind.FOLLOW_ON):
            self.say(
                "The line below belongs to it: type /exempt 3 above both (ctrl+o), /public below.", wrong=True
            )
        elif self.may_leave():
            self.composer.load(f"{EXEMPT}\n{entry.source}\n/public", Place(replacing=entry_id))
            self.composer.move_cursor((0, len(EXEMPT)))
            self.composer.focus()

    def may_leave(self) -> bool:
        """Whether no line is being typed; says so where one is."""
        if self.composer.text:
            self.say("Record the line you are typing first (enter), or clear it (esc).", wrong=True)
        return not self.composer.text

    @property
    def roll(self) -> str:
        """The lines of a half-taken roll that stand in the composer, "" for none."""
        return parted(self.composer.text)[1]

    def hold_roll(self, lines: str, apart: Sequence[str] = ()) -> None:
        """Hold these lines of a half-taken roll below what else is typed, in place of those before; `apart`
        are lines among those before that are none of the roll's."""
        rest, _ = parted(self.composer.text)
        text = "\n".join(part for part in (rest, *apart, lines) if part)
        if text != self.composer.text:
            self.composer.load(text, self.composer.place)

    def begin(self, start: str) -> None:
        """Begin a line with `start`, below what is typed already."""
        self.composer.move_cursor(self.composer.document.end)
        self.composer.insert(f"\n{start}" if self.composer.text else start)
        self.composer.focus()

    # -- what the line means -------------------------------------------------------------------

    @on(Composer.Edited)
    def read(self) -> None:
        """Say what the line the cursor is in means."""
        if self.sight is not None:
            question = Question(
                self.composer.line,
                self.composer.above,
                self.composer.place,
                f"{self._clock():%H:%M}",
                self.sight.record,
                self.sight.sitting,
            )
            self._readings.want(question)

    async def settled(self) -> None:
        """Wait until what was asked about the line is answered."""
        await self._readings.settled()

    def watch_sight(self, before: Sight | None) -> None:
        """Read what was typed before the meeting was there, and show at once what must not be overlooked."""
        if before is None and self.composer.text:
            self.read()
        self._show_place(self.composer.place)

    def _show_reading(self, reading: Content) -> None:
        if not self.is_attached or self.composer.text == self._wrong_at:
            return  # what went wrong stays to be read until the clerk types on
        if self.composer.text or self.composer.has_focus:  # else the record says what is selected there
            self.say(reading if self.composer.text else "")

    def _fail(self, error: Exception) -> None:
        if self.is_attached:
            self.say(f"That could not be read: {error}", wrong=True)

    @on(Composer.CompletionWanted)
    def _complete(self, event: Composer.CompletionWanted) -> None:
        event.stop()
        if self.sight is not None:
            self.composer.offer(event.line, complete(event.line, event.column, self.sight.sitting))
