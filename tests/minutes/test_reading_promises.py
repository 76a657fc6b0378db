"""What is heard of actions and priorities by their references (SHORTHAND, Actions and Commands)."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.shorthand import complete
from storage.records import ActionState, DueKind, Kind, NewProgress, PromiseKind
from tests.minutes.board import DECEMBER, JULY, TEN, heard, in_december, in_july, said, sat
from tests.minutes.meetings import next_after, taken
from tests.minutes.reader import action_of

FIRST, MAYOR, TERMS, OFFICERS = 1, 2, 3, 4  # ids of actions 1 to 4; p1 has 6


def progress(line: str, above: str = "") -> list[NewProgress]:
    return list(heard(line, above).progress)


# -- what each command says ---------------------------------------------------------------------


def test_a_report_is_what_was_heard_and_brings_it_into_progress() -> None:
    entry = heard("/report 1 a draft had gone to Ofsted")
    assert (entry.kind, entry.text, entry.label) == (Kind.REPORT, "a draft had gone to Ofsted", "1")
    assert entry.progress == (NewProgress(FIRST, "a draft had gone to Ofsted", ActionState.IN_PROGRESS),)


@pytest.mark.parametrize(
    ("above", "state"),
    [
        ("/report 1 begun", "in progress"),
        ("/defer 1 in due course\n/report 1 begun", "in progress"),
        ("/done 1\n/report 1 more was heard", "done"),
        ("/report 1 begun\n/defer 1 20 January", "in progress"),
        ("/defer 1 in due course\n/defer 1 20 January", "open"),
        ("/done 1\n/defer 1 20 January", "open"),
        ("/drop 1 why\n/defer 1 in due course", "in due course"),
        (f"/defer p6 in due course\n{TEN}\n- p6", "in due course"),
    ],
)
def test_what_is_heard_follows_from_what_was(above: str, state: str) -> None:
    promises = sat(above).promises
    assert promises.standing(11 if "p6" in above else FIRST).state == state


def test_done_needs_no_words_and_may_name_several() -> None:
    assert progress("/done 1") == [NewProgress(FIRST, "", ActionState.DONE)]
    entry = heard("/done 1, 3 and p2: all by November")
    assert (entry.label, entry.text) == ("1, 3 and p2", "all by November")
    assert [each.action_id for each in entry.progress] == [FIRST, TERMS, 7]
    assert {each.text for each in entry.progress} == {"all by November"}


def test_dropped_with_its_reason() -> None:
    assert progress("/drop 3 the DfE had published them") == [
        NewProgress(TERMS, "the DfE had published them", ActionState.DROPPED)
    ]


@pytest.mark.parametrize(
    ("said_so", "on", "words", "reason"),
    [
        (
            "Friday week waiting for the lawyers",
            date(2020, 12, 25),
            "by 25 December 2020",
            "waiting for the lawyers",
        ),
        (
            "until 29 January: Ofsted had asked for more",
            date(2021, 1, 29),
            "by 29 January 2021",
            "Ofsted had asked for more",
        ),
        ("to the end of March – the audit", date(2021, 3, 31), "by the end of March", "the audit"),
        ("2w", date(2020, 12, 28), "by 28 December 2020", ""),
        ("within two months, as agreed", date(2021, 2, 14), "by 14 February 2021", "as agreed"),
        ("5 May 2021 2 officers are ill", date(2021, 5, 5), "by 5 May 2021", "2 officers are ill"),
    ],
)
def test_deferred_to_a_date_with_its_reason(said_so: str, on: date, words: str, reason: str) -> None:
    entry = heard(f"/defer 1 {said_so}")
    assert (entry.on, entry.text) == (on, reason)
    assert entry.progress == (NewProgress(FIRST, reason, ActionState.OPEN, on, words, DueKind.DATE),)


def test_deferred_to_the_next_meeting_follows_what_the_meeting_says_of_it() -> None:
    (unknown,) = progress("/defer 1 the next meeting")
    assert (unknown.due, unknown.due_words, unknown.due_kind) == (
        None,
        "at the next meeting",
        DueKind.NEXT_MEETING,
    )
    (known,) = progress("/defer 1 to the next meeting", "/nextmeeting 20 January")
    assert (known.due, known.due_kind) == (date(2021, 1, 20), DueKind.NEXT_MEETING)


def test_a_rating_is_as_the_body_writes_it() -> None:
    assert progress("/rate 1 B2") == [NewProgress(FIRST, rating="B2")]
    assert heard("/rate p1 amber").text == "amber"


def test_a_report_may_make_an_action_of_its_own() -> None:
    entry = heard("/report 1 sent back. @Clerk to ask Ofsted why by Friday")
    assert entry.text == "sent back. Clerk to ask Ofsted why by Friday"
    assert [action.words for action in entry.actions] == ["ask Ofsted why"]
    assert entry.progress[0].text == entry.text


def test_a_question_that_is_not_answered_is_owed_a_reply_in_writing() -> None:
    assert action_of("+ Clerk: reply by Friday", "? how").kind is PromiseKind.REPLY
    assert action_of("+ Cooper: reply too", "? how\n+ Clerk: reply by Friday").kind is PromiseKind.REPLY
    assert action_of("+ Clerk: send the figures", "? how\n> often").kind is PromiseKind.ACTION
    assert action_of("@Clerk: reply by Friday", "? how").kind is PromiseKind.ACTION


# -- which promise it is ------------------------------------------------------------------------


def test_a_bare_number_is_the_only_open_one_else_the_one_of_the_year() -> None:
    earlier = taken("/1\n@Clerk: ask\n@Clerk: tell", next_after(in_july(), DECEMBER))
    later = next_after(earlier, JULY.replace("15 July 2020", "20 January 2021"))
    later = taken("/1\n@Clerk: write", later)
    record = next_after(later, JULY.replace("15 July 2020", "17 March 2021"))
    assert heard("/report 2 begun", record=record).progress[0].action_id == MAYOR
    written = next(action.id for action in later.actions)
    assert heard("/report 1 begun", record=record).progress[0].action_id == written
    assert heard("/report 1/2020 begun", record=record).progress[0].action_id == FIRST
    assert heard("/report 1 begun", "/done 1", record=record).progress[0].action_id == FIRST


def test_a_number_that_fits_two_of_other_years_asks_for_the_year() -> None:
    record = in_december("/1\n@Clerk: ask")
    for day in ("20 January 2021", "19 January 2022"):
        record = taken("/1\n@Clerk: write", next_after(record, JULY.replace("15 July 2020", day)))
    record = next_after(record, JULY.replace("15 July 2020", "18 January 2023"))
    assert (
        heard("/done 1", record=record).doubt
        == "action 1 fits 1/2020, 1/2021 and 1/2022: write the year, too"
    )


@pytest.mark.parametrize("line", ["/done 1", "/DONE 1", "/done1", "/done: 1", "/done 1.", "/done 1/2020:"])
def test_a_reference_however_it_is_typed(line: str) -> None:
    assert heard(line).progress == (NewProgress(FIRST, "", ActionState.DONE),)


def test_the_day_of_a_date_behind_a_comma_is_no_reference() -> None:
    entry = heard("/defer 1, 3 January")
    assert ([each.action_id for each in entry.progress], entry.on) == ([FIRST], date(2021, 1, 3))


# -- what cannot be ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "above", "doubt"),
    [
        ("/report 14 going well", "", "there is no open action 14 of this body: f8 lists them"),
        ("/report p9/2019 well", "", "there is no open priority p9/2019 of this body: f8 lists them"),
        ("/done", "", "which action? write its number first, as in “/report 4 on course”"),
        ("/done the Action Plan", "", "which action? write its number first, as in “/report 4 on course”"),
        ("/done 4/20 sent", "", "which action? write its number first, as in “/report 4 on course”"),
        ("/report 1", "", "what was heard of it? write /report 1 and the words"),
        ("/drop 1", "", "why is it dropped? write /drop 1 and the reason"),
        ("/done 1", "/done 1", "action 1 was done on 14 December 2020 already"),
        ("/drop 1 late", "/done 1", "action 1 was done on 14 December 2020 already"),
        ("/done 1 2 3", "", "are several done? write /done 1, 2, 3"),
        ("/done p6", "/drop p6 it is", "priority p6 was dropped on 14 December 2020 already"),
        ("/defer 1", "", "until when? write /defer 1 28 November and the reason"),
        (
            "/defer 1 31 November",
            "",
            "“31 November” begins with no date: write /defer 1 28 November and the reason",
        ),
        ("/defer 1 3 March 2020", "", "3 March 2020 is not after 14 December 2020: write a later date"),
        (
            "/defer 1 14 December 2020",
            "",
            "14 December 2020 is not after 14 December 2020: write a later date",
        ),
        ("/defer 1 20 January", "/defer 1 20 January", "it is due on 20 January 2021 already"),
        ("/rate 1", "", "what is its rating? write /rate 1 B2, or amber"),
        (f"/rate 1 {'A' * 31}", "", f"“{'A' * 31}” is too long for a rating: write /rate 1 B2, or amber"),
        ("/report 1 then @Mayo, x", "", "no owner read in “@Mayo, x …”: write @name: … or @name to …"),
    ],
)
def test_what_cannot_be_is_kept_word_for_word_and_says_why(line: str, above: str, doubt: str) -> None:
    entry = heard(line, above)
    assert (entry.kind, entry.text, entry.doubt, entry.progress) == (Kind.UNREAD, line, doubt, ())


@pytest.mark.parametrize(
    ("theme", "doubt"),
    [
        ("Performence-Management", "theme “Performence-Management”: did you mean Performance Management?"),
        ("performance-management", ""),
        ("Elsewhere", ""),
    ],
)
def test_a_theme_misspelt_by_one_letter_is_kept_and_offered_the_near_one(theme: str, doubt: str) -> None:
    entry = heard(f"@Clerk: ask by Friday #{theme}")
    assert (entry.kind, entry.doubt, len(entry.actions)) == (Kind.ACTION, doubt, 1)


def test_a_theme_that_only_a_promise_has_is_known_too_unless_that_is_exempt() -> None:
    december = in_december(july=in_july("@Clerk: ask #Roads\n/exempt 3\n@Clerk: tell #Placements"))

    def themed(theme: str) -> tuple[tuple[str, ...], str]:
        entry = heard(f"@Clerk: ask by Friday #{theme}", record=december)
        return entry.actions[0].themes, entry.doubt

    assert themed("roads") == (("Roads",), "")
    assert themed("Raods") == (("Raods",), "theme “Raods”: did you mean Roads?")
    assert themed("Placments") == (("Placments",), "")


# -- what is said while it is typed ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "hints"),
    [
        (
            "/report 1 sent",
            ["1 due Wed 30 September 2020 (late)", "Director of People: provide the Action Plan to Ofsted"],
        ),
        ("/done p6", ["p6 done", "Continuing the relentless focus on practice"]),
        (
            "/defer 2 2w",
            [
                "2 from Sat 31 October 2020 to Mon 28 December 2020 ✓",
                "The Mayor: provide an update to the DfE",
            ],
        ),
        (
            "/defer 3 in due course",
            ["3 from no date to in due course ✓", "Clerk: circulate the terms of reference"],
        ),
        ("/rate 1 B2", ["1 rated B2", "Director of People: provide the Action Plan to Ofsted"]),
        ("/report", ["/report 4 text"]),
    ],
)
def test_a_line_says_which_promise_it_is_about_and_how_that_stands(line: str, hints: list[str]) -> None:
    assert [hint.text for hint in said(line).hints] == hints


def test_a_line_says_what_was_before() -> None:
    above = "/rate 1 B2\n/done 3"
    assert said("/rate 1 amber", above).hints[0].text == "1 rated amber (before: B2)"
    assert said("/report 3 sent", above).hints[0].text == "3 done on 14 December 2020"


# -- completion -----------------------------------------------------------------------------------


def completed(line: str, above: str = "") -> list[str]:
    found = complete(line, len(line), sat(above))
    return [f"{line[: each.start]}{each.text}" for each in found]


def test_tab_completes_what_is_owed_what_was_not_heard_of_first() -> None:
    assert completed("/report ")[:3] == ["/report 1 ", "/report 2 ", "/report 3 "]
    of_list = completed("/report p", "/report p1 well\n/done p3")[:5]
    assert of_list == [f"/report {each} " for each in ("p2", "p4", "p5", "p6", "p1")]
    assert completed("/done 1, p5 and p6") == ["/done 1, p5 and p6 "]
    assert completed("/defer mayor") == completed("/defer update") == ["/defer 2 "]
    assert completed("/report 1 sen") == []


def test_tab_names_the_year_where_it_is_not_this_meetings() -> None:
    record = next_after(in_july(), JULY.replace("15 July 2020", "20 January 2021"))
    found = complete("/done ", 6, sat(record=record))
    assert [each.text for each in found][:2] == ["1/2020 ", "2/2020 "]


def test_tab_completes_a_priority_that_another_list_carries_on() -> None:
    assert completed("- p6", "/priorities Next:") == ["- p6: "]
    assert completed("- p6") == []
