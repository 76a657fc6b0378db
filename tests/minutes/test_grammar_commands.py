"""The shorthand's chapter "Commands": what each command that is built prints."""

from __future__ import annotations

import pytest

from minutes.document import Field
from minutes.layouts import build
from tests.minutes.meetings import AGENDA, logged, prepared, printed, said_in, taken

NUMBERED = """\
Medway Council
Overview and Scrutiny Committee
Date: 3 September 2019
Members: Councillors Kemp (Chairman), Cooper

5. Ofsted
5a. Annex
6.1(i) Land at Rochester
7. Transport [exempt 3]
"""
SCHEDULE = "of Part 1 of Schedule 12A of the Local Government Act 1972."
RESOLUTION = (
    "AGREED that under section 100A(4) of the Local Government Act 1972 the press and public be excluded "
    "from the meeting for"
)
GROUNDS = (
    ", on the grounds that it involves the likely disclosure of exempt information as defined in paragraph"
)
OF_THE_ACT = "of Part 1 of Schedule 12A to the Act, namely"
MONEY = (
    "information relating to the financial or business affairs of any particular person (including the "
    "authority holding that information)"
)
PRIVILEGE = (
    "information in respect of which a claim to legal professional privilege could be maintained in legal "
    "proceedings"
)
INTEREST = (
    "and that, in all the circumstances of the case, the public interest in maintaining the exemption "
    "outweighs the public interest in disclosing the information."
)


def minutes(notes: str, agenda: str = AGENDA, *, restricted: bool = False) -> list[str]:
    """The whole record below the attendance, a line a block, without the signature."""
    tree = build(taken(notes, prepared(agenda)), restricted=restricted)
    return [line for line in said_in(tree) if not line.startswith("Field(")]


# -- items -------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["/{}", "/item {}", "/ {}", "/ITEM {}"])
@pytest.mark.parametrize(
    ("number", "heading"),
    [
        ("5", "# 5 Ofsted"),
        ("5a", "# 5a Annex"),
        ("5A", "# 5a Annex"),
        ("6.1(i)", "# 6.1(i) Land at Rochester"),
    ],
)
def test_an_item_is_taken_by_its_agenda_number(command: str, number: str, heading: str) -> None:
    assert minutes(f"{command.format(number)}\nA note.", NUMBERED) == [heading, "A note."]


def test_next_goes_down_the_agenda_and_back_to_the_item_before() -> None:
    assert minutes("/5\nOne.\n/next\nTwo.\n/next\nThree.\n/back\nFour.\n/next\nFive.", NUMBERED) == [
        "# 5 Ofsted",
        "One.",
        "# 5a Annex",
        "Two.",
        "# 6.1(i) Land at Rochester",
        "Three.",
        "# 5a Annex (continued)",
        "Four.",
        "# 6.1(i) Land at Rochester (continued)",
        "Five.",
    ]


def test_an_urgent_item_is_added_with_a_number_of_its_own() -> None:
    assert minutes("/5\nOne.\n/item + Flooding at the depot\n@Clerk: mop\n/8\nMore.")[2:5] == [
        "# 8 Flooding at the depot",
        "The Clerk undertook to mop.",
        "More.",
    ]
    assert logged("/item + Flooding\n@Clerk: mop")[0][1] == "8"


# -- the sitting -------------------------------------------------------------------------------


def test_the_sitting_from_open_to_close() -> None:
    notes = (
        "/open 6.32pm\n/5\n/adjourn 7pm lack of quorum\n/resume 7.05pm\n/adjourn to clear the gallery\n"
        "/resume\n/adjourn\n/resume 7.30pm\n/close 8.15pm"
    )
    assert minutes(notes) == [
        "# 5 Ofsted Update Report",
        "The meeting was adjourned at 7pm: lack of quorum.",
        "The meeting resumed at 7.05pm.",
        "The meeting was adjourned to clear the gallery.",
        "The meeting resumed.",
        "The meeting was adjourned.",
        "The meeting resumed at 7.30pm.",
        "# Close of meeting",
        "The meeting closed at 8.15pm.",
    ]
    assert build(taken(notes)).head[4] == "6.32pm to 8.15pm"
    assert minutes("/open\n/5\n/close")[1:] == ["# Close of meeting", "The meeting closed."]


# -- attendance --------------------------------------------------------------------------------


def test_attendance_adds_up_and_the_last_word_wins() -> None:
    notes = (
        "/present Kemp\n/present Cooper\n/apologies Johnson\n/apologies Hackwell\n/present Johnson\n"
        "/absent Howcroft-Scott\n/attending Clerk, Ann Bell (Ofsted)\n/attending 9 members of the public"
    )
    assert fields(notes) == {
        "Present": ("Councillors Kemp (Chairman), Cooper and Johnson",),
        "Apologies": ("Councillor Hackwell",),
        "Absent": ("Councillor Howcroft-Scott",),
        "In attendance": ("Clerk", "Ann Bell, Ofsted", "9 members of the public"),
    }
    assert fields("/apologies Kemp\n/present all")["Present"] == (
        "Councillors Kemp (Chairman), Cooper, Howcroft-Scott, Johnson and Hackwell",
    )


def test_apologies_print_in_an_item_only() -> None:
    assert minutes("/apologies Hackwell\n/1\n/none") == ["# 1 Apologies for absence", "There were none."]
    assert minutes("/1\n/apologies Hackwell and Johnson") == [
        "# 1 Apologies for absence",
        "Apologies for absence were received from Councillors Hackwell and Johnson.",
    ]


def test_arrivals_and_departures_stand_where_they_happened() -> None:
    assert printed("/present Kemp, Cooper\nOne.\n/out Cooper 19.42\nTwo.\n/in Cooper, Hackwell 7.50pm") == [
        "One.",
        "Councillor Cooper left the meeting at 7.42pm.",
        "Two.",
        "Councillor Hackwell joined the meeting at 7.50pm.",
        "Councillor Cooper returned to the meeting at 7.50pm.",
    ]


# -- other business ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/none", "There were none."),
        ("/interest none", "There were none."),
        ("/nextmeeting 15 October", "The next meeting will be held on 15 October 2019."),
        (
            "/nextmeeting 15 October 6.30pm Gun Wharf",
            "The next meeting will be held on 15 October 2019 at 6.30pm, Gun Wharf.",
        ),
        (
            "/nextmeeting 15 October at 6.30pm via Teams",
            "The next meeting will be held on 15 October 2019 at 6.30pm via Teams.",
        ),
        (
            "/nextmeeting 15 October 7pm in the Village Hall",
            "The next meeting will be held on 15 October 2019 at 7pm in the Village Hall.",
        ),
        (
            "/nextmeeting 15 October at the chapel",
            "The next meeting will be held on 15 October 2019 at the chapel.",
        ),
    ],
)
def test_commands_that_are_a_sentence(typed: str, text: str) -> None:
    assert printed(typed) == [text]


def test_actions_are_printed_where_asked_for() -> None:
    assert printed("@Clerk: go by Friday\n/actions\nA note.") == [
        "The Clerk undertook to go by 6 September 2019.",
        "Ref | Minute | Action | Owner | Due\n1/2019 | 5 | Go | Clerk | 6 Sep 2019",
        "A note.",
    ]


@pytest.mark.parametrize(
    ("command", "way"),
    [
        ("for", "vote in favour of the decision"),
        ("against", "vote against the decision"),
        ("abstain", "abstention"),
    ],
)
def test_votes_are_recorded_at_the_members_request(command: str, way: str) -> None:
    plural = way.replace("vote ", "votes ").replace("abstention", "abstentions")
    above = "/present all\n! noted it\n"
    assert printed(f"{above}/{command} Cooper")[1:] == [
        f"Councillor Cooper requested that their {way} be recorded."
    ]
    assert printed(f"{above}/{command} Cooper, Kemp")[1:] == [
        f"Councillors Cooper and Kemp requested that their {plural} be recorded."
    ]


# -- what is exempt ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("/exempt 3", f"By virtue of paragraph 3 {SCHEDULE}"),
        ("/exempt 3,5", f"By virtue of paragraphs 3 and 5 {SCHEDULE}"),
        ("/exempt 3; terms of a contract", f"By virtue of paragraph 3 {SCHEDULE}"),
        ("/exempt 8", "By virtue of Schedule 12A of the Local Government Act 1972."),
        ("/exempt the contract", "By virtue of Schedule 12A of the Local Government Act 1972."),
        ("/part 2", "By virtue of Schedule 12A of the Local Government Act 1972."),
        ("/exmept 3", "By virtue of Schedule 12A of the Local Government Act 1972."),
    ],
)
def test_what_follows_is_exempt_until_public(command: str, line: str) -> None:
    notes = f"One.\n{command}\nThe price.\n@Clerk: pay the price by Friday\n? (Kemp) price\n/public\nTwo."
    assert printed(notes) == ["One.", line, "Two."]
    assert logged(notes) == []
    assert "The price." in printed(notes, restricted=True)


def test_what_follows_is_exempt_until_the_next_item() -> None:
    assert minutes("/5\n/exempt 3\nThe price.\n/6\nTwo.") == [
        "# 5 Ofsted Update Report",
        f"By virtue of paragraph 3 {SCHEDULE}",
        "# 6 Land",
        "Two.",
    ]


def test_two_numbers_are_an_item_and_its_paragraphs() -> None:
    notes = "/6\nThe price.\n@Clerk: pay the price\n/5\nOne.\n/exempt 6 3,5\nTwo."
    assert minutes(notes) == [
        "# 6 Land",
        f"By virtue of paragraphs 3 and 5 {SCHEDULE}",
        "# 5 Ofsted Update Report",
        "One.",
        f"{RESOLUTION} agenda item 6 (Land){GROUNDS}s 3 and 5 {OF_THE_ACT} {MONEY} and {PRIVILEGE}, "
        f"{INTEREST}",
        "Two.",
        "# Actions",
        "Exempt: 1/2019.",
    ]
    assert "The price." in minutes(notes, restricted=True)


def test_public_does_not_open_an_item_that_is_exempt_itself() -> None:
    assert minutes("/7\nThe price.\n/public\nThe price again.") == [
        "# 7 Transport",
        f"By virtue of paragraph 3 {SCHEDULE}",
    ]


def test_the_reason_prints_in_the_restricted_minutes() -> None:
    assert printed("/exempt 3; terms of a contract\nThe price.", restricted=True) == [
        f"{RESOLUTION} the business that follows{GROUNDS} 3 {OF_THE_ACT} {MONEY}, {INTEREST} "
        "Reason: Terms of a contract.",
        "The price.",
    ]


def fields(notes: str) -> dict[str, tuple[str, ...]]:
    blocks = build(taken(notes)).blocks
    return {block.name: block.values for block in blocks if isinstance(block, Field)}
