"""The XML of Word: elements of WordprocessingML (ECMA-376, part 1), in which what was typed is only text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from minutes.formats.wrapping import one_line

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_TAG = re.compile(r"<[^>]*>")

Xml = NewType("Xml", str)  # elements; text becomes one only by `escaped`


def element(name: str, /, *inside: Xml, **attributes: str | int) -> Xml:
    """The element `w:name` with `inside` in it; each of `attributes` is one of the same namespace."""
    said = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return Xml(f"<w:{name}{said}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{said}/>")


def escaped(text: str) -> Xml:
    """`text` as one line, without what XML has no place for."""
    return Xml(escape(one_line(text)))


def joined(*parts: Xml) -> Xml:
    """Elements one after the other."""
    return Xml("".join(parts))


def run(text: str, *, strong: bool = False, to_check: bool = False) -> Xml:
    """A run of text, every space of it kept; "" for no text."""
    if not text:
        return Xml("")
    return Xml(f'<w:r>{_look(strong, to_check)}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>')


TAB = element("r", element("tab"))


def paragraph(
    style: str, *runs: Xml, keep: bool = False, gap: bool = False, flush: bool = False, right: bool = False
) -> Xml:
    """A paragraph of the style with the id `style`. `keep` holds it on the page of the next, `gap` leaves
    room below it, `flush` takes the indent of its style away, and `right` sets it right."""
    said = "".join(runs)
    rightward = not said.isascii() and _is_rightward(said)
    return Xml(f"<w:p>{_layout(style, keep, gap, flush, right, rightward)}{said}</w:p>")


def _is_rightward(said: str) -> bool:
    """Whether the first letter of runs is of a script that is written from the right."""
    ways = map(unicodedata.bidirectional, _TAG.sub("", said))
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


@cache
def _look(strong: bool, to_check: bool) -> Xml:
    looks = [element("rStyle", val="Strong")] if strong else []
    looks += [element("highlight", val="yellow")] if to_check else []
    return element("rPr", *looks) if looks else Xml("")


@cache
def _layout(style: str, keep: bool, gap: bool, flush: bool, right: bool, rightward: bool) -> Xml:
    asked = [
        element("pStyle", val=style),
        element("keepNext") if keep else Xml(""),
        element("bidi") if rightward else Xml(""),
        element("spacing", after=280) if gap else Xml(""),
        element("ind", left=0, firstLine=0) if flush else Xml(""),
        element("jc", val="right") if right else Xml(""),
    ]
    return element("pPr", *asked)
