"""What is owed, beside the record: choosing one begins the line that tells what was heard of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from minutes.english import short_date
from storage.records import PromiseLine
from tui.owed import Owed
from tui.promises import due_in_words, promise_row, task_in_words
from tui.widgets.promise_list import PromiseList
from tui.widgets.rows import Column, Row
from tui.widgets.typing_ahead import handed_up, obeyed

_TASK, _WHEN = Column(25, 1), Column(16)
_HEARD = "✓"


class OwedList(PromiseList):
    """The promises of earlier meetings; those that a line of this one was about are ticked."""

    DEFAULT_CSS = """
    OwedList { border: solid $foreground; height: 1fr; }
    """
    BINDINGS = [
        Binding("enter,n", "begin('report')", "Report", tooltip="Type what was heard of it"),
        Binding("d", "begin('done')", "Done", tooltip="Type how it was done"),
        Binding("e", "begin('defer')", "Defer", tooltip="Type its new date, and the reason"),
        Binding("x", "begin('drop')", "Drop", tooltip="Type why it is dropped"),
        Binding("r", "begin('rate')", "Rate", tooltip="Type its rating"),
        Binding("space", "leaf(1)", show=False),
        Binding("escape", "leave", "Back"),
    ]

    @dataclass
    class Begun(Message):
        """`line` begins what is typed of the promise chosen."""

        line: str

    class Left(Message):
        """Back to the composer."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._owed = Owed()
        self.border_subtitle = "f8"

    def show_owed(self, owed: Owed) -> None:
        """Show what is owed; where the one under the cursor was heard of just now, go on to the next."""
        if owed == self._owed:
            return
        here = self.key
        told = here is not None and owed.is_heard(here) and not self._owed.is_heard(here)
        self._owed = owed
        widest = max((len(line.reference) for line in owed.lines), default=0)
        self.list_lines(owed.lines, owed.on, columns=(Column(widest), _TASK, _WHEN))
        left = sum(not owed.is_heard(line.id) for line in owed.lines)
        self.border_title = Content(f"Owed · {left} of {len(owed.lines)} to go through")
        if told:
            self._go_on()

    async def led_on(self, key: str) -> bool:
        """Obey every key of its own at once: what is typed behind it is for the composer."""
        return await obeyed(self, key) or await super().led_on(key)

    def row_of(self, line: PromiseLine) -> Row:
        """The row of a promise: reference, words and who owes it, due date or what was heard."""
        row = promise_row(line, self.today)
        heard = (self._owed.heard or {}).get(line.id, "")
        owners = f" – {row.cells[2]}" if line.owners else ""
        cells = (line.reference, f"{task_in_words(line)}{owners}", heard or row.cells[1])
        return replace(row, cells=cells, warning=row.warning and not heard, mark=_HEARD if heard else "")

    @property
    def told(self) -> str:
        """The promise under the cursor in a line; when it is due first, which a narrow list does not show."""
        line = self.promise
        if line is None:
            return "Nothing is owed to this body."
        owners = line.owners.replace("; ", ", ")
        words = f"{owners}: {task_in_words(line)}" if owners else task_in_words(line)
        minute = f", minute {line.minute}" if line.minute else ""
        return f"{due_in_words(line, self.today)} · {words} · {short_date(line.agreed_on)}{minute}"

    async def action_begin(self, command: str) -> None:
        """Begin a line about the promise under the cursor."""
        if self.promise is not None:
            await self._tell(self.Begun(f"/{command} {self.promise.reference} "))

    async def action_leave(self) -> None:
        """Go back to the composer."""
        await self._tell(self.Left())

    async def _tell(self, message: Message) -> None:
        """Tell those above, and wait until they followed."""
        assert isinstance(self.parent, Widget)
        self.parent.post_message(message)
        await handed_up(self)

    def _go_on(self) -> None:
        """Put the cursor on the next one that nothing was heard of here."""
        ahead = self.keys[self.cursor :]
        following = (key for key in ahead if key is not None and not self._owed.is_heard(key))
        if (key := next(following, None)) is not None:
            self.go_to(key)
