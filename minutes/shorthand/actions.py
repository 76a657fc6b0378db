"""The three ways an action gets into the log: inside a printed line, with a colon, and `+`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.shorthand.dates import Calendar, Due, due_at_end
from minutes.shorthand.owners import Owner, names_before_colon, owner_at_start, read_list, second_owner
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from minutes.shorthand.sentences import sentence_ends
from minutes.shorthand.themes import known_themes
from minutes.sitting import Sitting
from storage.records import Kind, Named, NewAction, NewEntry, Part, PromiseKind

_SIGN = re.compile(r"(?<![^\s(\[\"'“‘])@(?=[^\W\d_])")  # not in an e-mail address
_LEADING = re.compile(
    r"[\s:,–-]*(?:(?:agreed|undertook|offered)\s+to\s+|(?:to|will|would)\s+)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|&)\s+)?(?:the\s+)?", re.IGNORECASE)
_LINK = re.compile(r"(?:[\s,;]+(?:and|&)(?:\s+the)?)?[\s,;]*$", re.IGNORECASE)
_THEME = re.compile(r"#([^\W\d_][\w-]*)")
_NOBODY = "whose action is it? write “{}owner: what is to be done”"
_REACH = 400  # letters: no owner is longer
_NOTHING_ABOVE = (None, Kind.ITEM, Kind.OPEN)


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence that says what is to be done, taken apart; `printed` is the sentence without themes."""

    words: str
    due: Due | None
    themes: tuple[str, ...]
    printed: str

    def action(self, owners: tuple[Named, ...]) -> NewAction:
        """The action it makes for `owners`."""
        words = without_lead(self.words)
        if words.count("(") < words.count(")"):  # the owner stands inside the bracket
            words = words.removesuffix(")")
        if not words:
            raise DoubtError(f"what is {quoted(owners[0].name)} to do?")
        return self.promise(words, owners)

    def promise(
        self, words: str, owners: tuple[Named, ...], kind: PromiseKind = PromiseKind.ACTION
    ) -> NewAction:
        """A promise in `words` with the date and the themes of the sentence."""
        if self.due is None:
            return NewAction(words, owners, themes=self.themes, kind=kind)
        due = self.due
        return NewAction(words, owners, due.on, due.words, due.kind, self.themes, kind)


@dataclass(frozen=True, slots=True)
class Owners:
    """Those who own something together, and where in a text their names begin, with the `@`, and end."""

    owners: tuple[Named, ...]
    start: int
    end: int


def read_action(line: Line) -> Read:
    """`@owner: …`, which the program words; without a colon a note with its owner inside."""
    words = line.text.lstrip()
    names = names_before_colon(words, line.sitting)
    if names is not None:
        return Read(_with_owners(Kind.ACTION, line, *names))
    text, actions = inline(f"@{words}", line.sitting)
    if not actions:
        raise DoubtError(_NOBODY.format("@"))
    return Read(NewEntry(Kind.NOTE, line.source, text, actions=actions))


def read_follow_on(line: Line) -> Read:
    """`+ owner: …`, an action that the line above already says in its own words."""
    names = names_before_colon(line.text.removeprefix("@"), line.sitting)
    if names is None:
        raise DoubtError(_NOBODY.format("+ "))
    return Read(_with_owners(Kind.FOLLOW_ON, line, *names))


def _with_owners(kind: Kind, line: Line, names: str, words: str) -> NewEntry:
    owners = read_list(names.replace("@", ""), Part.OWNER, line.sitting)
    if not owners:
        raise DoubtError(_NOBODY.format("@" if kind is Kind.ACTION else "+ "))
    action = task_in(words, line.sitting).action(owners)
    if kind is Kind.FOLLOW_ON and line.sitting.above is Kind.QUESTION:
        action = replace(action, kind=PromiseKind.REPLY)
    doubt = ""
    if kind is Kind.FOLLOW_ON and line.sitting.above in _NOTHING_ABOVE:
        doubt = "there is no line above that this action belongs to"
    return NewEntry(kind, line.source, people=owners, actions=(action,), doubt=doubt)


def inline(text: str, sitting: Sitting) -> tuple[str, tuple[NewAction, ...]]:
    """A printed line with owners in it: the line without their `@` (and the themes that end their
    sentences), and the actions it makes. Raises DoubtError where an owner cannot be read."""
    signs = _signs(text)
    if not signs:
        return text, ()
    ends = sentence_ends(text)
    printed: list[str] = []
    actions: list[NewAction] = []
    done = at = 0
    while at < len(signs):
        start = signs[at]
        end = ends[bisect_right(ends, start)]
        owners, after, at = _owners(text, signs, at, end, sitting)
        following = signs[at] if at < len(signs) and signs[at] < end else None
        sentence = text[after : end if following is None else following]
        task = task_in(sentence, sitting) if following is None else _linked(sentence, sitting)
        actions.append(task.action(owners))
        printed += [text[done:start], text[start:after].replace("@", ""), task.printed]
        done = end if following is None else following
    return "".join([*printed, text[done:]]), tuple(actions)


def owners_in(text: str, sitting: Sitting) -> list[Owners]:
    """All owners in a text that says what they own around them. Raises DoubtError as `inline` does."""
    signs, found = _signs(text), list[Owners]()
    at, ended = 0, f"{text} to"  # the end of the text ends a name, too
    while at < len(signs):
        start = signs[at]
        owners, end, at = _owners(ended, signs, at, len(ended), sitting)
        found.append(Owners(owners, start, end))
    return found


def without_signs(text: str) -> str:
    """A text without the `@` of its owners."""
    return _SIGN.sub("", text)


def without_lead(words: str) -> str:
    """What is to be done, without what leads on to it from its owner ("to", "agreed to")."""
    return _LEADING.sub("", words, count=1)


def _signs(text: str) -> list[int]:
    return [match.start() for match in _SIGN.finditer(text)] if "@" in text else []


def _linked(part: str, sitting: Sitting) -> Task:
    """A part of a sentence that another owner's follows: its link to that ("and") is no part of the task."""
    link = _LINK.search(part, max(len(part) - 40, 0))
    cut = link.start() if link else len(part)
    task = task_in(part[:cut], sitting)
    return replace(task, printed=task.printed + part[cut:])


def task_in(sentence: str, sitting: Sitting) -> Task:
    """Find in a sentence its due date and its themes, both at its end and in either order."""
    body, themes, stop = _without_themes(sentence)
    due = due_at_end(body, Calendar.of(sitting))
    said = ""
    more: tuple[str, ...] = ()
    if due is None:
        due = _due_inside(body, sitting)
    else:
        said, body = f" {body[due.start :]}", body[: due.start]
        body, more, _ = _without_themes(body)
    printed = f"{body}{said}{stop}" if themes or more else sentence
    return Task(body.strip(" ,"), due, known_themes((*more, *themes), sitting), printed)


def _due_inside(text: str, sitting: Sitting) -> Due | None:
    """The due date of a sentence before the last one: its words stay where they are."""
    for end in sentence_ends(text)[:-1][:_REACH]:
        due = due_at_end(text[max(end - _REACH, 0) : end].rstrip(".!?"), Calendar.of(sitting))
        if due is not None:
            return replace(due, words="")
    return None


def _owners(
    text: str, signs: Sequence[int], at: int, end: int, sitting: Sitting
) -> tuple[tuple[Named, ...], int, int]:
    """The owners, from the sign `at` on, who own one action of the sentence together; where their
    names end; and the place of the next sign after them."""
    people: list[Named] = []
    while True:
        after = signs[at] + 1
        at += 1
        owner: Owner | None = owner_at_start(text[after : min(after + _REACH, end)], sitting)
        while owner is not None:
            people.append(owner.named)
            after += owner.length
            owner = second_owner(text[after : min(after + _REACH, end)], sitting)
        if at == len(signs) or signs[at] > after + 12 or not _BETWEEN.fullmatch(text[after : signs[at]]):
            return tuple(dict.fromkeys(people)), after, at


def _without_themes(text: str) -> tuple[str, tuple[str, ...], str]:
    """`text` without the themes and stops at its end, those themes in order, and its stop."""
    body, stop = text.rstrip(), ""
    themes: list[str] = []
    while True:
        bare = body.rstrip(".!?;,") if not body.endswith(("p.m.", "a.m.")) else body
        stop, body = body[len(bare) :] or stop, bare.rstrip()
        last = body[max(body.rfind(" ") + 1, len(body) - 60) :]
        match = _THEME.fullmatch(last)
        if match is None:
            return body, tuple(reversed(themes)), stop
        themes.append(match[1])
        body = body[: len(body) - len(last)].rstrip()
