"""What a pack has in capitals, as a clerk would write it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = re.compile(
    r"an?|and|as|at|by|for|from|in|into|nor|of|on|or|over|per|the|to|under|up|upon|via|with", re.I
)


class Spellings:
    """How the words of a pack are written where it does not shout."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for text in texts:
            if text.isupper():
                continue
            for word in _WORD.findall(text):
                self._counts.setdefault(word.casefold(), Counter())[word] += 1

    def readable(self, text: str) -> str:
        """`text` in the case of a title where it is all in capitals: "Children and Young People Committee".

        A word is spelt as the pack's own sentences spell it ("Ofsted", "LGO"); text that is not all in
        capitals is handed back as it is.
        """
        if not text.isupper():
            return text
        first = _WORD.search(text)
        start = first.start() if first else 0
        return _WORD.sub(lambda match: self._word(match[0], opening=match.start() == start), text)

    def _word(self, word: str, *, opening: bool) -> str:
        if _SMALL.fullmatch(word) and not opening:
            return word.casefold()
        known = self._counts.get(word.casefold())
        spelt = known.most_common(1)[0][0] if known else word.casefold()
        return spelt if not spelt.islower() else f"{spelt[:1].upper()}{spelt[1:]}"
