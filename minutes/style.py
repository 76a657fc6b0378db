"""The house style of a body: the layout of its minutes, their words, and their standing parts in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from storage.records import Body

LAYOUTS = ("committee", "board", "governors", "decision notice", "action log")
NOTHING = "-"  # in a body's settings: a word that is left out altogether

# the names of the standing parts in their usual order, each with its usual heading
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "present": "Present",
        "substitutes": "Substitutes",
        "apologies": "Apologies",
        "absent": "Absent",
        "in attendance": "In attendance",
        "minutes": "",
        "close": "Close of meeting",
        "actions": "Actions",
        "signature": "",
    }
)
# the words that a body may choose, each with the usual one
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "Minutes of the meeting",
        "chair": "",  # as the offices on the list of members have it
        "resolved": "AGREED",
        "discussion": "Discussion",
        "decision": "Decision",
        "reasons": "Reasons",
        "alternatives": "Alternatives considered and rejected",
        "action": "ACTION",
        "question": "Q.",
        "answer": "A.",
        "part one": "Part I",
        "part two": "Part II – confidential",
        "who and when": "Who and when",
        "call-in": "5",
        "published": "0",
    }
)
_OF_LAYOUT: Mapping[str, Mapping[str, str]] = {"board": {"resolved": "IT WAS RESOLVED"}}


@dataclass(frozen=True, slots=True)
class Style:
    """How minutes are written: `parts` are the standing ones in their order, each with its heading."""

    layout: str
    words: Mapping[str, str]
    parts: tuple[tuple[str, str], ...]

    @property
    def verb(self) -> str:
        """What a resolution opens with: "AGREED"."""
        return self.words["resolved"]


def style_of(body: Body, layout: str = "") -> Style:
    """The style of a body's minutes in a layout, "" for its own; one that is not known is the committee's."""
    chosen = layout or body.layout
    if chosen not in LAYOUTS:
        chosen = LAYOUTS[0]
    words = {**WORDS, **_OF_LAYOUT.get(chosen, {})}
    if body.verb:
        words["resolved"] = body.verb
    return Style(chosen, words, tuple(PARTS.items()))
