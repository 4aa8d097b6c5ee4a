"""The query library as examples for endpoints: each is there, and runs as it stands."""

from __future__ import annotations

import re

import pytest
import rdflib
from rdflib import RDF, RDFS, SDO, SH
from tests.publish.small_store import small_store

from southsouth.errors import SouthSouthError
from southsouth.graph.queries.library import NamedQuery, all_queries
from southsouth.graph.store import GraphStore
from southsouth.publish.query_examples import examples_turtle, query_form
from southsouth.vocabulary import BASE

TARGET = "https://example.org/sparql"


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=examples_turtle(all_queries().values(), TARGET))


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return small_store()


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_each_query_is_an_executable(
    graph: rdflib.Graph, store: GraphStore, query: NamedQuery
) -> None:
    node = rdflib.URIRef(f"{BASE}query/{query.name}")
    assert set(graph.objects(node, RDF.type)) == {SH.SPARQLExecutable, SH.SPARQLSelectExecutable}
    assert graph.value(node, RDFS.comment) == rdflib.Literal(query.question, lang="en")
    assert {str(tag) for tag in graph.objects(node, SDO.keywords)} == set(query.tags)
    assert graph.value(node, SDO.target) == rdflib.URIRef(TARGET)
    assert graph.value(node, SH.prefixes) == rdflib.URIRef(f"{BASE}query/prefixes")
    text = str(graph.value(node, SH.select))
    assert "#+" not in text
    assert store.query(text).columns == query.columns


def test_prefixes_are_declared_as_those_who_read_them_ask(graph: rdflib.Graph) -> None:
    found = graph.query(
        "SELECT ?prefix ?namespace { "
        "[] sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] }",
        initNs={"sh": SH},
    )
    told = {str(row[0]): str(row[1]) for row in found}  # type: ignore[index]
    assert told["ss"] == f"{BASE}ns#"
    used = {
        name
        for query in all_queries().values()
        for name in re.findall(r"PREFIX (\w+):", query.text)
    }
    assert set(told) == used


def test_there_are_no_blank_nodes_and_the_bytes_are_the_same(graph: rdflib.Graph) -> None:
    assert not [n for triple in graph for n in triple if isinstance(n, rdflib.BNode)]
    library = list(all_queries().values())
    assert examples_turtle(library) == examples_turtle(library[::-1])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("PREFIX a: <b>\nSELECT * {}", "SELECT"),
        ("ask {}", "ASK"),
        ("# CONSTRUCT\nCONSTRUCT { ?s ?p ?o } WHERE { { SELECT ?s {} } }", "CONSTRUCT"),
    ],
)
def test_the_form_of_a_query(text: str, form: str) -> None:
    assert query_form(text) == form


def test_other_forms_and_addresses_are_refused() -> None:
    with pytest.raises(SouthSouthError, match="no SELECT"):
        query_form("DROP ALL")
    with pytest.raises(SouthSouthError, match="is no address"):
        examples_turtle(all_queries().values(), "no address")
