"""What was promised to a body, as it stands at one point of a meeting.

The fold over the lines that tell of promises; `minutes.sitting` holds it together with the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from minutes.english import printed_date
from minutes.publishing import published
from minutes.references import Reference
from minutes.themes import each_once, theme_of
from storage.records import (
    Action,
    ActionState,
    DueKind,
    Entry,
    Kind,
    MeetingRecord,
    NewEntry,
    NewProgress,
    Plan,
    Progress,
    PromiseKind,
    Standing,
)

# what does not end a list of priorities
IN_LIST = frozenset({Kind.POINT, Kind.HEADING, Kind.FOLLOW_ON, Kind.UNREAD, Kind.EXEMPT, Kind.PUBLIC})


@dataclass(frozen=True, slots=True)
class Review:
    """A list of priorities and what this meeting heard of it so far: `heard` are the ids of those that a
    line here reports on, or carries on."""

    plan: Plan
    priorities: tuple[Action, ...]
    heard: frozenset[int]


class _Known:
    """The promises of a record by what they are asked for; the same at every point of the meeting."""

    def __init__(self, record: MeetingRecord) -> None:
        self.meeting = record.meeting
        self.body = record.body
        self.actions = {action.id: action for action in (*record.promises, *record.actions)}
        self.made_before = tuple(action.id for action in record.promises)
        self._met: dict[int, Action] = {}
        self._told: dict[int, Action] = {}

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """Those of the body, and those under which the public found promises when the meeting began."""
        used = (theme for each in self.made_before for theme in self.as_told(each).standing.themes)
        return each_once((*self.body.themes, *used))

    @cached_property
    def numbered(self) -> dict[tuple[bool, int], list[Action]]:
        """By series and number, the year left out."""
        found: dict[tuple[bool, int], list[Action]] = defaultdict(list)
        for action in self.actions.values():
            found[action.kind is PromiseKind.PRIORITY, action.number].append(action)
        return found

    @cached_property
    def made_by(self) -> dict[int | None, list[int]]:
        """Those made here, by line."""
        found: dict[int | None, list[int]] = defaultdict(list)
        for action in self.actions.values():
            if action.meeting_id == self.meeting.id:
                found[action.entry_id].append(action.id)
        return found

    @cached_property
    def said_by(self) -> dict[int | None, list[Progress]]:
        """What was heard here, by line."""
        found: dict[int | None, list[Progress]] = defaultdict(list)
        for action in self.actions.values():
            for heard in action.progress:
                if heard.meeting_id == self.meeting.id:
                    found[heard.entry_id].append(heard)
        return found

    def as_met(self, action_id: int) -> Action:
        """A promise as this meeting found it."""
        if action_id not in self._met:
            self._met[action_id] = self.actions[action_id].as_met_by(self.meeting.id, self.meeting.on)
        return self._met[action_id]

    def as_told(self, action_id: int) -> Action:
        """A promise as this meeting found it, as far as the public knows."""
        if action_id not in self._told:
            self._told[action_id] = published(self.as_met(action_id))
        return self._told[action_id]


class Promises:
    """The fold over what a body was promised: made and heard before this meeting, and in its lines so far.

    `listing` tells whether a point is one of a list of priorities now, and `theme` under which theme. What is
    asked as the `public` knows it is so without all that exempt business says: a public line that is read
    by it can hold nothing of that. `at_end` tells that what follows goes below the whole record: then
    what it promises has a number, and an id below zero (see `NewProgress`), before it is in the book.
    """

    def __init__(self, record: MeetingRecord, *, at_end: bool = False) -> None:
        self._known = _Known(record)
        self._last_numbers = list(record.last_numbers) if at_end else None
        self._made: dict[int, Action] = {}  # what is not in the book yet
        self._here: dict[int, None] = dict.fromkeys(self._known.made_before)
        self._heard: dict[int, tuple[NewProgress, ...]] = {}
        self._told: dict[int, tuple[NewProgress, ...]] = {}  # of that what the public knows
        self._themes: tuple[str, ...] = ()  # under which something was promised here in public business
        self.listing = False
        self.theme = ""
        self._public_theme = ""  # the one to go on with where an exempt part of a list ends

    def copy(self) -> Promises:
        """Another at the same point, to follow lines that are not recorded yet."""
        other = object.__new__(Promises)
        other.__dict__.update(self.__dict__)
        other._here = self._here.copy()
        other._heard = self._heard.copy()
        other._told = self._told.copy()
        other._made = self._made.copy()
        other._last_numbers = self._last_numbers and self._last_numbers.copy()
        return other

    def follow(self, entry: NewEntry | Entry, *, public: bool = True) -> None:
        """Take in the next line, which is `public` or exempt."""
        if isinstance(entry, NewEntry):
            said: Iterable[NewProgress] = entry.progress
            self._make(entry, public)
        else:
            said = self._known.said_by.get(entry.id, ())
            self._take(self._known.made_by.get(entry.id, ()))
        for kept in (self._heard, self._told) if public else (self._heard,):
            for heard in said:
                kept[heard.action_id] = (*kept.get(heard.action_id, ()), heard)
        self._follow_list(entry, public)

    def _make(self, entry: NewEntry, public: bool) -> None:
        """Number what a line promises that is not in the book yet, as the book will."""
        if self._last_numbers is None:
            return
        meeting = self._known.meeting
        for new in entry.actions:
            series = new.kind is PromiseKind.PRIORITY
            self._last_numbers[series] += 1
            made = Action(
                id=-len(self._made) - 1,
                body_id=self._known.body.id,
                meeting_id=meeting.id,
                entry_id=None,
                number=self._last_numbers[series],
                year=meeting.on.year,
                owners=new.owners,
                words=new.words,
                due=new.due,
                due_words=new.due_words,
                due_kind=new.due_kind,
                themes=new.themes,
                minute="",
                agreed_on=meeting.on,
                body_name=self._known.body.name,
                exempt=None if public else "",
                kind=new.kind,
            )
            self._made[made.id] = made
            self._take((made.id,))

    def _take(self, made: Iterable[int]) -> None:
        """Know what was promised here, and if in public under which themes."""
        for action in map(self.action, made):
            self._here[action.id] = None
            if action.exempt is None and action.themes:
                self._themes = each_once((*self._themes, *action.themes))

    def _follow_list(self, entry: NewEntry | Entry, public: bool) -> None:
        if entry.kind is Kind.PRIORITIES:
            self.listing, self.theme, self._public_theme = True, "", ""
        elif entry.kind not in IN_LIST:
            self.listing = False
        elif entry.kind is Kind.HEADING:
            self.theme = theme_of(entry.text)
            self._public_theme = self.theme if public else self._public_theme
        elif entry.kind is Kind.PUBLIC:
            self.theme = self._public_theme

    # -- which, and how they stand ------------------------------------------------------------

    def find(self, reference: Reference, *, public: bool = False) -> tuple[Action, ...]:
        """The promise that a reference means: of a bare number the only open one, else the one of the
        meeting's year. All it could mean where that is not clear, none where there is none."""
        named = (reference.priority, reference.number)
        made = [
            each for each in self._made.values() if (each.kind is PromiseKind.PRIORITY, each.number) == named
        ]
        found = [each for each in (*self._known.numbered.get(named, ()), *made) if each.id in self._here]
        if reference.year is not None:
            return tuple(action for action in found if action.year == reference.year)
        still_open = [action for action in found if self.standing(action.id, public=public).is_open]
        if len(still_open) == 1:
            return tuple(still_open)
        of_this_year = [action for action in found if action.year == self._known.meeting.on.year]
        return tuple(of_this_year or still_open)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of the body, then those under which promises were put so far in public business: one
        that is misspelt may be any of them."""
        return each_once((*self._known.themes, *self._themes))

    def action(self, action_id: int) -> Action:
        """The promise of that id, which has to be one of the record's, or made since."""
        return self._made.get(action_id) or self._known.actions[action_id]

    def _met(self, action_id: int, *, public: bool = False) -> Action:
        """A promise as this meeting found it, or made it; as far as the public knows where it is `public`."""
        if (made := self._made.get(action_id)) is not None:
            return published(made) if public else made
        return self._known.as_told(action_id) if public else self._known.as_met(action_id)

    def standing(self, action_id: int, *, public: bool = False) -> Standing:
        """How a promise stands at this point of the meeting."""
        met = self._met(action_id, public=public)
        heard = self._told if public else self._heard
        return met.after((*met.progress, *heard.get(action_id, ())))

    def closed_on(self, action_id: int, *, public: bool = False) -> date | None:
        """The day a promise was done or dropped; None while it is owed, or where it is exempt."""
        standing = self.standing(action_id, public=public)
        if standing.is_open or (public and self.action(action_id).exempt is not None):
            return None
        heard = self._told if public else self._heard
        if any(each.state is standing.state for each in heard.get(action_id, ())):
            return self._known.meeting.on
        met = self._met(action_id, public=public)
        return next((each.on for each in reversed(met.progress) if each.state is standing.state), None)

    def is_heard(self, action_id: int) -> bool:
        """Whether a line so far was about it."""
        return action_id in self._heard

    def reference(self, action: Action) -> Reference:
        """How a promise is named in this meeting."""
        return Reference.of(action, self._known.meeting.on.year)

    @property
    def owed(self) -> tuple[Action, ...]:
        """What is owed at this point, that of earlier meetings first."""
        return tuple(self.action(each) for each in self._here if self.standing(each).is_open)

    @property
    def plans(self) -> tuple[Review, ...]:
        """The lists of priorities that this meeting found, each with what was heard of it here so far."""
        lists: dict[int, tuple[Plan, list[Action]]] = {}
        for action in map(self.action, self._here):
            if (plan := self._met(action.id).plan) is not None:
                lists.setdefault(plan.entry_id, (plan, []))[1].append(action)
        return tuple(
            Review(
                plan, tuple(priorities), frozenset(each.id for each in priorities if self.is_heard(each.id))
            )
            for plan, priorities in lists.values()
        )


def deferral_doubt(standing: Standing, to: date | None, on: date) -> str:
    """Why something that stands so cannot be put off to the day `to`, on the day `on`; "" where it can, or
    where no day is said."""
    if to is None:
        return ""
    if to <= on:
        return f"{printed_date(to)} is not after {printed_date(on)}: write a later date"
    if to == standing.due and standing.is_open:
        return f"it is due on {printed_date(to)} already"
    return ""


def state_when_deferred(to: DueKind) -> ActionState:
    """What a new date says of a state: something is owed, also where it was done."""
    return ActionState.IN_DUE_COURSE if to is DueKind.IN_DUE_COURSE else ActionState.OPEN
