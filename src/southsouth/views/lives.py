"""The lives of things from the store: their names in time, when they began and ended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.things import Bounds, Life

_BEGINS: Final = frozenset({"establishment", "proclamation"})
_ENDS: Final = frozenset({"termination", "succession", "merger"})
_BOUNDS: Final = ("snb", "sna", "enb", "ena")
Days = tuple[date | None, date | None]


def lives(store: Queryable, things: Iterable[str]) -> dict[str, Life]:
    """The life of each of these things (IRIs), with its official names in English."""
    wanted = sorted(things)
    names = _names(store, wanted)
    facts: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(store, "lives", things=wanted):
        facts[row["thing"]].append(row)
    return {thing: _life(names.get(thing, {}), facts[thing]) for thing in wanted}


def _names(store: Queryable, things: Iterable[str]) -> Mapping[str, dict[str, Bounds]]:
    """The official names of each thing, by form; bounds from several graphs count together."""
    told: dict[str, dict[str, list[Bounds]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(store, "names-in-time", things=things):
        if row["status"] == "official name":
            told[row["thing"]][row["form"]].append(Bounds(*(_day(row[term]) for term in _BOUNDS)))
    return {
        thing: {form: _together(bounds) for form, bounds in own.items()}
        for thing, own in told.items()
    }


def _together(bounds: Iterable[Bounds]) -> Bounds:
    every = list(bounds)
    return Bounds(
        max((b.start_not_before for b in every if b.start_not_before), default=None),
        min((b.start_not_after for b in every if b.start_not_after), default=None),
        max((b.end_not_before for b in every if b.end_not_before), default=None),
        min((b.end_not_after for b in every if b.end_not_after), default=None),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _life(names: Mapping[str, Bounds], facts: Iterable[Mapping[str, str]]) -> Life:
    stated = list(facts)
    used = [bounds.start_not_after for bounds in names.values() if bounds.start_not_after]
    last = [bounds.end_not_before for bounds in names.values() if bounds.end_not_before]
    first = min(used, default=None)
    founded = _stated(stated, _BEGINS)
    if founded and first and founded[0] and founded[0] > first:
        founded = None  # something else was founded: it was there before
    begins: Days = _held(stated) or _period(names) or founded or (None, first)
    ended = _stated((row for row in stated if row["other"] or _terminates(row)), _ENDS)
    given = [bounds.start_not_before for bounds in names.values() if bounds.start_not_before]
    if ended and max((*filter(None, begins), *given), default=date.min) >= (ended[0] or date.max):
        ended = None  # it began, or was given a name, when it should have ended
    ends: Days = ended or _period_end(names) or (max(last, default=None), None)
    return Life(tuple(sorted(names.items())), begins, ends)


#: "… for the Decade 2001–2010", "… for the 1990s"
_YEARS: Final = re.compile(r"\bDecade (?P<from>\d{4})[–-](?P<to>\d{4})|\bthe (?P<tens>\d{3})0s\b")


def _period(names: Iterable[str]) -> Days | None:
    """The years in which it begins, as a name of it says."""
    for found in filter(None, map(_YEARS.search, names)):
        year = int(found["from"] or found["tens"] + "1")
        return date(year, 1, 1), date(year, 12, 31)
    return None


def _period_end(names: Iterable[str]) -> Days | None:
    """From when on it may have ended, as a name of it says: what comes next can be late."""
    for found in filter(None, map(_YEARS.search, names)):
        return date(int(found["to"] or found["tens"] + "9"), 12, 31), None
    return None


def _terminates(row: Mapping[str, str]) -> bool:
    """Whether a happening ends a thing though nothing follows that the graph knows."""
    return row["what"].endswith("/termination")


def _held(stated: Iterable[Mapping[str, str]]) -> Days | None:
    """When a conference was held: from a day on, or within a year."""
    for row in stated:
        if row["from"]:
            return _day(row["from"]), _day(row["from"])
        if row["year"]:
            return date(int(row["year"]), 1, 1), date(int(row["year"]), 12, 31)
    return None


def _stated(stated: Iterable[Mapping[str, str]], kinds: frozenset[str]) -> Days | None:
    """The earliest day on which something of these kinds was done, as documents say."""
    days = [
        date.fromisoformat(row["day"])
        for row in stated
        if row["what"].rpartition("/")[2] in kinds
        and row["day"]
        and not row["force"].endswith("/requested")
    ]
    return (min(days), min(days)) if days else None
