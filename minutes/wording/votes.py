"""Votes recorded by name at the members' own request (SHORTHAND, Commands)."""

from __future__ import annotations

from minutes.english import capitalised
from storage.records import Kind

_WAYS = {
    Kind.FOR: ("vote in favour of the decision", "votes in favour of the decision"),
    Kind.AGAINST: ("vote against the decision", "votes against the decision"),
    Kind.ABSTAIN: ("abstention", "abstentions"),
}


def recorded(kind: Kind, names: str, voters: int) -> str:
    """ "Councillors Cooper and Kemp requested that their votes in favour of the decision be recorded."

    `kind` is FOR, AGAINST or ABSTAIN; `names` are the `voters` as printed in a sentence.
    """
    one, several = _WAYS[kind]
    return capitalised(f"{names} requested that their {one if voters == 1 else several} be recorded.")
