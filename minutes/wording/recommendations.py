"""A report's recommendations as they are adopted, with its reasons (SHORTHAND, Decisions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.english import capitalised, sentence
from minutes.wording.decisions import decision

_PAST = {
    "note": "noted",
    "agree": "agreed",
    "approve": "approved",
    "accept": "accepted",
    "consider": "considered",
    "endorse": "endorsed",
    "recommend": "recommended",
    "adopt": "adopted",
    "receive": "received",
    "request": "requested",
    "delegate": "delegated",
}
_ASKED = re.compile(
    r"(?:it is recommended that )?(.{1,120}?) (?:is|are|be) (?:asked|recommended|requested|invited)"
    r"(?: to|: to|:) (.+)",
    re.I | re.S,
)
_TO = re.compile(rf"(?:to (?=\w)|(?=(?:{'|'.join(_PAST)})\b))(.+)", re.I | re.S)
_THAT = re.compile(r"(?:it is recommended )?(that[ :,].+)", re.I | re.S)
# A second thing asked for in the same breath: "note the report and approve the plan", not "and request for".
_AND = re.compile(rf"(,? and |, |; )({'|'.join(_PAST)})\b(?! (?:for|of|from)\b)")
_MEMBERS = ("members", "councillors", "the committee members")


def adopted(text: str, noun: str, verb: str) -> str:
    """A recommendation as adopted: "The Cabinet is asked to note it" becomes "The Cabinet noted it."

    `noun` and `verb` are the body's.
    """
    text = text.strip()
    if match := _ASKED.fullmatch(text):
        who = noun if match[1].casefold() in _MEMBERS else capitalised(match[1])
        return sentence(f"{who} {_done(match[2])}")
    if match := _THAT.fullmatch(text):
        return decision(f"that{match[1][4:]}", noun, verb)
    if match := _TO.fullmatch(text):
        return sentence(f"{noun} {_done(match[1])}")
    return sentence(f"{noun} adopted the recommendation: {text}")


def reasons(texts: Sequence[str]) -> str:
    """The reasons for a decision in one paragraph: "Reasons: To notify the Cabinet of the outcome." """
    return f"Reasons: {' '.join(map(sentence, texts))}" if texts else ""


def alternatives(text: str) -> str:
    """What was considered and rejected."""
    return f"Alternatives considered and rejected: {sentence(text)}"


def _done(asked: str) -> str:
    """What was asked for, as done: the verb it opens with in the past tense, else "agreed to" do it."""
    first = re.split(r"\W", asked, maxsplit=1)[0]
    past = _PAST.get(first.casefold())
    if past is None:
        return f"agreed to {asked[:1].lower()}{asked[1:]}"
    return past + _AND.sub(lambda match: f"{match[1]}{_PAST[match[2]]}", asked[len(first) :])
