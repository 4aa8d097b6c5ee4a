"""Real clients against a real server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from southsouth.graph.queries.library import all_queries, ask
from southsouth.graph.store import Endpoint, GraphStore
from southsouth.vocabulary import BASE, NS

pytestmark = pytest.mark.slow

NAMES = f"SELECT ?n {{ ?n <{NS}isNameOf> <{BASE}instrument/fund/ssc-50-119> }} ORDER BY ?n"
CONSTRUCT = f"CONSTRUCT {{ ?n a ?t }} WHERE {{ ?n <{NS}isNameOf> <{BASE}body/undp> ; a ?t }}"


def converted(client: SPARQLWrapper, form: str) -> Any:
    client.setReturnFormat(form)
    return client.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_tables(address: str, method: str) -> None:
    client = SPARQLWrapper(address + "/sparql")
    client.setMethod(method)
    client.setQuery(NAMES)
    rows = converted(client, JSON)["results"]["bindings"]
    assert len(rows) > 1
    assert len(converted(client, XML).getElementsByTagName("result")) == len(rows)
    for form in (CSV, TSV):
        assert len(converted(client, form).decode().strip().splitlines()) == len(rows) + 1


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD, XML])
def test_sparqlwrapper_graphs(address: str, form: str) -> None:
    client = SPARQLWrapper(address + "/sparql")
    client.setQuery(CONSTRUCT)
    found = converted(client, form)
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found)
    assert len(graph) > 0


def test_rdflib_reads_the_endpoint_as_a_store(address: str) -> None:
    graph = rdflib.Graph(SPARQLStore(address + "/sparql"))
    fund = rdflib.URIRef(BASE + "instrument/fund/ssc-50-119")
    assert (fund, rdflib.RDF.type, rdflib.URIRef(NS + "TrustFund")) in graph
    assert len(list(graph.subjects(rdflib.URIRef(NS + "isNameOf"), fund))) > 1
    assert len(list(graph.query(NAMES))) > 1


def test_our_own_client_asks_every_question(address: str, web_store: Path) -> None:
    endpoint, embedded = Endpoint(address + "/sparql"), GraphStore.open(web_store)
    for name in all_queries():
        wanted, found = ask(embedded, name), ask(endpoint, name)
        assert found.columns == wanted.columns
        assert len(found.rows) == len(wanted.rows), name
