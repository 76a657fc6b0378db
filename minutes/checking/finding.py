"""One thing to put right, and the list of them while a record is gone through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from minutes.shorthand.reading import quoted
from storage.records import Attendee, Entry, Item, Kind, MeetingRecord


class Fault(StrEnum):
    """What is wrong; the value is its name in JSON."""

    TO_CHECK = "to check"
    OPEN_QUESTION = "open question"
    NO_OWNER = "no owner"
    NO_DATE = "no date"
    URGENCY = "urgency"
    ACTION = "action"  # of a motion that fell
    VOTE = "vote"
    QUORUM = "quorum"
    ABSENT = "absent"  # took part, but was not here
    WITHDRAWN = "withdrawn"  # took part in what they had withdrawn from
    INTEREST = "interest"
    EXEMPTION = "exemption"
    ADDED = "added"
    NOT_TAKEN = "not taken"
    ATTENDANCE = "attendance"
    NEXT_MEETING = "next meeting"
    NOT_REPORTED = "not reported"  # a priority of a list that is reviewed
    LISTED = "listed"  # a point in a list of priorities that is none, or a priority in no list


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing to put right, told in `words`, which begin with the item's number.

    `entry_id` is the line to go to, `item_id` the item it is about; both None where it is of the whole
    meeting. `exempt`: the words tell what is exempt, and belong in no public output.
    """

    fault: Fault
    words: str
    entry_id: int | None = None
    item_id: int | None = None
    exempt: bool = False


class Found:
    """The findings of one record, gathered."""

    def __init__(self, record: MeetingRecord) -> None:
        self.record = record
        self.items: dict[int, Item] = {item.id: item for item in record.items}
        self._places = {entry.id: place for place, entry in enumerate(record.entries)}
        self._exempt = {entry.id for entry in record.entries if self.is_exempt(entry)}
        self.added = self._where_added()
        self._hidden = [person.name for person, entry in self.added if entry.id in self._exempt]
        self._found: list[Finding] = []

    def of_line(
        self, entry: Entry, fault: Fault, words: str, telling: Iterable[int] = (), *, exempt: bool = False
    ) -> None:
        """Note what is wrong with a line; `telling` are other lines that the words tell of, `exempt` that
        they tell of what is exempt elsewhere."""
        place = f"{_named(self.items[entry.item_id])}: " if entry.item_id in self.items else ""
        told = not self._exempt.isdisjoint((entry.id, *telling))
        exempt = exempt or told or any(map(words.__contains__, self._hidden))
        self._found.append(Finding(fault, place + words, entry.id, entry.item_id, exempt))

    def of_item(self, item: Item, fault: Fault, words: str) -> None:
        """Note what is wrong with an item as the agenda has it, which is public even where it is exempt."""
        self._found.append(Finding(fault, f"{_named(item)}: {words}", item_id=item.id))

    def of_meeting(self, fault: Fault, words: str, *, exempt: bool = False) -> None:
        """Note what is wrong with the whole meeting; `exempt` as in `of_line`."""
        self._found.append(Finding(fault, words, exempt=exempt))

    def is_exempt(self, entry: Entry) -> bool:
        """Whether what a line says is exempt: as part of its item, by itself, or as the reason why an
        item is exempt or urgent that is exempt."""
        about = self.items.get(entry.item_id or 0), self.items.get(entry.target_id or 0)
        told = entry.kind is Kind.EXEMPT or (entry.kind is Kind.URGENT and _is_exempt(about[1]))
        return entry.exempt is not None or _is_exempt(about[0]) or told

    def _where_added(self) -> list[tuple[Attendee, Entry]]:
        """People who were on no list, each with the line to look at: the first public one, else the first."""
        added = {person.person_id: person for person in self.record.attendees if person.added}
        lines: dict[int, Entry] = {}
        for entry in self.record.entries:
            for person_id in (person.person_id for person in entry.people):
                if person_id in added:
                    before = lines.setdefault(person_id, entry)
                    if before.id in self._exempt and entry.id not in self._exempt:
                        lines[person_id] = entry
        return [(added[person_id], entry) for person_id, entry in lines.items()]

    def in_order(self) -> tuple[Finding, ...]:
        """All of them: those of lines in the order of the record, then the items', then the meeting's."""
        last = len(self._places)

        def place(finding: Finding) -> int:
            if finding.entry_id is not None:
                return self._places[finding.entry_id]
            return last if finding.item_id is not None else last + 1

        return tuple(sorted(self._found, key=place))


def line_of(entry: Entry) -> str:
    """A line as it was typed, in quotation marks."""
    return quoted(entry.source.strip())


def _is_exempt(item: Item | None) -> bool:
    return item is not None and item.exempt is not None


def _named(item: Item) -> str:
    return f"Item {item.number}" if item.number else quoted(item.title)
