"""The words around what was found: a line cut out of what was recorded, the found words known in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

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


def passage(line: str, sought: re.Pattern[str]) -> tuple[str, str, str]:
    """The words before what was found, what was found, and the words after it, in one short line; where it
    stands nowhere in it, by a name that only the book knows, its beginning as the words after."""
    # as short as may be: a search makes a hundred of these at every key
    if not line.isprintable():
        line = _SPACE.sub(" ", line)
    found = sought.search(line.lower() if line.isascii() else line.translate(_PLAIN))
    if found is None:
        return "", "", _beginning(line)
    first, beyond = found.span()
    before, after = line[first - _BEFORE if first > _BEFORE else 0 : first], line[beyond:]
    if first > _BEFORE:
        before = "… " + (before[before.find(" ") + 1 :] or before)
    return before.lstrip(), line[first:beyond], after.rstrip() if len(after) <= _AFTER else _beginning(after)


def passage_of_several(lines: Iterable[str], sought: re.Pattern[str]) -> tuple[str, str, str]:
    """The passage of that one of several lines where it stands, of the first where it stands in none."""
    passages = [passage(line, sought) for line in lines]
    return next((one for one in passages if one[1]), passages[0])


def _beginning(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    if len(text) <= _AFTER:
        return text.rstrip()
    cut = text[:_AFTER]
    return f"{cut.rpartition(' ')[0] or cut} …"
