"""Emission: a golden graph, determinism, what a snapshot leaves out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.places import DATA

from southsouth.graph.rdf.emit import emit
from southsouth.graph.rdf.graph import offsets
from southsouth.graph.rdf.serialize import parse, serialize, to_rdflib
from southsouth.reading.documents import read_file
from southsouth.reading.instruments import Authority
from southsouth.reading.reader import Reading, read_document
from southsouth.vocabulary import (
    CLASSES,
    DATATYPE_PROPERTIES,
    NS,
    OBJECT_PROPERTIES,
    RDF_TYPE,
)

GOLDEN = DATA / "wells.trig"


@pytest.fixture(scope="module")
def wells(authority: Authority) -> Reading:
    return read_document(read_file(DATA / "wells.md"), authority)


def test_golden_graph(wells: Reading) -> None:
    # no blank nodes, so isomorphism is equality of sets, and the difference can be read
    found, golden = set(emit(wells)), set(parse(GOLDEN))
    assert sorted(map(str, found - golden)) == []
    assert sorted(map(str, golden - found)) == []


def test_the_golden_file_is_what_extract_writes(wells: Reading) -> None:
    assert serialize(emit(wells), "trig") == GOLDEN.read_bytes()


def test_no_blank_nodes_and_two_graphs(wells: Reading) -> None:
    quads = emit(wells)
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode | ox.Triple)]
    assert not [q for q in quads if isinstance(q.object, ox.BlankNode)]
    assert {str(q.graph_name) for q in quads} == {
        "<https://w3id.org/southsouth/graph/document/A/RES/66/901>",
        "<https://w3id.org/southsouth/graph/documents>",
    }


def test_only_terms_of_the_vocabulary_are_emitted(wells: Reading) -> None:
    quads = emit(wells)
    terms = {q.predicate.value.removeprefix(NS) for q in quads if q.predicate.value.startswith(NS)}
    assert terms <= set(OBJECT_PROPERTIES) | set(DATATYPE_PROPERTIES)
    kinds = {
        q.object.value.removeprefix(NS)
        for q in quads
        if q.predicate.value == RDF_TYPE and isinstance(q.object, ox.NamedNode)
    }
    assert kinds <= set(CLASSES)


def test_the_same_reading_gives_the_same_quads(wells: Reading) -> None:
    assert emit(wells) == emit(wells)


def test_every_quote_is_its_slice_of_the_text(wells: Reading) -> None:
    facts: dict[str, dict[str, str]] = {}
    for quad in emit(wells):
        if isinstance(quad.object, ox.Literal):
            term = quad.predicate.value.removeprefix(NS)
            facts.setdefault(str(quad.subject), {})[term] = quad.object.value
    quoted = [f for f in facts.values() if "quote" in f]
    assert len(quoted) == 10
    for fact in quoted:
        start, end = offsets(fact["span"])
        assert wells.resolution.text[start:end] == fact["quote"]


def test_a_snapshot_has_the_same_facts_without_the_words(wells: Reading) -> None:
    full, bare = set(emit(wells)), set(emit(wells, quotes=False))
    assert bare < full
    left_out = {quad.predicate.value.removeprefix(NS) for quad in full - bare}
    assert left_out == {"quote", "condition", "affectedName"}  # what a report is to be on


@pytest.mark.parametrize("name", ["nquads", "trig", "jsonld"])
def test_formats_with_graphs_round_trip(wells: Reading, name: str, tmp_path: Path) -> None:
    quads = emit(wells)
    data = serialize(quads, name)
    assert serialize(list(reversed(quads)), name) == data
    if name == "jsonld":
        import rdflib

        dataset = rdflib.Dataset()
        dataset.parse(data=data, format="json-ld")
        assert set(dataset.quads()) == set(to_rdflib(quads).quads())
        return
    path = tmp_path / f"x.{ {'nquads': 'nq', 'trig': 'trig'}[name] }"
    path.write_bytes(data)
    assert set(parse(path)) == set(quads)


@pytest.mark.parametrize(
    ("name", "suffix"), [("turtle", "ttl"), ("ntriples", "nt"), ("rdfxml", "rdf")]
)
def test_formats_without_graphs_round_trip(
    wells: Reading, name: str, suffix: str, tmp_path: Path
) -> None:
    quads = emit(wells)
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(serialize(quads, name))
    assert {quad.triple for quad in parse(path)} == {quad.triple for quad in quads}


def test_a_tab_inside_a_literal_survives_indentation(tmp_path: Path) -> None:
    graph = ox.NamedNode("https://example.org/g")
    quad = ox.Quad(graph, ox.NamedNode(NS + "title"), ox.Literal("a\tb\n\tc"), graph)
    path = tmp_path / "x.trig"
    path.write_bytes(serialize([quad], "trig"))
    assert parse(path) == [quad]


def test_rdflib_agrees_with_the_golden_graph(wells: Reading) -> None:
    from rdflib.compare import isomorphic

    first, second = to_rdflib(emit(wells)), to_rdflib(parse(GOLDEN))
    name = next(iter(q[3] for q in first.quads()))
    assert isomorphic(first.graph(name), second.graph(name))
