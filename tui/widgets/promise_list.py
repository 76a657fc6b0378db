"""A list of promises in groups; those that are marked are dealt with together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.binding import Binding

from storage.records import PromiseLine
from tui.promises import MORE, Group, PromiseRows, grouped, promise_row
from tui.widgets.rows import Column, Row, Rows

_COLUMNS = (Column(8), Column(16), Column(20, 1), Column(22, 4))
_MARKED = "●"


class PromiseList(Rows):
    """The promises, as they stand on `today`; `marks` are the ids of those that are marked."""

    BINDINGS = [Binding("space", "mark", "Mark", tooltip="Mark it, to deal with several together")]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(_COLUMNS, id=id)
        self.lines: Mapping[int, PromiseLine] = {}
        self.marks: set[int] = set()
        self.today = date.min

    def list_lines(
        self,
        lines: Sequence[PromiseLine],
        today: date,
        by: Group = Group.DUE,
        *,
        bodies: bool = False,
        more: bool = False,
        columns: Sequence[Column] | None = None,
    ) -> None:
        """List `lines` in groups, with the body in their headings where `bodies`; with `more` a last row
        asks for those that are not among them."""
        self.lines = {line.id: line for line in lines}
        self.today = today
        rows = PromiseRows(grouped(lines, by, today, bodies=bodies), self.row_of, more=more)
        self.show(rows, columns, rows.keys)

    def row_of(self, line: PromiseLine) -> Row:
        """The row of a promise."""
        return promise_row(line, self.today, _MARKED if line.id in self.marks else "")

    @property
    def promise(self) -> PromiseLine | None:
        """The promise under the cursor."""
        return self.lines.get(self.key) if self.key is not None else None

    @property
    def asks_for_more(self) -> bool:
        """Whether the cursor is on the row that asks for all the others."""
        return self.key == MORE

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids of those that are marked, else of the one under the cursor."""
        here = (self.promise.id,) if self.promise is not None else ()
        return tuple(sorted(self.marks)) or here

    def unmark(self) -> None:
        """Take all marks away."""
        self.marks.clear()
        self.refresh()
        self.post_message(self.Moved(self))

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away, and go on to the next."""
        if self.promise is not None:
            self.marks ^= {self.promise.id}
            self.refresh()
            self.action_step(1)
            self.post_message(self.Moved(self))
