"""What exempt business says of promises goes into no public line, however that line comes by it."""

from __future__ import annotations

import pytest

from minutes.layouts import build
from storage.records import MeetingRecord
from tests.minutes.board import DECEMBER, heard, in_december, in_july, sat
from tests.minutes.meetings import next_after, taken

PLAN = "/priorities Plan:\n- Practice first\n- Recruitment"
SECRET = "/exempt 1\n/priorities Plan:\n- Practice first\n/public"
AGAIN = "/1\n/priorities The plan goes on:"


def january(december: MeetingRecord, notes: str) -> MeetingRecord:
    """The meeting after that of December, with `notes` taken."""
    return taken(notes, next_after(december, DECEMBER.replace("14 December 2020", "18 January 2021")))


def printed(record: MeetingRecord, *, restricted: bool = False) -> list[str]:
    """What the minutes say of the first item."""
    tree = build(record, restricted=restricted)
    lines = [getattr(block, "text", "") for block in tree.blocks]
    start = lines.index("Commissioner's update") + 1
    return [line for line in lines[start:] if line]


def test_what_was_reworded_in_private_is_carried_on_in_the_words_that_the_public_knows() -> None:
    december = in_december("/2\n/priorities Plan:\n- p1: Agency staff go first", in_july(PLAN))
    record = january(december, f"{AGAIN}\n- p1/2020")
    assert printed(record)[1] == "Practice first"
    assert printed(record, restricted=True)[1] == "Agency staff go first"


def test_an_exempt_priority_is_carried_on_in_public_by_its_reference() -> None:
    record = in_december(f"{AGAIN}\n- p1", in_july(SECRET))
    assert printed(record)[1] == "Priority p1/2020"
    assert printed(record, restricted=True)[1] == "Practice first"


def test_a_theme_that_is_exempt_is_none_of_the_public_points_below_it() -> None:
    record = in_july(
        "/priorities Plan:\n# Workforce\n- One\n/exempt 1\n# Dismissals\n- Two\n/public\n- Three\n"
        "# Quality\n- Four"
    )
    assert [each.themes for each in record.actions] == [
        ("Workforce",),
        ("Dismissals",),
        ("Workforce",),
        ("Quality",),
    ]


@pytest.mark.parametrize(
    ("line", "name", "known"),
    [
        ("@Baker: report by Friday", "Baker", False),
        ("- Report: @Baker to report", "Baker", False),
        ("@Clerk and Baker to report", "Baker", False),
        ("@adviser: report by Friday", "adviser", False),
        ("@Sue Baker: report by Friday", "Sue Baker", True),
    ],
)
def test_who_came_in_for_exempt_business_alone_owes_in_public_as_typed(
    line: str, name: str, known: bool
) -> None:
    above = "/exempt 1\n/attending Sue Baker (adviser)"
    (action,) = heard(line, f"{above}\n/public").actions
    assert (action.owners[-1].name, action.owners[-1].person_id is not None) == (name, known)
    (action,) = heard(line, above).actions
    assert action.owners[-1].person_id is not None


@pytest.mark.parametrize(
    "line",
    [
        *(
            "/in Baker 7pm",
            "/out Baker",
            "/out adviser",
            "/chair Baker",
            "/apologies S Baker",
            "/present Baker",
        ),
        *(
            "/attending Baker (adviser)",
            "/attending all",
            "/sub Baker for Iles",
            "/interest Vane dpi: his firm",
        ),
    ],
)
def test_who_came_in_for_exempt_business_alone_is_in_public_business_named_in_full(line: str) -> None:
    above = "/exempt 1\n/attending Sue Baker (adviser)\n/present Councillor Tom Vane"
    doubt = heard(line, f"{above}\n/public").doubt
    assert "named in exempt business alone: record it there, or write whole names" in doubt
    assert "Sue" not in doubt
    assert "alone" not in heard(line, above).doubt


def test_who_was_named_in_full_in_public_goes_by_a_part_of_it_from_there() -> None:
    above = "/exempt 1\n/attending Sue Baker (adviser)\n/public\n/in Sue Baker 7pm"
    assert heard("/out Baker", above).doubt == ""


@pytest.mark.parametrize(
    ("private", "line"),
    [
        ("/done 1", "/done 1 sent"),
        ("/defer 1 20 January", "/defer 1 20 January waiting"),
        ("/drop 1 no", "/done 1"),
    ],
)
def test_what_was_closed_or_put_off_in_private_may_be_so_in_public(private: str, line: str) -> None:
    record = in_december(f"/2\n{private}")
    assert heard(line, "/1", record).doubt == ""
    assert "already" in heard(line, "/2", record).doubt


def test_what_was_closed_in_private_stays_so_where_the_public_hears_of_it() -> None:
    above = "/2\n/done 1\n/1\n/report 1 on course"
    promises = sat(above).promises
    assert str(promises.standing(1).state) == "done"
    assert str(promises.standing(1, public=True).state) == "in progress"
    assert str(sat(f"{above}\n/defer 1 20 January").promises.standing(1).state) == "open"


def test_a_doubt_of_an_exempt_promise_tells_nothing_of_it() -> None:
    july = in_july("/exempt 1\n@Clerk: ask by 30 September\n/public")
    deferred = january(in_december("/2\n/defer 1/2020 20 February 2021", july), "/1")
    done = january(in_december("/2\n/done 1", july), "/1")
    assert heard("/defer 1/2020 20 February", record=deferred).doubt == ""
    assert heard("/done 1/2020", record=done).doubt == "action 1/2020 was done already"
