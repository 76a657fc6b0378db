"""Running the program as a command, the way a shell does."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.journeys.terminal import PROGRAM, child_environment
from tests.made import book_at

WORKED = Path(__file__).with_name("worked")


def run(
    book: Path, *arguments: str | Path, given: bytes = b"", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command on `book` with `given` on standard input, and hand back how it ended."""
    return subprocess.run(
        [*PROGRAM, "--book", str(book), *(str(argument) for argument in arguments)],
        input=given,
        capture_output=True,
        env=child_environment(),
        cwd=folder,
        timeout=120,
        check=False,
    )


def done(book: Path, *arguments: str | Path, given: bytes = b"") -> str:
    """Run a command that must succeed; what it wrote to standard output."""
    ended = run(book, *arguments, given=given)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()


def refused(book: Path, *arguments: str | Path, given: bytes = b"") -> str:
    """Run a command that must say no with status 1, in one line on standard error; that line."""
    ended = run(book, *arguments, given=given)
    said = ended.stderr.decode()
    assert ended.returncode == 1, (ended.returncode, ended.stdout.decode(), said)
    assert len(said.splitlines()) == 1, said
    assert "Traceback" not in said
    assert "should not happen" not in said
    return said.strip()


def worked_book(path: Path) -> Path:
    """A book at `path` that holds the worked meeting, prepared by the program itself."""
    return book_at(path, _prepared)


def _prepared(path: Path) -> None:
    done(path, "import", WORKED / "agenda.txt")


def folded(text: str) -> str:
    """`text` with its white space folded, so that wrapping makes no difference."""
    return " ".join(text.split())
