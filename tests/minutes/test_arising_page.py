"""The page before a meeting: all that is to be gone through there, and nothing that may not be read."""

from __future__ import annotations

from datetime import date

from minutes.arising import Arising, arising
from minutes.document import Document, Heading, Paragraph, Point, Table
from minutes.formats.text import write
from minutes.layouts.arising import build_arising
from storage.records import Action, ActionState, Body, Item, Meeting, Plan, PromiseKind
from tests.minutes.promised import noted, promise

ON = date(2021, 10, 14)
SEPTEMBER = date(2021, 9, 16)
BODY = Body(1, "Improvement Board", "Medway Council")
MEETING = Meeting(2, 1, ON)
PLAN = Plan(40, 1, "Priorities for the next 6 months", "", date(2021, 10, 11), SEPTEMBER)
DEFERRED = (SEPTEMBER, (Item(4, "4", "Placements"),))


def page(*promises: Action, restricted: bool = False, deferred: bool = False) -> Document:
    not_taken = DEFERRED if deferred else (None, ())
    return build_arising(arising(promises, not_taken, ON), BODY, MEETING, restricted=restricted)


def told(document: Document) -> list[str]:
    """The page block by block, of tables the reference and state of each row."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines += [f"{row[0]}: {row[-1]}" for row in block.rows[1:]]
        elif isinstance(block, Heading | Paragraph | Point):
            lines.append(block.text)
    return lines


def test_a_part_each_for_what_is_due_undated_owed_in_writing_to_review_and_deferred() -> None:
    document = page(
        promise(1, "provide the plan", due=date(2021, 10, 1), on=SEPTEMBER),
        promise(2, "ask", on=SEPTEMBER),
        promise(3, "reply", due=date(2021, 10, 20), kind=PromiseKind.REPLY, on=SEPTEMBER),
        promise(4, "later", due=date(2021, 12, 1), on=SEPTEMBER),
        promise(6, "Practice", owners=(), kind=PromiseKind.PRIORITY, plans=(PLAN,), on=SEPTEMBER),
        deferred=True,
    )
    assert document.head == (
        "Medway Council",
        "Improvement Board",
        "Matters arising",
        "for the meeting on Thursday 14 October 2021",
        "Actions: 3 open (1 late, 1 due, 1 undated)",
        "Priorities: 1 open",
    )
    assert told(document) == [
        "Due by this meeting",
        "1/2021: Late by 13 days",
        "Without a date",
        "2/2021: Undated",
        "Written replies owed",
        "3/2021: Due",
        "Priorities due for review",
        "Priorities for the next 6 months",
        "Agreed on 16 September 2021 (minute 5); to be reviewed by 11 October 2021.",
        "p6/2021: Open",
        "Items deferred from 16 September 2021",
        "4 Placements",
        "1 more is not due yet.",
    ]


def test_all_that_was_heard_stands_below_what_it_was_heard_of() -> None:
    deferred = noted(date(2021, 9, 20), "the lawyers were ill", due=date(2021, 10, 1), meeting=None)
    again = noted(date(2021, 10, 2), due=date(2021, 10, 12), rating="amber")
    begun = noted(date(2021, 10, 5), "half of it was there", ActionState.IN_PROGRESS)
    action = promise(1, "provide the plan", deferred, again, begun, due=date(2021, 9, 17), on=SEPTEMBER)
    assert told(page(action)) == [
        "Due by this meeting",
        "1/2021: In progress, late by 2 days, rated amber",
        "What was heard:",
        "20 September 2021 – Deferred from 17 September 2021 to 1 October 2021 because the lawyers were ill.",
        "2 October 2021 – Deferred from 1 October 2021 to 12 October 2021. Rated amber.",
        "5 October 2021 – Half of it was there.",
    ]


def test_a_meeting_at_which_nothing_arises_says_so() -> None:
    assert told(build_arising(Arising(ON), BODY, MEETING)) == ["Nothing arises at this meeting."]


def test_a_public_page_has_of_what_is_exempt_the_references_alone() -> None:
    secret = noted(date(2021, 10, 1), "Canary", due=date(2021, 10, 2), rating="Canary", exempt="3")
    exempt_plan = Plan(50, 2, "Canary", "Canary", None, date(2021, 10, 1), exempt="3")
    promises = (
        promise(1, "Canary", owners=("Canary",), due=SEPTEMBER, exempt="3", on=SEPTEMBER),
        promise(2, "ask", secret, due=date(2021, 9, 30), on=SEPTEMBER),
        promise(6, "Practice", owners=(), kind=PromiseKind.PRIORITY, plans=(PLAN, exempt_plan), on=SEPTEMBER),
    )
    public = write(page(*promises))
    assert "canary" not in public.casefold()
    assert "2/2021" in public
    assert "Practice" in public
    assert "Exempt: 1/2021." in public
    restricted = page(*promises, restricted=True)
    assert restricted.mark == "RESTRICTED"
    assert write(restricted).count("Canary") > 3
