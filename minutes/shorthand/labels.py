"""Labels and numbers at the head of a point or question."""

from __future__ import annotations

import re

_LONGEST = 60  # letters
_MARKER = re.compile(
    r"(\((?:[a-z]|[A-Z]|[ivxlc]{1,6}|\d{1,3})\)"  # (a) (iv) (1)
    r"|(?:[a-z]|[ivxlc]{1,6}|\d{1,3})[.)]"  # a) 1. i.
    r"|[A-Z]\))"  # A) but not "A." which begins a name
    r"(?:\s+|$)"
)


def part_label(text: str) -> tuple[str, str]:
    """Part "Label: text": before the first `: `, at most 60 characters, no comma, and something after it.

    An owner's `@` makes no label: "@Clerk: ask …" is an action.
    """
    label, sign, rest = text.partition(": ")
    if not sign or len(label) > _LONGEST or "," in label or not label.strip() or not rest.strip():
        return "", text
    if re.search(r"(?<!\S)@\w", label):
        return "", text
    return label.strip(), rest.strip()


def part_marker(text: str) -> tuple[str, str]:
    """Part a point's own number ("a)", "(1)", "1.", "i.") from its text, "" where it has none."""
    match = _MARKER.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)
