"""Promises: what is to be done, by whom and by when, and what was heard of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.people import Named


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DROPPED = "dropped"


class DueKind(StrEnum):
    """What kind of promise the due date is."""

    UNDATED = "undated"
    DATE = "date"
    NEXT_MEETING = "next meeting"  # `due` is that meeting's date where it is known
    IN_DUE_COURSE = "in due course"  # agreed to have no date
    AS_SOON_AS_POSSIBLE = "as soon as possible"  # agreed to have no date


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action as read from a line: `words` are what is to be done ("ask for three quotes"),
    without owner, date and themes; `due_words` is the date as it prints, with its preposition
    ("by 6 September 2019", "within two weeks", "in due course"), "" where undated."""

    words: str
    owners: tuple[Named, ...]
    due: date | None = None
    due_words: str = ""
    due_kind: DueKind = DueKind.UNDATED
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """What was heard of an action: at a meeting (`meeting_id`) or between meetings (None)."""

    on: date
    text: str
    state: ActionState
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A promise with its origin. `reference` is "3/2020"; `owners`, `words` and due date as in
    `NewAction`; `entry_id` is the line that made it, `minute` the number of the minute it is in
    ("" before the first item); `exempt` as in `Entry`."""

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
    state: ActionState
    minute: str
    agreed_on: date
    body_name: str
    exempt: str | None = None
    progress: tuple[Progress, ...] = ()

    @property
    def reference(self) -> str:
        """How the action is named across meetings: number and calendar year."""
        return f"{self.number}/{self.year}"

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in (ActionState.OPEN, ActionState.IN_PROGRESS)

    def is_overdue(self, on: date) -> bool:
        """Whether it was due before the day `on` and is still owed."""
        return self.is_open and self.due is not None and self.due < on
