"""What every set of minutes has in common: its top, its standing parts in order, and what a draft leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes.checking import Fault, Finding, findings
from minutes.document import Block, Document, Heading, Point
from minutes.english import full_date, printed_date
from minutes.layouts.ground import Ground
from minutes.layouts.standing import Part, closing_line
from minutes.wording import proceedings
from storage.records import Kind


def page(ground: Ground, parts: Mapping[str, Part]) -> Document:
    """The whole paper: the standing parts in the order of the style, each as `parts` has it by its name."""
    blocks = [*standing_parts(ground, parts), *to_put_right(ground)]
    return document(ground, "title", head(ground, ground.style.word("title")), blocks)


def standing_parts(ground: Ground, parts: Mapping[str, Part]) -> list[Block]:
    """The standing parts in the order of the style, each as `parts` has it by its name."""
    return [block for name, heading in ground.style.parts for block in parts[name](ground, heading)]


def document(
    ground: Ground, paper: str, top: Sequence[str], blocks: Sequence[Block], *, beside: str = ""
) -> Document:
    """A paper of this meeting with its marks: `paper` is the name of the word that says which ("title",
    "decision notice"), and `beside` heads the column beside the text."""
    record = ground.record
    marks = (("DRAFT", ground.is_draft), ("RESTRICTED", ground.restricted))
    mark = " – ".join(word for word, holds in marks if holds)
    named = (record.body.name, ground.style.word(paper), printed_date(record.meeting.on))
    title = " – ".join(filter(None, named))
    day = record.meeting.on.isoformat()
    return Document(title, tuple(filter(None, top)), tuple(blocks), mark, beside=beside, day=day)


def head(ground: Ground, title: str) -> tuple[str, ...]:
    """The lines at the top: whose paper, which (its `title`), of which day, when and where."""
    body, meeting = ground.record.body, ground.record.meeting
    return (body.organisation, body.name, title, full_date(meeting.on), when(ground), meeting.venue)


def when(ground: Ground) -> str:
    """From when to when it sat, as far as that is known: "6.30pm to 8.15pm"."""
    opened = next((e.time for e in ground.record.entries if e.kind is Kind.OPEN and e.time), "")
    closing = closing_line(ground)
    return proceedings.times(opened or ground.record.meeting.time, closing.time if closing else "")


def to_put_right(ground: Ground, level: int = 1) -> list[Block]:
    """What a draft of a closed meeting leaves open, under a heading of `level`; of what is exempt a public
    copy says only that."""
    if not ground.is_draft or closing_line(ground) is None:
        return []
    found = findings(ground.record)
    shown = [finding for finding in found if ground.restricted or not finding.exempt]
    points = [words for finding in shown if not ground.names_unheard(words := _to_do(ground, finding))]
    if len(points) < len(found):
        points.append("More is listed in the restricted copy.")
    if not points:
        return []
    return [Heading("To put right before these minutes are approved", level), *map(Point, points)]


def _to_do(ground: Ground, finding: Finding) -> str:
    """A finding in words, in a public copy without why a line is doubted: that may tell of exempt ones."""
    if ground.restricted or finding.fault is not Fault.TO_CHECK or finding.entry_id is None:
        return finding.words
    place = finding.words.partition("to check:")[0]
    return f"{place}to check: “{ground.entries[finding.entry_id].source.strip()}”"
