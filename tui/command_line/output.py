"""What commands share: text or JSON, a file to write to, and dates as options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes.agenda import AgendaError, read_date

STANDARD_OUTPUT = Path("-")
Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(command: Command) -> Command:
    """Give a command `--format text|json`, handed over as `form`."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "form", type=choice, default="text", help="What to write.")(command)


def output_option(command: Command) -> Command:
    """Give a command `-o FILE`, handed over as `output`: None for standard output, also where it is "-"."""
    kind = click.Path(path_type=Path)
    return click.option("-o", "--output", type=kind, callback=_file, metavar="FILE", help="Write to FILE.")(
        command
    )


def _file(_ctx: click.Context, _option: click.Parameter, typed: Path | None) -> Path | None:
    return None if typed == STANDARD_OUTPUT else typed


def json_of(rows: Sequence[dict[str, object]]) -> str:
    """The text of `rows` as a JSON list of objects."""
    import json

    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"


def say_json(rows: Sequence[dict[str, object]]) -> None:
    """Write `rows` to standard output as a JSON list of objects."""
    click.echo(json_of(rows), nl=False)


def day(text: str) -> date:
    """Read an option that is a date, 2019-11-28 or as an agenda writes it; no such day is wrong usage."""
    try:
        return read_date(text)
    except AgendaError as error:
        raise click.BadParameter(str(error)) from error
