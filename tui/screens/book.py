"""The Book screen: the bodies, what is owed to each, and their meetings, next first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from minutes.english import printed_date
from storage.records import BodyLine, MeetingLine, MeetingState
from tui.screens.sheet import Sheet
from tui.shelves import ALL, body_rows, fits, meeting_columns, meeting_row, verdict_in_words
from tui.widgets.ask_line import AskLine
from tui.widgets.rows import Column, Row, Rows

WINDOW = 200  # meetings read at first; a book of decades holds thousands
_OLDER = -1
_NEEDS_A_BODY = ("open", "prepare", "paper", "actions", "find", "search", "edit_body")
_EMPTY = """
 This book is empty. It will hold the bodies you serve (a board, a committee,
 a council), their meetings, and what was said, decided and promised.

   n    makes your first body, and then its first meeting
   i    takes both from an agenda: text, Markdown, Word or PDF

 Or leave with q and type one of these:

   minutebook import agenda.pdf    does the same from the shell
   minutebook demo                 opens a sample book to try things out in
"""


class BookScreen(Sheet):
    """Where the program starts: the bodies and their meetings."""

    TITLE = "Book"
    AUTO_FOCUS = "#meetings"
    HELP = """\
The bodies whose minutes you keep stand above, each with its open actions; below are their \
meetings, those to come first. Move with the arrow keys; tab goes from one list to the other, and \
choosing a body above shows its meetings alone. enter opens a meeting: to take its minutes, or, \
once they are approved, to read them. / finds any word that was ever recorded, f a meeting by its body, \
date or venue. i brings in an agenda from a file of text, Markdown, Word or PDF, with the reports behind it, \
and shows what it took before anything is saved."""
    BINDINGS = [
        Binding("enter", "open", "Open", tooltip="Take the meeting's minutes, or read them once approved"),
        Binding("n", "new_meeting", "New meeting", tooltip="Prepare a new meeting of this body"),
        Binding("i", "import", "Import", tooltip="Bring in an agenda, a pack of reports, or a record"),
        Binding("p", "prepare", "Prepare", tooltip="Change the meeting's date, people and agenda"),
        Binding("v,o", "paper", "View paper", tooltip="See the minutes as they will print"),
        Binding("r", "actions", "Review actions", tooltip="See what was promised to this body"),
        Binding("slash", "search", "Search", tooltip="Find any word ever recorded"),
        Binding("f", "find", "Find meeting", tooltip="Find a meeting by body, date or venue"),
        Binding("b", "new_body", "New body", tooltip="Add a board, committee or council"),
        Binding("e", "edit_body", "Edit body", tooltip="Change the body's name, wording or quorum"),
        Binding("q", "quit_program", "Quit", tooltip="Save everything and leave"),
        Binding("escape", "unfind", "All again", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    DEFAULT_CSS = """
    BookScreen > #bodies { height: auto; max-height: 30%; margin: 1; }
    BookScreen > #rule { height: 1; padding: 0 1; text-style: bold; }
    BookScreen > #meetings { height: 1fr; margin: 0 1; }
    BookScreen > #empty { height: 1fr; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._bodies: tuple[BodyLine, ...] = ()
        self._meetings: tuple[MeetingLine, ...] = ()
        self._limit: int | None = WINDOW
        self._reading_body = ALL
        self._words = ""
        self._empty = False
        self._before_new: frozenset[int] | None = None  # the meetings there were when one was to be made

    def compose_sheet(self) -> Iterable[Widget]:
        """The bodies over their meetings, or what to do first."""
        yield Rows((Column(40, 1), Column(26)), id="bodies")
        yield Static(id="rule", markup=False)
        yield Rows(meeting_columns(with_body=True), id="meetings")
        yield Static(_EMPTY, id="empty", markup=False)

    # -- reading -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read the bodies and the meetings shown, once the screen itself is there."""
        self.call_after_refresh(self._read_again)

    def _read_again(self) -> None:
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        body_id = self._reading_body or None
        limit, today = (None if self._words else self._limit), self.house.today
        self._bodies, self._meetings = await self.house.desk.ask(
            lambda book: (book.bodies(today), book.meetings(today, body_id=body_id, limit=limit))
        )
        self._show()
        if self._before_new is not None:
            new = [line.id for line in self._meetings if line.id not in self._before_new]
            self._before_new = None
            if len(new) == 1:
                self._list.go_to(new[0])

    def _show(self) -> None:
        if self._empty == bool(self._bodies):
            self._empty = not self._bodies
            self.refresh_bindings()
        empty = self._empty
        self.query_one("#empty").display = empty
        for part in ("#bodies", "#rule", "#meetings"):
            self.query_one(part).display = not empty
        self.head(f"minutebook · {printed_date(self.house.today)} · {_at_home(self.house.desk.path)}")
        self.query_one("#bodies", Rows).show(body_rows(self._bodies))
        self._show_meetings()

    def _show_meetings(self) -> None:
        found = tuple(line for line in self._meetings if fits(line, self._words))
        rows = self._meeting_rows(found)
        with_body = self._reading_body == ALL and len(self._bodies) > 1
        self._list.show(rows, meeting_columns(with_body=with_body))
        self.query_one("#rule", Static).update(self._rule(len(found)))

    def _meeting_rows(self, found: Sequence[MeetingLine]) -> list[Row]:
        today = self.house.today
        coming = [line for line in found if line.on >= today]
        past = [line for line in found if line.on < today]
        rows: list[Row] = []
        for heading, lines in (("To come", coming), ("Past", past)):
            if lines:
                rows.append(Row((heading,)))
                rows.extend(meeting_row(line) for line in lines)
        if not self._words and self._limit is not None and len(self._meetings) >= self._limit:
            rows.append(Row(("older …", "", "enter shows them all"), _OLDER))
        return rows

    def _rule(self, found: int) -> str:
        if self._words:
            return f"Meetings that hold “{self._words}”: {found or 'none'}"
        if not found:
            return "No meetings yet: n prepares the first"
        body = self._body_line
        return "Meetings of all bodies" if body is None else f"Meetings of {body.body.name}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In an empty book only a body can be made."""
        idle = self._empty and action in _NEEDS_A_BODY
        return super().check_action(action, parameters) and not idle

    # -- what is at hand -----------------------------------------------------------------------

    @property
    def _list(self) -> Rows:
        return self.query_one("#meetings", Rows)

    @property
    def meeting(self) -> MeetingLine | None:
        """The meeting under the cursor."""
        key = self._list.key
        return next((line for line in self._meetings if line.id == key), None)

    @property
    def _body_line(self) -> BodyLine | None:
        key = self.query_one("#bodies", Rows).key
        return next((line for line in self._bodies if line.body.id == key), None)

    @property
    def body_id(self) -> int | None:
        """The body at hand: the one chosen above, else that of the meeting under the cursor."""
        chosen = self._body_line
        if chosen is not None:
            return chosen.body.id
        return self.meeting.body_id if self.meeting is not None else None

    @on(Rows.Moved, "#bodies")
    def show_its_meetings(self, event: Rows.Moved) -> None:
        """Show the meetings of the body chosen above."""
        event.stop()
        if (event.rows.key or ALL) != self._reading_body:
            self._reading_body = event.rows.key or ALL
            self._limit = WINDOW
            self._read_again()

    @on(Rows.Chosen, "#meetings")
    def open_clicked(self, event: Rows.Chosen) -> None:
        """Open the meeting that was clicked."""
        event.stop()
        self.action_open()

    # -- finding -------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Find a meeting while its body, date or venue is typed."""
        if self._bodies:
            self.query_one("#bodies", Rows).action_edge(0)
            self.asking.ask("find", "Find a meeting (body, date, venue):")
            self.say("enter opens the one marked, the arrow keys move; esc shows all again.")

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Show the meetings that hold what is typed."""
        if event.purpose != "find":
            return
        first = not self._words
        self._words = event.text.strip()
        if first and self._words:
            self._read_again()  # the older ones too
        else:
            self._show_meetings()

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Open the meeting found, or read the file."""
        if event.purpose == "import":
            self.do(partial(self._import, Path(event.text.strip())))
        elif self.meeting is None:
            self.say("No meeting holds that: go on typing, or esc shows all again.")
        else:
            self.action_open()

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Show all meetings again."""
        self.action_unfind()

    def action_unfind(self) -> None:
        """Show all meetings again."""
        if self.asking.is_open:
            self.asking.close()
        if self._words:
            self._words = ""
            self._read_again()
        self.say()

    def action_step(self, by: int) -> None:
        """Move among the meetings found while typing."""
        self._list.action_step(by)

    async def action_search(self) -> None:
        """Find any word ever recorded; what is typed right behind the key is for the new screen."""
        from tui.screens.search import SearchScreen

        await self.house.push_screen(SearchScreen())

    # -- an agenda from a file -----------------------------------------------------------------

    def action_import(self) -> None:
        """Ask for a file, and show what is in it."""
        self.asking.ask("import", "Import the file:")
        self.say("An agenda or a pack: text, Markdown, Word or PDF; enter reads it, esc does not.")

    async def _import(self, path: Path) -> None:
        from tui.handed_in import read_handed
        from tui.screens.importing import ImportScreen

        self.say(f"Reading {path} …")
        whose = next((line.body.name for line in self._bodies if line.body.id == self.body_id), "")
        handed = await asyncio.to_thread(read_handed, path, whose)
        if handed.refusal:
            self.say(handed.refusal)
        elif self.asking.is_open:
            self.asking.close()
            self.say()
            self._before_new = frozenset(line.id for line in self._meetings)
            self.house.push_screen(ImportScreen(path, handed))

    # -- signed minutes ------------------------------------------------------------------------

    def commands(self) -> Iterable[SystemCommand]:
        """Proving what was signed."""
        told = "prove that none was changed since, by whatever way"
        yield SystemCommand(f"Verify signed minutes: {told}", "minutebook verify", self.prove)

    def prove(self) -> None:
        """Prove that signed minutes are as they were signed, and say so in a line."""
        self.do(self._prove)

    async def _prove(self) -> None:
        self.say(verdict_in_words(await self.house.desk.ask(lambda book: book.verify())))

    # -- leaving for another screen ------------------------------------------------------------

    def action_open(self) -> None:
        """Take the meeting's minutes, or read them once they are approved."""
        if self.focused is self.query_one("#bodies"):
            self._list.focus()
        elif self._list.key == _OLDER:
            self._limit = None
            self._read_again()
        elif self.meeting is None:
            self.say("There is no meeting here yet: n prepares one." if self._bodies else "")
        elif self.meeting.state is MeetingState.APPROVED:
            self.house.show_paper(self.meeting.id)
        else:
            self.house.open_meeting(self.meeting.id)

    def action_new_meeting(self) -> None:
        """Prepare a new meeting of the body at hand; in an empty book, make a body first."""
        if self.body_id is not None:
            self._before_new = frozenset(line.id for line in self._meetings)
            self.house.prepare(body_id=self.body_id)
        elif self._bodies:
            self.say("Choose a body first: tab goes up to the list of bodies.")
        else:
            self._make_body()

    def _make_body(self) -> None:
        from tui.screens.body import BodyScreen

        self.house.push_screen(BodyScreen(then_prepare=True))

    def action_prepare(self) -> None:
        """Prepare the meeting under the cursor."""
        if self.meeting is not None:
            self.house.prepare(self.meeting.id)

    def action_paper(self) -> None:
        """See the minutes of the meeting under the cursor as they will print."""
        if self.meeting is not None:
            self.house.show_paper(self.meeting.id)

    def action_actions(self) -> None:
        """Review the actions of the body at hand; of all, where that row above has the cursor."""
        all_chosen = self._body_line is None and self.focused is self.query_one("#bodies")
        self.house.review_actions(None if all_chosen else self.body_id)

    def action_new_body(self) -> None:
        """Add a body."""
        self.house.edit_body()

    def action_edit_body(self) -> None:
        """Change the body at hand."""
        if self.body_id is not None:
            self.house.edit_body(self.body_id)

    async def action_quit_program(self) -> None:
        """Save everything and leave."""
        await self.house.leave()


def _at_home(path: Path) -> str:
    """A path as short as it can be told: from the clerk's own folder on."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)
