"""The Style screen: how a body's minutes are written, with the effect on them seen as it is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from minutes.english import printed_date
from minutes.formats import WIDTH
from minutes.style import PARTS, WORDS, words_of
from storage import MinuteBook
from storage.records import Body, MeetingRecord
from tui.body_form import SettingError
from tui.sample_minutes import example_of
from tui.screens.form import Form
from tui.style_form import (
    LAYOUT,
    StyleForm,
    form_of,
    hint,
    in_layout,
    label,
    layout_after,
    meaning,
    moved,
    with_style,
    written_in,
)
from tui.widgets.form_line import FormLine
from tui.widgets.paper_view import PaperView

_PAUSE = 0.15  # seconds without a key before the minutes are written anew
_NAMES = (LAYOUT, *WORDS, *PARTS)


class StyleScreen(Form):
    """A body's house style; `meeting_id` is the meeting whose minutes show it, else the last one's do."""

    TITLE = "Style"
    AUTO_FOCUS = "#layout Input"
    HELP = """\
How the minutes of this body are written, with the effect seen below (or beside, where there is room) as \
you type. The layout is committee, board, governors, decision notice or action log; shift+↓ on its line \
turns to the next. Below stand the words it writes, each with the usual one in an empty line, and the \
standing parts in their order: type another heading, or move the part with shift+↑ and shift+↓. “-” leaves \
a word or a part out.

What is marked in the minutes is where the line that you are in is written. They are those of the meeting \
that you came from, or the body's last, as the public reads them; f2 turns to an invented example, which has \
something of everything. Minutes that are signed already stay as they were signed.

ctrl+s keeps the style, as one act, for all the body's minutes to come; esc leads back to where you came \
from."""
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("shift+up", "move(-1)", "Move up", show=False, tooltip="Move this part up"),
        Binding(
            "shift+down", "move(1)", "Move", key_display="shift+↑↓", tooltip="Move this part; turn the layout"
        ),
        Binding("f2", "example", "Example", tooltip="Turn to an invented example, or back"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEFAULT_CSS = """
    StyleScreen > #both { height: 1fr; layout: vertical; }
    StyleScreen > #both > #lines { height: 1fr; overflow-y: auto; scrollbar-size-vertical: 1; }
    StyleScreen > #both > #preview { height: 1fr; border: solid $border-blurred; padding: 0 0 0 1; }
    StyleScreen > #both > #preview:focus { border: solid $border; }
    StyleScreen > #meaning { height: 2; padding: 0 1; }
    StyleScreen .section { padding: 0 1; text-style: bold; }
    StyleScreen FormLine > Static { width: 18; }
    StyleScreen.-wide .section { margin-top: 1; }
    StyleScreen.-wide > #both { layout: horizontal; }
    StyleScreen.-wide > #both > #lines { width: 44; height: 1fr; }
    """

    def __init__(self, body_id: int, meeting_id: int | None = None) -> None:
        super().__init__()
        self._body_id = body_id
        self._meeting_id = meeting_id
        self._body = Body(body_id, "")
        self._layout = ""  # the last one that could be read
        self._order = tuple(PARTS)
        self._minutes: MeetingRecord | None = None  # of the book
        self._example: MeetingRecord | None = None
        self._on_example = False

    def compose_sheet(self) -> Iterable[Widget]:
        """A line for the layout, each word and each part, and the minutes they make."""
        with Container(id="both"):
            with Vertical(id="lines"):  # a VerticalScroll would keep the arrow keys for itself
                yield FormLine("Layout", id=LAYOUT)
                yield Static("Words", classes="section")
                for name in WORDS:
                    yield FormLine(label(name), id=_id(name))
                yield Static("Parts, in their order", classes="section")
                for name in PARTS:
                    yield FormLine(label(name), id=_id(name))
            yield PaperView(id="preview")
        yield Static(id="meaning", markup=False)

    # -- filling -------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Fill the form from the book."""
        self.do(self._fill_from_book)

    async def _fill_from_book(self) -> None:
        body_id, meeting_id, today = self._body_id, self._meeting_id, self.house.today
        self._body, self._minutes = await self.house.desk.ask(
            lambda book: (book.body(body_id), _minutes_to_show(book, body_id, meeting_id, today))
        )
        self.head(f"Style · {self._body.name}")
        form = form_of(self._body)
        self._layout = form.layout
        self._fill(form)
        self.mark_saved()
        self._show_lines()
        if self._minutes is None:
            await self._turn_to_example()
        self._write_soon()

    def _fill(self, form: StyleForm) -> None:
        for name, text in ((LAYOUT, form.layout), *form.words, *form.parts):
            if self._line(name).text != text:
                self._line(name).fill(text)
        self._order = tuple(name for name, _ in form.parts)
        lines = self.query_one("#lines")
        for name in self._order:
            lines.move_child(self._line(name), after=len(lines.children) - 1)

    def _show_lines(self) -> None:
        """Show the words that the layout writes, each with its usual one."""
        for name in WORDS:
            self._line(name).display = name in words_of(self._layout)
        for name in (*WORDS, *PARTS):
            self._line(name).field.placeholder = hint(name, self._layout)

    def _line(self, name: str) -> FormLine:
        return self.query_one(f"#{_id(name)}", FormLine)

    def filled(self) -> StyleForm:
        """What stands in the form."""
        words = tuple((name, self._line(name).text) for name in WORDS)
        parts = tuple((name, self._line(name).text) for name in self._order)
        return StyleForm(self._line(LAYOUT).text, words, parts)

    @property
    def _here(self) -> str:
        """The name of the line that is typed in, "" for none."""
        return next((name for name in _NAMES if self._line(name).field is self.focused), "")

    # -- typing --------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Write the minutes anew; follow the layout."""
        event.stop()
        if self._saved is None:
            return  # nothing is typed before the form is filled
        self._follow_layout()
        self._write_soon()

    def _follow_layout(self) -> None:
        form = self.filled()
        try:
            layout = form.chosen
        except SettingError:
            return  # it is being typed
        if layout != self._layout:
            before, self._layout = self._layout, layout
            self._fill(replace(in_layout(form, layout, before), layout=form.layout))
            self._show_lines()

    def action_move(self, by: int) -> None:
        """Move the part that is typed in; on the layout's line, turn to the next."""
        name, form = self._here, self.filled()
        if name == LAYOUT:
            self._fill(replace(form, layout=layout_after(self._layout, by)))
            self._follow_layout()
        elif name in PARTS:
            self._fill(replace(form, parts=moved(form.parts, name, by)))
            self.call_after_refresh(self._line(name).scroll_visible, animate=False)
        self._write_soon()

    def on_descendant_focus(self) -> None:
        """Say what the line takes, and lead to where it is written."""
        if self._here:
            self._write_soon()

    def on_resize(self) -> None:
        """Write the minutes as wide as there is room."""
        self._write_soon()

    # -- the effect ----------------------------------------------------------------------------

    def action_example(self) -> None:
        """Turn to the example, or back to the minutes of the book."""
        self.do(self._turn_to_minutes if self._on_example else self._turn_to_example)

    async def _turn_to_minutes(self) -> None:
        if self._minutes is None:
            self.say("Nothing is recorded for this body yet: the example is all there is to show.")
            return
        self._on_example = False
        self._write_soon()

    async def _turn_to_example(self) -> None:
        if self._example is None:
            self._example = await asyncio.to_thread(example_of, self._body, self.house.today)
        self._on_example = True
        self._write_soon()

    def _write_soon(self) -> None:
        """Write the minutes once the typing pauses, and say what the line is for."""
        self.do(self._write_after_pause, only_latest="effect")

    async def _write_after_pause(self) -> None:
        await asyncio.sleep(_PAUSE)
        record = self._example if self._on_example else self._minutes
        if record is None or self._saved is None:
            return
        paper, name = self.query_one(PaperView), self._here
        width = min(max(paper.scrollable_content_region.width, 30), WIDTH)
        work = partial(written_in, record, self.filled(), name, restricted=self._on_example, width=width)
        try:
            lines, place = await asyncio.to_thread(work)
        except SettingError as error:
            self._explain(str(error))
            return
        self._explain(f"{meaning(name) if name else ''} {self._where_it_is_not(name, place)}".strip())
        paper.border_title = _frame_words(record, example=self._on_example)
        paper.border_subtitle = f"as {self._layout}"
        paper.show(lines)
        paper.lead_to_line(place)

    def _explain(self, words: str) -> None:
        self.query_one("#meaning", Static).update(words)

    def _where_it_is_not(self, name: str, place: int | None) -> str:
        if place is not None or name in ("", LAYOUT, "minutes"):
            return ""
        if self._on_example:
            return "This example has nothing of that."
        return "These minutes have nothing of that: f2 shows an example."

    # -- keeping it ----------------------------------------------------------------------------

    def action_save(self) -> None:
        """Keep the style in the book."""
        self.do(self._save)

    async def _save(self) -> None:
        form, body_id = self.filled(), self._body_id
        try:
            with_style(self._body, form)
        except SettingError as error:
            self._line(error.line).field.focus()
            self.say(str(error))
            return
        await self.house.desk.ask(lambda book: book.save_body(with_style(book.body(body_id), form)))
        self._saved = form
        self.say(f"Saved for all of {self._body.name}'s minutes to come. esc goes back.")


def _id(name: str) -> str:
    return name.replace(" ", "-")


def _minutes_to_show(
    book: MinuteBook, body_id: int, meeting_id: int | None, today: date
) -> MeetingRecord | None:
    """The meeting that is looked at, else the body's last: of those that have something recorded."""
    recorded = [line for line in book.meetings(today, body_id=body_id) if line.entry_count]
    chosen = next((line for line in recorded if line.id == meeting_id), None)
    shown = chosen or max(recorded, key=lambda line: line.on, default=None)
    return None if shown is None else book.meeting(shown.id)


def _frame_words(record: MeetingRecord, *, example: bool) -> str:
    """Whose minutes are shown."""
    return "An example, invented" if example else f"Public copy of {printed_date(record.meeting.on)}"
