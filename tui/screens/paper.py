"""The Paper screen: the minutes as they will print, and the way to a file."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from minutes.english import printed_date
from storage.records import MeetingRecord
from tui.screens.sheet import Sheet
from tui.widgets.ask_line import AskLine
from tui.widgets.paper_view import PaperView, PrintedLine

WIDTH = 76  # columns of the text, on the screen and in the file
_STRONG = frozenset({"mark", "head", "heading", "subheading", "check"})


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of the minutes: which it is and its words are never parted."""

    restricted: bool
    lines: tuple[PrintedLine, ...]
    text: str


class PaperScreen(Sheet):
    """The minutes of one meeting, as the public or as those entitled to read it all get them."""

    TITLE = "Paper"
    AUTO_FOCUS = "#paper"
    HELP = """\
The minutes exactly as they print. The public copy leaves out what is exempt; x turns to the \
restricted copy, which holds it, says so in its frame and on its face, and has “restricted” in the \
name of its file. e writes the copy that is shown to a file."""
    BINDINGS = [
        Binding(
            "x,tab",
            "turn",
            "Public/restricted",
            key_display="x",
            tooltip="Turn to the other copy, public or not",
        ),
        Binding("e", "export", "Export", tooltip="Write this copy to a file"),
        Binding("t", "take", "Take minutes", tooltip="Go to the live screen of this meeting"),
        Binding("escape", "leave", "Back", tooltip="Go back"),
    ]
    DEFAULT_CSS = """
    PaperScreen > #paper { height: 1fr; max-width: 82; border: solid $border; padding: 0 0 0 1; }
    PaperScreen.-restricted > #paper { border: double $error; }
    """

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._record: MeetingRecord | None = None
        self._restricted = False
        self._copy: _Copy | None = None
        self._to_write: _Copy | None = None  # the copy that was shown when it was asked for
        self._overwrite: Path | None = None

    def compose_sheet(self) -> Iterable[Widget]:
        """The paper in its frame."""
        yield PaperView(id="paper")

    # -- showing -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read the meeting and print it on the screen."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        self._record = await self.house.desk.ask(lambda book: book.meeting(self._meeting_id))
        await self._print()

    async def _print(self) -> None:
        record, restricted = self._record, self._restricted
        if record is None:
            return
        copy = self._copy = await asyncio.to_thread(_printed, record, restricted)
        paper = self.query_one(PaperView)
        paper.border_title = _frame_words(record, restricted=copy.restricted)
        self.set_class(copy.restricted, "-restricted")
        paper.show(copy.lines)
        meeting = record.meeting
        self.head(f"Paper · {record.body.name} · {printed_date(meeting.on)} · {meeting.state.value}")

    def action_turn(self) -> None:
        """Turn to the other copy."""
        self._restricted = not self._restricted
        self.say()
        self.do(self._print, only_latest="read")

    def action_take(self) -> None:
        """Go to the live screen of this meeting."""
        self.house.go_back()
        self.house.open_meeting(self._meeting_id)

    def action_leave(self) -> None:
        """Go back."""
        self.house.go_back()

    # -- writing -------------------------------------------------------------------------------

    def action_export(self) -> None:
        """Write the copy shown to a file."""
        record, copy = self._record, self._copy
        if record is not None and copy is not None:
            self._to_write, self._overwrite = copy, None
            which = "RESTRICTED copy" if copy.restricted else "public copy"
            self.asking.ask("export", f"Write the {which} to:", _file_name(record, copy.restricted))
            self.say(f"enter writes it into {Path.cwd()}, unless another folder is named.")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Write it, unless a file is in the way."""
        if event.text.strip():
            self.do(partial(self._write, Path(event.text.strip())))
        else:
            self.say("Type a file name, or esc to leave.")

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Write nothing."""
        self.say()

    async def _write(self, typed: Path) -> None:
        copy = self._to_write
        if copy is None:
            return
        path = _meant(typed, copy.restricted)
        told, written = await asyncio.to_thread(
            _write_copy, path, copy.text, private=copy.restricted, overwrite=path == self._overwrite
        )
        self.say(told)
        self._overwrite = None if written else path
        if written:
            self.asking.close()


def _printed(record: MeetingRecord, restricted: bool) -> _Copy:
    """The minutes as lines for the screen and as the text of a file."""
    from minutes.formats.text import page, write
    from minutes.layouts import build

    document = build(record, restricted=restricted)
    lines = tuple(PrintedLine(line.text, line.style in _STRONG) for line in page(document, WIDTH))
    return _Copy(restricted, lines, write(document, WIDTH))


def _frame_words(record: MeetingRecord, *, restricted: bool) -> str:
    """What the frame says of the copy in it."""
    exempt = any(item.exempt is not None for item in record.items)
    exempt = exempt or any(entry.exempt is not None for entry in record.entries)
    if restricted:
        why = "with what is exempt, not for publication" if exempt else "though nothing in it is exempt"
        return f"RESTRICTED copy – {why}"
    return f"Public copy – {'what is exempt is left out' if exempt else 'nothing in it is exempt'}"


def _file_name(record: MeetingRecord, restricted: bool) -> str:
    """A name for the file: "improvement-board-2019-11-28.txt"."""
    plain = unicodedata.normalize("NFKD", record.body.name.replace("'", "").replace("’", ""))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode().lower())
    parts = (*words, record.meeting.on.isoformat(), *(("restricted",) if restricted else ()))
    return f"{'-'.join(parts)}.txt"


def _meant(typed: Path, restricted: bool) -> Path:
    """The file meant: in full, and with "restricted" in its name where the copy is."""
    path = typed.expanduser().absolute()
    if restricted and "restricted" not in path.name.lower():
        return path.with_name(f"{path.stem}-restricted{path.suffix}")
    return path


def _write_copy(path: Path, text: str, *, private: bool, overwrite: bool) -> tuple[str, bool]:
    """Write the copy; what to say of it in one line, and whether it was written."""
    from click import ClickException

    from tui.command_line.files import write_text

    if not path.parent.is_dir():
        return f"There is no folder {path.parent}: make it first, or name another.", False
    if path.is_dir():
        return f"{path} is a folder: name a file in it.", False
    if path.exists() and not overwrite:
        return f"There is such a file: enter again overwrites it, or type another name. {path}", False
    try:
        write_text(path, text, private=private)
    except ClickException as error:
        return error.message, False
    return f"Written to {path}", True
