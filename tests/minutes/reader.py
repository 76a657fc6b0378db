"""Lines read at a point of the meeting of 3 September 2019, for the tests of the shorthand."""

from __future__ import annotations

from dataclasses import replace

from minutes.shorthand import Reading, read, read_lines
from minutes.sitting import Sitting
from storage.records import MeetingRecord, NewAction, NewEntry
from tests.minutes.meetings import AGENDA, prepared

HERE = "/present Kemp, Cooper, Howcroft-Scott, Johnson"


def sitting_after(notes: str = "", record: MeetingRecord | None = None) -> Sitting:
    """The sitting after `notes`, which are followed as the composer would."""
    sitting = Sitting(record or prepared())
    for line in notes.split("\n"):
        act = read(line, sitting).act
        for entry in act.entries:
            sitting.follow(entry, act.newcomers, act.items)
    return sitting


def reading_of(line: str, above: str = "", *, clock: str = "", members: str = "") -> Reading:
    """One line read below `above`; `members` changes who is on the agenda's list."""
    return read(line, sitting_after(above, meeting_of(members)), clock)


def entry_of(line: str, above: str = "", *, clock: str = "", members: str = "") -> NewEntry:
    """The one entry that a line becomes."""
    (entry,) = reading_of(line, above, clock=clock, members=members).act.entries
    return entry


def entries_of(notes: str) -> tuple[NewEntry, ...]:
    """The entries of several lines read together."""
    return read_lines(notes, Sitting(prepared())).act.entries


def action_of(line: str, above: str = "", *, members: str = "") -> NewAction:
    """The one action that a line makes."""
    (action,) = entry_of(line, above, members=members).actions
    return action


def names_of(entry: NewEntry) -> list[str]:
    """How those an entry names are known."""
    return [person.name for person in entry.people]


def owners_of(action: NewAction) -> list[str]:
    """How the owners of an action are known."""
    return [owner.name for owner in action.owners]


def with_themes(*themes: str) -> MeetingRecord:
    """The meeting of a body that has `themes`."""
    record = prepared()
    return replace(record, body=replace(record.body, themes=themes))


def meeting_of(members: str = "") -> MeetingRecord:
    """The meeting with `members` on the agenda's list, or those it has."""
    lines = AGENDA.split("\n")
    listed = f"Members: {members}" if members else ""
    return prepared("\n".join(listed if listed and line[:8] == "Members:" else line for line in lines))
