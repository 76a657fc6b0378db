"""Bodies and meetings in words, as the Book screen lists them."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.english import WEEKDAYS, counted, printed_date, printed_time, short_date
from storage.records import BodyLine, MeetingLine, MeetingState, Verdict
from tui.widgets.rows import Column, Row

ALL = 0  # the row for all bodies together


def meeting_columns(*, with_body: bool) -> tuple[Column, ...]:
    """The columns of `meeting_row`; where all meetings are of one body, its name takes no room."""
    when = (Column(15), Column(7), Column(17))
    return (*when, Column(20, 3), Column(8, 2)) if with_body else (*when, Column(0), Column(20, 1))


def meeting_row(line: MeetingLine) -> Row:
    """A meeting as a row: day, time, how far it is, body, venue."""
    day = f"{WEEKDAYS[line.on.weekday()][:3]} {short_date(line.on)}"
    time = printed_time(line.time) if line.time else ""
    return Row((day, time, _state(line), line.body_name, line.venue), line.id)


def _state(line: MeetingLine) -> str:
    """How far the meeting is, in words: "planned, 7 items", "live, 1 line"."""
    if line.state is MeetingState.PLANNED:
        return f"planned, {counted(line.item_count, 'item', none='no')}"
    if line.state is MeetingState.LIVE:
        return f"live, {counted(line.entry_count, 'line', none='no')}"
    return line.state.value


def body_rows(bodies: Sequence[BodyLine]) -> list[Row]:
    """The bodies as rows, with what is owed to each; of several, first all together."""
    rows = [
        Row(
            (_full_name(line), _owed_words(line.open_actions, line.overdue_actions)),
            line.body.id,
            warning=line.overdue_actions > 0,
        )
        for line in bodies
    ]
    if len(bodies) > 1:
        owed = sum(line.open_actions for line in bodies), sum(line.overdue_actions for line in bodies)
        rows.insert(0, Row(("All bodies", _owed_words(*owed)), ALL))
    return rows


def _full_name(line: BodyLine) -> str:
    return f"{line.body.name} · {line.body.organisation}" if line.body.organisation else line.body.name


def _owed_words(owed: int, overdue: int) -> str:
    """Say what is owed: "4 open actions, 1 overdue"."""
    late = f", {overdue} overdue" if overdue else ""
    return f"{counted(owed, 'open action', none='no')}{late}"


def fits(line: MeetingLine, words: str) -> bool:
    """Whether every word typed is in the meeting's body, date (however written), venue or state."""
    if not words:
        return True
    days = f"{printed_date(line.on)} {line.on.isoformat()}"
    held = f"{line.body_name} {line.organisation} {line.venue} {days} {line.state}".casefold()
    return all(word in held for word in words.casefold().split())


def verdict_in_words(verdict: Verdict) -> str:
    """What proving came to, in a line."""
    if verdict.faults:
        more = len(verdict.faults) - 1
        rest = f" And {more} more: minutebook verify lists them." if more else ""
        return f"NOT AS SIGNED: {verdict.faults[0]}{rest}"
    if not verdict.signed:
        return "No minutes are signed yet."
    signed = counted(verdict.signed, "meeting", none="no")
    return f"{signed} signed, and all as they were signed. The last hash begins {verdict.last[:16]}."
