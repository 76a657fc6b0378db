"""Questions and replies in print, as the shorthand's chapter "Questions" has them."""

from __future__ import annotations

import pytest

from minutes.wording.questions import opens_with_a_speaker, question
from tests.minutes.meetings import printed


def test_a_question_and_the_reply_of_a_speaker_make_one_sentence() -> None:
    assert printed(
        "? (Johnson) Audits: quality assurance and audits\n> officers confirmed that this was a critical area"
    ) == [
        "• Audits – in response to a question from Councillor Johnson about quality assurance and audits, "
        "officers confirmed that this was a critical area."
    ]


def test_without_an_asker_it_is_a_question_about_something() -> None:
    assert printed("? Audits: quality assurance and audits\n> officers confirmed that it was critical.") == [
        "• Audits – in response to a question about quality assurance and audits, officers confirmed that it "
        "was critical."
    ]


def test_without_a_label_the_point_begins_with_a_capital() -> None:
    assert printed("? quality assurance\n> the Director of People advised that it was in hand") == [
        "• In response to a question about quality assurance, the Director of People advised that it was in "
        "hand."
    ]


def test_a_reply_without_a_speaker_is_a_sentence_of_its_own() -> None:
    assert printed("? (Johnson) Audits: quality assurance and audits\n> these would be reported in May") == [
        "• Audits – Councillor Johnson asked about quality assurance and audits. "
        "These would be reported in May."
    ]
    assert printed("? quality assurance\n> this was in hand") == [
        "• A question was asked about quality assurance. This was in hand."
    ]


@pytest.mark.parametrize("word", ["whether", "how", "why", "what", "when", "where", "who", "which"])
def test_before_a_question_word_there_is_no_about_where_it_is_not_joined(word: str) -> None:
    assert question("Councillor Johnson", "", f"{word} it was so", ["it was"]) == (
        f"Councillor Johnson asked {word} it was so. It was."
    )
    assert question("", "", f"{word} it was so", ["officers said that it was"]) == (
        f"In response to a question about {word} it was so, officers said that it was."
    )


def test_if_prints_as_whether() -> None:
    assert printed("? (Johnson) if the plan was ready\n> it was") == [
        "• Councillor Johnson asked whether the plan was ready. It was."
    ]
    assert printed("? if the plan was ready\n> officers confirmed that it was") == [
        "• In response to a question about whether the plan was ready, officers confirmed that it was."
    ]


def test_a_question_word_is_a_whole_word() -> None:
    assert question("Councillor Johnson", "", "however small a sum", []) == (
        "Councillor Johnson asked about however small a sum."
    )
    assert question("", "", "iffy figures", []) == "A question was asked about iffy figures."


def test_nobody_asking_how_is_a_member() -> None:
    assert printed("? how the committee could help\n> by visiting") == [
        "• A member asked how the committee could help. By visiting."
    ]


def test_a_direct_question_prints_as_asked_and_is_never_joined() -> None:
    assert printed(
        "? (Johnson) When will the plan be ready?\n> officers confirmed that it would be in May"
    ) == [
        "• Councillor Johnson asked, 'When will the plan be ready?' "
        "Officers confirmed that it would be in May."
    ]
    assert printed("? Plan: When will it be ready?\n> in May") == [
        "• Plan – a member asked, 'When will it be ready?' In May."
    ]
    assert printed("? When will it be ready?") == ["• A member asked, 'When will it be ready?'"]


def test_a_second_reply_adds_a_sentence() -> None:
    assert printed(
        "? audits\n> officers confirmed that it was so\n> the Director added that it was good"
    ) == [
        "• In response to a question about audits, officers confirmed that it was so. "
        "The Director added that it was good."
    ]


def test_a_follow_on_between_question_and_reply_does_not_part_them() -> None:
    assert printed("? audits\n> officers confirmed it\n+ officers: send figures\n> the Director agreed") == [
        "• In response to a question about audits, officers confirmed it. The Director agreed."
    ]


def test_an_open_question_prints_as_asked_about() -> None:
    assert printed("? (Johnson) Roads: potholes") == ["• Roads – Councillor Johnson asked about potholes."]
    assert printed("? potholes") == ["• A question was asked about potholes."]
    assert printed("? Roads: potholes") == ["• Roads – a question was asked about potholes."]


def test_a_reply_with_nothing_to_reply_to_is_a_point() -> None:
    assert printed("A note.\n> officers confirmed it")[-1].startswith("• ")


def test_an_asker_named_by_role_prints_by_role() -> None:
    assert printed("? (Monitoring Officer) the law\n> yes") == [
        "• The Monitoring Officer asked about the law. Yes."
    ]
    assert printed("? (Sue Lintern) the law\n> yes") == ["• Sue Lintern asked about the law. Yes."]


def test_someone_on_no_list_asks_as_typed_with_a_small_article_inside_the_sentence() -> None:
    assert printed("? (Ofsted) Roads: potholes\n> officers advised that they were filled") == [
        "• Roads – in response to a question from Ofsted about potholes, officers advised that they were "
        "filled."
    ]
    assert printed("? (A resident) Roads: potholes\n> yes") == [
        "• Roads – a resident asked about potholes. Yes."
    ]
    assert printed("? (The Mayor) potholes") == ["• The Mayor asked about potholes."]


def test_an_article_loses_its_capital_inside_the_sentence() -> None:
    assert question("", "", "audits.", ["The Director stated that all was well"]) == (
        "In response to a question about audits, the Director stated that all was well."
    )


def test_a_reply_that_ends_in_a_colon_takes_the_points_below() -> None:
    assert printed("? audits\n> officers confirmed the following:\n- one\n- two\n-- under") == [
        "• In response to a question about audits, officers confirmed the following:",
        "  • one",
        "  • two",
        "    • under",
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "officers confirmed that",
        "the Children's Commissioner explained that there were many",
        "The Director of People – Children and Adult Services advised members",
        "Councillor Howcroft-Scott stated that",
        "she also added that",
    ],
)
def test_a_speaker_and_a_verb_of_saying(reply: str) -> None:
    assert opens_with_a_speaker(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "it was confirmed that this was so",
        "this had been explained before",
        "confirmed that this was so",
        "yes, officers confirmed that this was so",
        "in May",
        "reports that officers confirmed were late",
        "A letter. Officers confirmed it",
        "the plan",
        "",
    ],
)
def test_no_speaker_with_a_verb_of_saying(reply: str) -> None:
    assert not opens_with_a_speaker(reply)
