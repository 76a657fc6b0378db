"""The Actions screen: what was promised, overdue first, how it stands, and one key for all that is heard."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from storage import BookError, MinuteBook
from storage.records import Action, Entry, PromiseLine
from tui.hearing import NearThemeError, Said, hear
from tui.histories import detail, made_by
from tui.last_resort import put_aside
from tui.listing import Listing, Wanted
from tui.promises import until_now
from tui.screens.sheet import Sheet
from tui.widgets.ask_line import AskLine
from tui.widgets.detail_pane import DetailPane
from tui.widgets.promise_list import PromiseList
from tui.widgets.rows import Rows

_ROOMY = 30  # lines of a terminal that has room for list and detail
AT_ONCE = 0.05  # seconds a screen may take longer to come, where its list comes with it
_FIND = "find"
_ASKED = {  # the question, and what may be answered
    "note": ("Note on {}:", "What was heard of it; enter notes it, esc leaves it."),
    "done": ("Done {}, how?", "enter marks it done, with or without a note; esc leaves it open."),
    "defer": ("Defer {} to:", "A date, and behind it the reason: Friday week waiting for the lawyers"),
    "drop": ("Drop {}, why?", "The reason why it is not to be done any more; esc leaves it open."),
    "owner": ("Owner of {}:", "A name, a role or an outside body; several with commas."),
    "theme": ("Theme of {}:", "One or several with commas, nothing for none; esc leaves it as it is."),
}


class ActionsScreen(Sheet):
    """The open actions and priorities of a body, or of all (`body_id` None)."""

    TITLE = "Actions"
    AUTO_FOCUS = "#promises"
    HELP = """\
Everything that was promised and is still owed: overdue first, then by due date, then what has no date, and \
priorities under the name of their list. / narrows it while you type, by owner, theme or any word; g groups \
it by owner, theme, meeting or due month; b turns from one body to all.

n notes what was heard of the one under the cursor, d marks it done, e defers it (a date, and behind it the \
reason), x drops it, w gives it another owner and t another theme. space marks several, and the keys then \
deal with all of them together. ctrl+z takes back the last of these.

enter shows one whole: its words, the meeting and minute it was agreed at, every date it slipped from and \
all that was heard of it since; tab goes into a long one, to scroll with the arrow keys. v opens its minutes \
where it was agreed. c shows in bars what was opened, done and late."""
    BINDINGS = [
        Binding("enter", "detail", "Detail", tooltip="Show it whole, or hide it again"),
        Binding("n", "ask('note')", "Note", tooltip="Note what was heard of it"),
        Binding("d", "ask('done')", "Done", tooltip="Mark it done, with a note"),
        Binding("e", "ask('defer')", "Defer", tooltip="Give it another date, with the reason"),
        Binding("x", "ask('drop')", "Drop", tooltip="Drop it, with the reason"),
        Binding("w", "ask('owner')", "Owner", tooltip="Give it to somebody else"),
        Binding("t", "ask('theme')", "Theme", tooltip="Put it under another theme"),
        Binding("slash", "find", "Filter", tooltip="Show those of an owner, a theme or with words as typed"),
        Binding("g", "group", "Group", tooltip="Group by owner, theme, meeting, due month, or due date"),
        Binding("o", "overdue", "Overdue", tooltip="Show what is overdue alone, or all again"),
        Binding("a", "all", "Done too", tooltip="Show what is done or dropped too, or what is owed alone"),
        Binding("v", "origin", "Origin", tooltip="Open it where it was agreed, in its minutes"),
        Binding("c", "chart", "Chart", tooltip="Show in bars what was opened, done and late"),
        Binding("b", "body", "Bodies", show=False, tooltip="Show those of all bodies, or of this one alone"),
        Binding("ctrl+z", "undo", "Undo", show=False, tooltip="Take back the last thing done here"),
        Binding("ctrl+y", "redo", "Redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape", "leave", "Back", tooltip="Show all again, or go back"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    DEFAULT_CSS = """
    ActionsScreen > PromiseList { height: 1fr; min-height: 3; margin: 1 1 0 1; }
    """

    def __init__(self, body_id: int | None = None) -> None:
        super().__init__()
        self._wanted = Wanted(body_id)
        self._shown: Listing | None = None
        self._ahead: asyncio.Task[Listing | None] | None = None  # read while the screen is laid out
        self._is_new = False  # listed just now
        self._chosen: tuple[int, ...] = ()  # those that the question is about
        self._doubted = ""  # the theme that was doubted: typed again it is meant
        self._records: dict[int, Sequence[Entry]] = {}  # by meeting, where a line that made one stands

    def compose_sheet(self) -> Iterable[Widget]:
        """The list, and below it the one under the cursor."""
        self._ahead = asyncio.create_task(self._ask_for(self._wanted))
        yield PromiseList(id="promises")
        yield DetailPane()

    async def on_mount(self) -> None:
        """Where there is room, show the one under the cursor from the start; draw the list with the screen
        where it comes at once."""
        self._pane.display = self.app.size.height >= _ROOMY
        if self._ahead is not None:
            await asyncio.wait([self._ahead], timeout=AT_ONCE)
            if self._ahead.done():
                await self.done(self._read)
                self._is_new = self._shown is not None

    # -- reading -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read what is listed."""
        is_new, self._is_new = self._is_new, False
        if not is_new:
            self._records.clear()
            self._list_those(self._wanted)

    def _list_those(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        wanted, ahead, self._ahead = self._wanted, self._ahead, None
        found = await ahead if ahead is not None else None
        if found is None or found.wanted is not wanted:
            found = await self._ask_for(wanted)
        if found is None:
            return
        sought = self._shown is not None and self._shown.wanted.words != wanted.words
        self._shown = found
        bodies = wanted.body_id is None
        self._list.list_lines(found.lines, self.today, wanted.group, bodies=bodies, more=found.more)
        self._head()
        if sought:
            self._list.action_edge(0)
        if found.nothing:
            self.say(found.nothing)

    async def _ask_for(self, wanted: Wanted) -> Listing | None:
        """What is wanted; None where the clerk typed on meanwhile and wants something else."""
        today = self.today
        return await self.house.desk.ask(
            lambda book: wanted.found(book, today) if wanted is self._wanted else None
        )

    def _head(self) -> None:
        if self._shown is not None:
            self.head(self._shown.heading(len(self._list.marks)))

    @property
    def today(self) -> date:
        """The day that says what is overdue."""
        return self.house.today

    # -- what is under the cursor --------------------------------------------------------------

    @property
    def _list(self) -> PromiseList:
        return self.query_one(PromiseList)

    @property
    def _pane(self) -> DetailPane:
        return self.query_one(DetailPane)

    @on(Rows.Moved)
    def follow_cursor(self, event: Rows.Moved) -> None:
        """Show the one the cursor is on, where the detail is open."""
        event.stop()
        self._head()
        if self._pane.display:
            self.do(self._show_detail, only_latest="detail")

    @on(Rows.Chosen)
    def show_clicked(self, event: Rows.Chosen) -> None:
        """Show the one that was clicked."""
        event.stop()
        self.action_detail()

    def action_detail(self) -> None:
        """Show it whole, or hide it again; on the last row, list all the others."""
        if self._list.asks_for_more:
            self._list_those(replace(self._wanted, whole=True))
        elif self._list.promise is not None:
            self._pane.display = not self._pane.display
            if self._pane.display:
                self.do(self._show_detail, only_latest="detail")

    async def _show_detail(self) -> None:
        line = self._list.promise
        found = await self.house.desk.ask(partial(self._whole, line)) if line is not None else None
        if line is self._list.promise:  # else another one is on its way
            title = f"Action {line.reference}" if line is not None else "Action"
            self._pane.show(title, detail(*found, self.today) if found else "")
            self.call_after_refresh(self._list.scroll_to_cursor)

    def _whole(self, line: PromiseLine, book: MinuteBook) -> tuple[Action, Sequence[str]] | None:
        """A promise with its history, and the lines it was made by; None where it is not wanted any more."""
        if line is not self._list.promise:
            return None
        if line.meeting_id not in self._records:
            self._records[line.meeting_id] = book.meeting(line.meeting_id).entries
        found = book.actions(ids=(line.id,), open_only=False)
        return (found[0], made_by(self._records[line.meeting_id], line.entry_id)) if found else None

    # -- what was heard of it ------------------------------------------------------------------

    async def action_ask(self, purpose: str) -> None:
        """Ask what was heard of those that are marked, else of the one under the cursor."""
        if self._shown is None:  # the key came before the list did
            await self.done(self._read)
        self._chosen, self._doubted = self._list.chosen, ""
        if self._chosen:
            question, answer = _ASKED[purpose]
            self.asking.ask(purpose, question.format(self._named(self._chosen)))
            one = self._list.lines.get(self._chosen[0]) if len(self._chosen) == 1 else None
            self.say(f"{until_now(one, purpose) if one is not None else ''}{answer}")

    def _named(self, ids: Sequence[int]) -> str:
        line = self._list.lines.get(ids[0])
        return line.reference if line is not None and len(ids) == 1 else f"the {len(ids)} marked"

    async def _hear(self, purpose: str, text: str) -> None:
        said = Said(purpose, text, self._chosen, self.today, as_typed=bool(text) and text == self._doubted)
        try:
            told = await self.house.desk.ask(partial(hear, said=said))
        except NearThemeError as near:
            self._doubted, self.asking.offered = text, near.text
            raise
        self.asking.close()
        self._list.marks.clear()
        await self._read()
        self.say(f"{told} ctrl+z takes it back.")

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        self.do(partial(self._walk, back=True))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(partial(self._walk, back=False))

    async def _walk(self, *, back: bool) -> None:
        what = await self.house.desk.ask(lambda book: book.undo("actions") if back else book.redo("actions"))
        if what is None:
            self.say("There is nothing to undo here." if back else "There is nothing to redo here.")
        else:
            await self._read()
            self.say(f"{'Undone' if back else 'Done again'}: {what}")

    # -- narrowing -----------------------------------------------------------------------------

    def _turn(self, wanted: Wanted) -> None:
        """List others, and say nothing any more."""
        self.say()
        self._list_those(wanted)

    def action_overdue(self) -> None:
        """Show what is overdue alone, or all again."""
        self._turn(replace(self._wanted, overdue_only=not self._wanted.overdue_only))

    def action_all(self) -> None:
        """Show what is done or dropped too, or what is owed alone."""
        self._turn(replace(self._wanted, done_too=not self._wanted.done_too))

    def action_group(self) -> None:
        """Group by the next thing."""
        self._turn(replace(self._wanted, group=self._wanted.group.next))

    def action_body(self) -> None:
        """Show those of all bodies, or of the body of the one under the cursor alone."""
        if self._wanted.body_id is not None:
            self._turn(replace(self._wanted, body_id=None))
        elif self._list.promise is not None:
            self._turn(replace(self._wanted, body_id=self._list.promise.body_id))

    def action_find(self) -> None:
        """Narrow the list while an owner, a theme or words are typed."""
        self.asking.ask(_FIND, "Owner, theme or words:", self._wanted.words)
        self.say("enter goes to the first, the arrow keys move; esc shows all again.")

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Narrow the list to what is typed."""
        if event.purpose == _FIND:
            self._turn(replace(self._wanted, words=event.text.strip()))

    async def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Stay with what was found, or note what was heard."""
        if event.purpose == _FIND:
            await self.done(partial(self._stay, event.text.strip()))
        else:
            await self.done(partial(self._hear, event.purpose, event.text))

    async def _stay(self, words: str) -> None:
        if self._wanted.words != words or self._shown is None or self._shown.wanted is not self._wanted:
            self._wanted = replace(self._wanted, words=words)
            await self._read()
        self.asking.close()
        if self._list.lines:
            self.say("esc shows all again." if words else "")

    def on_ask_line_left(self, event: AskLine.Left) -> None:
        """Show all again, or leave it as it is."""
        self.say()
        if event.purpose == _FIND:
            self._turn(replace(self._wanted, words=""))

    def action_step(self, by: int) -> None:
        """Move in the list while words are typed."""
        self._list.action_step(by)

    # -- leaving -------------------------------------------------------------------------------

    def action_origin(self) -> None:
        """Open it where it was agreed, in its minutes."""
        if (line := self._list.promise) is not None:
            self.house.open_line(line.meeting_id, line.entry_id)

    def action_chart(self) -> None:
        """Show in bars what was opened, done and late."""
        from tui.screens.chart import ChartScreen

        self.house.push_screen(ChartScreen(self._wanted.body_id))

    def action_leave(self) -> None:
        """Hide the detail, take all marks away, show all again, or go back."""
        if self._pane.display:
            self._pane.display = False
            self.say()
        elif self._list.marks:
            self._list.unmark()
        elif self._wanted.words or self._wanted.overdue_only:
            self._turn(replace(self._wanted, words="", overdue_only=False))
        else:
            self.house.go_back(self)

    def may_quit(self) -> bool:
        """Whether nothing is being typed that was heard; says so where it is."""
        if typed := self._typed:
            self.say("Record what you are typing first (enter), or leave it (esc).")
        return not typed

    async def kept(self) -> None:
        """Put what is being typed aside, where the program has to end."""
        if typed := self._typed:
            raise BookError(put_aside(typed, self.house.desk.path, self.house.clock()))

    @property
    def _typed(self) -> str:
        """What is typed on the line, and not noted yet."""
        return self.asking.text.strip() if self.asking.purpose in _ASKED else ""
