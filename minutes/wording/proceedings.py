"""The course of the sitting: the last minutes, who presides, what is urgent, adjournments, the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from minutes.english import capitalised, listed, printed_date, printed_time, stopped
from minutes.wording.attendance import at
from minutes.wording.clauses import runs_on, said_of

NONE = "There were none."
_LAW = re.compile(
    r"^(?:(?:the\b.*\b(?:act|rules?|regulations?|orders?|constitution)|sections?|reg(?:ulation)?s?|rules?"
    r"|standing orders?|para(?:graph)?s?|article|schedule)\b|ss?\.?\s?\d)",
    re.I,
)


def previous_minutes(on: date | None, chair: str, corrections: Sequence[tuple[str, str]] = ()) -> str:
    """The last minutes agreed and signed; `on` is their day, None where nobody knows it, `corrections` what
    they said and what they are to say."""
    which = f"the meeting held on {printed_date(on)}" if on else "the last meeting"
    amended = [
        f"{_quoted(old)} being {f'amended to read {_quoted(new)}' if new else 'deleted'}"
        for old, new in corrections
    ]
    subject_to = f", subject to {listed(amended)}, and" if amended else " and"
    return f"The minutes of {which} were agreed as a correct record{subject_to} signed by the {chair}."


def adjourned(time: str, reason: str) -> str:
    """ "The meeting was adjourned at 8pm for a short break." """
    return stopped(f"The meeting was adjourned{at(time)}{said_of(reason)}")


def resumed(time: str) -> str:
    """ "The meeting resumed at 8.10pm." """
    return f"The meeting resumed{at(time)}."


def closed(time: str) -> str:
    """ "The meeting closed at 8.15pm." """
    return f"The meeting closed{at(time)}."


def next_meeting(on: date | None, time: str, venue: str) -> str:
    """ "The next meeting will be held on 23 July 2020 at 6.30pm in the Council Chamber." """
    said = "The next meeting will be held"
    if on is not None:
        said += f" on {printed_date(on)}"
    said += at(time)
    if venue:
        said += f" {venue}" if runs_on(venue) else f", {venue}" if on or time else f" at {venue}"
    elif on is None and not time:
        said += " on a date to be confirmed"
    return stopped(said)


def times(opened: str, closed_at: str) -> str:
    """When the meeting was, for its head: "6.30pm to 8.15pm", "6.30pm" or ""."""
    return " to ".join(printed_time(time) for time in (opened, closed_at) if time) if opened else ""


def to_check(text: str) -> str:
    """A line that could not be read, as drafts show it."""
    return f"[to check: {text}]"


def took_the_chair(name: str, reason: str) -> str:
    """ "Councillor Cooper took the chair in the absence of the Chairman." """
    return capitalised(stopped(f"{name} took the chair{said_of(reason)}"))


def urgent(basis: str, agreed_by: str, reason: str) -> str:
    """Why an item was taken as urgent: on which basis, who agreed, as printed in a sentence, and why."""
    said = "This item was taken as urgent"
    if basis and (joined := said_of(basis))[0] == " ":
        said += joined
    elif basis:
        said += f" under {basis}" if _LAW.match(basis) else f" by reason of {basis}"
    if agreed_by:
        said += f", with the agreement of {agreed_by}"
    if reason:
        said += f"{',' if agreed_by and not said_of(reason).startswith(':') else ''}{said_of(reason)}"
    return stopped(said)


def _quoted(words: str) -> str:
    """`words` in quotation marks that they do not hold themselves."""
    return f"'{words}'" if "'" not in words else f'"{words}"' if '"' not in words else f"“{words}”"
