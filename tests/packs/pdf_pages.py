"""PDFs of plain lines, as small as they can be, for the tests that read them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter

_WIDTH = 6  # points a letter of ten-point Courier takes


def pdf_pages(*pages: str) -> bytes:
    """A PDF with a page for each text, its lines and columns where they stand in it; "" for an empty page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = _drawn(page.split("\n")).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects)


def encrypted(content: bytes, password: str) -> bytes:
    """A PDF under a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt(password, algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def _drawn(lines: Sequence[str]) -> str:
    told = []
    for place, line in enumerate(lines):
        at = 0
        for cell in line.split("   "):
            if cell.strip():
                x = 40 + _WIDTH * (at + len(cell) - len(cell.lstrip()))
                safe = cell.strip().replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                told.append(f"BT /F1 10 Tf {x} {800 - 14 * place} Td ({safe}) Tj ET")
            at += len(cell) + 3
    return "\n".join(told)


def _file(objects: Sequence[bytes]) -> bytes:
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))
    return file + end + trailer
