"""What is exempt stays out of every public paper, and stands in the restricted one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.agenda import write_agenda
from minutes.document import Heading
from minutes.formats.text import write
from minutes.layouts import build, live_blocks
from minutes.layouts.action_log import build_log
from minutes.style import LAYOUTS
from minutes.wording.exemption import exempt_by
from storage.records import MeetingRecord, ReportPart
from tests.minutes.meetings import next_after, printed, said_in, shown, taken
from tests.minutes.promised import OCTOBER

SCHEDULE_12A = "Part 1 of Schedule 12A of the Local Government Act 1972."
CANARY = "Canary"


@pytest.mark.parametrize(
    ("paragraphs", "line"),
    [
        ("3", f"By virtue of paragraph 3 of {SCHEDULE_12A}"),
        ("3,5", f"By virtue of paragraphs 3 and 5 of {SCHEDULE_12A}"),
        ("1,2,3", f"By virtue of paragraphs 1, 2 and 3 of {SCHEDULE_12A}"),
        ("", "By virtue of Schedule 12A of the Local Government Act 1972."),
    ],
)
def test_the_line_that_stays_of_what_is_exempt(paragraphs: str, line: str) -> None:
    assert exempt_by(paragraphs) == line


def test_of_an_exempt_item_the_title_and_the_schedule_12a_line_stay() -> None:
    record = taken("/7\nThe price was named.\n! that it be sold\n@Clerk: sell it\n/close 8pm")
    assert said_in(build(record)) == [
        "# 7 Transport",
        f"By virtue of paragraph 3 of {SCHEDULE_12A}",
        "# Close of meeting",
        "The meeting closed at 8pm.",
        "# Actions",
        "Exempt: 1/2019.",
    ]
    restricted = [shown(block) for block in build(record, restricted=True).blocks]
    assert restricted[:7] == [
        "# 7 Transport",
        f"By virtue of paragraph 3 of {SCHEDULE_12A}",
        "# Discussion",
        "The price was named.",
        "# Decision",
        "AGREED that it be sold.",
        "The Clerk undertook to sell it.",
    ]
    assert "# Actions" in restricted


def test_an_item_made_exempt_by_a_command_is_left_out_whole() -> None:
    record = taken("/6\nThe price was named.\n/5\n/exempt 6 5")
    assert "price" not in write(build(record))
    assert "The price was named." in write(build(record, restricted=True))


def test_exempt_lines_in_a_public_item_leave_one_line_where_they_stood() -> None:
    notes = "Before.\n/exempt 3\nThe price.\n- A point\n/public\nAfter.\n/exempt 5; staff\nA name.\n/item 6"
    assert printed(notes) == [
        "Before.",
        f"By virtue of paragraph 3 of {SCHEDULE_12A}",
        "After.",
        f"By virtue of paragraph 5 of {SCHEDULE_12A}",
    ]
    assert printed(notes, restricted=True)[2:4] == ["The price.", "• A point"]


def test_an_exempt_line_that_cannot_be_read_publishes_nothing() -> None:
    assert printed("Before.\n/exempt the lot because\nThe price.\n/public\nAfter.") == [
        "Before.",
        "By virtue of Schedule 12A of the Local Government Act 1972.",
        "After.",
    ]


def test_an_item_said_to_be_exempt_without_a_paragraph_is_exempt_and_to_check() -> None:
    record = taken("/5\n/exempt item 6\nThe report.\n/6\nThe price.")
    paper = write(build(record))
    assert "The report." in paper
    assert "The price." not in paper
    assert record.entries[1].doubt == "item 6 is exempt, but by which of the paragraphs 1 to 7? (/exempt 6 3)"


def test_why_an_item_is_exempt_is_not_told_where_its_paragraph_is_to_check() -> None:
    record = taken(f"/5\n/exempt item 6; {CANARY} pays")
    assert "[to check: /exempt item 6]" in write(build(record))
    assert CANARY not in write(build(record))
    assert f"[to check: /exempt item 6; {CANARY} pays]" in write(build(record, restricted=True))


def test_a_reply_below_exempt_lines_does_not_answer_the_question_above_them() -> None:
    assert printed("? audits\n/exempt 3\nThe price.\n/public\n> officers confirmed it")[0] == (
        "• A question was asked about audits."
    )


def test_the_next_meeting_told_in_an_exempt_item_prints_without_its_place() -> None:
    record = taken(f"/7\n/nextmeeting 1 October 2019 6.30pm {CANARY} Hall\n/close 8pm")
    page = write(build(record))
    assert "The next meeting will be held on 1 October 2019 at 6.30pm." in page
    assert CANARY not in page


def test_who_comes_in_for_exempt_business_alone_is_on_no_public_list() -> None:
    record = taken(f"/present Kemp\n/7\n/attending {CANARY} One\n/in {CANARY} Two 7pm")
    assert CANARY not in write(build(record))
    assert write(build(record, restricted=True)).count(CANARY) == 3


def test_an_exempt_short_form_is_not_written_out_in_public() -> None:
    record = taken(f"/7\n/short PC = {CANARY}\n/5\nPC met.")
    assert "PC met." in write(build(record))
    assert f"{CANARY} met." in write(build(record, restricted=True))


def test_the_live_screen_shows_the_clerk_everything() -> None:
    record = taken("/7\nThe price was named.")
    assert "The price was named." in str(live_blocks(record, 4))


PUBLIC = [
    "A note.",
    "- Label: point",
    "? (Cooper) audits",
    "> officers confirmed it",
    "! that it be so",
    "/none",
    "/present Kemp, Cooper, Johnson",
    "/interest none",
    "/move Cooper: that it be so",
    "/amend Kemp: to leave it",
    "/second Johnson",
    "/roll",
    "/for Kemp, Cooper",
    "/vote 3 1",
    "/vote 2 2",
    "/casting for",
    "/withdraw",
    "/report 1 it was in hand",
    "/defer 1 8 November",
    "/rate 1 B2",
    "/done 1, p1",
    "/priorities Plan:",
    "- p1: Practice first",
    "- Recruitment",
]
EXEMPT = [
    f"{CANARY} note",
    f"- {CANARY}: point",
    f"? ({CANARY}) label: subject",
    f"? (Cooper) {CANARY}: {CANARY}?",
    f"> officers confirmed {CANARY}",
    f"! that {CANARY} be so",
    f"! agreed {CANARY}:",
    f"@{CANARY}: {CANARY}",
    f"@Clerk: tell {CANARY} by Friday #{CANARY}",
    f"+ {CANARY}: {CANARY}",
    f"- see @Clerk to tell {CANARY}",
    f"# {CANARY}",
    f"| {CANARY} | {CANARY}",
    f"/in {CANARY} 7pm",
    f"/out {CANARY}",
    f"/apologies {CANARY}",
    f"/attending {CANARY} ({CANARY})",
    f"/attending 3 {CANARY}s",
    f"/adjourn 7pm {CANARY}",
    f"/nextmeeting 1 October 2019 {CANARY}",
    f"/short A = {CANARY}",
    f"/unknown {CANARY}",
    f"/exempt 3; {CANARY}",
    f"/exempt {CANARY}",
    f"/interest {CANARY}: {CANARY}",
    f"/interest Cooper dpi 5: {CANARY} withdrew",
    f"/move Cooper, Kemp: that {CANARY}",
    f"/amend Kemp: to {CANARY}",
    "/second Johnson",
    "/roll",
    "/for all",
    "/vote 3 1",
    "/vote 2 2",
    "/casting for",
    "/withdraw",
    f"/present {CANARY} Three",
    f"/sub {CANARY} Four for Cooper",
    f"/chair Cooper {CANARY}",
    f"/urgent {CANARY}; {CANARY}; {CANARY}",
    f"/urgent 5 {CANARY}; {CANARY}; {CANARY}",
    f'/previous with corrections: "{CANARY}" to "{CANARY}"',
    "!=",
    f"!~ {CANARY}",
    f"!^ {CANARY}",
    f"/report 1 {CANARY}",
    f"/report p1 {CANARY}",
    f"/defer 1 15 November {CANARY}",
    f"/drop 1, p1 {CANARY}",
    f"/rate 1 {CANARY}",
    f"/priorities {CANARY}; set by {CANARY}:",
    f"- {CANARY} by 15 November #{CANARY}",
    f"- p1: {CANARY}",
    "/actions",
    "/close 8pm",
    "/resume",
]
public = st.lists(st.sampled_from([*PUBLIC, "/actions", "/5", "/6", "/1"]), max_size=6)
exempt = st.lists(st.sampled_from(EXEMPT), min_size=1, max_size=6)


@st.composite
def sittings(draw: st.DrawFn) -> MeetingRecord:
    """A meeting with a canary wherever it is exempt."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        lines += draw(public)
        lines += draw(
            st.sampled_from([["/7"], ["/6", "/exempt 3"], ["/exempt 3"], ["/5", f"/exempt {CANARY}"]])
        )
        lines += draw(exempt)
        lines += ["/5", "A note again."]
    parts = (
        ReportPart("Recommendation", "1", f"to sell to {CANARY}"),
        ReportPart("Reason", "2", f"{CANARY} pays more"),
        ReportPart("Report from", "", f"{CANARY} (Head of {CANARY})"),
        ReportPart("Author", "", CANARY),
    )
    record = next_after(taken("/5\n@Clerk: ask by 13 September\n/priorities Plan:\n- Practice"), OCTOBER)
    items = tuple(replace(item, parts=parts) if item.exempt else item for item in record.items)
    return taken("\n".join(lines), replace(record, items=items))


@settings(max_examples=40, deadline=None)
@given(sittings())
def test_no_public_paper_sings(record: MeetingRecord) -> None:
    for layout in LAYOUTS:
        assert CANARY.casefold() not in repr(build(record, layout=layout)).casefold()
    tree = build(record)
    promises = (*record.promises, *record.actions)
    public_log = build_log(promises, date(2020, 1, 1), charted=promises)
    assert CANARY.casefold() not in write(tree).casefold()
    assert CANARY.casefold() not in write(public_log).casefold()
    assert CANARY.casefold() not in write_agenda(record).casefold()
    assert CANARY in write_agenda(record, restricted=True)
    assert Heading("Ofsted Update Report", 1, "5") in [
        replace(block, entries=()) for block in tree.blocks if isinstance(block, Heading)
    ]


@settings(max_examples=60, deadline=None)
@given(exempt.filter(lambda lines: any(CANARY in line and line[0] not in "/+?" for line in lines)))
def test_the_restricted_paper_sings(lines: list[str]) -> None:
    record = taken("\n".join(["/7", *lines]))
    for layout in ("committee", "board", "governors"):
        assert CANARY.casefold() in repr(build(record, layout=layout, restricted=True)).casefold()
