"""A recorded vote as the Roll screen takes it: the lines that a clerk would have typed."""

from __future__ import annotations

from collections.abc import Mapping

from minutes.names import named
from minutes.proposals import VOTES
from minutes.sitting import Sitting
from storage.records import Act, Attendee, Kind, Named, NewEntry, Part


def roll_act(sitting: Sitting, votes: Mapping[int, Kind | None]) -> Act:
    """What records a vote of everyone in `votes`: FOR, AGAINST or ABSTAIN by person, None for not voting.

    It is on what `/roll` would take now, or goes on with the recorded vote that was begun: who was named
    there already is not named again. Each line is valid shorthand.
    """
    question = sitting.floor.to_roll
    begun = question is not None and question.roll is not None
    before = dict(question.by_name) if question is not None else {}
    entries = [] if begun else [NewEntry(Kind.ROLL, "/roll")]
    for way in VOTES:
        people = [
            person
            for person in sitting.people.attendees
            if votes.get(person.person_id) is way and person.person_id not in before
        ]
        if people:
            entries.append(_line(way, people, sitting))
    if question is None or question.vote is None:
        cast = list({**votes, **before}.values())
        counts = (*map(cast.count, VOTES), cast.count(None))
        entries.append(NewEntry(Kind.VOTE, f"/vote {' '.join(map(str, counts))}", counts=counts))
    return Act(tuple(entries))


def _line(way: Kind, people: list[Attendee], sitting: Sitting) -> NewEntry:
    """One way's line, each person by a name that is theirs alone where they have one."""
    named_so = [(named(person), person.person_id) for person in people]
    typed = [_typed(person, sitting) for person in people]
    source = f"/{way.value} {('; ' if ',' in ''.join(typed) else ', ').join(typed)}"
    return NewEntry(way, source, people=tuple(Named(Part.NAMED, *each) for each in named_so))


def _typed(person: Attendee, sitting: Sitting) -> str:
    """What a clerk types to name this person; the whole name where nothing shorter is theirs alone."""
    ways = (person.name, named(person), person.initials)
    return next((way for way in ways if way and sitting.people.find(way).one == person), named(person))
