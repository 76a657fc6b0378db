"""Agendas in Welsh and English side by side, as the Welsh Language (Wales) Measure 2011 has councils in Wales
send them: the English side is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.packs.lines import Line, plain

_WELSH = re.compile(
    r"\b(?:rhaglen|dyddiad|amser|lleoliad|man cyfarfod|eitem|pwyllgor|cyngor|cyfarfod|ymddiheuriadau"
    r"|absenoldeb|cofnodion|datganiadau?|buddiannau|adroddiad|unrhyw|busnes|fusnes|arall|fater|materion|cyllideb|gyllideb"
    r"|tudalen(?:nau)?|aelodau|cadeirydd|blaenraglen|gwaith|tref|sir|neuadd|ceisiadau|cynllunio|gwahardd|cyhoedd"
    r"|wasg|gan|gyda|ystyried|derbyn|cadarnhau|ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|awst|medi|hydref"
    r"|tachwedd|rhagfyr|(?:\d[\d.:]{0,4})?y[bh]|ac|yn|yr|ar|a'r|o'r|i'r|y(?=\s[^\W\d_]{2}))\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|for|at|with|date|time|venue|location|agenda|item|committee|council|meeting|apologies"
    r"|absence|minutes|declarations?|interests?|report|any|other|business|budget|pages?|members|chair|work"
    r"|programme|exclusion|public|press|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|hall|room)\b",
    re.I,
)
_SIDES = re.compile(r"\s+/\s+|\s+\|\s+")
_NUMBER = re.compile(r"^\(?\d{1,3}[A-Za-z]?[.)]?\s+")
_WORD = re.compile(r"[^\W\d_]{3}")
_BOTH = 2  # sides of a line
_ENOUGH = 3  # lines with a Welsh side that make an agenda one in two languages


def one_language(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines with the English side of each alone, and whether the agenda is in both languages.

    Lines that are Welsh as a whole are left out where English ones stand beside or below them.
    """
    sides = [_sides(line) for line in lines]
    if sum(any(map(_is_welsh, each)) for each in sides) < _ENOUGH:
        return list(lines), False
    votes = (_is_welsh(each[0]) - _is_welsh(each[1]) for each in sides if len(each) == _BOTH)
    welsh_at = 0 if sum(votes) >= 0 else 1
    english = [kept for line in lines if (kept := _english(line, welsh_at)) is not None]
    if not any(map(_opens, english)) and any(map(_opens, lines)):
        return list(lines), False  # an agenda in Welsh alone
    return english, True


def _opens(line: Line) -> bool:
    return line.row or bool(_NUMBER.match(line.text))


def _sides(line: Line) -> list[str]:
    return [plain(cell) for cell in line.cells] if len(line.cells) > 1 else _SIDES.split(line.text)


def _english(line: Line, welsh_at: int) -> Line | None:
    """The line without its Welsh sides; None where nothing else is on it. `welsh_at` says where they mostly
    stand: a side there that holds no English word is taken as Welsh too."""
    label, colon, value = line.text.partition(":")
    if colon and len(line.cells) == 1 and _SIDES.search(label):  # "Dyddiad / Date: 3 Medi / 3 September"
        parts = [" ".join(_kept(_SIDES.split(part), welsh_at)).strip() for part in (label, value)]
        return replace(line, cells=(": ".join(parts),), text=": ".join(parts))
    sides = _sides(line)
    kept = _kept(sides, welsh_at)
    if len(kept) == len(sides):
        return line
    if not any(_WORD.search(side) for side in kept):
        return None
    number = _NUMBER.match(sides[0])
    if number and sides[0] not in kept and not _NUMBER.match(kept[0]):
        kept[0] = f"{number[0]}{kept[0]}"  # the number stands once, before the Welsh title
    text = " ".join(kept)
    return replace(line, cells=tuple(kept) if len(line.cells) > 1 else (text,), text=text)


def _kept(sides: list[str], welsh_at: int) -> list[str]:
    """The sides that are not Welsh."""
    kept = [side for side in sides if not _is_welsh(side)]
    if len(sides) != _BOTH or kept != sides or _ENGLISH.search(sides[welsh_at]):
        return kept
    return [sides[1 - welsh_at]] if all(map(_WORD.search, sides)) else sides


def _is_welsh(side: str) -> bool:
    return len(_WELSH.findall(side)) > len(_ENGLISH.findall(side))
