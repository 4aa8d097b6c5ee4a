"""The whole graph as one picture: every document, instrument and body at its time, in the lane of
its organ or its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from southsouth.graph.queries.internal import answer, rows, text_of
from southsouth.graph.queries.library import Queryable
from southsouth.views.facts import short
from southsouth.views.scene.lanes import lane_of, lane_order
from southsouth.views.scene.model import Edge, Lane, Node, Scene
from southsouth.views.scene.swarm import Spot, arrange, radius_of, time_of
from southsouth.views.scene.years import placed
from southsouth.vocabulary import CLASSES, NS

#: So many years or fewer, and the axis labels each.
_FEW_YEARS: Final = 16
#: What is known of documents, and who is asked for it: a query a fact, for scans are quicker than
#: their union.
_OF_DOCUMENTS: Final = (
    ("kind", "classes-of-documents"),
    ("adopted", "days-of-adoption"),
    ("distributed", "days-of-distribution"),
    ("title", "titles"),
)
#: What a thing's founding document is to it.
_FOUNDING: Final = (
    ("founded", "isEstablishedUnder", "established under"),
    ("contained", "isSetOutIn", "set out in"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, or an instrument or body with all its names."""

    iri: str
    label: str
    title: str
    kind: str
    day: str
    known: str
    names: tuple[str, ...] = ()

    def lane(self, by: str) -> str:
        """The lane that it stands in, by "organ" or by "kind"."""
        return lane_of(self.iri, self.label, self.kind, by)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The picture of all, and the names of its instruments and bodies by IRI, for searching."""

    scene: Scene
    names: Mapping[str, tuple[str, ...]]


def special(kinds: Iterable[str]) -> str:
    """The most special of classes, by local name; ``Document`` for none."""
    found = [kind.removeprefix(NS) for kind in kinds if kind.startswith(NS)]
    return max(found, key=lambda kind: (CLASSES.get(kind, "") != "", kind), default="Document")


def entries_of(facts: Iterable[tuple[str, str, str]], printed: Mapping[str, str]) -> list[Entry]:
    """Facts of documents (document, term, value) as entries, sorted by IRI."""
    by_document: dict[str, dict[str, list[str]]] = {}
    for document, term, value in facts:
        by_document.setdefault(document, {}).setdefault(term, []).append(value)
    entries = []
    for iri, about in sorted(by_document.items()):
        if "kind" not in about:
            continue
        label = short(iri)
        day, known = placed(
            label,
            min(about.get("adopted", ("",))),
            min(about.get("distributed", ("",))),
            printed.get(iri, "") or _commonest(about.get("printed", ())),
        )
        title = min(about.get("title", ("",)))
        entries.append(Entry(iri, label, title, special(about["kind"]), day, known))
    return entries


def _commonest(days: Sequence[str]) -> str:
    if len(days) < 2:
        return days[0] if days else ""
    counted = Counter(days)
    return min(counted, key=lambda day: (-counted[day], day), default="")


def things_of(found: Iterable[Mapping[str, str]], days: Mapping[str, str]) -> list[Entry]:
    """Rows of things as entries: a thing's day is that of its conference, else that of the document
    that founded or contains it, of which ``days`` are known, else that of its first name."""
    by_thing: dict[str, list[Mapping[str, str]]] = {}
    for row in found:
        by_thing.setdefault(row["thing"], []).append(row)
    entries = []
    for iri, about in sorted(by_thing.items()):
        founding = {row[name] for row in about for name, _, _ in _FOUNDING if row[name]}
        days_known = {
            "held": [row["held"] for row in about if row["held"]],
            "founded": [days[document] for document in founding if days.get(document)],
            "named": [row["began"] for row in about if row["began"]],
        }
        day, known = next(((min(d), how) for how, d in days_known.items() if d), ("", ""))
        entries.append(
            Entry(
                iri,
                about[0]["label"],
                "",
                special(row["kind"] for row in about),
                day,
                known,
                tuple(dict.fromkeys(row["form"] for row in about)),
            )
        )
    return entries


def _pairs(store: Queryable, query: str) -> list[tuple[str, str]]:
    """The rows of a query with two columns, both bound."""
    return [(one.value, other.value) for one, other in answer(store, query).rows if one and other]


def _days_printed(store: Queryable) -> dict[str, str]:
    days: dict[str, list[str]] = {}
    for document, day in _pairs(store, "days-printed"):
        days.setdefault(document, []).append(day)
    return {iri: _commonest(found) for iri, found in days.items()}


def documents_of(store: Queryable) -> list[Entry]:
    """All documents, sorted by IRI. Five queries."""
    facts = (
        (document, term, value)
        for term, query in _OF_DOCUMENTS
        for document, value in _pairs(store, query)
    )
    return entries_of(facts, _days_printed(store))


def atlas(store: Queryable, by: str = "organ", shape: str = "wide") -> Atlas:
    """The picture of all in the lanes of ``by`` (organ, kind), wide or tall. Seven queries."""
    documents = documents_of(store)
    days = {entry.iri: entry.day for entry in documents}
    known_things = rows(store, "things")
    entries = [*documents, *things_of(known_things, days)]
    place = {entry.iri: index for index, entry in enumerate(entries)}
    pairs = {
        (place[one], place[other])
        for one, other in _pairs(store, "cites")
        if one in place and other in place and one != other
    }
    edges = [Edge(source, target, "cites") for source, target in sorted(pairs)]
    edges += _founding(known_things, place)
    scene = scene_of(entries, edges, by, shape)
    return Atlas(scene, {entry.iri: entry.names for entry in entries if entry.names})


def _founding(known_things: Iterable[Mapping[str, str]], place: Mapping[str, int]) -> list[Edge]:
    found = {
        (place[row["thing"]], place[row[name]], function, verb)
        for row in known_things
        for name, function, verb in _FOUNDING
        if row[name] in place
    }
    return [Edge(*edge) for edge in sorted(found)]


def scene_of(entries: list[Entry], edges: list[Edge], by: str, shape: str) -> Scene:
    """Entries and edges, placed."""
    cited = Counter(edge.target for edge in edges)
    names = [entry.lane(by) for entry in entries]
    order = [name for name in lane_order(by) if name in set(names)]
    rank = {name: index for index, name in enumerate(order)}
    spots = [
        Spot(rank[name], time_of(entry.day), radius_of(cited[index]), entry.iri)
        for index, (entry, name) in enumerate(zip(entries, names, strict=True))
    ]
    where = arrange(spots, len(order), shape)
    nodes = tuple(
        Node(
            entry.iri,
            entry.label,
            entry.title,
            entry.kind,
            spot.lane,
            entry.day,
            entry.known,
            cited[index],
            where.x[index],
            where.y[index],
            spot.radius,
        )
        for index, (entry, spot) in enumerate(zip(entries, spots, strict=True))
    )
    lanes = tuple(Lane(name, *band) for name, band in zip(order, where.lanes, strict=True))
    right, bottom = where.at(where.last), (lanes[-1].bottom if lanes else 1.0)
    return Scene(
        "",
        nodes,
        tuple(edges),
        lanes,
        where.ticks(_FEW_YEARS),
        (where.undated, 0.0, right, bottom),
        query=text_of("map"),
    )


def without(scene: Scene, kinds: Collection[str]) -> Scene:
    """A picture without the nodes of these kinds and the lines to and from them."""
    kept = [at for at, node in enumerate(scene.nodes) if node.kind not in kinds]
    place = {at: index for index, at in enumerate(kept)}
    edges = tuple(
        replace(edge, source=place[edge.source], target=place[edge.target])
        for edge in scene.edges
        if edge.source in place and edge.target in place
    )
    return replace(
        scene,
        nodes=tuple(scene.nodes[at] for at in kept),
        edges=edges,
        focus=place.get(scene.focus, -1),
    )
