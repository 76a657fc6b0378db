"""The shorthand's chapters "Questions" and "Decisions": each example and rule as it prints."""

from __future__ import annotations

import pytest

from minutes.document import Paragraph
from minutes.layouts import build
from tests.minutes.meetings import AGENDA, prepared, printed, taken

ABOUT = "in response to a question from Councillor Johnson about quality assurance and audits"


@pytest.mark.parametrize(
    ("question", "alone", "joined"),
    [
        (
            "? (Johnson) Audits: quality assurance and audits",
            "• Audits – Councillor Johnson asked about quality assurance and audits.",
            f"• Audits – {ABOUT}, officers confirmed it.",
        ),
        (
            "? (Johnson) quality assurance and audits",
            "• Councillor Johnson asked about quality assurance and audits.",
            f"• {ABOUT[:1].upper()}{ABOUT[1:]}, officers confirmed it.",
        ),
        (
            "? Audits: quality assurance and audits",
            "• Audits – a question was asked about quality assurance and audits.",
            "• Audits – in response to a question about quality assurance and audits, officers confirmed it.",
        ),
        (
            "? Effective scrutiny: how the committee could ensure effective scrutiny",
            "• Effective scrutiny – a member asked how the committee could ensure effective scrutiny.",
            "• Effective scrutiny – in response to a question about how the committee could ensure effective "
            "scrutiny, officers confirmed it.",
        ),
        (
            "? (Kemp, Cooper) what it cost.",
            "• Councillors Kemp and Cooper asked what it cost.",
            "• In response to a question from Councillors Kemp and Cooper about what it cost, officers "
            "confirmed it.",
        ),
        (
            "? (Johnson) If it was late",
            "• Councillor Johnson asked whether it was late.",
            "• In response to a question from Councillor Johnson about whether it was late, officers "
            "confirmed it.",
        ),
        (
            "? (Chairman) Why it was late",
            "• The Chairman asked why it was late.",
            "• In response to a question from the Chairman about why it was late, officers confirmed it.",
        ),
        (
            "? (Johnson) Plan: When will it be ready?",
            "• Plan – Councillor Johnson asked, 'When will it be ready?'",
            "• Plan – Councillor Johnson asked, 'When will it be ready?' Officers confirmed it.",
        ),
        (
            "? if it is late?",
            "• A member asked, 'If it is late?'",
            "• A member asked, 'If it is late?' Officers confirmed it.",
        ),
    ],
)
def test_a_question_alone_and_with_its_reply(question: str, alone: str, joined: str) -> None:
    assert printed(question) == [alone]
    assert printed(f"{question}\n> officers confirmed it") == [joined]
    assert printed(f"{question}\n> it was so") == [f"{alone} It was so."]


@pytest.mark.parametrize(
    "word", ["whether", "how", "why", "what", "when", "where", "who", "which", "Whether", "How", "Who"]
)
def test_every_question_word(word: str) -> None:
    small = word.lower()
    assert printed(f"? (Johnson) {word} it was") == [f"• Councillor Johnson asked {small} it was."]
    assert printed(f"? (Johnson) {word} it was\n> officers said so") == [
        f"• In response to a question from Councillor Johnson about {small} it was, officers said so."
    ]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("The Director of People advised that it was", "the Director of People advised that it was."),
        ("Officers explained that it was", "officers explained that it was."),
        ("Cllr. Kemp stated that it was", "Cllr. Kemp stated that it was."),
        ("Mr J. Webb and Dr. Bell confirmed it", "Mr J. Webb and Dr. Bell confirmed it."),
        ("he said no", "he said no."),
        ("OSC officers undertook to look", "OSC officers undertook to look."),
    ],
)
def test_a_speaker_and_a_verb_of_saying_join(reply: str, said: str) -> None:
    assert printed(f"? audits\n> {reply}") == [f"• In response to a question about audits, {said}"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("yes", "Yes."),
        ("it was confirmed that it was", "It was confirmed that it was."),
        ("Members were told no", "Members were told no."),
        ("that was plan b. Officers confirmed it", "That was plan b. Officers confirmed it."),
    ],
)
def test_any_other_reply_is_a_sentence_of_its_own(reply: str, said: str) -> None:
    assert printed(f"? audits\n> {reply}") == [f"• A question was asked about audits. {said}"]


def test_only_replies_and_follow_ons_may_stand_between() -> None:
    assert printed(
        "? audits\n> officers agreed\n+ Clerk: go\n> they added more\n+ Clerk: stay\n> it was so"
    ) == ["• In response to a question about audits, officers agreed. They added more. It was so."]
    assert printed("? audits\nA note.\n> it was so") == [
        "• A question was asked about audits.",
        "A note.",
        "• it was so",
    ]
    assert printed("? audits\n? roads\n> it was so") == [
        "• A question was asked about audits.",
        "• A question was asked about roads. It was so.",
    ]


# -- decisions ---------------------------------------------------------------------------------


def test_the_examples_of_decisions() -> None:
    assert printed("! noted the report") == ["The Committee noted the report."]
    assert printed("! that the information provided be noted") == [
        "AGREED that the information provided be noted."
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("that, subject to funds, it be bought", "AGREED that, subject to funds, it be bought."),
        ("that: it be bought", "AGREED that: it be bought."),
        ("to buy it", "AGREED to buy it."),
        ("together bought it", "The Committee together bought it."),
        ("thatched the roof", "The Committee thatched the roof."),
        ("Bought it", "Bought it."),
        ("it was bought", "It was bought."),
        ("items were bought", "The Committee items were bought."),
        ("there was no bid", "There was no bid."),
        ("this be bought", "This be bought."),
        ("these be bought", "These be bought."),
        ("all be bought", "All be bought."),
        ("no bid be made", "No bid be made."),
        ("the bid be made", "The bid be made."),
        ("£5 be spent", "£5 be spent."),
    ],
)
def test_how_a_decision_begins(typed: str, text: str) -> None:
    assert printed(f"! {typed}") == [text]


def test_several_that_lines_are_parts() -> None:
    assert printed("! that a be so\n! that, if so, b be so\n! to go\n! that c be so") == [
        "AGREED:",
        "(1) that a be so;",
        "(2) that, if so, b be so.",
        "AGREED to go.",
        "AGREED that c be so.",
    ]


def test_the_verb_stands_in_the_bodys_own_style() -> None:
    agenda = AGENDA.replace("Venue", "Noun: The Board\nVerb: Resolved\nVenue")
    assert printed("! that a be so\n! that b be so\n! to go\n! went", agenda=agenda) == [
        "Resolved:",
        "(1) that a be so;",
        "(2) that b be so.",
        "Resolved to go.",
        "The Board went.",
    ]


def test_a_noun_given_small_gets_a_capital_where_it_starts_the_sentence() -> None:
    agenda = AGENDA.replace("Venue", "Noun: the Panel\nVenue")
    assert printed("! noted it", agenda=agenda) == ["The Panel noted it."]


def test_a_reply_to_nothing_prints_as_a_point_also_once_approved() -> None:
    record = taken("/5\n> it was so", prepared())
    assert not any(isinstance(block, Paragraph) and block.to_check for block in build(record).blocks)
    assert record.entries[1].doubt == "there is no question or motion above that this replies to"
