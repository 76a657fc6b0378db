"""Votes in words: what a vote came to, who voted how, and votes recorded at members' own request."""

from __future__ import annotations

from minutes.english import NUMBERS, capitalised
from minutes.proposals import Fate, Proposal, Tally
from storage.records import Kind

_IN_WORDS = ("none", *NUMBERS)
_WAYS = {
    Kind.FOR: ("vote in favour of", "votes in favour of"),
    Kind.AGAINST: ("vote against", "votes against"),
}
_LISTED = {Kind.FOR: "For", Kind.AGAINST: "Against", Kind.ABSTAIN: "Abstaining", None: "Not voting"}
_PUT = {Kind.MOTION: "motion", Kind.AMENDMENT: "amendment"}


def recorded(kind: Kind, names: str, voters: int, proposal: Proposal | None = None) -> str:
    """ "Councillors Cooper and Kemp requested that their votes in favour of the decision be recorded."

    `kind` is FOR, AGAINST or ABSTAIN; `names` are the `voters` as printed in a sentence; `proposal` is what
    they voted on, a decision where it is None.
    """
    if kind is Kind.ABSTAIN:
        said = "abstention" if voters == 1 else "abstentions"
    else:
        said = f"{_WAYS[kind][voters != 1]} the {_put(proposal)}"
    return capitalised(f"{names} requested that their {said} be recorded.")


def figures(tally: Tally) -> str:
    """ "seven in favour, three against, one abstention": in words, or in digits where one is above twelve."""
    said = (
        (tally.in_favour, "in favour", "in favour"),
        (tally.against, "against", "against"),
        (tally.abstaining, "abstention", "abstentions"),
        (tally.not_voting or 0, "not voting", "not voting"),
    )
    in_words = max(number for number, _, _ in said) < len(_IN_WORDS)
    parts = [
        f"{_IN_WORDS[number] if in_words else number} {one if number == 1 else several}"
        for number, one, several in said
        if number
    ]
    return ", ".join(parts) or "none in favour"


def outcome(proposal: Proposal, chair: str, movers: str = "") -> str:
    """What became of a proposal: "The motion, as amended, was carried unanimously."

    `chair` is what the one presiding is called; `movers` are told where they alone tell the proposal from
    another. "" where nothing became of it yet.
    """
    if proposal.tied:
        return f"{capitalised(_tied(proposal, movers))}."
    amended = ", as amended," if proposal.amended else ""
    came_to = _came_to(proposal, chair)
    return f"The {_put(proposal, movers)}{amended} was {came_to}." if came_to else ""


def support(proposal: Proposal, movers: str, seconders: str, chair: str) -> str:
    """Who proposed a decision and how it was voted on: "Proposed by Cllr Grant Tomkins, seconded by Cllr Jim
    McNeill; seven in favour, one abstention."

    `movers` and `seconders` are as printed in a sentence, `chair` as in `outcome`. A recorded vote is told
    apart. "" where nothing is known.
    """
    named = (("proposed", movers), ("seconded", seconders))
    by = capitalised(", ".join(f"{done} by {names}" for done, names in named if names))
    if proposal.vote is None or proposal.roll is not None:
        return f"{by}." if by else ""
    plainly = proposal.fate is Fate.CARRIED and proposal.casting is None
    counted = figures(proposal.tally) if proposal.tally and plainly else ""
    if not by:
        return f"The vote was {counted}." if counted else outcome(proposal, chair)
    return f"{by}; {counted or (_tied(proposal) if proposal.tied else _came_to(proposal, chair))}."


def recorded_vote(proposal: Proposal, movers: str = "") -> str:
    """ "A recorded vote was taken:", which the lists of `listed_vote` follow; `movers` as in `outcome`."""
    return f"A recorded vote was taken{_on(proposal, movers)}:"


def listed_vote(way: Kind | None, number: int, names: str) -> str:
    """ "For (20): Councillors Cooper …"; `way` is None for those not voting."""
    return f"{_LISTED[way]} ({number}){f': {names}' if names else ''}"


def _put(proposal: Proposal | None, movers: str = "") -> str:
    what = _PUT.get(proposal.entry.kind, "decision") if proposal else "decision"
    return f"{what} moved by {movers}" if movers else what


def _on(proposal: Proposal, movers: str) -> str:
    """ " on the amendment", "" of anything else."""
    return f" on the {_put(proposal, movers)}" if proposal.entry.kind is Kind.AMENDMENT else ""


def _tied(proposal: Proposal, movers: str = "") -> str:
    return (
        f"the vote{_on(proposal, movers)} was tied{f': {figures(proposal.tally)}' if proposal.tally else ''}"
    )


def _came_to(proposal: Proposal, chair: str) -> str:
    """ "carried unanimously", "lost: three in favour, four against", "withdrawn", "" where it is open."""
    if proposal.fate is Fate.OPEN:
        return ""
    if proposal.fate is Fate.WITHDRAWN:
        return "withdrawn"
    if proposal.vote is not None and proposal.vote.text == "all":
        return "carried unanimously"
    casting = f" on the {chair}'s casting vote" if proposal.casting is not None else ""
    return f"{proposal.fate}{casting}{f': {figures(proposal.tally)}' if proposal.tally else ''}"
