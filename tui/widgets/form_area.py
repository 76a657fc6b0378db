"""A part of a form that takes more than one line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Paste
from textual.message import Message
from textual.widgets import Static, TextArea

from tui.widgets.typing_ahead import FormTyping


class _Area(FormTyping, TextArea):
    """A text area that tells when something was pasted, or when the keys leave it."""

    class Finished(Message):
        """A paste, or the end of typing here."""

        def __init__(self, pasted: str = "") -> None:
            super().__init__()
            self.pasted = pasted

    def on_paste(self, event: Paste) -> None:
        """Tell once the text is in."""
        self.call_later(self.post_message, self.Finished(event.text))

    def on_focus(self) -> None:
        """Show where typing goes on."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_blur(self) -> None:
        """Tell that the keys have gone elsewhere, and show the beginning, as it shrinks to a few lines."""
        if self.app.app_focus:
            self.call_after_refresh(self.scroll_home, animate=False)
        self.post_message(self.Finished())


class FormArea(Horizontal):
    """A label and a text area beside it; the mark before the area is heavy where the keys go."""

    DEFAULT_CSS = """
    FormArea { width: 1fr; }
    FormArea > Static { width: 17; height: 1fr; padding: 0 1; border-right: solid $border-blurred; }
    /* Textual looks again only inside what has such a rule itself */
    FormArea:focus-within { opacity: 100%; }
    FormArea:focus-within > Static { text-style: bold; border-right: outer $border; }
    FormArea > TextArea { width: 1fr; height: 1fr; margin-left: 1; padding: 0; scrollbar-size-vertical: 1; }
    """

    class Finished(Message):
        """Something was pasted (`pasted`), or the keys left the area."""

        def __init__(self, area: FormArea, pasted: str) -> None:
            super().__init__()
            self.area = area
            self.pasted = pasted

        @property
        def control(self) -> FormArea:
            """The area it happened in."""
            return self.area

    def __init__(self, label: str, *, id: str, hint: str = "") -> None:
        super().__init__(id=id)
        self._label = label
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Put the label before the area."""
        yield Static(self._label, markup=False)
        yield _Area(placeholder=self._hint, compact=True, highlight_cursor_line=False, tab_behavior="focus")

    @property
    def field(self) -> TextArea:
        """Where it is typed."""
        return self.query_one(TextArea)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text

    def fill(self, text: str) -> None:
        """Put `text` in the area; ctrl+z there brings back what stood before."""
        area = self.field
        if text != area.text:
            area.replace(text, area.document.start, area.document.end)
            area.move_cursor((0, 0))

    def amend(self, text: str) -> None:
        """Make what is typed `text` where it differs from it: the cursor stays, and ctrl+z undoes it."""
        before = self.text
        start = _alike(before, text)
        rest = _alike(before[start:][::-1], text[start:][::-1])
        if before != text:
            ends = (_location(before, at) for at in (start, len(before) - rest))
            self.field.replace(text[start : len(text) - rest], *ends)

    def on__area_finished(self, event: _Area.Finished) -> None:
        """Pass it on as this part's own."""
        event.stop()
        self.post_message(self.Finished(self, event.pasted))


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _location(text: str, index: int) -> tuple[int, int]:
    """Line and column of a place in `text`."""
    return text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1
