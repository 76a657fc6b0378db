"""What a committee's clerk types, and what its minutes must then read: one meeting a test, from a file of
shorthand to the printed page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.shell import Shell

AGENDA = """\
Medway Council
Planning Committee
Date: 3 September 2019
Time: 6.30pm
Venue: Gun Wharf
Members: Councillors Kemp (Chairman), Cooper (Vice-Chairman), Johnson, Hackwell, Doe, Pendergast, Barrett, Ali
In attendance: Head of Planning
Quorum: 4

1. Apologies for absence
2. Record of meeting
3. Declarations of interests
4. Local plan
5. Trees
6. Parking
7. Land at the Common
"""
ALL_HERE = "/open 6.30pm\n/present all\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.done("import", shell.file("agenda.txt", AGENDA))
    return shell


def paper(shell: Shell, notes: str, meeting: str = "1") -> list[str]:
    """Take the notes and print: the paragraphs, each on one line."""
    shell.done("take", meeting, shell.file("notes.txt", notes))
    text = shell.done("print", meeting)
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def minute(pages: list[str], heading: str) -> list[str]:
    """What is printed under a heading, up to the next numbered one or the end of the minutes."""
    start = pages.index(heading) + 1
    ends = [
        place
        for place, text in enumerate(pages[start:], start)
        if text[:1].isdigit() or text == "Close of meeting"
    ]
    return pages[start : ends[0]]


def test_two_members_declare_and_withdraw_and_their_votes_on_the_item_are_refused(shell: Shell) -> None:
    notes = """\
/3
/interest Johnson dpi 7: she owns a house beside the Common withdrew
/interest Hackwell osi 7: as a trustee of the Common withdrew
/7
! that the land be bought
/move Cooper, Barrett
/vote 5 0 1
/for Johnson
/against Hackwell
/vote 7 0
"""
    pages = paper(shell, ALL_HERE + notes)
    assert minute(pages, "3 Declarations of interests") == [
        "Disclosable pecuniary interests",
        "Councillor Johnson declared a disclosable pecuniary interest in agenda item 7 (Land at the Common) "
        "because she owns a house beside the Common, and withdrew from the meeting during its consideration.",
        "Other significant interests",
        "Councillor Hackwell declared an other significant interest in agenda item 7 (Land at the Common) "
        "as a trustee of the Common, and withdrew from the meeting during its consideration.",
        "Other interests",
        "There were none.",
    ]
    assert pages[pages.index("7 Land at the Common") + 1 :][:5] == [
        "AGREED that the land be bought.",
        "Proposed by Councillor Cooper, seconded by Councillor Barrett; five in favour, one abstention.",
        "[to check: /for Johnson]",
        "[to check: /against Hackwell]",
        "[to check: /vote 7 0]",
    ]
    told = shell.run("check", "1").stdout
    assert "Councillor Johnson withdrew from item 7" in told
    assert "Councillor Hackwell withdrew from item 7" in told


def test_an_amendment_is_lost_and_the_motion_carried_on_the_casting_vote(shell: Shell) -> None:
    notes = """\
/5
/move Cooper, Johnson: that the trees be felled
/amend Doe, Barrett: to spare the oak
/vote 3 4
/vote 4 4
/casting for
/close 8pm
"""
    assert minute(paper(shell, ALL_HERE + notes), "5 Trees") == [
        "It was moved by Councillor Cooper and seconded by Councillor Johnson that the trees be felled.",
        "Councillor Doe moved an amendment, seconded by Councillor Barrett: to spare the oak.",
        "The amendment was lost: three in favour, four against.",
        "The motion was carried on the Chairman's casting vote: four in favour, four against.",
    ]


def test_a_recorded_vote_of_a_council_of_34(tmp_path: Path) -> None:
    stems = ("Ash", "Brad", "Cole", "Dun", "Elm", "Fair", "Green")
    names = [stem + end for stem in stems for end in ("bury", "den", "field", "gate", "ton")][:34]
    shell = Shell(tmp_path)
    head = "Medway Council\nCouncil\nDate: 3 September 2019\n"
    members = f"Members: Councillors {', '.join(names)}\n"
    shell.done("import", shell.file("agenda.txt", f"{head}{members}\n1. Budget\n"))
    ways = names[:20], names[20:31], names[31:]
    notes = "/open\n/present all\n/1\n/move Ashbury, Ashden: that the budget be approved\n/roll\n"
    notes += "".join(
        f"/{way} {', '.join(of)}\n" for way, of in zip(("for", "against", "abstain"), ways, strict=True)
    )

    pages = paper(shell, f"{notes}/close")

    listed = [f"Councillors {', '.join(of[:-1])} and {of[-1]}" for of in ways]
    read = " ".join(minute(pages, "1 Budget"))
    assert read == (
        "It was moved by Councillor Ashbury and seconded by Councillor Ashden that the budget be approved. "
        f"A recorded vote was taken: • For (20): {listed[0]} • Against (11): {listed[1]} "
        f"• Abstaining (3): {listed[2]} "
        "The motion was carried: 20 in favour, 11 against, 3 abstentions."
    )
    assert "recorded vote" not in shell.run("check", "1").stdout


def test_a_substitute_is_present_and_votes_in_the_members_place(shell: Shell) -> None:
    notes = """\
/open 6.30pm
/present Kemp, Cooper, Johnson
/apologies Doe
/sub Gilbert for Doe
/4
! noted the plan
/vote 3 1
/against Gilbert
"""
    pages = paper(shell, notes)
    people = pages[2]
    assert "Councillors Kemp (Chairman), Cooper (Vice-Chairman), Johnson and Gilbert" in people
    assert "Substitutes: Councillor Gilbert (for Councillor Doe)" in people
    assert "Apologies: Councillor Doe" in people
    assert "Councillor Gilbert requested that their vote against the decision be recorded." in pages
    assert "quorum" not in shell.run("check", "1").stdout, "the substitute is the fourth member"


def test_a_member_co_opted_votes_from_there_on(shell: Shell) -> None:
    notes = """\
/open 6.30pm
/present Kemp, Cooper, Johnson
/4
/vote 4 0
! that Sue Patel be co-opted
/vote all
/present Patel
! noted the plan
/vote 4 0
/for Patel
"""
    pages = paper(shell, notes)
    read = minute([*pages, "Close of meeting"], "4 Local plan")
    assert read[:5] == [
        "[to check: /vote 4 0]",
        "AGREED that Sue Patel be co-opted.",
        "The decision was carried unanimously.",
        "The Committee noted the plan.",
        "The vote was four in favour.",
    ]
    assert "Johnson and Patel" in pages[2]


def test_a_decision_before_the_arrival_that_made_the_meeting_quorate_is_found(shell: Shell) -> None:
    notes = """\
/open 6.30pm
/present Kemp, Cooper, Johnson
/4
! noted the plan
/in Barrett 6.52pm
! that the plan be approved
/close 8pm
"""
    pages = paper(shell, notes)
    assert minute(pages, "4 Local plan") == [
        "The Committee noted the plan.",
        "Councillor Barrett joined the meeting at 6.52pm.",
        "AGREED that the plan be approved.",
    ]
    below = [line for line in shell.run("check", "1").stdout.splitlines() if "quorum" in line]
    assert len(below) == 1
    assert "noted the plan" in below[0]


def test_an_urgent_item_keeps_its_basis_who_agreed_and_why(shell: Shell) -> None:
    notes = """\
/item + Flooding at Strood
/urgent section 100B(4)(b); the Chairman; the river was still rising
The Head of Planning reported.
/close 8pm
"""
    assert minute(paper(shell, ALL_HERE + notes), "8 Flooding at Strood") == [
        "This item was taken as urgent under section 100B(4)(b), with the agreement of the Chairman, "
        "because the river was still rising.",
        "The Head of Planning reported.",
    ]


def test_items_taken_out_of_order_print_in_the_order_taken(shell: Shell) -> None:
    pages = paper(shell, f"{ALL_HERE}/4\nFirst.\n/7\nSecond.\n/5\nThird.\n/6\nFourth.\n/close 8pm")
    assert pages[3:11] == [
        "4 Local plan",
        "First.",
        "7 Land at the Common",
        "Second.",
        "5 Trees",
        "Third.",
        "6 Parking",
        "Fourth.",
    ]


def test_out_of_order_a_running_minute_says_its_agenda_number(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.done("import", shell.file("agenda.txt", AGENDA.replace("Quorum: 4", "Minutes from: 182")))
    pages = paper(shell, f"{ALL_HERE}/4\n/7\n/5\n/6\n/close 8pm")
    assert [page for page in pages if page.startswith("18")] == [
        "182 Local plan (agenda item 4)",
        "183 Land at the Common (agenda item 7)",
        "184 Trees (agenda item 5)",
        "185 Parking (agenda item 6)",
    ]


def test_an_adjournment_prints_where_it_happened(shell: Shell) -> None:
    notes = """\
/4
The plan was shown.
/adjourn 7.30pm for a short break
/resume 7.45pm
It was discussed.
/close 8pm
"""
    assert minute(paper(shell, ALL_HERE + notes), "4 Local plan") == [
        "The plan was shown.",
        "The meeting was adjourned at 7.30pm for a short break.",
        "The meeting resumed at 7.45pm.",
        "It was discussed.",
    ]


def test_a_supplementary_agenda_adds_its_items_and_leaves_the_rest_alone(shell: Shell) -> None:
    supplementary = """\
Medway Council
Planning Committee
Supplementary agenda No.1
Date: 3 September 2019
Venue: Somewhere else

5. Trees (Pages 3 - 28)
6a. Footpaths (Pages 29 - 64)
8. Reserves [exempt 3]
"""
    shell.done("import", shell.file("more.txt", supplementary))
    lines = [line for line in shell.done("agenda", "1").splitlines() if line]
    wanted = AGENDA.replace("5. Trees", "5. Trees (Pages 3 - 28)")
    wanted = wanted.replace("7. Land", "6a. Footpaths (Pages 29 - 64)\n7. Land")
    assert lines == [*filter(None, wanted.splitlines()), "8. Reserves [exempt 3]"]


def test_the_previous_minutes_are_approved_by_a_vote_with_mover_and_seconder(shell: Shell) -> None:
    paper(shell, f"{ALL_HERE}/4\nThe plan of September 2020 was shown.\n/close 8pm")
    shell.done("import", shell.file("next.txt", AGENDA.replace("3 September 2019", "8 October 2019")))
    notes = """\
/2
/previous with corrections: "September 2020" to "September 2019"
/move Cooper, Johnson
/vote 7 0 1
/close 8pm
"""
    assert minute(paper(shell, ALL_HERE + notes, "2"), "2 Record of meeting") == [
        "The minutes of the meeting held on 3 September 2019 were agreed as a correct record, subject to "
        "'September 2020' being amended to read 'September 2019', and signed by the Chairman.",
        "Proposed by Councillor Cooper, seconded by Councillor Johnson; seven in favour, one abstention.",
    ]
    signed = shell.done("print", "1")
    assert "The plan of September 2019 was shown." in signed
    assert "DRAFT" not in signed
    assert "The plan of September 2020 was shown." in shell.done("print", "1", "--version", "1")
    shell.done("verify")
