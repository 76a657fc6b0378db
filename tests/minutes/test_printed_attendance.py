"""Who was there, who came and went, and the course of the sitting, in print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.document import Document, Field, Heading, Paragraph, Signature
from minutes.layouts import build
from minutes.wording.attendance import arrived, left
from minutes.wording.names import chair_word, roll, the_role
from minutes.wording.proceedings import adjourned, next_meeting, previous_minutes
from storage.records import Attendee, MeetingState
from tests.minutes.meetings import AGENDA, prepared, printed, said_in, shown, taken


def test_those_present_stand_together_under_their_title() -> None:
    tree = build(taken("/present Kemp, Cooper, Howcroft-Scott\n/apologies Hackwell\n/absent Johnson"))
    assert field(tree, "Present") == ("Councillors Kemp (Chairman), Cooper and Howcroft-Scott",)
    assert field(tree, "Apologies") == ("Councillor Hackwell",)
    assert field(tree, "Absent") == ("Councillor Johnson",)


def test_those_in_attendance_stand_a_line_each_with_their_roles_and_counts_last() -> None:
    tree = build(
        taken("/attending 9 members of the public\n/attending Director of People, Lintern, Jo Bell (DfE)")
    )
    assert field(tree, "In attendance") == (
        "Director of People – Children and Adult Services",
        "Sue Lintern, Monitoring Officer",
        "Jo Bell, DfE",
        "9 members of the public",
    )


def test_the_last_word_on_a_person_wins() -> None:
    tree = build(
        taken("/apologies Cooper\n/present all\n/apologies Johnson\n/present Johnson\n/absent Hackwell")
    )
    assert field(tree, "Present") == ("Councillors Kemp (Chairman), Cooper, Howcroft-Scott and Johnson",)
    assert field(tree, "Absent") == ("Councillor Hackwell",)
    assert field(tree, "Apologies") == ()


def test_who_comes_late_or_leaves_early_was_present() -> None:
    tree = build(taken("/present Kemp\n/5\n/in Cooper 7pm\n/out Kemp, Cooper 8pm"))
    assert field(tree, "Present") == ("Councillors Kemp (Chairman) and Cooper",)


def test_people_without_a_title_stand_a_line_each() -> None:
    agenda = AGENDA.replace("Councillors Kemp (Chairman), ", "Ann Bell (Chair), ")
    record = taken("/present all", prepared(agenda))
    assert field(build(record), "Present")[:2] == ("Ann Bell (Chair)", "Cooper")


def test_the_roles_of_members_under_a_title_stand_with_their_offices() -> None:
    agenda = AGENDA.replace(
        "Kemp (Chairman), Cooper", "Kemp (Chairman, Leader of the Council), Cooper (Finance)"
    )
    assert field(build(taken("/present Kemp, Cooper, Johnson", prepared(agenda))), "Present") == (
        "Councillors Kemp (Chairman, Leader of the Council), Cooper (Finance) and Johnson",
    )
    added = build(taken("/present Kemp\n/present Mary Brown (parent governor)"))
    assert field(added, "Present") == ("Councillors Kemp (Chairman) and Mary Brown (parent governor)",)


def test_a_substitute_is_present_and_told_with_the_member_replaced() -> None:
    tree = build(
        taken("/present Kemp\n/apologies Cooper\n/1\n/sub Doe for Cooper\n/chair Doe in Kemp's absence")
    )
    assert field(tree, "Present") == ("Councillors Kemp (Chairman) and Doe",)
    assert field(tree, "Substitutes") == ("Councillor Doe (for Councillor Cooper)",)
    assert field(tree, "Apologies") == ("Councillor Cooper",)
    assert said_in(tree)[-2:] == [
        "Councillor Doe attended as substitute for Councillor Cooper.",
        "Councillor Doe took the chair in Kemp's absence.",
    ]


def test_a_person_co_opted_is_present_as_a_member_from_there_on() -> None:
    notes = "/present Kemp\n/attending Lintern\n/5\n! co-opted Sue Lintern\n/present Lintern"
    tree = build(taken(f"{notes}\n! noted it\n/vote 2"))
    assert field(tree, "Present") == ("Councillor Kemp (Chairman)", "Sue Lintern, Monitoring Officer")
    assert field(tree, "In attendance") == ()
    assert said_in(tree)[-1] == "The vote was two in favour."


def test_apologies_inside_an_item_also_print_there() -> None:
    assert printed("/apologies Hackwell") == ["Apologies for absence were received from Councillor Hackwell."]
    assert printed("/apologies Hackwell, Clerk, Johnson") == [
        "Apologies for absence were received from Councillor Hackwell, the Clerk and Councillor Johnson."
    ]
    assert printed("/apologies Hackwell, Johnson, Clerk") == [
        "Apologies for absence were received from Councillors Hackwell and Johnson, and the Clerk."
    ]


def test_arrivals_and_departures_print_where_they_happened() -> None:
    assert printed(
        "/present Kemp, Cooper\n/out Cooper 19.42\n/in Cooper, Johnson 7.50pm\n/out Kemp, Cooper"
    ) == [
        "Councillor Cooper left the meeting at 7.42pm.",
        "Councillor Johnson joined the meeting at 7.50pm.",
        "Councillor Cooper returned to the meeting at 7.50pm.",
        "Councillors Kemp and Cooper left the meeting.",
    ]


def test_whoever_left_or_came_as_a_substitute_had_been_there() -> None:
    notes = "/out Clerk 7pm\n/in Clerk 7.05pm\n/sub Doe for Cooper\n/out Doe 7.10pm\n/in Doe 7.15pm"
    assert [line for line in printed(f"/present Kemp\n{notes}") if "meeting at" in line][1::2] == [
        "The Clerk returned to the meeting at 7.05pm.",
        "Councillor Doe returned to the meeting at 7.15pm.",
    ]


def test_a_role_that_leaves_has_the_and_a_capital() -> None:
    assert left("the Director of People", "19:00") == "The Director of People left the meeting at 7pm."
    assert arrived("officers", "", again=False) == "Officers joined the meeting."


def test_none_prints_as_a_sentence() -> None:
    assert printed("/none") == ["There were none."]
    assert printed("/interest none") == ["There were none."]


def test_the_last_minutes_are_agreed_and_signed() -> None:
    assert printed("/previous") == [
        "The minutes of the meeting held on 2 July 2019 were agreed as a correct record and signed by the "
        "Chairman."
    ]
    assert printed("/previous 4 June 2019") == [
        "The minutes of the meeting held on 4 June 2019 were agreed as a correct record and signed by the "
        "Chairman."
    ]
    assert previous_minutes(None, "Chair") == (
        "The minutes of the last meeting were agreed as a correct record and signed by the Chair."
    )


@pytest.mark.parametrize(
    ("offices", "word"),
    [
        (["Chairman", "Vice-Chairman"], "Chairman"),
        (["Vice-Chair", "Chairwoman"], "Chairwoman"),
        (["", "Vice-Chairman"], "Chairman"),
        (["Deputy Mayor"], "Mayor"),
        (["chair"], "Chair"),
        ([""], "Chair"),
        ([], "Chair"),
    ],
)
def test_the_chair_is_called_by_the_office_of_the_one_presiding(offices: list[str], word: str) -> None:
    assert chair_word([Attendee(n, "A", office=office) for n, office in enumerate(offices)]) == word


def test_who_takes_the_chair_and_why() -> None:
    assert printed("/chair Cooper") == ["Councillor Cooper took the chair."]
    assert printed("/chair Cooper the Chairman had declared an interest") == [
        "Councillor Cooper took the chair because the Chairman had declared an interest."
    ]


def test_adjournments_print_with_their_reason() -> None:
    assert printed("/adjourn 8pm for a short break\n/resume 20.10") == [
        "The meeting was adjourned at 8pm for a short break.",
        "The meeting resumed at 8.10pm.",
    ]
    assert adjourned("", "") == "The meeting was adjourned."
    assert adjourned("20:00", "fire alarm") == "The meeting was adjourned at 8pm: fire alarm."


def test_the_next_meeting_prints_in_its_item_or_else_at_the_end() -> None:
    said = "The next meeting will be held on 1 October 2019 at 6.30pm, Town Hall."
    assert printed("/nextmeeting 1 October 2019 6.30pm Town Hall") == [said]
    tree = build(taken("/open\n/nextmeeting 1 October 2019 6.30pm Town Hall\n/5\nA note.\n/close 8.15pm"))
    assert said_in(tree)[-3:] == ["# Close of meeting", "The meeting closed at 8.15pm.", said]


@pytest.mark.parametrize(
    ("on", "time", "venue", "text"),
    [
        (date(2019, 10, 1), "", "", "The next meeting will be held on 1 October 2019."),
        (date(2019, 10, 1), "12:00", "", "The next meeting will be held on 1 October 2019 at noon."),
        (
            date(2019, 10, 1),
            "",
            "in Gun Wharf",
            "The next meeting will be held on 1 October 2019 in Gun Wharf.",
        ),
        (None, "", "Gun Wharf", "The next meeting will be held at Gun Wharf."),
        (None, "", "", "The next meeting will be held on a date to be confirmed."),
    ],
)
def test_what_is_not_known_of_the_next_meeting_is_left_out(
    on: date | None, time: str, venue: str, text: str
) -> None:
    assert next_meeting(on, time, venue) == text


def test_the_head_says_whose_minutes_of_when_and_where() -> None:
    assert build(taken("/open 6.32pm\n/5\nA note.\n/close 8.15pm")).head == (
        "Medway Council",
        "Overview and Scrutiny Committee",
        "Minutes of the meeting",
        "Tuesday 3 September 2019",
        "6.32pm to 8.15pm",
        "Gun Wharf",
    )
    assert build(taken("/5")).head[4] == "6.30pm"
    assert build(taken("/open 6.30pm\n/close 8pm\n/open 8.05pm")).head[4] == "6.30pm"


def test_minutes_are_marked_draft_until_they_are_approved() -> None:
    record = taken("/5")
    assert build(record).mark == "DRAFT"
    assert build(record, restricted=True).mark == "DRAFT – RESTRICTED"
    approved = replace(record, meeting=replace(record.meeting, state=MeetingState.APPROVED))
    assert build(approved).mark == ""
    assert build(approved, restricted=True).mark == "RESTRICTED"
    assert build(approved).blocks[-1] == Signature("Chairman")


def test_what_could_not_be_read_prints_in_drafts_only() -> None:
    record = taken("/5\n/nonsense and more\nA note.")
    doubtful = Paragraph("[to check: /nonsense and more]", entries=(2,), to_check=True)
    assert doubtful in build(record).blocks
    approved = replace(record, meeting=replace(record.meeting, state=MeetingState.APPROVED))
    assert "nonsense" not in str(build(approved).blocks)


def test_items_stand_in_the_order_taken_and_untaken_ones_are_left_out() -> None:
    tree = build(taken("/6\nLand.\n/5\nOfsted.\n/6\nMore."))
    assert [shown(block) for block in tree.blocks[:-1]] == [
        "# 6 Land",
        "Land.",
        "# 5 Ofsted Update Report",
        "Ofsted.",
        "# 6 Land (continued)",
        "More.",
    ]


def test_going_one_item_too_far_leaves_no_trace() -> None:
    tree = build(taken("/1\n/5\nOfsted.\n/6\n/5\nMore.\n/6\nLand."))
    assert [shown(block) for block in tree.blocks[:-1]] == [
        "# 1 Apologies for absence",
        "# 5 Ofsted Update Report",
        "Ofsted.",
        "More.",
        "# 6 Land",
        "Land.",
    ]


def test_a_running_number_prints_where_the_minutes_have_one() -> None:
    record = taken("/5\nA note.")
    items = tuple(replace(item, minute="182") if item.number == "5" else item for item in record.items)
    assert Heading("Ofsted Update Report", 1, "182", (1,)) in build(replace(record, items=items)).blocks


def test_names_in_lists_and_roles_in_sentences() -> None:
    people = [Attendee(1, "Sue Lintern", "Cllr", "Chair"), Attendee(2, "Jim McNeill", "Cllr")]
    assert roll(people) == "Cllrs Sue Lintern (Chair) and Jim McNeill"
    assert (
        roll([*people, Attendee(3, "Ann Bell")]) == "Cllrs Sue Lintern (Chair) and Jim McNeill, and Ann Bell"
    )
    assert the_role("Director of People – Children and Adult Services") == "the Director of People"
    assert the_role("Head of Law (Interim)") == "the Head of Law"


def field(tree: Document, name: str) -> tuple[str, ...]:
    return next((b.values for b in tree.blocks if isinstance(b, Field) and b.name == name), ())
