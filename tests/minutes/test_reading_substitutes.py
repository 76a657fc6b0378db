"""Substitutes and who presides: `/sub D for E`, `/chair D [reason]`."""

from __future__ import annotations

import pytest

from storage.records import Kind, Part
from tests.minutes.reader import HERE, entry_of, meeting_of, names_of, reading_of, sitting_after

DOE = f"{HERE}\n/sub Doe for Hackwell"


# -- substitutes ----------------------------------------------------------------------------


def test_a_substitute_from_no_list_is_styled_as_the_members_are() -> None:
    reading = reading_of("/sub Doe for Hackwell")
    (entry,), (doe,) = reading.act.entries, reading.act.newcomers
    assert (doe.name, doe.title, doe.member, doe.added) == ("Doe", "Councillor", True, True)
    assert [(person.part, person.name, person.person_id) for person in entry.people] == [
        (Part.NAMED, "Councillor Doe", -1),
        (Part.REPLACED, "Councillor Hackwell", 5),
    ]
    assert [hint.text for hint in reading.hints] == [
        "Councillor Doe for Councillor Hackwell",
        "“Doe” is new to this meeting",
    ]


def test_the_substitute_is_counted_instead_of_the_member() -> None:
    sitting = sitting_after(DOE)
    assert (sitting.members, len(sitting.present), sitting.substitutes) == (5, 5, {-1: 5})
    assert (sitting.is_member(-1), sitting.is_member(5)) == (True, False)
    assert not sitting_after(f"{DOE}\n/out Doe").is_here(-1)
    assert sitting_after(f"{DOE}\n/out Doe").members == 5


def test_a_substitute_votes_and_the_member_does_not() -> None:
    above = f"{DOE}\n/5\n! noted it"
    assert entry_of("/for Doe", above).doubt == ""
    assert entry_of("/for Hackwell", above).doubt == "Councillor Hackwell is replaced by Councillor Doe"
    assert "Councillor Doe" in names_of(entry_of("/for all", above))


def test_all_are_the_members_with_their_substitutes() -> None:
    names = names_of(entry_of("/present all", "/sub Doe for Hackwell"))
    assert names[-2:] == ["Councillor Johnson", "Councillor Doe"]
    assert "Councillor Hackwell" not in names


def test_someone_in_attendance_may_stand_in() -> None:
    entry = entry_of("/sub Sue Lintern for Cooper")
    assert (names_of(entry), entry.doubt) == (["Sue Lintern", "Councillor Cooper"], "")
    assert sitting_after("/sub Sue Lintern for Cooper").members == 5


def test_a_substitute_may_be_replaced_in_turn() -> None:
    sitting = sitting_after("/sub Doe for Hackwell\n/out Doe\n/sub Roe for Doe")
    assert (sitting.members, sitting.is_member(-1), sitting.is_member(-2)) == (5, False, True)


@pytest.mark.parametrize(
    ("above", "line", "doubt"),
    [
        ("", "/sub", "who stands in for whom? write /sub Doe for Cooper, one a line"),
        ("", "/sub Doe", "who stands in for whom? write /sub Doe for Cooper, one a line"),
        (
            "",
            "/sub Doe for Kemp, Roe for Cooper",
            "who stands in for whom? write /sub Doe for Cooper, one a line",
        ),
        ("", "/sub Doe for Webb", "“Webb” is not a member of this meeting"),
        ("", "/sub Doe for Clerk", "Clerk is not a member"),
        (HERE, "/sub Doe for Cooper", "Councillor Cooper is present"),
        (HERE, "/sub Kemp for Hackwell", "Councillor Kemp is a member already"),
        ("", "/sub Kemp for Kemp", "Councillor Kemp is a member already"),
        (DOE, "/sub Roe for Hackwell", "Councillor Hackwell is replaced by Councillor Doe already"),
        (DOE, "/sub Hackwell for Doe", "Councillor Doe is present"),
        ("/sub Doe for Kemp", "/sub Doe for Cooper", "Councillor Doe is a member already"),
        ("/sub Doe for Kemp", "/sub Kemp for Cooper", "Councillor Kemp is a member already"),
        ("", "/sub 5 for Cooper", "“5” is no name: write the names with commas, and one time at the end"),
    ],
)
def test_a_substitution_that_cannot_be(above: str, line: str, doubt: str) -> None:
    entry = entry_of(line, above)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


def test_a_name_of_two_people_is_nobodys_substitute() -> None:
    members = "Cllrs Jo Smith, Al Smith, Kemp"
    told = "“Smith” fits Cllr Jo Smith and Cllr Al Smith"
    assert entry_of("/sub Doe for Smith", members=members).doubt == told
    assert entry_of("/sub Smith for Kemp", members=members).doubt == told
    assert entry_of("/chair Smith", members=members).doubt == told
    assert entry_of("/interest Smith dpi 5: his land", members=members).doubt == told


@pytest.mark.parametrize("line", ["/present Hackwell", "/in Hackwell 7pm"])
def test_a_replaced_member_who_comes_is_recorded_and_to_check(line: str) -> None:
    entry = entry_of(line, DOE)
    assert entry.kind is not Kind.UNREAD
    assert entry.doubt == "Councillor Hackwell is replaced by Councillor Doe"
    assert sitting_after(f"{DOE}\n{line}").members == 5


# -- who presides ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        ("/chair Cooper", "Councillor Cooper", ""),
        (
            "/chair Cllr Cooper in the absence of the Chairman",
            "Councillor Cooper",
            "in the absence of the Chairman",
        ),
        ("/chair Cooper, as agreed", "Councillor Cooper", "as agreed"),
        ("/chair Cooper: Kemp was ill", "Councillor Cooper", "Kemp was ill"),
        ("/chair Clerk for the election", "Clerk", "for the election"),
    ],
)
def test_who_takes_the_chair_and_why(line: str, name: str, reason: str) -> None:
    entry = entry_of(line, HERE)
    assert (entry.kind, names_of(entry), entry.text, entry.doubt) == (Kind.CHAIR, [name], reason, "")


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("/chair", "who presides? write /chair and the name"),
        ("/chair Webb", "“Webb” names nobody of this meeting: write /chair and the name"),
        ("/chair Hackwell", "Councillor Hackwell is not present"),
    ],
)
def test_who_is_not_here_cannot_preside(line: str, doubt: str) -> None:
    entry = entry_of(line, HERE)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


def presiding(notes: str) -> str | None:
    members = "Councillors Cooper (Vice-Chair), Kemp (Chairman), Johnson"
    chair = sitting_after(notes, meeting_of(members)).chair
    return chair.name if chair else None


def test_the_chairman_presides_else_the_vice_chair_else_who_took_the_chair() -> None:
    assert presiding("") == "Kemp"
    assert presiding("/apologies Kemp") == "Cooper"
    assert presiding("/present Cooper, Johnson") == "Cooper"
    assert presiding("/present Johnson") is None
    assert presiding("/present all\n/chair Johnson") == "Johnson"
    assert presiding("/present all\n/chair Johnson\n/out Johnson") == "Kemp"
    assert presiding("/present all\n/interest Kemp dpi 6: his land, withdrew\n/6") == "Cooper"
    assert presiding("/present all\n/interest Kemp dpi 6: his land, withdrew\n/6\n/7") == "Kemp"
