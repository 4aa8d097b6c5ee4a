"""Recognised words as a page of a PDF has them: runs on baselines, of so many points.

From here on a scan goes the road of any PDF: columns, running heads, notes, paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from statistics import median
from typing import Final

from southsouth.reading.documents.ocr.mended import mended, symbol_line
from southsouth.reading.documents.ocr.word import Recognised, Word
from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.sheet import Sheet

_DESCENDS: Final = frozenset("gjpqyQ,;()[]/$")
_ASCENDS: Final = frozenset("bdfhkltABCDEFGHIJKLMNOPRSTUVWXYZ0123456789")
#: The share of a page in which its masthead stands.
_HEAD: Final = 0.3
#: The height of a capital, and of a letter without ascender, in parts of the size of the letters.
_CAPITAL: Final = 0.7
_SMALL: Final = 0.5
#: Boxes are not exact: sizes that differ by less from the usual one are the usual one.
_SAME: Final = 0.3
#: Of an A4 page, where a picture does not say how large it is.
_PAGE_WIDTH: Final = 595.0


def _size(words: Sequence[Word]) -> float:
    """The size of the letters of a line, in pixels."""
    flat = [word for word in words if not _DESCENDS.intersection(word.text)] or list(words)
    heights = [
        (word.bottom - word.top) / (_CAPITAL if _ASCENDS.intersection(word.text) else _SMALL)
        for word in flat
    ]
    return median(heights)


def _baseline(words: Sequence[Word], size: float) -> float:
    flat = [word.bottom for word in words if not _DESCENDS.intersection(word.text)]
    if flat:
        return median(flat)
    return median(word.bottom for word in words) - 0.2 * size


def _sizes(lines: Iterable[Sequence[Word]]) -> tuple[list[float], float]:
    sizes = [_size(line) for line in lines]
    return sizes, median(sizes) if sizes else 0.0


def sheet_of(recognised: Recognised, number: int, width: float = _PAGE_WIDTH) -> Sheet:
    """The page ``number``, ``width`` points wide, with those words."""
    scale = width / max(recognised.width, 1)
    lines = [
        mended(list(words)) for _, words in groupby(recognised.words, key=lambda word: word.line)
    ]
    if number == 1:
        head = recognised.height * _HEAD
        lines = [symbol_line(words) if words[0].top < head else words for words in lines]
    sizes, usual = _sizes(lines)
    runs: list[Run] = []
    for line, own in zip(lines, sizes, strict=True):
        size = usual if abs(own - usual) <= _SAME * usual else own
        y = (recognised.height - _baseline(line, size)) * scale
        runs.extend(
            Run(f"{word.text} ", word.left * scale, word.right * scale, y, size * scale)
            for word in line
        )
    return Sheet(number, width, recognised.height * scale, tuple(runs), ())
