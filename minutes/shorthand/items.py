"""Which item is being taken, and why one is taken that was not on the agenda."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from minutes.shorthand.owners import read_list
from minutes.shorthand.reading import Command, DoubtError, Line, Read, alone, quoted
from minutes.sitting import Sitting
from minutes.wording.adoption import URGENCY, report_parts
from storage.records import Entry, Item, Kind, NewEntry, Part

_ADDS_ITEM = re.compile(r"\s*/item\W*\+", re.IGNORECASE)
_AGREED_BY = re.compile(r"^(?:as )?agreed by ", re.IGNORECASE)


def read_item(line: Line) -> Read:
    """`/item 5`, `/5`, and `/item + Title` for an urgent one."""
    if line.text.startswith("+"):
        return _urgent_item(line, line.text[1:].strip())
    if not line.text:
        raise DoubtError("which item? write its number, as /5, or /item + Title")
    return _to(line, _item_meant(line.text, line.sitting))


def adds_item(entry: Entry) -> bool:
    """Whether a recorded line put the item that it takes on the agenda, at the meeting itself."""
    return entry.kind is Kind.ITEM and entry.target_id is not None and bool(_ADDS_ITEM.match(entry.source))


def _item_meant(text: str, sitting: Sitting) -> Item:
    """The item of a number, with or without the beginning of its title; of several, the first not taken yet.

    Raises DoubtError where there is none.
    """
    title, found = "", sitting.items_numbered(text)
    if not found:
        number, _, title = text.partition(" ")
        found = sitting.items_numbered(number)
    if not found:
        raise DoubtError(f"there is no item {quoted(text)} on the agenda")
    fitting = [item for item in found if item.title.casefold().startswith(title.casefold().strip())]
    if not fitting:
        raise DoubtError(f"{quoted('/' + text.split()[0])} takes nothing after it")
    return next((item for item in fitting if item.id not in sitting.taken), fitting[0])


def read_step(onward: bool) -> Callable[[Line], Read]:
    """The reader of `/next`, or of `/back`, which goes to the item taken before this one."""

    def reader(line: Line) -> Read:
        if onward and line.text.startswith("meeting"):
            raise DoubtError("“/next” takes nothing after it: did you mean /nextmeeting?")
        alone(line, "/next" if onward else "/back")
        item = line.sitting.after_this if onward else line.sitting.before_this
        if item is None:
            raise DoubtError(f"there is no item {'after' if onward else 'before'} this one")
        return _to(line, item)

    return reader


def read_urgent(line: Line) -> Read:
    """`/urgent [ITEM] basis; agreed by; reason`: why an item is taken that the agenda did not give notice of
    (Local Government Act 1972, section 100B(4)(b)): the chair's opinion, and the circumstances.

    Without a word of why it is what the item's report says itself, where it came with a pack.
    """
    named = line.sitting.item_numbered(line.text)
    said = _said_in_report(named or line.sitting.item) if named or not line.text else ""
    basis, agreed, reason = (part.strip() for part in f"{said or line.text};;".split(";", 2))
    reason = reason.rstrip("; ")
    item, basis = (named, basis) if said else _item_before(basis, line.sitting)
    if not basis or line.sitting.item_numbered(basis):
        raise DoubtError("on what basis? write /urgent basis; agreed by; reason")
    if item is None and line.sitting.item is None:
        raise DoubtError("which item is urgent? take it first, or write /urgent 7 basis; agreed by; reason")
    people = read_list(_AGREED_BY.sub("", agreed), Part.NAMED, line.sitting) if agreed else ()
    target = item.id if item else None
    return Read(NewEntry(Kind.URGENT, line.source, reason, basis, target_id=target, people=people))


def _said_in_report(item: Item | None) -> str:
    """What the report of an item says on why it is urgent, in the words that `/urgent` takes."""
    parts = report_parts(item.parts, URGENCY) if item else ()
    return parts[0].text if parts else ""


def _item_before(text: str, sitting: Sitting) -> tuple[Item | None, str]:
    """The item whose number `text` begins with, if words follow it, and those words."""
    number, _, words = text.partition(" ")
    if number.casefold() == "item":
        number, _, words = words.strip().partition(" ")
    item = sitting.item_numbered(number.rstrip(":,")) if words.strip() else None
    return (item, words.strip()) if item else (None, text)


def _to(line: Line, item: Item) -> Read:
    return Read(NewEntry(Kind.ITEM, line.source, target_id=item.id))


def _urgent_item(line: Line, title: str) -> Read:
    """An item that is not on the agenda: it gets the next whole number, so that actions and `/8` can
    name it, and is taken at once."""
    if not title:
        raise DoubtError("what is its title? write /item + Title")
    new = replace(line.sitting.next_item, title=title)
    return Read(NewEntry(Kind.ITEM, line.source, target_id=new.id), items=(new,))


COMMANDS = (
    Command(
        "item", "5 · + Title", "Takes an item (/5 does too), or adds an urgent one.", "/item 5", read_item
    ),
    Command("next", "", "Takes the next item.", "/next", read_step(True)),
    Command("back", "", "Goes back to the item taken before.", "/back", read_step(False)),
    Command(
        "urgent",
        "[ITEM] basis; agreed by; reason",
        "Why an item is taken as urgent; alone, as its report says.",
        "/urgent flood damage; the Chairman; repairs could not wait",
        read_urgent,
        names=True,
    ),
)
