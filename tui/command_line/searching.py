"""`search`: every word ever recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from minutes.english import short_date
from storage import BookError
from storage.records import Hit
from tui.command_line.opening import find_body, opened
from tui.command_line.output import format_option, say_json
from tui.seeking import kind_named, read_sought, year_named

WIDTH = 80
_MOST = 100  # as text; what a program reads is not cut
_INDENT = "    "


_Value = TypeVar("_Value")


def _as_typed(read: Callable[[str], _Value]) -> Callable[..., _Value | None]:
    """Read the value of an option as what narrows a search; one that cannot be read is wrong usage."""

    def reading(_ctx: click.Context, _option: click.Parameter, value: str) -> _Value | None:
        try:
            return read(value) if value else None
        except BookError as error:
            raise click.BadParameter(str(error)) from error

    return reading


@click.command("search")
@click.argument("words", nargs=-1, metavar="WORDS...")
@click.option("--body", default="", metavar="NAME", help="Only what this body recorded.")
@click.option(
    "--kind",
    default="",
    metavar="KIND",
    callback=_as_typed(kind_named),
    help="Only decisions, actions, questions …",
)
@click.option("--person", default="", metavar="NAME", help="Only where this person is named.")
@click.option("--year", default="", metavar="YEAR", callback=_as_typed(year_named), help="Only of this year.")
@format_option
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.pass_obj
def search_command(
    path: Path,
    words: tuple[str, ...],
    body: str,
    kind: str | None,
    person: str,
    year: int | None,
    form: str,
    restricted: bool,
) -> None:
    """Find every line that holds all of WORDS.

    Titles, minutes, decisions, actions and what was heard of them, newest first. WORDS in quotation
    marks stand together. Of exempt ones it says only where they are.
    """
    if not any((*words, body, kind, person, year)):
        raise click.UsageError("Say what to search for, in words, or by --body, --kind, --person or --year.")
    today = date.today()
    with opened(path) as book:
        text = " ".join(_as_meant(word) for word in words)
        sought = read_sought(text, [line.body for line in book.bodies(today)])
        if body:
            sought = replace(sought, body_id=find_body(book, body, today).id)
        sought = replace(
            sought,
            kind=kind or sought.kind,
            person=person or sought.person,
            year=year or sought.year,
        )
        hits = book.search(sought, limit=-1 if form == "json" else _MOST + 1)
    if form == "json":
        say_json([_as_json(hit, shown=restricted or hit.exempt is None) for hit in hits])
    else:
        _say(hits, restricted=restricted)


def _as_meant(word: str) -> str:
    """An argument as it is typed on the screen: the shell took the quotation marks off one with spaces."""
    if not any(letter.isspace() for letter in word) or '"' in word:
        return word
    name, colon, value = word.partition(":")
    return f'{name}:"{value}"' if colon and name.isalpha() else f'"{word}"'


def _say(hits: Sequence[Hit], *, restricted: bool) -> None:
    for hit in hits[:_MOST]:
        click.echo(_cut(_where(hit), WIDTH))
        click.echo(_INDENT + _words(hit, shown=restricted or hit.exempt is None))
    if len(hits) > _MOST:
        click.echo(
            f"These are the newest {_MOST}: narrow by --body, --kind, --person or --year for others.",
            err=True,
        )
    elif not hits:
        click.echo("Nothing was found.", err=True)


def _where(hit: Hit) -> str:
    """Where it was found, in a line: "11 Jun 2020 · decision · meeting 3, minute 5 · Cabinet"."""
    exempt = () if hit.exempt is None else (f"EXEMPT {hit.exempt}".strip(),)
    minute = f", minute {hit.minute}" if hit.minute else ""
    parts = (short_date(hit.on), hit.kind, *exempt, f"meeting {hit.meeting_id}{minute}", hit.body_name)
    return " · ".join(parts)


def _words(hit: Hit, *, shown: bool) -> str:
    if not shown:
        return "what it says is exempt: --restricted shows it."
    room = WIDTH - len(_INDENT) - len(hit.before)
    found = _cut(hit.found, room)
    return hit.before + click.style(found, bold=True) + _cut(hit.after, room - len(found))


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: max(room - 1, 0)].rstrip()}…"


def _as_json(hit: Hit, *, shown: bool) -> dict[str, object]:
    before, found, after = (hit.before, hit.found, hit.after) if shown else ("", "", "")
    return {
        "date": hit.on.isoformat(),
        "body": hit.body_name,
        "meeting": hit.meeting_id,
        "minute": hit.minute,
        "item": hit.item,
        "kind": hit.kind,
        "line": hit.entry_id,
        "before": before,
        "found": found,
        "after": after,
        "exempt": hit.exempt is not None,
    }
