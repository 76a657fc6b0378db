"""People as minutes print them: "Councillors Cooper and Johnson", "the Director of People"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from minutes.english import listed
from minutes.names import is_role, short_role
from minutes.presence import CHAIR_OFFICE, by_claim_to_the_chair
from minutes.style import NOTHING, Style
from minutes.wording.short_forms import ShortForms
from storage.records import Attendee, MeetingRecord, Named

_NO_PLURAL = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady"}
_ARTICLE = re.compile(r"^(?:The|An?(?= [a-z])) ")  # "A resident", but "A Jones" is a name


class Namer:
    """How the people of one meeting are printed, by the style its agenda set."""

    def __init__(self, attendees: Iterable[Attendee], short_forms: ShortForms) -> None:
        self._people = {person.person_id: person for person in attendees}
        self._short_forms = short_forms

    def one(self, named: Named) -> str:
        """One person inside a sentence: "Councillor Cooper", "the Director of People", "officers"."""
        title, name = self._style(named)
        return f"{title} {name}".lstrip()

    def many(self, people: Sequence[Named]) -> str:
        """Several inside a sentence, neighbours of one title together: "Councillors Cooper and Kemp"."""
        return _grouped([self._style(named) for named in people])

    def plain(self, named: Named) -> str:
        """One person in a column or list: a role without its "the", someone on no list as typed."""
        title, name = self._style(named, inside=False)
        return f"{title} {name}".lstrip()

    def written_out(self, text: str) -> str:
        """`text` with this meeting's short forms written out."""
        return self._short_forms.written_out(text)

    def _style(self, named: Named, *, inside: bool = True) -> tuple[str, str]:
        """Title and name in print; the title is "" for a role and for someone on no list.

        `inside` a sentence a role has "the", and an article that was typed loses its capital.
        """
        person = self._people.get(named.person_id) if named.person_id is not None else None
        if named.by_role or (person and is_role(person.name) and not person.title):
            role = named.name if named.by_role or person is None else person.name
            return "", the_role(role) if inside else short_role(role)
        title, name = person.title if person else "", person.name if person else self.written_out(named.name)
        return title, _ARTICLE.sub(lambda article: article[0].lower(), name) if inside else name


def roll(people: Sequence[Attendee]) -> str:
    """Members in a list of those present: "Councillors Kemp (Chairman), Cooper and Johnson"."""
    return _grouped([(person.title, _with_offices(person)) for person in people])


def rolls(people: Iterable[Attendee]) -> list[str]:
    """Members on one line under their title; a line each for people who have none."""
    lines: list[str] = []
    for title, run in groupby(people, key=lambda person: person.title):
        group = list(run)
        lines += [roll(group)] if title else map(listed_alone, group)
    return lines


def listed_alone(person: Attendee) -> str:
    """A person in a list, on a line of their own: "Ann Bell (Chair), Head of Law"."""
    return ", ".join(part for part in (roll([replace(person, role="")]), person.role) if part)


def the_role(role: str) -> str:
    """A role in a sentence: with "the", up to its dash or bracket (SHORTHAND, Actions)."""
    short = short_role(role)
    return short if short[:4].lower() == "the " else f"the {short}"


def chair_word(presiding: Iterable[Attendee], chosen: str = "") -> str:
    """What the one in the chair is called, "Chairman" or "Mayor", from the offices in order of claim; a chair
    of whatever kin by the word `chosen`, if one is."""
    first = next(iter(by_claim_to_the_chair(presiding)), None)
    office = CHAIR_OFFICE.match(first.office) if first else None
    word = office[2].capitalize() if office else "Chair"
    return chosen if chosen and word.startswith("Chair") else word


def in_words_of(record: MeetingRecord, style: Style) -> MeetingRecord:
    """The record with its people called by what the style has for the chair and for members; a mayor stays
    one, and so does a doctor."""
    chair, member = style.word("chair"), style.words["member"]
    if not (chair or member):
        return record
    people = tuple(
        replace(person, office=_office(person.office, chair), title=_title(person.title, member))
        for person in record.attendees
    )
    return replace(record, attendees=people)


def _office(office: str, chair: str) -> str:
    """An office with the word `chair` for "Chairman" and its kin: "Vice-Chair"; as it is where that is ""."""
    match = CHAIR_OFFICE.match(office) if chair else None
    if match is None or not match[2].casefold().startswith("chair"):
        return office
    renamed = f"{match[1]}{chair}"
    is_so = re.match(rf"{re.escape(renamed)}\b", office, re.I)
    return office if is_so else f"{renamed}{office[match.end() :]}"


def _title(title: str, member: str) -> str:
    """A title of members as the style has it; NOTHING leaves it out."""
    if not member or not title or title in _NO_PLURAL:
        return title
    return "" if member == NOTHING else member


def _with_offices(person: Attendee) -> str:
    """A name with what it holds in brackets: "Kemp (Chairman, Leader of the Council)"."""
    held = ", ".join(part for part in (person.office, person.role) if part)
    return f"{person.name} ({held})" if held else person.name


def _grouped(styled: Sequence[tuple[str, str]]) -> str:
    """Titles and names as one list; a title that neighbours share is said once, in the plural."""
    groups: list[str] = []
    several = False
    for title, run in groupby(styled, key=lambda style: style[0]):
        names = [name for _, name in run]
        if title and title not in _NO_PLURAL and len(names) > 1:
            groups.append(f"{_plural(title)} {listed(names)}")
            several = True
        else:
            groups += [f"{title} {name}".lstrip() for name in names]
    if several and len(groups) > 1:
        return f"{', '.join(groups[:-1])}, and {groups[-1]}"
    return listed(groups)


def _plural(title: str) -> str:
    return f"{title[:-3]}men" if title.endswith("man") else f"{title}s"
