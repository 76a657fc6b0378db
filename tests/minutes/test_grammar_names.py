"""The shorthand's chapter "Names": whom a name means and how it prints, whole sentences."""

from __future__ import annotations

import pytest

from minutes.document import Field
from minutes.layouts import build
from tests.minutes.meetings import AGENDA, prepared, printed, taken


def agenda_of(members: str, *headers: str) -> str:
    lines = [f"Members: {members}" if line.startswith("Members:") else line for line in AGENDA.split("\n")]
    return "\n".join([*lines[:2], *headers, *lines[2:]])


PARISH = agenda_of(
    "Cllrs Sue Lintern (Chair), Grant Tomkins, Jim McNeill (JM), Pat O'Dowd, Ann de la Mare",
    "Short: PC = the Parish Council; GT = Cllr Grant Tomkins",
)
BOARD = agenda_of("Independent Chair; Chief Executive; Rosa Quill (Designated Nurse); Supt Adeel Khan")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Kemp", "Councillor Kemp"),
        ("kemp", "Councillor Kemp"),
        ("Cllr Kemp", "Councillor Kemp"),
        ("Howcroft–Scott", "Councillor Howcroft-Scott"),
        ("how", "Councillor Howcroft-Scott"),
        ("Chairman", "The Chairman"),
        ("the Chair", "The Chairman"),
        ("Director of People", "The Director of People"),
        ("director of p", "The Director of People"),
        ("Director of People – Children and Adult Services", "The Director of People"),
        ("Monitoring Officer", "The Monitoring Officer"),
        ("Lintern", "Sue Lintern"),
        ("S Lintern", "Sue Lintern"),
        ("S. Lintern", "Sue Lintern"),
        ("SL", "Sue Lintern"),
        ("sue lintern", "Sue Lintern"),
    ],
)
def test_a_name_is_anything_that_fits_one_person(name: str, known: str) -> None:
    assert printed(f"/out {name} 8pm") == [f"{known} left the meeting at 8pm."]
    assert printed(f"@{name}: go") == [f"{known} undertook to go."]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("JM", "Cllr Jim McNeill"),
        ("J McNeill", "Cllr Jim McNeill"),
        ("Jim", "Cllr Jim McNeill"),
        ("Mr McNeill", "Cllr Jim McNeill"),
        ("O’Dowd", "Cllr Pat O'Dowd"),
        ("de la Mare", "Cllr Ann de la Mare"),
        ("GT", "Cllr Grant Tomkins"),
        ("Chair", "The Chair"),
    ],
)
def test_members_in_the_style_of_a_parish(name: str, known: str) -> None:
    assert printed(f"? ({name}) bins\n> yes", agenda=PARISH) == [f"• {known} asked about bins. Yes."]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Chief Executive", "The Chief Executive"),
        ("Quill", "Rosa Quill"),
        ("Designated Nurse", "The Designated Nurse"),
        ("Khan", "Supt Adeel Khan"),
        ("Supt Khan", "Supt Adeel Khan"),
        ("Supt. Khan", "Supt Adeel Khan"),
        ("Adeel", "Supt Adeel Khan"),
        ("Supt", "Supt Adeel Khan"),
    ],
)
def test_a_list_without_a_title_prints_names_as_written(name: str, known: str) -> None:
    assert printed(f"@{name}: go", agenda=BOARD) == [f"{known} undertook to go."]
    assert printed(f"@{name} to go by Friday. It was late.", agenda=BOARD) == [
        f"{name} to go by Friday. It was late."
    ]


def test_several_of_one_title_stand_together() -> None:
    assert printed("/out Cooper, Howcroft-Scott, Johnson 8pm") == [
        "Councillors Cooper, Howcroft-Scott and Johnson left the meeting at 8pm."
    ]
    assert printed("/out JM and Sue 8pm", agenda=PARISH) == [
        "Cllrs Jim McNeill and Sue Lintern left the meeting at 8pm."
    ]
    assert printed("/out Chief Executive, Quill, Khan 8pm", agenda=BOARD) == [
        "The Chief Executive, Rosa Quill and Supt Adeel Khan left the meeting at 8pm."
    ]


def test_where_a_role_holds_commas_names_are_parted_by_semicolons() -> None:
    assert printed("@Head of Trees, Parks and Roads; Cooper: go") == [
        "The Head of Trees, Parks and Roads and Councillor Cooper undertook to go."
    ]


def test_all_are_the_members_present_and_rest_those_not_yet_named() -> None:
    assert printed("/present Kemp, Cooper, Johnson\n/out all 8pm") == [
        "Councillors Kemp, Cooper and Johnson left the meeting at 8pm."
    ]
    assert printed("/present all\n! noted it\n/for Kemp, Cooper, Hackwell\n/against rest") == [
        "The Committee noted it.",
        "Councillors Kemp, Cooper and Hackwell requested that their votes in favour of the decision be "
        "recorded.",
        "Councillors Howcroft-Scott and Johnson requested that their votes against the decision be recorded.",
    ]
    record = taken("/present Kemp, Cooper\n/apologies Johnson\n/absent rest")
    assert fields(build(record).blocks) == {
        "Present": ("Councillors Kemp (Chairman) and Cooper",),
        "Apologies": ("Councillor Johnson",),
        "Absent": ("Councillors Howcroft-Scott and Hackwell",),
    }


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("@The Mayor: open it", ["The Mayor undertook to open it."]),
        ("@Clerk, The Mayor: open it", ["The Clerk and the Mayor undertook to open it."]),
        ("@officers: write", ["Officers undertook to write."]),
        ("@Ofsted: visit", ["Ofsted undertook to visit."]),
        ("? (The Mayor) bins", ["• The Mayor asked about bins."]),
        (
            "? (officers) bins\n> the Chair agreed",
            ["• In response to a question from officers about bins, the Chair agreed."],
        ),
        (
            "/in The Mayor 7pm\n/out The Mayor 8pm",
            ["The Mayor joined the meeting at 7pm.", "The Mayor left the meeting at 8pm."],
        ),
        ("/apologies The Mayor", ["Apologies for absence were received from the Mayor."]),
        ("/in The Mayor, Cooper 7pm", ["The Mayor and Councillor Cooper joined the meeting at 7pm."]),
        ("/in Cooper, The Mayor 7pm", ["Councillor Cooper and the Mayor joined the meeting at 7pm."]),
    ],
)
def test_someone_on_no_list(typed: str, lines: list[str]) -> None:
    assert printed(typed) == lines


def test_who_comes_from_no_list_is_added_to_this_meeting() -> None:
    record = taken(
        "/present Webb, Kemp\n/attending Jo Bell (Ofsted), 9 members of the public\n/apologies Dale Price\n"
        "/absent Cllr Gray\n/5\n/in Head of Law 7pm\n@Webb, Bell: go"
    )
    assert fields(build(record).blocks) == {
        "Present": ("Councillors Kemp (Chairman) and Webb",),
        "Apologies": ("Dale Price",),
        "Absent": ("Councillor Gray",),
        "In attendance": ("Jo Bell, Ofsted", "Head of Law", "9 members of the public"),
    }
    assert [b.text for b in build(record).blocks if hasattr(b, "text")][1:3] == [
        "The Head of Law joined the meeting at 7pm.",
        "Councillor Webb and Jo Bell undertook to go.",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "/present all but Kemp",
        "/present everyone",
        "/in all and Webb 7pm",
        "/in rest of the members",
        "/in Cooper 7pm, Kemp 7.05pm",
        "/in Webb 8",
        "/in ?",
        "/apologies Webb + Doe",
    ],
)
def test_what_is_no_name_adds_nobody(typed: str) -> None:
    record = taken(f"/5\n{typed}")
    assert record.attendees == prepared().attendees
    assert printed(typed) == [f"[to check: {typed}]"]


@pytest.mark.parametrize(
    "name", ["Allan Webb", "Resta Doe", "Communications/Press Officer", "Li Wei (Year 10)"]
)
def test_a_name_like_a_word_or_with_a_sign_is_a_name(name: str) -> None:
    (newcomer,) = (person for person in taken(f"/5\n/in {name} 7pm").attendees if person.added)
    assert newcomer.name == name.partition(" (")[0]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("PC met", "The Parish Council met."),
        ("PC's roof", "The Parish Council's roof."),
        ("PCs and pc met", "PCs and pc met."),
        ("GT told \\PC", "Cllr Grant Tomkins told PC."),
        ("the PC met", "The Parish Council met."),
        ("The PC met the PC", "The Parish Council met the Parish Council."),
        ("! that the PC meet", "AGREED that the Parish Council meet."),
        ("@the Clerk: ask the PC", "The Clerk undertook to ask the Parish Council."),
    ],
)
def test_a_short_form_is_written_out(typed: str, text: str) -> None:
    assert printed(typed, agenda=PARISH) == [text]


def test_a_short_form_inside_a_name_finds_whom_it_stands_for() -> None:
    agenda = agenda_of("Councillors Kemp, Cooper", "Short: QA = quality assurance").replace(
        "In attendance: Clerk;", "In attendance: Head of Quality Assurance;"
    )
    assert printed("@Head of QA: go\n- @Head of QA to go", agenda=agenda) == [
        "The Head of Quality Assurance undertook to go.",
        "• Head of quality assurance to go",
    ]


def test_a_short_form_given_in_the_meeting() -> None:
    assert printed(
        "/short SR = the spending review\n/short H = Councillor Hackwell\nthe SR was late\n@H: go"
    ) == [
        "The spending review was late.",
        "Councillor Hackwell undertook to go.",
    ]


@pytest.mark.parametrize(
    ("typed", "lines", "owners"),
    [
        ("- @Jim, who will go", ["• Jim, who will go"], ["Cllr Jim McNeill"]),
        ("- @Sue and Jim will go", ["• Sue and Jim will go"], ["Cllr Sue Lintern", "Cllr Jim McNeill"]),
        ("- @Sue and the Clerk to go", ["• Sue and the Clerk to go"], ["Cllr Sue Lintern", "Clerk"]),
        (
            "- @Cllrs McNeill and Lintern to go",
            ["• Cllrs McNeill and Lintern to go"],
            ["Cllr Jim McNeill", "Cllr Sue Lintern"],
        ),
        ("- @Director of Finance to go", ["• Director of Finance to go"], ["Director of Finance"]),
    ],
)
def test_the_beginning_of_a_name_inside_a_line(typed: str, lines: list[str], owners: list[str]) -> None:
    assert printed(typed, agenda=PARISH) == lines
    (action,) = taken(f"/5\n{typed}", prepared(PARISH)).actions
    assert [owner.name for owner in action.owners] == owners


def fields(blocks: tuple[object, ...]) -> dict[str, tuple[str, ...]]:
    return {block.name: block.values for block in blocks if isinstance(block, Field)}
