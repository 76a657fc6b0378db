"""Lists of priorities that are reviewed, and which of them nobody reported on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.checking import Fault, Finding, findings
from storage.records import Kind, MeetingRecord
from tests.minutes.board import JULY, SIX, TEN, TITLE, in_december, in_july
from tests.minutes.meetings import next_after, prepared, taken

FIVE = "\n".join(f"/report p{n} progress was made" for n in range(1, 6))
JANUARY = JULY.replace("15 July 2020", "20 January 2021")


def unreported(record: MeetingRecord) -> list[Finding]:
    return [finding for finding in findings(record) if finding.fault is Fault.NOT_REPORTED]


def words(record: MeetingRecord) -> list[str]:
    return [finding.words for finding in unreported(record)]


def test_the_sixth_of_six_that_was_not_reported_on_is_named_at_the_last_report() -> None:
    record = in_december(f"/1\n{FIVE}\nA note.")
    (finding,) = unreported(record)
    assert finding.words == f"Item 1: {TITLE}: p6 was not reported on: /report p6"
    assert (finding.entry_id, finding.item_id, finding.exempt) == (1006, 1, False)


@pytest.mark.parametrize(
    "line",
    [
        "/report p6 well",
        "/done p6",
        "/drop p6 it is covered",
        "/rate p6 B2",
        f"{TEN}\n- p6: Focus on practice",
    ],
)
def test_whatever_is_heard_of_it_counts(line: str) -> None:
    assert words(in_december(f"/1\n{FIVE}\n{line}")) == []


def test_a_list_whose_others_were_carried_on_is_under_review_too() -> None:
    july = in_july(SIX.replace("; review 14 December 2020", ""))
    record = in_december("/1\n/priorities Next:\n- p1: Staff\n- p2: Partners\n- p3: A friendly Medway", july)
    assert words(record) == [f"Item 1: {TITLE}: p4, p5 and p6 were not reported on: /report p4"]


def test_a_report_is_where_to_look_though_another_item_carries_one_on() -> None:
    record = in_december("/1\n/report p1 well\n/2\n/priorities Next:\n- p2: Partners")
    assert [finding.item_id for finding in unreported(record)] == [1]


def test_a_list_due_for_review_that_nobody_speaks_of_is_named_without_a_line() -> None:
    (finding,) = unreported(in_december("/1\nA note."))
    assert finding.words == f"{TITLE}: p1, p2, p3, p4, p5 and p6 were not reported on: /report p1"
    assert (finding.entry_id, finding.item_id) == (None, None)


@pytest.mark.parametrize("review", ["", "; review 15 December 2020"])
def test_a_list_that_is_not_due_may_be_left_out(review: str) -> None:
    july = in_july(SIX.replace("; review 14 December 2020", review))
    assert words(in_december("/1\nA note.", july)) == []


def test_a_list_that_was_reviewed_is_not_asked_for_again_until_it_is_taken_up() -> None:
    december = in_december(f"/1\n{FIVE}")
    record = next_after(december, JANUARY)
    assert words(taken("/1\nA note.", record)) == []
    assert words(taken("/1\n/report p6/2020 well\n/done p1/2020", record)) == [
        f"Item 1: {TITLE}: p2/2020, p3/2020, p4/2020 and p5/2020 were not reported on: /report p2/2020"
    ]


def test_what_was_done_or_dropped_need_not_be_reported_on() -> None:
    december = in_december("/1\n/done p5\n/drop p6 it is covered")
    record = taken("/1\n/report p1/2020 x\n/report p2/2020 x", next_after(december, JANUARY))
    assert words(record) == [f"Item 1: {TITLE}: p3/2020 and p4/2020 were not reported on: /report p3/2020"]


def test_priorities_and_replies_need_no_owner_and_priorities_no_date() -> None:
    faults = [finding.fault for finding in findings(in_july())]
    assert faults.count(Fault.NO_DATE) == 1  # action 3
    assert Fault.NO_OWNER not in faults


def test_the_title_of_an_exempt_list_is_told_in_no_public_check() -> None:
    record = in_december("/1\nA note.")
    hidden = tuple(
        replace(each, plans=tuple(replace(plan, exempt="3") for plan in each.plans))
        for each in record.promises
    )
    assert [finding.exempt for finding in unreported(replace(record, promises=hidden))] == [True]


def test_a_later_list_that_carries_one_on_leaves_the_earlier_check_as_it_was() -> None:
    december = in_december(f"/1\n{FIVE}")
    january = taken("/1\n/priorities New:\n- p1: Staff", next_after(december, JANUARY))
    assert december.meeting.on == date(2020, 12, 14)
    seen_later = replace(december, promises=january.promises)
    assert words(seen_later) == [f"Item 1: {TITLE}: p6 was not reported on: /report p6"]


def test_a_point_is_a_priority_in_a_list_and_only_there() -> None:
    record = in_july(f"/1\n- Staff\nA note.\n{SIX}\n-- under it\n# Later\n- A seventh\n/1\n- Last")
    assert [each for each in findings(record) if each.fault is Fault.LISTED] == []
    entries = [entry for entry in record.entries if entry.kind is not Kind.PRIORITIES]
    above = next(entry for entry in record.entries if entry.kind is Kind.PRIORITIES)
    entries.insert(next(n for n, entry in enumerate(entries) if entry.source == "- Staff"), above)
    moved = replace(record, entries=tuple(entries))
    told = [each.words.removeprefix("Item 1: ") for each in findings(moved) if each.fault is Fault.LISTED]
    assert told[0] == "“- Staff” was no priority when it was recorded, and has no number: record it anew"
    assert told[1].startswith("p1/2020 stands in no list now: /priorities and its title")
    assert len(told) == 8


def test_which_are_missing_is_not_told_where_exempt_business_heard_of_any() -> None:
    (finding,) = unreported(in_december("/1\n/report p1 well\n/2\n/report p2 it is a matter of one person"))
    assert "p3" in finding.words
    assert finding.exempt


def test_a_line_about_what_was_deleted_is_found() -> None:
    record = taken("/1\n@Clerk: ask by 1 August\n/done 1", prepared(JULY))
    assert [each for each in findings(record) if each.fault is Fault.TO_CHECK] == []
    (finding,) = (each for each in findings(replace(record, actions=())) if each.fault is Fault.TO_CHECK)
    assert (
        finding.words == "Item 1: “/done 1” is about what was deleted here: delete it, too, or record it anew"
    )
