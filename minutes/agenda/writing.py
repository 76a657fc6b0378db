"""An agenda written as text, in the form that `reading` reads back."""

from __future__ import annotations

from dataclasses import replace

from minutes.agenda.carrying import told
from minutes.agenda.house_style import write_parts, write_words
from minutes.agenda.items import write_items
from minutes.agenda.people import write_people
from minutes.agenda.reading import default_noun, survey_agenda
from minutes.agenda.when import AgendaError
from minutes.english import MONTHS, printed_date, printed_time
from storage.records import INTEREST_KINDS, Body, Item, Meeting, MeetingRecord


def write_agenda(record: MeetingRecord, *, restricted: bool = False) -> str:
    """Write the agenda of a meeting, as the design's "The agenda as text" has it.

    People who came in during the meeting are no part of it. Of an exempt item the number, the
    title, its pages and the mark stay; the lines of its report only where `restricted`. So does of an
    exempt promise of the record its reference.
    """
    people = [person for person in record.attendees if not person.added]
    items = shown_items(record, restricted=restricted)
    lines = _headers(record.meeting)
    for name, member in (("Members", True), ("In attendance", False)):
        listed = [person for person in people if person.member is member]
        if listed:
            lines.append(f"{name}: {write_people(listed)}")
    lines += _settings(record.body, record.meeting)
    top = _top(record.body, record.meeting, lines)
    text = "\n".join([*top, *lines])
    return f"{text}\n\n{write_items(items)}\n" if items else f"{text}\n"


def shown_items(record: MeetingRecord, *, restricted: bool) -> tuple[Item, ...]:
    """The items as an agenda shows them: in public without the reports of exempt ones, and without what of a
    promise is exempt."""
    if restricted:
        return record.items
    promises = (*record.promises, *record.actions)
    return tuple(
        replace(item, parts=told(item.parts, promises) if item.exempt is None else ())
        for item in record.items
    )


def _headers(meeting: Meeting) -> list[str]:
    """The lines that say when and where."""
    said = [("Date", printed_date(meeting.on))]
    if meeting.time:
        said.append(("Time", printed_time(meeting.time)))
    if meeting.venue:
        said.append(("Venue", meeting.venue))
    return [f"{name}: {value}" for name, value in said]


def _settings(body: Body, meeting: Meeting) -> list[str]:
    """The lines that say how this body's minutes are written, where they are not the usual."""
    said = [
        ("Quorum", meeting.quorum or body.quorum),
        ("Noun", body.noun if body.noun != default_noun(body.name) else ""),
        ("Verb", body.verb),
        ("Layout", body.layout if body.layout != "committee" else ""),
        ("Numbering", _numbering(body, meeting)),
        ("Counting", body.counting if body.counting != "last" else ""),
        ("Exempt mark", body.exempt_mark),
        ("Year starts", MONTHS[body.year_starts - 1] if body.year_starts != 1 else ""),
        ("Minutes from", meeting.minutes_from),
        ("Decisions", meeting.decisions_from),
        ("Themes", "; ".join(body.themes) + (";" if len(body.themes) == 1 and "," in body.themes[0] else "")),
        ("Short", "; ".join(f"{short} = {long}" for short, long in body.short_forms)),
        ("Interests", "; ".join(f"{short} = {heading}" for short, heading in _own_kinds(body))),
        ("Words", write_words(body.words)),
        ("Parts", write_parts(body.parts)),
    ]
    return [f"{name}: {value}" for name, value in said if value]


def _numbering(body: Body, meeting: Meeting) -> str:
    """How the body numbers, where an agenda that says nothing of it would make it number otherwise."""
    return body.numbering if body.numbering != ("running" if meeting.minutes_from else "agenda") else ""


def _own_kinds(body: Body) -> tuple[tuple[str, str], ...]:
    return body.interest_kinds if body.interest_kinds != INTEREST_KINDS else ()


def _top(body: Body, meeting: Meeting, lines: list[str]) -> list[str]:
    """The lines that say whose agenda it is: bare where they are read back so, else with their names."""
    names = (body.organisation, body.name, meeting.agenda_title)
    bare = [name for name in names if name]
    try:
        read = survey_agenda("\n".join([*bare, "", *lines])).agenda
        if (read.organisation, read.body_name, read.agenda_title) == names:
            return [*bare, ""]
    except AgendaError:
        pass
    named = zip(("Organisation", "Body", "Agenda"), names, strict=True)
    return [f"{name}: {value}" for name, value in named if value]
