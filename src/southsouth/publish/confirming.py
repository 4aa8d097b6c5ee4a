"""Records of things that a curator confirms, joins or parts, in the form of the authority files.

A record keeps the IRI of the learned thing. Its names are what identity is decided by first, so a
record that has the names of two learned things makes them one, and two records part them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, concept
from southsouth.graph.rdf.serialize import serialize
from southsouth.things import name_key
from southsouth.vocabulary import BASE, RDFS_LABEL


@dataclass(frozen=True, slots=True)
class Record:
    """A thing to be confirmed: its IRI, class, label, and names: form, status (IRI) and the
    provision that uses it first."""

    iri: str
    kind: str
    label: str
    names: tuple[tuple[str, str, str], ...] = field(default=())


def learned_records(store: Queryable, things: Iterable[str]) -> list[Record]:
    """The records of learned things (IRIs). Raises NotFoundError for what was not learned."""
    wanted = list(things)
    found: dict[str, Record] = {}
    seen: set[tuple[str, str]] = set()
    for row in rows(store, "records-of-learned", things=wanted):
        record = found.setdefault(row["thing"], Record(row["thing"], row["kind"], row["label"]))
        if (row["thing"], row["name"]) not in seen:
            seen.add((row["thing"], row["name"]))
            name = (row["form"], row["status"], row["use"].rpartition("-")[0])
            found[row["thing"]] = replace(record, names=(*record.names, name))
    for iri in wanted:
        if iri not in found:
            raise NotFoundError(f"{iri.removeprefix(BASE)} was not learned: records have it")
    return [found[iri] for iri in wanted]


def merged(records: Sequence[Record]) -> Record:
    """The first of these with the names of all."""
    first = records[0]
    return replace(first, names=tuple(name for record in records for name in record.names))


def parted(record: Record, form: str) -> tuple[Record, Record]:
    """A record without one of its names, and one of a thing of that name. Raises NotFoundError
    where it has no such name, or no other."""
    own = [name for name in record.names if name_key(name[0]) == name_key(form)]
    rest = tuple(name for name in record.names if name not in own)
    if not own or not rest:
        names = "; ".join(name for name, _, _ in record.names)
        raise NotFoundError(
            f"{record.label!r} cannot be parted from {form!r}: its names are {names}"
        )
    other = Record(f"{record.iri}-{len(rest)}", record.kind, own[0][0], tuple(own))
    label = record.label if record.label != own[0][0] else rest[0][0]
    return replace(record, names=rest, label=label), other


def records_turtle(records: Iterable[Record]) -> bytes:
    """The records as Turtle, with the provisions that show each name as its source."""
    graph = GraphBuilder(AUTHORITY_GRAPH)
    for record in records:
        graph.kind(record.iri, record.kind.rpartition("#")[2])
        graph.text(record.iri, RDFS_LABEL, record.label, "en")
        graph.link(record.iri, "hasConfidence", concept("confidence", "single-source"))
        for number, (form, status, provision) in enumerate(record.names, start=1):
            name = f"{record.iri}#name-en-{number}"
            graph.link(record.iri, "hasName", name)
            graph.link(record.iri, "hasSource", provision)
            graph.kind(name, "Name")
            graph.text(name, RDFS_LABEL, form, "en")
            graph.text(name, "literalForm", form, "en")
            graph.link(name, "isNameOf", record.iri)
            graph.link(name, "hasNameStatus", status)
            graph.link(name, "hasSource", provision)
    return serialize(_without_graph(graph.quads()), "turtle")


def _without_graph(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    return [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
