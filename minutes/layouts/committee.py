"""The committee's minutes: numbered minutes under the agenda's headings, actions at the end."""

from __future__ import annotations

from minutes.document import Document
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.page import page
from minutes.layouts.standing import parts_with


class CommitteeManner(Manner):
    """Sentences."""


def build(ground: Ground) -> Document:
    """Build the minutes of a meeting."""
    return page(ground, parts_with(CommitteeManner))
