"""Interests that members declare, and who of them withdraws for an item."""

from __future__ import annotations

import re

from minutes.presence import affected
from minutes.shorthand.people import attendee_of, members_named
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from storage.records import Item, Kind, Named, NewEntry

_WITHDREW = re.compile(
    r"(?:^|[\s,;.]+)(?:and\s+)?(?:(?:he|she|they)\s+)?withdrew"
    r"(?:\s+from\s+(?:the\s+)?(?:meeting|room|chamber|item))?[\s.]*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|[\s,]+)(?:(?:in|on)\s+)?(?:(?:agenda\s+)?item\s+)?(\d\S*)$", re.IGNORECASE)
_LONGEST_KIND = 8  # words
_REACH = 80  # letters: so far from its end a line says what item it is about, and who withdrew
_FORM = "write /interest Cooper dpi 7: what the interest is"


def read_interest(line: Line) -> Read:
    """`/interest A[, B] [kind] [ITEM]: text [withdrew]`, or `/interest none`.

    The kind is one of the body's, by its short name or an unambiguous beginning of it or of its
    heading; without one it is the body's last, the one for all others.
    """
    if line.text.casefold().rstrip(".") == "none":
        return Read(NewEntry(Kind.INTEREST, line.source, "none"))
    head, _, words = line.text.partition(":")
    words, sitting = words.strip(), line.sitting
    names, item = _item_at_end(head.strip(), sitting)
    names, kind = _kind_at_end(names, sitting)
    people = _members(names, sitting)
    withdrawing = _WITHDREW.search(words, max(len(words) - _REACH, 0))
    text = words[: withdrawing.start()] if withdrawing else words
    target, withdrew = item.id if item else None, withdrawing is not None
    doubts = [
        _absent(people, sitting),
        "" if text else "nothing says what the interest is",
        _doubt_of_withdrawal(people, target or affected(sitting.item), sitting) if withdrew else "",
    ]
    return Read(
        NewEntry(
            Kind.INTEREST,
            line.source,
            text,
            kind,
            target_id=target,
            people=people,
            withdrew=withdrew,
            doubt="; ".join(filter(None, doubts)),
        )
    )


def _item_at_end(text: str, sitting: Sitting) -> tuple[str, Item | None]:
    """Part "Cooper dpi item 7" before its item. Raises DoubtError where the agenda has no such item."""
    match = _ITEM.search(text, max(len(text) - _REACH, 0))
    if match is None:
        return text, None
    item = sitting.item_numbered(match[1])
    if item is None:
        raise DoubtError(f"there is no item {quoted(match[1])} on the agenda")
    names = re.sub(r"(?:,|\s+and|\s+&)+$", "", text[: match.start()])
    if _ITEM.search(names, max(len(names) - _REACH, 0)):
        raise DoubtError(f"one item a line: {_FORM}")
    return names, item


def _kind_at_end(text: str, sitting: Sitting) -> tuple[str, str]:
    """Part "Cooper disclosable" before its kind of interest, and give the kind's short name.

    Raises DoubtError where what stands there could be two kinds.
    """
    kinds = sitting.record.body.interest_kinds
    words = text.split()
    if not _all_fit(text, sitting):
        for start in range(max(len(words) - _LONGEST_KIND, 0), len(words)):
            said = " ".join(words[start:]).casefold()
            fits = _kinds_of(said, kinds)
            if len(fits) > 1:
                raise DoubtError(f"{quoted(said)} could be {' or '.join(fits)}")
            if fits:
                return " ".join(words[:start]).rstrip(","), fits[0]
    return text, kinds[-1][0] if kinds else ""


def _kinds_of(said: str, kinds: tuple[tuple[str, str], ...]) -> list[str]:
    """The short names of the kinds that `said` names: exactly, or as a beginning."""
    exact = [short for short, _ in kinds if short.casefold() == said]
    begun = [
        short for short, *names in kinds if any(name.casefold().startswith(said) for name in (short, *names))
    ]
    return exact or begun


def _all_fit(text: str, sitting: Sitting) -> bool:
    return all(sitting.people.find(name).people for name in sitting.people.split(text))


def _members(text: str, sitting: Sitting) -> tuple[Named, ...]:
    """Those who declare. Raises DoubtError unless each is a member of this meeting."""
    if not text:
        raise DoubtError(f"whose interest? {_FORM}")
    last = (sitting.people.split(text) or [text])[-1]
    match, length = sitting.people.longest(last)
    if match.one and (more := last[length:].strip()) and not _all_fit(last, sitting):
        kinds = ", ".join(short for short, _ in sitting.record.body.interest_kinds)
        raise DoubtError(f"{quoted(more)} is no kind of interest ({kinds}): {_FORM}")
    people = members_named(Kind.INTEREST, text, sitting)
    for person in people:
        if not sitting.is_member(attendee_of(person, sitting).person_id):
            raise DoubtError(f"{person.name} is not a member")
    return people


def _absent(people: tuple[Named, ...], sitting: Sitting) -> str:
    """Says who of those who declare is not here, "" where all are, or withdrew."""
    away = (person for person in people if sitting.presence.is_away(person.person_id or 0))
    absent = next((person for person in away if person.person_id not in sitting.withdrawn), None)
    return f"{absent.name} is not present" if absent else ""


def _doubt_of_withdrawal(people: tuple[Named, ...], item_id: int | None, sitting: Sitting) -> str:
    """Why a withdrawal looks wrong: from no item, or again; "" where it does not."""
    if item_id is None:
        return f"withdrew from which item? {_FORM}"
    item, out = sitting.item_of(item_id), sitting.withdraws.get(item_id, frozenset())
    again = next((person for person in people if person.person_id in out), None)
    return f"{again.name} withdrew from item {item.number} already" if again and item else ""


COMMANDS = (
    Command(
        "interest",
        "A, B [kind] [ITEM]: text [withdrew] · none",
        "A declaration of interests, or that there were none.",
        "/interest Cooper dpi 7: his firm is a bidder, withdrew",
        read_interest,
        names=True,
    ),
)
