"""Where sentences end, in text that holds "Cllr. Cooper" and "6 p.m."."""

from __future__ import annotations

import re

from minutes.english import STOPPED_TITLES

_STOP = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s|$)")
_ABBREVIATED = re.compile(rf"(?:^|[\s(@])(?:(?i:{STOPPED_TITLES}|paras?|[a-z]\.[a-z])|[A-Z])$")


def sentence_ends(text: str) -> list[int]:
    """The places after the stops that end a sentence of `text`, and last its own end.

    A stop ends one where a capital or an `@` follows, unless it belongs to an abbreviation.
    """
    ends = [match.end() for match in _STOP.finditer(text) if _ends(text, match)]
    return [*ends, len(text)]


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 4].lstrip().lstrip("\"'“‘([")[:1]
    if not (following.isupper() or following == "@"):
        return False
    return stop[0] != "." or not _ABBREVIATED.search(text[max(stop.start() - 12, 0) : stop.start()])
