"""The record of an item as it reads: recorded lines in, blocks of the document out.

It is what every layout of minutes has in common; what a line comes to may hang on its neighbours
(a reply on its question, a part on the line with the colon), so it walks the lines in order.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes.document import Block, Heading, Margin, Paragraph, Point, Table, lines_behind
from minutes.english import stopped
from minutes.layouts import decisions, motions, promises
from minutes.layouts.lists import Lists
from minutes.layouts.manner import Manner
from minutes.presence import is_for_declarations
from minutes.shorthand.labels import part_label
from minutes.wording import actions, exemption, tables
from minutes.wording.decisions import is_that
from storage.records import Entry, Kind

_WAITING = (Kind.REPLY, Kind.FOLLOW_ON)  # what may stand between a question and its reply
_SPOKEN_TO = (Kind.SECOND, *_WAITING)  # likewise between a motion and what was said to it


class Narrative:
    """Turns lines into blocks in a layout's manner. `margins` also shows the lines that do not print, for the
    screen."""

    def __init__(self, manner: Manner, *, margins: bool = False) -> None:
        self._manner = manner
        self._ground = manner.ground
        self._margins = margins
        self._lists = Lists()
        self._told: set[int] = set()  # lines that a block above tells with its own
        self._blocks: list[Block] = []

    def blocks(self, entries: Sequence[Entry]) -> list[Block]:
        """The blocks of `entries`, which stand together in the record (one item's, taken at one time)."""
        self._blocks = []
        self._lists = Lists()
        place = 0
        while place < len(entries):
            place += self._take(entries, place)
        return self._manner.arranged(self._blocks, entries)

    def _take(self, entries: Sequence[Entry], place: int) -> int:
        """Word the line at `place`; returns how many lines that took."""
        entry = entries[place]
        if self._ground.hides(entry):
            self._leave_out(entry)
            return 1
        if entry.id in self._told:
            return 1
        if entry.kind is Kind.QUESTION:
            return self._question(self._run(entries, place, _WAITING))
        if entry.kind in (Kind.MOTION, Kind.AMENDMENT) and entry.text:
            return self._motion(self._run(entries, place, _SPOKEN_TO))
        if entry.kind is Kind.DECISION and is_that(entry.text):
            return self._resolution(entries, place)
        if entry.kind is Kind.ROW:
            return self._table(self._run(entries, place, (Kind.ROW,)))
        if entry.kind is Kind.POINT:
            self._point(entry)
        elif entry.kind is Kind.HEADING:
            self._heading(entry, entries[place + 1 :])
        elif entry.kind is Kind.PRIORITIES:
            self._tell([promises.list_head(self._ground, entry, entries[place + 1 :])], entry)
            self._lists.count()
        elif entry.kind is Kind.INTEREST and self._is_for_declarations(entry):
            self._tell(self._manner.interests(entries), entry)
        else:
            self._single(entry)
        return 1

    def _is_for_declarations(self, entry: Entry) -> bool:
        item = self._ground.items.get(entry.item_id or 0)
        return item is not None and is_for_declarations(item.title)

    def _run(self, entries: Sequence[Entry], place: int, kinds: tuple[Kind, ...]) -> list[Entry]:
        """The line at `place` and those of `kinds` directly below it."""
        end = place + 1
        while end < len(entries) and entries[end].kind in kinds and not self._ground.hides(entries[end]):
            end += 1
        return list(entries[place:end])

    def _leave_out(self, entry: Entry) -> None:
        """Leave out an exempt line; the Schedule 12A line stands once for its neighbours too."""
        text = exemption.exempt_by(self._ground.paragraphs(entry))
        last = self._blocks[-1] if self._blocks else None
        if not isinstance(last, Paragraph) or last.text != text:
            self._add(Paragraph(text, entries=(entry.id,)), entry.kind)
        if entry.kind is Kind.POINT and self._lists.counts:  # it has its number in the restricted copy
            self._lists.place(entry.marker, entry.level)

    # -- lines that hang together ------------------------------------------------------------

    def _question(self, run: list[Entry]) -> int:
        replies = [entry for entry in run if entry.kind is Kind.REPLY]
        blocks = self._manner.question(run[0], replies)
        for block in blocks:
            self._add(block)
        self._begin_parts(blocks)
        self._follow_ons(run)
        return len(run)

    def _motion(self, run: list[Entry]) -> int:
        """A motion or amendment with what was said to it."""
        replies = [entry for entry in run if entry.kind is Kind.REPLY]
        self._tell(motions.put(self._ground, run[0], replies), run[0])
        for entry in run[1:]:
            if entry.id not in self._told:
                self._single(entry)
        return len(run)

    def _resolution(self, entries: Sequence[Entry], place: int) -> int:
        """Decisions that open with "that": several directly after one another are numbered."""
        run = self._run(entries, place, (Kind.DECISION, Kind.FOLLOW_ON))
        end = next(
            (n for n, e in enumerate(run) if e.kind is Kind.DECISION and not is_that(e.text)), len(run)
        )
        run = run[:end]
        parts = [entry for entry in run if entry.kind is Kind.DECISION]
        if len(parts) == 1:
            self._single(parts[0])
        else:
            self._tell(decisions.resolved(self._ground, parts), parts[0])
        self._follow_ons(run)
        return len(run)

    def _table(self, rows: list[Entry]) -> int:
        cells = tables.table([[self._ground.text(cell) for cell in tables.cells(row.text)] for row in rows])
        self._add(Table(cells, entries=tuple(row.id for row in rows)))
        return len(rows)

    def _follow_ons(self, run: list[Entry]) -> None:
        for entry in run:
            if entry.kind is Kind.FOLLOW_ON:
                self._follow_on(entry)

    # -- lists -------------------------------------------------------------------------------

    def _point(self, entry: Entry) -> None:
        marker, level = self._lists.place(entry.marker, entry.level)
        label, text = entry.label, entry.text
        if not text:  # it carries a priority on as it stands
            label, text = part_label(promises.carried_on(self._ground, entry))
        text = self._ground.text(text, opening=not label)
        if label:
            text = f"{self._ground.text(label, opening=True)} – {stopped(text)}"
        self._blocks.append(Point(text, marker, level, (entry.id,)))

    def _heading(self, entry: Entry, below: Sequence[Entry]) -> None:
        following = next((e for e in below if e.kind is not Kind.FOLLOW_ON), None)
        text = self._ground.text(entry.text, opening=True)
        is_followed = (
            following is not None and following.kind is Kind.POINT and not self._ground.hides(following)
        )
        if self._lists.in_parts and is_followed:
            self._blocks.append(Paragraph(text, keep=True, entries=(entry.id,)))
        elif text:
            self._add(Heading(text, 2, entries=(entry.id,)), entry.kind)
        else:
            self._margin(entry)

    # -- lines on their own ------------------------------------------------------------------

    def _single(self, entry: Entry) -> None:
        if entry.kind is Kind.FOLLOW_ON:
            self._follow_on(entry)
            return
        self._tell(self._manner.wording(entry), entry)

    def _tell(self, blocks: Sequence[Block], entry: Entry) -> None:
        """Add what `entry` comes to, which may tell of lines further below too; parts may follow the last
        block. A line that comes to nothing stands in the margin."""
        self._lists.end(entry.kind)
        if not blocks:
            self._margin(entry)
        self._blocks += blocks
        for block in blocks:
            self._told.update(lines_behind(block))
        self._begin_parts(blocks)

    def _begin_parts(self, blocks: Sequence[Block]) -> None:
        """Where the last block ends in a colon, what is below are its parts."""
        if blocks and isinstance(last := blocks[-1], Paragraph | Point):
            self._lists.begin_parts(last.text, level=int(isinstance(last, Point)))

    def _add(self, block: Block, kind: Kind | None = None) -> None:
        """Add a block that ends any list before it, but for a line of that `kind` in one of priorities."""
        self._lists.end(kind)
        self._blocks.append(block)

    def _margin(self, entry: Entry) -> None:
        if self._margins:
            self._blocks.append(Margin(entry.source, (entry.id,)))

    def _follow_on(self, entry: Entry) -> None:
        made = self._ground.actions_of(entry)
        if not self._margins:
            return
        for action in made:
            owners = [self._ground.names.plain(owner) for owner in action.owners]
            self._blocks.append(Margin(actions.in_margin(action, owners), (entry.id,), is_action=True))
        if not made:
            self._margin(entry)
