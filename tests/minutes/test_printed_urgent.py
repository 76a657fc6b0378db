"""Urgent items in print: on which basis, who agreed, and why."""

from __future__ import annotations

import pytest

from minutes.layouts import build
from minutes.wording.proceedings import urgent
from tests.minutes.meetings import printed, said_in, taken

WHY = "lorries would otherwise be stranded"
AGREED = "with the agreement of the Mayor"
SAID = (
    "This item was taken as urgent by reason of special circumstances, with the agreement of the "
    "Chairman, because "
    "lorries would otherwise be stranded."
)


@pytest.mark.parametrize(
    ("basis", "agreed_by", "reason", "text"),
    [
        ("section 100B(4)(b)", "", "it cannot wait", "under section 100B(4)(b) because it cannot wait."),
        ("special circumstances", "", WHY, f"by reason of special circumstances because {WHY}."),
        ("s100B(4)(b)", "", "", "under s100B(4)(b)."),
        ("for want of notice", "", "", "for want of notice."),
        ("it came up since", "the Mayor", "", f"because it came up since, {AGREED}."),
        ("the deadline is near", "", "", "because the deadline is near."),
        ("the deadline", "", "", "by reason of the deadline."),
        ("the Local Government Act 1972", "", "", "under the Local Government Act 1972."),
        ("Rule 15", "the Mayor", "it is late", f"under Rule 15, {AGREED}, because it is late."),
        ("Rule 15", "the Mayor", "to be in time", f"under Rule 15, {AGREED}, to be in time."),
        ("Rule 15", "the Mayor", "Ofsted's deadline", f"under Rule 15, {AGREED}: Ofsted's deadline."),
    ],
)
def test_an_urgency_with_its_three_parts(basis: str, agreed_by: str, reason: str, text: str) -> None:
    assert urgent(basis, agreed_by, reason) == f"This item was taken as urgent {text}"


def test_an_urgent_item_added_at_the_meeting_says_so_where_it_was_said() -> None:
    notes = f"/5\nOfsted.\n/item + Bridge\n/urgent special circumstances; the Chairman; {WHY}\nThe bridge."
    assert said_in(build(taken(notes)))[2:] == ["# 8 Bridge", SAID, "The bridge."]


def test_said_elsewhere_it_stands_under_the_head_of_its_item() -> None:
    notes = (
        f"/5\n/urgent 6 special circumstances; the Chairman; {WHY}\nOfsted.\n/6\nLand.\n/5\nMore.\n/6\nAgain."
    )
    assert said_in(build(taken(notes))) == [
        "# 5 Ofsted Update Report",
        "Ofsted.",
        "# 6 Land",
        SAID,
        "Land.",
        "# 5 Ofsted Update Report (continued)",
        "More.",
        "# 6 Land (continued)",
        "Again.",
    ]


def test_the_urgency_of_an_exempt_item_is_for_the_restricted_copy() -> None:
    record = taken(f"/5\n/urgent 7 special circumstances; the Chairman; {WHY}\n/7\nThe price.")
    assert "lorries" not in str(build(record))
    assert SAID in said_in(build(record, restricted=True))


def test_in_the_item_itself_it_may_name_the_item() -> None:
    assert printed(f"/urgent 5 special circumstances; the Chairman; {WHY}") == [SAID]
