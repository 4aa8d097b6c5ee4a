"""Places around a document: a column a year, a lane an organ, boxes in the cells. Pure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from southsouth.views.scene.atlas import Entry
from southsouth.views.scene.lanes import lane_order
from southsouth.views.scene.model import Edge, Lane, Node, Scene

#: A box with a label, and the room that a column and a row take.
BOX: Final = (122.0, 20.0)
_COLUMN: Final = 138.0
_ROW: Final = 27.0
#: So many documents stand above each other in a cell before another column is begun.
_ROWS: Final = 9
#: In a lane with several years, a row for so many documents.
_SPREAD: Final = 2
_HEADING: Final = 24.0
_GAP: Final = 12.0
#: Beside a column, for each year (up to four) that has none.
_EMPTY_YEAR: Final = 12.0
_UNDATED: Final = 0


def _year(entry: Entry) -> int:
    return int(entry.day[:4]) if entry.day else _UNDATED


def _rows(counts: Sequence[int]) -> int:
    """How many rows a lane gets: as many as its fullest year needs, and enough that what stands in
    different years stands in different rows, so that lines pass beside it."""
    return min(_ROWS, max(*counts, math.ceil(sum(counts) / _SPREAD)))


def place(entries: Sequence[Entry], edges: tuple[Edge, ...], focus: int) -> Scene:
    """The entries at their places, the undated ones in a column of their own at the left."""
    lane_names = [entry.lane("organ") for entry in entries]
    order = [name for name in lane_order("organ") if name in set(lane_names)]
    lane_of_entry = [order.index(name) for name in lane_names]
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        cells[_year(entry), lane_of_entry[index]].append(index)
    years = sorted({year for year, _ in cells})
    tall = [
        _rows([len(m) for (_, at), m in cells.items() if at == lane]) for lane in range(len(order))
    ]
    lanes, top = [], 0.0
    for name, rows in zip(order, tall, strict=True):
        bottom = top + _HEADING + rows * _ROW + _GAP
        lanes.append(Lane(name, top, bottom))
        top = bottom
    places: dict[int, tuple[float, float]] = {}
    ticks = []
    next_row = [0] * len(order)
    x = 0.0
    for before, year in zip([years[0] if years else 0, *years], years, strict=False):
        if before not in (_UNDATED, year):
            x += _EMPTY_YEAR * min(year - before - 1, 4)
        columns = max(math.ceil(len(m) / tall[at]) for (y, at), m in cells.items() if y == year)
        ticks.append((str(year) if year else "", x + columns * _COLUMN / 2))
        for lane, rows in enumerate(tall):
            members = cells.get((year, lane), [])
            members.sort(key=lambda i: (i != focus, entries[i].day, entries[i].iri))
            begin = rows // 2 if focus in members else next_row[lane]
            for at, index in enumerate(members):
                left = x + (at // rows + 0.5) * _COLUMN
                row = (begin + at) % rows
                places[index] = (left, lanes[lane].top + _HEADING + (row + 0.5) * _ROW)
            next_row[lane] = (begin + len(members)) % rows
        x += columns * _COLUMN
    cited = Counter(edge.target for edge in edges)
    nodes = tuple(
        Node(
            entry.iri,
            entry.label,
            entry.title,
            entry.kind,
            lane_of_entry[index],
            entry.day,
            entry.known,
            cited[index],
            *places[index],
            6.0,
        )
        for index, entry in enumerate(entries)
    )
    return Scene(
        "",
        nodes,
        edges,
        tuple(lanes),
        tuple(ticks),
        (0.0, 0.0, max(x, 1.0), top),
        focus,
        boxes=True,
    )
