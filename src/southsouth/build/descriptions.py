"""The graph of what symbols tell: a document that nothing names any longer is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Set

import pyoxigraph as ox

from southsouth.build.touched import plain
from southsouth.graph.queries.internal import answer, rows
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, DOCUMENTS_GRAPH, is_document
from southsouth.graph.store import Store


def apart(quads: Iterable[ox.Quad]) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What a reading states in its own graph, and what it states of all documents' symbols."""
    own: set[ox.Quad] = set()
    described: set[ox.Quad] = set()
    shared = ox.NamedNode(DOCUMENTS_GRAPH)
    for quad in quads:
        (described if quad.graph_name == shared else own).add(quad)
    return own, described


def documents_named(quads: Iterable[ox.Quad]) -> set[str]:
    """The documents that quads speak of."""
    terms = (term for quad in quads for term in (quad.subject, quad.object))
    return {
        term.value
        for term in terms
        if isinstance(term, ox.NamedNode) and is_document(term.value) and "#" not in term.value
    }


def recorded(store: Store) -> set[str]:
    """The documents that the records of a store speak of."""
    return _documents_of(store.quads(AUTHORITY_GRAPH))


def unread(store: Store, records: Iterable[ox.Quad]) -> list[ox.Quad]:
    """``records`` without what the readings of a store say of documents in the same words: the
    union of all graphs is a set."""
    kept = list(records)
    said = set(answer(store, "facts-read-of", documents=_documents_of(kept)).rows)
    return [
        quad
        for quad in kept
        if not _is_of_document(quad) or (quad.subject, quad.predicate, quad.object) not in said
    ]


def _documents_of(records: Iterable[ox.Quad]) -> set[str]:
    return {plain(quad.subject) for quad in records if _is_of_document(quad)}


def _is_of_document(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.NamedNode) and is_document(quad.subject.value)


def forget_recorded(store: Store) -> None:
    """Remove what is told of the symbols of documents that the records tell too."""
    shared = ox.NamedNode(DOCUMENTS_GRAPH)
    store.remove(
        ox.Quad(quad.subject, quad.predicate, quad.object, shared)
        for quad in store.quads(AUTHORITY_GRAPH)
        if _is_of_document(quad)
    )


def forget_unnamed(store: Store, documents: Set[str] | None = None) -> None:
    """Remove what is told of the symbols of those of ``documents`` (None: of all) that no graph
    names any longer."""
    while documents is None or documents:
        gone = {row["document"] for row in rows(store, "documents-unnamed", documents=documents)}
        if not gone:
            return
        nodes = {ox.NamedNode(document) for document in gone}
        forgotten = [quad for quad in store.quads(DOCUMENTS_GRAPH) if quad.subject in nodes]
        store.remove(forgotten)
        documents = documents_named(forgotten) - gone  # what a corrigendum belonged to, say
