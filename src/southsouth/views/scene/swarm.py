"""Places on the map: x is time, a lane a kind, and inside a lane no two nodes overlap.

Pure arithmetic on a grid, so ten thousand nodes take a fraction of a second and the same nodes get
the same places on every machine. Years are equally wide. A day with more documents than its column
holds spills over into the next columns of its year.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

#: Between two nodes of the least size, centre to centre.
CELL: Final = 5.2
_LEAST: Final = 2.2
_MOST: Final = 9.0
_HEADING: Final = 26.0
_GAP: Final = 10.0
#: Widths of a year that are tried; below, the shapes (width by height) that pictures should have.
_WIDTHS: Final = tuple(round(8 * 1.12**step) for step in range(35))
#: So many undated nodes stand above each other, left of the axis.
_LOOSE_ROWS: Final = 14
PROPORTIONS: Final = {"wide": 1.55, "tall": 0.62}


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as the layout sees it: its lane, its time in years (2005.97; None: unknown), its
    radius, and what breaks ties."""

    lane: int
    time: float | None
    radius: float
    key: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the spots stand, the lanes (top, bottom), the first year, and how wide a year is."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    lanes: tuple[tuple[float, float], ...]
    first: int
    last: int
    year: float
    undated: float

    def at(self, time: float) -> float:
        """The x of a time in years."""
        return (time - self.first) * self.year

    def ticks(self, few: int) -> tuple[tuple[str, float], ...]:
        """Labels of the axis with their x: each year of ``few`` or less, else each fifth."""
        step = 1 if self.last - self.first <= few else 5
        begin = -(-self.first // step) * step
        return tuple((str(y), self.at(y)) for y in range(begin, self.last + 1, step))


def radius_of(cited: int) -> float:
    """The size of a node by how many documents cite it."""
    return round(min(_MOST, _LEAST + 0.95 * math.log1p(cited)), 1)


def time_of(day: str) -> float | None:
    """An ISO day, month or year as years, a month or year in its middle; None for ""."""
    if not day:
        return None
    year, month, date = int(day[:4]), day[5:7], day[8:10]
    if not month:
        return year + 0.5
    return year + (int(month) - 1 + (int(date) - 0.5 if date else 15) / 31) / 12


def arrange(spots: Sequence[Spot], lanes: int, shape: str) -> Placed:
    """The places of all spots in ``lanes`` lanes, the picture as near to that shape as a width of
    the years makes it."""
    times = [spot.time for spot in spots if spot.time is not None]
    first, last = int(min(times, default=2000)), int(max(times, default=2000)) + 1
    counts: dict[tuple[int, int], int] = defaultdict(int)
    loose = [0] * max(lanes, 1)
    for spot in spots:
        if spot.time is None:
            loose[spot.lane] += 1
        else:
            counts[spot.lane, int(spot.time)] += 1
    wanted = PROPORTIONS[shape]

    def misfit(width: int) -> float:
        rows = [min(many, _LOOSE_ROWS) for many in loose]
        for (lane, _), count in counts.items():
            rows[lane] = max(rows[lane], math.ceil(count * 1.3 / (width // CELL or 1)))
        height = sum(rows) * CELL + lanes * (_HEADING + _GAP) or 1
        return abs(math.log((last - first) * width / height / wanted))

    year = min(_WIDTHS, key=misfit)
    columns = _columns(spots, year)
    return _stacked(spots, columns, lanes, first, last, float(year))


def _columns(spots: Sequence[Spot], year: int) -> dict[int, float]:
    """The time of each dated spot's column. In a lane and year, columns fill in order of time; one
    that is full pushes what comes next to the right, the end of the year pushes it back."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, spot in enumerate(spots):
        if spot.time is not None:
            cells[spot.lane, int(spot.time)].append(index)
    wide = max(1, int(year // CELL))
    found: dict[int, float] = {}
    for (_, begin), members in cells.items():
        members.sort(key=lambda i: (spots[i].time, spots[i].key))
        room = max(3, math.ceil(len(members) * 1.3 / wide))
        held = [0] * wide
        chosen: list[int] = []
        column = 0
        for index in members:
            column = max(column, int(((spots[index].time or 0.0) - begin) * wide))
            while column < wide - 1 and held[column] >= room:
                column += 1
            chosen.append(column)
            held[column] += 1
        held, limit = [0] * wide, wide - 1
        for place in reversed(range(len(chosen))):
            chosen[place] = min(chosen[place], limit)
            held[chosen[place]] += 1
            if held[limit] >= room and limit:
                limit -= 1
        for index, at in zip(members, chosen, strict=True):
            found[index] = begin + (at + 0.5) / wide
    return found


def _stacked(
    spots: Sequence[Spot], columns: dict[int, float], lanes: int, first: int, last: int, year: float
) -> Placed:
    x, y = [0.0] * len(spots), [0.0] * len(spots)
    of_lane: list[list[int]] = [[] for _ in range(lanes)]
    loose_in: dict[int, int] = defaultdict(int)
    margin = 0.0
    for index, spot in enumerate(spots):
        of_lane[spot.lane].append(index)
        if spot.time is None:
            x[index] = -(loose_in[spot.lane] // _LOOSE_ROWS + 2.5) * CELL * 1.6
            margin = min(margin, x[index] - CELL * 1.6)
            loose_in[spot.lane] += 1
        else:
            x[index] = (columns[index] - first) * year
    bands = []
    top = 0.0
    for members in of_lane:
        bottom = _swarm(spots, members, x, y, top + _HEADING) if members else top + _HEADING
        bands.append((round(top, 1), round(bottom + _GAP, 1)))
        top = bottom + _GAP
    return Placed(
        tuple(round(value, 1) for value in x),
        tuple(round(value, 1) for value in y),
        tuple(bands),
        first,
        last,
        year,
        margin,
    )


def _swarm(
    spots: Sequence[Spot], members: list[int], x: list[float], y: list[float], top: float
) -> float:
    """Gives the members of a lane their y, each in the free rows nearest to the middle; returns
    where the lane ends."""
    middle = len(members) * 4 + 8
    taken = [-math.inf] * (2 * middle)
    members.sort(key=lambda i: (x[i] - spots[i].radius, -spots[i].radius, spots[i].key))
    lowest, highest = middle, middle
    before, distance = (math.nan, 0.0), 0
    for index in members:
        radius = spots[index].radius
        left, right = x[index] - radius, x[index] + radius
        span = max(1, math.ceil((2 * radius + 0.6) / CELL))
        half = span // 2
        if (left, radius) != before:  # else the rows nearer to the middle are still taken
            before, distance = (left, radius), 0
        while True:
            row = middle - half + (-(distance + 1) // 2 if distance % 2 else distance // 2)
            if taken[row] <= left and (span == 1 or max(taken[row : row + span]) <= left):
                break
            distance += 1
        for at in range(row, row + span):
            taken[at] = right
        y[index] = (row + span / 2) * CELL
        lowest, highest = min(lowest, row), max(highest, row + span)
    shift = top - lowest * CELL
    for index in members:
        y[index] += shift
    return top + (highest - lowest) * CELL
