"""The symbol that the heads of later pages print, where the masthead's was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.sheet import Sheet
from southsouth.un.symbols import parse_symbol

#: The shares of a page in which a masthead and a running head stand.
_MASTHEAD: Final = 0.3
_HEAD: Final = 0.12


def _symbols(runs: Sequence[Run], lowest: float) -> Iterator[str]:
    """The symbols among runs above a height, with the year or session behind them."""
    for index, run in enumerate(runs):
        words = run.text.strip()
        if run.y <= lowest or "/" not in words:
            continue
        behind = runs[index + 1] if index + 1 < len(runs) else None
        if behind is not None and behind.y == run.y and behind.text.startswith("("):
            words = f"{words} {behind.text.strip()}"
        if (found := parse_symbol(words)) is not None:
            yield found.text


def running_symbol(sheets: Sequence[Sheet]) -> str:
    """The symbol at the heads of most later pages; "" where the masthead has one, or none does."""
    if not sheets:
        return ""
    first, *later = sheets
    top = first.height * (1 - _MASTHEAD)
    if any(_symbols(first.runs, top)):
        return ""
    heads = Counter(
        symbol for sheet in later for symbol in _symbols(sheet.runs, sheet.height * (1 - _HEAD))
    )
    return max(heads, key=lambda symbol: heads[symbol]) if heads else ""
