"""Books that tests of the terminal program start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.meeting_room import planned_meeting


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A book with one meeting that nothing is recorded of yet."""
    return planned_meeting(tmp_path)
