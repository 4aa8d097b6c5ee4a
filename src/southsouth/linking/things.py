"""What is to be linked: the bodies and instruments of a store, with names, dates and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pyoxigraph as ox

from southsouth.graph.store import Store
from southsouth.vocabulary import BASE, CLASSES, NS

_PROLOGUE: Final = f"""PREFIX ss: <{NS}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
"""
_NAMES: Final = """
SELECT DISTINCT ?thing ?class ?shown ?form ?status WHERE {
  ?name ss:isNameOf ?thing ; ss:literalForm ?form ; ss:hasNameStatus ?status .
  ?thing a ?class ; rdfs:label ?shown . FILTER(LANG(?shown) = "en")
}"""
#: What is known of the time of a thing, each a row: "began" is a day on which it began, "was" one
#: on which it was there, "ended" one on which it ended.
_DATES: Final = """
SELECT DISTINCT ?thing ?what ?day WHERE {
  ?name ss:isNameOf ?thing .
  { ?thing ss:isEstablishedUnder/ss:adoptedOn ?day BIND("began" AS ?what) }
  UNION { ?thing ss:isSetOutIn/ss:adoptedOn ?day BIND("began" AS ?what) }
  UNION { ?event ss:affects ?thing ; a ss:Establishment ; ss:onDate ?day BIND("began" AS ?what) }
  UNION { ?thing ss:isAdoptedByBody/ss:heldFrom ?day BIND("began" AS ?what) }
  UNION { ?thing ss:heldFrom ?day BIND("began" AS ?what) }
  UNION { ?thing ss:heldUntil ?day BIND("ended" AS ?what) }
  UNION { ?event ss:affects ?thing ; a ss:Termination ; ss:onDate ?day BIND("ended" AS ?what) }
  UNION { ?name ss:startNotAfter|ss:endNotBefore ?day BIND("was" AS ?what) }
}"""
_LINKS: Final = """
SELECT DISTINCT ?thing ?linked WHERE {
  ?name ss:isNameOf ?thing . ?thing skos:exactMatch|owl:sameAs ?linked
}"""


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
    or "" for both. Three queries."""
    wanted = {"body": ("Body",), "instrument": ("Instrument",)}.get(kind, ("Body", "Instrument"))
    labels: dict[str, str] = {}
    names: dict[str, set[Name]] = {}
    answer = store.query(_PROLOGUE + _NAMES)
    for (_, _, _, form, _), row in zip(answer.rows, answer.values(), strict=True):
        local = row["class"].removeprefix(NS)
        if not any(_is_a(local, ancestor) for ancestor in wanted):
            continue
        thing = row["thing"]
        labels[thing] = min(row["shown"], labels.get(thing, row["shown"]))
        language = (form.language or "") if isinstance(form, ox.Literal) else ""
        status = row["status"].removeprefix(BASE + "status/")
        names.setdefault(thing, set()).add(Name(row["form"], language, status))
    days: dict[tuple[str, str], set[date]] = {}
    for row in store.query(_PROLOGUE + _DATES).values():
        days.setdefault((row["thing"], row["what"]), set()).add(date.fromisoformat(row["day"]))
    linked: dict[str, set[str]] = {}
    for row in store.query(_PROLOGUE + _LINKS).values():
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
