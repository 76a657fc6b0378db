"""Lines that print as they stand: notes, headings, points, replies, rows; and questions."""

from __future__ import annotations

from minutes.shorthand.actions import inline
from minutes.shorthand.labels import part_label, part_marker
from minutes.shorthand.owners import read_list
from minutes.shorthand.priorities import read_priority
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from storage.records import Kind, NewAction, NewEntry, Part


def read_note(line: Line) -> Read:
    """A paragraph of the discussion; an `@` it begins with was escaped, so names no owner."""
    literal = line.text[: line.text.startswith("@")]
    text, actions = inline(line.text.removeprefix("@"), line.sitting)
    return Read(NewEntry(Kind.NOTE, line.source, literal + text, actions=actions))


def read_heading(line: Line) -> Read:
    """`# Workforce`: a sub-heading inside the item."""
    text = line.text.lstrip("# ")
    if not text:
        raise DoubtError(f"nothing follows {quoted(line.source.strip())}")
    return Read(NewEntry(Kind.HEADING, line.source, text))


def read_point(line: Line) -> Read:
    """`- [a)] [Label:] text`, one of the priorities in a list of them; `--` is a point under a point."""
    under = line.text.startswith("-")
    marker, text = part_marker(line.text[under:].strip())
    if text and line.sitting.promises.listing and not under:
        return read_priority(line, marker, text)
    label, text = part_label(text)
    if not text:
        raise DoubtError(f"nothing follows {quoted(line.source.strip())}")
    text, actions = inline(text, line.sitting)
    entry = NewEntry(Kind.POINT, line.source, text, label, int(under), marker, actions=actions)
    return Read(entry)


def read_question(line: Line) -> Read:
    """`? (asker) Label: subject`, where asker and label may each be left out."""
    asker, text = _bracketed(line.text)
    people = read_list(asker, Part.ASKER, line.sitting)
    label, text = part_label(text)
    if not text:
        raise DoubtError("what was asked? write ? (asker) Label: subject")
    text, actions = inline(text, line.sitting)
    return Read(NewEntry(Kind.QUESTION, line.source, text, label, people=people, actions=actions))


def read_reply(line: Line) -> Read:
    """`> text`: a reply to the question above, else a point *to check*."""
    text, actions = inline(line.text, line.sitting)
    if line.sitting.awaits_reply:
        return Read(NewEntry(Kind.REPLY, line.source, text, actions=actions))
    doubt = "there is no question or motion above that this replies to"
    return Read(NewEntry(Kind.POINT, line.source, text, actions=actions, doubt=doubt))


def read_row(line: Line) -> Read:
    """`| a | b`: a row of a table; the sign at its end may be left out."""
    cells, actions = [], list[NewAction]()
    for cell in line.text.removesuffix("|").split("|"):
        text, owed = inline(cell.strip(), line.sitting)
        cells.append(text)
        actions += owed
    return Read(NewEntry(Kind.ROW, line.source, " | ".join(cells), actions=tuple(actions)))


def _bracketed(text: str) -> tuple[str, str]:
    """The asker in the brackets that `text` begins with, "" where there are none, and the rest."""
    if not text.startswith("("):
        return "", text
    depth = 0
    for place, letter in enumerate(text[:200]):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return text[1:place].strip(), text[place + 1 :].strip()
    return "", text
