"""How a layout words what hangs on it: the usual manner, which each layout changes where its own differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes.document import Block, Paragraph, Point
from minutes.english import sentence
from minutes.layouts import decisions, interests, motions, people, proceedings, promises
from minutes.layouts.ground import Ground, Wording
from minutes.wording import actions, questions
from storage.records import Action, Entry, Item, Kind, Part


class Manner:
    """The manner of one document: every line becomes a sentence where it was said."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def wording(self, entry: Entry) -> list[Block]:
        """What a line on its own comes to; nothing where it does not print."""
        word = _WORDINGS.get(entry.kind)
        if entry.kind is Kind.ACTION:
            return self._action(entry)
        return word(self.ground, entry) if word else []

    def above(self, item: Item) -> list[Block]:
        """What stands under the heading of an item before anything said there; asked only where all of the
        item may be shown."""
        del item
        return []

    def question(self, asked: Entry, replies: Sequence[Entry]) -> list[Block]:
        """A question with its replies."""
        text = questions.question(
            self.asker(asked),
            self.ground.text(asked.label, opening=True),
            self.ground.text(asked.text),
            [self.ground.text(reply.text) for reply in replies],
        )
        return [Point(text, entries=tuple(entry.id for entry in (asked, *replies)))]

    def interests(self, lines: Sequence[Entry]) -> list[Block]:
        """The interests that `lines` declare, where they are gathered."""
        return interests.gathered(self.ground, lines)

    def undertaking(self, entry: Entry, action: Action) -> Block:
        """An action that the program words."""
        owners = self.ground.names.many([named for named in entry.people if named.part is Part.OWNER])
        words, due = self.ground.text(action.words), self.ground.text(action.due_words)
        return Paragraph(actions.undertaking(owners, words, due), entries=(entry.id,))

    def arranged(self, blocks: list[Block], lines: Sequence[Entry]) -> list[Block]:
        """The `blocks` that `lines` came to, which stand together, as the layout has them on the page."""
        del lines
        return blocks

    def asker(self, asked: Entry) -> str:
        """Who asked a question, as printed in a sentence; "" where nobody was named."""
        return self.ground.names.many([named for named in asked.people if named.part is Part.ASKER])

    def _action(self, entry: Entry) -> list[Block]:
        made = self.ground.actions_of(entry)
        if not made and not self.ground.makes_action(entry):
            text = sentence(self.ground.text(entry.source.lstrip(" @"), opening=True))
            return [Paragraph(text, entries=(entry.id,))] if text else []
        return [self.undertaking(entry, action) for action in made]


def _note(ground: Ground, entry: Entry) -> list[Block]:
    text = sentence(ground.text(entry.text, opening=True))
    return [Paragraph(text, entries=(entry.id,))] if text else []


def _lone_reply(ground: Ground, entry: Entry) -> list[Block]:
    return [Point(sentence(ground.text(entry.text, opening=True)), entries=(entry.id,))]


_WORDINGS: Mapping[Kind, Wording] = {
    Kind.NOTE: _note,
    Kind.REPLY: _lone_reply,
    Kind.UNREAD: Ground.to_check,
    **decisions.WORDINGS,
    **interests.WORDINGS,
    **motions.WORDINGS,
    **people.WORDINGS,
    **proceedings.WORDINGS,
    **promises.WORDINGS,
}
