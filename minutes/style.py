"""The house style of a body: the layout of its minutes, their words, and their standing parts in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from storage.records import Body

LAYOUTS = ("committee", "board", "governors", "decision notice", "action log")
NOTHING = "-"  # in a body's settings: a word, or a part of the minutes, that is left out

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
        "chair": "",
        "member": "",
        "resolved": "AGREED",
        "discussion": "Discussion",
        "decision": "Decision",
        "reasons": "Reasons",
        "alternatives": "Alternatives considered and rejected",
        "action": "ACTION",
        "paper": "Paper",
        "question": "Q.",
        "answer": "A.",
        "part one": "Part I",
        "part two": "Part II – confidential",
        "who and when": "Who and when",
        "decision notice": "Decision notice",
        "action log": "Action log",
        "call-in": "5",
        "published": "0",
    }
)
# what each word is, in a line for whoever chooses it
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "title": "the line at the top that says what the paper is",
        "chair": "what the one presiding is called: Chair, Chairman; empty: as on the list of members",
        "member": "the title of members: Councillor, Cllr; empty: as on the list of members",
        "resolved": "what a resolution opens with: AGREED, RESOLVED",
        "discussion": "the heading above the discussion of an item",
        "decision": "the heading above its decision",
        "reasons": "the heading above the reasons for a decision, or what they open with",
        "alternatives": "the heading above the alternatives rejected, or what they open with",
        "action": "what the line of an action opens with",
        "paper": "what the line about an item's report opens with",
        "question": "what stands before a question",
        "answer": "what stands before its answer",
        "part one": "the heading above the public part",
        "part two": "the heading above the confidential part",
        "who and when": "the heading of the column with who does what by when",
        "decision notice": "the line at the top of a decision notice",
        "action log": "the line at the top of an action log",
        "call-in": "working days in which a decision may be called in",
        "published": "working days from the meeting to the notice's publication",
    }
)
_COMMITTEE = ("title", "chair", "member", "resolved", "reasons", "alternatives")
_USED: Mapping[str, tuple[str, ...]] = {
    "committee": (*_COMMITTEE, "discussion", "decision"),
    "board": (*_COMMITTEE, "action", "paper"),
    "governors": (*_COMMITTEE, "question", "answer", "part one", "part two", "who and when"),
    "decision notice": (*_COMMITTEE[1:], "decision", "decision notice", "call-in", "published"),
    "action log": ("action log",),
}
_WORDS_OF: Mapping[str, Mapping[str, str]] = {"board": {"title": "Minutes of", "resolved": "IT WAS RESOLVED"}}
_ORDER_OF: Mapping[str, tuple[str, ...]] = {
    "board": ("present", "substitutes", "in attendance", "apologies", "absent", *list(PARTS)[5:])
}


@dataclass(frozen=True, slots=True)
class Style:
    """How minutes are written: `words` by their names, where NOTHING is left out; `parts` are the standing
    ones in their order, each with its heading, without those that are left out."""

    layout: str
    words: Mapping[str, str]
    parts: tuple[tuple[str, str], ...]

    @property
    def verb(self) -> str:
        """What a resolution opens with: "AGREED"."""
        return self.usual("resolved")

    def word(self, name: str) -> str:
        """What is written for a word, "" where it is left out."""
        written = self.words[name]
        return "" if written == NOTHING else written

    def usual(self, name: str) -> str:
        """What is written for a word that cannot be left out here: the usual one where it is."""
        return self.word(name) or _WORDS_OF.get(self.layout, {}).get(name, WORDS[name])


def style_of(body: Body, layout: str = "") -> Style:
    """The style of a body's minutes in a layout, "" for its own; one that is not known is the committee's.

    What the body says of words and parts goes over what the layout has; names that are not known say
    nothing. A part that the body does not name stands right after the one that usually precedes it, the
    minutes after all that is said of people, the signature last. One whose heading is NOTHING is left out,
    which the minutes themselves cannot be.
    """
    chosen = _known(layout or body.layout)
    said = {name: written for name, written in body.words if name in WORDS and written}
    words = {**WORDS, **_WORDS_OF.get(chosen, {}), **said}
    if body.verb:
        words["resolved"] = body.verb
    return Style(chosen, MappingProxyType(words), _parts(body, chosen))


def words_of(layout: str) -> tuple[str, ...]:
    """The names of the words that a layout writes, in the order of WORDS."""
    return tuple(name for name in WORDS if name in _USED.get(layout, ()))


def layout_named(text: str) -> str:
    """The layout that is meant by `text`: its name or an unambiguous beginning of it, in any case, with or
    without hyphens. Raises ValueError, in one line, where that is none or several."""
    typed = _bare(text)
    fits = [name for name in LAYOUTS if typed and _bare(name).startswith(typed)]
    if len(fits) != 1:
        raise ValueError(f"there is no layout “{' '.join(text.split())}”: it is one of {', '.join(LAYOUTS)}")
    return fits[0]


def _known(layout: str) -> str:
    """The layout of that name, which may be written as a clerk would, or else the committee's."""
    try:
        return layout if layout in LAYOUTS else layout_named(layout)
    except ValueError:
        return LAYOUTS[0]


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _parts(body: Body, layout: str) -> tuple[tuple[str, str], ...]:
    """The standing parts in the body's order, with its headings."""
    said = {name: heading for name, heading in body.parts if name in PARTS}
    usual = _ORDER_OF.get(layout, tuple(PARTS))
    order = list(said)
    for place, name in enumerate(usual):
        if name not in said:
            before = usual[:place] if name == "minutes" else usual[max(place - 1, 0) : place]
            after = max((order.index(each) + 1 for each in before), default=0)
            order.insert(len(order) if name == "signature" else after, name)
    headed = ((name, said.get(name) or PARTS[name]) for name in order)
    return tuple(
        (name, "" if heading == NOTHING else heading)
        for name, heading in headed
        if heading != NOTHING or name == "minutes"
    )
