"""The clerk's shorthand: one grammar for the composer, for what is pasted into it, and for notes files."""

from minutes.cleaning import clean
from minutes.shorthand.commands import COMMANDS
from minutes.shorthand.completion import Completion, complete
from minutes.shorthand.lines import SIGNS, Sign, read, read_lines
from minutes.shorthand.reading import Command, Hint, Reading
from minutes.shorthand.rolls import roll_act

__all__ = [
    "COMMANDS",
    "SIGNS",
    "Command",
    "Completion",
    "Hint",
    "Reading",
    "Sign",
    "clean",
    "complete",
    "read",
    "read_lines",
    "roll_act",
]
