"""The shown picture as files: what is shown, in formats that other tools read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
from tests.views.scene.store import HOSTILE, small_store

from southsouth.publish.scene_files import PICTURE_FORMATS
from southsouth.views.scene.around import around
from southsouth.views.scene.lineage import lineage
from southsouth.vocabulary import BASE, NS

STORE = small_store()
SCENE = around(STORE, BASE + "document/A/RES/50/7", 2)
NAMES = lineage(STORE)


@pytest.mark.parametrize("name", sorted(PICTURE_FORMATS))
def test_every_format_is_the_same_bytes_each_time(name: str) -> None:
    row = PICTURE_FORMATS[name]
    assert row.scene(SCENE) == row.scene(SCENE) != b""
    assert row.lineage(NAMES) == row.lineage(NAMES) != b""


def test_graphml_has_the_nodes_and_lines_of_the_picture() -> None:
    graph = nx.read_graphml(io.BytesIO(PICTURE_FORMATS["graphml"].scene(SCENE)))
    assert set(graph) == {node.iri for node in SCENE.nodes}
    edge = graph.edges[BASE + "document/A/RES/60/9", BASE + "document/A/RES/50/7"]
    assert (edge["function"], edge["weight"]) == ("recalls", 2)
    names = nx.read_graphml(io.BytesIO(PICTURE_FORMATS["graphml"].lineage(NAMES)))
    assert names.has_edge(BASE + "instrument/fund/wells", BASE + "instrument/fund/wells#name-en-2")


def test_csv_has_a_row_a_line_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(PICTURE_FORMATS["csv"].scene(SCENE).decode())))
    assert len(rows) == len(SCENE.edges)
    assert {"A/RES/60/9", "recalls", "A/RES/50/7"} <= set(rows[1].values()) | set(rows[2].values())
    things = list(csv.DictReader(io.StringIO(PICTURE_FORMATS["csv"].lineage(NAMES).decode())))
    assert {row["thing"] for row in things} == {lane.label for lane in NAMES.lanes}
    assert "Wells " + HOSTILE in {row["thing"] for row in things}
    formula = replace(SCENE, edges=(), nodes=(replace(SCENE.nodes[0], label="=1+1"),))
    assert "'=1+1" in PICTURE_FORMATS["csv"].scene(formula).decode()


def test_turtle_says_only_what_the_graph_says() -> None:
    store = STORE.query(f"CONSTRUCT {{ ?s <{NS}cites> ?o }} WHERE {{ ?s <{NS}cites> ?o }}").triples
    quads = ox.parse(PICTURE_FORMATS["ttl"].scene(SCENE), format=ox.RdfFormat.TURTLE)
    cites = {(q.subject, q.object) for q in quads if q.predicate.value == NS + "cites"}
    assert cites
    assert cites <= {(triple.subject, triple.object) for triple in store}
    names = list(ox.parse(PICTURE_FORMATS["ttl"].lineage(NAMES), format=ox.RdfFormat.TURTLE))
    assert any(q.predicate.value == NS + "hasSource" for q in names)
    assert any(q.predicate.value == NS + "standsIn" for q in names)


def test_the_query_finds_the_same() -> None:
    rows = STORE.query(PICTURE_FORMATS["rq"].scene(SCENE).decode()).values()
    shown = {(SCENE.nodes[e.source].iri, SCENE.nodes[e.target].iri) for e in SCENE.edges}
    assert {(row["from"], row["to"]) for row in rows} == shown
    assert STORE.query(PICTURE_FORMATS["rq"].lineage(NAMES).decode()).rows
