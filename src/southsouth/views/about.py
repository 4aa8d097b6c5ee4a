"""All statements about one resource, as quads: what its IRI gives as Turtle and the like."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.internal import answer
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.iris import ONTOLOGY_GRAPH, READING_GRAPH_PREFIX, is_document
from southsouth.vocabulary import BASE

#: So many statements of others about a thing are given: a large body is mentioned everywhere.
MOST_FROM_OTHERS: Final = 2000


def about(store: Queryable, iri: str) -> list[ox.Quad]:
    """The statements about a resource: a named graph's are its own; the ontology's are those of
    its graph; a document's are its reading and what other graphs say about it; a thing's are its
    own, those of its names, and the first MOST_FROM_OTHERS that point to it. Two queries."""
    if iri.startswith(BASE + "graph/"):
        return _quads(store, "quads-of-a-graph", graph=iri)
    if iri == BASE + "ns":
        return _quads(store, "quads-of-a-graph", graph=ONTOLOGY_GRAPH)
    reading = READING_GRAPH_PREFIX + iri.removeprefix(BASE + "document/")
    quads = _quads(store, "quads-about", thing=iri, fragment=iri + "#", reading=reading)
    if is_document(iri):
        return [*quads, *_quads(store, "quads-of-a-graph", graph=reading)]
    # sorted here: the engine looks every term up anew each time that it compares two
    others = sorted(_quads(store, "quads-pointing-to", thing=iri), key=_key)
    return [*quads, *others[:MOST_FROM_OTHERS]]


def _key(quad: ox.Quad) -> tuple[str, str, str]:
    return (str(quad.graph_name), str(quad.subject), str(quad.predicate))


def _quads(store: Queryable, query: str, **values: str) -> list[ox.Quad]:
    found = []
    for graph, subject, predicate, value in answer(store, query, **values).rows:
        if isinstance(subject, ox.NamedNode | ox.BlankNode) and value is not None:
            assert isinstance(predicate, ox.NamedNode)  # noqa: S101 - as RDF has it
            assert isinstance(graph, ox.NamedNode)  # noqa: S101
            found.append(ox.Quad(subject, predicate, value, graph))
    return found
