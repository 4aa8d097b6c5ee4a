"""Histories as swimlanes: a lane a thing, a segment a name, a mark an event, joins between.

The axis is linear. Names that would overlap, with their labels, get rows of their own, and so do
marks; nothing is moved from its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from southsouth.things import BOUND_TERMS
from southsouth.views.facts import short
from southsouth.views.scene.histories import Happened, Named, Thing
from southsouth.views.scene.model import Join, Lineage, LineageLane, Mark, Segment
from southsouth.vocabulary import BASE

WIDTH: Final = 1080.0
_LEFT: Final = 20.0
_RIGHT: Final = 44.0
_AXIS: Final = 26.0
_TITLE: Final = 24.0
#: Heights of a row of names and of marks, and what is left free below a lane.
NAME_ROW: Final = 34.0
MARK_ROW: Final = 22.0
_GAP: Final = 10.0
#: The widest a letter of 12 pixels is, on average over a name; of a CJK character.
_LETTER: Final = 6.9
_WIDE_LETTER: Final = 12.4
_MARK: Final = 19.0
_STEPS: Final = (1, 2, 5, 10, 20, 50)
_MOST_TICKS: Final = 16
_OFFICIAL: Final = "official name"
#: Kinds of event in which one thing goes over into another.
IDENTITY: Final = frozenset({"merger", "succession"})


def official(names: Sequence[Named]) -> list[Named]:
    """The names that get a segment: official ones with a date, else whatever has one."""
    dated = [name for name in names if name.days or any(name.bounds.values())]
    return [name for name in dated if name.status == _OFFICIAL] or dated


def days_of(thing: Thing) -> list[str]:
    """All days that a lane has to hold."""
    found = [day for name in official(thing.names) for day in name.bounds.values()]
    found += [day for name in official(thing.names) for day in name.days]
    return [day for day in (*found, *(event.day for event in thing.events)) if day]


@dataclass(slots=True)
class _Axis:
    """Days as places from left to right, linear."""

    first: date
    last: date
    _begin: int = field(init=False)
    _scale: float = field(init=False)

    def __post_init__(self) -> None:
        self._begin = self.first.toordinal()
        self._scale = (WIDTH - _LEFT - _RIGHT) / (self.last.toordinal() - self._begin)

    def __call__(self, day: str) -> float:
        return round(_LEFT + (date.fromisoformat(day).toordinal() - self._begin) * self._scale, 1)

    def ticks(self) -> tuple[tuple[str, float], ...]:
        span = self.last.year - self.first.year
        step = next((s for s in _STEPS if span / s <= _MOST_TICKS), _STEPS[-1])
        begin = -(-self.first.year // step) * step
        return tuple((str(y), self(f"{y}-01-01")) for y in range(begin, self.last.year + 1, step))


class _Rows:
    """Intervals in rows: each in the first row where it is free."""

    def __init__(self) -> None:
        self._ends: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, begin: float, end: float) -> int:
        for row, taken in enumerate(self._ends):
            if all(end <= left or right <= begin for left, right in taken):
                taken.append((begin, end))
                return row
        self._ends.append([(begin, end)])
        return len(self._ends) - 1


def text_width(text: str) -> float:
    """About how wide a text of 12 pixels is, never less than it is."""
    return sum(_WIDE_LETTER if ord(letter) > 0x2E80 else _LETTER for letter in text)


def draw(title: str, shown: Sequence[Thing], query: str = "") -> Lineage:
    """The lanes of things, one below the other in their order, on one axis."""
    days = [day for thing in shown for day in days_of(thing)]
    first, last = (date.fromisoformat(f(days, default="2000-01-01")) for f in (min, max))
    axis = _Axis(date(first.year, 1, 1), date(last.year + 1, 1, 1))
    lanes: list[LineageLane] = []
    y, number = _AXIS + 8, 1
    for thing in shown:
        lane = _lane(thing, axis, y, number)
        number += len(lane.marks)
        y += lane.height
        lanes.append(lane)
    return Lineage(
        title,
        tuple(lanes),
        tuple(_joins(shown, axis)),
        axis.first.isoformat(),
        axis.last.isoformat(),
        _LEFT,
        WIDTH - _RIGHT,
        WIDTH,
        round(y + 4, 1),
        _AXIS,
        axis.ticks(),
        query,
    )


def _lane(thing: Thing, axis: _Axis, top: float, number: int) -> LineageLane:
    rows, mark_rows = _Rows(), _Rows()
    segments = tuple(_segment(name, axis, rows) for name in official(thing.names))
    marks = tuple(
        _mark(event, axis, mark_rows, number + at) for at, event in enumerate(thing.events)
    )
    height = _TITLE + len(rows) * NAME_ROW + len(mark_rows) * MARK_ROW + _GAP
    return LineageLane(
        thing.iri, thing.label, thing.kind, top, height, len(rows), len(mark_rows), segments, marks
    )


def _segment(name: Named, axis: _Axis, rows: _Rows) -> Segment:
    bounds = name.bounds
    sure = (bounds["startNotAfter"], bounds["endNotBefore"], *name.days)
    known = sorted(day for day in sure if day)
    x1 = axis(
        bounds["startNotAfter"]
        or (known[0] if known else bounds["startNotBefore"] or bounds["endNotAfter"])
    )
    x2 = max(x1, axis(known[-1])) if known else x1
    x0 = min(x1, axis(bounds["startNotBefore"])) if bounds["startNotBefore"] else x1
    goes_on = not bounds["endNotAfter"]
    x3 = WIDTH - _RIGHT + 14.0 if goes_on else max(x2, axis(bounds["endNotAfter"]))
    width = min(text_width(name.form), WIDTH - _LEFT)
    at_end = x0 + width > WIDTH - 4
    begin, end = (min(x0, x3 - width), x3) if at_end else (x0, max(x3, x0 + width))
    return Segment(
        name.iri,
        name.form,
        name.status,
        name.use,
        rows.add(begin, end + 4),
        x0,
        x1,
        x2,
        x3,
        round(max(x3, _LEFT + width), 1) if at_end else x0,
        at_end,
        goes_on,
        tuple(bounds[term] for term in BOUND_TERMS),
        tuple(sorted({axis(day) for day in name.days})),
    )


def _mark(event: Happened, axis: _Axis, rows: _Rows, number: int) -> Mark:
    x = axis(event.day) if event.day else None
    row = rows.add(x - _MARK / 2, x + _MARK / 2) if x is not None else 0
    return Mark(
        event.iri,
        number,
        row,
        x,
        event.force,
        event.said,
        event.label,
        event.where,
        event.also,
        event.quote,
    )


def _joins(shown: Sequence[Thing], axis: _Axis) -> list[Join]:
    lane = {thing.iri: index for index, thing in enumerate(shown)}
    found: dict[tuple[int, int, str], Join] = {}
    for thing in shown:
        for event in thing.events:
            if event.kind in IDENTITY and event.day and event.into in lane:
                for one in {thing.iri, *event.others} & set(lane) - {event.into}:
                    key = (lane[one], lane[event.into], event.kind)
                    found[key] = Join(*key[:2], axis(event.day), event.kind, event.label)
        for other, day in thing.followed_by:
            if other in lane and day:
                key = (lane[thing.iri], lane[other], "follows")
                words = f"{thing.label} is followed by {shown[lane[other]].label}"
                found[key] = Join(*key[:2], axis(day), "follows", words)
    return [found[key] for key in sorted(found)]


def place_of(iri: str) -> str:
    """A provision or source as people write it."""
    return short(iri) if iri.startswith(BASE) else iri
