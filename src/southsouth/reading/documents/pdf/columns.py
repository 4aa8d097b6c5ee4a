"""From the runs of a page to rows in reading order.

Runs on one baseline make a row; small raised runs belong to the row below them. Where a page is set
in two columns, a free strip (the gutter) parts its rows for a while; what stands left of it is read
before what stands right of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final, TypeAlias

from southsouth.reading.documents.pdf.glyphs import Run
from southsouth.reading.documents.pdf.lines import Flow, Row, split_cells
from southsouth.reading.documents.pdf.sheet import Rule, Sheet

#: How small a raised run is, how far its baseline stands above the line's, and how near it is to
#: the words, in parts of the size of the line's letters.
_SMALL: Final = 0.85
_RISE: Final = (0.1, 0.8)
_NEAR: Final = 2.0
_BASELINE: Final = 0.15
_GUTTER: Final = 6.0  # points
_GUTTER_ZONE: Final = (0.3, 0.7)  # of the page's width
_COLUMN_LINES: Final = 5
#: How much of a column prose fills; and one of two columns, set ragged with titles in it.
_COLUMN_FILL: Final = 0.7
_RAGGED_FILL: Final = 0.45
#: So many letters the lines of a column have, the cells of a table rarely; and so many lines a
#: ragged one, the two sides of a masthead never.
_FEWEST_LETTERS: Final = 15
_RAGGED_LINES: Final = 10

PageRow: TypeAlias = tuple[float, list[Run]]  # the baseline, and what stands on it


@dataclass(frozen=True, slots=True)
class Page:
    """A page's rows from top to bottom, columns not yet parted."""

    number: int
    width: float
    height: float
    rows: Sequence[PageRow]
    rules: tuple[Rule, ...]


def _baselines(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs by baseline, from top to bottom, each sorted from left to right."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        if groups and groups[-1][0].y - run.y <= _BASELINE * min(groups[-1][0].size, run.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        group.sort(key=lambda run: run.x0)
    return groups


def _is_mark_on(run: Run, below: Sequence[Run], starts: Sequence[float]) -> bool:
    """Whether ``run`` is a mark on the words of a baseline ``below``."""
    index = bisect_left(starts, run.x0)
    for other in below[max(index - 1, 0) : index + 1]:
        rise = (run.y - other.y) / (other.size or 1)
        gap = max(run.x0 - other.x1, other.x0 - run.x1) / (other.size or 1)
        if run.size <= _SMALL * other.size and _RISE[0] < rise < _RISE[1] and gap < _NEAR:
            return True
    return False


def read_page(sheet: Sheet) -> Page:
    """The rows of a sheet, the marks raised above them put among their words."""
    groups = _baselines(sheet.runs)
    starts = [[run.x0 for run in group] for group in groups]
    members: list[list[Run]] = [[] for _ in groups]
    for index, group in enumerate(groups):
        for run in group:
            home = index
            for below in range(index + 1, min(index + 4, len(groups))):
                if _is_mark_on(run, groups[below], starts[below]):
                    home = below
                    break
            members[home].append(run if home == index else replace(run, raised=True))
    rows: list[PageRow] = []
    for group in filter(None, members):
        base = max(group, key=lambda run: (not run.raised, len(run.text)))
        rows.append((base.y, sorted(group, key=lambda run: run.x0)))
    return Page(sheet.number, sheet.width, sheet.height, rows, sheet.rules)


def _extents(runs: Sequence[Run]) -> list[tuple[float, float]]:
    """Where the row has ink, gaps narrower than a gutter closed."""
    extents: list[tuple[float, float]] = []
    for run in runs:
        if extents and run.x0 - extents[-1][1] < _GUTTER:
            extents[-1] = (extents[-1][0], max(extents[-1][1], run.x1))
        else:
            extents.append((run.x0, run.x1))
    return extents


def _gutter(extents: Sequence[list[tuple[float, float]]], width: float) -> float | None:
    """The middle of the widest strip that the fewest rows cross; None if too many do."""
    first, last = (round(width * share) for share in _GUTTER_ZONE)
    crossing = [0] * (last - first + 2)
    for row in extents:
        for x0, x1 in row:
            low, high = max(round(x0), first), min(round(x1), last)
            if low <= high:
                crossing[low - first] += 1
                crossing[high - first + 1] -= 1
    count, counts = 0, []
    for change in crossing[:-1]:
        count += change
        counts.append(count)
    fewest = min(counts, default=0)
    if len(extents) - fewest < _COLUMN_LINES:
        return None
    best, begin = (0, 0), 0
    for index, value in enumerate([*counts, fewest + 1]):
        if value != fewest:
            if index - begin > best[1] - best[0]:
                best = (begin, index)
            begin = index + 1
    return first + (best[0] + best[1] - 1) / 2


def _fill(lines: Sequence[list[Run]]) -> float:
    """How much of a column lines fill that are prose; 0 where they are the cells of a table."""
    if len(lines) < _COLUMN_LINES:
        return 0.0
    left = min(line[0].x0 for line in lines)
    right = max(line[-1].x1 for line in lines)
    whole = sum(len(split_cells(line)) == 1 for line in lines)
    filled = median(line[-1].x1 - left for line in lines)
    fill = filled / ((right - left) or 1)
    letters = median(sum(len(run.text) for run in line) for line in lines)
    if whole < _COLUMN_FILL * len(lines) or letters < _FEWEST_LETTERS:
        return 0.0
    return fill


def _are_columns(left: Sequence[list[Run]], right: Sequence[list[Run]]) -> bool:
    """Whether lines left and right of a gutter are columns: prose fills one of them, and the other
    well enough."""
    fills = sorted((_fill(left), _fill(right)))
    if fills[0] >= _COLUMN_FILL:
        return True
    long = min(len(left), len(right)) >= _RAGGED_LINES
    return long and fills[0] >= _RAGGED_FILL and fills[1] >= _COLUMN_FILL


class _Bands:
    """Collects a page's rows in the order of reading, in bands: across the page, or one column."""

    def __init__(self, page: int, rules: tuple[Rule, ...]) -> None:
        self.page, self.rules = page, rules
        self.flows: list[Flow] = []
        self.across: list[PageRow] = []
        self.split: list[tuple[float, list[Run], list[Run]]] = []

    def _end_flow(self, rows: Sequence[PageRow], continues: bool) -> None:
        if rows:
            cells = tuple(Row(self.page, y, split_cells(runs)) for y, runs in rows)
            continues = continues or not self.flows
            self.flows.append(Flow(self.page, cells, self.rules, continues))

    def end_split(self) -> None:
        """A row crosses the gutter: end the columns, if the rows above were columns at all."""
        left = [(y, runs) for y, runs, _ in self.split if runs]
        right = [(y, runs) for y, _, runs in self.split if runs]
        if _are_columns([runs for _, runs in left], [runs for _, runs in right]):
            self.end_across()
            self._end_flow(left, continues=False)
            self._end_flow(right, continues=True)
        else:
            self.across.extend((y, before + behind) for y, before, behind in self.split)
        self.split.clear()

    def end_across(self) -> None:
        """End the rows that cross the page."""
        self._end_flow(self.across, continues=False)
        self.across.clear()


def read_flows(page: Page) -> list[Flow]:
    """The page's flows in reading order."""
    extents = [_extents(runs) for _, runs in page.rows]
    gutter = _gutter(extents, page.width)
    bands = _Bands(page.number, page.rules)
    for (y, runs), row in zip(page.rows, extents, strict=True):
        if gutter is None or any(x0 < gutter < x1 for x0, x1 in row):
            bands.end_split()
            bands.across.append((y, runs))
        else:
            left = [run for run in runs if run.x1 <= gutter]
            bands.split.append((y, left, runs[len(left) :]))
    bands.end_split()
    bands.end_across()
    return bands.flows
