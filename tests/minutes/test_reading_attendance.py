"""Who is here, who comes and who goes: what `/present` and its kin record, and what is to check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.shorthand import read
from minutes.sitting import Sitting
from storage.records import Kind
from tests.minutes.meetings import prepared, taken
from tests.minutes.reader import HERE, entries_of, entry_of, names_of, reading_of, sitting_after


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
    (visitor,) = reading_of("/attending Cllr Webb").act.newcomers
    assert (visitor.title, visitor.name, visitor.member) == ("Councillor", "Webb", False)
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


# -- comings and goings that cannot be ------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "line", "doubt"),
    [
        (HERE, "/out Hackwell 7pm", "Councillor Hackwell is not present"),
        (HERE, "/out Cooper, Hackwell", "Councillor Hackwell is not present"),
        ("/apologies Hackwell", "/out Hackwell", "Councillor Hackwell is not present"),
        (f"{HERE}\n/out Cooper", "/out Cooper", "Councillor Cooper is not present"),
        (f"{HERE}\n/attending Clerk\n/out Clerk", "/out Clerk", "Clerk is not present"),
        (HERE, "/in Cooper 7pm", "Councillor Cooper is here already"),
        (f"{HERE}\n/in Hackwell", "/in Hackwell", "Councillor Hackwell is here already"),
    ],
)
def test_nobody_leaves_before_arriving_or_arrives_twice(above: str, line: str, doubt: str) -> None:
    entry = entry_of(line, above)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", "/out Hackwell"),
        ("/in Hackwell", "/out Kemp"),
        (HERE, "/out Director of People"),
        (f"{HERE}\n/out Cooper", "/in Cooper"),
        (f"{HERE}\n/apologies Hackwell", "/in Hackwell 7.10pm"),
        (f"{HERE}\n/attending Clerk", "/out Clerk 8pm"),
    ],
)
def test_who_may_have_been_here_can_leave_and_who_left_can_return(above: str, line: str) -> None:
    assert entry_of(line, above).doubt == ""


def test_leaving_before_anybody_was_said_to_be_here_is_to_check_once_they_are() -> None:
    present = entry_of("/present Kemp, Cooper", "/out Cooper 7pm")
    assert present.doubt == "Councillor Cooper left above, before /present said they were here"
    assert names_of(present) == ["Councillor Kemp", "Councillor Cooper"]
    assert entry_of("/present Cooper", "/present Kemp, Cooper\n/out Cooper").doubt == ""


def test_all_who_leave_are_those_here_and_all_who_come_are_the_others() -> None:
    assert len(names_of(entry_of("/out all", f"{HERE}\n/out Kemp"))) == 3
    assert names_of(entry_of("/in all", HERE)) == ["Councillor Hackwell"]
    assert entry_of("/in all", "/present all").doubt == "“all” is nobody: all are named already"


# -- who is a member from here --------------------------------------------------------------


@pytest.mark.parametrize("attending", ["/attending Sue Lintern", "/in Sue Lintern 6.30pm"])
def test_someone_attending_who_is_elected_is_a_member_from_there(attending: str) -> None:
    before = sitting_after(f"{HERE}\n{attending}")
    assert (before.members, len(before.present)) == (5, 4)
    after = sitting_after(f"{HERE}\n{attending}\n/present Sue Lintern")
    assert (after.members, len(after.present)) == (6, 5)
    assert entry_of("/for Sue", f"{HERE}\n{attending}").doubt == "Sue Lintern is not a member"
    assert entry_of("/for Sue", f"{HERE}\n{attending}\n/present Sue Lintern").doubt == ""


def test_an_officer_listed_among_the_present_by_role_or_unannounced_is_no_member() -> None:
    for notes in ("/attending Clerk\n/present Clerk", "/present Sue Lintern"):
        assert sitting_after(f"{HERE}\n{notes}").members == 5
    by_role = f"{HERE}\n/attending Sue Lintern\n/present Monitoring Officer"
    assert sitting_after(by_role).members == 5


def test_someone_co_opted_from_no_list_counts_and_votes_from_there() -> None:
    assert (sitting_after(HERE).members, sitting_after(f"{HERE}\n/present Webb").members) == (5, 6)
    assert entry_of("/for Webb", f"{HERE}\n/present Webb").doubt == ""
    record = taken(f"{HERE}\n/5\n! noted it\n/present Webb")
    decision = next(entry for entry in record.entries if entry.kind is Kind.DECISION)
    assert (Sitting(record, before=decision.id).members, Sitting(record).members) == (5, 6)


def test_a_visiting_councillor_is_no_member_until_said_to_be_present() -> None:
    visiting = f"{HERE}\n/attending Cllr Webb"
    assert sitting_after(visiting).members == 5
    assert entry_of("/for Webb", visiting).doubt == "Councillor Webb is not a member"
    assert entry_of("/for Webb", f"{visiting}\n/present Webb").doubt == ""


def test_someone_on_two_lists_is_where_they_were_said_to_be_last() -> None:
    assert not sitting_after("/present Kemp, Cooper\n/absent Cooper").is_here(2)
    assert sitting_after("/absent Cooper\n/present Kemp, Cooper").is_here(2)


@pytest.mark.parametrize(
    ("above", "line", "hints"),
    [
        ("/attending Sue Lintern", "/present Sue Lintern", ["Sue Lintern is a member from here"]),
        ("", "/out Johnson, Cooper", ["below quorum 4 from here"]),
        ("/out Johnson, Cooper", "/in Cooper", ["still below quorum 4"]),
        ("/out Johnson", "/in Johnson", ["quorate from here"]),
        ("/out Johnson", "/absent Hackwell", []),
    ],
)
def test_what_follows_from_a_coming_or_a_going_is_said_at_once(
    above: str, line: str, hints: list[str]
) -> None:
    record = prepared()
    record = replace(record, body=replace(record.body, quorum="4"))
    reading = read(line, sitting_after(f"{HERE}\n{above}", record))
    assert [hint.text for hint in reading.hints][1:] == hints
    assert all(hint.ok != ("below" in hint.text) for hint in reading.hints)
