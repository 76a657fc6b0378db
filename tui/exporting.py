"""A copy of minutes on its way to a file: its name, the format that tells, and what came of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from minutes.english import capitalised
from minutes.formats import SUFFIXES, Written, write
from storage.records import MeetingRecord
from tui.files import FileError, InTheWayError, at_home, restricted_name, write_file
from tui.paper import RECORD, Whole, form_named, names_record
from tui.paper_copy import Copy

FORM_WORDS = {
    "text": "text",
    "markdown": "Markdown",
    "html": "HTML",
    "docx": "Word",
    "pdf": "PDF",
    RECORD: "JSON, the record for other programs,",
}
_SUFFIXES = {**SUFFIXES, RECORD: f".{RECORD}"}
_DAY = "{date}"  # stands in a remembered name for the day of the meeting
_CALLED = {"word": "docx", **{form: form for form in _SUFFIXES}}
_RESTRICTED = re.compile(r"[-_ .]?(?<![^\W\d_])restricted(?![^\W\d_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of writing a file: the one line to say, whether it was written, and whether a file that is
    there already is in its way."""

    told: str
    written: bool = False
    in_the_way: bool = False


def offered_name(record: MeetingRecord, marks: Sequence[str], remembered: str) -> str:
    """The name a copy is offered: as the body's minutes were last saved (`remembered`), else made of body and
    day ("improvement-board-2019-11-28.txt"); with the copy's `marks`, as it is shorter to read from here."""
    pattern = remembered or f"{_plain(record.body.name)}-{_DAY}{_SUFFIXES['text']}"
    path = Path(pattern.replace(_DAY, record.meeting.on.isoformat()))
    return _from_here(path.with_name("-".join((path.stem, *marks)) + path.suffix))


def remembered_name(path: Path, record: MeetingRecord, marks: Sequence[str]) -> str:
    """What to remember of the file that a copy was written to: its folder, its name without what belongs to
    this meeting and this copy alone, and its format. "" where nothing is left of the name."""
    stem = path.stem
    for mark in reversed(marks):
        stem = stem.removesuffix(f"-{mark}")
    stem = _RESTRICTED.sub("", stem).replace(record.meeting.on.isoformat(), _DAY)
    return str(path.with_name(stem + path.suffix)) if stem else ""


def file_meant(typed: str, offered: str, *, restricted: bool) -> Path:
    """The file that is meant, in full; a format alone ("pdf", ".docx", "Word") is the name `offered` in it.

    Raises FileError where there is no such home, or the place cannot be looked at.
    """
    form = _CALLED.get(typed.strip().casefold()) or _form(Path(f"x{typed.strip()}"))
    name = _in_form(offered, form) if form and not Path(typed.strip()).suffix else typed.strip()
    path = at_home(Path(name))
    try:
        path = path.absolute()
    except OSError as error:
        raise FileError(f"The folder you are in is gone: name one for {name}.") from error
    return restricted_name(path) if restricted else path


def in_next_form(typed: str, by: int = 1) -> str:
    """The name typed, with the suffix of the format after its own (or before, `by` -1)."""
    forms = list(_SUFFIXES)
    return _in_form(typed, forms[(forms.index(_form(Path(typed)) or "text") + by) % len(forms)])


def form_in_words(path: Path) -> str:
    """What a file of that name is written as: "as PDF"."""
    form = _form(path)
    if form or not path.suffix:
        return f"as {FORM_WORDS[form or 'text']}"
    return f"as text, since no format ends in “{path.suffix}”"


def write_copy(copy: Copy, path: Path, *, overwrite: bool, whole: Whole | None = None) -> Outcome:
    """Write a copy to the file, in the format its name tells: the record itself where that is given `whole`.
    Never on the thread that draws."""
    if path.is_file() and not overwrite:
        return _in_the_way(path)
    try:
        if whole is None:
            written = write(copy.document, form_named(path) or "text")
        else:
            written = Written(whole.as_json(restricted=copy.which.restricted).encode())
        write_file(path, written.content, private=copy.which.restricted, replacing=overwrite)
    except InTheWayError:
        return _in_the_way(path)
    except (FileError, ValueError) as error:
        return Outcome(capitalised(str(error)))
    return Outcome(" ".join((f"Written to {path}", *(f"– {note}" for note in written.notes))), written=True)


def _in_the_way(path: Path) -> Outcome:
    told = f"There is such a file: enter again overwrites it, or type another name. {path}"
    return Outcome(told, in_the_way=True)


def _in_form(name: str, form: str) -> str:
    path = Path(name)
    if not path.name:
        return name
    return f"{name.removesuffix(path.suffix) if _form(path) else name}{_SUFFIXES[form]}"


def _form(path: Path) -> str:
    return RECORD if names_record(path) else form_named(path)


def _from_here(path: Path) -> str:
    """A path as it is shortest to read: from the folder the clerk is in, or from home."""
    for known, begins in ((Path.cwd, Path()), (Path.home, Path("~"))):
        with suppress(ValueError, OSError, RuntimeError):  # it is elsewhere, or there is no such folder
            return str(begins / path.relative_to(known()))
    return str(path)


def _plain(name: str) -> str:
    """A name in letters, digits and hyphens, as any drive and website takes it."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    return "-".join(words or ["minutes"])
