"""The yardstick of the open list: a bare Textual app that shows as many rows in a DataTable as can be seen.

`r` opens the table on a screen of its own and `escape` closes it, as the program does with its Actions
screen; `slash` asks for words on a line, and each letter fills the table anew.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, Static

ROWS = 18  # as many as the Actions screen shows on a terminal of 24 lines
READY, SHOWN, FILTERED = "a bare book", "ask for quotes 17", "quotes for "


def cells(number: int, words: str) -> tuple[str, str, str, str]:
    """A row like those of the Actions screen."""
    return (f"{number}/2020", "overdue 12 days", "Director of People", f"{words}ask for quotes {number}")


class Table(Screen[None]):
    """A heading, the rows, a line to type on, and a footer."""

    BINDINGS = [
        Binding("escape", "leave", "Back"),
        Binding("slash", "find", "Filter"),
    ]

    def compose(self) -> ComposeResult:
        yield Static("Actions")
        yield DataTable[str](cursor_type="row")
        yield Input()
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Ref", "Due", "Owner", "Action")
        self.fill("")

    def fill(self, words: str) -> None:
        """Show the rows anew."""
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows(cells(number, words) for number in range(ROWS))
        table.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows(cells(number, f"{FILTERED}{event.value} ") for number in range(ROWS))

    def action_find(self) -> None:
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        self.app.pop_screen()


class Bare(App[None]):
    """A line of text, and a key that opens the table."""

    BINDINGS = [Binding("r", "table", "Table")]

    def compose(self) -> ComposeResult:
        yield Static(READY)
        yield Footer()

    def action_table(self) -> None:
        self.push_screen(Table())


if __name__ == "__main__":
    Bare().run()
