"""Files read for a screen: only those that come to an end, else the program could not be left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, Shell
from tui.handed_in import read_handed


@pytest.mark.parametrize("name", ["-", "pipe", "/dev/tty", "/dev/zero"])
def test_a_pipe_or_a_device_is_refused_on_a_screen_and_not_waited_for(tmp_path: Path, name: str) -> None:
    path = tmp_path / name if name == "pipe" else Path(name)
    if name == "pipe":
        os.mkfifo(path)
    handed = read_handed(path, "")
    assert handed.refusal == f"{path} is no file; give one that holds the agenda."


def test_a_body_named_on_the_command_line_steers_no_terminal(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    file = shell.file("agenda.txt", AGENDA)
    assert "\x07" not in shell.done("import", file, "--body", "\x1b]0;title\x07Roads\x07 Board", "--dry-run")
    shell.done("import", file, "--body", "\x1b[31mRoads\n\x07 Board")
    assert shell.done("list").endswith("Roads Board\n")
