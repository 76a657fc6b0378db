"""The Actions screen: what was promised, overdue first, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from storage.records import Action, ActionState
from tui.promises import action_row, detail, in_sections
from tui.screens.sheet import Sheet
from tui.widgets.ask_line import AskLine
from tui.widgets.rows import Column, Row, Rows

_COLUMNS = (Column(7), Column(16), Column(22, 1), Column(22, 4))

_ROOMY = 30  # lines of a terminal that has room for list and detail


class ActionsScreen(Sheet):
    """The open actions of a body, or of all (`body_id` None)."""

    TITLE = "Actions"
    AUTO_FOCUS = "#promises"
    HELP = """\
Everything that was promised and is still owed: overdue first, then by due date, and last what has no \
date. enter shows an action whole: its words, the meeting and minute it was agreed at, and all that was \
heard of it since; tab goes into a long one, to scroll with the arrow keys. d marks it done, with a note \
of how. / shows one owner's actions alone while you type."""
    BINDINGS = [
        Binding("enter", "detail", "Detail", tooltip="Show the action whole, or hide it again"),
        Binding("d", "done", "Done", tooltip="Mark the action done, with a note"),
        Binding("slash", "find", "Owner", tooltip="Show one owner's actions while the name is typed"),
        Binding("o", "overdue", "Overdue only", tooltip="Show what is overdue alone, or all again"),
        Binding("a", "all", "Done too", tooltip="Show done and dropped actions too, or open ones alone"),
        Binding("ctrl+z", "undo", "Undo", tooltip="Take back the last thing done to an action"),
        Binding("ctrl+y", "redo", "Redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape", "leave", "Back", tooltip="Show all again, or go back"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]
    DEFAULT_CSS = """
    ActionsScreen > #promises { height: 1fr; min-height: 3; margin: 1 1 0 1; }
    ActionsScreen > #detail { display: none; height: auto; max-height: 65%; border: round $foreground;
        padding: 0 1; margin: 0 1; scrollbar-size-vertical: 1; }
    ActionsScreen > #detail:focus { border: double $border; }
    ActionsScreen > #detail > Static { height: auto; }
    """

    def __init__(self, body_id: int | None = None) -> None:
        super().__init__()
        self._body_id = body_id
        self._body_name = ""
        self._actions: dict[int, Action] = {}
        self._rows: dict[int, Row] = {}
        self._typed: dict[tuple[int, int], str] = {}  # by meeting and entry: the line that made it
        self._owner = ""
        self._overdue_only = False
        self._all = False
        self._asked_of = 0  # the action whose note is being typed

    def compose_sheet(self) -> Iterable[Widget]:
        """The list, and below it the action under the cursor."""
        yield Rows(_COLUMNS, id="promises")
        with VerticalScroll(id="detail") as pane:
            pane.border_title = "Action"
            yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Where there is room, show the action under the cursor from the start."""
        self._pane.display = self.app.size.height >= _ROOMY

    # -- reading -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read the actions."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        body_id, open_only = self._body_id, not self._all
        actions = await self.house.desk.ask(lambda book: book.actions(body_id=body_id, open_only=open_only))
        if body_id is not None and not self._body_name:
            body = await self.house.desk.ask(lambda book: book.body(body_id))
            self._body_name = body.name
        self._actions = {action.id: action for action in actions}
        self._rows = {action.id: action_row(action, self.today) for action in actions}
        self._show()

    @property
    def today(self) -> date:
        """The day that says what is overdue."""
        return self.house.today

    def _show(self) -> None:
        shown = [action for action in self._actions.values() if self._wanted(action)]
        rows: list[Row] = []
        for heading, actions in in_sections(shown, self.today):
            rows.append(Row((f"{heading} ({len(actions)})",)))
            rows.extend(self._rows[action.id] for action in actions)
        self._list.show(rows)
        self.head(self._heading(shown))
        if not rows:
            self.say(self._nothing())

    def _wanted(self, action: Action) -> bool:
        if self._overdue_only and not action.is_overdue(self.today):
            return False
        owner = self._owner.casefold()
        return not owner or any(owner in named.name.casefold() for named in action.owners)

    def _heading(self, shown: list[Action]) -> str:
        kind = "overdue" if self._overdue_only else "open and done" if self._all else "open"
        whose = f" · owner “{self._owner}”" if self._owner else ""
        late = sum(action.is_overdue(self.today) for action in shown)
        overdue = f", {late} overdue" if late and not self._overdue_only else ""
        return f"Actions · {self._body_name or 'all bodies'}{whose} · {len(shown)} {kind}{overdue}"

    def _nothing(self) -> str:
        if self._owner:
            return f"No action here is owned by “{self._owner}”."
        if self._overdue_only:
            return "Nothing is overdue. o shows all open actions."
        return "Nothing is owed." if self._all else "Nothing is owed. a shows what was done, too."

    # -- the action under the cursor -----------------------------------------------------------

    @property
    def _list(self) -> Rows:
        return self.query_one("#promises", Rows)

    @property
    def action_at_hand(self) -> Action | None:
        """The action under the cursor."""
        key = self._list.key
        return self._actions.get(key) if key is not None else None

    @property
    def _pane(self) -> Widget:
        return self.query_one("#detail")

    @on(Rows.Moved)
    def follow_cursor(self, event: Rows.Moved) -> None:
        """Show the action the cursor is on, where the detail is open."""
        event.stop()
        if self._pane.display:
            self.do(self._show_detail, only_latest="detail")

    @on(Rows.Chosen)
    def show_clicked(self, event: Rows.Chosen) -> None:
        """Show the action that was clicked."""
        event.stop()
        self.action_detail()

    def action_detail(self) -> None:
        """Show the action whole, or hide it again."""
        if self.action_at_hand is None:
            return
        self._pane.display = not self._pane.display
        if self._pane.display:
            self.do(self._show_detail, only_latest="detail")

    async def _show_detail(self) -> None:
        action = self.action_at_hand
        if action is None:
            self.query_one("#whole", Static).update()
            return
        line = (action.meeting_id, action.entry_id or 0)
        if action.entry_id is not None and line not in self._typed:
            record = await self.house.desk.ask(lambda book: book.meeting(action.meeting_id))
            self._typed |= {(record.meeting.id, entry.id): entry.source for entry in record.entries}
        self.query_one("#detail").border_title = f"Action {action.reference}"
        self.query_one("#whole", Static).update(detail(action, self.today, self._typed.get(line, "")))
        self.call_after_refresh(self._list.scroll_to_cursor)

    # -- changing it ---------------------------------------------------------------------------

    def action_done(self) -> None:
        """Mark the action done, with a note."""
        action = self.action_at_hand
        if action is None:
            return
        if action.state is ActionState.DONE:
            self.say(f"Action {action.reference} is done already.")
        else:
            self._asked_of = action.id
            self.asking.ask("done", f"Done {action.reference}, how?")
            self.say("enter marks it done, with or without a note; esc leaves it open.")

    async def _mark_done(self, action: Action, note: str) -> None:
        today = self.today
        await self.house.desk.ask(lambda book: book.note_progress(action.id, note, ActionState.DONE, today))
        self.say(f"Action {action.reference} is done. ctrl+z takes it back.")
        await self._read()

    def action_undo(self) -> None:
        """Take back the last thing done to an action."""
        self.do(partial(self._walk, back=True))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(partial(self._walk, back=False))

    async def _walk(self, *, back: bool) -> None:
        what = await self.house.desk.ask(lambda book: book.undo("actions") if back else book.redo("actions"))
        if what is None:
            self.say("There is nothing to undo here." if back else "There is nothing to redo here.")
        else:
            self.say(f"{'Undone' if back else 'Done again'}: {what}")
            await self._read()

    # -- narrowing -----------------------------------------------------------------------------

    def action_overdue(self) -> None:
        """Show what is overdue alone, or all again."""
        self._overdue_only = not self._overdue_only
        self.say()
        self._show()

    def action_all(self) -> None:
        """Show done and dropped actions too, or open ones alone."""
        self._all = not self._all
        self.say()
        self.refresh_records()

    def action_find(self) -> None:
        """Show one owner's actions while the name is typed."""
        self.asking.ask("owner", "Owner:", self._owner)

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Narrow the list to the owner typed."""
        if event.purpose == "owner":
            self._owner = event.text.strip()
            self.say()
            self._show()

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Keep the owner, or record the note."""
        self.asking.close()
        action = self._actions.get(self._asked_of)
        if event.purpose == "done" and action is not None:
            self.do(partial(self._mark_done, action, event.text.strip()))
        elif self._owner:
            self.say("esc shows all owners again.")

    def on_ask_line_left(self, event: AskLine.Left) -> None:
        """Show all owners again, or leave the action open."""
        self.say()
        if event.purpose == "owner":
            self._owner = ""
            self._show()

    def action_step(self, by: int) -> None:
        """Move in the list while an owner is typed."""
        self._list.action_step(by)

    def action_leave(self) -> None:
        """Hide the detail, show all again, or go back."""
        self.say()
        if self._pane.display:
            self._pane.display = False
        elif self._owner or self._overdue_only:
            self._owner, self._overdue_only = "", False
            self._show()
        else:
            self.house.go_back(self)
