"""The headings of a report, and the numbered paragraphs below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes.packs.lines import Line

_NUMBERED_HEADING = re.compile(r"^(\d{1,2})\.?\s+([^\W\d_].{0,80})$")
_USUAL = re.compile(
    r"^(?:executive |report )?summary$|^purpose(?: of (?:the |this )?report)?$|^introduction$"
    r"|^(?:background|context)\b|^budget and policy framework$|^options?\b"
    r"|^(?:advice|analysis|advice and analysis)$|^consultation\b"
    r"|^(?:risk management|risks?)$|^(?:climate|equalit|diversity|carbon|procurement|human rights)"
    r"|^(?:financial|legal|financial and legal|legal and financial|resource|staffing|other)\s+implications$"
    r"|^implications$|^conclusions?$|^next steps$|^lead (?:officer|director)|^contact\b"
    r"|^appendix\b|^appendices$|^background (?:papers|documents)"
    r"|^officer recommendations?$|^recommendations?(?:\(s\))?$"
    r"|^(?:suggested |proposed )?reasons? for\b|^alternatives? (?:options? )?considered\b",
    re.I,
)
_PARAGRAPH = re.compile(r"^\(?(\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}(?=[.)]))[.)]?\s+(?=\S)")
_PROSE = 60  # letters from which a numbered line is a sentence of a report, not a title
_LONGEST = 60  # paragraphs of one section; more is a table gone astray
_FINISHED = (".", ":", ";", "?", "!", "”", '"', "; and", ", and")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report: its number ("10"; "" for none), its heading, and the lines below it."""

    number: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph with its number as it stands in the report, "" for none."""

    number: str
    text: str


def is_usual_heading(line: Line) -> bool:
    """Whether a line is a heading that reports commonly have: "10. Recommendations", "Background papers"."""
    _, name = _split(line)
    return bool(_USUAL.match(name))


def is_report_paragraph(text: str) -> bool:
    """Whether a line is a numbered sentence of a report: "1.1 This report supports …"."""
    match = _PARAGRAPH.match(text)
    return bool(match and "." in match[1] and len(text) > _PROSE)


def sections(lines: Sequence[Line]) -> list[Section]:
    """The sections of a report, in order; what stands above its first heading is left out."""
    found: list[Section] = []
    start: int | None = None
    for place, line in enumerate(lines):
        if _is_heading(line, found[-1].number if found else ""):
            if start is not None:
                found[-1] = Section(found[-1].number, found[-1].name, tuple(lines[start:place]))
            found.append(Section(*_split(line), ()))
            start = place + 1
    if start is not None:
        found[-1] = Section(found[-1].number, found[-1].name, tuple(lines[start:]))
    return found


def paragraphs(lines: Iterable[Line]) -> list[Numbered]:
    """The paragraphs of a section, each with the lines that go on with it, also across a page's end."""
    found: list[Numbered] = []
    for line in lines:
        match = _PARAGRAPH.match(line.text)
        if match or not found or _begins_anew(line, found[-1].text):
            if len(found) == _LONGEST:
                break
            number, text = (match[1], line.text[match.end() :]) if match else ("", line.text)
            found.append(Numbered(number, text))
        else:
            found[-1] = Numbered(found[-1].number, f"{found[-1].text} {line.text}")
    return found


def _begins_anew(line: Line, before: str) -> bool:
    """Whether an unnumbered line begins a paragraph: below a gap, where the one above it has ended."""
    return line.after_gap and before.endswith(_FINISHED) and not before.endswith(":") and not line.bullet


def _is_heading(line: Line, current: str) -> bool:
    if line.row or len(line.text) > 100 or line.bullet:
        return False
    if is_usual_heading(line):
        return True
    match = _NUMBERED_HEADING.match(line.text)
    if match and not line.text.endswith((".", ";", ",", ":")):
        return line.strong or not current or int(match[1]) == int(current) + 1
    return line.strong and len(line.text) < 80 and not _PARAGRAPH.match(line.text)


def _split(line: Line) -> tuple[str, str]:
    """The number and the words of a heading."""
    match = _NUMBERED_HEADING.match(line.text)
    number, name = (match[1], match[2]) if match else ("", line.text)
    return number, name.strip(" :.")
