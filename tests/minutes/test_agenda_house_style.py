"""The headers of an agenda that say the words and the standing parts of a body's minutes."""

from __future__ import annotations

import pytest

from minutes.agenda import survey_agenda


def test_the_house_style_is_said_in_two_headers() -> None:
    reading = survey_agenda(
        "Cabinet\nDate: 3 September 2019\nLayout: board\n"
        "Words: Discussion = Consideration; chair = Chairman; reasons = -; tone = warm; chair = Chair;"
        " action\n"
        "Parts: present = Members present; apologies; In  attendance = Officers; tea; close\n\n1. Budget\n"
    )
    agenda = reading.agenda
    assert agenda.words == (("discussion", "Consideration"), ("chair", "Chairman"), ("reasons", "-"))
    assert agenda.parts == (
        ("present", "Members present"),
        ("apologies", ""),
        ("in attendance", "Officers"),
        ("close", ""),
    )
    assert reading.unread == ("Words: tone = warm", "Words: chair = Chair", "Words: action", "Parts: tea")


@pytest.mark.parametrize(
    ("headers", "verb", "unread"),
    [
        ("Words: resolved = RESOLVED", "RESOLVED", ()),
        ("Verb: AGREED", "AGREED", ()),
        ("Verb: AGREED\nWords: resolved = RESOLVED", "AGREED", ("Words: resolved = RESOLVED",)),
    ],
)
def test_what_resolutions_open_with_is_the_verb(headers: str, verb: str, unread: tuple[str, ...]) -> None:
    reading = survey_agenda(f"Cabinet\nDate: 3 September 2019\n{headers}\n\n1. Budget\n")
    assert (reading.agenda.verb, reading.agenda.words, reading.unread) == (verb, (), unread)


def test_an_item_about_words_is_no_header() -> None:
    agenda = survey_agenda("Cabinet\nDate: 3 September 2019\n\n1. Budget\nWords: a motion\n").agenda
    assert [item.title for item in agenda.items] == ["Budget", "Words: a motion"]


def test_a_layout_is_known_however_it_is_written_and_one_there_is_none_of_is_said() -> None:
    opening = "Cabinet\nDate: 3 September 2019\nLayout: {}\n1. Apologies"
    known, unknown = (survey_agenda(opening.format(said)) for said in ("Decision-Notice", "fancy"))
    assert (known.agenda.layout, known.unread) == ("decision notice", ())
    assert (unknown.agenda.layout, unknown.unread) == ("", ("Layout: fancy",))
