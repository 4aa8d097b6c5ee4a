"""The facts that ship: ontology, authority records, the snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from southsouth import resources
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, ONTOLOGY_GRAPH
from southsouth.graph.rdf.record import state_quads
from southsouth.graph.rdf.serialize import parse


def curated_quads() -> dict[str, list[ox.Quad]]:
    """The curated graphs: ontology and authority records, by graph IRI."""
    return {
        ONTOLOGY_GRAPH: _in_graph(resources.ontology_files(), ONTOLOGY_GRAPH),
        AUTHORITY_GRAPH: [
            *_in_graph(resources.authority_files(), AUTHORITY_GRAPH),
            *state_quads(AUTHORITY_GRAPH),
        ],
    }


def _in_graph(files: Sequence[Path], graph: str) -> list[ox.Quad]:
    name = ox.NamedNode(graph)
    return [
        ox.Quad(quad.subject, quad.predicate, quad.object, name)
        for file in files
        for quad in parse(file)
    ]


def snapshot_quads() -> dict[str, list[ox.Quad]]:
    """The published facts of documents whose texts are not shipped, by graph IRI."""
    graphs: dict[str, list[ox.Quad]] = {}
    for file in resources.snapshot_files():
        for quad in parse(file):
            if isinstance(quad.graph_name, ox.NamedNode):
                graphs.setdefault(quad.graph_name.value, []).append(quad)
    return graphs
