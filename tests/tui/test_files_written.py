"""Files written out: whole or not at all, and a restricted one under its own name."""

from __future__ import annotations

import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.command_line.files import put_in_file
from tui.files import FileError, InTheWayError, restricted_name, write_file


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """A drive that takes so many bytes a file and no more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def refusal(path: Path, *, replacing: bool = False) -> str:
    """The one line that says why a file is not written."""
    with pytest.raises(FileError) as refused:
        write_file(path, b"new", private=False, replacing=replacing)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_on_a_full_drive_the_old_file_stays_whole(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_bytes(b"the old one")

    with room_for(1000), pytest.raises(FileError, match="cannot be written: File too large"):
        write_file(target, b"x" * 5000, private=False)

    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_is_replaced_only_where_that_is_said(tmp_path: Path) -> None:
    target = tmp_path / "minutes.txt"
    target.write_bytes(b"old")

    with pytest.raises(InTheWayError, match="--force"):
        write_file(target, b"new", private=False, replacing=False)
    assert target.read_bytes() == b"old"
    write_file(target, b"new", private=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_name_of_all_the_letters_a_folder_takes_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("m" * 251 + ".txt")

    write_file(target, b"new", private=False)

    assert target.read_bytes() == b"new"
    assert "File name too long" in refusal(tmp_path / ("m" * 300))


def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")

    assert "There is no folder" in refusal(tmp_path / "nowhere" / "minutes.txt")
    assert "is a folder" in refusal(tmp_path, replacing=True)
    assert "cannot be written" in refusal(tmp_path / "round")


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)
    try:
        put_in_file(pipe, b"minutes", restricted=True, replacing=False)
        assert os.read(reader, 100) == b"minutes"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("minutes.pdf", "minutes-restricted.pdf"),
        ("minutes of May", "minutes of May-restricted"),
        ("unrestricted.txt", "unrestricted-restricted.txt"),
        ("restricted/minutes.txt", "restricted/minutes-restricted.txt"),
        ("Minutes (RESTRICTED).docx", "Minutes (RESTRICTED).docx"),
        ("minutes_restricted_2.txt", "minutes_restricted_2.txt"),
    ],
)
def test_the_name_of_a_restricted_file_says_so_once(typed: str, written: str) -> None:
    assert restricted_name(Path(typed)) == Path(written)


def test_a_link_that_leads_nowhere_names_the_folder_that_is_not_there(tmp_path: Path) -> None:
    link = tmp_path / "minutes.txt"
    link.symlink_to("gone/minutes.txt")

    assert refusal(link).startswith(f"There is no folder {tmp_path / 'gone'}")
