"""How a file that holds no agenda says so."""

from __future__ import annotations

from minutes.agenda.when import AgendaError


class PackError(AgendaError):
    """A file that no agenda can be taken from; the message is one line that says what to do."""
