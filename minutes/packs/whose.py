"""Whose agenda a pack holds: the body, its organisation, and which agenda it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_BODY = re.compile(
    r"\b(?:cabinet|committee|sub-?committee|board|panel|council|forum|trust|group|body|governors|commission"
    r"|assembly|executive|authority|meeting)\b",
    re.I,
)
_ORGANISATION = re.compile(r"\b(?:council|authority|trust|school|academy|college|federation)$", re.I)
_BODY_AND_AGENDA = re.compile(r"^([^–—]{3,100}?)\s[–—-]\s(.{0,60}\bagenda\b.{0,40})$", re.I)
_WHICH = re.compile(
    r"^(?:\w+ ){0,2}?(?:supplementary|additional|extraordinary|special|urgent|second|late)\b.{0,60}$", re.I
)
_GENERIC = re.compile(r"^(?:notice of (?:a )?meeting|public document pack|meeting|agenda)$", re.I)
_DOMAIN = re.compile(r"(?:www\.|@)([a-z][a-z0-9-]{2,40})\.gov\.uk\b", re.I)
_COUNCIL = re.compile(r"\b((?:[A-Z][a-z]{2,20}[ -]){1,4}Council)\b")
_KINDS = re.compile(
    r"\b(?:the|of|and|city|borough|county|district|metropolitan|royal|london|town|parish|council)\b|[\s-]",
    re.I,
)


def names(top: Sequence[str], held: str) -> tuple[str, str, str]:
    """Organisation, body and agenda title from the lines at the top of an agenda; `held` is the body that
    its notice names ("a meeting of the Cabinet will be held"). "" for what they do not say."""
    title, named = "", []
    for line in top:
        if both := _BODY_AND_AGENDA.match(line):
            line, title = both[1].strip(), title or both[2].strip()
        if _GENERIC.match(line):
            continue
        if _WHICH.match(line) and len(line) < 70:
            title = title or line
        elif _BODY.search(line) and len(line) < 120 and not line.endswith((".", ":")):
            named.append(line)
    body = held
    if not body and named:
        body = named[1] if len(named) > 1 and _ORGANISATION.search(named[0]) else named[0]
    others = [name for name in named if name.casefold() != body.casefold() and _ORGANISATION.search(name)]
    return others[0] if others else "", body, title


def organisation_of(text: str) -> tuple[str, str]:
    """The council whose web address a pack has, if its text names one of that name often enough, and the
    address: ("Medway Council", "medway.gov.uk"); two empty strings where it cannot be told."""
    domains = Counter(match.casefold() for match in _DOMAIN.findall(text))
    councils = Counter(_COUNCIL.findall(text))
    for domain, _ in domains.most_common(3):
        bare = domain.replace("-", "")
        fitting = [name for name, _ in councils.most_common() if _KINDS.sub("", name).casefold() == bare]
        if fitting:
            return fitting[0].removeprefix("The "), f"{domain}.gov.uk"
    return "", ""
