"""The Import screen: what was taken from a file, and what to check of it, for a yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from minutes.english import counted, listed, printed_date
from storage import Imported, MinuteBook
from tui.handed_in import Handed, Told, fate, left_out, told
from tui.screens.sheet import Sheet

_SIGNS = 5  # columns of the numbers of items


class ImportScreen(Sheet):
    """What the file `path` came to: an agenda, or the record of a meeting."""

    TITLE = "Import"
    AUTO_FOCUS = "#taken"
    HELP = """\
This is what was taken from the file. Nothing of it is in the book yet: y saves it, n does not, p saves it \
and opens it on the Prepare screen. A line that begins with a question mark is to be checked: it was put \
together from several places of the file, or stands where it may mean something else. Where the book has the \
meeting already, it is completed: what is there stays, also where the file says otherwise."""
    BINDINGS = [
        Binding("y,enter", "save", "Yes, save", key_display="y", tooltip="Save it in the book"),
        Binding("p", "prepare", "Save and prepare", tooltip="Save it, and change it on the Prepare screen"),
        Binding("n,escape", "leave", "No", key_display="n", tooltip="Go back; nothing is saved"),
        Binding("down,j", "read(1)", "Down", key_display="↓", show=False),
        Binding("up,k", "read(-1)", "Up", key_display="↑", show=False),
        Binding("pagedown,space", "read(15)", show=False),
        Binding("pageup", "read(-15)", show=False),
    ]
    DEFAULT_CSS = """
    ImportScreen > #taken { height: 1fr; margin: 1 1 0 1; scrollbar-size-vertical: 1; }
    ImportScreen > #taken > Static { height: auto; }
    """

    def __init__(self, path: Path, handed: Handed) -> None:
        super().__init__()
        self._path = path
        self._handed = handed
        self._saved = False

    def compose_sheet(self) -> Iterable[Widget]:
        """All that was taken, under one another."""
        with VerticalScroll(id="taken"):
            yield Static(_shown(self._handed))

    def on_mount(self) -> None:
        """Say what saving it will do."""
        self.head(f"Import · {self._path.name}")
        self.do(self._foretell)

    async def _foretell(self) -> None:
        reading, today = self._handed.reading, self.house.today
        if reading is None:
            self.say("It makes the meeting anew, as it stood in the other book. Save it? y or n")
            return
        agenda = reading.agenda
        words = await self.house.desk.ask(lambda book: fate(agenda, book.bodies(today), book.meetings(today)))
        self.say(f"{words} Save it? y or n")

    def action_read(self, way: int) -> None:
        """Scroll."""
        self.query_one("#taken").scroll_relative(y=way, animate=False)

    def action_save(self) -> None:
        """Save it, and go back."""
        self.do(self._save)

    def action_prepare(self) -> None:
        """Save it, and open it on the Prepare screen."""
        self.do(self._save_and_prepare)

    def action_leave(self) -> None:
        """Go back; nothing is saved."""
        self.house.go_back(self)

    async def _save(self) -> None:
        imported = await self._saved_now()
        if imported is not None:
            self.house.go_back(self)
            self.app.notify(_outcome(imported), markup=False)

    async def _save_and_prepare(self) -> None:
        imported = await self._saved_now()
        if imported is not None:
            self.house.go_back(self)
            self.house.prepare(imported.meeting_id)

    async def _saved_now(self) -> Imported | None:
        """What saving brought into the book; None where a key was pressed twice."""
        if self._saved:
            return None
        self._saved = True
        try:
            return await self.house.desk.ask(_saving(self._handed))
        except BaseException:
            self._saved = False
            raise


def _saving(handed: Handed) -> Callable[[MinuteBook], Imported]:
    if handed.reading is not None:
        agenda = handed.reading.agenda
        return lambda book: book.save_agenda(agenda)
    record = handed.record
    assert record is not None
    return lambda book: book.take_in(record)


def _shown(handed: Handed) -> Group:
    """All that was taken: whose, when and how many, then the items, what is to be checked set off."""
    lines = _lines(handed)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_SIGNS, justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for line in lines:
        if line.sign is not None:
            style = "bold" if line.is_doubt or not line.below else ""
            table.add_row(Text(line.sign, style), Text(line.text, style))
    return Group(*(Text(line.text) for line in lines if line.sign is None), table)


def _lines(handed: Handed) -> list[Told]:
    if handed.reading is not None:
        gone = [Told(f"left out: {line}", "", below=True) for line in left_out(handed.reading)]
        return [*told(handed.reading, whole=True), *([Told("", "", below=True)] if gone else []), *gone]
    assert handed.record is not None
    record = handed.record.record
    counts = (counted(len(record.items), "item"), counted(len(record.entries), "line"))
    return [Told(record.body.name), Told(printed_date(record.meeting.on)), Told(listed(counts))]


def _outcome(imported: Imported) -> str:
    what = "made" if imported.meeting_made else "completed"
    added = [counted(imported.items_added, "item"), counted(imported.people_added, "person", "people")]
    return f"The meeting was {what}: {listed(added)} added."
