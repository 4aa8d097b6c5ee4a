"""What follows from a graph: each rule alone, and all of them against a reasoner."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from tests.places import WELLS

from southsouth import resources
from southsouth.build.pipeline import build
from southsouth.graph.inference import RULES, infer
from southsouth.graph.rdf.iris import INFERRED_GRAPH, ONTOLOGY_GRAPH
from southsouth.graph.rdf.serialize import parse
from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, NS, RDF_TYPE

SAMPLE = """
<document/A/RES/50/2#op1-cite1> a ss:Citation ; ss:standsIn <document/A/RES/50/2#op1> ;
    ss:citesDocument <document/A/RES/40/1> .
<document/A/RES/50/2#op1> a ss:OperativeParagraph ; ss:isPartOf <document/A/RES/50/2> ;
    ss:recalls <document/A/50/7> .
<conference/one> ss:isFollowedBy <conference/two> .
<conference/two> ss:isFollowedBy <conference/three> .
<body/lake> a ss:Office ; ss:hasName <body/lake#name-en-1> .
<document/A/RES/50/2#op1-event1> a ss:Succession ;
    ss:affects <body/lake> ; ss:hasSuccessor <body/well> .
<document/A/RES/51/2#op1-event1> a ss:Succession ;
    ss:affects <body/well> ; ss:hasSuccessor <body/pump> .
"""
PREFIXES = f"@base <{BASE}> . @prefix ss: <{NS}> . "


@pytest.fixture
def store() -> GraphStore:
    held = GraphStore.in_memory()
    ontology = ox.NamedNode(ONTOLOGY_GRAPH)
    held.add(
        ox.Quad(q.subject, q.predicate, q.object, ontology)
        for file in resources.ontology_files()
        for q in parse(file)
    )
    x = ox.NamedNode("https://example.org/x")
    held.add(
        ox.Quad(q.subject, q.predicate, q.object, x)
        for q in ox.parse(PREFIXES + SAMPLE, format=ox.RdfFormat.TURTLE)
    )
    return held


def told(store: GraphStore) -> set[tuple[str, str, str]]:
    return {
        (
            str(q.subject)[1:-1].removeprefix(BASE),
            q.predicate.value.removeprefix(NS),
            str(q.object)[1:-1].removeprefix(BASE).removeprefix("ns#"),
        )
        for q in store.quads(INFERRED_GRAPH)
    }


@pytest.mark.parametrize(
    "follows",
    [
        ("document/A/RES/50/2", "cites", "document/A/RES/40/1"),
        ("document/A/RES/50/2#op1", "cites", "document/A/50/7"),
        ("conference/one", "precedes", "conference/three"),
        ("body/lake", "precedes", "body/well"),
        ("body/lake", "precedes", "body/pump"),
        ("body/lake#name-en-1", "isNameOf", "body/lake"),
        ("conference/two", RDF_TYPE, "Conference"),
        ("conference/two", RDF_TYPE, "Body"),
        ("document/A/RES/50/2#op1", RDF_TYPE, "DocumentPart"),
        ("document/A/50/7", RDF_TYPE, "Document"),
    ],
)
def test_what_follows(store: GraphStore, follows: tuple[str, str, str]) -> None:
    infer(store)
    assert follows in told(store)


def test_a_reasoner_finds_no_more_and_no_less(store: GraphStore) -> None:
    """Of our terms; what owlrl tells of every resource (owl:sameAs itself, owl:Thing) is left."""
    count = infer(store)
    ours = {str(q.triple) for q in store.quads(INFERRED_GRAPH)}
    assert count == len(ours)
    graph = rdflib.Graph()
    for file in resources.ontology_files():
        if file.name == "southsouth.ttl":
            graph.parse(file)
    graph.parse(data=PREFIXES + SAMPLE, format="turtle")
    of_ours = [t for t in ours if "precedes" in t or "/cites" in t or "#cites" in t]
    graph.parse(data="\n".join(f"{t} ." for t in of_ours), format="turtle")  # two rules are ours
    before = set(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(graph)
    base, ns = rdflib.URIRef(BASE), rdflib.Namespace(NS)
    found = {
        f"{s.n3()} {p.n3()} {o.n3()}"
        for s, p, o in set(graph) - before
        if str(s).startswith(base)
        and not str(s).startswith(ns)
        and (str(p).startswith(ns) or (p == rdflib.RDF.type and str(o).startswith(ns)))
    }
    assert found == ours - set(of_ours)


def test_one_round_is_enough_and_making_it_anew_changes_nothing(store: GraphStore) -> None:
    count = infer(store)
    first = told(store)
    assert infer(store) == count
    assert told(store) == first
    assert not {
        (s, p, o) for s, p, o in first if (s, p, o) == ("conference/one", "isFollowedBy", o)
    }


def test_every_rule_has_axioms_or_is_ours() -> None:
    assert [rule.source for rule in RULES if not rule.axioms] == ["ours", "ours"]
    assert all("?s" in rule.then for rule in RULES)


def test_a_build_infers_when_asked_and_drops_what_is_stale(tmp_path: Path) -> None:
    file, store = tmp_path / "wells.md", tmp_path / "s"
    file.write_text(WELLS.read_text("utf-8"), "utf-8")

    def held() -> int:
        return len(list(GraphStore.open(store).quads(INFERRED_GRAPH)))

    build([str(file)], store)
    assert held() == 0
    assert build([str(file)], store, infers=True).inferred == held() > 0
    assert build([str(file)], store).inferred == 0
    assert held() > 0  # nothing changed
    file.write_text(file.read_text("utf-8").replace("66/901", "66/902"), "utf-8")
    build([str(file)], store)
    assert held() == 0
