"""Lists of priorities: agreed, under themes, set by an outside body, carried on (SHORTHAND, Commands)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.shorthand import read, read_lines
from minutes.sitting import Sitting
from storage.records import (
    ActionState,
    DueKind,
    Kind,
    MeetingRecord,
    NewAction,
    NewEntry,
    NewProgress,
    PromiseKind,
)
from tests.minutes.board import SIX, TEN, TITLE, heard, in_december, in_july, sat
from tests.minutes.meetings import AGENDA, prepared, taken
from tests.minutes.reader import entries_of

PLAN_ON_A_PAGE = """\
/priorities Phase 3 Improvement Plan on a page May 2015; review 31 March 2016:
# Quality and Effectiveness of practice: Children are safe, protected, risks are identified
- Continue to develop our single front door (CADS) into a multi agency service
- Establish a Family Drug and Alcohol Court
# Workforce and Capability: Staff and managers are competent, trained, supported
- Continue an active programme of recruitment; focus on first line managers level
-- through the Social Work Academy
# Performance Management
- Ensure every service has a plan and every staff member has a PDR
# Partnership and Early Help
- Launch and implement the refreshed Early Help Strategy
# Leadership and Governance
- Re-confirm shared vision with newly elected administration
# Communications: Partners and children's social care staff understand their role
- Raise Medway's profile through 'good news' stories"""
ANNEX = """\
/priorities Steps expected of the Children's Services Commissioner; set by the Secretary of State for \
Education:
- 1. To issue any necessary instructions to the Council for the purpose of securing immediate improvement; \
to identify ongoing improvement requirements; and to recommend any additional support required.
- 2. To bring together evidence to assess the Council's capacity and capability to improve itself, in a \
reasonable timeframe, and recommend whether or not this evidence is sufficiently strong.
- 3. To advise on relevant alternative delivery and governance arrangements for children's social care; and
- 4. To report to the Parliamentary Under Secretary of State for Children and Families by 1 December 2019."""


def priorities(record: MeetingRecord) -> list[str]:
    """Each priority of a meeting: reference and words."""
    return [f"{a.reference} {a.words}" for a in record.actions if a.kind is PromiseKind.PRIORITY]


def listed(*lines: str) -> tuple[NewEntry, ...]:
    """The entries of lines below the beginning of a list."""
    return entries_of("\n".join(["/5", "/priorities Plan:", *lines]))[2:]


def priority_of(line: str) -> NewAction:
    (entry,) = listed(line)
    (action,) = entry.actions
    assert (entry.kind, action.kind) == (Kind.POINT, PromiseKind.PRIORITY)
    return action


# -- the three lists of the seeds -----------------------------------------------------------------


def test_six_priorities_of_july_are_reported_in_december_and_ten_new_ones_agreed() -> None:
    july = in_july(SIX)
    assert (
        priorities(july)[0] == "p1/2020 Getting recruitment and retention right, and reducing agency numbers"
    )
    assert priorities(july)[5] == "p6/2020 Continuing the relentless focus on practice"
    assert [entry.marker for entry in july.entries[2:]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    reports = "\n".join(f"/report p{n} progress was made" for n in range(1, 7))
    december = in_december(f"/1\n{reports}\n{TEN}", july)
    assert not any(entry.doubt for entry in december.entries)
    assert {each.standing.state for each in december.promises} == {ActionState.IN_PROGRESS}
    assert len(priorities(december)) == 10
    assert priorities(december)[0] == "p7/2020 Deliver on the actions in the Improvement Plan"
    assert priorities(december)[9].startswith("p16/2020 Improve the way in the which the voice of children")
    (review,) = {action.plan.review for action in december.actions if action.plan}
    assert review == date(2021, 6, 30)


def test_a_plan_under_six_themes() -> None:
    plan = taken(PLAN_ON_A_PAGE, prepared(AGENDA.replace("3 September 2019", "21 July 2015")))
    assert [(action.number, action.themes) for action in plan.actions] == [
        (1, ("Quality and Effectiveness of practice",)),
        (2, ("Quality and Effectiveness of practice",)),
        (3, ("Workforce and Capability",)),
        (4, ("Performance Management",)),
        (5, ("Partnership and Early Help",)),
        (6, ("Leadership and Governance",)),
        (7, ("Communications",)),
    ]
    assert (
        plan.actions[2].words
        == "Continue an active programme of recruitment; focus on first line managers level"
    )


def test_four_steps_set_by_an_outside_body_the_last_with_its_date() -> None:
    steps = taken(ANNEX)
    (plan,) = {action.plan for action in steps.actions}
    assert plan is not None
    assert (plan.title, plan.set_by, plan.review) == (
        "Steps expected of the Children's Services Commissioner",
        "the Secretary of State for Education",
        None,
    )
    *undated, last = steps.actions
    assert {action.due_kind for action in undated} == {DueKind.UNDATED}
    assert (last.due, last.due_words) == (date(2019, 12, 1), "by 1 December 2019")
    assert last.words == "To report to the Parliamentary Under Secretary of State for Children and Families"
    assert steps.actions[2].words.endswith("arrangements for children's social care")
    assert not any(entry.doubt for entry in steps.entries)


# -- what begins and ends a list ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "text", "label", "on"),
    [
        ("/priorities Plan on a page:", "Plan on a page", "", None),
        ("/priorities Plan on a page", "Plan on a page", "", None),
        ("/priorities Plan; review 1 May 2020; set by Ofsted", "Plan", "Ofsted", date(2020, 5, 1)),
        ("/priorities Plan; to be reviewed by the end of May:", "Plan", "", date(2020, 5, 31)),
        ("/priorities Plan; phase 3; review 2w:", "Plan; phase 3", "", date(2019, 9, 17)),
    ],
)
def test_the_line_that_begins_a_list(line: str, text: str, label: str, on: date | None) -> None:
    (entry,) = entries_of(line)
    assert (entry.kind, entry.text, entry.label, entry.on, entry.doubt) == (
        Kind.PRIORITIES,
        text,
        label,
        on,
        "",
    )


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("/priorities", "what is the list called? write /priorities and its title"),
        ("/priorities Plan; review soon:", "“soon” is no date: write review 30 June 2021"),
        ("/priorities Plan; review:", "“” is no date: write review 30 June 2021"),
        ("/priorities Plan; review 1 May 2019", "review 1 May 2019 is not after this meeting"),
    ],
)
def test_what_a_list_lacks_is_to_check_and_its_points_are_priorities_all_the_same(
    line: str, doubt: str
) -> None:
    begun, point = entries_of(f"{line}\n- Improve practice")
    assert (begun.kind, begun.doubt, begun.on) == (Kind.PRIORITIES, doubt, None)
    assert [action.kind for action in point.actions] == [PromiseKind.PRIORITY]


@pytest.mark.parametrize(
    "between",
    [
        "# Theme",
        "-- detail",
        "+ Clerk: ask by Friday",
        "- @Smith to go @",
        "/exempt 3\n/public",
        "// aside",
        "",
    ],
)
def test_a_list_goes_on_behind_what_belongs_to_it(between: str) -> None:
    *_, last = listed("- One", between, "- Two")
    assert [action.words for action in last.actions] == ["Two"]


@pytest.mark.parametrize("between", ["A note.", "! noted it", "@Clerk: ask by Friday", "| a | b", "/6"])
def test_any_other_line_ends_a_list(between: str) -> None:
    *_, last = listed("- One", between, "- Two")
    assert (last.kind, last.actions) == (Kind.POINT, ())


def test_a_line_put_into_the_midst_of_a_list_is_one_of_it() -> None:
    record = taken("/5\n/priorities Plan:\n# Workforce\n- One\n- Two\nA note.\n- Three")
    for before, words in ((5, ["Inserted"]), (6, ["Inserted"]), (7, [])):
        (entry,) = read("- Inserted", Sitting(record, before=before)).act.entries
        assert [action.words for action in entry.actions] == words
        assert all(action.themes == ("Workforce",) for action in entry.actions)


# -- what a point holds ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words", "owners", "text"),
    [
        ("- Improve practice.", "Improve practice", [], "Improve practice."),
        ("- Improve practice (@Clerk)", "Improve practice", ["Clerk"], "Improve practice (Clerk)"),
        (
            "- Improve practice, led by @Cooper and @Ofsted",
            "Improve practice",
            ["Councillor Cooper", "Ofsted"],
            "Improve practice, led by Cooper and Ofsted",
        ),
        ("- @Ofsted to visit by Friday", "visit", ["Ofsted"], "Ofsted to visit by Friday"),
        ("- Training: @Clerk to arrange it", "Training: arrange it", ["Clerk"], "Clerk to arrange it"),
        ("- Have the @Clerk ask Ofsted", "Have the Clerk ask Ofsted", ["Clerk"], "Have the Clerk ask Ofsted"),
        (
            "- @Clerk to ask and @Cooper to tell",
            "Clerk to ask and Cooper to tell",
            ["Clerk", "Councillor Cooper"],
            "Clerk to ask and Cooper to tell",
        ),
    ],
)
def test_an_owner_in_a_point_owns_the_priority(line: str, words: str, owners: list[str], text: str) -> None:
    (entry,) = listed(line)
    (action,) = entry.actions
    assert (action.words, [owner.name for owner in action.owners], entry.text) == (words, owners, text)


def test_dates_and_themes_of_a_point() -> None:
    dated = priority_of("- Improve practice by 1 March #quality")
    assert (dated.words, dated.due, dated.due_words, dated.themes) == (
        "Improve practice",
        date(2020, 3, 1),
        "by 1 March 2020",
        ("quality",),
    )
    assert priority_of("- Improve practice by 1 March 2020 (@Clerk)") == replace(
        dated, owners=priority_of("- Improve practice (@Clerk)").owners, themes=()
    )
    assert priority_of("- Improve practice by and by").due_kind is DueKind.UNDATED
    *_, under = listed("# 1 Workforce: staff are competent", "- Train #quality in due course")
    assert under.actions[0].themes == ("Workforce", "quality")


@pytest.mark.parametrize(
    "line", ["- (@Clerk)", "- @Clerk by Friday", "- #quality", "- Steps: @Smith, @Jones by May"]
)
def test_a_point_without_words_of_its_own_is_to_check(line: str) -> None:
    (entry,) = listed(line)
    assert (entry.kind, entry.text) == (Kind.UNREAD, line)
    assert entry.doubt


def test_a_theme_that_is_misspelt_is_doubted_once_at_its_heading() -> None:
    notes = "/priorities Plan:\n# Performance Managment: we know our strengths\n- One\n- Two"
    doubts = [doubt for _, doubt in read_lines(notes, sat()).doubts]
    assert doubts == ["theme “Performance Managment”: did you mean Performance Management?"]


# -- carried on -----------------------------------------------------------------------------------

NEXT = "/priorities Priorities for the next 6 months:"


def test_a_priority_is_carried_on_in_new_words_and_stays_the_same() -> None:
    record = in_december(
        f"{NEXT}\n- p1: Maintain the focus on recruitment and retention\n- Further develop QA activity"
    )
    carried = next(action for action in record.promises if action.reference == "p1/2020")
    assert carried.words == "Getting recruitment and retention right, and reducing agency numbers"
    assert carried.standing.words == "Maintain the focus on recruitment and retention"
    assert carried.plan is not None
    assert carried.plan.title == "Priorities for the next 6 months"
    assert priorities(record) == ["p7/2020 Further develop QA activity"]


def test_what_is_carried_on_may_get_an_owner_a_date_and_a_theme() -> None:
    above = f"{NEXT}\n# Workforce"
    (said,) = heard("- 2. p1: Keep staff (@Clerk) by 1 May", above).progress
    assert (said.words, said.themes, said.due) == ("Keep staff", ("Workforce",), date(2021, 5, 1))
    assert [owner.name for owner in said.owners] == ["Clerk"]


def test_a_reference_alone_carries_a_priority_on_as_it_stands() -> None:
    entry = heard("- p6", NEXT)
    assert entry.text == ""  # what it has may be otherwise by the time it prints, and for the public
    assert entry.progress == (NewProgress(11, state=ActionState.OPEN),)


def test_what_was_done_is_owed_again_where_it_is_carried_on() -> None:
    (said,) = heard("- p6: Focus on practice", f"/done p6\n{NEXT}").progress
    assert said.state is ActionState.OPEN
    (said,) = heard("- p6: Focus on practice in due course", f"/done p6\n{NEXT}").progress
    assert said.state is ActionState.IN_DUE_COURSE


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("- p99: Focus", "there is no open priority p99 of this body: f8 lists them"),
        ("- p1, p2: Both", "one priority a point: write - p4: and its words"),
    ],
)
def test_what_cannot_be_carried_on_is_to_check(line: str, doubt: str) -> None:
    entry = heard(line, NEXT)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


@pytest.mark.parametrize("line", ["- p1 remains", "- 1: words", "-- p1: words"])
def test_what_only_looks_like_a_reference_carries_nothing_on(line: str) -> None:
    assert heard(line, NEXT).progress == ()
    assert heard("- p1: words").progress == ()


def test_the_title_is_told_with_what_follows_from_it() -> None:
    line = f"/priorities {TITLE}; set by Ofsted; review 30 June 2021:"
    reading = read(line, sat())
    assert reading.kind_name == "priorities"
    assert [hint.text for hint in reading.hints] == [
        "review Wed 30 June 2021 ✓",
        "set by Ofsted",
        "the points below are its priorities",
    ]
    point = read("- Improve practice by 1 May", sat(line, in_december(july=in_july(SIX))))
    assert (point.kind_name, [hint.text for hint in point.hints]) == ("priority", ["due Sat 1 May 2021 ✓"])
