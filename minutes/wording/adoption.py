"""A report's recommendation, told as the body adopted it (SHORTHAND, Decisions).

"The Cabinet is asked to note the content" becomes "The Cabinet noted the content".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.english import capitalised, stopped
from storage.records import ReportPart

URGENCY = "Urgency"  # the part of a report that says why it comes without notice

# Verbs that are told as done; of any other the body "agreed to" do it.
_PAST = {verb: f"{verb}d" for verb in ("agree", "approve", "note", "endorse", "receive", "delegate")}
_PAST |= {verb: f"{verb}ed" for verb in ("accept", "consider", "recommend", "adopt", "request")}
# Other verbs that reports join to one of those with "and"; without a list none is told from a noun.
_OTHER = (
    "support|review|monitor|authori[sz]e|confirm|appoint|instruct|ask|continue|ensure|submit|refer|invite|provide"
    "|commission|identify|decide|determine|establish|hold|bring|make|take|comment|welcome|thank|publish|set"
)
_VERB = rf"(?:{'|'.join(_PAST)}|{_OTHER})"
# "a review and request for funding" holds no further verb, "… and request a report" does.
_NOUN_AFTER = r"(?!\s+(?:for|of|from|by|in|as|is|was|are|were|received|made|and)\b|[\s.,;:]*$|[,;.])"
_NEXT = re.compile(
    rf"(\s*,\s+and\s+|\s*,\s+|\s+and\s+)((?:\w+ly\s+)?)({_VERB})\b(?:{_NOUN_AFTER}|(?=\s+and\s+{_VERB}\b))",
    re.I,
)
_FIRST = re.compile(r"((?:\w+ly\s+)?)([a-z][\w-]*)", re.I)
_OWN_CLAUSE = re.compile(r"\b(?:to|that)\b", re.I)  # verbs after it are what others do, or will be done
_TAKES_CLAUSE = ("agree", "recommend", "request", "delegate", "approve", "")
_LEAD = re.compile(r"^(?:therefore|accordingly|consequently)\b[\s,]*", re.I)
_JOINED_ON = re.compile(r"(?:[\s;,]+(?:and|or))?[\s;,]*$", re.I)  # to the next recommendation
_ASKED = re.compile(
    r"^(?:that\s+)?(?!it\s)(?P<who>[^.;:]{1,120}?)\s+(?:is|are|be)\s+(?:(?:hereby|therefore|also|now|further)\s+)?"
    r"(?P<asked>asked|recommended|requested|invited)\s*(?P<to>to\b\s*:?|:)\s*",
    re.I,
)
_IT_IS = re.compile(
    r"^it\s+is\s+(?:(?:hereby|therefore|also|further)\s+)?(?:recommended|proposed|suggested|requested)\s+",
    re.I,
)
_OTHERS = re.compile(
    r"^that\s+(?P<who>(?:the\s+)?(?:[^\W\d]+\s+){0,5}?(?:Council|Cabinet|Committee|Board|Panel|Forum|Assembly))\s+"
    rf"(?:{'|'.join(_PAST)})s?\b",
    re.I,
)
_SUB_PART = re.compile(
    r"(?:(?<=\s)|^)(\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?=\S)"
)
_ALL_OF_US = frozenset({"members", "councillors", "governors", "trustees", "directors", "the meeting"})


def adopted(text: str, noun: str, verb: str, name: str = "") -> str:
    """Tell the recommendation `text` as adopted by the body that `noun` opens decisions with ("The Cabinet")
    and `verb` resolutions ("AGREED"); `name` is the body's.

    What asks the body itself is told in the past tense; what asks somebody else, that the body asked it;
    "That …" is a resolution, to recommend it where another body would do it. What has none of these forms
    is told word for word as adopted.
    """
    text = _JOINED_ON.sub("", _LEAD.sub("", text.strip()), count=1)
    bare = _IT_IS.sub("", text)
    if asked := _ASKED.match(bare):
        rest, who = bare[asked.end() :], asked["who"]
        if _is_own(who, noun, name):
            return stopped(_did(noun, rest))
        return stopped(f"{noun} {asked['asked'].lower()} {_inside(who)} to {rest}")
    if re.match(r"that\b", bare, re.I):
        others = _OTHERS.match(bare)
        recommending = " to recommend" if others and not _is_own(others["who"], noun, name) else ""
        return stopped(f"{verb}{recommending} that{bare[4:]}")
    if re.match(r"to\b", bare, re.I):
        return stopped(_did(noun, re.sub(r"^to\b\s*:?\s*", "", bare, flags=re.I)))
    first = _FIRST.match(bare)
    if first and first[2].lower() in _PAST:
        return stopped(_did(noun, bare))
    return stopped(f"{noun} adopted the recommendation: {capitalised(text)}")


def report_parts(parts: Sequence[ReportPart], name: str, numbers: str = "") -> tuple[ReportPart, ...]:
    """The lines of a report that are called `name` ("Recommendation", "Reason"), in the order of the report:
    those of `numbers`, parted by spaces, or all of them."""
    wanted = set(numbers.split())
    called = [part for part in parts if part.name.casefold().startswith(name.casefold())]
    return tuple(part for part in called if part.text and (not wanted or part.number in wanted))


def _did(noun: str, rest: str) -> str:
    """What the body did, of the words that ask it to; numbered parts each in their own right."""
    marks = list(_SUB_PART.finditer(rest))
    if not marks or rest[: marks[0].start()].strip():
        return f"{noun} {_past(rest)}"
    ends = [*(mark.start() for mark in marks[1:]), len(rest)]
    parts = [f"{mark[1]} {_past(rest[mark.end() : end])}" for mark, end in zip(marks, ends, strict=True)]
    return f"{noun}: {''.join(parts)}"


def _past(words: str) -> str:
    """Infinitives as told of the past: "note X and approve Y" as "noted X and approved Y"."""
    told, head = _told(words)
    done = ""
    while following := _NEXT.search(told, len(done) + 1):
        clause = told[len(done) : following.start()]
        if head in _TAKES_CLAUSE and _OWN_CLAUSE.search(clause.removeprefix("" if head else "agreed to ")):
            break
        past, further = _told(told[following.start(2) :])
        if not head and not further:  # both are what the body agreed to do
            past = told[following.start(2) :]
        done, head = told[: following.start(2)], further
        told = done + past
    return told


def _told(words: str) -> tuple[str, str]:
    """`words` with their first verb told, and that verb, "" where it is one the body "agreed to" do."""
    match = _FIRST.match(words)
    if match is None:
        return words, ""
    adverb, verb = match[1].lower(), match[2].lower()
    if verb in _PAST:
        return f"{adverb}{_PAST[verb]}{words[match.end() :]}", verb
    return f"agreed to {words[:1].lower()}{words[1:]}", ""


def _is_own(who: str, noun: str, name: str) -> bool:
    """Whether a recommendation is to the body itself: by its noun, its name or either end of it."""
    key, own, body = (re.sub(r"^the\s+", "", text.casefold()) for text in (who, noun, name))
    if key in _ALL_OF_US or key.split()[-1:] == own.split()[-1:]:
        return True
    return bool(body) and (f"{body} ".startswith(f"{key} ") or f" {body}".endswith(f" {key}"))


def _inside(who: str) -> str:
    """Somebody inside a sentence: "the Council"."""
    return re.sub(r"^(The|An?) ", lambda article: article[0].lower(), who)
