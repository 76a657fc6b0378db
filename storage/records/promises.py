"""Promises: what is to be done, by whom and by when, and what was heard of it.

A promise is an action, a written reply owed to a question, or a priority of a list that was agreed. What
it was when it was made stays; what was heard of it since says how it stands now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from storage.records.people import Named


class PromiseKind(StrEnum):
    """What kind of promise it is; priorities have a series of numbers of their own."""

    ACTION = "action"
    REPLY = "reply"  # a written reply, owed to a question that was not answered
    PRIORITY = "priority"


class ActionState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    IN_DUE_COURSE = "in due course"  # owed, and agreed to have no date
    DONE = "done"
    DROPPED = "dropped"


OWED = frozenset({ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.IN_DUE_COURSE})


class DueKind(StrEnum):
    """What kind of promise the due date is."""

    UNDATED = "undated"
    DATE = "date"
    NEXT_MEETING = "next meeting"  # `due` is that meeting's date where it is known, and follows it
    IN_DUE_COURSE = "in due course"  # agreed to have no date
    AS_SOON_AS_POSSIBLE = "as soon as possible"  # agreed to have no date


@dataclass(frozen=True, slots=True)
class NewAction:
    """A promise as read from a line: `words` are what is to be done ("ask for three quotes"),
    without owner, date and themes; `due_words` is the date as it prints, with its preposition
    ("by 6 September 2019", "within two weeks", "in due course"), "" where undated."""

    words: str
    owners: tuple[Named, ...]
    due: date | None = None
    due_words: str = ""
    due_kind: DueKind = DueKind.UNDATED
    themes: tuple[str, ...] = ()
    kind: PromiseKind = PromiseKind.ACTION


@dataclass(frozen=True, slots=True)
class NewProgress:
    """What one line or key says of a promise; what is None or empty stays as it was.

    An `action_id` below zero is that of one which the same act makes: -1 the first, -2 the second.

    `text` is what was heard, or the reason; `state` says that it is under way, over, or owed (again), and
    what that comes to is for `Standing.after`, wherever the line goes; with a `due_kind` the due date is
    another one from here on (`due`, `due_words` and `due_kind` as in `NewAction`); `owners`, `themes` and
    `rating` take the place of those before; `words` are a priority's new wording, where a later list carries
    it on.
    """

    action_id: int
    text: str = ""
    state: ActionState | None = None
    due: date | None = None
    due_words: str = ""
    due_kind: DueKind | None = None
    owners: tuple[Named, ...] = ()
    themes: tuple[str, ...] | None = None
    rating: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(NewProgress):
    """What was heard of a promise on a day: at a meeting, from its line `entry_id`, or between meetings
    (both None). `exempt` as in `Entry`: of that line."""

    id: int
    on: date
    meeting_id: int | None = None
    entry_id: int | None = None
    exempt: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands: its state, and its words, owners, date, themes and rating by now."""

    state: ActionState
    words: str
    owners: tuple[Named, ...]
    due: date | None
    due_words: str
    due_kind: DueKind
    themes: tuple[str, ...]
    rating: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OWED

    def after(self, heard: NewProgress) -> Standing:
        """How it stands after one thing more was heard of it."""
        redated = heard.due_kind is not None
        return Standing(
            state=self._state_after(heard),
            words=heard.words or self.words,
            owners=heard.owners or self.owners,
            due=heard.due if redated else self.due,
            due_words=heard.due_words if redated else self.due_words,
            due_kind=heard.due_kind or self.due_kind,
            themes=self.themes if heard.themes is None else heard.themes,
            rating=heard.rating or self.rating,
        )

    def _state_after(self, heard: NewProgress) -> ActionState:
        """Where it stands then: what ended is not begun again by a report, and what is owed again without
        another date is as far as it was."""
        if heard.state is ActionState.IN_PROGRESS and not self.is_open:
            return self.state
        dated = heard.due_kind is not None and self.state is not ActionState.IN_PROGRESS
        if heard.state is ActionState.OPEN and self.is_open and not dated:
            return self.state
        return heard.state or self.state


@dataclass(frozen=True, slots=True)
class Plan:
    """A list of priorities: the line that began it, its title, the outside body that set it ("" where the
    meeting agreed it) and the date it is to be reviewed by; `agreed_on` is the day of that meeting, `exempt`
    as in `Entry`, of that line."""

    entry_id: int
    meeting_id: int
    title: str
    set_by: str
    review: date | None
    agreed_on: date
    exempt: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A promise with its origin and its history.

    `number` and `year` make its reference; `owners`, `words`, due date and themes are as agreed, as in
    `NewAction`, and stay so; `entry_id` is the line that made it, `minute` the number of the minute it is
    in ("" before the first item); `exempt` as in `Entry`; `plans` are the lists that a priority was in, the
    one it was agreed in first, none for any other; `plan` is the one it belongs to now. `progress` is what
    was heard, in order. `standing` is what all that comes to.
    """

    id: int
    body_id: int
    meeting_id: int
    entry_id: int | None
    number: int
    year: int
    owners: tuple[Named, ...]
    words: str
    due: date | None
    due_words: str
    due_kind: DueKind
    themes: tuple[str, ...]
    minute: str
    agreed_on: date
    body_name: str
    exempt: str | None = None
    progress: tuple[Progress, ...] = ()
    kind: PromiseKind = PromiseKind.ACTION
    plans: tuple[Plan, ...] = ()

    @property
    def reference(self) -> str:
        """How it is named across meetings: number and calendar year, a priority with a p ("p4/2020")."""
        return f"{'p' if self.kind is PromiseKind.PRIORITY else ''}{self.number}/{self.year}"

    @property
    def plan(self) -> Plan | None:
        """The list of priorities it belongs to now: the last that had it."""
        return self.plans[-1] if self.plans else None

    @property
    def as_agreed(self) -> Standing:
        """How it stood when it was made."""
        in_due_course = self.due_kind is DueKind.IN_DUE_COURSE
        return Standing(
            state=ActionState.IN_DUE_COURSE if in_due_course else ActionState.OPEN,
            words=self.words,
            owners=self.owners,
            due=self.due,
            due_words=self.due_words,
            due_kind=self.due_kind,
            themes=self.themes,
        )

    @property
    def standing(self) -> Standing:
        """How it stands after all that was heard of it."""
        return self.after(self.progress)

    def after(self, heard: Iterable[NewProgress]) -> Standing:
        """How it stands after what was `heard` of it, in that order."""
        standing = self.as_agreed
        for progress in heard:
            standing = standing.after(progress)
        return standing

    def as_on(self, day: date) -> Action:
        """The promise as it stood at the end of a day: what was heard later, and a later list that carried
        it on, are left out."""
        return replace(
            self,
            progress=tuple(heard for heard in self.progress if heard.on <= day),
            plans=tuple(plan for plan in self.plans if plan.agreed_on <= day),
        )

    def as_met_by(self, meeting_id: int, day: date) -> Action:
        """The promise as the meeting held on `day` found it: without what was heard of it there, or later."""
        then = self.as_on(day)
        return replace(
            then,
            progress=tuple(heard for heard in then.progress if heard.meeting_id != meeting_id),
            plans=tuple(plan for plan in then.plans if plan.meeting_id != meeting_id),
        )

    @property
    def public(self) -> Action:
        """The promise without what was heard of it in exempt business, and without the lists that carried it
        on there; whether it is itself exempt is for the caller to ask."""
        return replace(
            self,
            progress=tuple(heard for heard in self.progress if heard.exempt is None),
            plans=tuple(plan for plan in self.plans if plan.exempt is None),
        )

    @property
    def state(self) -> ActionState:
        """Where it stands."""
        return self.standing.state

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.standing.is_open

    def is_overdue(self, on: date) -> bool:
        """Whether it was due before the day `on`, by the date it has now, and is still owed."""
        standing = self.standing
        return standing.is_open and standing.due is not None and standing.due < on


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise in a list, as it stands now: what the Actions screen shows of thousands of them.

    `owners` and `themes` are joined with "; "; `plan` is the title of its list, "" for none, and `review` the
    day by which that is to be reviewed.
    """

    id: int
    body_id: int
    body_name: str
    meeting_id: int
    entry_id: int | None
    kind: PromiseKind
    reference: str
    state: ActionState
    due: date | None
    due_kind: DueKind
    owners: str
    words: str
    themes: str
    rating: str
    minute: str
    agreed_on: date
    exempt: str | None
    plan: str = ""
    review: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OWED

    def is_overdue(self, on: date) -> bool:
        """Whether it was due before the day `on` and is still owed."""
        return self.is_open and self.due is not None and self.due < on
