"""Decisions, what of a report was adopted, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from minutes.document import Block, Paragraph, Point
from minutes.english import stopped
from minutes.layouts.ground import Ground, Wording
from minutes.wording import decisions
from minutes.wording.adoption import adopted, report_parts
from storage.records import Entry, Kind, ReportPart


def resolved(ground: Ground, entries: Sequence[Entry]) -> list[Block]:
    """Decisions that open with "that" and stand together: parts under the body's verb, each with its own
    number in the body's series, or else counted from (1)."""
    lead = Paragraph(f"{ground.style.verb}:", keep=True, entries=(entries[0].id,))
    texts = decisions.numbered([ground.text(entry.text) for entry in entries])
    return [
        lead,
        *(
            Point(text, "".join(entry.numbers[:1]) or marker, entries=(entry.id,))
            for entry, (marker, text) in zip(entries, texts, strict=True)
        ),
    ]


def _decision(ground: Ground, entry: Entry) -> list[Block]:
    body = ground.record.body
    # What kind of decision it is was typed; its short forms are written out afterwards.
    worded = decisions.decision(entry.text, body.noun, ground.style.verb)
    text = stopped(ground.text(worded, opening=True))
    return [Paragraph(text, entries=(entry.id,), number="".join(entry.numbers[:1]))] if text else []


def _adopted(ground: Ground, entry: Entry) -> list[Block]:
    body = ground.record.body
    parts = report_parts(_report(ground, entry), "Recommendation", entry.text)
    if not parts:
        return ground.to_check(entry)
    texts = [adopted(ground.text(part.text), body.noun, ground.style.verb, body.name) for part in parts]
    return [
        Paragraph(text, entries=(entry.id,), number=number)
        for text, number in zip_longest(texts, entry.numbers[: len(texts)], fillvalue="")
    ]


def grounds(ground: Ground, entry: Entry, *, headed: bool = False) -> list[Block]:
    """The reasons for a decision, typed or the report's own, or the alternatives that were rejected; they say
    which they are unless they stand under a heading that does."""
    lead = "" if headed else ground.style.usual(entry.kind.value)
    typed = [entry.text] if entry.text else []
    if entry.kind is Kind.REASONS and not typed:
        typed = [part.text for part in report_parts(_report(ground, entry), "Reason", entry.label)]
    text = decisions.grounds([ground.text(reason, opening=True) for reason in typed], lead)
    return [Paragraph(text, entries=(entry.id,))] if text else ground.to_check(entry)


def _report(ground: Ground, entry: Entry) -> tuple[ReportPart, ...]:
    """What the agenda has of the report that a line is about."""
    item = ground.items.get(entry.item_id) if entry.item_id is not None else None
    return item.parts if item else ()


WORDINGS: Mapping[Kind, Wording] = {
    Kind.DECISION: _decision,
    Kind.ADOPT: _adopted,
    Kind.REASONS: grounds,
    Kind.ALTERNATIVES: grounds,
}
