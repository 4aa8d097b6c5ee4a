"""The graph of what symbols tell: a document that nothing names any longer is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Set

import pyoxigraph as ox

from southsouth.graph.queries.internal import rows
from southsouth.graph.rdf.iris import DOCUMENTS_GRAPH, is_document
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
