"""The histories of things from the store: their names in time, what happened, what follows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.things import BOUND_TERMS
from southsouth.views.scene.atlas import special
from southsouth.views.terminal import cut, period, when

_SHORT: Final = dict(zip(BOUND_TERMS, ("snb", "sna", "enb", "ena"), strict=True))
#: So much of the words of an event is shown.
_MOST_WORDS: Final = 400


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


Rows = Sequence[Mapping[str, str]]
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
    of_event: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in statements:
        of_event[row["event"]].append(row)
    found = [_happened(iri, about) for iri, about in of_event.items()]
    return sorted(found, key=lambda event: (event.day or "9999", event.iri))


def _happened(iri: str, about: Rows) -> Happened:
    """All rows of one event, of which the first gives what is the same in each."""
    first, day = about[0], _first(about, "on")
    stated = min(filter(None, map(_stated, about)), default="")
    spoken = {
        "day": day,
        "notAfter": first["notAfter"],
        "notBefore": first["notBefore"],
        "stated": stated,
        "force": first["force"],
    }
    where, also = _where(about)
    return Happened(
        iri,
        first["kind"],
        first["label"].removeprefix(f"{first['force']} "),
        first["force"],
        day or first["notAfter"] or stated,
        when(spoken),
        where,
        also,
        cut(first["quote"], _MOST_WORDS),
        tuple(sorted({row["other"] for row in about if row["other"]})),
        first["next"] or _leads_into(iri),
    )


def _stated(row: Mapping[str, str]) -> str:
    """The day of the document that tells of an event, else of the one that shows it."""
    return row["stated"] or row["shown"]


def _first(about: Rows, column: str) -> str:
    return min((row[column] for row in about if row[column]), default="")


def _where(about: Rows) -> tuple[str, str]:
    """The first place that tells of an event or shows it, and the second; else a source."""
    places = {row["where"] or row["seen"]: _stated(row) for row in about}
    ordered = sorted(filter(None, places), key=lambda place: (places[place], place))
    if not ordered:
        return _first(about, "source"), ""
    return ordered[0], ordered[1] if len(ordered) > 1 else ""


def _leads_into(event: str) -> str:
    """What a curated event leads into, which its IRI begins with; a document's tells of nothing."""
    return "" if "/document/" in event else event.partition("#")[0]
