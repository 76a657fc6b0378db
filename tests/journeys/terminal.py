"""A real pseudo-terminal with a program in it, for tests that press keys and read the screen.

What the program writes is drawn by pyte; waiting means reading until the screen says so, never a
fixed pause.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "tui")

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
}
PATIENCE = 30.0
ESCAPE_GAP = 0.2  # Textual takes an escape and what follows within 0.1 s for one key
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[[?0-9;]*\$[a-z]|\x1bP[^\x1b]*\x1b\\")
_SEQUENCES = re.compile(r"\x1b(?:\[[0-9;?<>=$]*[A-Za-z]|\][^\x07]*\x07|[=>])")
_UNFINISHED = re.compile(rb"\x1b(?:[\[\]P][^A-Za-z\x07\x1b~]*)?$")


class NotSeenError(AssertionError):
    """What was waited for did not come; the message shows the screen as it stood."""


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment a program under test gets: this tree's code, a colour terminal, no settings
    of whoever runs the test. `extra` is added last."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
    return {"LANG": "C.UTF-8", **kept, **terminal, **(extra or {})}


class Terminal:
    """A program running in a pseudo-terminal of `columns` by `rows`; a context manager that ends it.

    `arguments` is the whole command line; `environment` is added to `child_environment`; `folder`
    is where it runs.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._status: int | None = None
        self.started = time.perf_counter()
        self.seen_at = self.started
        self.output = bytearray()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _become(arguments, child_environment(environment), folder, columns, rows)
        os.set_blocking(self._master, False)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status is None:
            self.signal(signal.SIGKILL)
            self.wait_for_exit()
        self.hang_up()

    def press(self, *keys: str) -> None:
        """Press keys by name ("enter", "ctrl+s", "x"), one after another."""
        for key in keys:
            self.send(_key_bytes(key))
            if key == "escape":
                self.read(ESCAPE_GAP)

    def type(self, text: str) -> None:
        """Type `text` as fast as the terminal takes it."""
        self.send(text.encode())

    def paste(self, text: str, newline: str = "\r") -> None:
        """Paste `text` in one piece, as a terminal with bracketed paste hands it over."""
        self.send(b"\x1b[200~" + text.replace("\n", newline).encode() + b"\x1b[201~")

    def send(self, content: bytes) -> None:
        """Write raw bytes to the terminal, reading what the program says meanwhile."""
        while content:
            readable, writable, _ = select.select([self._master], [self._master], [], PATIENCE)
            if readable:
                self._draw()
            if writable:
                content = content[os.write(self._master, content[:512]) :]
            elif not readable:
                raise NotSeenError("the program takes no more keys\n" + self.text())

    def read(self, seconds: float = 0.0) -> bool:
        """Draw what arrives within `seconds`; whether anything came. Ends at once after a batch
        when `seconds` is 0."""
        until, came = time.perf_counter() + seconds, False
        while True:
            left = max(0.0, until - time.perf_counter())
            if not select.select([self._master], [], [], left)[0] or not self._draw():
                return came
            came = True

    def wait_until(self, holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Read until `holds()` is true; raises NotSeenError, naming `what`, when it never is."""
        until = time.perf_counter() + patience
        while not holds():
            left = until - time.perf_counter()
            readable = left > 0 and select.select([self._master], [], [], left)[0]
            if not readable or not self._draw():
                if holds():
                    return
                raise NotSeenError(f"{what} did not come; the screen:\n{self.text()}")

    def wait_for(self, *texts: str, patience: float = PATIENCE) -> None:
        """Read until every one of `texts` stands on the screen (white space folded)."""
        for text in texts:
            self.wait_until(lambda text=text: self.shows(text), repr(text), patience)  # type: ignore[misc]

    def wait_gone(self, text: str, patience: float = PATIENCE) -> None:
        """Read until `text` stands on the screen no more."""
        self.wait_until(lambda: not self.shows(text), f"the end of {text!r}", patience)

    def shows(self, text: str) -> bool:
        """Whether `text` stands on the screen, in one row or folded over several."""
        return " ".join(text.split()) in " ".join(self.text().split())

    def screen(self) -> list[str]:
        """The rows of the screen as they stand."""
        return [row.rstrip() for row in self._screen.display]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.screen())

    def left_behind(self) -> list[str]:
        """The lines written after the program gave the terminal back, which the clerk then sees."""
        last = bytes(self.output).rpartition(b"\x1b[?1049l")[2].decode()
        return [line for line in _SEQUENCES.sub("", last).splitlines() if line.strip()]

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal window: the program gets SIGHUP, as when a clerk closes it."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """Wait until the program has ended; its exit status, or minus the signal that ended it."""
        until = time.perf_counter() + patience
        while self._status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self._status = os.waitstatus_to_exitcode(status)
                if self._master >= 0:
                    self.read()  # what it wrote last may still be on its way
                break
            if time.perf_counter() > until:
                raise NotSeenError("the program does not end; the screen:\n" + self.text())
            if self._master >= 0:
                self._read_quietly()
            else:
                time.sleep(0.01)
        return self._status

    def _read_quietly(self) -> None:
        if select.select([self._master], [], [], 0.02)[0] and not self._draw():
            time.sleep(0.01)

    def _draw(self) -> bool:
        """Draw everything that has arrived; False at the program's end."""
        arrived = b""
        while select.select([self._master], [], [], 0)[0]:
            try:
                part = os.read(self._master, 65536)
            except OSError:  # EIO: the other side is closed
                part = b""
            if not part:
                break
            arrived += part
        self.seen_at = time.perf_counter()
        self.output += arrived
        whole = self._held + arrived
        cut = _UNFINISHED.search(whole)
        self._held = whole[cut.start() :] if cut else b""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", whole[: cut.start()] if cut else whole))
        return bool(arrived)


def minutebook(
    book: Path, *arguments: str, columns: int = 80, rows: int = 24, folder: Path | None = None
) -> Terminal:
    """Start the program itself on `book` in a terminal."""
    command = (*PROGRAM, "--book", str(book), *arguments)
    return Terminal(command, columns=columns, rows=rows, folder=folder)


def _key_bytes(key: str) -> bytes:
    if key.startswith("ctrl+") and len(key) == 6:
        return bytes([ord(key[-1].upper()) & 0x1F])
    if key.startswith("alt+"):
        return b"\x1b" + _key_bytes(key[4:])
    if len(key) > 1 and key not in KEYS:
        raise ValueError(f"no key is called {key!r}")
    return KEYS.get(key, key).encode()


def _become(
    arguments: Sequence[str], environment: dict[str, str], folder: Path | None, columns: int, rows: int
) -> None:
    """In the child: size the terminal and turn into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if folder is not None:
            os.chdir(folder)
        os.execvpe(arguments[0], list(arguments), environment)
    finally:
        os._exit(127)
