"""Corrections to minutes when they are agreed: "September 2020" to "September 2019".

They are made in the printed words, so that what is signed is what was read out and corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from minutes.document import Block, Document, Field, Heading, Paragraph, Point, Table
from minutes.english import listed, printed_date
from storage.records import Agreed, MeetingRecord, MeetingState, NewEntry

Corrections = Iterable[tuple[str, str]]
_LONGEST = 40  # letters of what is quoted


def corrected(document: Document, corrections: Corrections) -> Document:
    """The document with each pair's first words made its second, wherever they stand as whole words. Second
    words that are "" delete the first, with the space before them, and a block that held nothing else."""
    for old, new in corrections:
        words = _words(old) if new else re.compile(rf"\s*{_words(old).pattern}")

        def change(text: str, words: re.Pattern[str] = words, new: str = new) -> str:
            said = words.sub(lambda _: new, text)
            return said if new else said.lstrip()

        head = tuple(map(change, document.head))
        blocks = (_changed(block, change) for block in document.blocks)
        document = replace(document, head=head, blocks=tuple(filter(_says_something, blocks)))
    return document


def occurrences(document: Document, words: str) -> int:
    """How often `words` stand in a document. An action log says again what its minutes say: it counts only
    where they stand nowhere else."""
    pattern = _words(words)
    said, logged = list(document.head), list[str]()
    for block in document.blocks:
        (logged if _is_log(block) else said).extend(_texts(block))
    return _count(pattern, said) or _count(pattern, logged)


def quotes_exempt(entry: NewEntry, agreed: Agreed) -> bool:
    """Whether a correction of a PREVIOUS line quotes what only the restricted copy of the minutes says, or an
    exempt line that the body's layout does not print: in whatever case, and also where it was to check, for
    doubt never publishes."""
    if agreed.record is None or not entry.corrections:
        return False
    from minutes.layouts import build  # a keystroke in most lines needs no layout

    public, restricted = (_said(build(agreed.record, restricted=which)) for which in (False, True))
    private = f"{restricted}\n{_typed_in_private(agreed.record)}"
    quoted = (" ".join(old.casefold().split()) for old, _ in entry.corrections)
    return any(old in private and old not in public for old in quoted)


def _typed_in_private(record: MeetingRecord) -> str:
    """The exempt lines as typed, and what the agenda has of exempt items."""
    from minutes.layouts.ground import Ground

    ground = Ground(record, restricted=False)
    typed = [entry.source for entry in record.entries if ground.hides(entry)]
    parts = [part.text for item in record.items if item.exempt is not None for part in item.parts]
    return " ".join("\n".join((*typed, *parts)).casefold().split())


def publishes(entry: NewEntry, agreed: Agreed) -> str:
    """Why an exempt PREVIOUS line cannot stand, "" where it can: it corrects what the public copy of the
    minutes says too, and its new words would be read there."""
    if agreed.record is None:
        return ""
    public = _as_approved(agreed.record, restricted=False)
    told = next((old for old, _ in entry.corrections if occurrences(public, old)), "")
    return f"{_quoted(told)} stands in the public minutes: correct it in public business" if told else ""


def doubt_of(entry: NewEntry, agreed: Agreed) -> str:
    """Why a PREVIOUS line cannot stand, "" where it can: `agreed` is what the book has of the minutes it
    agrees. Another body met on the day said; or the minutes are signed, and take no correction any more; or
    old words of a correction do not stand in them, or more than once, so that nobody could tell which are
    meant."""
    if agreed.record is None:
        if not agreed.others or entry.on is None:
            return ""
        return f"{listed(agreed.others)} met on {printed_date(entry.on)}, this body did not"
    if not entry.corrections:
        return ""
    day = printed_date(agreed.record.meeting.on)
    if agreed.record.meeting.state is MeetingState.APPROVED:
        return f"the minutes of {day} are signed already: minute what was said about them instead"
    document = _as_approved(agreed.record, restricted=True)
    for old, new in entry.corrections:
        found = occurrences(document, old)
        if not found:
            return f"{_quoted(old)} does not stand in the minutes of {day}"
        if found > 1:
            return f"{_quoted(old)} stands {found} times in the minutes of {day}: give more words around it"
        document = corrected(document, [(old, new)])
    return ""


def _as_approved(record: MeetingRecord, *, restricted: bool) -> Document:
    """The minutes without what only drafts have; what is exempt may be corrected too."""
    from minutes.layouts import build  # a keystroke in most lines needs no layout

    meeting = replace(record.meeting, state=MeetingState.APPROVED)
    return build(replace(record, meeting=meeting), restricted=restricted)


def _said(document: Document) -> str:
    texts = (text for block in document.blocks for text in _texts(block))
    return " ".join("\n".join((*document.head, *texts)).casefold().split())


def _words(words: str) -> re.Pattern[str]:
    """`words` as whole words; whatever is white space between them is alike."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{before}{pattern}{after}")


def _count(pattern: re.Pattern[str], texts: Iterable[str]) -> int:
    return sum(len(pattern.findall(text)) for text in texts)


def _is_log(block: Block) -> bool:
    from minutes.layouts.log import HEAD

    return isinstance(block, Table) and block.rows[:1] == (HEAD,)


def _texts(block: Block) -> Iterator[str]:
    """Every text of a block that a correction may change."""
    match block:
        case Heading(text=text) | Paragraph(text=text) | Point(text=text):
            yield text
        case Field(values=values):
            yield from values
        case Table(rows=rows):
            for row in rows:
                yield from row


def _says_something(block: Block) -> bool:
    return not isinstance(block, Heading | Paragraph | Point) or bool(block.text)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    """The block with `change` made in each of its texts."""
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph() | Point():
            return replace(block, text=change(block.text), beside=change(block.beside))
        case Field():
            return replace(block, values=tuple(map(change, block.values)))
        case Table():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
    return block


def _quoted(words: str) -> str:
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1]}…”"
