"""Motions, votes and decisions, as the lines stand now.

A line is read against those above it when it is typed; lines that are moved, changed or taken out later
may leave a vote that no longer adds up, or a decision that too few were there to take.
"""

from __future__ import annotations

from minutes.checking.finding import Fault, Found, line_of
from minutes.english import listed
from minutes.floor import ON_THE_FLOOR
from minutes.names import named
from minutes.presence import ATTENDANCE
from minutes.proposals import VOTES, Fate, Line, Proposal
from minutes.sitting import Sitting
from storage.records import Entry, Kind, Part

_DID = {Kind.MOTION: "moved", Kind.AMENDMENT: "moved", Kind.SECOND: "seconded"}
_DID |= dict.fromkeys(VOTES, "voted")
_MOST = 5  # names on one line
_SETTLES = (Kind.VOTE, Kind.CASTING, Kind.ROLL)
_WAYS = {Kind.FOR: "for", Kind.AGAINST: "against", Kind.ABSTAIN: "abstaining on"}


class Ballots:
    """The fold over who took part in what, and what came of it."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._names = {person.person_id: named(person) for person in found.record.attendees}
        self._unattended: set[int] = set()  # what was settled before it was said who is here
        self._took_part: dict[tuple[int, int], Entry] = {}  # item and person: in which line first
        self._exempt_above: tuple[int, ...] = ()  # the nearest exempt line that tells who is here

    def follow(self, entry: Entry, sitting: Sitting) -> None:
        """Take in the next line; `sitting` has followed it already."""
        if _tells_who_is_here(entry) and self._found.is_exempt(entry):
            self._exempt_above = (entry.id,)
        if entry.kind in ON_THE_FLOOR:
            self._settle(entry, sitting)
        if entry.kind in _DID:
            self._take_part(entry, sitting)
        elif entry.kind is Kind.INTEREST and entry.withdrew:
            self._withdraw_late(entry, sitting)

    def end(self, sitting: Sitting) -> None:
        """Note what the votes came to; `sitting` has followed every line."""
        for proposal in sitting.floor.proposals:
            self._outcome(proposal)
            self._votes(proposal)
            self._roll(proposal)
            self._promises(proposal)
            if proposal.fate is Fate.CARRIED and sitting.quorum is not None and sitting.attendance_taken:
                self._quorum(proposal)

    # -- who took part --------------------------------------------------------------------------

    def _settle(self, entry: Entry, sitting: Sitting) -> None:
        """Keep whether it was known who was here when something was put or voted on."""
        proposal = sitting.floor.of(entry.id)
        if proposal is None:
            self._note(entry, f"there is nothing above that {line_of(entry)} belongs to: delete it")
        elif entry.kind in _SETTLES or proposal.entry is entry:
            keep = self._unattended.discard if sitting.attendance_taken else self._unattended.add
            keep(_recorded(proposal.entry).id)

    def _take_part(self, entry: Entry, sitting: Sitting) -> None:
        """Whoever moves, seconds or votes must have been able to."""
        for person in entry.people:
            if person.person_id is None:
                continue
            did = "seconded" if person.part is Part.SECONDER else _DID[entry.kind]
            if person.person_id in sitting.withdrawn:
                words = f"{person.name} {did}, having withdrawn from this item: retype {line_of(entry)}"
                self._found.of_line(entry, Fault.WITHDRAWN, words, self._exempt_above)
            elif person.person_id not in sitting.voters:
                why = "was not present" if sitting.is_member(person.person_id) else "is not a member"
                words = f"{person.name} {did}, but {why}: retype {line_of(entry)}"
                self._found.of_line(entry, Fault.ABSENT, words, self._exempt_above)
            elif entry.item_id is not None:
                self._took_part.setdefault((entry.item_id, person.person_id), entry)

    def _withdraw_late(self, entry: Entry, sitting: Sitting) -> None:
        """An interest told when its item is over finds those who had taken part in it."""
        if sitting.item is not None and sitting.item.id == entry.target_id:
            return
        for person in entry.people:
            line = self._took_part.get((entry.target_id or 0, person.person_id or 0))
            if line is not None:
                words = f"{person.name} took part, having withdrawn by a later line: retype {line_of(line)}"
                self._found.of_line(line, Fault.WITHDRAWN, words, (entry.id,))

    # -- what came of it ------------------------------------------------------------------------

    def _outcome(self, proposal: Proposal) -> None:
        entry = _recorded(proposal.entry)
        if proposal.tied:
            words = f"the vote on {line_of(entry)} was tied: /casting for, or /casting against"
            self._note(entry, words, proposal)
        elif proposal.fate is Fate.OPEN and not proposal.is_decision and proposal.roll is None:
            what = "the amendment" if entry.kind is Kind.AMENDMENT else "the motion"
            words = f"{what} {line_of(entry)} was never put to the vote: /vote, or /withdraw"
            self._note(entry, words, proposal)
        elif proposal.fate is Fate.LOST and proposal.is_decision:
            words = f"{line_of(entry)} is recorded as decided, but its vote was lost: retype it as /move"
            self._note(entry, words, proposal)
        for line in map(_recorded, proposal.surplus):
            again = "a second vote" if line.kind is Kind.VOTE else f"{line_of(line)} once more"
            self._note(line, f"{again} on {line_of(entry)}, which was settled above: delete it", proposal)

    def _quorum(self, proposal: Proposal) -> None:
        """Too few were there when it was carried, whoever came later."""
        entry = _recorded(proposal.entry)
        if entry.id in self._unattended:
            why = "decided before it was recorded who was present: move /present above it"
        elif not proposal.quorate:
            here = len(proposal.voters)
            why = f"decided below the quorum, with {here} present: put it again, or add who else was here"
        else:
            return
        telling = (*proposal.lines, *self._exempt_above)
        self._found.of_line(entry, Fault.QUORUM, f"{line_of(entry)} was {why}", telling)

    def _votes(self, proposal: Proposal) -> None:
        """A vote counts no more than could vote, and no fewer where those not voting are counted too."""
        entry, counted = _recorded(proposal.entry), proposal.counted
        if proposal.vote is None or entry.id in self._unattended:
            return
        line, voters = _recorded(proposal.vote), len(proposal.voters)
        if counted is None:
            if proposal.vote.text == "all" and (against := proposal.named.against):
                words = (
                    f"{line_of(entry)} was unanimous, but {against} voted against by name: retype the vote"
                )
                self._note(line, words, proposal)
        elif counted.total > voters or (counted.not_voting is not None and counted.total != voters):
            words = (
                f"{line_of(line)} counts {counted.total}, but {voters} were present and could vote: retype it"
            )
            self._note(line, words, proposal)

    def _roll(self, proposal: Proposal) -> None:
        """Names equal the figures of a recorded vote; votes recorded on request are no more than those."""
        entry, counted = _recorded(proposal.entry), proposal.counted
        line = _recorded(proposal.vote or proposal.roll or proposal.entry)
        if proposal.roll is not None and not proposal.by_name:
            begun = f"a recorded vote on {line_of(entry)} was begun, but nobody is named: /for and the names"
            self._note(_recorded(proposal.roll), begun, proposal)
            return
        for way, over in proposal.over.items():
            if counted is not None and (over > 0 or proposal.roll is not None):
                figure = counted.ways[way]
                but = f"but {figure + over} by name: retype the figures or the names"
                words = f"{figure} {_WAYS[way]} {line_of(entry)}, {but}"
                self._note(line, words, proposal)
        if proposal.roll is not None and counted is None and proposal.unnamed:
            words = (
                f"the recorded vote on {line_of(entry)} is not finished: {self._missing(proposal)} to name"
            )
            self._note(_recorded(proposal.roll), words, proposal)
        for person_id in proposal.twice:
            name = self._names.get(person_id, "someone")
            self._note(line, f"{name} is named twice in the vote on {line_of(entry)}: take one out", proposal)

    def _promises(self, proposal: Proposal) -> None:
        """What a motion would have had done stands as an action, whatever became of the motion."""
        if proposal.fate not in (Fate.LOST, Fate.WITHDRAWN):
            return
        entry = _recorded(proposal.entry)
        for action in self._found.record.actions:
            if action.entry_id == entry.id:
                fell = f"though {line_of(entry)} was {proposal.fate}: retype it without the @"
                words = f"action {action.reference} stands, {fell}"
                self._found.of_line(entry, Fault.ACTION, words, proposal.lines)

    def _missing(self, proposal: Proposal) -> str:
        """Those a recorded vote has still to name, by number where they are many."""
        names = [self._names.get(person_id, "someone") for person_id in proposal.unnamed]
        return listed(names) if len(names) <= _MOST else f"{len(names)} members"

    def _note(self, line: Entry, words: str, on: Proposal | None = None) -> None:
        """What is wrong with a vote on something, whose lines the words tell of, and who was here."""
        self._found.of_line(line, Fault.VOTE, words, (*on.lines, *self._exempt_above) if on else ())


def _tells_who_is_here(entry: Entry) -> bool:
    return entry.kind in (*ATTENDANCE, Kind.SUB) or entry.withdrew


def _recorded(line: Line | None) -> Entry:
    """A line of a record that was folded: each of them is recorded."""
    assert isinstance(line, Entry)
    return line
