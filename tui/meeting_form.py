"""What is typed on the Prepare screen, and the agenda it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from minutes.agenda import (
    AgendaError,
    AgendaReading,
    default_noun,
    read_date,
    read_items,
    read_people,
    read_time,
    write_items,
    write_people,
)
from minutes.english import WEEKDAYS, counted, printed_date, printed_time, short_date
from minutes.quorum import quorum_doubt, quorum_of
from storage.records import Agenda, AgendaItem, Attendee, Body, Kind, Meeting, MeetingRecord

ReadDay = Callable[[str], date | None]  # reads a date in a short form, "28 nov"


@dataclass(frozen=True, slots=True)
class MeetingForm:
    """The texts of the form, as they stand."""

    date: str = ""
    time: str = ""
    venue: str = ""
    quorum: str = ""
    minutes_from: str = ""
    decisions_from: str = ""
    members: str = ""
    attending: str = ""
    agenda: str = ""


@dataclass(frozen=True, slots=True)
class FormReading:
    """What the form says: its agenda, or the one line that says what is wrong; and in short."""

    agenda: Agenda | None
    words: str


def form_of(agenda: Agenda) -> MeetingForm:
    """The form that says what `agenda` does."""
    return MeetingForm(
        printed_date(agenda.on),
        printed_time(agenda.time) if agenda.time else "",
        agenda.venue,
        agenda.quorum,
        agenda.minutes_from,
        agenda.decisions_from,
        _people_text(agenda.attendees, True),
        _people_text(agenda.attendees, False),
        write_items(agenda.items),
    )


def form_of_record(record: MeetingRecord) -> MeetingForm:
    """The form of a meeting in the book."""
    meeting = record.meeting
    return MeetingForm(
        printed_date(meeting.on),
        printed_time(meeting.time) if meeting.time else "",
        meeting.venue,
        meeting.quorum,
        meeting.minutes_from,
        meeting.decisions_from,
        _people_text(record.attendees, True),
        _people_text(record.attendees, False),
        write_items(record.items),
    )


def base_of(body: Body, meeting: Meeting | None = None) -> Agenda:
    """What an agenda of the body says beside what the form asks; its date is still to come."""
    settings = Agenda(
        body.name,
        date.min,
        body.organisation,
        noun=body.noun,
        verb=body.verb,
        layout=body.layout,
        themes=body.themes,
        short_forms=body.short_forms,
        words=body.words,
        parts=body.parts,
    )
    return settings if meeting is None else replace(settings, agenda_title=meeting.agenda_title)


def restyled(base: Agenda, before: Body, body: Body) -> Agenda:
    """`base` with the house style that was changed since it was made of the body `before`."""
    style = ("noun", "verb", "layout", "words", "parts")
    changed = {name: getattr(body, name) for name in style if getattr(body, name) != getattr(before, name)}
    return replace(base, **changed)


def form_after(earlier: Sequence[MeetingRecord], people: Sequence[Attendee], today: date) -> MeetingForm:
    """The form for a new meeting after the `earlier` ones, latest first.

    Place and people are the last meeting's; its items are those that stood on the last two
    agendas, or all where there was one. The date is the one the last meeting agreed for the next.
    """
    if not earlier:
        return MeetingForm(members=_people_text(people, True), attending=_people_text(people, False))
    last = earlier[0]
    agreed = next((entry for entry in reversed(last.entries) if entry.kind is Kind.NEXT_MEETING), None)
    named = agreed if agreed is not None and agreed.on is not None and agreed.on >= today else None
    time = named.time if named and named.time else last.meeting.time
    return MeetingForm(
        date=printed_date(named.on) if named and named.on else "",
        time=printed_time(time) if time else "",
        venue=named.text if named and named.text else last.meeting.venue,
        quorum=last.meeting.quorum,
        members=_people_text(people, True),
        attending=_people_text(people, False),
        agenda=write_items(_standing_items(earlier)),
    )


def numbered(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Number the items typed without one, so that `/5` can take them: from 1, or on from the highest.

    One that stands above a numbered item stays as it is: the numbers below it may be published.
    """
    last = max((place for place, item in enumerate(items, 1) if item.number), default=0)
    highest = max((int(item.number) for item in items if item.number.isdecimal()), default=0)
    rest = enumerate(items[last:], highest + 1)
    return (*items[:last], *(replace(item, number=str(number)) for number, item in rest))


def _standing_items(earlier: Sequence[MeetingRecord]) -> list[AgendaItem]:
    """Without numbers, so that others can be typed between them; what was exempt stays exempt."""
    items = list(earlier[0].items)
    if len(earlier) > 1:
        before = {item.title.casefold() for item in earlier[1].items}
        items = [item for item in items if item.title.casefold() in before] or items
    return [AgendaItem("", item.title, exempt=item.exempt) for item in items]


def read_day(today: date) -> ReadDay:
    """What reads a date in a short form ("28 nov", "next Friday") as said on the day `today`."""
    from minutes.shorthand.dates import Calendar
    from minutes.shorthand.dates import read_date as read_said

    def read(text: str) -> date | None:
        said = read_said(text, Calendar(today))
        return said.on if said else None

    return read


def read_form(form: MeetingForm, base: Agenda, body: Body, read_day: ReadDay) -> FormReading:
    """Read the form over `base`, which holds what it does not ask."""
    try:
        agenda = replace(
            base,
            on=_day(form.date, read_day),
            time=read_time(form.time) if form.time.strip() else "",
            venue=" ".join(form.venue.split()),
            quorum=form.quorum.strip(),
            minutes_from=form.minutes_from.strip(),
            decisions_from=form.decisions_from.strip(),
            attendees=_people(form),
            items=numbered(read_items(form.agenda)),
        )
    except AgendaError as error:
        return FormReading(None, str(error))
    return FormReading(agenda, in_short(agenda, body))


def whole_agenda(text: str, body_name: str) -> AgendaReading | None:
    """The agenda that `text` is, tidy or a whole pack; None where it is items alone. It may leave out whose
    it is."""
    from minutes.packs import survey  # its many patterns are compiled only for what is put in

    try:
        return survey(text, body_name)
    except AgendaError:
        return None


def merged(now: MeetingForm, agenda: Agenda) -> MeetingForm:
    """The form with what `agenda` says put in; where it says nothing, what stood there stays."""
    new = form_of(agenda)
    names = [part.name for part in fields(now)]
    return MeetingForm(**{name: getattr(new, name) or getattr(now, name) for name in names})


def with_settings(base: Agenda, agenda: Agenda) -> Agenda:
    """`base` with what `agenda` says beside what the form asks; whose meeting it is stays."""
    worded = agenda.noun != default_noun(agenda.body_name)
    return replace(
        base,
        agenda_title=agenda.agenda_title or base.agenda_title,
        noun=agenda.noun if worded else base.noun,
        verb=agenda.verb or base.verb,
        layout=agenda.layout or base.layout,
        themes=agenda.themes or base.themes,
        short_forms=agenda.short_forms or base.short_forms,
        numbering=agenda.numbering or base.numbering,
        counting=agenda.counting or base.counting,
        exempt_mark=agenda.exempt_mark or base.exempt_mark,
        year_starts=agenda.year_starts or base.year_starts,
        interest_kinds=agenda.interest_kinds or base.interest_kinds,
        words=agenda.words or base.words,
        parts=agenda.parts or base.parts,
    )


def taken_in_words(reading: AgendaReading, body: Body) -> str:
    """What to say when a whole agenda was put in: whose it is not, what of it is to be checked, and what was
    left out."""
    agenda, left_out, doubts = reading.agenda, reading.unread, reading.to_check
    said = "The agenda's date, place, people and items have gone to their own lines."
    if agenda.body_name.casefold() != body.name.casefold():
        said = f"The agenda names “{agenda.body_name}”, but this meeting stays one of {body.name}."
    if doubts:
        said += f" To check: {'; '.join(doubts)}."
    if left_out:
        more = f" and {counted(len(left_out) - 1, 'more line')}" if len(left_out) > 1 else ""
        said += f" Left out: “{left_out[0]}”{more}."
    return said


def in_short(agenda: Agenda, body: Body) -> str:
    """The agenda in one line: "Thu 12 Dec 2019, 6.30pm · 3 items, 1 exempt · 5 members · quorum 3"."""
    members = sum(person.member for person in agenda.attendees)
    others = len(agenda.attendees) - members
    exempt = sum(item.exempt is not None for item in agenda.items)
    unnumbered = sum(not item.number for item in agenda.items)
    quorum = agenda.quorum or body.quorum
    parts = [
        _when_in_words(agenda),
        counted(len(agenda.items), "item", none="no")
        + (f", {exempt} exempt" if exempt else "")
        + (f", {unnumbered} without a number" if unnumbered else ""),
        counted(members, "member", none="no"),
        _quorum_in_words(quorum, members),
    ]
    if others:
        parts.append(f"{others} in attendance")
    if agenda.minutes_from:
        parts.append(f"minutes from {agenda.minutes_from}")
    if agenda.decisions_from:
        parts.append(f"decisions from {agenda.decisions_from}")
    if doubt := quorum_doubt(quorum):
        parts.append(f"quorum to check: {doubt}")
    return " · ".join(parts)


def _quorum_in_words(quorum: str, members: int) -> str:
    """The quorum as it is set, and what a part of the members comes to: "quorum 1/4, that is 9"."""
    count = quorum_of(quorum, members)
    if not count or not members or quorum == str(count):
        return f"quorum {quorum}" if quorum else "no quorum set"
    return f"quorum {quorum}, that is {count}"


def _when_in_words(agenda: Agenda) -> str:
    """The day with its weekday, which shows a slip in the date: "Thu 12 Dec 2019, 6.30pm"."""
    day = f"{WEEKDAYS[agenda.on.weekday()][:3]} {short_date(agenda.on)}"
    return f"{day}, {printed_time(agenda.time)}" if agenda.time else day


def _day(text: str, read_day: ReadDay) -> date:
    if not text.strip():
        raise AgendaError("No date yet: type the day of the meeting, such as 12 December 2019.")
    try:
        return read_date(text)
    except AgendaError:
        said = read_day(" ".join(text.split()))
        if said is None:
            raise
        return said


def _people(form: MeetingForm) -> tuple[Attendee, ...]:
    members = read_people(form.members, True)
    names = {person.name.casefold() for person in members}
    others = read_people(form.attending, False)
    return (*members, *(person for person in others if person.name.casefold() not in names))


def _people_text(people: Iterable[Attendee], member: bool) -> str:
    return write_people([person for person in people if person.member is member and not person.added])
