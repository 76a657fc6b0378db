"""The form for a body: what it is called, and how its minutes speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Static

from minutes.agenda import default_noun
from storage.records import Body
from tui.screens.form import Form
from tui.widgets.form_line import FormLine

_QUORUM = re.compile(r"\d{1,4}(?:\s*/\s*[1-9]\d{0,3})?")
_LINES = (
    ("name", "Name", "e.g. Health and Wellbeing Board"),
    ("organisation", "Organisation", "e.g. Medway Council; may be left empty"),
    ("noun", "Referred to as", "e.g. The Board"),
    ("verb", "Resolves by", "e.g. AGREED or RESOLVED"),
    ("title", "Members' title", "e.g. Councillor or Cllr; empty where names stand alone"),
    ("quorum", "Quorum", "e.g. 3, or a part of the members: 1/4; may be left empty"),
)


class BodyScreen(Form):
    """A body's settings, of `body_id` or of a new one; `then_prepare` goes on to its first meeting."""

    TITLE = "Body"
    AUTO_FOCUS = "#name Input"
    HELP = """\
A body is whatever has its minutes taken: a board, a committee, a cabinet, a council. Its name stands \
at the head of the minutes. What it is referred to as opens its decisions (“The Board noted the \
report.”) and is worked out from the name until you change it; the word it resolves by opens its \
resolutions (“AGREED that …”). enter goes to the next line and saves on the last. Who belongs to it is \
typed where its first meeting is prepared, and goes on from meeting to meeting."""
    BINDINGS = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    DEFAULT_CSS = """
    BodyScreen FormLine { margin: 1 1 0 0; }
    BodyScreen > #reading { height: 1fr; padding: 2 1 0 1; }
    """

    def __init__(self, body_id: int | None = None, *, then_prepare: bool = False) -> None:
        super().__init__()
        self._body = Body(0, "", noun="")
        self._body_id = body_id
        self._then_prepare = then_prepare
        self._worked_out = ""

    def compose_sheet(self) -> Iterable[Widget]:
        """A line for each setting, and an example of what they make."""
        for name, label, hint in _LINES:
            yield FormLine(label, id=name, hint=hint, last=name == _LINES[-1][0])
        yield Static(id="reading", markup=False)

    def on_mount(self) -> None:
        """Fill the form with the body as the book has it."""
        self.head("A new body" if self._body_id is None else "Body")
        self._fill(replace(self._body, verb="AGREED"))
        if self._body_id is not None:
            self.do(partial(self._read, self._body_id))

    async def _read(self, body_id: int) -> None:
        self._body = await self.house.desk.ask(lambda book: book.body(body_id))
        self.head(f"Body · {self._body.name}")
        self._fill(self._body)

    def _fill(self, body: Body) -> None:
        for name, _, _ in _LINES:
            self._line(name).fill(getattr(body, name))
        self._worked_out = default_noun(body.name) if body.name else ""
        self.mark_saved()
        self._show_example()

    def _line(self, name: str) -> FormLine:
        return self.query_one(f"#{name}", FormLine)

    def filled(self) -> tuple[str, ...]:
        """What stands in the lines."""
        return tuple(self._line(name).text for name, _, _ in _LINES)

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
        noun, verb = self._line("noun").text or "The Committee", self._line("verb").text or "AGREED"
        member = f"{self._line('title').text} Cooper".strip()
        self.query_one("#reading", Static).update(
            f"Its minutes will read:  {noun} noted the report.\n"
            f"                        {verb} that the report be noted.\n"
            f"                        {member} asked about …"
        )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save on the last line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Keep the body in the book and go back."""
        doubt = self._doubt()
        if doubt:
            self.say(doubt)
        else:
            self.do(self._save)

    def _doubt(self) -> str:
        """What keeps the form from being saved, in one line; the line it is about gets the keys."""
        if not self._line("name").text:
            self._line("name").field.focus()
            return "A body needs a name: type it in the line “Name”."
        quorum = self._line("quorum").text
        if quorum and not _QUORUM.fullmatch(quorum):
            self._line("quorum").field.focus()
            return "Write the quorum as a number of members or a part of them: 3, or 1/4."
        return ""

    async def _save(self) -> None:
        texts = dict(zip((name for name, _, _ in _LINES), self.filled(), strict=True))
        body = replace(
            self._body,
            organisation=texts["organisation"],
            name=texts["name"],
            noun=texts["noun"] or default_noun(texts["name"]),
            verb=texts["verb"] or "AGREED",
            title=texts["title"],
            quorum=texts["quorum"].replace(" ", ""),
        )
        body_id = await self.house.desk.ask(lambda book: book.save_body(body))
        self.mark_saved()
        self.house.go_back()
        if self._then_prepare:
            self.house.prepare(body_id=body_id)
