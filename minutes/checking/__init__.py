"""What to put right before a set of minutes is approved: each thing one line a clerk can act on.

Nothing here stops a clerk; what is found is listed on the Check screen, by `minutebook check`, and at
the end of the printed draft.
"""

from __future__ import annotations

from minutes.checking.finding import Fault, Finding
from minutes.checking.meeting import findings

__all__ = ["Fault", "Finding", "findings"]
