"""The Search screen: every word ever recorded, found while it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from minutes.english import short_date
from storage import BookError
from storage.records import Body, Hit
from tui.screens.sheet import Sheet
from tui.seeking import NARROWING, read_sought
from tui.widgets.ask_line import AskLine
from tui.widgets.rows import Column, Row, Rows

_MOST = 100  # hits: who has to look through more does better to narrow
_COLUMNS = (Column(9), Column(5), Column(40, 1))  # kind, minute, the words around it
_MOVING = ("step", "leaf", "edge")
_HOW = (
    "Type words: every line that holds all of them is found, the newest first.",
    f"{NARROWING}   narrow it.",
    "“Words in quotation marks” stand together.",
)
_KEYS = "enter opens it in its minutes, ↑ and ↓ move, esc goes back."


class SearchScreen(Sheet):
    """What was found in the whole book, each with the words around it."""

    TITLE = "Search"
    HELP = f"""\
Type words: titles, minutes, decisions, actions and what was heard of them are searched as you type, in \
every meeting of the book, the newest first. All the words have to be in a line, in whatever order; “words \
in quotation marks” stand together. Capitals and accents make no difference.

Among the words you can type what narrows the search: {NARROWING}. A kind is decision, action, priority, \
question, reply, point, note, motion, progress, title or any other kind of line.

What is exempt says EXEMPT. enter opens the line where it stands: on the live screen, or on paper once the \
minutes are signed; what was found is still here when you come back."""
    BINDINGS = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("pageup", "leaf(-1)", "Page up", show=False),
        Binding("pagedown", "leaf(1)", "Page down", show=False),
        Binding("escape", "leave", "Back", tooltip="Go back"),
    ]
    DEFAULT_CSS = """
    SearchScreen > #hits { height: 1fr; margin: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._bodies: Sequence[Body] = ()
        self._hits: Sequence[Hit] = ()

    def compose_sheet(self) -> Iterable[Widget]:
        """What was found."""
        yield Rows(_COLUMNS, id="hits")

    def on_mount(self) -> None:
        """Ask at once; what was searched for last is still there until something else is typed."""
        self._text = self.house.sought
        self.asking.ask("search", "Search:", self._text, anew=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While words are typed, the keys that move in the list are the list's."""
        return action in _MOVING or super().check_action(action, parameters)

    # -- searching -----------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Search again."""
        self.do(self._search, only_latest="search")

    async def _search(self) -> None:
        text, today = self._text, self.house.today
        self._bodies = [line.body for line in await self.house.desk.ask(lambda book: book.bodies(today))]
        try:
            sought = read_sought(text, self._bodies, begun=True)
        except BookError as error:
            self.say(str(error))
            return
        found = await self.house.desk.ask(
            # what is not wanted any more when its turn comes is not searched for
            lambda book: book.search(sought, limit=_MOST) if text == self._text else None
        )
        if found is not None and text == self._text:
            self._show(found)

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        many = f"the newest {_MOST}" if len(hits) == _MOST else f"{len(hits) or 'nothing'} found"
        self.head(f"Search · {many}" if self._text.strip() else "Search")
        if self._text.strip():
            self._list.show(_rows(hits))
            self.say(_KEYS if hits else "Nothing holds that: go on typing, or esc goes back.")
        else:
            self._list.show([Row((line,)) for line in _HOW])
            self.say()

    @property
    def _list(self) -> Rows:
        return self.query_one("#hits", Rows)

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Search for what is typed by now."""
        self._text = self.house.sought = event.text
        self._list.action_edge(0)
        self.refresh_records()

    # -- going there, and back -----------------------------------------------------------------

    def on_ask_line_answered(self, _event: AskLine.Answered) -> None:
        """Open what is under the cursor in its minutes."""
        self.open_hit()

    @on(Rows.Chosen)
    def open_hit(self) -> None:
        """Open what is under the cursor in its minutes."""
        key = self._list.key
        if key is not None and key < len(self._hits):
            hit = self._hits[key]
            self.house.open_line(hit.meeting_id, hit.entry_id, hit.item_id)

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Go back."""
        self.action_leave()

    def action_step(self, by: int) -> None:
        """Move among what was found while typing."""
        self._list.action_step(by)

    def action_leaf(self, by: int) -> None:
        """Move a screenful among what was found."""
        self._list.action_leaf(by)

    def action_leave(self) -> None:
        """Go back."""
        self.house.go_back(self)


def _rows(hits: Sequence[Hit]) -> list[Row]:
    """A line for each, under the day and body of its meeting."""
    rows: list[Row] = []
    above = None
    for place, hit in enumerate(hits):
        if (hit.meeting_id, hit.on) != above:
            rows.append(Row((f"{short_date(hit.on)}  {hit.body_name}",)))
            above = hit.meeting_id, hit.on
        exempt = "" if hit.exempt is None else "EXEMPT · "
        words = f"{exempt}{hit.before}{hit.found}{hit.after}"
        rows.append(Row((hit.kind, hit.minute, words), place, warning=hit.exempt is not None))
    return rows
