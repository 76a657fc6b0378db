"""Who a name means (SHORTHAND, Names)."""

from __future__ import annotations

import pytest

from minutes.names import People, fits_several, is_role, named, short_role
from storage.records import Attendee, Part

KEMP = Attendee(1, "Kemp", "Councillor", office="Chairman")
HOWCROFT = Attendee(2, "Howcroft-Scott", "Councillor", office="Vice-Chair")
LINTERN = Attendee(3, "Sue Lintern", "Cllr")
JO = Attendee(4, "Jo Smith", "Cllr")
AL = Attendee(5, "Al Smith", "Cllr")
PEOPLE_DIRECTOR = Attendee(6, "Director of People – Children and Adult Services", member=False)
COMMISSIONER = Attendee(7, "Children's Commissioner", member=False)
BELL = Attendee(8, "Ann de la Bell", role="Head of Law (Interim), Monitoring Officer", member=False)
DALE = Attendee(9, "Dale Price", initials="DXP", member=False)
EVERYONE = (KEMP, HOWCROFT, LINTERN, JO, AL, PEOPLE_DIRECTOR, COMMISSIONER, BELL, DALE)


@pytest.fixture
def people() -> People:
    return People(EVERYONE, [("PO", "Dale Price"), ("PC", "the Parish Council")])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Kemp", KEMP),
        ("kemp", KEMP),
        ("Councillor Kemp", KEMP),
        ("Cllr. Kemp", KEMP),
        ("How", HOWCROFT),
        ("Howcroft–Scott", HOWCROFT),
        ("Lintern", LINTERN),
        ("S Lintern", LINTERN),
        ("S. Lintern", LINTERN),
        ("Sue", LINTERN),
        ("SL", LINTERN),
        ("Sue Lintern", LINTERN),
        ("J Smith", JO),
        ("Al Smith", AL),
        ("de la Bell", BELL),
        ("DXP", DALE),
        ("PO", DALE),
        ("Chairman", KEMP),
        ("the Chair", KEMP),
        ("Vice Chairman", HOWCROFT),
        ("Director of People", PEOPLE_DIRECTOR),
        ("The director of people", PEOPLE_DIRECTOR),
        ("Director", PEOPLE_DIRECTOR),
        ("Children’s Commissioner", COMMISSIONER),
        ("Head of Law", BELL),
    ],
)
def test_a_name_fits_one_person(people: People, text: str, person: Attendee) -> None:
    assert people.find(text).one == person


@pytest.mark.parametrize("text", ["Webb", "Clerk", "", "Councillor", "all", "rest", "PC", "Smithson"])
def test_nobody_is_found(people: People, text: str) -> None:
    assert people.find(text).people == ()


def test_a_surname_of_two_is_ambiguous_and_says_whom_it_fits(people: People) -> None:
    match = people.find("Smith")
    assert match.one is None
    assert fits_several("Smith", match) == "“Smith” fits Cllr Jo Smith and Cllr Al Smith"


def test_a_name_in_full_beats_a_surname_and_a_beginning() -> None:
    smith, jo, smithers = Attendee(1, "Smith"), Attendee(2, "Jo Smith"), Attendee(3, "Smithers")
    people = People((smith, jo, smithers))
    assert people.find("Smith").one == smith
    assert people.find("Smithe").one == smithers
    assert people.find("Jo").one == jo


def test_a_title_tells_two_of_one_name_apart() -> None:
    mr, mrs = Attendee(1, "Mr Brown"), Attendee(2, "Mrs Brown")
    people = People((mr, mrs))
    assert people.find("Mrs Brown").one == mrs
    assert people.find("Brown").ambiguous


def test_who_is_named_by_role_is_known_by_it(people: People) -> None:
    assert people.find("Monitoring Officer").known == "Monitoring Officer"
    assert people.find("head of law").named(Part.OWNER).name == "Head of Law"
    assert people.find("head of law").by_role
    assert people.find("Chair").known == "Chairman"
    assert people.find("director of p").known == "Director of People"
    assert people.find("Children's").by_role
    assert people.find("Bell").by_role is False
    assert people.find("Bell").known == "Ann de la Bell"


def test_two_roles_that_begin_alike_are_known_in_full() -> None:
    first, second = Attendee(1, "Head of Law – North"), Attendee(2, "Head of Law – South")
    people = People((first, second))
    assert people.find("Head of Law").ambiguous
    assert people.find("Head of Law – South").known == "Head of Law – South"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kemp, Lintern", ["Kemp", "Lintern"]),
        ("Kemp, Lintern and Jo Smith", ["Kemp", "Lintern", "Jo Smith"]),
        ("Kemp and Webb", ["Kemp", "Webb"]),
        ("Director of People – Children and Adult Services, Kemp", [PEOPLE_DIRECTOR.name, "Kemp"]),
        ("Director of Law, Trees and Roads; Kemp", ["Director of Law, Trees and Roads", "Kemp"]),
        ("Webb (Trees, Roads), Kemp", ["Webb (Trees, Roads)", "Kemp"]),
        ("Trees and Roads", ["Trees and Roads"]),
        (" , ,", []),
    ],
)
def test_a_list_is_parted_into_names(people: People, text: str, names: list[str]) -> None:
    assert people.split(text) == names


def test_the_longest_run_of_words_that_fits(people: People) -> None:
    match, length = people.longest("Director of People to report to Kemp")
    assert (match.one, length) == (PEOPLE_DIRECTOR, len("Director of People"))
    match, length = people.longest("Smith to report")
    assert (match.ambiguous, length) == (True, len("Smith"))
    assert people.longest("Webb to report") == (people.find("Webb"), 0)


def test_a_newcomer_is_found_and_does_not_reach_the_people_it_was_copied_from(people: People) -> None:
    other = people.copy()
    other.add(Attendee(-1, "Webb", "Cllr"))
    assert other.find("web").one is not None
    assert people.find("web").people == ()


@pytest.mark.parametrize(
    "name",
    ["Director of People", "Clerk", "Children's Commissioner", "Head of Law", "Vice-Chairman", "Lead Nurse"],
)
def test_a_role_is_told_from_a_name(name: str) -> None:
    assert is_role(name)


@pytest.mark.parametrize("name", ["Sue Lintern", "officers", "The Mayor", "Ofsted", "Head", "Cllr Clarke"])
def test_a_name_is_no_role(name: str) -> None:
    assert not is_role(name)


def test_names_as_shown() -> None:
    assert named(KEMP) == "Councillor Kemp"
    assert named(COMMISSIONER) == "Children's Commissioner"
    assert short_role("Director of People – Children and Adult Services") == "Director of People"
    assert short_role("Head of Law (Interim)") == "Head of Law"
