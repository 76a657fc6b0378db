"""What arises at a meeting, and how it comes into an agenda beside what the clerk wrote there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.agenda import Carried, carried_in, read_agenda, read_items, write_agenda, write_items
from minutes.arising import Arising, arising, matters_arising
from minutes.publishing import published
from storage.records import Action, ActionState, DueKind, Item, NewProgress, Progress
from tests.minutes.meetings import prepared, taken

ON = date(2019, 10, 1)
PROMISED = taken(
    """\
/5
@Director of People: provide the Action Plan by 1 October
@Clerk: ask for three quotes by 2 October
@officers: write to the bank in due course
? (Johnson) Audits: how often cases were audited
+ Clerk: reply in writing by 28 November
/priorities Priorities for the next month; review 1 October:
- Retain staff
- Engage partners
/priorities A plan for the year; review 1 July 2020:
- Publish the plan by 30 September
- Train members
/7
@Clerk: inspect the home by 1 October
"""
)
DEFERRED = Item(6, "6", "Land", "3 - 9", None, "6")
AGENDA = "Apologies\nMinutes of the last meeting\nBudget"


def heard(action: Action, **said: object) -> Action:
    """The promise with one thing more heard of it."""
    new = NewProgress(action.id, **said)  # type: ignore[arg-type]
    fields = {name: getattr(new, name) for name in new.__slots__}
    return replace(action, progress=(*action.progress, Progress(**fields, id=1, on=date(2019, 9, 20))))


def found(*, on: date = ON, deferred: tuple[Item, ...] = (), **told: Action) -> Arising:
    """What arises of what was promised, as the public may read it; `told` are promises by reference, as
    "a1" or "p1", of which more was heard."""
    by_reference = {name.removeprefix("a") + "/2019": action for name, action in told.items()}
    promises = [published(by_reference.get(each.reference, each)) for each in PROMISED.actions]
    return arising(promises, (date(2019, 9, 3), deferred), on)


def one(reference: str) -> Action:
    """The promise of this reference."""
    return next(action for action in PROMISED.actions if action.reference == reference)


def references(actions: tuple[Action, ...]) -> list[str]:
    """Their references, in order."""
    return [action.reference for action in actions]


def lines(carried: Carried) -> list[str]:
    """The lines of the text."""
    return carried.text.split("\n")


def test_every_promise_owed_stands_in_one_place() -> None:
    page = found(deferred=(DEFERRED,))
    assert references(page.due) == ["p3/2019", "1/2019"]  # a priority has its own date
    assert references(page.undated) == ["3/2019", "5/2019"]  # an exempt one tells no date
    assert references(page.replies) == ["4/2019"]  # whenever it is due
    assert [(plan.title, references(of_plan)) for plan, of_plan in page.plans] == [
        ("Priorities for the next month", ["p1/2019", "p2/2019"])
    ]
    assert page.later == 2  # 2/2019, and p4/2019 of the list that is reviewed next year
    assert (page.deferred, page.deferred_from) == ((DEFERRED,), date(2019, 9, 3))


@settings(max_examples=30)
@given(st.dates(date(2019, 9, 3), date(2020, 12, 31)), st.sets(st.sampled_from(range(9))))
def test_nothing_owed_is_lost_whatever_the_day(on: date, done: set[int]) -> None:
    promises = [
        heard(action, state=ActionState.DONE) if place in done else action
        for place, action in enumerate(PROMISED.actions)
    ]
    page = arising(promises, (None, ()), on)
    owed = [action.reference for action in promises if action.is_open]
    assert len(page.promises) + page.later == len(owed)
    assert set(references(page.promises)) <= set(owed)
    assert len(set(references(page.promises))) == len(page.promises)


def test_an_exempt_priority_arises_by_its_number_whenever_its_list_is_due() -> None:
    secret = replace(one("p1/2019"), exempt="3")
    assert "p1/2019" in references(found(p1=secret).undated)
    assert found(p1=secret).later == found().later


def test_what_was_promised_later_does_not_arise_earlier() -> None:
    assert found(on=date(2019, 9, 2)) == Arising(date(2019, 9, 2))


def test_each_promise_is_a_line_of_the_item_and_an_exempt_one_its_number() -> None:
    assert write_items([matters_arising(found())]).split("\n") == [
        "Matters arising",
        "   Priority p3/2019: Publish the plan (30 September 2019)",
        "   Action 1/2019: Director of People – provide the Action Plan (1 October 2019)",
        "   Action 3/2019: officers – write to the bank (in due course)",
        "   Action 5/2019: exempt",
        "   Priority p1/2019: Retain staff",
        "   Priority p2/2019: Engage partners",
        "   Reply owed 4/2019: Clerk – reply in writing (28 November 2019)",
    ]


def test_the_agenda_with_it_reads_back_as_it_was() -> None:
    text = carried_in(AGENDA, found(deferred=(DEFERRED,)), ()).text
    items = read_items(text)
    assert write_items(items) == text
    assert items[2].parts == matters_arising(found()).parts
    record = prepared()
    record = replace(
        record,
        items=tuple(Item(n, str(n), i.title, i.pages, i.exempt, "", i.parts) for n, i in enumerate(items)),
    )
    assert [item.parts for item in read_agenda(write_agenda(record)).items] == [i.parts for i in items]


def test_it_comes_below_the_minutes_of_the_last_meeting() -> None:
    carried = carried_in(AGENDA, found(deferred=(DEFERRED,)), ())
    text = lines(carried)
    assert text[:3] == ["Apologies", "Minutes of the last meeting", "Matters arising"]
    assert text[-3:] == ["Land", "   Deferred from: 3 September 2019", "Budget"]
    assert carried.said == (
        "Matters arising: 3 actions, 3 priorities and 1 reply owed brought in, "
        "1 item deferred from 3 September 2019."
    )


def test_below_numbers_that_may_be_published_it_comes_last() -> None:
    text = lines(carried_in("1. Apologies\n2. Minutes of the last meeting\n3. Budget", found(), ()))
    assert text[2:4] == ["3. Budget", "Matters arising"]
    numbered = "1. Apologies\n2. Matters arising\n   Note: at length\n3. Budget"
    text = lines(carried_in(numbered, found(deferred=(DEFERRED,)), ()))
    assert text[1:4] == [
        "2. Matters arising",
        "   Note: at length",
        "   Priority p3/2019: Publish the plan (30 September 2019)",
    ]
    assert text[-3:] == ["3. Budget", "Land", "   Deferred from: 3 September 2019"]


def test_an_exempt_item_deferred_stays_exempt_with_its_report() -> None:
    land = replace(DEFERRED, exempt="3", parts=read_items("x\n  Recommendation 1.1: Sell it.")[0].parts)
    items = read_items(carried_in("", found(deferred=(land,)), ()).text)
    assert (items[-1].title, items[-1].exempt, items[-1].pages) == ("Land", "3", "")
    assert [part.name for part in items[-1].parts] == ["Recommendation", "Deferred from"]


def test_an_item_that_stands_there_bare_gets_its_report_again() -> None:
    land = replace(DEFERRED, exempt="3", parts=read_items("x\n  Recommendation 1.1: Sell it.")[0].parts)
    carried = carried_in("5. Land [exempt 3]\n6. Any other business", found(deferred=(land,)), ())
    assert lines(carried)[:4] == [
        "5. Land [exempt 3]",
        "   Recommendation 1.1: Sell it.",
        "   Deferred from: 3 September 2019",
        "6. Any other business",
    ]
    assert "1 item deferred from 3 September 2019" in carried.said
    assert carried_in(carried.text, found(deferred=(land,)), ()).said == ""
    assert "Sell" not in carried_in("5. Land", found(deferred=(land,)), ()).text


def test_what_is_on_the_agenda_already_does_not_come_twice() -> None:
    carried = carried_in("LAND", found(deferred=(DEFERRED,)), ())
    again = carried_in(carried.text, found(deferred=(DEFERRED,)), ())
    assert [item.title for item in read_items(carried.text)] == ["LAND", "Matters arising"]
    assert (again.text, again.said, again.kept) == (carried.text, "", ())


def test_where_nothing_arises_the_text_is_left_alone() -> None:
    odd = "  Apologies \r\n\r\n- matters of note"
    assert carried_in(odd, Arising(ON), ()) == Carried(odd, "", (), ())


def test_lines_of_the_book_are_renewed_and_those_of_the_clerk_stay() -> None:
    text = carried_in(AGENDA, found(), ()).text.replace("Apologies", "  Apologies  ")
    text = text.replace("   Priority p1", "   Note: ask the Chair first\n   Priority p1")
    put_off = heard(one("1/2019"), due=date(2019, 9, 25), due_words="", due_kind=DueKind.DATE)
    carried = carried_in(text, found(a1=put_off), PROMISED.actions)
    assert "1 October" not in carried.text
    assert "   Action 1/2019: Director of People – provide the Action Plan (25 September 2019)" in lines(
        carried
    )
    assert "   Note: ask the Chair first" in lines(carried)
    assert lines(carried)[0] == "  Apologies  "
    assert (carried.said, carried.kept) == ("Matters arising: 1/2019 renewed.", ())


def test_a_line_the_clerk_changed_is_kept_until_told_otherwise() -> None:
    text = carried_in(AGENDA, found(), ()).text.replace("three quotes", "3 quotes")
    text = text.replace("write to the bank", "write to both banks").replace("Retain staff", "RETAIN staff")
    done = heard(one("3/2019"), state=ActionState.DONE)
    kept = carried_in(text, found(a3=done), (done,))
    assert "both banks" in kept.text
    assert "RETAIN staff" in kept.text
    assert kept.kept == ("3/2019", "p1/2019")
    told = carried_in(text, found(a3=done), (done,), overwriting=True)
    assert "bank" not in told.text
    assert "Retain staff" in told.text
    assert told.said == "Matters arising: p1/2019 renewed, 3/2019 taken out."


def test_a_line_of_what_is_done_goes() -> None:
    done = heard(one("1/2019"), state=ActionState.DONE)
    carried = carried_in(carried_in(AGENDA, found(), ()).text, found(a1=done), (done,))
    assert "Action 1/2019" not in carried.text
    assert carried.said == "Matters arising: 1/2019 taken out."


def test_words_of_20_000_characters_stay_on_one_line() -> None:
    long = heard(one("p1/2019"), words="word: \n" * 3000)
    text = carried_in(AGENDA, found(p1=long), ()).text
    (line,) = [line for line in text.split("\n") if "p1/2019" in line]
    assert len(line) > 17_000
    assert carried_in(text, found(p1=long), ()).text == text


def test_a_meeting_sees_nothing_of_what_it_hears_itself() -> None:
    promise = heard(one("1/2019"), text="sent")
    said = replace(promise.progress[0], meeting_id=2, on=ON)
    promise = replace(promise, progress=(*promise.progress, said, replace(said, meeting_id=None)))
    assert [heard.meeting_id for heard in promise.as_met_by(2, ON).progress] == [None, None]
    assert promise.as_met_by(3, ON).progress == promise.progress
