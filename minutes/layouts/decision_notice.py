"""The decision notice: what was decided, by which votes, why, and until when it may be called in.

What it holds is what the law asks of the record of an executive decision: the decision, its reasons, the
alternatives rejected and the interests declared in it (the Local Authorities (Executive Arrangements)
(Meetings and Access to Information) (England) Regulations 2012, S.I. 2012/2089, regulation 12(2)).
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes.document import Block, Document, Heading, Paragraph
from minutes.english import counted, full_date
from minutes.layouts.committee import CommitteeManner
from minutes.layouts.course import Visit, visits
from minutes.layouts.ground import Ground
from minutes.layouts.interests import declared
from minutes.layouts.page import document, head
from minutes.layouts.sections import DECIDED, Parting, Section, sections
from minutes.presence import affected
from minutes.proposals import Fate
from minutes.style import WORDS
from minutes.working_days import days_in, working_days_after
from storage.records import Entry, Item, Kind

NOTHING_DECIDED = "No decisions were taken at this meeting."
_PUT = (Kind.MOTION, Kind.AMENDMENT)


def build(ground: Ground) -> Document:
    """Build the notice of a meeting's decisions."""
    decided = [block for visit in visits(ground, NoticeManner) for block in _of_visit(ground, visit)]
    blocks = decided or [Paragraph(NOTHING_DECIDED)]
    top = head(ground, ground.style.word("decision notice"))
    return document(ground, "decision notice", top, [*blocks, *(_call_in(ground) if decided else [])])


def _of_visit(ground: Ground, visit: Visit) -> list[Block]:
    """What was decided of an item; of an exempt one in public only that something was."""
    if visit.item is not None and ground.is_exempt_item(visit.item.id) and not ground.restricted:
        shown = any(line.kind in (*DECIDED, Kind.MOTION) for line in visit.lines)
    else:
        shown = bool(visit.said)
    if not shown:
        return []
    interests = _interests(ground, visit.item) if visit.item else []
    heading = [visit.heading] if visit.heading else []
    return [*heading, *visit.above, *visit.said, *interests]


def _interests(ground: Ground, item: Item) -> list[Block]:
    """The interests that were declared in an item, wherever that was said."""
    lines = [
        line
        for line in ground.shown
        if line.kind is Kind.INTEREST and line.people and _is_in(ground, line, item)
    ]
    if not lines or (item.exempt is not None and not ground.restricted):
        return []
    return [Heading("Interests declared", 2), *(block for line in lines for block in declared(ground, line))]


def _is_in(ground: Ground, line: Entry, item: Item) -> bool:
    within = ground.items.get(line.item_id) if line.item_id is not None else None
    return (line.target_id or affected(within)) == item.id


def _call_in(ground: Ground) -> list[Block]:
    """Until when the decisions may be called in; nothing where the body leaves that out."""
    days = _days(ground, "call-in")
    if days is None:
        return []
    published = working_days_after(ground.record.meeting.on, _days(ground, "published") or 0)
    until = working_days_after(published, days)
    return [
        Heading("Call-in"),
        Paragraph(
            f"Published on {full_date(published)}, these decisions may be called in until the end of "
            f"{full_date(until)}, {counted(days, 'working day')} after publication: Saturdays, Sundays and "
            "bank holidays are not counted. What is not called in takes effect after that day."
        ),
    ]


def _days(ground: Ground, name: str) -> int | None:
    """The days a word of the body says, the usual ones where it says none that can be read; None where it is
    left out."""
    word = ground.style.word(name)
    read = days_in(word) if word else None
    return days_in(WORDS[name]) if word and read is None else read


class NoticeManner(CommitteeManner):
    """Decisions alone, under headings where they have reasons."""

    def arranged(self, blocks: list[Block], lines: Sequence[Entry]) -> list[Block]:
        """The blocks that tell of decisions, and that a decision is exempt."""
        parts = self.parting(lines)
        return super().arranged([block for block in blocks if self._is_decided(block, parts)], lines)

    def _is_decided(self, block: Block, parts: Parting) -> bool:
        line = self.line_of(block)
        if line is None or line.id in parts.section:
            return line is not None
        if self.ground.hides(line):
            return False
        proposal = self.ground.proposal_of(line)
        return proposal is not None and proposal.entry.kind in _PUT and proposal.fate is Fate.CARRIED

    def _decided_apart(self, lines: Sequence[Entry]) -> frozenset[int]:
        """The exempt lines that stand together with one that decides something."""
        runs: list[list[Entry]] = [[]]
        for line in lines:
            if self.ground.hides(line):
                runs[-1].append(line)
            elif runs[-1]:
                runs.append([])
        decided = (run for run in runs if any(line.kind in (*DECIDED, Kind.MOTION) for line in run))
        return frozenset(line.id for run in decided for line in run)

    def parted(self, lines: Sequence[Entry]) -> Parting:
        """The lines that tell of decisions, under headings where there is more to them than the decision."""
        found = sections(self.ground, lines)
        told = {line: part for line, part in found.items() if part not in (None, Section.DISCUSSION)}
        told |= dict.fromkeys(self._decided_apart(lines), Section.DECISION)
        reasoned = len(set(told.values())) > 1
        return Parting(told, dict.fromkeys(told, 2) if reasoned else {})
