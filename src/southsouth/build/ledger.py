"""What a store holds and what it was read with: which files need no reading again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import pyoxigraph as ox

from southsouth.build.keys import reader_key
from southsouth.graph.queries.internal import holds, rows
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, UNFINISHED_GRAPH
from southsouth.graph.store import Store
from southsouth.vocabulary import NS, XSD

_TIME: Final = ox.NamedNode("http://www.w3.org/ns/prov#generatedAtTime")
_KEY: Final = ox.NamedNode(NS + "readerKey")
_STAMPS: Final = (_TIME, _KEY)


@dataclass(slots=True)
class Held:
    """A reading graph of a store: the SHA-256 hashes of its files, the key it was read with, and
    when (None where that is not known)."""

    key: str
    hashes: set[str] = field(default_factory=set)
    read: datetime | None = None


def held_graphs(store: Store) -> dict[str, Held]:
    """The reading graphs of a store, by IRI; those of the snapshot have no key."""
    graphs: dict[str, Held] = {}
    for row in rows(store, "readings-held"):
        held = graphs.setdefault(row["graph"], Held(row["key"]))
        held.hashes.add(row["hash"])
        held.read = datetime.fromisoformat(row["time"]) if row["time"] else None
    return graphs


def stamps(graph: str, now: datetime) -> list[ox.Quad]:
    """When and with what a graph was read: no part of what is compared."""
    name = ox.NamedNode(graph)
    time = ox.Literal(now.isoformat(timespec="seconds"), datatype=ox.NamedNode(XSD + "dateTime"))
    return [ox.Quad(name, _TIME, time, name), ox.Quad(name, _KEY, ox.Literal(reader_key()), name)]


def curated_stamp(key: str) -> ox.Quad:
    """What the authority graph was written from."""
    name = ox.NamedNode(AUTHORITY_GRAPH)
    return ox.Quad(name, _KEY, ox.Literal(key), name)


def is_stamped(store: Store, key: str) -> bool:
    """Whether the authority graph was written from the files of this key."""
    return holds(store, "is-stamped", graph=AUTHORITY_GRAPH, key=key)


def _mark() -> ox.Quad:
    name = ox.NamedNode(UNFINISHED_GRAPH)
    return ox.Quad(name, ox.NamedNode(NS + "isUnfinished"), ox.Literal("true"), name)


def is_unfinished(store: Store) -> bool:
    """Whether a build of the store was ended in the midst, or is under way."""
    return any(True for _ in store.quads(UNFINISHED_GRAPH))


def mark_unfinished(store: Store) -> None:
    """Say that a build is under way: before anything else is written."""
    store.add([_mark()])


def mark_finished(store: Store) -> None:
    """Take that back: when everything else is on the disk."""
    store.flush()
    store.replace_graph(UNFINISHED_GRAPH, ())
    store.flush()


def counted(
    store: Store, before: Mapping[str, int] | None = None, changed: Set[str] = frozenset()
) -> dict[str, int]:
    """The number of quads of each graph of a store; those that are not ``changed`` hold what they
    held ``before``, where that is known."""
    if before is None:
        return {row["graph"]: int(row["count"]) for row in rows(store, "counts-of-quads")}
    counts = dict(before)
    for graph in changed:
        (row,) = rows(store, "size-of-a-graph", graph=graph)
        counts[graph] = int(row["n"])
    return {graph: count for graph, count in counts.items() if count}


def without_stamps(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The quads that state what was read."""
    return {quad for quad in quads if quad.predicate not in _STAMPS}
