"""What every test runs under."""

from __future__ import annotations

import gc

_OFTEN = 10_000  # objects come between two looks for garbage


def pytest_collection_finish() -> None:
    """Leave what is loaded out of the search for garbage, which took a fifth of a test of a screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OFTEN, 10, 10)
