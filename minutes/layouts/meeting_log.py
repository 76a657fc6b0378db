"""The action log of one meeting: what was promised there, and what it heard of earlier promises, as all that
stood when it ended."""

from __future__ import annotations

from dataclasses import replace

from minutes.document import Document
from minutes.layouts.action_log import log_blocks
from minutes.layouts.ground import Ground
from minutes.layouts.page import document, head
from minutes.layouts.schedule import counts, told
from minutes.publishing import published
from storage.records import Action, Plan


def build(ground: Ground) -> Document:
    """Build the log: the promises made at the meeting and those it heard of."""
    on = ground.record.meeting.on
    promises = [_at_the_end(ground, each) for each in _spoken_of(ground) if _may_list(ground, each)]
    blocks = log_blocks(promises, on, restricted=ground.restricted)
    counted = counts(told(promises, restricted=ground.restricted), on)
    top = (*head(ground, ground.style.word("action log")), *counted)
    return document(ground, "action log", top, blocks)


def _spoken_of(ground: Ground) -> list[Action]:
    """What was promised here, and what the lines that may be shown say of earlier promises; of a list of
    priorities the whole."""
    heard = [promise for entry in ground.shown for promise, _ in ground.heard_in(entry)]
    spoken = {each.id: each for each in (*heard, *ground.record.actions)}
    lists = {plan.entry_id for each in spoken.values() for plan in _lists_of(ground, each)}
    for each in ground.record.promises:
        if lists.intersection(plan.entry_id for plan in _lists_of(ground, each)):
            spoken[each.id] = each
    return sorted(spoken.values(), key=lambda each: (each.year, each.number))


def _lists_of(ground: Ground, promise: Action) -> tuple[Plan, ...]:
    """The lists that a promise was in, as far as they may be told."""
    return (promise if ground.restricted else published(promise)).plans


def _may_list(ground: Ground, promise: Action) -> bool:
    """Whether it stands in the log: an exempt one in public by its reference."""
    return ground.may_tell(promise) or promise.exempt is not None


def _at_the_end(ground: Ground, promise: Action) -> Action:
    """A promise as it stood when the meeting was over, its short forms written out."""
    meeting = ground.record.meeting
    then = promise.as_on(meeting.on)
    progress = (each for each in then.progress if each.on < meeting.on or each.meeting_id == meeting.id)
    return replace(
        then,
        words=ground.text(promise.words),
        progress=tuple(
            replace(each, text=ground.text(each.text), words=ground.text(each.words)) for each in progress
        ),
    )
