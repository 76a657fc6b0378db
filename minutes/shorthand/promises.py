"""What is heard of promises: reported, done, dropped, deferred, rated.

A reference is looked up among what the body was promised; what came to an end already is not ended again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.english import listed, printed_date
from minutes.promises import deferral_doubt, state_when_deferred
from minutes.references import Reference, references_at_start
from minutes.shorthand.actions import inline
from minutes.shorthand.dates import Calendar, Due, due_at_start
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted, short
from minutes.sitting import Sitting
from storage.records import Action, ActionState, Kind, NewEntry, NewProgress, Standing

_SIGN_BEHIND = re.compile(r"^[\s:;,.]*(?:[–-]\s+)?")  # between a reference and what is said
_NUMBERS = re.compile(r"\d{1,6}(?:\s+\d{1,6})*")
_LONGEST_RATING = 30  # letters
_MOST = 4  # promises that a doubt offers


def read_report(line: Line) -> Read:
    """`/report 4 text`: what was heard of it."""
    found, said, rest = _promises(line)
    if not rest:
        raise DoubtError(f"what was heard of it? write /report {short(said)} and the words")
    text, actions = inline(rest, line.sitting)
    progress = tuple(NewProgress(each.id, text, ActionState.IN_PROGRESS) for each in found)
    return Read(NewEntry(Kind.REPORT, line.source, text, said, actions=actions, progress=progress))


def read_end(kind: Kind, state: ActionState) -> Callable[[Line], Read]:
    """The reader of `/done 4 [text]` or `/drop 4 reason`."""

    def reader(line: Line) -> Read:
        found, said, rest = _promises(line)
        if not rest and kind is Kind.DROP:
            raise DoubtError(f"why is it dropped? write /drop {short(said)} and the reason")
        if kind is Kind.DONE and _NUMBERS.fullmatch(rest):
            raise DoubtError(f"are several done? write /done {short(', '.join([said, *rest.split()]))}")
        for each in found:
            _must_be_owed(each, line.sitting)
        text, actions = inline(rest, line.sitting)
        progress = tuple(NewProgress(each.id, text, state) for each in found)
        return Read(NewEntry(kind, line.source, text, said, actions=actions, progress=progress))

    return reader


def read_deferral(line: Line) -> Read:
    """`/defer 4 DATE [reason]`: it is due on another date from here on."""
    found, said, rest = _promises(line)
    due, reason = due_at_start(rest, Calendar.of(line.sitting))
    if due is None:
        why = f"{quoted(rest)} begins with no date:" if rest else "until when?"
        raise DoubtError(f"{why} write /defer {short(said)} 28 November and the reason")
    text, actions = inline(reason.strip(" ,;:–-"), line.sitting)
    progress = tuple(_deferred(each, due, text, line) for each in found)
    return Read(NewEntry(Kind.DEFER, line.source, text, said, on=due.on, actions=actions, progress=progress))


def read_rating(line: Line) -> Read:
    """`/rate 4 B2`: its rating, as the body writes it."""
    found, said, rating = _promises(line)
    if not rating or len(rating) > _LONGEST_RATING:
        why = f"{quoted(rating)} is too long for a rating:" if rating else "what is its rating?"
        raise DoubtError(f"{why} write /rate {short(said)} B2, or amber")
    progress = tuple(NewProgress(each.id, rating=rating) for each in found)
    return Read(NewEntry(Kind.RATE, line.source, rating, said, progress=progress))


def promise_meant(reference: Reference, sitting: Sitting) -> Action:
    """The one promise that a reference means. Raises DoubtError where there is none, or several."""
    found = sitting.promises.find(reference, public=sitting.exempt is None)
    if not found:
        raise DoubtError(f"there is no open {reference.words} of this body: f8 lists them")
    if len(found) > 1:
        meant = listed([each.reference for each in found[:_MOST]])
        raise DoubtError(f"{reference.words} fits {meant}: write the year, too")
    return found[0]


def _promises(line: Line) -> tuple[tuple[Action, ...], str, str]:
    """The promises that a command names, their references as typed, and what follows.

    Raises DoubtError where it names none, or one that is not there.
    """
    references, length = references_at_start(line.text)
    if not references:
        raise DoubtError(f"which action? write its number first, as in {quoted('/report 4 on course')}")
    meant = (promise_meant(each, line.sitting) for each in references)
    found = {action.id: action for action in meant}
    return tuple(found.values()), line.text[:length], _SIGN_BEHIND.sub("", line.text[length:], count=1)


def standing_here(action_id: int, sitting: Sitting) -> Standing:
    """How a promise stands at this point; in public business as far as the public knows."""
    return sitting.promises.standing(action_id, public=sitting.exempt is None)


def _must_be_owed(action: Action, sitting: Sitting) -> None:
    """Raises DoubtError where a promise was done or dropped already."""
    promises, standing = sitting.promises, standing_here(action.id, sitting)
    if not standing.is_open:
        day = promises.closed_on(action.id, public=sitting.exempt is None)
        on = f" on {printed_date(day)}" if day else ""
        raise DoubtError(f"{promises.reference(action).words} was {standing.state.value}{on} already")


def _deferred(action: Action, due: Due, reason: str, line: Line) -> NewProgress:
    """What a deferral says of one promise. Raises DoubtError where it cannot be put off so."""
    sitting = line.sitting
    if doubt := deferral_doubt(standing_here(action.id, sitting), due.on, sitting.record.meeting.on):
        raise DoubtError(doubt)
    state = state_when_deferred(due.kind)
    return NewProgress(action.id, reason, state, due.on, due.words, due.kind)


def _command(kind: Kind, takes: str, purpose: str, example: str, read: Callable[[Line], Read]) -> Command:
    return Command(kind.value, takes, purpose, example, read, promises=True)


COMMANDS = (
    _command(
        Kind.REPORT, "4 text", "What was heard of an action or priority.", "/report 4 on course", read_report
    ),
    _command(
        Kind.DONE,
        "4 [text]",
        "An action or priority is done.",
        "/done 4",
        read_end(Kind.DONE, ActionState.DONE),
    ),
    _command(
        Kind.DROP,
        "4 reason",
        "It is no longer to be done.",
        "/drop 4 overtaken by events",
        read_end(Kind.DROP, ActionState.DROPPED),
    ),
    _command(Kind.DEFER, "4 DATE [reason]", "It gets a later date.", "/defer 4 30 Nov", read_deferral),
    _command(Kind.RATE, "4 B2", "Its rating, as the body writes it.", "/rate 4 B2", read_rating),
)
