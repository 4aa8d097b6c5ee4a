"""Names in time as swimlanes: a lane a thing, a segment a name, a mark an event, joins between.

The axis is linear. Names that would overlap, with their labels, get rows of their own, and so do
marks; nothing is moved from its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import rows, text_of
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.iris import is_document
from southsouth.things.periods import BOUND_TERMS
from southsouth.views.facts import short
from southsouth.views.scene.atlas import special
from southsouth.views.scene.model import Join, Lineage, LineageLane, Mark, Segment
from southsouth.views.terminal import cut, period, when
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
_SHORT: Final = dict(zip(BOUND_TERMS, ("snb", "sna", "enb", "ena"), strict=True))
_OFFICIAL: Final = "official name"
#: Kinds of event in which one thing goes over into another.
_IDENTITY: Final = frozenset({"merger", "succession"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its four bounds and the days on which documents use it."""

    iri: str
    form: str
    status: str
    bounds: Mapping[str, str]
    days: tuple[str, ...]

    @property
    def use(self) -> str:
        """Its time of use, as people say it."""
        return period(dict(self.bounds))

    @property
    def begins(self) -> str:
        first = self.days[0] if self.days else ""
        return self.bounds["startNotBefore"] or self.bounds["startNotAfter"] or first


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a thing; ``others`` are the other things that it affects or leads to."""

    iri: str
    kind: str
    label: str
    force: str
    day: str
    said: str
    where: str
    also: str
    quote: str
    others: tuple[str, ...] = ()
    into: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An instrument or body with its names and events, and the conferences that follow it."""

    iri: str
    label: str
    kind: str
    names: tuple[Named, ...] = ()
    events: tuple[Happened, ...] = ()
    followed_by: tuple[tuple[str, str], ...] = ()


# --- from the store -------------------------------------------------------------------------------


Followed = Mapping[str, Sequence[tuple[str, str]]]


def followed_by(store: Queryable) -> Followed:
    """What follows each conference that something follows, and its day."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(store, "what-follows"):
        found[row["one"]].append((row["other"], row["day"]))
    return found


def things(
    store: Queryable, followed: Followed, wanted: Iterable[str] = (), *, with_uses: bool = True
) -> list[Thing]:
    """Things with their names, events and followers; all that have names for none ``wanted``.

    Four queries, however many things; one less without the days on which documents use the names.
    """
    these = list(wanted) or None
    days: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, "days-of-names", things=these) if with_uses else ():
        days[row["name"]].append(row["day"])
    names: dict[str, dict[str, Named]] = defaultdict(dict)
    for row in rows(store, "names-in-time", things=these):
        bounds = {term: row[_SHORT[term]] for term in BOUND_TERMS}
        before = names[row["thing"]].get(row["name"])
        if before:
            bounds = _tighter(before.bounds, bounds)
        names[row["thing"]][row["name"]] = Named(
            row["name"], row["form"], row["status"], bounds, tuple(days[row["name"]])
        )
    events: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(store, "events-of-things", things=these):
        events[row["thing"]].append(row)
    labels: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(store, "labels-of-things", things=these):
        labels[row["thing"]].append(row)
    return [
        Thing(
            iri,
            labelled[0]["label"],
            special(row["kind"] for row in labelled),
            tuple(sorted(names[iri].values(), key=lambda name: (name.begins or "9999", name.form))),
            tuple(happened(events[iri])),
            tuple(followed.get(iri, ())),
        )
        for iri, labelled in sorted(labels.items())
    ]


def _tighter(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """Two statements of a name's bounds as one: what begins later and ends earlier is known."""
    return {
        term: (max if term.endswith("Before") else min)(
            filter(None, (one[term], other[term])), default=""
        )
        for term in BOUND_TERMS
    }


def happened(statements: Iterable[Mapping[str, str]]) -> list[Happened]:
    """Rows of one thing's events, each event once, in order of time."""
    told: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in statements:
        told[row["event"]].append(row)
    found = []
    for iri, about in told.items():
        first = about[0]
        stated = min(
            (r["stated"] or r["shown"] for r in about if r["stated"] or r["shown"]), default=""
        )
        places = {r["where"] or r["seen"]: r["stated"] or r["shown"] for r in about}
        where = sorted(filter(None, places), key=lambda place: (places[place], place))
        sources = sorted({r["source"] for r in about if r["source"]})
        day = min((r["on"] for r in about if r["on"]), default="")
        spoken = {
            "day": day,
            "notAfter": first["notAfter"],
            "notBefore": first["notBefore"],
            "stated": stated,
            "force": first["force"],
        }
        others = sorted({r["other"] for r in about if r["other"]})
        into = first["next"] or (iri.partition("#")[0] if "/document/" not in iri else "")
        found.append(
            Happened(
                iri,
                first["kind"],
                first["label"].removeprefix(f"{first['force']} "),
                first["force"],
                day or first["notAfter"] or stated,
                when(spoken),
                where[0] if where else (sources[0] if sources else ""),
                where[1] if len(where) > 1 else "",
                cut(first["quote"], 400),
                tuple(others),
                into,
            )
        )
    return sorted(found, key=lambda event: (event.day or "9999", event.iri))


def lineage(store: Queryable, focus: str = "") -> Lineage:
    """The lanes of a thing and of all that goes over into it or that it goes over into; of the
    things that a document tells something of; else of every thing with a history.

    Raises NotFoundError for what the graph does not name.
    """
    followed = followed_by(store)
    told: list[str] = []
    if is_document(focus):
        told = [row["thing"] for row in rows(store, "things-told-of", document=focus)]
    if told:
        shown, title = things(store, followed, told), f"what {short(focus)} tells of"
    elif focus and not is_document(focus):
        shown = _near(store, followed, focus)
        title = next(thing.label for thing in shown if thing.iri == focus)
    else:
        shown, title = _all(store, followed), "Names in time"
    if not shown:
        raise NotFoundError("the graph knows no names in time")
    # the focus first, then what changed its name, then by the earliest day
    shown.sort(
        key=lambda thing: (
            thing.iri != focus,
            len(_official(thing.names)) < 2,
            min(_days(thing), default="9999"),
            thing.iri,
        )
    )
    asked = {thing.iri for thing in shown} if focus else None
    text = text_of("names-in-time", things=asked)
    return draw(title, shown, text)


def _has_history(thing: Thing) -> bool:
    return len(_official(thing.names)) > 1 or any(
        event.kind
        in {
            "renaming",
            "merger",
            "succession",
            "establishment",
            "designation",
            "proclamation",
            "termination",
        }
        and event.day
        for event in thing.events
    )


def _all(store: Queryable, followed: Followed) -> list[Thing]:
    """Every thing with a history, without the thousands of days on which names are used."""
    return [thing for thing in things(store, followed, with_uses=False) if _has_history(thing)]


def _near(store: Queryable, followed: Followed, focus: str) -> list[Thing]:
    """A thing and those that it is joined to, however far."""
    known: dict[str, Thing] = {}
    wanted = {focus, *_predecessors(followed, focus)}
    while wanted:
        found = {thing.iri: thing for thing in things(store, followed, wanted)}
        known |= found
        if focus not in known:
            raise NotFoundError("the graph knows no name of that")
        near = {other for thing in found.values() for other, _ in thing.followed_by}
        near |= {
            other
            for thing in found.values()
            for event in thing.events
            if event.kind in _IDENTITY
            for other in (*event.others, event.into)
            if other
        }
        wanted = near - set(known)
    return list(known.values())


def _predecessors(followed: Followed, focus: str) -> set[str]:
    found: set[str] = set()
    wanted = {focus}
    while wanted:
        wanted = {
            one for one, others in followed.items() if any(other in wanted for other, _ in others)
        } - found
        found |= wanted
    return found - {focus}


# --- places ---------------------------------------------------------------------------------------


def _official(names: Sequence[Named]) -> list[Named]:
    """The names that get a segment: official ones with a date, else whatever has one."""
    dated = [name for name in names if name.days or any(name.bounds.values())]
    return [name for name in dated if name.status == _OFFICIAL] or dated


def _days(thing: Thing) -> list[str]:
    found = [day for name in _official(thing.names) for day in name.bounds.values()]
    found += [day for name in _official(thing.names) for day in name.days]
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
    days = [day for thing in shown for day in _days(thing)]
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
    segments = tuple(_segment(name, axis, rows) for name in _official(thing.names))
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
            if event.kind in _IDENTITY and event.day and event.into in lane:
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
