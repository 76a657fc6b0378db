"""The board's minutes: present and in attendance with their roles, numbered papers, resolutions, and actions
in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress

from minutes.document import Block, Document, Heading, Paragraph, Table
from minutes.english import capitalised, full_date, printed_pages
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.page import document, head, standing_parts, to_put_right, when
from minutes.layouts.standing import in_attendance, parts_with, present
from minutes.names import is_role
from minutes.presence import affected
from minutes.wording import actions, proceedings
from minutes.wording.interests import kind_of_interest
from minutes.wording.names import the_role
from storage.records import Action, Attendee, DueKind, Entry, Item, Kind, Named

_INTERESTS = ("Member", "Interest", "Item", "What was done")
_PEOPLE = ("Name", "Initials", "Role")
_WHOSE = re.compile(
    r"report (?:from|of|by)|authors?|portfolio holder|lead (?:officer|director)|presented by", re.I
)


def build(ground: Ground) -> Document:
    """Build the minutes of a meeting."""
    parts = parts_with(BoardManner, present=_present, in_attendance=_attending)
    blocks = [*standing_parts(ground, parts), *to_put_right(ground)]
    return document(ground, "title", _head(ground), blocks)


def _head(ground: Ground) -> tuple[str, ...]:
    """The lines at the top: "Minutes of the Improvement Board", "held on Thursday 14 October 2021 …"."""
    body, meeting, title = ground.record.body, ground.record.meeting, ground.style.word("title")
    if not title.endswith(" of"):
        return head(ground, title)
    name = body.name if body.name.casefold().startswith("the ") else f"the {body.name}"
    held = ", ".join(filter(None, (f"held on {full_date(meeting.on)}", when(ground))))
    return (body.organisation, f"{title} {name}", held, meeting.venue)


def _present(ground: Ground, heading: str) -> list[Block]:
    return _people(ground.attendance.present, (), heading) or present(ground, heading)


def _attending(ground: Ground, heading: str) -> list[Block]:
    there = ground.attendance
    counts = [ground.text(count) for count in there.counts]
    return _people(there.attending, counts, heading) or in_attendance(ground, heading)


def _people(people: Sequence[Attendee], counts: Sequence[str], heading: str) -> list[Block]:
    """People in a table with their initials and roles; nothing where none of them has any."""
    rows = [_PEOPLE, *(_person(person) for person in people), *((count, "", "") for count in counts)]
    held = [any(row[column] for row in rows[1:]) for column in range(len(_PEOPLE))]
    if not any(held[1:]):
        return []
    return [Heading(heading), Table(tuple(tuple(compress(row, held)) for row in rows))]


def _person(person: Attendee) -> tuple[str, str, str]:
    holds = ", ".join(part for part in (person.office, person.role) if part)
    return f"{person.title} {person.name}".lstrip(), person.initials, holds


class BoardManner(Manner):
    """Resolutions in full, an action in a line that says who and by when, interests in a table."""

    def above(self, item: Item) -> list[Block]:
        """The paper an item was taken with: "Paper 5: report from the Director of People (pages 3–28)"."""
        whose, pages = "; ".join(_whose(item)), printed_pages(item.pages)
        if not (whose or pages):
            return []
        paper = f"{self.ground.style.usual('paper')} {item.number}".rstrip()
        paper += f": {whose}" if whose else ""
        return [Paragraph(f"{paper} (pages {pages})" if pages else paper)]

    def undertaking(self, entry: Entry, action: Action) -> Block:
        """ "ACTION: SL, Cooper – ask for three quotes – 6 September 2019"."""
        owners = ", ".join(map(self._owner, action.owners))
        words = actions.task(self.ground.text(action.words))
        due = actions.due(action, full=True) if action.due_kind is not DueKind.UNDATED else ""
        said = " – ".join(filter(None, (owners, words, due)))
        return Paragraph(f"{self.ground.style.usual('action')}: {said}", entries=(entry.id,), strong=True)

    def _owner(self, owner: Named) -> str:
        """An owner by initials where the list of people has them, else without a title."""
        person = next((p for p in self.ground.record.attendees if p.person_id == owner.person_id), None)
        if person is not None and person.initials:
            return person.initials
        if person is not None and not owner.by_role and not is_role(person.name):
            return person.name
        return capitalised(self.ground.names.plain(owner))

    def interests(self, lines: Sequence[Entry]) -> list[Block]:
        """Interests in a table: whose, which, in what, and what was done."""
        declared = [line for line in lines if line.kind is Kind.INTEREST]
        shown = [line for line in declared if not self.ground.hides(line)]
        told = tuple(line.id for line in shown)
        rows = [self._interest(line) for line in shown if line.people]
        if not rows:
            return [Paragraph(proceedings.NONE, entries=told)] if len(shown) == len(declared) else []
        return [Table((_INTERESTS, *rows), entries=told)]

    def _interest(self, line: Entry) -> tuple[str, str, str, str]:
        ground = self.ground
        within = ground.items.get(line.item_id) if line.item_id is not None else None
        item = ground.items.get(line.target_id or affected(within) or 0)
        kind = kind_of_interest(dict(ground.record.body.interest_kinds).get(line.label, ""))
        words = ground.text(line.text).rstrip(" .;,")
        return (
            capitalised(", ".join(map(ground.names.plain, line.people))),
            capitalised(": ".join(filter(None, (kind, words)))) or "Interest",
            f"{item.number} {item.title}".strip() if item else "",
            "Withdrew from the meeting" if line.withdrew else "Declared",
        )


def _whose(item: Item) -> Iterator[str]:
    """Whose report it is, as the agenda says."""
    for part in item.parts:
        if _WHOSE.fullmatch(part.name) and part.text:
            who = the_role(part.text) if is_role(part.text) else part.text
            yield f"{part.name[:1].lower()}{part.name[1:]} {who}"
