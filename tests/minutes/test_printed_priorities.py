"""Lists of priorities as they are agreed and reported on, over what the councils' papers hold."""

from __future__ import annotations

import pytest

from minutes.document import Heading, Table
from minutes.layouts import build, live_blocks
from tests.minutes.meetings import printed, shown, taken
from tests.minutes.promised import heard, october

JULY = [
    "Getting recruitment and retention right, and reducing agency numbers",
    "Much more engagement of partners, and commitment to strategic actions, building on the bi-lateral "
    "working with police and health",
    "Taking forward the corporate initiative of developing a child friendly Medway",
    "Developing the wider member awareness and effectiveness",
    "Managing recovery, and preparing for another Covid spike, dealing with the financial pressures, and "
    "impact of health re-structuring",
    "Continuing the relentless focus on practice",
]
AGREED = "\n".join(["/5", "/priorities Priorities for the next 6 months:", *(f"- {each}" for each in JULY)])


def test_a_list_is_numbered_under_its_title() -> None:
    assert printed(AGREED.removeprefix("/5\n")) == [
        "Priorities for the next 6 months (p1 to p6):",
        *(f"{number}. {words}" for number, words in enumerate(JULY, 1)),
    ]


def test_the_steps_that_an_outside_body_set_stand_with_its_name_and_their_own_numbers() -> None:
    assert printed(
        "/priorities Terms of reference of the Commissioner; set by the Secretary of State for Education; "
        "review 1 December 2019:\n"
        "- (a) issue any necessary instructions to the Council\n"
        "- bring together evidence to assess the Council's capacity and capability\n"
        "- advise on relevant alternative delivery and governance arrangements\n"
        "- report to the Parliamentary Under Secretary of State by 1 December 2019\n"
        "The Board noted these."
    ) == [
        "Terms of reference of the Commissioner (p1 to p4), set by the Secretary of State for Education, "
        "to be reviewed by 1 December 2019:",
        "(a) issue any necessary instructions to the Council",
        "(b) bring together evidence to assess the Council's capacity and capability",
        "(c) advise on relevant alternative delivery and governance arrangements",
        "(d) report to the Parliamentary Under Secretary of State by 1 December 2019",
        "The Board noted these.",
    ]


def test_a_plan_by_themes_has_them_as_headings_of_one_numbering() -> None:
    assert printed(
        "/priorities Phase 3 Improvement Plan\n"
        "# Workforce and Capability: Staff and managers are competent and trained\n"
        "- Establish and embed practice standards\n"
        "- Continue an active programme of recruitment\n"
        "-- focus on first line managers level\n"
        "# Communications\n"
        "- Update websites"
    ) == [
        "Phase 3 Improvement Plan (p1 to p3):",
        "Workforce and Capability: Staff and managers are competent and trained",
        "1. Establish and embed practice standards",
        "2. Continue an active programme of recruitment",
        "  • focus on first line managers level",
        "Communications",
        "3. Update websites",
    ]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("/report p6 this is fully covered in Rory's report", "this is fully covered in Rory's report."),
        ("/rate p6 amber", "rated amber."),
        ("/done p6", "done."),
        ("/drop p6 carried into the plan", "no longer to be done: carried into the plan."),
    ],
)
def test_what_is_heard_of_a_priority_stands_under_its_number_and_words(said: str, line: str) -> None:
    assert heard(said, AGREED) == [f"p6. {JULY[5]} – {line}"]


def test_priorities_are_reported_on_in_the_order_said() -> None:
    lines = heard("/report p2 stronger\n/report p1 better", AGREED)
    assert [line[:4] for line in lines] == ["p2. ", "p1. "]


def test_a_list_that_carries_a_priority_on_says_which_and_prints_its_new_words() -> None:
    again = "/priorities Priorities for 2020:\n- Deliver on the actions\n- p6: Maintain the focus on practice"
    assert heard(f"{again}\n- Further develop QA activity", AGREED) == [
        "Priorities for 2020 (p7, p6 and p8):",
        "1. Deliver on the actions",
        "2. Maintain the focus on practice",
        "3. Further develop QA activity",
    ]
    assert heard(f"/report p6 covered\n{again}\nLater.\n/report p6 covered again", AGREED)[-1] == (
        "p6. Maintain the focus on practice – covered again."
    )


def test_a_priority_that_is_carried_on_keeps_its_label() -> None:
    agreed = "/5\n/priorities Plan:\n- Workforce: retain staff\n- Practice first"
    assert heard("/priorities Plan:\n- p1\n- p2: Quality: practice first\n- p2", agreed)[1:] == [
        "1. Workforce – retain staff.",
        "2. Quality – practice first.",
        "3. Quality – practice first.",
    ]


def test_the_table_of_actions_leaves_priorities_out() -> None:
    tree = build(taken(f"{AGREED}\n@Clerk: tell the partners"))
    (log,) = [block for block in tree.blocks if isinstance(block, Table)]
    assert [row[0] for row in log.rows] == ["Ref", "1/2019"]
    assert Heading("Actions") not in build(taken(AGREED)).blocks


def test_of_an_exempt_list_nothing_is_told_but_the_references_reported_on() -> None:
    exempt = AGREED.replace("/5\n", "/5\n/exempt 3\n") + "\n/public"
    assert all("practice" not in shown(block) for block in build(taken(exempt)).blocks)
    assert heard("/report p6 going well", exempt) == ["• Priority p6/2019 – going well."]


def test_the_screen_shows_the_list_as_it_will_print() -> None:
    record = october("/priorities Priorities for 2020:\n- Deliver", AGREED)
    assert [shown(block) for block in live_blocks(record, 2)][1:] == [
        "Priorities for 2020 (p7):",
        "1. Deliver",
    ]


def test_a_list_goes_on_below_a_line_to_check_and_an_exempt_part() -> None:
    notes = "/priorities Plan:\n- Staff\n- @Clerk\n- Partners\n/exempt 3\n- Secret\n/public\n- Practice"
    public, restricted = (printed(f"{notes}\nA note.\n- No", restricted=each) for each in (False, True))
    assert public[0] == "Plan (p1, p2 and p4):"
    assert restricted[0] == "Plan (p1 to p4):"
    points = ["1. Staff", "2. Partners", "4. Practice", "• No"]
    assert [line for line in public if line in points] == points
    assert [line for line in restricted if line in points or "Secret" in line] == [
        *points[:2],
        "3. Secret",
        *points[2:],
    ]
