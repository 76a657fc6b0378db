"""What is typed to search the book: words, and among them what narrows it ("kind:decision year:2020").

A narrowing word is one of four names, a colon and its value, which stands in quotation marks where it holds
spaces (`person:"Director of People"`). Everything else is searched for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR

from storage import BookError
from storage.records import Body, Kind, Sought

NARROWING = "kind:decision  year:2020  person:Cooper  body:Cabinet"
# first those that are asked for, which win where only a beginning is typed
_TOLD = (
    "decision",
    "action",
    "priority",
    "question",
    "reply",
    "point",
    "note",
    "motion",
    "progress",
    "title",
)
_KINDS = (*_TOLD, *(kind.value for kind in Kind if kind.value not in _TOLD))
_NARROWED = re.compile(r'(?<!\S)(kind|year|person|body):(?:["“”]([^"“”]*)["“”]?|(\S*))', re.IGNORECASE)


def read_sought(text: str, bodies: Sequence[Body], *, begun: bool = False) -> Sought:
    """Read what is typed; `bodies` are those of the book, `begun` says that the last word may go on.

    Raises:
        BookError: a narrowing word that cannot be read.
    """
    sought = Sought(" ".join(_NARROWED.sub(" ", text).split()), begun=begun and not text[-1:].isspace())
    for narrowing in _NARROWED.finditer(text):
        name, value = narrowing[1].lower(), (narrowing[2] or narrowing[3] or "").strip()
        if narrowing.end() == len(text):
            sought = replace(sought, begun=False)  # it is no word that is being typed
        if name == "kind":
            sought = replace(sought, kind=kind_named(value))
        elif name == "year":
            sought = replace(sought, year=year_named(value))
        elif name == "body":
            sought = replace(sought, body_id=body_named(value, bodies).id)
        elif value:
            sought = replace(sought, person=value)
        else:
            raise BookError("person: whose name? Type it right after the colon, such as person:Cooper.")
    return sought


def kind_named(value: str) -> str:
    """The kind of line that is named, in the plural too, or by the beginning of its name.

    Raises:
        BookError: there is no such kind.
    """
    wanted = value.casefold()
    exact = (kind for kind in _KINDS if wanted in (kind, f"{kind}s"))
    begun = (kind for kind in _KINDS if wanted and kind.startswith(wanted))
    found = next(exact, None) or next(begun, None)
    if found is None:
        raise BookError(f"“kind:{value}” is no kind of line. There are {', '.join(_TOLD)}.")
    return found


def year_named(value: str) -> int:
    """The year that is named.

    Raises:
        BookError: it is none, in four digits.
    """
    if not re.fullmatch(r"[0-9]{4}", value) or not 1 <= int(value) <= MAXYEAR:
        raise BookError(f"“year:{value}” is no year: type its four digits, such as year:2020.")
    return int(value)


def body_named(value: str, bodies: Sequence[Body]) -> Body:
    """The body of that name, or the only one whose name holds it.

    Raises:
        BookError: there is none, or several fit.
    """
    wanted = value.casefold()
    fitting = [body for body in bodies if wanted in body.name.casefold()] if value else []
    exact = [body for body in fitting if body.name.casefold() == wanted]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    if fitting:
        names = ", ".join(body.name for body in fitting)
        raise BookError(f"“body:{value}” fits several: {names}. Quotation marks hold a whole name together.")
    names = ", ".join(body.name for body in bodies)
    raise BookError(f"“body:{value}” is no body of this book." + (f" There are: {names}." if names else ""))
