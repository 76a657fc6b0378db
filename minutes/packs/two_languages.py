"""Agendas in Welsh and English side by side, as the Welsh Language (Wales) Measure 2011 has councils in Wales
send them: the English side is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.packs.lines import Line, plain

_WELSH = re.compile(
    r"\b(?:rhaglen|dyddiad|amser|lleoliad|man cyfarfod|eitem|pwyllgor|cabinet y|cyngor|cyfarfod"
    r"|ymddiheuriadau|absenoldeb|cofnodion|datganiadau?|buddiannau|adroddiad|unrhyw|busnes|arall|fater|materion"
    r"|cyllideb|gyllideb|tudalen(?:nau)?|aelodau|cadeirydd|blaenraglen|gwaith|gwahardd|cyhoedd|wasg|gan|gyda"
    r"|ystyried|derbyn|cadarnhau|ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|ac|yn|yr|ar|a'r|o'r|i'r|y)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|for|at|with|date|time|venue|location|agenda|item|committee|council|meeting|apologies|absence"
    r"|minutes|declarations?|interests?|report|any|other|business|budget|pages?|members|chair|work|programme|exclusion"
    r"|public|press|january|february|march|april|may|june|july|august|september|october|november|december|hall|room)\b",
    re.I,
)
_SIDES = re.compile(r"\s+/\s+|\s+\|\s+")
_NUMBER = re.compile(r"^\(?\d{1,3}[A-Za-z]?[.)]?\s+")
_ENOUGH = 3  # lines with a Welsh side that make an agenda one in two languages


def one_language(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """The lines with the English side of each alone, and whether the agenda is in both languages.

    Lines that are Welsh as a whole are left out where English ones stand beside them.
    """
    welsh = sum(any(_is_welsh(side) for side in _sides(line)) for line in lines)
    if welsh < _ENOUGH:
        return list(lines), False
    english = [kept for line in lines if (kept := _english(line)) is not None]
    numbered = sum(bool(_NUMBER.match(line.text)) or line.row for line in english)
    if not numbered and any(_NUMBER.match(line.text) for line in lines):
        return list(lines), False  # an agenda in Welsh alone
    return english, True


def _sides(line: Line) -> list[str]:
    if len(line.cells) > 1:
        return [plain(cell) for cell in line.cells]
    return _SIDES.split(line.text)


def _english(line: Line) -> Line | None:
    """The line without its Welsh sides; None where nothing else is on it."""
    sides = _sides(line)
    kept = [side for side in sides if not _is_welsh(side)]
    if len(kept) == len(sides):
        return line
    if not any(re.search(r"[^\W\d_]{2}", side) for side in kept):
        return None
    number = _NUMBER.match(sides[0])
    if number and _is_welsh(sides[0]) and not _NUMBER.match(kept[0]):
        kept[0] = f"{number[0]}{kept[0]}"  # the number stands once, before the Welsh title
    label = re.match(r"^[^:]{2,30}:", sides[0])
    if label and ":" not in " ".join(kept):
        return None
    cells = tuple(kept) if len(line.cells) > 1 else (" / ".join(kept),)
    return replace(line, cells=cells, text=" ".join(cells))


def _is_welsh(side: str) -> bool:
    welsh, english = len(_WELSH.findall(side)), len(_ENGLISH.findall(side))
    return welsh > english
