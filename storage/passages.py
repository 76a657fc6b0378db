"""The words around what was found: a line cut out of what was recorded, the found words known in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_BEFORE, _AFTER = 40, 120  # characters on either side, at most
_WORD = re.compile(r"[^\W_]+")
_LETTER = r"[^\W_]"
_SPACE = re.compile(r"\s+")


class _Plain(dict[int, str]):
    """Each letter as it is compared: small, without its accents, and one character long."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()[:1]
        self[code] = plain
        return plain


_PLAIN = _Plain()


def _plain(text: str) -> str:
    """A text as it is compared, letter for letter."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def words_in(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return _WORD.findall(_plain(text))


def pattern(phrases: Sequence[str], *, begun: bool) -> re.Pattern[str]:
    """What finds any of these phrases in a text as `passage` compares it; the last may end in the middle of
    a word where it is `begun`."""
    spelt = [_spelt(words_in(phrase)) for phrase in phrases]
    ends = [rf"(?!{_LETTER})"] * len(spelt)
    if begun and ends:
        ends[-1] = f"{_LETTER}*"
    return re.compile("|".join(f"{words}{end}" for words, end in zip(spelt, ends, strict=True)) or r"(?!)")


def _spelt(words: Sequence[str]) -> str:
    """What finds these words one behind the other; it begins with letters, which is found much faster than
    what looks back from each place first."""
    first, *others = map(re.escape, words or ("",))
    return r"[\W_]+".join((rf"{first}(?<!{_LETTER}{first})" if first else r"(?!)", *others))


def passage(lines: Sequence[str], sought: re.Pattern[str]) -> tuple[str, str, str]:
    """The words before what was found, what was found, and the words after it, in one short line.

    Of several lines that one is taken where it stands; where it stands in none, by a name that only the
    book knows, the first is taken from its beginning.
    """
    for line in lines:
        if found := sought.search(line.lower() if line.isascii() else line.translate(_PLAIN)):
            first, beyond = found.span()
            # as short as may be: a search makes a hundred of these at every key
            before, words, after = line[max(0, first - _BEFORE) : first], line[first:beyond], line[beyond:]
            if not line.isprintable():
                before, words, after = (_SPACE.sub(" ", part) for part in (before, words, after))
            if first > _BEFORE:
                before = f"… {before[before.find(' ') + 1 :] or before}"
            return before.lstrip(), words, after.rstrip() if len(after) <= _AFTER else _beginning(after)
    return "", "", _beginning(_SPACE.sub(" ", lines[0]))


def _beginning(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    if len(text) <= _AFTER:
        return text.rstrip()
    cut = text[:_AFTER]
    return f"{cut.rpartition(' ')[0] or cut} …"
