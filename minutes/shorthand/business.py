"""The course of the sitting, what is exempt, the next meeting, and other business."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.english import printed_date
from minutes.shorthand.dates import Calendar, date_at_start
from minutes.shorthand.reading import Command, DoubtError, Line, Read, alone, quoted
from minutes.sitting import Sitting
from minutes.times import time_at_start
from storage.records import Item, Kind, NewEntry

_PARAGRAPHS = re.compile(r"[1-7](?:,[1-7])*")
_ITEM_ALONE = re.compile(r"items?\s+(\S+)", re.IGNORECASE)
_FILLERS = re.compile(r"\b(?:items?|under|paragraphs?|paras?)\b\.?", re.IGNORECASE)
_COMMAS = re.compile(r" ?(?:,| & | and ) ?")
_SHORT = re.compile(r"(\w[^\s=]{0,30})\s*=\s*(\S.*)")


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
        alone(line, name)
        return Read(NewEntry(kind, line.source))

    return reader


def read_sitting(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/open`, `/close`, `/adjourn` or `/resume`, each with a time or the clock's."""

    def reader(line: Line) -> Read:
        time, rest = time_at_start(line.text)
        if rest and kind is not Kind.ADJOURN:
            raise DoubtError(f"{quoted(line.text)} is no time: write it as 19.42 or 7.42pm")
        time = time or line.clock
        doubt = line.sitting.presence.time_doubt(time)
        return Read(NewEntry(kind, line.source, rest, time=time, doubt=doubt))

    return reader


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


COMMANDS = (
    Command("open", "[time]", "Opens the meeting.", "/open 6.30pm", read_sitting(Kind.OPEN)),
    Command("close", "[time]", "Closes the meeting.", "/close 8.15pm", read_sitting(Kind.CLOSE)),
    Command(
        "adjourn", "[time] [reason]", "Adjourns it.", "/adjourn 7.30pm for tea", read_sitting(Kind.ADJOURN)
    ),
    Command("resume", "[time]", "Goes on after that.", "/resume 7.45pm", read_sitting(Kind.RESUME)),
    Command("none", "", "“There were none.”", "/none", read_alone(Kind.NONE, "/none")),
    Command(
        "exempt",
        "[ITEM] PARAGRAPHS [; reason]",
        "What follows, or that item, is exempt.",
        "/exempt 3",
        read_exempt,
    ),
    Command("public", "", "Back to public business.", "/public", read_alone(Kind.PUBLIC, "/public")),
    Command(
        "actions", "", "Prints this meeting's actions here.", "/actions", read_alone(Kind.ACTIONS, "/actions")
    ),
    Command(
        "nextmeeting", "DATE [time] [venue]", "The next meeting.", "/nextmeeting 3 Sep 7pm", read_next_meeting
    ),
    Command(
        "short",
        "SHORT = words",
        "A short form, written out in print.",
        "/short PC = the Parish Council",
        read_short,
    ),
)
