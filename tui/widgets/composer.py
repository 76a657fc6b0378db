"""The composer: where the clerk types. Nothing may stand between a key and its letter here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import TextArea

from minutes.shorthand import Completion, clean
from tui.widgets.typing_ahead import obeyed

EDITED_WITHIN = 0.3  # seconds from the first change nobody was told of until `Edited` tells it


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the record the composer's text goes: in place of the entry `replacing`, below the
    entry `after`, or at the end."""

    replacing: int | None = None
    after: int | None = None


AT_THE_END = Place()


@dataclass(frozen=True, slots=True)
class Offer:
    """The ways of completing `line`, and which of them stands at `row` now."""

    line: str
    choices: tuple[Completion, ...]
    at: int = 0
    row: int = 0

    @property
    def completed(self) -> str:
        """The line with the choice put in."""
        found = self.choices[self.at]
        return self.line[: found.start] + found.text + self.line[found.end :]

    @property
    def stands(self) -> tuple[int, str]:
        """Where it stands, and as what."""
        return self.row, self.completed

    @property
    def next(self) -> Offer:
        """The same with the next choice, after the last the first."""
        return replace(self, at=(self.at + 1) % len(self.choices))


class Composer(TextArea):
    """A line to be recorded, or several. Wraps, and grows to six rows.

    `place` says where the text will go; it is given back with `Submitted`, and comes back with a
    text that was cleared and restored.
    """

    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 1; max-height: 6; padding: 0 0 0 1;
        border: none; background: transparent; scrollbar-size-vertical: 1;
    }
    Composer:focus { border: none; }
    """
    BINDINGS = [
        Binding("ctrl+j,shift+enter,alt+enter", "break_line", "Break line", show=False,
                tooltip="Several lines, recorded together"),
        Binding("escape", "clear_text", "Clear line", show=False,
                tooltip="Clears what is typed; ctrl+z brings it back"),
        Binding("tab", "complete", "Complete", show=False, tooltip="Completes a name, a label or a theme"),
        Binding("up", "up", "Into the record", show=False,
                tooltip="Changes a recorded line, when nothing is typed"),
        Binding("pageup", "page_up", show=False),
        Binding("ctrl+z,super+z", "undo", "Undo", show=False,
                tooltip="Takes back typing; with nothing typed, the last act"),
        Binding("ctrl+y,super+y,ctrl+shift+z", "redo", "Redo", show=False,
                tooltip="Does again what was taken back"),
    ]  # fmt: skip

    place: reactive[Place] = reactive(AT_THE_END, repaint=False)

    @dataclass
    class Submitted(Message):
        """`text` is to be recorded at `place`, as one act."""

        text: str
        place: Place

    class Edited(Message):
        """The text, or where it goes, changed within the last moments."""

    class Left(Message):
        """The clerk goes from the empty composer up into the record."""

    class UndoAct(Message):
        """Nothing is typed: undo the last act."""

    class RedoAct(Message):
        """Nothing is typed: redo the act last undone."""

    @dataclass
    class CompletionWanted(Message):
        """Complete what stands before `column` in `line`; answer with `Composer.offer`."""

        line: str
        column: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False, theme="css"
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.on_its_way: list[Composer.Submitted] = []  # until who records it takes it off
        self._cleared_from = AT_THE_END
        self._edited_soon: Timer | None = None
        self._offer: Offer | None = None

    # -- what is typed -------------------------------------------------------------------------

    def load(self, text: str, place: Place = AT_THE_END) -> None:
        """Hold `text`, to go to `place`; what was held before is gone."""
        self.load_text(text)
        self.place = place
        self._cleared_from = AT_THE_END
        self.move_cursor(self.document.end)

    def give_back(self, text: str, place: Place) -> None:
        """Take back a `text` that could not be recorded, on lines of its own above what is typed since."""
        self.load(f"{text}\n{self.text}", place)

    @property
    def line(self) -> str:
        """The line the cursor is in."""
        return self.document.get_line(self.cursor_location[0])

    @property
    def above(self) -> tuple[str, ...]:
        """The lines above the one the cursor is in."""
        return tuple(self.document.lines[: self.cursor_location[0]])

    @property
    def untold(self) -> bool:
        """Whether something changed that `Edited` has not told yet."""
        return self._edited_soon is not None

    async def on_key(self, event: events.Key) -> None:
        """Obey a key before the letters behind it.

        `enter` records instead of breaking the line; joiners and hard spaces are letters too.
        """
        if event.is_printable:
            return
        if event.key == "enter":
            self.action_record()
        elif event.character and category(event.character) in ("Cf", "Zs", "Co"):
            self.replace(event.character, *self.selection, maintain_selection_offset=False)
        elif not await obeyed(self, event.key):
            return
        event.stop()
        event.prevent_default()

    @on(TextArea.Changed)
    def _tell_soon(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._edited_soon is None:
            self._edited_soon = self.set_timer(EDITED_WITHIN, self._tell)

    @on(TextArea.SelectionChanged)
    def _keep_to_itself(self, event: TextArea.SelectionChanged) -> None:
        event.stop()

    def _tell(self) -> None:
        self._edited_soon = None
        self.post_message(self.Edited())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as its wrapped lines."""
        return self.wrapped_document.height

    # -- recording -----------------------------------------------------------------------------

    def action_record(self) -> None:
        """Hand the text on to be recorded, and be empty at once for the next."""
        if self.text.strip():
            self._submit(self.text, "")

    def on_paste(self, event: events.Paste) -> None:
        """Record the complete lines of a paste as one act; keep the last, unfinished one."""
        event.stop()
        event.prevent_default()
        pasted = clean(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if "\n" not in pasted:
            self.replace(pasted, *self.selection, maintain_selection_offset=False)
            return
        start, end = sorted(self.selection)
        before = self.get_text_range((0, 0), start)
        after = self.get_text_range(end, self.document.end)
        complete, _, unfinished = pasted.rpartition("\n")
        self._submit(before + complete, unfinished + after, len(unfinished))

    def _submit(self, text: str, left: str, column: int = 0) -> None:
        submitted = self.Submitted(text, self.place)
        self.on_its_way.append(submitted)
        self.post_message(submitted)
        self.load(left)
        self.move_cursor((0, column))

    # -- keys ----------------------------------------------------------------------------------

    def action_break_line(self) -> None:
        """Begin another line of the same act."""
        self.replace("\n", *self.selection, maintain_selection_offset=False)

    def action_clear_text(self) -> None:
        """Empty the composer; undo brings the text back, and where it was going."""
        if self.text or self.place != AT_THE_END:
            self.history.checkpoint()
            self._cleared_from, self.place = self.place, AT_THE_END
            self.clear()
            self.post_message(self.Edited())

    def action_up(self) -> None:
        """Move up a row, or out of the empty composer into the record."""
        if self.text:
            self.action_cursor_up()
        else:
            self.post_message(self.Left())

    def action_page_up(self) -> None:
        """Move up a page, or out of the empty composer into the record."""
        if self.text:
            self.action_cursor_page_up()
        else:
            self.post_message(self.Left())

    def action_undo(self) -> None:
        """Undo typing while there is any; else the clerk's last act."""
        if not self.text and not self.history.undo_stack:
            self.post_message(self.UndoAct())
            return
        was_empty = not self.text
        self.undo()
        if was_empty and self.text:
            self.place = self._cleared_from

    def action_redo(self) -> None:
        """Redo typing while there is any; else the act last undone."""
        if self.text or self.history.redo_stack:
            self.redo()
        else:
            self.post_message(self.RedoAct())

    # -- completion ----------------------------------------------------------------------------

    def action_complete(self) -> None:
        """Complete the word before the cursor; again: the next thing it may be."""
        row, column = self.cursor_location
        if self._offer is not None and self._offer.stands == (row, self.line):
            self._put(self._offer.next)
        elif self.line:
            self.post_message(self.CompletionWanted(self.line, column))

    def offer(self, line: str, choices: Sequence[Completion]) -> None:
        """Complete `line` with the first of `choices`, if it still stands so."""
        if choices and line == self.line:
            self._put(Offer(line, tuple(choices)))

    def _put(self, offer: Offer) -> None:
        row, _ = self.cursor_location
        found = offer.choices[offer.at]
        self.replace(offer.completed, (row, 0), (row, len(self.line)), maintain_selection_offset=False)
        self.move_cursor((row, found.start + len(found.text)))
        self._offer = replace(offer, row=row)
