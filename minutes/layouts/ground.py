"""The ground a document is built on: one meeting's record, and what of it may be shown.

What is exempt is decided here, once, for every layout: a layout asks, and no format can leak it.
"""

from __future__ import annotations

from functools import cached_property

from minutes.document import Table
from minutes.layouts.log import log_table
from minutes.wording.attendance import Attendance, attendance, returning
from minutes.wording.names import Namer, chair_word
from minutes.wording.short_forms import ShortForms
from storage.records import Action, Entry, Item, Kind, MeetingRecord, MeetingState, Named


class Ground:
    """A record as it may be read: whole where `restricted`, else without what is exempt."""

    def __init__(self, record: MeetingRecord, *, restricted: bool) -> None:
        self.record = record
        self.restricted = restricted
        self.items: dict[int, Item] = {item.id: item for item in record.items}
        self.shown = tuple(entry for entry in record.entries if not self.hides(entry))
        said = [(entry.label, entry.text) for entry in self.shown if entry.kind is Kind.SHORT]
        self._short_forms = ShortForms([*record.body.short_forms, *said])
        self.names = Namer(record.attendees, self._short_forms)

    @property
    def is_draft(self) -> bool:
        """Whether the minutes are not approved yet."""
        return self.record.meeting.state is not MeetingState.APPROVED

    def text(self, typed: str, *, opening: bool = False) -> str:
        """What the clerk typed, with short forms written out; `opening` where it begins a sentence."""
        return self._short_forms.written_out(typed, opening=opening)

    # -- what is exempt -----------------------------------------------------------------------

    def hides(self, entry: Entry) -> bool:
        """Whether a line is left out because it is exempt."""
        return not self.restricted and (entry.exempt is not None or self.is_exempt_item(entry.item_id))

    def is_exempt_item(self, item_id: int | None) -> bool:
        """Whether an item is exempt as a whole."""
        item = self.items.get(item_id) if item_id is not None else None
        return item is not None and item.exempt is not None

    def paragraphs(self, entry: Entry) -> str:
        """The paragraphs of Schedule 12A that an exempt line is exempt under, "" where unknown."""
        item = self.items.get(entry.item_id) if entry.item_id is not None else None
        return entry.exempt or (item.exempt if item and item.exempt else "")

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The meeting's actions that may be shown."""
        hidden = {entry.id for entry in self.record.entries if self.hides(entry)}
        return tuple(
            action
            for action in self.record.actions
            if (self.restricted or action.exempt is None) and action.entry_id not in hidden
        )

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

    def log(self) -> Table | None:
        """This meeting's actions as a table, None where there are none."""
        return log_table(self.actions, self.names) if self.actions else None

    @cached_property
    def attendance(self) -> Attendance:
        """Who was there, as far as may be shown."""
        return attendance(self.record, self.shown)

    @cached_property
    def chair(self) -> str:
        """What the one presiding is called: "Chairman", "Chair"."""
        present = self.attendance.present
        return chair_word((*present, *(person for person in self.record.attendees if person not in present)))

    @cached_property
    def _returning(self) -> frozenset[tuple[int, int]]:
        return returning(self.record.entries)

    def returns(self, entry: Entry, named: Named) -> bool:
        """Whether someone who comes in had been there before."""
        return named.person_id is not None and (entry.id, named.person_id) in self._returning
