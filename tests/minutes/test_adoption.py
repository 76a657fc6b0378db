"""Recommendations as the body adopts them (SHORTHAND, Decisions: `!=`)."""

from __future__ import annotations

import pytest

from minutes.wording.adoption import adopted, report_parts
from storage.records import ReportPart


def by_cabinet(text: str) -> str:
    return adopted(text, "The Cabinet", "AGREED", "Cabinet")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "The Cabinet is asked to note the content of this report and improvement steps taken so far.",
            "The Cabinet noted the content of this report and improvement steps taken so far.",
        ),
        (
            "The Cabinet is asked to note that a further report will be submitted in December 2019.",
            "The Cabinet noted that a further report will be submitted in December 2019.",
        ),
        (
            "Therefore, the Cabinet is asked to accept this item as urgent for the reasons set out above.",
            "The Cabinet accepted this item as urgent for the reasons set out above.",
        ),
        ("Cabinet is recommended to approve the plan", "The Cabinet approved the plan."),
        ("Members are requested to consider the plan", "The Cabinet considered the plan."),
        ("The Cabinet is invited to formally adopt the policy", "The Cabinet formally adopted the policy."),
        ("To receive the minutes", "The Cabinet received the minutes."),
        ("Note the report", "The Cabinet noted the report."),
        ("It is recommended to endorse the plan", "The Cabinet endorsed the plan."),
        ("The Cabinet is asked to agree to sell the land", "The Cabinet agreed to sell the land."),
        ("The Cabinet is asked to sell the land", "The Cabinet agreed to sell the land."),
        (
            "The Cabinet is asked to delegate authority to the Director",
            "The Cabinet delegated authority to the Director.",
        ),
    ],
)
def test_what_the_body_is_asked_is_told_as_done(asked: str, told: str) -> None:
    assert by_cabinet(asked) == told


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (
            "note progress and support ongoing implementation",
            "noted progress and agreed to support ongoing implementation",
        ),
        ("note the progress made and the continued work", "noted the progress made and the continued work"),
        ("receive and note the report", "received and noted the report"),
        (
            "note the report, approve the plan and request a report",
            "noted the report, approved the plan and requested a report",
        ),
        ("support the plan and monitor its cost", "agreed to support the plan and monitor its cost"),
        ("sell the land and note the price", "agreed to sell the land and noted the price"),
        ("note the offer and request for funding", "noted the offer and request for funding"),
        ("agree to accept the offer and adopt the plan", "agreed to accept the offer and adopt the plan"),
        (
            "recommend that Council approve the budget and adopt the plan",
            "recommended that Council approve the budget and adopt the plan",
        ),
        (
            "note that costs are rising and approve the budget",
            "noted that costs are rising and approved the budget",
        ),
        (
            "delegate authority to the Director to approve the bid and accept it",
            "delegated authority to the Director to approve the bid and accept it",
        ),
    ],
)
def test_several_verbs(rest: str, told: str) -> None:
    assert by_cabinet(f"The Cabinet is asked to {rest}.") == f"The Cabinet {told}."


def test_numbered_parts_are_told_each() -> None:
    assert by_cabinet(
        "The Cabinet is asked to: (a) note the report; (b) approve the plan; and (c) sell the land."
    ) == ("The Cabinet: (a) noted the report; (b) approved the plan; and (c) agreed to sell the land.")
    assert by_cabinet("It is recommended that: (a) the report be noted; (b) the plan be approved") == (
        "AGREED that: (a) the report be noted; (b) the plan be approved."
    )


@pytest.mark.parametrize(
    "text", ["That the plan be approved", "It is recommended that the plan be approved."]
)
def test_that_is_a_resolution(text: str) -> None:
    assert by_cabinet(text) == "AGREED that the plan be approved."


def test_the_body_is_known_by_its_noun_or_its_name() -> None:
    board = "Health and Wellbeing Board"
    assert (
        adopted("The Board is asked to note it", "The Committee", "AGREED", board)
        == "The Committee noted it."
    )
    asked = "The Overview and Scrutiny Committee is asked to note the progress made."
    assert adopted(asked, "The Committee", "AGREED", "Scrutiny") == "The Committee noted the progress made."
    assert (
        adopted("The Board is asked to note it", "The Directors", "AGREED", "Board of Directors")
        == "The Directors noted it."
    )


def test_what_asks_somebody_else_is_asked_of_them() -> None:
    assert by_cabinet("The Council is recommended to approve the budget.") == (
        "The Cabinet recommended the Council to approve the budget."
    )
    assert by_cabinet("That the Council be recommended to approve the budget;") == (
        "The Cabinet recommended the Council to approve the budget."
    )
    assert by_cabinet("It is recommended that Members be asked to note it.") == "The Cabinet noted it."
    assert by_cabinet("The Director of People is asked to report back.") == (
        "The Cabinet asked the Director of People to report back."
    )


@pytest.mark.parametrize("who", ["Full Council", "the Council", "the Health and Wellbeing Board"])
def test_what_another_body_would_do_is_recommended_to_it(who: str) -> None:
    asked = f"It is recommended that {who} approves the plan"
    assert by_cabinet(asked) == f"AGREED to recommend that {who} approves the plan."
    assert by_cabinet(f"That {who} note it") == f"AGREED to recommend that {who} note it."


def test_what_the_body_itself_or_no_body_would_do_is_resolved() -> None:
    assert by_cabinet("that Cabinet approves the plan") == "AGREED that Cabinet approves the plan."
    assert by_cabinet("that the Council approval be sought") == "AGREED that the Council approval be sought."


@pytest.mark.parametrize("tail", [";", ",", "; and", " ;and ", ", or"])
def test_what_only_joined_it_to_the_next_recommendation_goes(tail: str) -> None:
    assert by_cabinet(f"To note the report{tail}") == "The Cabinet noted the report."
    assert by_cabinet(f"that the plan be approved{tail}") == "AGREED that the plan be approved."


def test_what_has_no_such_form_is_told_word_for_word() -> None:
    assert by_cabinet("Option two, as set out above") == (
        "The Cabinet adopted the recommendation: Option two, as set out above."
    )


def test_the_parts_of_a_report_by_number() -> None:
    parts = (
        ReportPart("Recommendation", "10.1", "to note it"),
        ReportPart("Reason", "11.1", "it is due"),
        ReportPart("recommendations", "10.2", "to approve it"),
        ReportPart("Recommendation", "10.3", ""),
    )
    assert report_parts(parts, "Recommendation") == (parts[0], parts[2])
    assert report_parts(parts, "Recommendation", "10.2") == (parts[2],)
    assert report_parts(parts, "Reason") == (parts[1],)
