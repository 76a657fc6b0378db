"""Commands run in this process, on real files, the way a clerk types them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tests.made import book_at
from tui.command_line import program

AGENDA = """\
Upton Parish Council
Finance Committee

Date: 11 June 2020
Time: 6.30pm
Venue: The Hall
Members: Councillors Cooper (Chairman), Kemp, Johnson
In attendance: Clerk

1. Apologies for absence
2. Budget
3. Staffing [exempt 1]
"""
NOTES = """\
/open 6.30pm
/present Cooper, Kemp
/1
/apologies Johnson
/2
The Clerk introduced the report.
@Clerk: ask for three quotes by 28 June #finance
@Cooper: write to the bank in due course
/3
@Kemp: speak to the caretaker by 30 June
/close 7pm
"""


class Shell:
    """Runs commands on the book at `book`, with `folder` for files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = folder / "minutes.db"

    def run(self, *words: str | Path, given: str | bytes | None = None) -> Result:
        """Run a command line, with `given` on standard input, whatever comes of it."""
        arguments = ["--book", str(self.book), *(str(word) for word in words)]
        return CliRunner().invoke(program, arguments, input=given, prog_name="minutebook")

    def done(self, *words: str | Path, given: str | bytes | None = None) -> str:
        """Run a command that must succeed; what it wrote."""
        result = self.run(*words, given=given)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, *words: str | Path, given: str | bytes | None = None) -> str:
        """Run a command that must be refused with status 1 in one line; that line."""
        result = self.run(*words, given=given)
        assert result.exit_code == 1, result.output
        assert result.stderr.startswith("Error: ")
        assert len(result.stderr.splitlines()) == 1
        assert "should not happen" not in result.stderr
        return result.stderr.removeprefix("Error: ").strip()

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file the clerk has, and hand back where it stands."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take_meeting(self, agenda: str = AGENDA, notes: str = NOTES) -> None:
        """Make a book of a meeting imported and taken."""
        book_at(self.book, _taken, agenda, notes)


def _taken(path: Path, agenda: str, notes: str) -> None:
    shell = Shell(path.parent)
    shell.done("import", shell.file("agenda.txt", agenda))
    shell.done("take", "last", shell.file("notes.txt", notes))
