"""All statements about one resource, as quads: what its IRI gives as Turtle and the like."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.library import Queryable, bind
from southsouth.graph.rdf.iris import ONTOLOGY_GRAPH, READING_GRAPH_PREFIX, is_document
from southsouth.graph.store.results import Term
from southsouth.vocabulary import BASE

#: So many statements of others about a thing are given: a large body is mentioned everywhere.
MOST_FROM_OTHERS: Final = 2000

_GRAPH: Final = "SELECT ?g ?s ?p ?o WHERE { BIND($graph AS ?g) GRAPH $graph { ?s ?p ?o } }"
#: The thing, and its own parts (names, votes, provisions), which are linked to it.
#: ``$reading``, which is given as a whole, is left out.
_OWN: Final = """
SELECT DISTINCT ?g ?s ?p ?o WHERE {
  { BIND($thing AS ?s) }
  UNION { SELECT DISTINCT ?s WHERE { $thing ?to ?s . FILTER(STRSTARTS(STR(?s), $fragment)) } }
  UNION { SELECT DISTINCT ?s WHERE { ?s ?from $thing . FILTER(STRSTARTS(STR(?s), $fragment)) } }
  GRAPH ?g { ?s ?p ?o } FILTER(?g != $reading)
}"""
_OTHERS: Final = """
SELECT DISTINCT ?g ?s ?p ?o WHERE { BIND($thing AS ?o) GRAPH ?g { ?s ?p $thing } }"""


def about(store: Queryable, iri: str) -> list[ox.Quad]:
    """The statements about a resource: a named graph's are its own; the ontology's are those of
    its graph; a document's are its reading and what other graphs say about it; a thing's are its
    own, those of its names, and the first MOST_FROM_OTHERS that point to it. Two queries."""
    if iri.startswith(BASE + "graph/"):
        return _quads(store, _GRAPH, graph=ox.NamedNode(iri))
    if iri == BASE + "ns":
        return _quads(store, _GRAPH, graph=ox.NamedNode(ONTOLOGY_GRAPH))
    reading = ox.NamedNode(READING_GRAPH_PREFIX + iri.removeprefix(BASE + "document/"))
    thing: dict[str, Term] = {
        "thing": ox.NamedNode(iri),
        "fragment": ox.Literal(iri + "#"),
        "reading": reading,
    }
    quads = _quads(store, _OWN, **thing)
    if is_document(iri):
        return [*quads, *_quads(store, _GRAPH, graph=reading)]
    # sorted here: the engine looks every term up anew each time that it compares two
    others = sorted(_quads(store, _OTHERS, **thing), key=_key)
    return [*quads, *others[:MOST_FROM_OTHERS]]


def _key(quad: ox.Quad) -> tuple[str, str, str]:
    return (str(quad.graph_name), str(quad.subject), str(quad.predicate))


def _quads(store: Queryable, query: str, **terms: Term) -> list[ox.Quad]:
    found = []
    for graph, subject, predicate, value in store.query(bind(query, terms)).rows:
        if isinstance(subject, ox.NamedNode | ox.BlankNode) and value is not None:
            assert isinstance(predicate, ox.NamedNode)  # noqa: S101 - as RDF has it
            assert isinstance(graph, ox.NamedNode)  # noqa: S101
            found.append(ox.Quad(subject, predicate, value, graph))
    return found
