"""The commands: one table for the reader, the help and the completion."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes.shorthand.attendance import read_attendance
from minutes.shorthand.business import (
    failed_exempt,
    read_alone,
    read_exempt,
    read_interest,
    read_item,
    read_next_meeting,
    read_previous,
    read_short,
    read_sitting,
    read_step,
)
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from minutes.shorthand.votes import read_votes
from storage.records import Kind


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `takes` is what may follow it, `purpose` and `example` are for the help; `names`
    says that it takes people; without `read` it is not built yet."""

    name: str
    takes: str
    purpose: str
    example: str
    read: Callable[[Line], Read] | None = None
    names: bool = False


def _people(kind: Kind, takes: str, purpose: str, example: str) -> Command:
    reader = read_votes(kind) if kind in (Kind.FOR, Kind.AGAINST, Kind.ABSTAIN) else read_attendance(kind)
    return Command(kind.value, takes, purpose, example, reader, names=True)


_TABLE = (
    Command(
        "item", "5 · + Title", "Takes an item (/5 does too), or adds an urgent one.", "/item 5", read_item
    ),
    Command("next", "", "Takes the next item.", "/next", read_step(True)),
    Command("back", "", "Goes back to the item taken before.", "/back", read_step(False)),
    Command("open", "[time]", "Opens the meeting.", "/open 6.30pm", read_sitting(Kind.OPEN)),
    Command("close", "[time]", "Closes the meeting.", "/close 8.15pm", read_sitting(Kind.CLOSE)),
    Command(
        "adjourn", "[time] [reason]", "Adjourns it.", "/adjourn 7.30pm for tea", read_sitting(Kind.ADJOURN)
    ),
    Command("resume", "[time]", "Goes on after that.", "/resume 7.45pm", read_sitting(Kind.RESUME)),
    _people(Kind.PRESENT, "A, B · all", "Members present.", "/present Kemp, Cooper"),
    _people(Kind.ATTENDING, "A (role), B", "Others in attendance.", "/attending 9 members of the public"),
    _people(Kind.APOLOGIES, "A, B", "Apologies; inside an item they print there too.", "/apologies Hackwell"),
    _people(Kind.ABSENT, "A, B", "Members absent without apologies.", "/absent Hackwell"),
    _people(Kind.IN, "A, B [time]", "Arrivals, printed where they happened.", "/in Hackwell 7.10pm"),
    _people(Kind.OUT, "A, B [time]", "Departures, printed where they happened.", "/out Cooper 19.42"),
    Command(
        "interest", "none", "Declarations of interests: there were none.", "/interest none", read_interest
    ),
    Command("none", "", "“There were none.”", "/none", read_alone(Kind.NONE, "/none")),
    Command(
        "previous", "[DATE]", "The last minutes agreed as correct and signed.", "/previous", read_previous
    ),
    Command(
        "exempt",
        "[ITEM] PARAGRAPHS [; reason]",
        "What follows, or that item, is exempt.",
        "/exempt 3",
        read_exempt,
    ),
    Command("public", "", "Back to public business.", "/public", read_alone(Kind.PUBLIC, "/public")),
    _people(Kind.FOR, "A, B · all · rest", "Votes for, recorded by name on request.", "/for Cooper, Kemp"),
    _people(Kind.AGAINST, "A, B", "Votes against, by name.", "/against Johnson"),
    _people(Kind.ABSTAIN, "A, B", "Abstentions, by name.", "/abstain rest"),
    Command(
        "actions", "", "Prints this meeting's actions here.", "/actions", read_alone(Kind.ACTIONS, "/actions")
    ),
    Command(
        "nextmeeting", "DATE [time] [venue]", "The next meeting.", "/nextmeeting 3 Sep 7pm", read_next_meeting
    ),
    Command(
        "short",
        "PC = the Parish Council",
        "A short form, written out in print.",
        "/short DoP = …",
        read_short,
    ),
    Command("sub", "D for E", "A substitute.", "/sub Doe for Cooper", names=True),
    Command("chair", "D [reason]", "Who presides from here.", "/chair Cooper", names=True),
    Command("urgent", "[ITEM] basis; agreed by; reason", "An item taken as urgent.", "/urgent 3 …"),
    Command("move", "A[, B]: text", "A motion and its seconder.", "/move Cooper: that …", names=True),
    Command("second", "B", "The seconder.", "/second Johnson", names=True),
    Command("amend", "A[, B]: text", "An amendment.", "/amend Kemp: to add …", names=True),
    Command("withdraw", "", "The motion is withdrawn.", "/withdraw"),
    Command("vote", "7 3 1 [2] · all", "The count of a vote.", "/vote 7 3 1"),
    Command("casting", "for · against", "The chair's casting vote.", "/casting for"),
    Command("roll", "", "A full recorded vote.", "/roll"),
    Command("priorities", "Title:", "Priorities agreed or set.", "/priorities Year one:"),
    Command("report", "4 text", "Progress on an action.", "/report 4 on course"),
    Command("done", "4 [text]", "An action is done.", "/done 4"),
    Command("drop", "4 reason", "An action is dropped.", "/drop 4 overtaken"),
    Command("defer", "4 DATE [reason]", "An action gets a later date.", "/defer 4 30 Nov"),
    Command("rate", "4 B2", "The rating of an action.", "/rate 4 B2"),
)
COMMANDS: dict[str, Command] = {command.name: command for command in _TABLE}

_COMMAND = re.compile(r"([^\W\d_]+)[:\s]*")
# Words that clerks use for the same: what follows must not be published because of them.
_LIKE_EXEMPT = frozenset(
    {"confidential", "private", "restricted", "exclude", "exclusion", "secret", "pink", "part"}
)


def read_command(line: Line) -> Read:
    """`/command …`, or `/5` for the item of that number."""
    match = _COMMAND.match(line.text)
    if match is None:
        if line.text[0].isdigit():
            return read_item(line)
        raise DoubtError(f"{quoted(f'/{line.text}')} is not a command")
    word, rest = match[1].casefold(), replace(line, text=line.text[match.end() :].strip())
    command = COMMANDS.get(word)
    if command is None:
        return _unknown(word, rest)
    if command.read is None:
        raise DoubtError(f"“/{word}” is not built yet: kept to be checked")
    return command.read(rest)


def _unknown(word: str, line: Line) -> Read:
    """A command nobody knows, with the nearest one; near to `/exempt` it is a failed `/exempt`."""
    told = f"{quoted(f'/{word}')} is not a command"
    if _near_exempt(word):
        return failed_exempt(line, f"{told} (did you mean /exempt?)")
    nearest = nearest_command(word)
    raise DoubtError(f"{told}: did you mean /{nearest}?" if nearest else f"{told}: / and tab shows them all")


@lru_cache(maxsize=256)
def nearest_command(word: str) -> str:
    """The command that `word` is most likely meant for, "" where it is like none."""
    begun = [name for name in COMMANDS if name.startswith(word) or word.startswith(name)]
    if begun:
        return max(begun, key=len) if word.startswith(begun[0]) else begun[0]
    distance, near = min((_distance(word, name), name) for name in COMMANDS)
    return near if distance <= max(1, min(len(word), len(near)) // 2) else ""


def _near_exempt(word: str) -> bool:
    if word in _LIKE_EXEMPT or word.startswith("ex"):
        return True
    return nearest_command(word) == "exempt"


def _distance(word: str, name: str) -> int:
    """How many letters must be put in, left out, changed or swapped to make `name` of `word`."""
    if abs(len(word) - len(name)) > 3 or len(set(word) & set(name)) < 2:
        return len(word) + len(name)
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(name, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
