"""Governors' minutes: questions and answers in pairs, who does what by when in a column beside the text, and
the confidential part by itself, so that the first may be published as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from minutes.document import Block, Document, Field, Heading, Paragraph, Point, Signature, Table, lines_behind
from minutes.english import capitalised, sentence, stopped
from minutes.layouts.course import Visit, visits
from minutes.layouts.ground import Ground
from minutes.layouts.log import HEAD
from minutes.layouts.manner import Manner
from minutes.layouts.page import document, head, standing_parts, to_put_right
from minutes.layouts.proceedings import next_meeting
from minutes.layouts.standing import PEOPLE, headed, parts_with
from minutes.wording import actions, questions
from storage.records import Action, Entry, Kind, PromiseKind

APART = "The confidential business of this meeting is recorded separately."


def build(ground: Ground) -> Document:
    """Build the minutes of a meeting: Part I is the same in public and where `ground` is restricted, which
    has a Part II beside it; a public copy says that there is one."""
    public, whole = (
        Ground(ground.record, restricted=which, layout=ground.style.layout) for which in (False, True)
    )
    told = list(visits(public, GovernorsManner))
    blocks = standing_parts(public, parts_with(GovernorsManner, minutes=partial(_part_one, told)))
    apart = _part_two(public, told, whole)
    if apart or (not ground.restricted and _is_confidential_said(public)):
        blocks += _part(ground.style.usual("part two"))
        blocks += apart if ground.restricted else [Paragraph(APART)]
    blocks += to_put_right(ground, 0)
    top = head(ground, ground.style.word("title"))
    return document(ground, "title", top, blocks, beside=ground.style.word("who and when"))


def _is_confidential_said(public: Ground) -> bool:
    """Whether anything was said in private, printed or not."""
    return any(public.hides(entry) and entry.kind is not Kind.ITEM for entry in public.record.entries)


def _part(name: str) -> list[Block]:
    return [Heading(name, 0)] if name else []


def _part_one(told: Sequence[Visit], public: Ground, heading: str) -> list[Block]:
    said = [block for visit in told for block in visit.blocks]
    return [*_part(public.style.word("part one")), *headed(heading, said)]


# -- the confidential part -------------------------------------------------------------------------


def _part_two(public: Ground, told: Sequence[Visit], whole: Ground) -> list[Block]:
    """Whatever the whole record says that the public part does not, under the headings of its items: `told`
    is what that says of them."""
    blocks: list[Block] = [*_people(public, whole)]
    for visit, in_public in zip(visits(whole, GovernorsManner), told, strict=True):
        blocks += _only_in(visit, in_public)
    blocks += [
        next_meeting(whole, entry)
        for entry in whole.record.entries
        if entry.kind is Kind.NEXT_MEETING and entry.item_id is None and public.hides(entry)
    ]
    headings = dict(whole.style.parts)
    blocks += _actions(public, whole, headings["actions"]) if "actions" in headings else []
    signed = blocks and "signature" in headings
    return [*blocks, *([Signature(whole.chair)] if signed else [])]


def _actions(public: Ground, whole: Ground, heading: str) -> list[Block]:
    """The confidential actions, unless `/actions` has put them into the minutes."""
    logs = [block for ground in (whole, public) for block in ground.log() if isinstance(block, Table)]
    asked_for = any(entry.kind is Kind.ACTIONS for entry in whole.record.entries)
    rows = _rows_apart(logs[0], logs[1:]) if logs and not asked_for else None
    return [Heading(heading), rows] if rows else []


def _people(public: Ground, whole: Ground) -> Iterator[Field]:
    """Who was there for confidential business alone."""
    parts = parts_with(GovernorsManner)
    for name, heading in whole.style.parts:
        if name in PEOPLE:
            told = {value for field in parts[name](public, heading) for value in _values(field)}
            new = [value for field in parts[name](whole, heading) for value in _values(field)]
            if apart := tuple(value for value in new if value not in told):
                yield Field(heading, apart)


def _values(block: Block) -> tuple[str, ...]:
    return block.values if isinstance(block, Field) else ()


def _only_in(whole: Visit, public: Visit) -> Iterator[Block]:
    """What was said of an item in confidence, under its heading; a sub-heading goes with what it heads."""
    told = {*public.above, *public.said}
    apart: list[Block] = []
    above: Heading | None = None
    for block in (*whole.above, *whole.said):
        if isinstance(block, Heading) and block in told:
            above = block
        elif block not in told:
            known = [other for other in public.said if isinstance(other, Table)]
            rest = _rows_apart(block, known) if isinstance(block, Table) else block
            apart += [each for each in (above, rest) if each is not None]
            above = None  # it is told once
    if apart:
        yield from [replace(whole.heading, entries=())] if whole.heading else []
        yield from apart


def _rows_apart(table: Table, others: Iterable[Table]) -> Table | None:
    """The rows of a log that are in no other one; any other table is whole."""
    if table.rows[:1] != (HEAD,):
        return table
    told = {row for other in others for row in other.rows}
    rows = tuple(row for row in table.rows[1:] if row not in told)
    return replace(table, rows=(HEAD, *rows)) if rows else None


# -- questions, and who does what by when ------------------------------------------------------------


class GovernorsManner(Manner):
    """Question and answer in pairs, the question in bold; what was promised stands beside it too."""

    def question(self, asked: Entry, replies: Sequence[Entry]) -> list[Block]:
        """A question with its replies, a paragraph each."""
        text = questions.asked(
            self.asker(asked), self.ground.text(asked.label, opening=True), self.ground.text(asked.text)
        )
        said = [(sentence(self.ground.text(reply.text, opening=True)), reply.id) for reply in replies]
        word = self.ground.style.word
        return [
            Paragraph(text, keep=bool(said), entries=(asked.id,), number=word("question"), strong=True),
            *(Paragraph(reply, entries=(entry,), number=word("answer")) for reply, entry in said),
        ]

    def arranged(self, blocks: list[Block], lines: Sequence[Entry]) -> list[Block]:
        """The blocks with what each line promised beside them."""
        owed = self._owed(lines)
        return list(self._beside(blocks, owed)) if owed else blocks

    def _owed(self, lines: Sequence[Entry]) -> dict[int, list[Action]]:
        """The actions by the line that says them: of a `+` line the one above it."""
        owed: dict[int, list[Action]] = {}
        says: int | None = None
        for line in lines:
            if self.ground.hides(line):
                says = None
                continue
            if line.kind is not Kind.FOLLOW_ON or says is None:
                says = line.id
            made = [each for each in self.ground.actions_of(line) if each.kind is not PromiseKind.PRIORITY]
            if made:
                owed.setdefault(says, []).extend(made)
        return owed

    def _beside(self, blocks: Sequence[Block], owed: dict[int, list[Action]]) -> Iterator[Block]:
        for block in blocks:
            made = [action for line in lines_behind(block) for action in owed.pop(line, ())]
            if made and isinstance(block, Paragraph | Point):
                yield replace(block, beside="; ".join(map(self._who_and_when, made)))
            else:
                yield block
                yield from map(self._by_itself, made)
        yield from (self._by_itself(action) for made in owed.values() for action in made)

    def _by_itself(self, action: Action) -> Block:
        """An action whose line has nothing that it could stand beside."""
        words = capitalised(stopped(actions.task(self.ground.text(action.words))))
        return Paragraph(words, beside=self._who_and_when(action))

    def _who_and_when(self, action: Action) -> str:
        """ "Clerk, by 6 September 2019"."""
        owners = capitalised(", ".join(self.ground.names.plain(owner) for owner in action.owners))
        return ", ".join(filter(None, (owners, self.ground.text(action.due_words))))
