"""The Help screen: what the screen is for, its keys, and the shorthand."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import fill
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.sheet import Sheet
from tui.widgets.key_line import named_keys

if TYPE_CHECKING:
    from minutes.shorthand import Command

_LEFT = 26  # columns of keys and commands
_MARGINS = 4
_NARROWEST = 40  # columns; a smaller terminal cuts the text off


class HelpScreen(Sheet):
    """Explains the screen it is shown over."""

    TITLE = "Help"
    AUTO_FOCUS = "#help"
    HELP = "This is the help: move with the arrow keys and page down, esc goes back."
    BINDINGS = [
        Binding("escape,q,f1", "leave", "Back", tooltip="Go back to the screen"),
        Binding("down,j", "read(1)", "Down", key_display="↓"),
        Binding("up,k", "read(-1)", "Up", key_display="↑"),
        Binding("space", "page", "Page down"),
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
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Say which screen it explains."""
        self.head(f"Help · {self._about.TITLE or 'minutebook'}")

    def on_resize(self, event: Resize) -> None:
        """Set the text for the new width."""
        width = max(event.size.width - _MARGINS, _NARROWEST)
        parts = [part.lstrip("\n") for part in getattr(self._about, "HELP", "").split("\n\n")]
        content = [Content("\n\n".join(_set(part, width) for part in parts))]
        for heading, rows in (("Keys", _keys(self._about)), *_shorthand()):
            content += [Content.styled(heading, "bold"), Content(_table(rows, width))]
        self.query_one("#help > Static", Static).update(Content("\n\n").join(content))

    def action_read(self, way: int) -> None:
        """Scroll a line."""
        self.query_one("#help").scroll_relative(y=way, animate=False)

    def action_page(self) -> None:
        """Scroll a page."""
        self.query_one("#help").scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Go back to the screen."""
        self.house.go_back(self)


def _keys(screen: Screen[object]) -> Iterable[tuple[str, str]]:
    keys = named_keys(screen, shown_only=False)
    return ((name, binding.tooltip or binding.description) for name, binding in keys)


def _set(part: str, width: int) -> str:
    """A paragraph in lines of `width`; an indented one, an example, keeps its own."""
    return part if part.startswith(" ") else fill(part, width, break_on_hyphens=False)


def _table(rows: Iterable[tuple[str, str]], width: int) -> str:
    """Two columns; what does not fit beside a long left one goes below it, in its own column."""
    listed = list(rows)
    left_width = min(_LEFT, max((len(left) for left, _ in listed), default=0))
    hanging = " " * (left_width + 4)
    lines: list[str] = []
    for left, right in listed:
        beside = len(left) <= left_width
        opening = f"  {left:{left_width}}  " if beside else hanging
        lines += [] if beside else [f"  {left}"]
        lines.append(
            fill(right, width, initial_indent=opening, subsequent_indent=hanging, break_on_hyphens=False)
        )
    return "\n".join(lines)


def _shorthand() -> Iterable[tuple[str, Iterable[tuple[str, str]]]]:
    """The shorthand's own tables: what a line may begin with, and the commands."""
    from minutes.shorthand import COMMANDS, SIGNS

    where = "On the live screen"
    yield f"{where}: what a line begins with", ((sign.example, sign.purpose) for sign in SIGNS)
    told = ((f"/{command.name} {command.takes}", _told(command)) for command in COMMANDS.values())
    yield f"{where}: commands", told


def _told(command: Command) -> str:
    """What a command is for, with an example where what it takes is none."""
    return f"{command.purpose} {command.example}" if command.takes else command.purpose
