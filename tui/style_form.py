"""What is typed on the Style screen, the house style it makes, and what that changes in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.document import Document
from minutes.layouts import build
from minutes.style import LAYOUTS, MEANINGS, NOTHING, PARTS, WORDS, layout_named, style_of
from storage.records import Body, MeetingRecord
from tui.body_form import SettingError
from tui.paper_copy import printed_lines
from tui.widgets.paper_view import PrintedLine

LAYOUT = "layout"  # the name of the line that says which it is
_MARK = "¤"  # stands in a word while it is looked for
_ANOTHER = "31"  # a number of days that nobody has
_MEANT = {
    "present": "who was present",
    "substitutes": "who came for whom",
    "apologies": "who sent apologies",
    "absent": "who was absent",
    "in attendance": "who was there and no member",
    "minutes": "the items of the meeting",
    "close": "when it closed",
    "actions": "the log of the meeting's actions",
    "signature": "the line that is signed on",
}
_KEPT = ("resolved", "chair", "member", "minutes")  # what cannot be left out


@dataclass(frozen=True, slots=True)
class StyleForm:
    """The texts of the form: the layout, what is written for each word, and the standing parts in their
    order, each with its heading. "" is the usual, NOTHING what is left out."""

    layout: str
    words: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]

    @property
    def chosen(self) -> str:
        """The layout that is meant; raises SettingError where that is none."""
        if not self.layout:
            return LAYOUTS[0]
        try:
            return layout_named(self.layout)
        except ValueError as error:
            told = str(error)
            raise SettingError(LAYOUT, f"{told[:1].upper()}{told[1:]}.") from error


def form_of(body: Body) -> StyleForm:
    """What the form says of a body."""
    words = dict.fromkeys(WORDS, "") | {name: text for name, text in body.words if name in WORDS}
    words["resolved"] = body.verb or words["resolved"]
    typed = {name: heading for name, heading in body.parts if name in PARTS}
    every = replace(body, parts=tuple((name, "") for name in typed))
    parts = tuple((name, typed.get(name, "")) for name, _ in style_of(every).parts)
    return StyleForm(style_of(body).layout, tuple(words.items()), parts)


def with_style(body: Body, form: StyleForm) -> Body:
    """`body` with what the form says; raises SettingError for the first line that cannot be kept."""
    layout = form.chosen
    for name, text in (*form.words, *form.parts):
        if ";" in text:  # parts one from the next where an agenda has them
            raise SettingError(name, f"{label(name)}: leave out the semicolon, which no heading can have.")
    words = {name: text for name, text in form.words if text and name != "resolved"}
    parts = form.parts
    if [name for name, _ in parts] == [name for name, _ in usual_parts(layout)]:
        parts = tuple((name, heading) for name, heading in parts if heading)
    verb = dict(form.words)["resolved"]
    return replace(body, layout=layout, verb=verb, words=tuple(words.items()), parts=parts)


def usual_parts(layout: str) -> tuple[tuple[str, str], ...]:
    """The standing parts as a layout has them, with their headings."""
    return style_of(Body(0, "", layout=layout)).parts


def label(name: str) -> str:
    """How the form calls a word or a part."""
    return f"{name[:1].upper()}{name[1:]}"


def hint(name: str, layout: str) -> str:
    """What stands in an empty line: what is written then."""
    if name in PARTS:
        return f"usual: {PARTS[name]}" if PARTS[name] else ""
    usual = style_of(Body(0, "", verb="", layout=layout)).words[name]
    return f"usual: {usual}" if usual else "usual: as on the list of members"


def meaning(name: str) -> str:
    """What a line is for, and what can be done in it."""
    if name == LAYOUT:
        return f"Layout: {', '.join(LAYOUTS)}. shift+↓ turns to the next."
    leaves = "" if name in _KEPT else f" “{NOTHING}” leaves it out."
    if name in PARTS:
        return f"{label(name)}: {_MEANT[name]}. shift+↑ and shift+↓ move it.{leaves}"
    return f"{label(name)}: {MEANINGS[name]}.{leaves}"


def moved(parts: Sequence[tuple[str, str]], name: str, by: int) -> tuple[tuple[str, str], ...]:
    """The standing parts with one of them so many places further down (up where `by` is negative)."""
    order = list(parts)
    at = next(place for place, part in enumerate(order) if part[0] == name)
    order.insert(min(max(at + by, 0), len(order) - 1), order.pop(at))
    return tuple(order)


def in_layout(form: StyleForm, layout: str, before: str) -> StyleForm:
    """The form in another layout than `before`: parts that stood in their usual order do so in it, too."""
    usual = [name for name, _ in usual_parts(layout)]
    parts = form.parts
    if [name for name, _ in parts] == [name for name, _ in usual_parts(before)]:
        parts = tuple(sorted(parts, key=lambda part: usual.index(part[0])))
    return replace(form, layout=layout, parts=parts)


def layout_after(layout: str, by: int) -> str:
    """The layout that comes so many after another; after the last the first."""
    return LAYOUTS[(LAYOUTS.index(layout) + by) % len(LAYOUTS)]


def minutes_in(record: MeetingRecord, form: StyleForm, *, restricted: bool) -> Document:
    """A meeting's minutes in the style that the form says; raises SettingError where it cannot be read."""
    return build(replace(record, body=with_style(record.body, form)), restricted=restricted)


def written_in(
    record: MeetingRecord, form: StyleForm, name: str, *, restricted: bool, width: int
) -> tuple[tuple[PrintedLine, ...], int | None]:
    """The minutes in the style of the form, and the place of the first line in them that `name` has a say in.

    Raises SettingError where the form cannot be read.
    """
    lines = printed_lines(minutes_in(record, form, restricted=restricted), width)
    otherwise = _probe(form, name)
    if otherwise is None:
        return lines, None
    others = printed_lines(minutes_in(record, otherwise, restricted=restricted), width)
    pairs = enumerate(zip(lines, others, strict=False))
    # word by word: where a name is longer or shorter, what stands beside it moves
    differs = (place for place, (line, other) in pairs if line.text.split() != other.text.split())
    return lines, next(differs, None)


def _probe(form: StyleForm, name: str) -> StyleForm | None:
    """The form with something else said of the word or part `name`: where its minutes differ, that is
    written. None where nothing else can be said of it."""
    if name in dict(form.words):
        return replace(form, words=_otherwise(form.words, name))
    if name in dict(form.parts) and name != "minutes":
        return replace(form, parts=_otherwise(form.parts, name))
    return None


def _otherwise(pairs: Sequence[tuple[str, str]], name: str) -> tuple[tuple[str, str], ...]:
    return tuple((each, _other(each, text) if each == name else text) for each, text in pairs)


def _other(name: str, text: str) -> str:
    if name in PARTS:
        return "" if text == NOTHING else NOTHING
    if (text or WORDS[name]).isdecimal():
        return _ANOTHER
    return _MARK if text in ("", NOTHING) else f"{text}{_MARK}"
