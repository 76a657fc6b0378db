"""The dates by which promises are due, as an iCalendar file (RFC 5545) that a calendar program imports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from minutes.arising import PART_NAMES
from minutes.english import capitalised, listed, printed_date, short_date
from minutes.wording.promises import changes
from storage.records import Action

_PRODUCT = "-//minutebook//Due dates//EN"
_OWN_SPACE = uuid5(NAMESPACE_URL, "urn:minutebook:promise")


def has_date(action: Action) -> bool:
    """Whether the promise is owed by a day: no other has a place in a calendar."""
    return action.is_open and action.standing.due is not None


def write_calendar(promises: Iterable[Action], at: datetime) -> str:
    """Write an all-day event for each of `promises`, which all have a date; `at` is when it is written.

    An event has the same UID in every file, so that a calendar that has it already moves it. An exempt
    promise is marked confidential. A calendar without an event is none (RFC 5545, 3.6).
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for action in promises:
        calendar.add_component(_event(action, at))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(action: Action, at: datetime) -> Event:
    standing = action.standing
    day = standing.due or date.max
    owners = listed([owner.name for owner in standing.owners])
    event = Event()
    event.add("uid", str(uuid5(_OWN_SPACE, f"{action.body_name}\n{action.reference}")))
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))  # the day after: an end is not part of an event
    event.add("summary", f"{action.reference} {': '.join(part for part in (owners, standing.words) if part)}")
    event.add("description", "\n".join(_description(action)))
    if standing.themes:
        event.add("categories", list(standing.themes))
    if action.exempt is not None:
        event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")  # a day something is due by is not a day taken
    return event


def _description(action: Action) -> list[str]:
    """Where it was promised, in its first words where they are no longer those, and what was heard since."""
    standing = action.standing
    minute = f", minute {action.minute}" if action.minute else ""
    lines = [f"{PART_NAMES[action.kind]}, {action.body_name}, {printed_date(action.agreed_on)}{minute}"]
    if action.plan:
        lines.append(action.plan.title)
    if standing.words != action.words:
        lines.append(f"First agreed: {capitalised(action.words)}")
    before = action.as_agreed
    for heard in action.progress:
        lines.append(f"{short_date(heard.on)}: {changes(heard, before)}")
        before = before.after(heard)
    return lines
