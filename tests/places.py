"""Where the tests find the checkout and their own samples."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).resolve().parent
ROOT: Final = TESTS.parent
DATA: Final = TESTS / "data"
#: A resolution about wells, of our own.
WELLS: Final = DATA / "wells.md"
