"""The state of a meeting at one point of its record: what the lines above a line come to.

Which item is being taken, who is present, whether there is a quorum, what a reply would answer and
whether what follows is exempt all follow from the order of the entries. The reader, the live
screen and the wording ask here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from minutes.floor import ON_THE_FLOOR, Floor
from minutes.names import People
from minutes.presence import Presence
from minutes.promises import Promises
from minutes.quorum import quorum_of
from storage.records import Attendee, Entry, Item, Kind, MeetingRecord, NewEntry, NewItem

_ANSWERED = (Kind.QUESTION, Kind.MOTION, Kind.AMENDMENT)
_BEFORE_REPLY = (Kind.REPLY, Kind.SECOND)  # what may stand before a further reply
_SESSION = {Kind.OPEN: "open", Kind.RESUME: "open", Kind.ADJOURN: "adjourned", Kind.CLOSE: "closed"}


class Sitting:
    """The fold over a meeting's entries: all of them, or those before the entry `before`.

    `item` is the item being taken, `taken` the ids of items in the order they came up; `opened`
    and `closed` are times ("" where none was said) or None; `above` is the nearest line that is no
    `+`; `awaits_reply` tells whether a `>` now has a question to answer; `exempt` holds the
    paragraphs that a line recorded now is exempt under, None where it is public; `presence` tells who is
    here, `floor` has the motions, amendments and decisions so far, `promises` what the body was promised
    and how it stands; `labels` are those used so far.
    """

    def __init__(self, record: MeetingRecord, *, before: int | None = None) -> None:
        self.record = record
        self.people = People(record.attendees, record.body.short_forms)
        self._items: dict[int, Item] = {item.id: item for item in record.items}
        self._order: list[int] = list(self._items)
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._highest = self._lowest_item = 0
        for item in record.items:
            self._number(item)
        self.short_forms: dict[str, str] = dict(record.body.short_forms)
        self.item: Item | None = None
        self.taken: tuple[int, ...] = ()
        self.opened: str | None = None
        self.closed: str | None = None
        self.session = ""
        self.above: Kind | None = None
        self.awaits_reply = False
        self.next_meeting: date | None = record.next_on
        self.presence = Presence(record.attendees)
        self.floor = Floor()
        self.promises = Promises(record, at_end=before is None)
        self.labels: dict[str, None] = {}
        self.exempt_from_here: str | None = None
        self._named_in_public: frozenset[int] = frozenset()
        self._way: list[int] = []  # how the present item was come to, for /back
        self._lowest = min((attendee.person_id for attendee in record.attendees), default=0)
        for entry in record.entries:
            if entry.id == before:
                break
            self.follow(entry)

    def copy(self) -> Sitting:
        """Another sitting at the same point, to follow lines that are not recorded yet."""
        other = object.__new__(Sitting)
        other.__dict__.update(self.__dict__)
        other.people = self.people.copy()
        other._items = self._items.copy()
        other._order = self._order.copy()
        other._numbers = self._numbers.copy()
        other.short_forms = self.short_forms.copy()
        other.presence = self.presence.copy()
        other.floor = self.floor.copy()
        other.promises = self.promises.copy()
        other.labels = self.labels.copy()
        other._way = self._way.copy()
        return other

    def follow(
        self, entry: NewEntry | Entry, newcomers: Sequence[Attendee] = (), items: Sequence[NewItem] = ()
    ) -> None:
        """Take in the next line, with the people and items it adds."""
        for newcomer in newcomers:
            self.people.add(newcomer)
            self.presence.add(newcomer)
            self._lowest = min(self._lowest, newcomer.person_id)
        for new in items:
            self._add(new)
        self._follow_business(entry)
        if self.exempt is None and entry.people:
            self._named_in_public |= {person.person_id for person in entry.people if person.person_id}
        self.presence.follow(entry, self.item)
        if entry.kind in ON_THE_FLOOR or entry.kind is Kind.ITEM:
            self.floor.follow(entry, self.voters, self.quorate, self.item.id if self.item else None)
        self.promises.follow(entry, public=self.exempt is None)
        self._follow_talk(entry)

    # -- who is here ------------------------------------------------------------------------

    @property
    def members(self) -> int:
        """How many members the meeting has, with those added or co-opted so far."""
        return self.presence.members

    @property
    def present(self) -> tuple[int, ...]:
        """The members present now, in the order of the list."""
        return self.presence.present

    @property
    def voters(self) -> tuple[int, ...]:
        """The members who may vote on what is being done (see `Presence.voters`)."""
        return self.presence.voters

    @property
    def withdrawn(self) -> frozenset[int]:
        """Those who are out for the item being taken, having declared an interest in it."""
        return self.presence.withdrawn

    @property
    def withdraws(self) -> dict[int, frozenset[int]]:
        """For an item, those who declared an interest in it and withdrew."""
        return self.presence.withdraws

    @property
    def substitutes(self) -> dict[int, int]:
        """For each substitute the member replaced."""
        return self.presence.substitutes

    @property
    def chair(self) -> Attendee | None:
        """Who presides now, None where nobody is known to."""
        return self.presence.chair

    @property
    def attendance_taken(self) -> bool:
        """Whether a `/present` named a member yet; before that nobody can be called absent."""
        return self.presence.attendance_taken

    @property
    def last_time(self) -> str:
        """The last time said at this meeting, "" before the first."""
        return self.presence.last_time

    @property
    def quorum(self) -> int | None:
        """How many members must be present, None where the body has said nothing that can be read."""
        return quorum_of(self.record.meeting.quorum or self.record.body.quorum, self.members)

    @property
    def quorate(self) -> bool:
        """Whether enough members are here; while attendance was not taken, all who may be are."""
        quorum = self.quorum
        return quorum is None or len(self.voters) >= quorum

    def is_member(self, person_id: int) -> bool:
        """Whether a person is a member of this meeting now (see `Presence.is_member`)."""
        return self.presence.is_member(person_id)

    def is_here(self, person_id: int) -> bool:
        """Whether a person was said to be here, and is not out for the item being taken."""
        return self.presence.is_here(person_id)

    def may_name(self, person_id: int) -> bool:
        """Whether a line recorded now may give a person's full name: in public business not of somebody who
        was on no list, and whom exempt business alone brought in."""
        known = self.exempt is not None or person_id in self._named_in_public
        return known or not any(one.added and one.person_id == person_id for one in self.people.attendees)

    @property
    def adjourned(self) -> bool:
        """Whether the sitting is broken off."""
        return self.session == "adjourned"

    # -- what is being done -----------------------------------------------------------------

    @property
    def exempt(self) -> str | None:
        """The paragraphs that what follows is exempt under ("" where unknown), None where public."""
        if self.item is not None and self.item.exempt is not None:
            return self.item.exempt
        return self.exempt_from_here

    @property
    def before_this(self) -> Item | None:
        """The item to go back to: the one taken before this one, else the one above it."""
        if len(self._way) > 1:
            return self.item_of(self._way[-2])
        place = self._place()
        return self._items[self._order[place - 1]] if place > 0 else None

    @property
    def after_this(self) -> Item | None:
        """The item that comes next on the agenda."""
        following = self._place() + 1
        return self._items[self._order[following]] if following < len(self._order) else None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in agenda order, an added one below the item that was being taken."""
        return tuple(self._items[item_id] for item_id in self._order)

    @property
    def next_item(self) -> NewItem:
        """An item to be added, still without title: with a new id, and the next whole number."""
        return NewItem(self._lowest_item - 1, str(self._highest + 1), "")

    @property
    def next_newcomer(self) -> int:
        """The id that the next person on no list gets."""
        return min(self._lowest, 0) - 1

    def item_of(self, item_id: int) -> Item | None:
        """The item of that id."""
        return self._items.get(item_id)

    def items_numbered(self, number: str) -> tuple[Item, ...]:
        """The items the agenda gives that number, however its dots, spaces and case are: a supplementary
        agenda may give it again."""
        return tuple(self._items[item_id] for item_id in self._numbers.get(_number_key(number), ()))

    def item_numbered(self, number: str) -> Item | None:
        """The item the agenda gives that number, the first one where there are several."""
        return next(iter(self.items_numbered(number)), None)

    # -- following --------------------------------------------------------------------------

    def _follow_business(self, entry: NewEntry | Entry) -> None:
        if entry.kind is Kind.ITEM and entry.target_id is not None:
            self._go_to(entry.target_id)
        elif entry.kind is Kind.EXEMPT and entry.target_id is not None:
            self._make_exempt(entry.target_id, entry.text)
        elif entry.kind is Kind.EXEMPT:
            self.exempt_from_here = entry.text
        elif entry.kind is Kind.PUBLIC:
            self.exempt_from_here = None
        elif entry.kind in _SESSION:
            self.session = _SESSION[entry.kind]
            if entry.kind is Kind.OPEN:
                self.opened = entry.time
            self.closed = entry.time if entry.kind is Kind.CLOSE else None
        elif entry.kind is Kind.NEXT_MEETING and entry.on is not None:
            self.next_meeting = entry.on
        elif entry.kind is Kind.SHORT:
            self.short_forms[entry.label] = entry.text
            self.people.shorten(entry.label, entry.text)

    def _follow_talk(self, entry: NewEntry | Entry) -> None:
        if entry.kind is Kind.FOLLOW_ON:
            return
        self.above = entry.kind
        self.awaits_reply = entry.kind in _ANSWERED or (entry.kind in _BEFORE_REPLY and self.awaits_reply)
        if entry.label and entry.kind in (Kind.POINT, Kind.QUESTION):
            self.labels.setdefault(entry.label)

    def _go_to(self, item_id: int) -> None:
        item = self.item_of(item_id)
        if item is None:
            return
        self.item, self.exempt_from_here = item, None
        if item_id not in self.taken:
            self.taken += (item_id,)
        if self._way[-2:-1] == [item_id]:
            self._way.pop()
        elif self._way[-1:] != [item_id]:
            self._way.append(item_id)

    def _make_exempt(self, item_id: int, paragraphs: str) -> None:
        if item_id in self._items:
            self._items[item_id] = replace(self._items[item_id], exempt=paragraphs)
        if self.item is not None:
            self.item = self._items[self.item.id]

    def _add(self, new: NewItem) -> None:
        item = Item(new.id, new.number, new.title, new.pages, new.exempt, "", new.parts)
        self._items[item.id] = item
        self._lowest_item = min(self._lowest_item, item.id)
        self._order.insert(len(self._order) if self.item is None else self._place() + 1, item.id)
        self._number(item)

    def _number(self, item: Item) -> None:
        """Let an item be found by its number."""
        if key := _number_key(item.number):
            self._numbers[key] = (*self._numbers.get(key, ()), item.id)
        if match := re.match(r"\d{1,6}", item.number):
            self._highest = max(self._highest, int(match[0]))

    def _place(self) -> int:
        """Where on the agenda the present item stands, -1 before the first."""
        return -1 if self.item is None else self._order.index(self.item.id)


def _number_key(number: str) -> str:
    return "".join(number.casefold().split()).rstrip(".")
