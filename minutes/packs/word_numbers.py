"""The numbers that Word shows before paragraphs, standing nowhere in their text (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_HIGHEST = 999  # where a list may start: letters and Roman figures grow with it
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: its first number, its form ("decimal"), its text ("%1.%2")."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


class Numbering:
    """The lists of a document, counting while its paragraphs come in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._styles = _styles(styles)
        if numbering is not None:
            self._read(numbering)

    def label(self, properties: Element | None) -> str:
        """The number before the next paragraph with these properties: "5.", "-" for a bullet."""
        number, level = self._list_of(properties)
        known = self._lists.get(number)
        if known is None or level is None:
            return ""
        abstract, levels = known
        shape = levels.get(level, _Level())
        if shape.form in ("bullet", "none"):
            return "-" if shape.form == "bullet" else ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else shape.start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return re.sub(r"%([1-9])", lambda match: self._shown(counts, levels, int(match[1]) - 1), shape.text)

    def _shown(self, counts: list[int], levels: dict[int, _Level], level: int) -> str:
        shape = levels.get(level, _Level())
        return _figure(counts[level] or shape.start, shape.form)

    def _list_of(self, properties: Element | None) -> tuple[str, int | None]:
        """The list that a paragraph is in, by itself or by its style, and at which level."""
        if properties is None:
            return "", None
        own = properties.find(f"{W}numPr")
        style = properties.find(f"{W}pStyle")
        inherited = self._styles.get(style.get(f"{W}val", "") if style is not None else "", ("", 0))
        if own is None:
            return inherited if inherited[0] else ("", None)
        number = _value(own.find(f"{W}numId")) or inherited[0]
        return number, min(int(_value(own.find(f"{W}ilvl")) or inherited[1]), _LEVELS - 1)

    def _read(self, numbering: Element) -> None:
        abstract = {
            each.get(f"{W}abstractNumId", ""): _levels(each) for each in numbering.findall(f"{W}abstractNum")
        }
        for number in numbering.findall(f"{W}num"):
            named, of = number.get(f"{W}numId", ""), _value(number.find(f"{W}abstractNumId"))
            levels = dict(abstract.get(of, {}))
            anew = False
            for override in number.findall(f"{W}lvlOverride"):
                level = int(override.get(f"{W}ilvl", "0"))
                levels |= _levels(override)
                if start := _value(override.find(f"{W}startOverride")):
                    shape = levels.get(level, _Level())
                    levels[level] = _Level(_start(start), shape.form, shape.text)
                    anew = True
            self._lists[named] = (f"{of}/{named}" if anew else of, levels)


def _levels(element: Element) -> dict[int, _Level]:
    levels = {}
    for level in element.findall(f"{W}lvl"):
        start = _value(level.find(f"{W}start")) or "1"
        form = _value(level.find(f"{W}numFmt")) or "decimal"
        text = _value(level.find(f"{W}lvlText"))
        levels[int(level.get(f"{W}ilvl", "0"))] = _Level(_start(start), form, text)
    return levels


def _styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """The list and level that each style puts its paragraphs in."""
    found = {}
    for style in styles.findall(f"{W}style") if styles is not None else ():
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None and (number := _value(numbered.find(f"{W}numId"))):
            found[style.get(f"{W}styleId", "")] = (number, int(_value(numbered.find(f"{W}ilvl")) or 0))
    return found


def _start(said: str) -> int:
    return min(max(int(said), 0), _HIGHEST)


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _figure(number: int, form: str) -> str:
    """A number in the form that Word names: "decimal", "lowerLetter", "upperRoman" …"""
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        figures = ""
        for amount, figure in _ROMAN:
            figures += figure * (number // amount)
            number %= amount
        return figures.upper() if form.startswith("upper") else figures
    return f"{number:02d}" if form == "decimalZero" else str(number)
