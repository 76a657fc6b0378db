"""What the clerk types of promises between meetings, read and noted: as one act for all that are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from minutes.english import listed, printed_date
from minutes.names import People, fits_several
from minutes.promises import deferral_doubt, state_when_deferred
from minutes.shorthand.dates import Calendar, due_at_start
from minutes.themes import as_written, each_once, near_theme
from minutes.wording.promises import day
from storage import BookError, MinuteBook
from storage.records import Action, ActionState, Body, Named, NewProgress, Part

_LONGEST_NAME = 80  # letters of an owner or a theme


class NearThemeError(BookError):
    """A theme is one letter away from a known one: `text` is what was typed with that in its place."""

    def __init__(self, line: str, text: str) -> None:
        super().__init__(line)
        self.text = text


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed of the promises `ids`, on the day `on`, and what it is: "note", "done", "defer",
    "drop", "owner" or "theme"; `as_typed` where a theme is meant as it is written."""

    purpose: str
    text: str
    ids: tuple[int, ...]
    on: date
    as_typed: bool = False


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a text is read against: the themes of a body where one is asked for, its days and its people."""

    themes: tuple[str, ...]
    days: Calendar
    people: People


def hear(book: MinuteBook, said: Said) -> str:
    """Note what was said of the promises, all or none; returns what that did, in a line.

    Raises BookError, in a line that says what to do, where it cannot be read or does not fit one of them;
    NearThemeError where another theme may be meant.
    """
    actions = book.actions(ids=said.ids, open_only=False)
    if not actions:
        raise BookError("That action is no longer in the book: it was removed in another window.")
    grounds = {action.body_id: _ground(book, action.body_id, said) for action in actions}
    read = _READERS[said.purpose]
    changes = [read(action, said, grounds[action.body_id]) for action in actions]
    book.note_progress(changes, said.on)
    return f"{_subject(actions)} {_told(said.purpose, changes[0])}"


def _ground(book: MinuteBook, body_id: int, said: Said) -> _Ground:
    body = book.body(body_id)
    meetings = tuple(sorted(line.on for line in book.meetings(said.on, body_id=body_id)))
    following = next((each for each in meetings if each > said.on), None)
    people = People(book.standing(body_id), body.short_forms)
    themes = _themes(book, body) if said.purpose == "theme" else ()
    return _Ground(themes, Calendar(said.on, following, meetings), people)


def _themes(book: MinuteBook, body: Body) -> tuple[str, ...]:
    """The themes of a body, then those that something it is owed is under."""
    used = (line.themes.split("; ") for line in book.promise_lines(body_id=body.id) if line.themes)
    return each_once((*body.themes, *chain.from_iterable(used)))


def _note(action: Action, said: Said, _ground: _Ground) -> NewProgress:
    text = _needed(said.text, "Type what was heard of it")
    return NewProgress(action.id, text, ActionState.IN_PROGRESS)


def _done(action: Action, said: Said, _ground: _Ground) -> NewProgress:
    _see_owed(action)
    return NewProgress(action.id, said.text.strip(), ActionState.DONE)


def _drop(action: Action, said: Said, _ground: _Ground) -> NewProgress:
    _see_owed(action)
    text = _needed(said.text, "Type why it is not to be done any more")
    return NewProgress(action.id, text, ActionState.DROPPED)


def _defer(action: Action, said: Said, ground: _Ground) -> NewProgress:
    due, rest = due_at_start(_needed(said.text, "Type a date, and after it the reason"), ground.days)
    if due is None:
        raise BookError("No date is read there: begin with one, as in 12 Dec, Friday week or next meeting.")
    if doubt := deferral_doubt(action.standing, due.on, said.on):
        raise BookError(f"{action.reference}: {doubt}.")
    state = state_when_deferred(due.kind)
    return NewProgress(action.id, rest.strip(" ,;:–-"), state, due.on, due.words, due.kind)


def _owner(action: Action, said: Said, ground: _Ground) -> NewProgress:
    text = _needed(said.text, "Type who is to do it from now on")
    owners = []
    for name in ground.people.split(text):
        _see_short(name, "an owner")
        match = ground.people.find(name)
        if match.ambiguous:
            raise BookError(f"{fits_several(name, match)}: type more of the name.")
        owners.append(match.named(Part.OWNER) if match.one else Named(Part.OWNER, name))
    return NewProgress(action.id, owners=tuple(owners))


def _theme(action: Action, said: Said, ground: _Ground) -> NewProgress:
    typed = [theme.strip(" #") for theme in said.text.split(",") if theme.strip(" #")]
    for theme in typed:
        _see_short(theme, "a theme")
    for theme in typed if not said.as_typed else ():
        if near := near_theme(theme, ground.themes):
            meant = ", ".join(near if each == theme else each for each in typed)
            raise NearThemeError(
                f"Theme “{theme}”: did you mean {near}? tab takes that, enter again keeps yours.", meant
            )
    themes = dict.fromkeys(as_written(theme, ground.themes) for theme in typed)
    return NewProgress(action.id, themes=tuple(themes))


_READERS: dict[str, Callable[[Action, Said, _Ground], NewProgress]] = {
    "note": _note,
    "done": _done,
    "defer": _defer,
    "drop": _drop,
    "owner": _owner,
    "theme": _theme,
}


def _needed(text: str, what: str) -> str:
    if not text.strip():
        raise BookError(f"{what}, or leave it with esc.")
    return text.strip()


def _see_short(name: str, what: str) -> None:
    """Raise BookError where a name is no name, but a text that came in by mistake."""
    if len(name) > _LONGEST_NAME:
        raise BookError(f"“{name[:20]}…” is too long for {what}: type {_LONGEST_NAME} letters at most.")


def _see_owed(action: Action) -> None:
    """Raise BookError where it is done or dropped already."""
    if not action.is_open:
        when = next(heard.on for heard in reversed(action.progress) if heard.state is action.state)
        raise BookError(f"{action.reference} was {action.state.value} on {printed_date(when)} already.")


def _subject(actions: Sequence[Action]) -> str:
    references = [action.reference for action in actions]
    return references[0] if len(references) == 1 else listed(_few(references))


def _few(names: Sequence[str]) -> list[str]:
    """At most three of them, and how many more."""
    return [*names[:3], *([f"{len(names) - 3} more"] if names[3:] else [])]


def _told(purpose: str, first: NewProgress) -> str:
    """What was done, in words."""
    if purpose == "defer":
        return f"deferred to {day(first) or 'another day'}."
    if purpose == "owner":
        return f"now with {_names(first.owners)}."
    if purpose == "theme":
        return f"now under {listed(_few(first.themes or ())) or 'no theme'}."
    return {"note": "noted.", "done": "done.", "drop": "dropped."}[purpose]


def _names(owners: Iterable[Named]) -> str:
    return listed(_few([owner.name for owner in owners]))
