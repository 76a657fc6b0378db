"""The Help screen: what the screen is for, its keys, and the shorthand."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.sheet import Sheet
from tui.widgets.key_line import named_keys


class HelpScreen(Sheet):
    """Explains the screen it is shown over."""

    TITLE = "Help"
    AUTO_FOCUS = "#help"
    HELP = "This is the help: move with the arrow keys and page down, esc goes back."
    BINDINGS = [
        Binding("escape,q,f1", "leave", "Back", tooltip="Go back to the screen"),
        Binding("down,j", "read(1)", "Down"),
        Binding("up,k", "read(-1)", "Up"),
    ]
    DEFAULT_CSS = """
    HelpScreen > #help { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    HelpScreen > #help > Static { height: auto; }
    """

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._about = about

    def compose_sheet(self) -> Iterable[Widget]:
        """One text to scroll through."""
        with VerticalScroll(id="help"):
            yield Static(self._explanation(), markup=False)

    def on_mount(self) -> None:
        """Say which screen it explains."""
        self.head(f"Help · {self._about.TITLE or 'minutebook'}")

    def _explanation(self) -> Content:
        text = getattr(self._about, "HELP", "")
        paragraphs = [Content(text), Content.styled("Keys", "bold"), Content(_keys(self._about))]
        for heading, rows in _shorthand():
            paragraphs += [Content.styled(heading, "bold"), Content(_table(rows))]
        return Content("\n\n").join(paragraphs)

    def action_read(self, way: int) -> None:
        """Scroll a line."""
        self.query_one("#help").scroll_relative(y=way, animate=False)

    def action_leave(self) -> None:
        """Go back to the screen."""
        self.house.go_back()


def _keys(screen: Screen[object]) -> str:
    keys = named_keys(screen, shown_only=False)
    return _table((name, binding.tooltip or binding.description) for name, binding in keys)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    """Two columns; the right one keeps to its own side where it goes on over the line."""
    listed = list(rows)
    width = min(28, max((len(left) for left, _ in listed), default=0))
    return "\n".join(f"  {left:{width}}  {right}" for left, right in listed)


def _shorthand() -> Iterable[tuple[str, Iterable[tuple[str, str]]]]:
    """The shorthand's own tables: what a line may begin with, and the commands there are so far."""
    from minutes.shorthand import COMMANDS, SIGNS

    yield "The shorthand: what a line begins with", ((sign.example, sign.purpose) for sign in SIGNS)
    built = (command for command in COMMANDS.values() if command.read is not None)
    yield "Commands", ((f"/{command.name} {command.takes}", command.purpose) for command in built)
