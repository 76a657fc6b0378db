"""The styles of a Word file, its lists and its settings.

Whoever edits the file changes a style once and the whole of it follows. Indents are made for the numbers that
a document has, so that all its texts stand in one column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.document import Document, Field, Heading, Paragraph, Point
from minutes.formats.word_xml import Xml, element, joined
from minutes.formats.wrapping import cells

# All lengths are twips, twentieths of a point, unless they say otherwise.
PAPER = (11906, 16838)  # A4
MARGIN = 1440
TEXT_WIDTH = PAPER[0] - 2 * MARGIN
BESIDE_WIDTH = 2300  # the column beside the text
PADDING = 85  # at each side of the text of a cell
FONT = "Arial"  # on every machine with Word, and other programs have letters as wide

_LETTER = 125  # of a text in 11 points, on average
_STRONG_LETTER = 160  # of a heading
_AFTER_NUMBER = 150
_HANG = (425, 1701)  # the least and the most that a text hangs from its marker
_FAR_HANG = (567, 1701)  # and from a number
_SHORT = 4  # letters of a marker that lists are made for: "(10)"
_FIELD_HANG = (1134, 3119)  # and from the name of a field
_BULLETS = ("•", "–", "▪")
_NTH = ("", "2", "3")

_BOLD = (element("b"), element("bCs"))
_ITALIC = (element("i"), element("iCs"))
_GREY = element("color", val="595959")  # 7:1 on white, which WCAG 2.2 asks of the highest level
_KEEP = (element("keepNext"), element("keepLines"))
_CENTRED = element("jc", val="center")


@dataclass(frozen=True, slots=True)
class Indents:
    """How far text hangs from what stands before it: the number of a `heading` or of a paragraph (`number`),
    the name of a `field`, the markers of points, a level each (`points`)."""

    heading: int
    number: int
    field: int
    points: tuple[int, ...]


def indents_of(document: Document) -> Indents:
    """The indents that the numbers and names in `document` ask for."""
    blocks = document.blocks
    hung: dict[str, list[str]] = {}
    for block in blocks:
        if isinstance(block, Paragraph | Point):
            hung.setdefault(hanging_style(block), []).append(first_of(block))
    headings = (block.number for block in blocks if isinstance(block, Heading))
    fields = (f"{block.name}:" for block in blocks if isinstance(block, Field))
    return Indents(
        _hang(headings, _STRONG_LETTER, _FAR_HANG),
        _hang(hung.get("NumberedParagraph", ()), _LETTER, _FAR_HANG),
        _hang(fields, _LETTER, _FIELD_HANG),
        tuple(_hang(hung.get(f"List{nth}", ()), _LETTER, _HANG) for nth in _NTH),
    )


def first_of(block: Paragraph | Point) -> str:
    """What stands before the text of a block: its number or its marker."""
    return block.number if isinstance(block, Paragraph) else block.marker


def hanging_style(block: Paragraph | Point) -> str:
    """The style of a block that has a number or a marker. What is long, as the number of a decision
    ("98/2019"), hangs by itself, and does not push the bullets of the whole document in."""
    level = block.level if isinstance(block, Point) else 0
    if not level and cells(first_of(block)) > _SHORT:
        return "NumberedParagraph"
    return f"List{level_name(level)}"


def level_name(level: int) -> str:
    """How the styles of a list name a level of its points: "", "2", "3"."""
    return _NTH[min(level, len(_NTH) - 1)]


def _hang(texts: Iterable[str], letter: int, limits: tuple[int, int]) -> int:
    """The room for the longest of `texts`; one beyond the limit runs into its text's first line."""
    fitting = (wide for text in texts if (wide := cells(text) * letter + _AFTER_NUMBER) <= limits[1])
    return max(limits[0], *fitting, 0)


def styles(document: Document, indents: Indents) -> Xml:
    """The styles of the file: Word's own by their ids, and a few more."""
    return joined(
        _defaults(document.language),
        _style("Normal", "Normal", based=""),
        element(
            "style",
            element("name", val="Default Paragraph Font"),
            element("uiPriority", val=1),
            element("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        element(
            "style",
            element("name", val="Strong"),
            element("basedOn", val="DefaultParagraphFont"),
            element("qFormat"),
            element("rPr", *_BOLD),
            type="character",
            styleId="Strong",
        ),
        *_heads(indents.heading),
        *_texts(indents),
        *_lists(indents),
        *_tables(),
    )


def _size(points: float) -> tuple[Xml, Xml]:
    return element("sz", val=round(points * 2)), element("szCs", val=round(points * 2))


def _spacing(before: int, after: int) -> Xml:
    return element("spacing", before=before, after=after)


def _hanging(hang: int, start: int = 0) -> Xml:
    return element("ind", left=start + hang, hanging=hang)


def _tabs(*stops: tuple[int, str, str]) -> Xml:
    """Tab stops: where, how the text stands to it, and what leads to it."""
    return element("tabs", *(element("tab", val=kind, leader=led, pos=at) for at, kind, led in stops))


def _style(
    style_id: str,
    name: str,
    paragraph: Iterable[Xml] = (),
    run: Iterable[Xml] = (),
    *,
    based: str = "Normal",
    following: str = "",
    own: bool = False,
) -> Xml:
    """A paragraph style. `following` is the style of what is typed after it; `own` marks one Word has not."""
    parts = [
        element("name", val=name),
        element("basedOn", val=based) if based else Xml(""),
        element("next", val=following) if following else Xml(""),
        element("qFormat"),
        element("pPr", *paragraph),
        element("rPr", *run),
    ]
    marks = {"customStyle": 1} if own else {} if based else {"default": 1}
    return element("style", *parts, type="paragraph", **marks, styleId=style_id)


def _defaults(language: str) -> Xml:
    run = [
        element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        *_size(11),
        element("lang", val=language, eastAsia=language, bidi="ar-SA"),
    ]
    spacing = element("spacing", after=120, line=264, lineRule="auto")
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", *run)),
        element("pPrDefault", element("pPr", element("widowControl"), spacing)),
    )


def _heads(hang: int) -> Iterable[Xml]:
    yield _style(
        "Title", "Title", (*_KEEP, _spacing(0, 60), _CENTRED), (*_BOLD, *_size(16)), following="Subtitle"
    )
    yield _style("Subtitle", "Subtitle", (*_KEEP, _spacing(0, 40), _CENTRED), following="Normal")
    looks = ((14, 360, _BOLD), (12, 300, _BOLD), (11, 200, _BOLD), (11, 160, (*_BOLD, *_ITALIC)))
    for rank, (points, before, look) in enumerate(looks, 1):
        outline = element("outlineLvl", val=rank - 1)
        placed = (*_KEEP, _spacing(before, 100), _hanging(hang), outline)
        yield _style(f"Heading{rank}", f"heading {rank}", placed, (*look, *_size(points)), following="Normal")
    yield _style("Mark", "Mark", (_spacing(0, 20), _CENTRED), (*_BOLD, element("spacing", val=20)), own=True)
    for place, below in (("Header", 160), ("Footer", 0)):
        yield _style(place, place.casefold(), (_spacing(0, below), _CENTRED), (_GREY, *_size(9)))


def _texts(indents: Indents) -> Iterable[Xml]:
    yield _style("NumberedParagraph", "Numbered Paragraph", (_hanging(indents.number),), own=True)
    value = element("ind", left=indents.field)
    close = _spacing(0, 40)
    yield _style("FieldValue", "Field Value", (close, value), own=True)
    named = (close, _hanging(indents.field))
    yield _style("Field", "Field", named, own=True, following="FieldValue")
    rules = _tabs((1701, "left", "none"), (6804, "left", "underscore"), (TEXT_WIDTH, "left", "underscore"))
    yield _style("Signature", "Signature", (rules, _spacing(480, 0)))
    yield _style("Margin", "Margin", (element("ind", left=567),), (*_ITALIC, _GREY), own=True)
    yield _style("Caption", "caption", (*_KEEP, _spacing(240, 100)), _BOLD)
    yield _style("Beside", "Beside", (_spacing(0, 60),), _size(10), own=True)


def _lists(indents: Indents) -> Iterable[Xml]:
    """Bullets are Word's own lists. A number is typed text that hangs: it is the record's, and must stay what
    it is when a paragraph above it is taken out."""
    start = 0
    for level, (nth, hang) in enumerate(zip(_NTH, indents.points, strict=True)):
        at = element("numPr", element("ilvl", val=level), element("numId", val=1))
        yield _style(f"ListBullet{nth}", f"List Bullet {nth}".rstrip(), (at, _spacing(0, 100)))
        yield _style(f"List{nth}", f"List {nth}".rstrip(), (_spacing(0, 100), _hanging(hang, start)))
        start += hang


def _tables() -> Iterable[Xml]:
    close = _spacing(30, 30)
    yield _style("TableText", "Table Text", (close,), _size(10), own=True)
    yield _style("TableHeading", "Table Heading", (*_KEEP,), _BOLD, based="TableText", own=True)
    yield _style("TableTextSmall", "Table Text Small", (), _size(7), based="TableText", own=True)
    yield _style("TableHeadingSmall", "Table Heading Small", (), _size(7), based="TableHeading", own=True)
    gap = element("spacing", before=0, after=0, line=120, lineRule="exact")
    yield _style("AfterTable", "After Table", (gap,), _size(4), own=True)
    padding = element("tblCellMar", *(element(side, w=PADDING, type="dxa") for side in ("left", "right")))
    yield _table_style("TableNormal", "Normal Table", (padding,), based="")
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = element("tblBorders", *(_line(edge) for edge in edges))
    head = element("tcPr", element("shd", val="clear", color="auto", fill="E7E7E7"))
    first = element("tblStylePr", head, type="firstRow")
    yield _table_style("TableGrid", "Table Grid", (grid, padding), first)
    beside = (element("tblBorders", _line("insideV")), padding)
    yield _table_style("BesideTable", "Beside Table", beside)


def _line(edge: str) -> Xml:
    return element(edge, val="single", sz=4, space=0, color="8C8C8C")


def _table_style(
    style_id: str, name: str, table: Iterable[Xml], *parts: Xml, based: str = "TableNormal"
) -> Xml:
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=based) if based else element("semiHidden"),
        element("tblPr", *table),
        *parts,
        type="table",
        **({} if based else {"default": 1}),
        styleId=style_id,
    )


def numbering(indents: Indents) -> Xml:
    """The one list of the file: bullets, a sign for each level."""
    levels: list[Xml] = []
    start = 0
    for level, (sign, hang) in enumerate(zip(_BULLETS, indents.points, strict=True)):
        parts = [
            element("start", val=1),
            element("numFmt", val="bullet"),
            element("pStyle", val=f"ListBullet{_NTH[level]}"),
            element("lvlText", val=sign),
            element("lvlJc", val="left"),
            element("pPr", _hanging(hang, start)),
            element("rPr", element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)),
        ]
        levels.append(element("lvl", *parts, ilvl=level))
        start += hang
    bullets = element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=0)
    return joined(bullets, element("num", element("abstractNumId", val=0), numId=1))


def settings(language: str) -> Xml:
    """What a program that opens the file has to know: that it is one of today, and in which language."""
    word = "http://schemas.microsoft.com/office/word"
    today = element("compatSetting", name="compatibilityMode", uri=word, val=15)
    return joined(
        element("zoom", percent=100),
        element("defaultTabStop", val=567),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", today),
        element("themeFontLang", val=language),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
