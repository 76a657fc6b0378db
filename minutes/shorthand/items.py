"""Which item is being taken, and why one is taken that was not on the agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from minutes.shorthand.reading import Command, DoubtError, Line, Read, alone, quoted
from storage.records import Item, Kind, NewEntry


def read_item(line: Line) -> Read:
    """`/item 5`, `/5`, and `/item + Title` for an urgent one."""
    if line.text.startswith("+"):
        return _urgent_item(line, line.text[1:].strip())
    if not line.text:
        raise DoubtError("which item? write its number, as /5, or /item + Title")
    number, _, title = line.text.partition(" ")
    item = line.sitting.item_numbered(line.text) or line.sitting.item_numbered(number)
    if item is None:
        raise DoubtError(f"there is no item {quoted(line.text)} on the agenda")
    said = title.casefold().strip()
    if said and line.sitting.item_numbered(line.text) is None and not item.title.casefold().startswith(said):
        raise DoubtError(f"{quoted('/' + number)} takes nothing after it")
    return _to(line, item)


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
    Command("urgent", "[ITEM] basis; agreed by; reason", "An item taken as urgent.", "/urgent 3 …"),
)
