"""The form for a body: what it is called, and how its minutes speak of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from minutes.agenda import default_noun
from minutes.style import style_of
from storage.records import Body
from tui.body_form import LINES, SettingError, body_of, quorum_words, texts_of
from tui.screens.form import Form
from tui.widgets.form_line import FormLine


class BodyScreen(Form):
    """A body's settings, of `body_id` or of a new one; `then_prepare` goes on to its first meeting."""

    TITLE = "Body"
    AUTO_FOCUS = "#name Input"
    HELP = """\
A body is whatever has its minutes taken: a board, a committee, a cabinet, a council. Its name stands \
at the head of the minutes. What it is referred to as opens its decisions (“The Board noted the \
report.”) and is worked out from the name until you change it. enter goes to the next line and saves on the \
last. Who belongs to it is typed where its first meeting is prepared, and goes on from meeting to meeting.

f9 changes how its minutes are written: the layout, the words (AGREED or RESOLVED), the order of their parts.

Minutes have their agenda item's number (agenda), numbers that go on through the year (running), numbers \
from 1 at each meeting (meeting), or none. Of a form such as 24/55 the last number counts up, unless the \
first is said to; the form itself is typed as “Minutes from” where a meeting is prepared. The kinds of \
interest are what /interest takes, each with the heading it prints under."""
    BINDINGS = [
        Binding("f9", "style", "Style", tooltip="The body's layout, words and parts, seen at once"),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    BodyScreen FormLine { margin-right: 1; }
    BodyScreen > #name, BodyScreen > #numbering { margin-top: 1; }
    BodyScreen > #reading { height: 1fr; padding: 1 1 0 1; }
    """

    def __init__(self, body_id: int | None = None, *, then_prepare: bool = False) -> None:
        super().__init__()
        self._body = Body(0, "", noun="")
        self._body_id = body_id
        self._then_prepare = then_prepare
        self._worked_out = ""

    def compose_sheet(self) -> Iterable[Widget]:
        """A line for each setting, and an example of what they make."""
        for name, label, hint in LINES:
            yield FormLine(label, id=name, hint=hint, last=name == LINES[-1][0])
        yield Static(id="reading", markup=False)

    def on_mount(self) -> None:
        """Fill the form with the body as the book has it."""
        self.head("A new body" if self._body_id is None else "Body")
        self._fill(self._body)
        if self._body_id is not None:
            self.do(partial(self._read, self._body_id))

    async def _read(self, body_id: int) -> None:
        self._body = await self.house.desk.ask(lambda book: book.body(body_id))
        self.head(f"Body · {self._body.name}")
        self._fill(self._body)

    def _fill(self, body: Body) -> None:
        texts = texts_of(body)
        for name, _, _ in LINES:
            self._line(name).fill(texts[name])
        self._worked_out = default_noun(body.name) if body.name else ""
        self.mark_saved()
        self._show_example()

    def _line(self, name: str) -> FormLine:
        return self.query_one(f"#{name}", FormLine)

    def filled(self) -> dict[str, str]:
        """What stands in the lines."""
        return {name: self._line(name).text for name, _, _ in LINES}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Work the noun out from the name, as long as nobody chose another."""
        event.stop()
        name, noun = self._line("name"), self._line("noun")
        if event.input is name.field:
            before, self._worked_out = self._worked_out, default_noun(name.text) if name.text else ""
            if noun.text in ("", before):
                noun.fill(self._worked_out)
        self._show_example()

    def _show_example(self) -> None:
        noun = self._line("noun").text or "The Committee"
        style = style_of(self._body)
        member = f"{style.word('member') or self._line('title').text} Cooper".strip()
        self.query_one("#reading", Static).update(
            f"Its minutes will read:  {noun} noted the report.\n"
            f"                        {style.verb} that the report be noted.\n"
            f"                        {member} asked about …\n"
            f"{quorum_words(self.filled())}\n{self._taken_here()}".rstrip()
        )

    def _taken_here(self) -> str:
        """What the line takes that is typed in: its hint, also where something stands in it."""
        here = next((line for line in LINES if self._line(line[0]).field is self.focused), None)
        return f"{here[1]}: {here[2]}" if here else ""

    def on_descendant_focus(self) -> None:
        """Say what the line takes."""
        self._show_example()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save on the last line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Keep the body in the book and go back."""
        texts = self.filled()
        try:
            body_of(self._body, texts)
        except SettingError as error:
            self._line(error.line).field.focus()
            self.say(str(error))
        else:
            self.do(partial(self._save, texts))

    def action_style(self) -> None:
        """Change how its minutes are written; what is typed here stays."""
        if self._body_id is None:
            self.say("Save the new body first (ctrl+s): its style is kept with it in the book.")
        else:
            self.house.change_style(self._body_id)

    def refresh_records(self) -> None:
        """Show what was changed of the style meanwhile."""
        if self._body_id is not None and self._body.id:
            self.do(partial(self._read_style, self._body_id), only_latest="style")

    async def _read_style(self, body_id: int) -> None:
        self._body = await self.house.desk.ask(lambda book: book.body(body_id))
        self._show_example()

    async def _save(self, texts: dict[str, str]) -> None:
        new, known = self._body, self._body_id
        body_id = await self.house.desk.ask(
            # over what the book has by now: its style may have been changed from here
            lambda book: book.save_body(body_of(new if known is None else book.body(known), texts))
        )
        self.mark_saved()
        self.house.go_back(self)
        if self._then_prepare:
            self.house.prepare(body_id=body_id)
