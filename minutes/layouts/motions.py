"""Motions and amendments, and the votes on them and on decisions.

A block names every line it was made of, so that the lines below which it tells already say nothing more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from minutes.document import Block, Paragraph, Point
from minutes.english import sentence
from minutes.layouts.ground import Ground, Wording
from minutes.proposals import VOTES, Proposal
from minutes.wording import motions, votes
from storage.records import Entry, Kind, Named, Part


def put(ground: Ground, entry: Entry, replies: Sequence[Entry] = ()) -> list[Block]:
    """A motion or amendment with who moved and seconded it, then the `replies` to it; where the line has
    no words, who moved the decision above."""
    proposal = ground.proposal_of(entry)
    if not entry.text or proposal is None:
        return _about(ground, entry)
    word = motions.moved if entry.kind is Kind.MOTION else motions.amendment_moved
    text = word(*_by(ground, proposal), ground.text(entry.text))
    said = [sentence(ground.text(reply.text, opening=True)) for reply in replies]
    told = (entry.id, *_lines(ground, proposal, (Kind.SECOND,)), *(reply.id for reply in replies))
    return [Paragraph(" ".join((text, *said)), entries=told)]


def _about(ground: Ground, entry: Entry) -> list[Block]:
    """A line about what was put above it: all that became of it is told at the first such line."""
    proposal = ground.proposal_of(entry)
    if proposal is None or entry in proposal.surplus:
        return ground.to_check(entry)
    told = _told_with(ground, proposal)
    movers = _by(ground, proposal)[0] if ground.is_one_of_several(proposal) else ""
    blocks: list[Block] = []
    if proposal.is_decision and (text := votes.support(proposal, *_by(ground, proposal), ground.chair)):
        blocks.append(Paragraph(text, entries=told))
    if proposal.roll is not None and proposal.by_name:
        blocks += _recorded(ground, proposal, movers, told)
    if not proposal.is_decision or proposal.roll is not None:
        text = votes.outcome(proposal, ground.chair, movers)
        blocks += [Paragraph(text, entries=told)] if text else []
    return blocks


def _vote_by_name(ground: Ground, entry: Entry) -> list[Block]:
    """Votes by name: part of a recorded vote, or recorded at the members' request."""
    proposal = ground.proposal_of(entry)
    if proposal is not None and proposal.roll is not None:
        return _about(ground, entry)
    if not entry.people:
        return []
    text = votes.recorded(entry.kind, ground.names.many(entry.people), len(entry.people), proposal)
    return [Paragraph(text, entries=(entry.id,))]


def _recorded(ground: Ground, proposal: Proposal, movers: str, told: tuple[int, ...]) -> list[Block]:
    """The lists of a recorded vote; who did not vote is known where all others are named."""
    blocks: list[Block] = [Paragraph(votes.recorded_vote(proposal, movers), keep=True, entries=told)]
    for way in VOTES:
        people = [person for person, voted in proposal.by_name.items() if voted is way]
        text = votes.listed_vote(way, len(people), _names(ground, people))
        blocks += [Point(text, entries=told)] if people else []
    silent = proposal.counted.not_voting if proposal.counted else None
    if silent:
        rest = [person for person in proposal.voters if person not in proposal.by_name]
        known = len(rest) == silent and all(map(ground.may_name, rest))
        names = _names(ground, rest) if known else ""
        blocks.append(Point(votes.listed_vote(None, silent, names), entries=told))
    return blocks


def _names(ground: Ground, people: Sequence[int]) -> str:
    """Members in the order of the list, whatever the order they voted in."""
    order = [person.person_id for person in ground.record.attendees if person.person_id in people]
    return ground.names.many([Named(Part.NAMED, "", person_id) for person_id in order])


def _by(ground: Ground, proposal: Proposal) -> tuple[str, str]:
    """Movers and seconders as printed."""
    return ground.names.many(proposal.movers), ground.names.many(proposal.seconders)


def _told_with(ground: Ground, proposal: Proposal) -> tuple[int, ...]:
    """The lines that are told with what became of a proposal: votes by name only in a recorded vote."""
    kinds = [kind for kind in WORDINGS if proposal.roll is not None or kind not in VOTES]
    return _lines(ground, proposal, kinds)


def _lines(ground: Ground, proposal: Proposal, kinds: Collection[Kind]) -> tuple[int, ...]:
    """The lines about a proposal of some kinds; one that came too late stands for itself."""
    about = (ground.entries[line] for line in proposal.lines[1:])
    return tuple(line.id for line in about if line.kind in kinds and line not in proposal.surplus)


WORDINGS: Mapping[Kind, Wording] = {
    Kind.MOTION: put,
    Kind.AMENDMENT: put,
    Kind.SECOND: _about,
    Kind.WITHDRAW: _about,
    Kind.VOTE: _about,
    Kind.CASTING: _about,
    Kind.ROLL: _about,
    Kind.FOR: _vote_by_name,
    Kind.AGAINST: _vote_by_name,
    Kind.ABSTAIN: _vote_by_name,
}
