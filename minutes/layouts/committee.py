"""The committee's minutes: numbered minutes under the agenda's headings, each with its discussion and its
decision, actions at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.document import Block, Document, Heading, lines_behind
from minutes.layouts.decisions import grounds
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.page import page
from minutes.layouts.sections import ABOUT_A_DECISION, Parting, Section, parting
from minutes.layouts.standing import parts_with
from minutes.style import PARTS
from storage.records import Entry, Kind

_WHY = (Section.REASONS, Section.ALTERNATIVES)


def build(ground: Ground) -> Document:
    """Build the minutes of a meeting."""
    return page(ground, parts_with(CommitteeManner))


class CommitteeManner(Manner):
    """Sentences, under headings where an item was both discussed and decided."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._partings: dict[int | None, Parting] = {}

    def wording(self, entry: Entry) -> list[Block]:
        """Reasons that have a heading open with nothing else."""
        if entry.kind in (Kind.REASONS, Kind.ALTERNATIVES):
            headed = entry.id in self._parting_of(entry.item_id).level and self._heading(entry.kind.value)
            return grounds(self.ground, entry, headed=bool(headed))
        return super().wording(entry)

    def arranged(self, blocks: list[Block], lines: Sequence[Entry]) -> list[Block]:
        """The blocks under the headings of their sections."""
        parts = self.parting(lines)
        return list(self._headed(self._with_votes(blocks, parts), parts)) if parts.level else blocks

    def parting(self, lines: Sequence[Entry]) -> Parting:
        """How the item of `lines` is parted by all that was said under it, whenever it was taken."""
        return self._parting_of(lines[0].item_id) if lines else Parting()

    def parted(self, lines: Sequence[Entry]) -> Parting:
        """How all the lines of an item are parted; those before the first are not."""
        return parting(self.ground, lines) if lines and lines[0].item_id is not None else Parting()

    def _with_votes(self, blocks: Sequence[Block], parts: Parting) -> list[Block]:
        """The blocks, where a vote that was recorded after the reasons stands with what it was on."""
        placed: list[Block] = []
        decided = 0  # where the last decision ends
        why = False
        for block in blocks:
            line = self.line_of(block)
            section = parts.section.get(line.id) if line else None
            is_vote = line is not None and section is Section.DECISION and line.kind in ABOUT_A_DECISION
            placed.insert(decided if why and is_vote else len(placed), block)
            why = (why or section in _WHY) and (is_vote or section is not Section.DECISION)
            if section is Section.DECISION:
                decided = decided + 1 if why else len(placed)
        return placed

    def _headed(self, blocks: Sequence[Block], parts: Parting) -> Iterator[Block]:
        stands_in = ""
        for block in blocks:
            entry = self.line_of(block)
            if entry is not None and isinstance(block, Heading) and entry.kind is Kind.HEADING:
                if not parts.inside:
                    stands_in = ""
                    yield block
                    continue
                block = replace(block, level=3)
            section = str(parts.section.get(entry.id) or "") if entry else ""
            if entry and entry.kind is Kind.ACTION and stands_in in _WHY:
                section = "actions"
            if entry and section and section != stands_in and (level := parts.level.get(entry.id)):
                stands_in = section
                if heading := self._heading(section):
                    yield Heading(heading, level)
            yield block

    def _heading(self, section: str) -> str:
        """What stands above a section, "" where the body has nothing there."""
        if section == "actions":
            return dict(self.ground.style.parts).get(section, PARTS[section])
        return self.ground.style.word(section)

    def line_of(self, block: Block) -> Entry | None:
        """The first line that a block came from."""
        lines = lines_behind(block)
        return self.ground.entries[lines[0]] if lines else None

    def _parting_of(self, item_id: int | None) -> Parting:
        if item_id not in self._partings:
            lines = [entry for entry in self.ground.record.entries if entry.item_id == item_id]
            self._partings[item_id] = self.parted(lines)
        return self._partings[item_id]
