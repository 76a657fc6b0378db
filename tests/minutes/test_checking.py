"""What is found to be put right in a record, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.checking import Fault, findings
from storage.records import Entry, Kind, MeetingRecord, Named, Part
from tests.minutes.checked import HERE, SOUND, all_found, found
from tests.minutes.meetings import prepared, taken
from tests.minutes.test_exempt_print import CANARY, sittings


def test_a_record_that_is_sound_has_no_findings() -> None:
    assert all_found(SOUND, "3") == ()


def test_each_finding_leads_to_its_line_and_item_in_the_order_of_the_record() -> None:
    first, second, item, *meeting = all_found("/open\n/5\n? audits\nA note.\n/frobnicate\n/6\n/1")
    assert (first.fault, first.entry_id, first.item_id) == (Fault.OPEN_QUESTION, 3, 2)
    assert (second.fault, second.entry_id, second.item_id) == (Fault.TO_CHECK, 5, 2)
    assert (item.fault, item.entry_id, item.item_id) == (Fault.NOT_TAKEN, None, 4)
    assert [finding.fault for finding in meeting] == [Fault.ATTENDANCE, Fault.NEXT_MEETING]
    assert {(finding.entry_id, finding.item_id) for finding in meeting} == {(None, None)}


# -- single lines ---------------------------------------------------------------------------------


def test_a_line_that_could_not_be_read_is_told_with_its_doubt() -> None:
    assert found("/5\n/frobnicate", Fault.TO_CHECK) == [
        "Item 5: to check: “/frobnicate” is not a command: / and tab shows them all"
    ]
    assert found("/5\n\\/frobnicate", Fault.TO_CHECK) == []


def test_a_doubt_that_holds_the_line_only_as_part_of_an_example_tells_the_line_too() -> None:
    assert found("/present all\n/5\n/move Cooper", Fault.TO_CHECK) == [
        "Item 5: to check: “/move Cooper”: what is moved? write /move Cooper, Kemp: that …"
    ]


def test_a_doubt_that_leaves_the_line_as_it_is_tells_the_line_too() -> None:
    (words,) = found("/5\n/exempt item 6", Fault.TO_CHECK)
    assert words.startswith("Item 5: to check: “/exempt item 6”: item 6 is exempt, but by which")


@pytest.mark.parametrize(
    "below", ["", "A note.", "# Heading", "/6", "? more\n> officers confirmed it", "! noted\n> they agreed"]
)
def test_a_question_with_neither_reply_nor_action_below_it_is_open(below: str) -> None:
    todo = "> and the reply, or @"
    words = f"Item 5: neither reply nor action to “? (Cooper) Audits: how often”: {todo}"
    assert found(f"/5\n? (Cooper) Audits: how often\n{below}", Fault.OPEN_QUESTION) == [words]


@pytest.mark.parametrize(
    "below",
    ["> officers confirmed it", "+ Clerk: find out by Friday", "@Clerk: find out by Friday", "> yes\n> no"],
)
def test_a_question_is_answered_by_a_reply_or_an_action(below: str) -> None:
    assert found(f"/5\n? (Cooper) Audits: how often\n{below}\nA note.", Fault.OPEN_QUESTION) == []


def test_the_last_line_of_a_meeting_may_be_an_open_question() -> None:
    assert len(found("/5\n? audits", Fault.OPEN_QUESTION)) == 1


def test_an_action_without_a_date_is_found() -> None:
    assert found("/5\n@Clerk: ask for three quotes", Fault.NO_DATE) == [
        "Item 5: action 1/2019 has no date: end it in “by 28 November” or “in due course”"
    ]


@pytest.mark.parametrize("due", ["by Friday", "in due course", "as soon as possible", "at the next meeting"])
def test_an_action_agreed_to_have_no_day_has_a_date(due: str) -> None:
    assert found(f"/5\n@Clerk: ask for three quotes {due}", Fault.NO_DATE) == []


def test_an_action_that_nobody_owes_is_found() -> None:
    record = taken("/5\n@Clerk: ask for three quotes by Friday")
    assert Fault.NO_OWNER not in {finding.fault for finding in findings(record)}
    orphan = replace(record, actions=(replace(record.actions[0], owners=()),))
    assert [each.words for each in findings(orphan) if each.fault is Fault.NO_OWNER] == [
        "Item 5: action 1/2019 is nobody’s to do: @ and a name"
    ]


def test_an_item_added_without_saying_why_it_is_urgent_is_found() -> None:
    why = "Item 8: added to the agenda without a reason: /urgent basis; agreed by; reason"
    assert found("/5\n/item + Roof", Fault.URGENCY) == [why]
    assert found("/5\n/item + Roof\n/urgent s100B(4)(b); the Chairman; it leaks", Fault.URGENCY) == []
    assert found("/5\n/item + Roof\n/5\n/urgent 8 s100B(4)(b); Kemp; it leaks", Fault.URGENCY) == []


@pytest.mark.parametrize(
    ("said", "lacking"),
    [
        ("s100B(4)(b)", "who agreed and why"),
        ("s100B(4)(b); Kemp", "why"),
        ("s100B(4)(b); ; it leaks", "who agreed"),
    ],
)
def test_urgency_lacking_who_agreed_or_why_is_found(said: str, lacking: str) -> None:
    why = f"Item 5: urgent, but it is not said {lacking}: /urgent basis; agreed by; reason"
    assert found(f"/5\n/urgent {said}", Fault.URGENCY) == [why]


# -- interests ------------------------------------------------------------------------------------


def test_an_interest_that_says_nothing_or_withdraws_from_nothing_is_found() -> None:
    record = taken("/1")
    cooper = (Named(Part.NAMED, "Councillor Cooper", 2),)
    item = replace(record.items[0], title="Declarations of interests")
    record = replace(record, items=(item, *record.items[1:]))

    def of(entry: Entry) -> list[str]:
        checked = findings(replace(record, entries=(*record.entries, entry)))
        return [each.words for each in checked if each.fault is Fault.INTEREST]

    said = Entry(9, Kind.INTEREST, "/interest …", "a job there", label="dpi", people=cooper, item_id=1)
    assert of(said) == []
    assert of(replace(said, people=())) == [
        "Item 1: whose interest is “/interest …”? write /interest and the name"
    ]
    assert of(replace(said, text="")) == [
        "Item 1: what is the interest in “/interest …”? write it after a colon"
    ]
    assert of(replace(said, withdrew=True)) == [
        "Item 1: withdrew for which item? put its number before the colon of “/interest …”"
    ]
    assert of(replace(said, withdrew=True, target_id=2)) == []
    assert of(replace(said, text="none", people=())) == []


# -- the agenda and what comes next -----------------------------------------------------------------


def test_items_never_taken_are_listed_by_their_public_titles() -> None:
    assert found("/1\n/5\n/6", Fault.NOT_TAKEN) == ["Item 7: Transport was not taken: /7"]
    assert found("/7\n/5\n/6\n/1\n/back", Fault.NOT_TAKEN) == []


def test_an_item_exempt_by_no_known_paragraph_is_found() -> None:
    record = prepared()
    vague = replace(record, items=tuple(replace(i, exempt="") if i.exempt else i for i in record.items))
    assert [each.words for each in findings(taken(SOUND, vague))] == [
        "Item 7: exempt, but under which of the paragraphs 1 to 7? /exempt 7 3"
    ]


def test_a_meeting_without_a_next_one_is_found() -> None:
    assert found("/5", Fault.NEXT_MEETING) == ["The next meeting has no date: /nextmeeting and the date"]
    assert found("/5\n/nextmeeting 1 October 2019", Fault.NEXT_MEETING) == []
    planned = replace(taken("/5"), next_on=date(2019, 10, 1))
    assert Fault.NEXT_MEETING not in {finding.fault for finding in findings(planned)}


# -- what is exempt -------------------------------------------------------------------------------


def test_what_exempt_lines_say_is_marked_as_exempt() -> None:
    notes = "/5\n/whatever\n/7\n/frobnicate\n? prices\nA note.\n@Clerk: sell it\n/attending Canary"
    marked = {each.fault: each.exempt for each in all_found(notes) if each.item_id == 4}
    assert marked == dict.fromkeys((Fault.TO_CHECK, Fault.OPEN_QUESTION, Fault.NO_DATE, Fault.ADDED), True)
    assert [each.exempt for each in all_found(notes) if each.item_id == 2] == [False]


def test_a_doubt_that_may_come_from_exempt_lines_above_it_is_exempt() -> None:
    notes = "/5\n/whatever\n/7\n/attending Canary One, Canary Two\n/6\n/out Canary"
    doubts = [each for each in all_found(notes) if each.fault is Fault.TO_CHECK]
    assert [each.exempt for each in doubts] == [False, True]
    assert "Canary One" in doubts[1].words


def test_the_name_of_someone_known_from_exempt_lines_alone_is_exempt_wherever_it_is_told() -> None:
    notes = f"/7\n/present Canary\n/6\n{HERE}\n! noted it\n/roll\n/for Kemp, Cooper, Johnson, Howcroft-Scott"
    (roll,) = [each for each in all_found(notes) if each.fault is Fault.VOTE]
    assert roll.words.endswith("Councillor Canary to name")
    assert roll.exempt


def test_the_reason_why_another_item_is_exempt_is_exempt_where_it_stands() -> None:
    (finding,) = [each for each in all_found("/5\n/exempt item 6; CANARY") if each.fault is Fault.TO_CHECK]
    assert finding.exempt


def test_someone_who_is_named_in_public_too_is_told_in_public() -> None:
    (finding,) = [each for each in all_found("/7\n/attending Sue Gray\n/5\n@Sue Gray: ask by Friday")
                  if each.fault is Fault.ADDED]  # fmt: skip
    assert (finding.item_id, finding.exempt) == (2, False)


def test_what_is_found_of_a_vote_is_exempt_where_any_of_its_lines_is() -> None:
    moved = f"{HERE}\n/5\n/move Kemp, Cooper: that it be so"
    (public,) = [each for each in all_found(f"{moved}\n/vote 2 2") if each.fault is Fault.VOTE]
    (exempt,) = [each for each in all_found(f"{moved}\n/exempt 3\n/vote 2 2") if each.fault is Fault.VOTE]
    assert (public.exempt, exempt.exempt) == (False, True)
    assert exempt.entry_id == public.entry_id


@settings(max_examples=40, deadline=None)
@given(sittings())
def test_no_public_finding_sings(record: MeetingRecord) -> None:
    public = [finding.words for finding in findings(record) if not finding.exempt]
    assert CANARY.casefold() not in " ".join(public).casefold()


# -- any record -----------------------------------------------------------------------------------

LINES = f"""\
{HERE}
/in Hackwell
/out Cooper
/present Ann Bell
/sub Doe for Cooper
/chair Cooper
/5
/6
/7
/item + Roof
/urgent basis
/interest Cooper dpi 6: a shop withdrew
/interest none
A note.
? (Kemp) audits
> officers confirmed it
@Clerk: ask
+ Clerk: ask
! noted it
! that it be so
!=
/previous
/move Kemp, Johnson: that it be so
/move Kemp
/second Johnson
/amend Kemp: to add it
/withdraw
/vote 2 2
/vote 3 1 0 0
/vote all
/vote lost
/vote
/casting for
/roll
/for Kemp, Cooper
/against Johnson
/abstain rest
/for all
/exempt 3
/public
/frobnicate
""".splitlines()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=25), st.randoms(use_true_random=False))
def test_lines_in_any_order_can_be_gone_through(lines: list[str], chance: Random) -> None:
    record = taken("\n".join(lines))
    entries = [entry for entry in record.entries if chance.random() < 0.8]
    chance.shuffle(entries)
    meeting = replace(record.meeting, quorum="1/2")
    checked = findings(replace(record, meeting=meeting, entries=tuple(entries)))
    ids = [entry.id for entry in entries]
    places = [ids.index(finding.entry_id) for finding in checked if finding.entry_id is not None]
    assert places == sorted(places)
    assert all(finding.words and "\n" not in finding.words for finding in checked)


# -- a long meeting -------------------------------------------------------------------------------


def test_a_thousand_lines_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from minutes.sitting import Sitting

    followed = 0
    follow = Sitting.follow

    def counting(sitting: Sitting, entry: Entry) -> None:
        nonlocal followed
        followed += 1
        follow(sitting, entry)

    record = long_meeting(1000)
    monkeypatch.setattr(Sitting, "follow", counting)
    assert len(findings(record)) > 500
    assert followed == 1000


def long_meeting(lines: int) -> MeetingRecord:
    record = prepared()
    entries = tuple(Entry(n, Kind.QUESTION, f"? q {n}", f"q {n}", item_id=2) for n in range(1, lines + 1))
    return replace(record, entries=entries)
