"""A council's meeting of 60 members, 30 items and 1,000 lines: taken, closed, corrected, approved, reopened.

Who is present, whether there is a quorum and what each vote came to are computed a second time here,
slowly and simply, while the lines are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from minutes.agenda import read_agenda
from minutes.formats.text import write
from minutes.press import press
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from minutes.trees import from_text
from storage import MinuteBook
from storage.records import MeetingRecord, MeetingState

STEMS = ("Ash", "Brad", "Cole", "Dun", "Elm", "Fair")
ENDS = ("bury", "combe", "den", "field", "gate", "ham", "ley", "stone", "ton", "worth")
MEMBERS = [stem + end for stem in STEMS for end in ENDS]
QUORUM = 15  # a quarter of 60
ITEMS = 30
LINES = 1000
EVENING = datetime(2020, 6, 11, 18, 30, tzinfo=UTC)


def agenda(day: str) -> str:
    """The council's agenda of a day."""
    items = "\n".join(f"{number}. Business number {number}" for number in range(1, ITEMS + 1))
    members = f"Councillors {MEMBERS[0]} (Chairman), {', '.join(MEMBERS[1:])}"
    return f"Medway Council\nCouncil\nDate: {day}\nQuorum: 1/4\nMembers: {members}\n\n{items}\n"


@dataclass
class Voted:
    """What one vote came to by the second computation."""

    counts: tuple[int, int, int]
    fate: str
    present: frozenset[str]
    rolled: bool = False


@dataclass
class Meeting:
    """A meeting made up at random, and the plain sets of who is where."""

    random: Random
    lines: list[str] = field(default_factory=list)
    here: set[str] = field(default_factory=set)
    out_for: dict[int, set[str]] = field(default_factory=dict)
    item: int = 0
    votes: list[Voted] = field(default_factory=list)
    states: list[tuple[int, frozenset[str], bool]] = field(default_factory=list)  # after the nth line

    @property
    def present(self) -> set[str]:
        return self.here - self.out_for.get(self.item, set())

    def make(self) -> Meeting:
        """Make up the lines of the whole meeting."""
        here = self.random.sample(MEMBERS, 40)
        self.here = {MEMBERS[0], *here}
        self.say(f"/present {', '.join(sorted(self.here))}")
        self.say("/open")
        acts = [
            self.goes,
            self.comes,
            self.declares,
            self.decides,
            self.moves,
            self.amends,
            self.calls,
            self.notes,
        ]
        for number in range(1, ITEMS + 1):
            self.item = number
            self.say(f"/{number}")
            while len(self.lines) < 4 + number * LINES // ITEMS:
                self.random.choice(acts)()
        return self

    def say(self, line: str) -> None:
        self.lines.append(line)
        present = frozenset(self.present)
        self.states.append((len(self.lines), present, len(present) >= QUORUM))

    def notes(self) -> None:
        self.say(f"Point number {len(self.lines)} was made.")

    def goes(self) -> None:
        # the Chairman stays: somebody has to hold the casting vote
        going = [one for one in sorted(self.present) if one != MEMBERS[0]]
        for one in self.random.sample(going, min(len(going), self.random.randint(1, 9))):
            self.here.discard(one)
            self.say(f"/out {one}")

    def comes(self) -> None:
        away = sorted(set(MEMBERS) - self.here)
        for one in self.random.sample(away, min(len(away), self.random.randint(1, 8))):
            self.here.add(one)
            self.out_for.get(self.item, set()).discard(one)
            self.say(f"/in {one}")

    def declares(self) -> None:
        can = [one for one in sorted(self.present) if one != MEMBERS[0]]
        if can:
            one, item = self.random.choice(can), self.random.randint(self.item, ITEMS)
            if one not in self.out_for.get(item, set()):
                self.out_for.setdefault(item, set()).add(one)
                self.say(f"/interest {one} dpi {item}: land beside the site withdrew")

    def counted(self) -> tuple[str, tuple[int, int, int]]:
        """A vote of those present, the casting vote after a tie included in its fate."""
        voters = len(self.present)
        for_ = self.random.randint(0, voters)
        against = self.random.choice((for_, self.random.randint(0, voters)))
        against = min(against, voters - for_)
        # somebody votes: a vote of nobody is to be checked
        abstaining = self.random.randint(int(for_ + against == 0), voters - for_ - against)
        return f"/vote {for_} {against} {abstaining}", (for_, against, abstaining)

    def put(self) -> None:
        """Put what stands above to the vote, with the casting vote where it is tied."""
        line, counts = self.counted()
        present = frozenset(self.present)
        self.say(line)
        fate = "carried" if counts[0] > counts[1] else "lost"
        if counts[0] == counts[1]:
            way = self.random.choice(("for", "against"))
            self.say(f"/casting {way}")
            fate = "carried" if way == "for" else "lost"
        self.votes.append(Voted(counts, fate, present))

    def two(self) -> list[str]:
        return self.random.sample(sorted(self.present), 2)

    def decides(self) -> None:
        self.say(f"! noted report number {len(self.lines)}")
        if self.random.random() < 0.3:
            self.put()

    def moves(self) -> None:
        if len(self.present) > 1:
            mover, seconder = self.two()
            self.say(f"/move {mover}, {seconder}: that scheme {len(self.lines)} be approved")
            self.put()

    def amends(self) -> None:
        if len(self.present) > 1:
            mover, seconder = self.two()
            self.say(f"/move {mover}: that scheme {len(self.lines)} be approved")
            self.say(f"/amend {seconder}: to defer it to number {len(self.lines)}")
            self.put()
            self.put()

    def calls(self) -> None:
        """A recorded vote: everybody present by name."""
        if len(self.present) < 2:
            return
        voters = sorted(self.present)
        self.random.shuffle(voters)
        first, second = sorted(self.random.sample(range(len(voters) + 1), 2))
        ways = voters[:first], voters[first:second], voters[second:]
        present = frozenset(self.present)
        self.say(f"! approved plan number {len(self.lines)}")
        self.say("/roll")
        for word, names in zip(("for", "against", "abstain"), ways, strict=True):
            if names:
                self.say(f"/{word} {', '.join(names)}")
        counts = tuple(len(names) for names in ways)
        fate = "carried" if counts[0] > counts[1] else "lost"
        if counts[0] == counts[1]:
            self.say("/casting for")
            fate = "carried"
        self.votes.append(Voted((counts[0], counts[1], counts[2]), fate, present, rolled=True))


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_large_meeting_agrees_with_a_second_computation_and_stays_as_signed(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "book.db"
    made = Meeting(Random(seed)).make()
    book = MinuteBook.open(path, press=press)
    meeting_id = book.save_agenda(read_agenda(agenda("11 June 2020"))).meeting_id
    take(book, meeting_id, "\n".join([*made.lines, "The corrected word is Septembre.", "/close 11.30pm"]))
    record = book.meeting(meeting_id)
    assert [entry.doubt for entry in record.entries if entry.doubt] == []
    assert len(record.entries) == len(made.lines) + 2 >= LINES
    assert record.meeting.state is MeetingState.DRAFT

    agrees(record, made)

    next_id = book.save_agenda(read_agenda(agenda("9 July 2020"))).meeting_id
    take(book, next_id, '/open\n/previous with corrections: "Septembre" to "September"\n/close 7pm')
    assert book.meeting(meeting_id).meeting.state is MeetingState.APPROVED
    signed = book.signed(meeting_id)
    assert signed is not None
    printed = write(from_text(signed))
    book.close()

    book = MinuteBook.open(path, press=press)
    again, before = book.signed(meeting_id), book.signed(meeting_id, version=1)
    assert again is not None
    assert before is not None
    assert write(from_text(again)) == printed
    assert "The corrected word is September." in printed
    assert "DRAFT" not in printed
    assert "The corrected word is Septembre." in write(from_text(before))
    assert book.verify().faults == ()
    book.close()


def agrees(record: MeetingRecord, made: Meeting) -> None:
    """Hold who was present after each line, and what each vote came to, against what was made up."""
    names = {attendee.person_id: attendee.name for attendee in record.attendees}
    following = Sitting(record, before=record.entries[0].id)
    for entry, (_, present, quorate) in zip(record.entries, made.states, strict=False):
        following.follow(entry)
        assert {names[person_id] for person_id in following.present} == present, entry.source
        assert following.quorate is quorate, entry.source
    put = [proposal for proposal in Sitting(record).floor.proposals if proposal.tally is not None]
    came_to = [(p.tally.in_favour, p.tally.against, p.tally.abstaining, p.fate.value) for p in put if p.tally]
    # an amendment is put before the motion it is to, which stands above it
    assert sorted(came_to) == sorted((*vote.counts, vote.fate) for vote in made.votes)
    called = [{names[person_id] for person_id in proposal.voters} for proposal in put if proposal.roll]
    assert called == [vote.present for vote in made.votes if vote.rolled]


def take(book: MinuteBook, meeting_id: int, notes: str) -> None:
    """Record lines as `take` does."""
    book.record(meeting_id, read_lines(notes, Sitting(book.meeting(meeting_id))).act, at=EVENING)
