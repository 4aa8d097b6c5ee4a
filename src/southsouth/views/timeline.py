"""A timeline of names as SVG, alone or in a page: a lane a thing, a bar a name, a mark an event.

Geometry is worked out here from plain rows; two templates of ours write it, escaped. The picture
needs no script and no network, prints in black and white, and reads as a list: every bar and mark
is focusable and has its words as title, and the page repeats them as a table and a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined

from southsouth.views.facts import short
from southsouth.views.terminal import cut, period, when

WIDTH, LEFT, RIGHT = 1080, 20, 40
_TITLE, _NAME, _MARKS, _GAP, _TOP, _LINE = 28, 44, 34, 18, 66, 18
_STEPS: Final = (1, 2, 5, 10, 20, 50)
_MOST_LABELS: Final = 16
_TEXT_WIDTH: Final = 6.6  # of a letter at 12 px, on average


@dataclass(frozen=True, slots=True)
class Lane:
    """A thing with its rows: names (``facts.names_of``), events (``facts.events_of``) and the days
    on which each name is attested (``facts.attested_days``)."""

    label: str
    names: Sequence[Mapping[str, str]]
    events: Sequence[Mapping[str, str]]
    days: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Bar:
    """A name's bar: known to be in use from ``x1`` to ``x2``, perhaps from ``x0`` and to ``x3``."""

    y: float
    x0: float
    x1: float
    x2: float
    x3: float
    label: str
    label_x: float
    anchor: str
    ticks: tuple[float, ...]
    words: str
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's mark, with its number in the list below."""

    x: float
    y: float
    number: int
    force: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """An event in the list: number, day, force, what happened, where it stands, its words."""

    number: int
    day: str
    force: str
    label: str
    where: str
    quote: str


@dataclass(frozen=True, slots=True)
class Row:
    """A lane as it is drawn."""

    y: float
    label: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the templates write."""

    title: str
    height: float
    axis: float
    years: tuple[tuple[float, int], ...]
    rows: tuple[Row, ...]
    items: tuple[Item, ...]
    names: tuple[tuple[str, str, str], ...]


def _official(names: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    dated = [n for n in names if any(n[term] for term in _BOUNDS) or n["first"]]
    official = [n for n in dated if n["status"] == "official name"] or dated
    return sorted(official, key=lambda n: (_start(n), n["form"]))


_BOUNDS: Final = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")


def _start(name: Mapping[str, str]) -> str:
    return name["startNotBefore"] or name["startNotAfter"] or name["first"] or name["endNotBefore"]


def _dates(lanes: Sequence[Lane]) -> list[date]:
    days = [n[term] for lane in lanes for n in _official(lane.names) for term in _BOUNDS]
    days += [_event_day(event) for lane in lanes for event in lane.events]
    days += [day for lane in lanes for own in lane.days.values() for day in own]
    return [date.fromisoformat(day) for day in days if day]


def _event_day(event: Mapping[str, str]) -> str:
    return event["day"] or event["notAfter"] or event["stated"]


class _Axis:
    """Days as places from left to right."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first = min(days, default=date(2000, 1, 1)).year
        self.last = max(days, default=date(2000, 1, 1)).year + 1
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 1, 1).toordinal()
        self._begin, self._scale = begin, (WIDTH - LEFT - RIGHT) / (end - begin)

    def __call__(self, day: str) -> float:
        return round(LEFT + (date.fromisoformat(day).toordinal() - self._begin) * self._scale, 1)

    def years(self) -> tuple[tuple[float, int], ...]:
        """The places of the years that get a label."""
        span = self.last - self.first
        step = next((s for s in _STEPS if span / s <= _MOST_LABELS), _STEPS[-1])
        begin = -(-self.first // step) * step
        return tuple((self(f"{y}-01-01"), y) for y in range(begin, self.last + 1, step))


def _bar(name: Mapping[str, str], days: Sequence[str], y: float, axis: _Axis) -> Bar:
    known = sorted(day for day in (name["startNotAfter"], name["endNotBefore"], *days) if day)
    x1 = axis(name["startNotAfter"] or (known[0] if known else name["startNotBefore"]))
    x2 = max(x1, axis(known[-1])) if known else x1
    x0 = min(x1, axis(name["startNotBefore"])) if name["startNotBefore"] else x1
    goes_on = not name["endNotAfter"]
    x3 = WIDTH - RIGHT + 14.0 if goes_on else max(x2, axis(name["endNotAfter"]))
    length = len(name["form"]) * _TEXT_WIDTH
    at_end = x0 + length > WIDTH - RIGHT
    return Bar(
        y, x0, x1, x2, x3, name["form"], WIDTH - RIGHT if at_end else x0,
        "end" if at_end else "start", tuple(axis(day) for day in sorted(set(days))),
        f"{name['form']}: {period(dict(name))}", goes_on,
    )  # fmt: skip


def _items(lane: Lane, first: int) -> list[tuple[Mapping[str, str], Item]]:
    items = []
    for number, event in enumerate(lane.events, start=first):
        places = (event["where"] or event["source"], event["also"])
        items.append((event, Item(
            number, when(dict(event)), event["force"],
            event["label"].removeprefix(f"{event['force']} "),
            " → ".join(short(place) for place in places if place), cut(event["quote"], 320),
        )))  # fmt: skip
    return items


def _marks(
    items: Sequence[tuple[Mapping[str, str], Item]], y: float, axis: _Axis
) -> tuple[Mark, ...]:  # fmt: skip
    """The marks of dated events, moved right where two would cover each other."""
    marks: list[Mark] = []
    for event, item in items:
        day = _event_day(event)
        if not day:
            continue
        x = axis(day)
        taken = [mark.x for mark in marks]
        while any(abs(x - other) < _LINE for other in taken):
            x += _LINE
        words = f"{item.number}. {item.day}, {item.force}: {item.label} [{item.where}]"
        marks.append(Mark(round(x, 1), y, item.number, event["force"].split()[0], words))
    return tuple(marks)


def draw(title: str, lanes: Sequence[Lane]) -> Picture:
    """The picture of the lanes, one below the other, on one axis of time."""
    axis = _Axis(_dates(lanes))
    rows: list[Row] = []
    items: list[Item] = []
    y = float(_TOP)
    for lane in lanes:
        top = y
        y += _TITLE
        bars = []
        for name in _official(lane.names):
            bars.append(_bar(name, lane.days.get(name["name"], ()), y + _NAME / 2, axis))
            y += _NAME
        own = _items(lane, len(items) + 1)
        marks = _marks(own, y + _MARKS / 2, axis)
        y += _MARKS + _GAP
        items += [item for _, item in own]
        rows.append(Row(top, lane.label, tuple(bars), marks))
    names = tuple(
        (lane.label, name["form"], period(dict(name)))
        for lane in lanes for name in lane.names
        if name["status"] == "official name" or name in _official(lane.names)
    )  # fmt: skip
    return Picture(title, y, _TOP - 16, axis.years(), tuple(rows), tuple(items), names)


def _written(template: str, picture: Picture) -> str:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    folder = files("southsouth.views")
    environment.globals["drawing"] = environment.from_string(
        folder.joinpath("timeline.svg").read_text(encoding="utf-8")
    ).module.drawing  # type: ignore[attr-defined]
    text = folder.joinpath(template).read_text(encoding="utf-8")
    return environment.from_string(text).render(
        picture=picture, width=WIDTH, left=LEFT, right=WIDTH - RIGHT
    )


def as_svg(picture: Picture) -> str:
    """The picture as an SVG document of its own, with the list of events below the lanes."""
    return _written("timeline_alone.svg", picture)


def as_html(picture: Picture) -> str:
    """The picture in a page, with its names as a table and its events as a list."""
    return _written("timeline.html", picture)
