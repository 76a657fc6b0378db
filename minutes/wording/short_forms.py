"""Short forms, written out in print (SHORTHAND, Names)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from minutes.english import capitalised

_OPENS_A_SENTENCE = re.compile(r"[.!?]['\"’”)\]]*\s+$")
_ARTICLE = re.compile(r"\bthe\s+$", re.I)


class ShortForms:
    """The short forms of a body and of one meeting, the later of two alike holding."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._long: Mapping[str, str] = {short: long for short, long in pairs if short and long}
        words = "|".join(re.escape(short) for short in sorted(self._long, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(\\?)({words})(?!\w)") if words else None

    def written_out(self, text: str, *, opening: bool = False) -> str:
        r"""`text` with its short forms written out: whole words, same case; `\PC` stays as "PC".

        What stands for one gets a capital after a full stop, and first in a text that is `opening`;
        its "the" is left out where the clerk typed one.
        """
        if self._pattern is None:
            return text

        def long(match: re.Match[str]) -> str:
            if match[1]:
                return match[2]
            before = text[max(0, match.start() - 12) : match.start()]
            starts = opening if match.start() == 0 else bool(_OPENS_A_SENTENCE.search(before))
            meaning = self._long[match[2]]
            if _ARTICLE.search(before):  # "the PC" was said: one article is enough
                meaning = meaning.removeprefix("the ")
            return capitalised(meaning) if starts else meaning

        return self._pattern.sub(long, text)
