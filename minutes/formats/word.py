"""Word: a document the chair can go on writing in.

python-docx makes the package; its template's looks give way to `word_styles`. The same document gives the
same bytes on every day: nothing in the file tells when, by whom or with what it was written.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from minutes.document import Document
from minutes.formats import word_styles
from minutes.formats.word_blocks import body
from minutes.formats.word_xml import MAIN, Xml, element, escaped, joined, paragraph, run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_KEPT = {"styles", "settings", "numbering", "officeDocument", "core-properties"}  # of the template's parts
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can tell
_HEADER_DISTANCE = 600  # twips from the edge of the paper
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def write(document: Document) -> bytes:
    """Write `document` as a Word file (.docx, as of Word 2013)."""
    import docx  # only who writes Word waits for it

    word = docx.Document()
    _drop_parts(word)
    indents = word_styles.indents_of(document)
    _fill(word.styles.element, word_styles.styles(document, indents))
    _fill(word.part.numbering_part.element, word_styles.numbering(indents))
    _fill(word.settings.element, word_styles.settings(document.language))
    _set_pages(word, document)
    _set_properties(word, document)
    page = word.element.body.sectPr
    _fill(word.element.body, body(document))
    word.element.body.append(page)
    file = BytesIO()
    word.save(file)
    return _undated(file)


def _drop_parts(word: WordDocument) -> None:
    """Take away what the template brings beside its looks: its own picture, fonts and past."""
    for related in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in related.items() if rel.reltype.rpartition("/")[2] not in _KEPT]:
            del related[key]


def _fill(whole: BaseOxmlElement, inside: Xml) -> None:
    """Let `inside` be all that is in `whole`."""
    from docx.oxml import parse_xml

    whole[:] = parse_xml(f'<w:body xmlns:w="{MAIN}">{inside}</w:body>')[:]


def _set_pages(word: WordDocument, document: Document) -> None:
    """Set the paper, and what every page has: the mark and the title at its head, its number at its foot."""
    from docx.shared import Twips

    section = word.sections[0]
    section.page_width, section.page_height = map(Twips, word_styles.PAPER)
    section.left_margin = section.right_margin = Twips(word_styles.MARGIN)
    section.header_distance = section.footer_distance = Twips(_HEADER_DISTANCE)
    mark = paragraph("Mark", run(document.mark)) if document.mark else Xml("")
    _fill(section.header.part.element, joined(mark, paragraph("Header", run(document.title))))
    number = (run("Page "), _counted("PAGE"), run(" of "), _counted("NUMPAGES"))
    _fill(section.footer.part.element, paragraph("Footer", *number))


def _counted(name: str) -> Xml:
    """A field that Word counts anew whenever it sets the pages."""
    return element("fldSimple", run("1"), instr=f" {name} ")


def _set_properties(word: WordDocument, document: Document) -> None:
    """Say what the file is and in which language, and nothing else."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    core = word.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    title, language = escaped(document.title), escaped(document.language)
    said = f"<cp:p {_CORE}><dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:p>"
    if isinstance(core, XmlPart):
        core.element[:] = parse_xml(said)[:]


def _undated(file: BytesIO) -> bytes:
    """The zip file without the time it was made, nor the system it was made on."""
    out = BytesIO()
    with ZipFile(file) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return out.getvalue()
