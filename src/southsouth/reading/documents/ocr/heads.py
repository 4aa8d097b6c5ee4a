"""The symbol that the heads of later pages print, where the masthead's was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.sheet import Sheet
from southsouth.un.symbols import parse_symbol

#: The shares of a page in which a masthead and a running head stand.
_MASTHEAD: Final = 0.3
_HEAD: Final = 0.12


def _symbol(run: Run) -> str:
    words = run.text.strip()
    found = parse_symbol(words) if "/" in words else None
    return found.text if found is not None else ""


def running_symbol(sheets: Sequence[Sheet]) -> str:
    """The symbol at the heads of most later pages; "" where the masthead has one, or none does."""
    if not sheets:
        return ""
    first, *later = sheets
    top = first.height * (1 - _MASTHEAD)
    if any(_symbol(run) for run in first.runs if run.y > top):
        return ""
    heads = Counter(
        symbol
        for sheet in later
        for run in sheet.runs
        if run.y > sheet.height * (1 - _HEAD) and (symbol := _symbol(run))
    )
    return max(heads, key=lambda symbol: heads[symbol]) if heads else ""
