"""Positions for the page: x is time, every kind has its own lane, and no two nodes overlap.

Pure arithmetic: the same spots give the same layout on every machine, so the page needs no
physics in the browser and looks the same each time it is opened.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product
from typing import Final

LONGEST_GAP: Final = 12 * 365  # days: an empty stretch of the time axis is never drawn longer
COARSE_FROM: Final = 700  # more spots than this: fewer layouts are tried, to stay quick
ISO_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class View:
    """A frame on a screen, in its pixels; `heading` is kept free above each lane."""

    width: int
    height: int
    heading: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as the layout sees it: its lane, its day (None: undated) and the room it needs."""

    lane: int
    day: int | None
    left: float  # from its centre to the left end of its room, and so on
    right: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The time axis: days that occur, and where each one's room starts and ends."""

    days: tuple[int, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    per_day: float

    def at(self, day: int) -> float:
        """A day in, its x out; never decreasing in the day."""
        before = bisect_right(self.days, day) - 1
        if before < 0:
            return self.starts[0] - (self.days[0] - day) * self.per_day
        if self.days[before] == day:
            return self.starts[before]
        if before == len(self.days) - 1:
            return self.ends[before] + (day - self.days[before]) * self.per_day
        share = (day - self.days[before]) / (self.days[before + 1] - self.days[before])
        return self.ends[before] + share * (self.starts[before + 1] - self.ends[before])


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: nodes, lanes (top, bottom), ticks, the undated column, the frame."""

    x: tuple[int, ...]
    y: tuple[int, ...]
    lanes: tuple[tuple[int, int], ...]
    ticks: tuple[tuple[str, int], ...]
    undated: tuple[int, int] | None
    box: tuple[int, int, int, int]


def day_of(text: str) -> int | None:
    """An ISO date (also ``2003`` or ``2003-12``, taken in their middle) in, its day number out."""
    found = ISO_DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year), int(month or 7), int(day or (15 if month else 1))).toordinal()
    except ValueError:
        return None


def time_axis(rooms: Mapping[int, float], length: float) -> Axis:
    """Width of the room of each day in; an axis out whose time between the days is `length` long.

    A day with many documents (the Assembly adopts dozens on one) is given a room of its own
    width, so that they stand side by side and not in one endless column.
    """
    days = tuple(sorted(rooms))
    gaps = [min(after - before, LONGEST_GAP) for before, after in pairwise(days)]
    per_day = length / max(sum(gaps), 365)
    starts = [0.0]
    for day, gap in zip(days, gaps, strict=False):
        starts.append(starts[-1] + rooms[day] + gap * per_day)
    ends = tuple(start + rooms[day] for start, day in zip(starts, days, strict=False))
    return Axis(days, tuple(starts[: len(days)]), ends, per_day)


def ticks_of(axis: Axis) -> tuple[tuple[str, int], ...]:
    """The marks of an axis: first days of years, or of months on a short axis."""
    if not axis.days:
        return ()
    first, last = date.fromordinal(axis.days[0]), date.fromordinal(axis.days[-1])
    years = range(first.year, min(last.year + 1, date.max.year) + 1)
    if last.year - first.year > 2:
        return tuple((f"{y:04}", round(axis.at(date(y, 1, 1).toordinal()))) for y in years)
    months = ((date(y, m, 1), m) for y in years for m in range(1, 13))
    shown = [m for m, _ in months if axis.days[0] - 31 < m.toordinal() < axis.days[-1] + 31]
    return tuple((m.isoformat()[:7], round(axis.at(m.toordinal()))) for m in shown)


def _columns(spots: Sequence[Spot], length: float, rows: int) -> tuple[list[float], Axis]:
    """x of each spot, and the time axis; spots of one lane and day fill columns of `rows`."""
    groups: dict[tuple[int | None, int], list[int]] = {}
    for index, spot in enumerate(spots):
        groups.setdefault((spot.day, spot.lane), []).append(index)
    cells: dict[int | None, float] = {}
    widths: dict[int | None, float] = {}
    for (day, _), members in groups.items():
        cells[day] = max(cells.get(day, 0.0), *(spots[i].left + spots[i].right for i in members))
        widths[day] = max(widths.get(day, 0), math.ceil(len(members) / rows))
    rooms = {day: (widths[day] - 1) * cells[day] for day in widths}
    axis = time_axis({d: room for d, room in rooms.items() if d is not None}, length)
    margin = max((spot.right for spot in spots), default=0.0)
    origins: dict[int | None, float] = dict(zip(axis.days, axis.starts, strict=True))
    ticks = ticks_of(axis)
    origins[None] = min(0.0, ticks[0][1] if ticks else 0.0) - 2 * margin - 30 - rooms.get(None, 0.0)
    x = [0.0] * len(spots)
    for (day, _), members in groups.items():
        inset = (rooms[day] - (math.ceil(len(members) / rows) - 1) * cells[day]) / 2
        for place, index in enumerate(members):
            x[index] = origins[day] + inset + place // rows * cells[day]
    return x, axis


def _swarm(spots: Sequence[Spot], members: Sequence[int], x: Sequence[float]) -> dict[int, float]:
    """y of the members of one lane, near 0: each in the free rows nearest to the middle."""
    height = min(spots[i].above + spots[i].below for i in members) / 2
    taken: dict[int, float] = {}  # row: how far to the right it is taken
    y: dict[int, float] = {}
    for index in sorted(members, key=lambda i: (x[i] - spots[i].left, i)):
        spot = spots[index]
        span = math.ceil((spot.above + spot.below) / height - 1e-9)
        left = x[index] - spot.left
        distance = 0
        while True:
            top = (distance + 1) // 2 * (-1 if distance % 2 else 1) - (span - 1) // 2
            rows = range(top, top + span)
            if all(taken.get(row, -math.inf) <= left + 1e-6 for row in rows):
                break
            distance += 1
        taken.update(dict.fromkeys(rows, x[index] + spot.right))
        y[index] = top * height + spot.above
    return y


def arrange(spots: Sequence[Spot], length: float, rows: int, heading: float) -> Layout:
    """Spots in, a layout out: a time axis of that length, at most `rows` of one day in a column."""
    x, axis = _columns(spots, length, rows)
    y = [0.0] * len(spots)
    lanes: list[tuple[int, int]] = []
    top = 0.0
    for lane in range(max((spot.lane for spot in spots), default=-1) + 1):
        members = [i for i, spot in enumerate(spots) if spot.lane == lane]
        heights = _swarm(spots, members, x)
        shift = top + heading + 4 - min(heights[i] - spots[i].above for i in members)
        for index, value in heights.items():
            y[index] = value + shift
        bottom = max(y[i] + spots[i].below for i in members) + 4
        lanes.append((round(top), round(bottom)))
        top = bottom
    lefts = [value - spot.left for value, spot in zip(x, spots, strict=True)]
    rights = [value + spot.right for value, spot in zip(x, spots, strict=True)]
    ticks = ticks_of(axis)
    loose = [i for i, spot in enumerate(spots) if spot.day is None]
    undated = (
        (round(min(lefts[i] for i in loose)), round(max(rights[i] for i in loose)))
        if loose
        else None
    )
    edge = [round(min(lefts, default=0)), 0, round(max(rights, default=0)), round(top)]
    if ticks:
        edge[0], edge[2] = min(edge[0], ticks[0][1]), max(edge[2], min(ticks[-1][1], edge[2] + 40))
    return Layout(
        tuple(map(round, x)),
        tuple(map(round, y)),
        tuple(lanes),
        ticks,
        undated,
        (edge[0], edge[1], edge[2], edge[3]),
    )


def best_layout(spots: Sequence[Spot], view: View) -> tuple[float, Layout]:
    """The layout that shows the spots largest in that view, stretched to its width; with its scale.

    A scale of 1 or more means that everything fits in its full size.
    """
    room = max(view.height - view.heading * (1 + max((s.lane for s in spots), default=0)), 100)

    def scale_of(length: float, rows: int) -> tuple[float, float]:
        box = arrange(spots, length, rows, 0.0).box
        wide = max(box[2] - box[0], 1)
        scale = min(1.0, view.width / wide, room / max(box[3], 1))
        return round(scale, 3), view.width / scale - wide

    coarse = len(spots) > COARSE_FROM
    lengths = (0.6, 1.2, 2.4) if coarse else (0.3, 0.6, 0.85, 1.2, 1.7, 2.4, 3.4, 4.8)
    tried = {
        (length * view.width, rows): scale_of(length * view.width, rows)
        for length, rows in product(lengths, (8, 24) if coarse else (1, 2, 4, 8, 16, 32))
    }
    (length, rows), (scale, spare) = max(tried.items(), key=lambda tie: (tie[1][0], tie[0]))
    if spare > 0 and scale_of(length + spare, rows)[0] >= 0.97 * scale:
        length += spare
        scale = scale_of(length, rows)[0]
    return scale, arrange(spots, length, rows, view.heading / max(scale, 0.05))
