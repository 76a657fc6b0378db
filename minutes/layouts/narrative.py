"""The record of an item as it reads: recorded lines in, blocks of the document out.

It is what every layout of minutes has in common; what a line comes to may hang on its neighbours
(a reply on its question, a part on the line with the colon), so it walks the lines in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from minutes.document import Block, Heading, Margin, Paragraph, Point, Table
from minutes.english import sentence, stopped
from minutes.layouts.ground import Ground
from minutes.layouts.lists import Lists
from minutes.wording import actions, attendance, decisions, proceedings, questions, tables, votes
from storage.records import Entry, Kind, Part

_WAITING = (Kind.REPLY, Kind.FOLLOW_ON)  # what may stand between a question and its reply
_LIST_LINES = (Kind.POINT, Kind.FOLLOW_ON)  # what neither ends a list nor its numbering


class Narrative:
    """Turns lines into blocks. `margins` also shows the lines that do not print, for the screen."""

    def __init__(self, ground: Ground, *, margins: bool = False) -> None:
        self._ground = ground
        self._margins = margins
        self._lists = Lists()
        self._hidden: str | None = None  # the paragraphs of the exempt lines being left out
        self._blocks: list[Block] = []

    def blocks(self, entries: Sequence[Entry]) -> list[Block]:
        """The blocks of `entries`, which stand together in the record (one item's, taken at one time)."""
        self._blocks = []
        self._lists = Lists()
        self._hidden = None
        place = 0
        while place < len(entries):
            place += self._take(entries, place)
        return self._blocks

    def _take(self, entries: Sequence[Entry], place: int) -> int:
        """Word the line at `place`; returns how many lines that took."""
        entry = entries[place]
        if self._ground.hides(entry):
            self._leave_out(entry)
            return 1
        self._hidden = None
        if entry.kind is Kind.QUESTION:
            return self._question(self._run(entries, place, _WAITING))
        if entry.kind is Kind.DECISION and decisions.is_that(entry.text):
            return self._resolution(entries, place)
        if entry.kind is Kind.ROW:
            return self._table(self._run(entries, place, (Kind.ROW,)))
        if entry.kind is Kind.POINT:
            self._point(entry)
        elif entry.kind is Kind.HEADING:
            self._heading(entry, entries[place + 1 :])
        else:
            self._single(entry)
        return 1

    def _run(self, entries: Sequence[Entry], place: int, kinds: tuple[Kind, ...]) -> list[Entry]:
        """The line at `place` and those of `kinds` directly below it."""
        end = place + 1
        while end < len(entries) and entries[end].kind in kinds and not self._ground.hides(entries[end]):
            end += 1
        return list(entries[place:end])

    def _leave_out(self, entry: Entry) -> None:
        """Leave out an exempt line; the Schedule 12A line stands once for its neighbours too."""
        paragraphs = self._ground.paragraphs(entry)
        if paragraphs != self._hidden:
            self._lists.end()
            self._blocks.append(Paragraph(proceedings.exempt_by(paragraphs), entries=(entry.id,)))
        self._hidden = paragraphs

    # -- lines that hang together ------------------------------------------------------------

    def _question(self, run: list[Entry]) -> int:
        asked, replies = run[0], [entry for entry in run if entry.kind is Kind.REPLY]
        askers = [named for named in asked.people if named.part is Part.ASKER]
        text = questions.question(
            self._ground.names.many(askers),
            self._ground.text(asked.label, opening=True),
            self._ground.text(asked.text),
            [self._ground.text(reply.text) for reply in replies],
        )
        self._add(Point(text, entries=tuple(entry.id for entry in (asked, *replies))))
        self._lists.begin_parts(text, level=1)
        self._follow_ons(run)
        return len(run)

    def _resolution(self, entries: Sequence[Entry], place: int) -> int:
        """Decisions that open with "that": several directly after one another are numbered."""
        run = self._run(entries, place, (Kind.DECISION, Kind.FOLLOW_ON))
        end = next(
            (n for n, e in enumerate(run) if e.kind is Kind.DECISION and not decisions.is_that(e.text)),
            len(run),
        )
        run = run[:end]
        parts = [entry for entry in run if entry.kind is Kind.DECISION]
        if len(parts) == 1:
            self._single(parts[0])
        else:
            body = self._ground.record.body
            self._add(Paragraph(f"{body.verb}:", keep=True, entries=(parts[0].id,)))
            texts = decisions.numbered([self._ground.text(part.text) for part in parts])
            for entry, (marker, text) in zip(parts, texts, strict=True):
                self._blocks.append(Point(text, marker, entries=(entry.id,)))
            self._lists.begin_parts(texts[-1][1], level=1)
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
        text = self._ground.text(entry.text, opening=not entry.label)
        if entry.label:
            text = f"{self._ground.text(entry.label, opening=True)} – {stopped(text)}"
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
            self._add(Heading(text, 2, entries=(entry.id,)))
        else:
            self._margin(entry)

    # -- lines on their own ------------------------------------------------------------------

    def _single(self, entry: Entry) -> None:
        if entry.kind is Kind.FOLLOW_ON:
            self._follow_on(entry)
            return
        word = _WORDINGS.get(entry.kind)
        blocks = word(self, entry) if word else []
        for block in blocks:
            self._add(block)
        if not blocks:
            self._lists.end()
            self._margin(entry)
        elif isinstance(last := blocks[-1], Paragraph | Point):
            self._lists.begin_parts(last.text, level=int(isinstance(last, Point)))

    def _add(self, block: Block) -> None:
        """Add a block that ends any list before it."""
        self._lists.end()
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

    def _sentence(self, text: str, entry: Entry) -> list[Block]:
        return [Paragraph(text, entries=(entry.id,))] if text else []

    def _note(self, entry: Entry) -> list[Block]:
        return self._sentence(sentence(self._ground.text(entry.text, opening=True)), entry)

    def _lone_reply(self, entry: Entry) -> list[Block]:
        return [Point(sentence(self._ground.text(entry.text, opening=True)), entries=(entry.id,))]

    def _decision(self, entry: Entry) -> list[Block]:
        body = self._ground.record.body
        # What kind of decision it is was typed; its short forms are written out afterwards.
        worded = decisions.decision(entry.text, body.noun, body.verb)
        return self._sentence(stopped(self._ground.text(worded, opening=True)), entry)

    def _action(self, entry: Entry) -> list[Block]:
        owners = self._ground.names.many([named for named in entry.people if named.part is Part.OWNER])
        made = self._ground.actions_of(entry)
        if not made and not self._ground.makes_action(entry):
            return self._sentence(sentence(self._ground.text(entry.source.lstrip(" @"), opening=True)), entry)
        return [
            Paragraph(
                actions.undertaking(
                    owners, self._ground.text(action.words), self._ground.text(action.due_words)
                ),
                entries=(entry.id,),
            )
            for action in made
        ]

    def _unread(self, entry: Entry) -> list[Block]:
        if not self._ground.is_draft:
            return []
        shown = proceedings.to_check(entry.text or entry.source)
        return [Paragraph(shown, entries=(entry.id,), to_check=True)]

    def _apologies(self, entry: Entry) -> list[Block]:
        if entry.item_id is None or not entry.people:
            return []
        return self._sentence(attendance.apologies_received(self._ground.names.many(entry.people)), entry)

    def _in(self, entry: Entry) -> list[Block]:
        blocks: list[Block] = []
        for again in (False, True):
            people = [p for p in entry.people if self._ground.returns(entry, p) is again]
            if people:
                text = attendance.arrived(self._ground.names.many(people), entry.time, again=again)
                blocks += self._sentence(text, entry)
        return blocks

    def _out(self, entry: Entry) -> list[Block]:
        if not entry.people:
            return []
        return self._sentence(attendance.left(self._ground.names.many(entry.people), entry.time), entry)

    def _vote(self, entry: Entry) -> list[Block]:
        if not entry.people:
            return []
        names = self._ground.names.many(entry.people)
        return self._sentence(votes.recorded(entry.kind, names, len(entry.people)), entry)

    def _none(self, entry: Entry) -> list[Block]:
        return self._sentence(proceedings.NONE, entry)

    def _interest(self, entry: Entry) -> list[Block]:
        if entry.people or entry.text.strip().casefold() not in ("", "none"):
            return self._note(entry)
        return self._none(entry)

    def _previous(self, entry: Entry) -> list[Block]:
        on = entry.on or self._ground.record.previous_on
        return self._sentence(proceedings.previous_minutes(on, self._ground.chair), entry)

    def _adjourn(self, entry: Entry) -> list[Block]:
        return self._sentence(proceedings.adjourned(entry.time, self._ground.text(entry.text)), entry)

    def _resume(self, entry: Entry) -> list[Block]:
        return self._sentence(proceedings.resumed(entry.time), entry)

    def _next_meeting(self, entry: Entry) -> list[Block]:
        if entry.item_id is None:
            return []
        text = proceedings.next_meeting(entry.on, entry.time, self._ground.text(entry.text))
        return self._sentence(text, entry)

    def _exempt(self, entry: Entry) -> list[Block]:
        blocks: list[Block] = []
        if entry.target_id is None and not self._ground.is_exempt_item(entry.item_id):
            reason = sentence(self._ground.text(entry.label, opening=True))
            said = f"{proceedings.exempt_by(entry.text)} {reason}".rstrip()
            blocks += self._sentence(said, entry)
        if entry.doubt and self._ground.is_draft:
            shown = proceedings.to_check(entry.source.strip())
            blocks.append(Paragraph(shown, entries=(entry.id,), to_check=True))
        return blocks

    def _actions(self, entry: Entry) -> list[Block]:
        table = self._ground.log()
        return [replace(table, entries=(entry.id,))] if table else []


_WORDINGS: dict[Kind, Callable[[Narrative, Entry], list[Block]]] = {
    Kind.NOTE: Narrative._note,
    Kind.REPLY: Narrative._lone_reply,
    Kind.DECISION: Narrative._decision,
    Kind.ACTION: Narrative._action,
    Kind.UNREAD: Narrative._unread,
    Kind.APOLOGIES: Narrative._apologies,
    Kind.IN: Narrative._in,
    Kind.OUT: Narrative._out,
    Kind.FOR: Narrative._vote,
    Kind.AGAINST: Narrative._vote,
    Kind.ABSTAIN: Narrative._vote,
    Kind.NONE: Narrative._none,
    Kind.INTEREST: Narrative._interest,
    Kind.PREVIOUS: Narrative._previous,
    Kind.ADJOURN: Narrative._adjourn,
    Kind.RESUME: Narrative._resume,
    Kind.NEXT_MEETING: Narrative._next_meeting,
    Kind.EXEMPT: Narrative._exempt,
    Kind.ACTIONS: Narrative._actions,
}
