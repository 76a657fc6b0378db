"""The live reading of motions and votes: what a line does to what is before the meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes.floor import ON_THE_FLOOR
from minutes.names import named
from minutes.proposals import VOTES, Fate, Proposal
from minutes.shorthand.people_hints import those
from minutes.shorthand.reading import Hint, Read, person_hint, short
from minutes.shorthand.votes import noun_of, outcome, score
from minutes.sitting import Sitting
from minutes.style import style_of
from minutes.wording.adoption import adopted, report_parts
from storage.records import Kind

_MOST = 3  # recommendations on one line
_SAYS = {Kind.FOR: "votes for", Kind.AGAINST: "votes against", Kind.ABSTAIN: "abstentions"}
ON_MOTIONS = (ON_THE_FLOOR | {Kind.REASONS}) - {Kind.DECISION, Kind.PREVIOUS}


def hints_on_motions(read: Read, sitting: Sitting) -> Iterator[Hint]:
    """What a line of one of `ON_MOTIONS` comes to, at this point of the meeting."""
    entry = read.entry
    if entry.kind is Kind.ADOPT:
        yield from map(Hint, _adopted(entry.text, sitting))
        return
    if entry.kind is Kind.REASONS:
        yield Hint("the reasons in these words" if entry.text else "the report's own reasons")
        return
    after = sitting.floor.copy()
    item_id = sitting.item.id if sitting.item else None
    proposal = after.follow(entry, sitting.voters, sitting.quorate, item_id)
    if entry.kind in VOTES:
        yield Hint(f"{_SAYS[entry.kind]} {those(entry.people)}")
    if proposal is not None:
        yield from (Hint(text) for text in _SAID[entry.kind](proposal) if text)
    if entry.kind is Kind.CASTING and sitting.chair is not None:
        yield Hint(f"by {named(sitting.chair)}")


def _put(proposal: Proposal) -> Iterator[str]:
    """Who moves what, and who seconds it; what is long comes last, where a narrow screen cuts it off."""
    if proposal.is_decision:
        yield f"moves the {noun_of(proposal)} above"
    yield from (f"mover {person_hint(mover)}" for mover in proposal.movers)
    yield from (f"seconder {person_hint(seconder)}" for seconder in proposal.seconders)
    if not proposal.seconders:
        yield "no seconder yet"
    if proposal.amends is not None:
        yield f"amends “{_words(proposal.amends)}”"


def _seconded(proposal: Proposal) -> Iterator[str]:
    yield from (f"seconder {person_hint(seconder)}" for seconder in proposal.seconders)
    yield _on(proposal)


def _withdrawn(proposal: Proposal) -> Iterator[str]:
    yield f"the {noun_of(proposal)} is withdrawn: “{_words(proposal)}”"


def _voted(proposal: Proposal) -> Iterator[str]:
    """What the vote comes to, and who is still to name."""
    yield _outcome(proposal)
    if proposal.tied:
        yield _on(proposal)
    yield _to_name(proposal)


def _cast(proposal: Proposal) -> Iterator[str]:
    yield _outcome(proposal)


def _rolled(proposal: Proposal) -> Iterator[str]:
    yield f"a recorded vote {_on(proposal)}"
    yield _to_name(proposal)


def _named(proposal: Proposal) -> Iterator[str]:
    """Votes by name: how far a recorded vote is, and what it comes to once it is complete."""
    if proposal.roll is None:
        yield _on(proposal)
    elif proposal.rolled:
        yield _outcome(proposal)
    else:
        yield _to_name(proposal)


def _outcome(proposal: Proposal) -> str:
    """ "carries the motion 4–3", "the amendment is lost 3–4", "4–4: a tie, /casting decides"."""
    noun, tally = noun_of(proposal), proposal.tally
    if proposal.tied and tally is not None:
        return f"{score(tally)}: a tie, /casting decides"
    if proposal.fate is Fate.CARRIED:
        return f"carries the {noun}{outcome(proposal).removeprefix(Fate.CARRIED)}"
    return f"the {noun} is {outcome(proposal)}"


def _to_name(proposal: Proposal) -> str:
    """ "3 of 34 still to name", "" where everyone is, or nobody has to be."""
    if proposal.roll is None or not (proposal.unnamed or proposal.over):
        return ""
    missing = max(len(proposal.unnamed) - ((proposal.tally and proposal.tally.not_voting) or 0), 0)
    return f"{missing} of {len(proposal.voters)} still to name"


def _on(proposal: Proposal) -> str:
    return f"on the {noun_of(proposal)}"


def _words(proposal: Proposal) -> str:
    return short(proposal.entry.text)


def _adopted(numbers: str, sitting: Sitting) -> Iterator[str]:
    """The recommendations as adopted, some of them where they are many."""
    body, parts = sitting.record.body, sitting.item.parts if sitting.item else ()
    chosen = report_parts(parts, "Recommendation", numbers)
    for part in chosen[:_MOST]:
        yield f"“{short(adopted(part.text, body.noun, style_of(body).verb, body.name))}”"
    if len(chosen) > _MOST:
        yield f"and {len(chosen) - _MOST} more"


_SAID: dict[Kind, Callable[[Proposal], Iterator[str]]] = {
    Kind.MOTION: _put,
    Kind.AMENDMENT: _put,
    Kind.SECOND: _seconded,
    Kind.WITHDRAW: _withdrawn,
    Kind.VOTE: _voted,
    Kind.CASTING: _cast,
    Kind.ROLL: _rolled,
    Kind.FOR: _named,
    Kind.AGAINST: _named,
    Kind.ABSTAIN: _named,
}
