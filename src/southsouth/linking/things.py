"""What is to be linked: the bodies and instruments of a store, with names, dates and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pyoxigraph as ox

from southsouth.graph.queries.internal import answer, rows
from southsouth.graph.store import Store
from southsouth.vocabulary import BASE, CLASSES, NS


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its language and its status: "official", "short", "variant", "acronym"…"""

    form: str
    language: str
    status: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A body or instrument; ``began``, ``was`` and ``ended`` are days, sorted, ``linked`` the IRIs
    that are known to be the same."""

    iri: str
    label: str
    names: tuple[Name, ...]
    began: tuple[date, ...] = ()
    was: tuple[date, ...] = ()
    ended: tuple[date, ...] = ()
    linked: frozenset[str] = field(default_factory=frozenset)


def _is_a(name: str, ancestor: str) -> bool:
    while name and name != ancestor:
        name = CLASSES.get(name, "")
    return bool(name)


def things_of(store: Store, kind: str = "") -> list[Thing]:
    """The bodies and instruments that have names, sorted by IRI; ``kind`` is "body", "instrument"
    or "" for both. Four queries."""
    wanted = {"body": ("Body",), "instrument": ("Instrument",)}.get(kind, ("Body", "Instrument"))
    labels: dict[str, str] = {}
    names: dict[str, set[Name]] = {}
    for row in rows(store, "labels-of-things"):
        if any(_is_a(row["kind"].removeprefix(NS), ancestor) for ancestor in wanted):
            labels[row["thing"]] = min(row["label"], labels.get(row["thing"], row["label"]))
    told_names = answer(store, "names-of-things")
    for (_, form, _, _), row in zip(told_names.rows, told_names.values(), strict=True):
        if row["thing"] in labels and row["status"]:
            language = (form.language or "") if isinstance(form, ox.Literal) else ""
            status = row["status"].removeprefix(BASE + "status/")
            names.setdefault(row["thing"], set()).add(Name(row["form"], language, status))
    days: dict[tuple[str, str], set[date]] = {}
    for row in rows(store, "dates-of-things"):
        days.setdefault((row["thing"], row["what"]), set()).add(date.fromisoformat(row["day"]))
    linked: dict[str, set[str]] = {}
    for row in rows(store, "links-of-things"):
        linked.setdefault(row["thing"], set()).add(row["linked"])

    def told(thing: str, what: str) -> tuple[date, ...]:
        return tuple(sorted(days.get((thing, what), ())))

    return [
        Thing(
            thing,
            labels[thing],
            tuple(sorted(names[thing], key=lambda n: (n.language, n.form, n.status))),
            told(thing, "began"),
            told(thing, "was"),
            told(thing, "ended"),
            frozenset(linked.get(thing, ())),
        )
        for thing in sorted(names)
    ]
