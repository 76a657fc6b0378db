"""Motions and amendments: who moves and seconds what, and what is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.english import listed
from minutes.shorthand.actions import inline
from minutes.shorthand.people import known, must_vote
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from storage.records import Kind, Named, NewEntry, Part

_MOVE = "write /move Cooper, Kemp: that …"
_AMEND = "write /amend Cooper, Kemp: to add …"


def read_move(line: Line) -> Read:
    """`/move A[, B]: text`, a motion; without a text A moves, and B seconds, the decision above."""
    names, text = _parted(line.text)
    people = _mover_and_seconder(names, line.sitting, _MOVE)
    if not text:
        _must_move_decision(people, line.sitting)
        return Read(NewEntry(Kind.MOTION, line.source, people=people))
    text, actions = inline(text, line.sitting)
    return Read(NewEntry(Kind.MOTION, line.source, text, people=people, actions=actions))


def read_amend(line: Line) -> Read:
    """`/amend A[, B]: text`, an amendment to the motion that is pending."""
    if line.sitting.floor.motion is None:
        raise DoubtError(f"there is no motion above to amend: {_MOVE}")
    names, text = _parted(line.text)
    people = _mover_and_seconder(names, line.sitting, _AMEND)
    if not text:
        raise DoubtError(f"how is the motion to be amended? {_AMEND}")
    text, actions = inline(text, line.sitting)
    return Read(NewEntry(Kind.AMENDMENT, line.source, text, people=people, actions=actions))


def read_second(line: Line) -> Read:
    """`/second B`, of the amendment or motion that is pending, else of the decision above."""
    if line.sitting.floor.question is None:
        raise DoubtError("there is no motion or decision above to second")
    seconders = _people(line.text, Part.SECONDER, line.sitting, "write /second Johnson")
    if len(seconders) > 1:
        raise DoubtError("one member seconds: write /second Johnson")
    _must_second(seconders[0], line.sitting)
    return Read(NewEntry(Kind.SECOND, line.source, people=seconders))


def read_withdraw(line: Line) -> Read:
    """`/withdraw`, the amendment or motion that is pending."""
    if line.text:
        raise DoubtError("“/withdraw” is for a motion and takes nothing after it: members leave by /out")
    if not (line.sitting.floor.amendment or line.sitting.floor.motion):
        raise DoubtError("there is no motion above to withdraw")
    return Read(NewEntry(Kind.WITHDRAW, line.source))


def _parted(text: str) -> tuple[str, str]:
    """The names before the colon, and the words moved."""
    names, _, words = text.partition(":")
    return names.strip(), words.strip()


def _mover_and_seconder(names: str, sitting: Sitting, form: str) -> tuple[Named, ...]:
    """Who moves and, where two are named, who seconds. Raises DoubtError where they cannot."""
    people = _people(names, Part.MOVER, sitting, form)
    if len(people) > 2:
        raise DoubtError(f"one member moves and one seconds: {form}")
    if len(people) == 1:
        return people
    mover, second = people
    if second.person_id == mover.person_id:
        raise DoubtError(f"{mover.name} moves it: somebody else has to second it")
    return mover, Named(Part.SECONDER, second.name, second.person_id, second.by_role)


def _people(text: str, part: Part, sitting: Sitting, form: str) -> tuple[Named, ...]:
    """Members who are here and may vote. Raises DoubtError where anyone else is named, or nobody."""
    people: list[Named] = []
    for name in sitting.people.split(text):
        person = known(name, sitting, part)
        if person is None:
            raise DoubtError(f"{quoted(name)} is not a member of this meeting: {form}")
        must_vote(person, sitting)
        people.append(person)
    if not people:
        raise DoubtError(f"who? {form}")
    return tuple(people)


def _must_move_decision(people: Sequence[Named], sitting: Sitting) -> None:
    """Raises DoubtError unless there is a decision above that nobody is said to have moved."""
    decision = sitting.floor.decision
    if decision is None:
        raise DoubtError(f"what is moved? {_MOVE}")
    if decision.movers:
        raise DoubtError(f"{_said(decision.movers)} moved the decision above already")
    if len(people) > 1 and decision.seconders:
        raise DoubtError(f"{_said(decision.seconders)} seconded the decision above already")


def _must_second(seconder: Named, sitting: Sitting) -> None:
    """Raises DoubtError where what is before the meeting has a seconder, or this one moved it."""
    question = sitting.floor.question
    if question is None:
        return
    if question.seconders:
        raise DoubtError(f"{_said(question.seconders)} seconded it already")
    if seconder.person_id in {mover.person_id for mover in question.movers}:
        raise DoubtError(f"{seconder.name} moved it: somebody else has to second it")


def _said(people: Sequence[Named]) -> str:
    return listed([person.name for person in people])


COMMANDS = (
    Command(
        "move",
        "A[, B]: text",
        "A motion; without a text, of the decision above.",
        "/move Cooper, Kemp: that the plan be adopted",
        read_move,
        names=True,
    ),
    Command(
        "second",
        "B",
        "Who seconds the motion, or the decision above.",
        "/second Johnson",
        read_second,
        names=True,
    ),
    Command(
        "amend",
        "A[, B]: text",
        "An amendment to the motion.",
        "/amend Kemp, Johnson: to add “by May”",
        read_amend,
        names=True,
    ),
    Command("withdraw", "", "The motion, or amendment, is withdrawn.", "/withdraw", read_withdraw),
)
