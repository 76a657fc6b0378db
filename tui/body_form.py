"""What is typed on the Body screen, and the settings it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutes.agenda import default_noun
from minutes.agenda.when import read_month
from minutes.english import MONTHS
from minutes.quorum import quorum_doubt
from storage.records import INTEREST_KINDS, Body

LINES = (
    ("name", "Name", "e.g. Health and Wellbeing Board"),
    ("organisation", "Organisation", "e.g. Medway Council; may be left empty"),
    ("noun", "Referred to as", "e.g. The Board"),
    ("title", "Members' title", "e.g. Councillor or Cllr; empty where names stand alone"),
    ("quorum", "Quorum", "e.g. 3, or a part of the members: 1/4; may be left empty"),
    ("numbering", "Minute numbers", "agenda (the items’), running (on through the year), meeting or none"),
    ("counting", "Counts up", "last or first: which number of 24/55 goes up"),
    ("exempt_mark", "Exempt mark", "e.g. /E, after the number of an exempt minute"),
    ("year_starts", "Year starts", "e.g. May: when running numbers start anew"),
    ("interests", "Interests", "e.g. dpi = Disclosable pecuniary interests; other = Other interests"),
)
_NUMBERINGS = ("agenda", "running", "meeting", "none")
_COUNTINGS = ("last", "first")


class SettingError(Exception):
    """A line that no setting can be made of: `line` is its name, the message tells what to type."""

    def __init__(self, line: str, told: str) -> None:
        super().__init__(told)
        self.line = line


def texts_of(body: Body) -> dict[str, str]:
    """What the form says of a body."""
    plain = (
        "name",
        "organisation",
        "noun",
        "title",
        "quorum",
        "numbering",
        "counting",
        "exempt_mark",
    )
    return {
        **{name: getattr(body, name) for name in plain},
        "year_starts": MONTHS[body.year_starts - 1],
        "interests": "; ".join(f"{short} = {heading}" for short, heading in body.interest_kinds),
    }


def body_of(base: Body, texts: Mapping[str, str]) -> Body:
    """`base` with what the form says; raises SettingError for the first line that cannot be read.

    A quorum that cannot be read is kept as it is typed: `quorum_words` says so.
    """
    if not texts["name"]:
        raise SettingError("name", "A body needs a name: type it in the line “Name”.")
    quorum = texts["quorum"].replace(" / ", "/")
    return replace(
        base,
        name=texts["name"],
        organisation=texts["organisation"],
        noun=texts["noun"] or default_noun(texts["name"]),
        title=texts["title"],
        quorum=quorum,
        numbering=_chosen(
            "numbering", texts, _NUMBERINGS, "Minute numbers are agenda, running, meeting or none."
        ),
        counting=_chosen("counting", texts, _COUNTINGS, "What counts up is the last number or the first."),
        exempt_mark=texts["exempt_mark"],
        year_starts=_month(texts["year_starts"]),
        interest_kinds=_kinds(texts["interests"]),
    )


def quorum_words(texts: Mapping[str, str]) -> str:
    """What is to be said of the quorum typed, "" where it can be read."""
    doubt = quorum_doubt(texts["quorum"])
    return f"To check: the quorum {doubt}." if doubt else ""


def _chosen(line: str, texts: Mapping[str, str], choices: Sequence[str], told: str) -> str:
    """The one choice that begins as typed; the first where nothing is."""
    for choice in choices:
        if choice.startswith(texts[line].casefold()):
            return choice
    raise SettingError(line, told)


def _month(text: str) -> int:
    month = read_month(text) if text else 1
    if not month:
        raise SettingError("year_starts", "The year starts with a month: January, May …")
    return month


def _kinds(text: str) -> tuple[tuple[str, str], ...]:
    kinds = []
    for part in filter(None, map(str.strip, text.split(";"))):
        short, _, heading = (side.strip() for side in part.partition("="))
        if not short or not heading:
            told = "Write kinds of interest as “dpi = Disclosable pecuniary interests; …”."
            raise SettingError("interests", told)
        kinds.append((short, heading))
    return tuple(kinds) or INTEREST_KINDS
