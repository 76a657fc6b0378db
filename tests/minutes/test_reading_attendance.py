"""Who is here, who comes and who goes: what `/present` and its kin record, and what is to check."""

from __future__ import annotations

import pytest

from storage.records import Kind
from tests.minutes.reader import HERE, entries_of, entry_of, names_of, reading_of


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("/present Kemp, Cooper", Kind.PRESENT, ["Councillor Kemp", "Councillor Cooper"]),
        ("/present the Chair and Cooper", Kind.PRESENT, ["Chairman", "Councillor Cooper"]),
        ("/attending Director of People, Clerk", Kind.ATTENDING, ["Director of People", "Clerk"]),
        ("/apologies Hackwell", Kind.APOLOGIES, ["Councillor Hackwell"]),
        ("/absent How", Kind.ABSENT, ["Councillor Howcroft-Scott"]),
        ("/PRESENT Kemp, kemp", Kind.PRESENT, ["Councillor Kemp"]),
        ("/present: Kemp", Kind.PRESENT, ["Councillor Kemp"]),
    ],
)
def test_attendance_names_people(line: str, kind: Kind, names: list[str]) -> None:
    entry = entry_of(line)
    assert (entry.kind, names_of(entry), entry.doubt, entry.time) == (kind, names, "", "")


def test_all_and_rest() -> None:
    everyone = ["Kemp", "Cooper", "Howcroft-Scott", "Johnson", "Hackwell"]
    assert names_of(entry_of("/present all")) == [f"Councillor {name}" for name in everyone]
    assert names_of(entry_of("/absent rest", HERE)) == ["Councillor Hackwell"]
    assert names_of(entry_of("/out all", "/present Kemp, Cooper")) == ["Councillor Kemp", "Councillor Cooper"]
    assert len(names_of(entry_of("/attending all"))) == 3
    votes = f"{HERE}\n/for Kemp, Cooper"
    assert names_of(entry_of("/abstain rest", votes)) == ["Councillor Howcroft-Scott", "Councillor Johnson"]
    assert len(names_of(entry_of("/for all", HERE))) == 4
    assert entry_of("/against rest", f"{HERE}\n/for all").kind is Kind.UNREAD


def test_someone_on_no_list_comes_in_and_is_known_to_the_lines_below() -> None:
    reading = reading_of("/present Webb (Vice-Chair), Kemp")
    (webb,) = reading.act.newcomers
    assert (webb.name, webb.office, webb.member, webb.added, webb.person_id) == (
        "Webb",
        "Vice-Chair",
        True,
        True,
        -1,
    )
    lines = entries_of("/attending Ann Bell (Ofsted)\n/in Dale, Ann\n/out Bell 7pm")
    assert [[person.person_id for person in line.people] for line in lines] == [[-1], [-2, -1], [-1]]


def test_a_newcomer_among_the_members_is_styled_as_they_are() -> None:
    (webb,) = reading_of("/in Cllr Webb 7pm").act.newcomers
    assert (webb.title, webb.name, webb.member) == ("Councillor", "Webb", True)
    (brown,) = reading_of("/in Mr Brown").act.newcomers
    assert (brown.name, brown.member) == ("Mr Brown", False)


def test_brackets_behind_a_name_make_it_nobody_else() -> None:
    reading = reading_of("/apologies Hackwell (ill)")
    assert names_of(reading.act.entries[0]) == ["Councillor Hackwell"]
    assert reading.act.newcomers == ()


def test_a_role_with_commas_among_those_attending() -> None:
    reading = reading_of("/attending Head of Trees, Parks and Roads; Ann Bell (Ofsted, Lead Inspector)")
    assert [person.name for person in reading.act.newcomers] == ["Head of Trees, Parks and Roads", "Ann Bell"]
    assert reading.act.entries[0].people[0].by_role
    assert not any(person.member for person in reading.act.newcomers)


@pytest.mark.parametrize(
    ("line", "text", "names"),
    [
        ("/attending 9 members of the public", "9 members of the public", []),
        ("/attending Clerk and two members of the press", "two members of the press", ["Clerk"]),
        ("/attending 9 residents, 1 reporter, Clerk", "9 residents and 1 reporter", ["Clerk"]),
    ],
)
def test_those_attending_may_be_counted(line: str, text: str, names: list[str]) -> None:
    reading = reading_of(line)
    assert (reading.act.entries[0].text, names_of(reading.act.entries[0])) == (text, names)
    assert reading.act.newcomers == ()


@pytest.mark.parametrize(
    ("line", "clock", "time", "names"),
    [
        ("/out Cooper 19.42", "", "19:42", ["Councillor Cooper"]),
        ("/in Hackwell, Webb 7.42pm", "", "19:42", ["Councillor Hackwell", "Webb"]),
        ("/out Cooper at 7.42 p.m.", "20:00", "19:42", ["Councillor Cooper"]),
        ("/out Cooper 1942", "20:00", "19:42", ["Councillor Cooper"]),
        ("/out Cooper", "20:00", "20:00", ["Councillor Cooper"]),
        ("/out Cooper", "", "", ["Councillor Cooper"]),
    ],
)
def test_arrivals_and_departures_have_a_time(line: str, clock: str, time: str, names: list[str]) -> None:
    entry = entry_of(line, HERE, clock=clock)
    assert (entry.time, names_of(entry)) == (time, names)


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("/present", "who? write /present and the names"),
        ("/out 19.42", "who? write /out and the names"),
        ("/out Webb", "“Webb” is not at this meeting"),
        ("/apologies none", "nobody is named: /none records that there were none"),
        ("/present Smith", "“Smith” fits Cllr Jo Smith and Cllr Al Smith"),
    ],
)
def test_attendance_that_cannot_be_read(line: str, doubt: str) -> None:
    entry = entry_of(line, members="Cllrs Jo Smith, Al Smith")
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)
