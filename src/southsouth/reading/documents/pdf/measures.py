"""What is usual in a document: the size of its letters, the way to the next line, the margin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from southsouth.reading.documents.pdf.lines import Line

#: Sizes that differ by less, in parts of themselves, are the same.
SAME_SIZE: Final = 0.08
#: A gap above a line in parts of the usual one; the usual one, in parts of the size of the letters,
#: where fewer lines than that tell it.
_GAP: Final = 1.2
_LEADING: Final = 1.3
_LEADING_LINES: Final = 3
#: Fewer lines do not tell a margin; a column's is farther from the page's than this.
_MARGIN_LINES: Final = 6
_MARGIN_SHIFT: Final = 60.0
_BIN: Final = 2.0  # points


@dataclass(frozen=True, slots=True)
class Measures:
    """``size`` of most letters, ``leadings`` by size, ``left`` where most lines begin."""

    size: float
    leadings: Mapping[float, float]
    left: float

    def gap(self, size: float) -> float:
        """The most that two lines of a paragraph are apart."""
        return _GAP * self.leadings.get(round(size, 1), _LEADING * size)

    def margins(self, lines: Sequence[Line]) -> tuple[float, float]:
        """The left margin of a flow with those lines, and its right one."""
        body = [line for line in lines if abs(line.size - self.size) <= SAME_SIZE * self.size]
        starts = Counter(_bin(line.x0) for line in body or lines)
        usual = _most(starts)
        left = min(line.x0 for line in body or lines if abs(line.x0 - usual) <= _BIN)
        if starts[usual] < _MARGIN_LINES and 0 < left - self.left < _MARGIN_SHIFT:
            left = self.left  # a few first lines of paragraphs, all indented
        return left, max(line.x1 for line in body or lines)


def _bin(x: float) -> float:
    return round(x / _BIN) * _BIN


def _most(counts: Mapping[float, int]) -> float:
    """The value that is counted most often, the least of several."""
    return max(counts, key=lambda value: (counts[value], -value), default=0.0)


def measure(pages: Iterable[Sequence[Line]]) -> Measures:
    """What is usual in a document with those lines."""
    sizes: Counter[float] = Counter()
    starts: defaultdict[float, Counter[float]] = defaultdict(Counter)
    gaps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            starts[round(line.size, 1)][_bin(line.x0)] += 1
        for above, line in pairwise(lines):
            size, gap = round(line.size, 1), above.y - line.y
            if round(above.size, 1) == size and 0.8 * size < gap < 2.5 * size:
                gaps[size][round(gap * 2) / 2] += 1
    leadings = {}
    for size, counts in gaps.items():
        # the least: paragraphs of one line may make the gap between paragraphs common
        least = max(_LEADING_LINES, max(counts.values()) / 2)
        if usual := [gap for gap, count in counts.items() if count >= least]:
            leadings[size] = min(usual)
    size = _most(sizes)
    return Measures(size, leadings, _most(starts[size]))
