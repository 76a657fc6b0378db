"""Word files as small as they can be, for the tests that read them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NUMBERED = f"""<w:numbering {_NAMESPACE}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
</w:numbering>"""
_STYLES = f"""<w:styles {_NAMESPACE}>
<w:style w:type="paragraph" w:styleId="Pennawd1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Agenda item"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def word_file(body: str, **more: str) -> bytes:
    """A Word file with `body` as its XML; `more` are parts beside it, or in place of the usual ones."""
    parts = {"document": f"<w:document {_NAMESPACE}><w:body>{body}</w:body></w:document>"}
    parts |= {"numbering": _NUMBERED, "styles": _STYLES} | more
    held = BytesIO()
    with ZipFile(held, "w") as file:
        for name, content in parts.items():
            file.writestr(ZipInfo(f"word/{name}.xml"), content)  # whose date is always the same
    return held.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each a text or XML of its own."""
    told = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{told}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text; a line break stands for one, a form feed for the end of a page."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = text.replace("\n", "</w:t><w:br/><w:t>").replace("\f", '</w:t><w:br w:type="page"/><w:t>')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph that Word numbers by itself, in the list `number`."""
    within = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=within)


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"
