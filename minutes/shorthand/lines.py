"""Reading lines: what kind each is, and the record it becomes. Nothing typed is refused or lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutes.cleaning import clean
from minutes.shorthand import actions, commands, decisions, talk
from minutes.shorthand.hints import hints_of, kind_name
from minutes.shorthand.reading import DoubtError, Hint, Line, Read, Reading, quoted, unread
from minutes.shorthand.themes import doubt_of_themes
from minutes.sitting import Sitting
from storage.records import Act, Attendee, NewEntry, NewItem


@dataclass(frozen=True, slots=True)
class Sign:
    """What the first character of a line says of it; for the reader, the help and the composer."""

    sign: str
    name: str
    purpose: str
    example: str
    read: Callable[[Line], Read]


_NOTE = Sign(
    "", "note", "A paragraph of the discussion.", "The Director introduced the report.", talk.read_note
)

SIGNS: tuple[Sign, ...] = (
    _NOTE,
    Sign("#", "heading", "A sub-heading inside the item.", "# Workforce", talk.read_heading),
    Sign(
        "-", "point", "A bullet, with a label before its colon.", "- Audits: more was needed", talk.read_point
    ),
    Sign(
        "?",
        "question",
        "A question: who asked, label, subject.",
        "? (Cooper) Audits: how often",
        talk.read_question,
    ),
    Sign(">", "reply", "The reply to the question above.", "> officers confirmed that …", talk.read_reply),
    Sign("!", "decision", "A decision or resolution.", "! noted the report", decisions.read_decision),
    Sign(
        "@", "action", "An action, worded for you.", "@Clerk: ask for quotes by Friday", actions.read_action
    ),
    Sign(
        "+",
        "follow-on",
        "An action the line above already says.",
        "+ Clerk: ask again",
        actions.read_follow_on,
    ),
    Sign("|", "row", "A row of a table; the first is its head.", "| Payee | Amount", talk.read_row),
    Sign("/", "command", "A command; see the list of commands.", "/out Cooper 19.42", commands.read_command),
)
_BY_SIGN = {sign.sign: sign for sign in SIGNS}
_FIRST_WORD = re.compile(r"\w+")


def read(line: str, sitting: Sitting, clock: str = "") -> Reading:
    """Read one line as it stands at this point of the meeting, with hints on what it means.

    `clock` is the time ("19:42") a command takes that says none, "" for no time. A blank line and
    one that starts with `//` come to an act without entries; every other line to exactly one entry.
    """
    result = _read(clean(line).replace("\n", " "), sitting, clock)
    if result is None:
        return Reading(Act(()))
    act = Act((result.entry,), result.newcomers, result.items)
    if begun := _begun(result.entry):
        return Reading(act, *begun, (1,))
    return Reading(act, hints_of(result, sitting), kind_name(result.entry), (1,))


def read_lines(
    text: str,
    sitting: Sitting,
    clock: str = "",
    examine: Callable[[NewEntry, Sitting], NewEntry] | None = None,
) -> Reading:
    """Read many lines, each at the point the ones above it have brought the meeting to.

    `sitting` itself stays as it is. CR, LF and CRLF all end a line. `examine` knows what no line of this
    meeting tells: it is asked of each line at its point, and gives it back, or as a line to check.
    """
    sitting = sitting.copy()
    entries: list[NewEntry] = []
    newcomers: list[Attendee] = []
    items: list[NewItem] = []
    numbers: list[int] = []
    for number, line in enumerate(clean(text).split("\n"), 1):
        result = _read(line, sitting, clock)
        if result is None:
            continue
        if examine is not None and (examined := examine(result.entry, sitting)) is not result.entry:
            result = Read(examined)
        entries.append(result.entry)
        newcomers += result.newcomers
        items += result.items
        numbers.append(number)
        sitting.follow(result.entry, result.newcomers, result.items)
    return Reading(Act(tuple(entries), tuple(newcomers), tuple(items)), line_numbers=tuple(numbers))


def _read(source: str, sitting: Sitting, clock: str) -> Read | None:
    """One clean line, or None where there is nothing to record."""
    text = source.strip()
    if not text or text.startswith("//"):
        return None
    sign = _BY_SIGN.get(text[0], _NOTE)
    rest = text[len(sign.sign) :].strip()
    if text[0] == "\\":
        rest = _unescaped(text, sitting)
    if not rest:
        return unread(source, f"nothing follows {quoted(text)}")
    try:
        result = sign.read(Line(source, rest, sitting, clock))
    except DoubtError as doubt:
        return unread(source, str(doubt))
    if of_themes := doubt_of_themes(result.entry, sitting):
        doubts = "; ".join(filter(None, (result.entry.doubt, of_themes)))
        return replace(result, entry=replace(result.entry, doubt=doubts))
    return result


def _begun(entry: NewEntry) -> tuple[tuple[Hint, ...], str] | None:
    """Hints on a line of which only the sign or the beginning of a command is typed: what may follow."""
    text = entry.source.strip()
    if not entry.doubt:
        return None
    if (sign := _BY_SIGN.get(text)) and sign.sign != "/":
        return (Hint(sign.example),), sign.name
    names = [name for name in commands.COMMANDS if f"/{name}".startswith(text.casefold())]
    if not names:
        return None
    offered = (commands.COMMANDS[name] for name in names[:4])
    return tuple(Hint(f"/{command.name} {command.takes}".rstrip()) for command in offered), "command"


def _unescaped(text: str, sitting: Sitting) -> str:
    """A line without the `\\` in its first place, which stays where it keeps a short form short."""
    word = _FIRST_WORD.match(text, 1)
    return text if word and word[0] in sitting.short_forms else text[1:].strip()
