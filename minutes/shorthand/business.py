"""What is being done: the item being taken, what is exempt, the sitting itself and other business."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from minutes.english import printed_date
from minutes.shorthand.dates import Calendar, date_at_start, read_date
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from minutes.times import time_at_start
from storage.records import Item, Kind, NewEntry

_PARAGRAPHS = re.compile(r"[1-7](?:,[1-7])*")
_ITEM_ALONE = re.compile(r"items?\s+(\S+)", re.IGNORECASE)
_FILLERS = re.compile(r"\b(?:items?|under|paragraphs?|paras?)\b\.?", re.IGNORECASE)
_COMMAS = re.compile(r" ?(?:,| & | and ) ?")
_SHORT = re.compile(r"(\w[^\s=]{0,30})\s*=\s*(\S.*)")


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
        _alone(line, "/next" if onward else "/back")
        item = line.sitting.after_this if onward else line.sitting.before_this
        if item is None:
            raise DoubtError(f"there is no item {'after' if onward else 'before'} this one")
        return _to(line, item)

    return reader


def read_exempt(line: Line) -> Read:
    """`/exempt [ITEM] PARAGRAPHS [; reason]`; what cannot be read makes what follows exempt."""
    said, _, reason = line.text.partition(";")
    if item := _item_alone(said, line.sitting):
        known, which = item.exempt or "", "by which of the paragraphs 1 to 7?"
        doubt = "" if known else f"item {item.number} is exempt, but {which} (/exempt {item.number} 3)"
        return Read(NewEntry(Kind.EXEMPT, line.source, known, reason.strip(), target_id=item.id, doubt=doubt))
    words = _COMMAS.sub(",", " ".join(_FILLERS.sub(" ", said).split())).split()
    try:
        item = _exempt_item(words, line.sitting)
    except DoubtError as doubt:
        return failed_exempt(line, str(doubt))
    paragraphs = ",".join(dict.fromkeys(words[-1].split(",")))
    target = None if item is None else item.id
    return Read(NewEntry(Kind.EXEMPT, line.source, paragraphs, reason.strip(), target_id=target))


def failed_exempt(line: Line, why: str) -> Read:
    """A `/exempt` that cannot be read: doubt never publishes."""
    doubt = f"{why}: what follows is exempt until /public or the next item"
    return Read(NewEntry(Kind.EXEMPT, line.source, doubt=doubt))


def read_alone(kind: Kind, name: str) -> Callable[[Line], Read]:
    """The reader of a command that takes nothing: `/none`, `/public`, `/actions`."""

    def reader(line: Line) -> Read:
        _alone(line, name)
        return Read(NewEntry(kind, line.source))

    return reader


def read_sitting(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/open`, `/close`, `/adjourn` or `/resume`, each with a time or the clock's."""

    def reader(line: Line) -> Read:
        time, rest = time_at_start(line.text)
        if rest and kind is not Kind.ADJOURN:
            raise DoubtError(f"{quoted(line.text)} is no time: write it as 19.42 or 7.42pm")
        return Read(NewEntry(kind, line.source, rest, time=time or line.clock))

    return reader


def read_previous(line: Line) -> Read:
    """`/previous [DATE]`: the minutes of the last meeting, or of that date, agreed as correct."""
    if re.search(r"\bcorrect", line.text, re.IGNORECASE):
        raise DoubtError("“/previous with corrections” is not built yet: kept to be checked")
    if not line.text:
        return Read(NewEntry(Kind.PREVIOUS, line.source))
    said = read_date(re.sub(r"^(?:of|on)\s+", "", line.text), Calendar.of(line.sitting), past=True)
    if said is None or said.on is None:
        raise DoubtError(f"{quoted(line.text)} is no date: write it as 4 March 2020")
    if said.on >= line.sitting.record.meeting.on:
        raise DoubtError(f"{printed_date(said.on)} is not before this meeting")
    return Read(NewEntry(Kind.PREVIOUS, line.source, on=said.on))


def read_interest(line: Line) -> Read:
    """`/interest none`."""
    if line.text.casefold().rstrip(".") != "none":
        raise DoubtError("“/interest A” is not built yet: kept to be checked")
    return Read(NewEntry(Kind.INTEREST, line.source, "none"))


def read_next_meeting(line: Line) -> Read:
    """`/nextmeeting DATE [time] [venue]`."""
    days = Calendar.of(line.sitting)
    on, rest = date_at_start(re.sub(r"^on\s+", "", line.text), days)
    if on is None:
        raise DoubtError("when? write /nextmeeting 4 September 2020 6.30pm Town Hall")
    if on <= days.on:
        raise DoubtError(f"{printed_date(on)} is not after this meeting")
    time, venue = time_at_start(rest.lstrip(", "))
    venue = re.sub(r"^(?:in|at)\s+(?:the\s+(?=[A-Z]))?", "", venue.strip(" ,")) if venue else ""
    return Read(NewEntry(Kind.NEXT_MEETING, line.source, venue, time=time, on=on))


def read_short(line: Line) -> Read:
    """`/short PC = the Parish Council`."""
    match = _SHORT.fullmatch(line.text)
    if match is None:
        raise DoubtError("write it as /short PC = the Parish Council")
    if re.search(r";\s*[^\s;=]+\s*=", match[2]):
        raise DoubtError("one short form a line: /short PC = the Parish Council")
    return Read(NewEntry(Kind.SHORT, line.source, match[2], label=match[1]))


def _to(line: Line, item: Item) -> Read:
    return Read(NewEntry(Kind.ITEM, line.source, target_id=item.id))


def _urgent_item(line: Line, title: str) -> Read:
    """An item that is not on the agenda: it gets the next whole number, so that actions and `/8` can
    name it, and is taken at once."""
    if not title:
        raise DoubtError("what is its title? write /item + Title")
    new = replace(line.sitting.next_item, title=title)
    return Read(NewEntry(Kind.ITEM, line.source, target_id=new.id), items=(new,))


def _alone(line: Line, name: str) -> None:
    if line.text:
        raise DoubtError(f"“{name}” takes nothing after it")


def _item_alone(said: str, sitting: Sitting) -> Item | None:
    """The item of "item 7", which says no paragraph: the item is exempt all the same."""
    match = _ITEM_ALONE.fullmatch(said.strip())
    return sitting.item_numbered(match[1]) if match else None


def _exempt_item(words: list[str], sitting: Sitting) -> Item | None:
    """The item that `/exempt` names, None where it names none. Raises DoubtError where it cannot be read."""
    if not words or not _PARAGRAPHS.fullmatch(words[-1]):
        raise DoubtError("which of the paragraphs 1 to 7? (/exempt 3, or for item 7 /exempt 7 3)")
    if len(words) == 1:
        return None
    number = " ".join(words[:-1])
    item = sitting.item_numbered(number)
    if item is None:
        raise DoubtError(f"there is no item {quoted(number)} on the agenda")
    return item
