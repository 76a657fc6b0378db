"""A line at the foot of a screen that asks for one thing: a word to find, a note, a date, a file name."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from minutes.cleaning import clean
from tui.widgets.typing_ahead import LineTyping, handed_up


class _Answer(LineTyping, Input):
    """Where the answer is typed. What is typed behind `enter` is for whatever has the keys then."""

    async def led_on(self, key: str) -> bool:
        """Answer, or take what is offered in place of the answer."""
        line = self.parent
        assert isinstance(line, AskLine)
        if key in ("tab", "shift+tab"):  # which leave the line nowhere else, with what is typed
            if line.turning is not None:
                self.value = line.turning(self.value, 1 if key == "tab" else -1)
                self.cursor_position = len(self.value)
            elif line.offered:
                self.value, line.offered = line.offered, ""
                self.cursor_position = len(self.value)
        elif key == "enter":
            line.post_message(line.Answered(line.purpose, self.value))
            await handed_up(self)
        else:
            return False
        return True

    def _on_paste(self, event: Paste) -> None:
        """Take in all that is pasted, its lines one behind the other."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(clean(event.text).splitlines()), *sorted(self.selection))


class AskLine(Horizontal):
    """Hidden until `ask` shows it. What it is asked for is told by its `purpose`; `offered` is what `tab`
    puts in place of the text typed, and `turning` makes that of the text and 1, or -1 for `shift+tab`."""

    BINDINGS = [Binding("escape", "leave", "Leave")]
    DEFAULT_CSS = """
    AskLine { display: none; height: 1; }
    AskLine > Static {
        width: auto; max-width: 60%; padding: 0 1 0 0; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    AskLine > Input { width: 1fr; }
    """

    class Typed(Message):
        """The text on the line changed."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Answered(Typed):
        """`enter`: the text is meant. The line stays until the screen closes it."""

    class Left(Typed):
        """`escape`: the line has closed."""

    def __init__(self, *, id: str = "ask") -> None:
        super().__init__(id=id)
        self.purpose = self.offered = ""
        self.turning: Callable[[str, int], str] | None = None
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """Put the question before the answer."""
        yield Static(markup=False)
        yield _Answer(compact=True, select_on_focus=False)

    @property
    def is_open(self) -> bool:
        """Whether it is asking."""
        return bool(self.purpose)

    @property
    def text(self) -> str:
        """What is typed on it."""
        return self.query_one(Input).value

    def ask(self, purpose: str, question: str, text: str = "", *, anew: bool = False) -> None:
        """Show the line, with `text` to be changed, and type there; `purpose` tells its messages apart.

        Where it is asked `anew`, what is typed takes the place of `text`.
        """
        if not self.is_open:
            self._came_from = self.screen.focused
        self.purpose, self.offered, self.turning = purpose, "", None
        self.query_one(Static).update(question)
        answer = self.query_one(Input)
        with answer.prevent(Input.Changed):
            answer.value = text
        answer.cursor_position = len(text)
        if anew:
            answer.select_all()
        self.display = True
        self.screen.set_focus(answer)  # at once: what is typed next is for this line

    def close(self) -> None:
        """Hide the line and go back to what had the keys before."""
        self.purpose = ""
        self.display = False
        if self._came_from is not None and self._came_from.is_attached:
            self.screen.set_focus(self._came_from)  # at once, likewise

    def action_leave(self) -> None:
        """Close without an answer."""
        left = self.Left(self.purpose, self.text)
        self.close()
        self.post_message(left)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen what is typed, and nothing of what stood here before."""
        event.stop()
        if self.is_open and event.value == self.text:
            self.post_message(self.Typed(self.purpose, event.value))
