"""Keeping a terminal's control out of the record."""

from __future__ import annotations

import re

_CONTROL = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, the cursor
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, links and other strings with an end
    r"|\x1b[ -/]*[0-~]"  # two-letter sequences
    r"|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_SPACES = re.compile(r"[\t\x0b\x0c\u2028\u2029]")
_LINE_END = re.compile(r"\r\n?|\n")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without what would steer a terminal: escape sequences (whole), NUL and other controls.

    A tab becomes a space, line ends become LF; letters of every script, emoji and the marks that
    order right-to-left text stay. Half characters, which no file can hold, become "�".
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _LINE_END.sub("\n", text))
    return _SURROGATE.sub("�", _SPACES.sub(" ", text)).removeprefix("\ufeff")
