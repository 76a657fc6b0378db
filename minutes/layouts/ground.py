"""The ground a document is built on: one meeting's record, and what of it may be shown.

What is exempt is decided here, once, for every layout: a layout asks, and no format can leak it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial

from minutes.document import Block, Paragraph
from minutes.floor import ON_THE_FLOOR, Floor, Proposal
from minutes.layouts.log import exempt_numbers, log_table
from minutes.proposals import Fate
from minutes.shorthand.items import adds_item
from minutes.sitting import Sitting
from minutes.style import style_of
from minutes.wording import proceedings
from minutes.wording.attendance import Attendance, attendance, returning
from minutes.wording.names import Namer, chair_word, in_words_of
from minutes.wording.short_forms import ShortForms
from storage.records import (
    Action,
    Attendee,
    Entry,
    Item,
    Kind,
    MeetingRecord,
    MeetingState,
    Named,
    Part,
    Progress,
    PromiseKind,
    Standing,
)

Wording = Callable[["Ground", Entry], list[Block]]  # what one line of a kind comes to


class Ground:
    """A record as it may be read: whole where `restricted`, else without what is exempt."""

    def __init__(self, record: MeetingRecord, *, restricted: bool, layout: str = "") -> None:
        self.style = style_of(record.body, layout)
        self.restricted = restricted
        self.record = in_words_of(record, self.style)
        self.items: dict[int, Item] = {item.id: item for item in record.items}
        self.entries: dict[int, Entry] = {entry.id: entry for entry in record.entries}
        self.shown = tuple(entry for entry in record.entries if not self.hides(entry))
        people = tuple(map(self.as_heard, self.record.attendees))
        self.record = replace(self.record, attendees=people)
        said = [(entry.label, entry.text) for entry in self.shown if entry.kind is Kind.SHORT]
        self._short_forms = ShortForms([*record.body.short_forms, *said])
        self.names = Namer(self.record.attendees, self._short_forms)

    @property
    def is_draft(self) -> bool:
        """Whether the minutes are not approved yet."""
        return self.record.meeting.state is not MeetingState.APPROVED

    def text(self, typed: str, *, opening: bool = False) -> str:
        """What the clerk typed, with short forms written out; `opening` where it begins a sentence."""
        return self._short_forms.written_out(typed, opening=opening)

    # -- what is exempt -----------------------------------------------------------------------

    def hides(self, entry: Entry) -> bool:
        """Whether a line is left out: it is exempt, or tells of a vote that is exempt in part."""
        return not self.restricted and (self._is_exempt(entry) or entry.id in self._torn)

    def is_exempt_item(self, item_id: int | None) -> bool:
        """Whether an item is exempt as a whole."""
        item = self.items.get(item_id) if item_id is not None else None
        return item is not None and item.exempt is not None

    def paragraphs(self, entry: Entry) -> str:
        """The paragraphs of Schedule 12A that an exempt line is exempt under, "" where unknown."""
        item = self.items.get(entry.item_id) if entry.item_id is not None else None
        return entry.exempt or (item.exempt if item and item.exempt else "") or self._torn.get(entry.id, "")

    def may_name(self, person_id: int) -> bool:
        """Whether a person may be named: unless only exempt lines brought them in."""
        return self.restricted or person_id not in self._unheard

    def as_heard(self, person: Attendee) -> Attendee:
        """A person as far as may be shown: of one whom an exempt line brought in no more than public ones
        say, which may be a part of the name, and no role."""
        if self.restricted or not person.added:
            return person
        lines = [
            entry
            for entry in self.record.entries
            if any(named.person_id == person.person_id for named in entry.people)
        ]
        if not lines or not self.hides(lines[0]):
            return person
        said = " ".join(line.source for line in lines if not self.hides(line))
        name = next(filter(partial(_stands_in, said), _parts_of(person.name)), person.name)
        title, office, role, initials = (
            word if _stands_in(said, word) else ""
            for word in (person.title, person.office, person.role, person.initials)
        )
        return replace(person, name=name, title=title, office=office, role=role, initials=initials)

    def names_unheard(self, words: str) -> bool:
        """Whether `words` name somebody who may not be named."""
        people = self.record.attendees
        return any(person.name in words for person in people if not self.may_name(person.person_id))

    def _is_exempt(self, entry: Entry) -> bool:
        return entry.exempt is not None or self.is_exempt_item(entry.item_id)

    @cached_property
    def _torn(self) -> dict[int, str]:
        """The public lines about a proposal of which some line is exempt, with its paragraphs: to tell
        half of who moved what and how it was voted on would be to tell it wrong."""
        torn: dict[int, str] = {}
        for proposal in self._floor.proposals:
            lines = [self.entries[line] for line in proposal.lines]
            exempt = next((line for line in lines if self._is_exempt(line)), None)
            if exempt is not None:
                about = (line.id for line in lines if line is not proposal.entry)
                torn.update(dict.fromkeys(about, exempt.exempt or ""))
        return torn

    @cached_property
    def _unheard(self) -> frozenset[int]:
        added = {person.person_id for person in self.record.attendees if person.added}
        return frozenset(added.difference(n.person_id or 0 for entry in self.shown for n in entry.people))

    def may_tell(self, promise: Action) -> bool:
        """Whether the words of a promise may be shown, made here or before."""
        return (self.restricted or promise.exempt is None) and promise.entry_id not in self._left_out

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The meeting's promises that may be shown, of every kind."""
        return tuple(filter(self.may_tell, self.record.actions))

    # -- what follows from the lines ------------------------------------------------------------

    @cached_property
    def _made(self) -> dict[int | None, list[Action]]:
        made: dict[int | None, list[Action]] = {}
        for action in self.actions:
            made.setdefault(action.entry_id, []).append(action)
        return made

    def actions_of(self, entry: Entry) -> list[Action]:
        """The actions that a line made."""
        return self._made.get(entry.id, [])

    def makes_action(self, entry: Entry) -> bool:
        """Whether a line made any action, shown or not."""
        return any(action.entry_id == entry.id for action in self.record.actions)

    @cached_property
    def _heard(self) -> dict[int | None, list[tuple[Action, Progress]]]:
        everything = {each.id: each for each in (*self.record.promises, *self.record.actions)}
        heard: dict[int | None, list[tuple[Action, Progress]]] = {}
        said = [(promise, progress) for promise in everything.values() for progress in promise.progress]
        for promise, progress in sorted(said, key=lambda pair: pair[1].id):
            heard.setdefault(progress.entry_id, []).append((promise, progress))
        return heard

    def heard_in(self, entry: Entry) -> list[tuple[Action, Progress]]:
        """What a line said of promises, in the order it named them; whether one may be told is `may_tell`."""
        return self._heard.get(entry.id, [])

    def priorities_of(self, entry: Entry) -> list[Action]:
        """The priorities that a point made or carries on."""
        carried = [promise for promise, _ in self.heard_in(entry)] if entry.kind is Kind.POINT else []
        return [each for each in (*self.actions_of(entry), *carried) if each.kind is PromiseKind.PRIORITY]

    def standing_before(self, promise: Action, progress: Progress) -> Standing:
        """How a promise stood when that was heard, as far as may be shown."""
        told = self._told_of(promise)
        return promise.after(told[: told.index(progress)] if progress in told else told)

    def _told_of(self, promise: Action) -> tuple[Progress, ...]:
        return (promise if self.restricted else promise.public).progress

    def log(self, entries: tuple[int, ...] = ()) -> list[Block]:
        """This meeting's actions as a table, as they stood at its end; in public also the numbers of those
        that are exempt. Priorities stand in their own list. `entries` are the lines that ask for it."""
        blocks: list[Block] = []
        made = [action for action in self.record.actions if action.kind is not PromiseKind.PRIORITY]
        if shown := [(action, self._at_the_end(action)) for action in made if self.may_tell(action)]:
            blocks.append(replace(log_table(shown, self.names), entries=entries))
        if not self.restricted and (left_out := exempt_numbers(made)):
            blocks.append(Paragraph(left_out, entries=entries))
        return blocks

    def _at_the_end(self, promise: Action) -> Standing:
        """How a promise stood when this meeting was over: what was heard later is no part of its minutes."""
        here = self.record.meeting.id
        return promise.after(heard for heard in self._told_of(promise) if heard.meeting_id == here)

    @cached_property
    def _floor(self) -> Floor:
        on_it = any(entry.kind in ON_THE_FLOOR for entry in self.record.entries)
        return Sitting(self.record).floor if on_it else Floor()

    def proposal_of(self, entry: Entry) -> Proposal | None:
        """What a line puts, or is about, as far as may be shown; None for a line that is about nothing."""
        proposal = self._floor.of(entry.id)
        if proposal is None or self.restricted:
            return proposal
        if not self._is_whole(proposal):
            movers = tuple(named for named in entry.people if named.part is Part.MOVER)
            seconders = tuple(named for named in entry.people if named.part is Part.SECONDER)
            bare = Proposal(entry, proposal.item_id, (), proposal.quorate, movers, seconders)
            return replace(bare, lines=(entry.id,), amends=proposal.amends)
        amended = any(map(self._is_whole, self._carried_on(proposal)))
        return replace(proposal, amended=amended, voters=self._voters_heard_of(proposal))

    def _voters_heard_of(self, proposal: Proposal) -> tuple[int, ...]:
        """Who could vote on a proposal as the public lines alone tell it."""
        if len(self.shown) == len(self.record.entries):
            return proposal.voters
        known = self._public_floor.of(proposal.lines[0])
        return known.voters if known else ()

    @cached_property
    def _public_floor(self) -> Floor:
        return Sitting(replace(self.record, entries=self.shown)).floor

    def _is_whole(self, proposal: Proposal) -> bool:
        """Whether every line of it may be shown."""
        return not any(line in self._left_out for line in proposal.lines)

    def _carried_on(self, motion: Proposal) -> Iterator[Proposal]:
        """The amendments to a motion that were carried."""
        for other in self._floor.proposals:
            if other.amends is not None and other.amends.entry is motion.entry and other.fate is Fate.CARRIED:
                yield other

    def is_one_of_several(self, proposal: Proposal) -> bool:
        """Whether it is an amendment that was before the meeting together with another to its motion."""
        if proposal.amends is None:
            return False
        motion, (put, settled) = proposal.amends.entry, self._before_the_meeting(proposal)
        spans = (
            self._before_the_meeting(other)
            for other in self._floor.proposals
            if other.amends is not None and other.amends.entry is motion and other.entry is not proposal.entry
        )
        return any(begun < settled and put < ended for begun, ended in spans)

    def _before_the_meeting(self, proposal: Proposal) -> tuple[int, int]:
        """From which place in the record to which a proposal was open."""
        places = [self._places[line] for line in proposal.lines]
        return places[0], len(self._places) if proposal.fate is Fate.OPEN else places[-1]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {entry.id: place for place, entry in enumerate(self.record.entries)}

    @cached_property
    def _left_out(self) -> frozenset[int]:
        return frozenset(entry.id for entry in self.record.entries if self.hides(entry))

    def to_check(self, entry: Entry) -> list[Block]:
        """A line that says nothing as it stands, for drafts."""
        if not self.is_draft:
            return []
        shown = proceedings.to_check(entry.source.strip())
        return [Paragraph(shown, entries=(entry.id,), to_check=True)]

    def business(self, item_id: int | None, *, within: int | None) -> str:
        """An item inside a sentence that is said while the item `within` is taken: "agenda item 7
        (Transport)", "this item", "" where there is none."""
        item = self.items.get(item_id) if item_id is not None else None
        if item is None:
            return ""
        if item_id == within:
            return "this item"
        if item.number and item.id not in self.added:
            return f"agenda item {item.number} ({item.title})"
        return f"the item “{item.title}”"

    @cached_property
    def added(self) -> frozenset[int]:
        """The items that were on no agenda, but put on at the meeting itself."""
        return frozenset(entry.target_id or 0 for entry in self.record.entries if adds_item(entry))

    @cached_property
    def attendance(self) -> Attendance:
        """Who was there, as far as may be shown."""
        return attendance(self.record, self.shown)

    @cached_property
    def chair(self) -> str:
        """What the one presiding is called: "Chairman", "Chair"."""
        present = self.attendance.present
        others = (each for each in self.record.attendees if each not in present)
        presiding = (*present, *(each for each in others if self.may_name(each.person_id)))
        return chair_word(presiding, self.style.word("chair"))

    @cached_property
    def _returning(self) -> frozenset[tuple[int, int]]:
        return returning(self.shown)

    def returns(self, entry: Entry, named: Named) -> bool:
        """Whether someone who comes in had been there before, as far as may be shown."""
        return named.person_id is not None and (entry.id, named.person_id) in self._returning


def _parts_of(name: str) -> list[str]:
    """A name, and what may be said for it: without its first words, or one of them."""
    words = name.split()
    return [*(" ".join(words[place:]) for place in range(len(words))), *words]


def _stands_in(said: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE) is not None
