"""SPARQL 1.1 Protocol over HTTP: the W3C's protocol test cases in our words, and more.

The cases of the W3C (SPARQL 1.1 Test Suite, "protocol") are told by their names in the ids.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import httpx
import pyoxigraph as ox
import pytest

from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, LINEAGE_GRAPH
from southsouth.vocabulary import BASE, NS

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
IN_GRAPH = "ASK { ?x a <" + NS + "TrustFund> }"
NAMED = "ASK { GRAPH <" + AUTHORITY_GRAPH + "> { ?x a <" + NS + "TrustFund> } }"
BOTH = "ASK { ?n <" + NS + "startNotBefore> ?d . GRAPH <" + AUTHORITY_GRAPH + "> { ?x ?y ?z } }"


@dataclass(frozen=True)
class Case:
    """A request and what must come back; ``truth`` where the answer is that of an ASK."""

    id: str
    method: str = "GET"
    params: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    type: str = ""
    accept: str = JSON
    status: int = 200
    gives: tuple[str, ...] = (JSON,)
    truth: bool | None = None
    says: str = ""
    form: tuple[tuple[str, str], ...] = field(default=())


def q(query: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("query", query), *more)


DEFAULT, NAMES = ("default-graph-uri", AUTHORITY_GRAPH), ("named-graph-uri", AUTHORITY_GRAPH)
CASES = (
    Case("query_get", params=q("ASK {}"), truth=True),
    Case("query_post_form", "POST", form=q("ASK {}"), truth=True),
    Case("query_post_direct", "POST", body=b"ASK {}", type=DIRECT, truth=True),
    Case("query_post_direct with charset", "POST", body=b"ASK {}",
         type=DIRECT + "; charset=UTF-8", truth=True),
    Case("query_dataset_default_graph", params=q(IN_GRAPH, DEFAULT), truth=True),
    Case("default graph without the fact", params=q(
        IN_GRAPH, ("default-graph-uri", LINEAGE_GRAPH)), truth=False),
    Case("query_dataset_default_graphs_get", params=q(
        IN_GRAPH, ("default-graph-uri", LINEAGE_GRAPH), DEFAULT), truth=True),
    Case("query_dataset_default_graphs_post", "POST", form=q(
        IN_GRAPH, ("default-graph-uri", LINEAGE_GRAPH), DEFAULT), truth=True),
    Case("query_dataset_default_graphs_post direct", "POST", body=IN_GRAPH.encode(), type=DIRECT,
         params=(DEFAULT,), truth=True),
    Case("query_dataset_named_graphs_get", params=q(NAMED, NAMES), truth=True),
    Case("named graph leaves the default graph empty", params=q(IN_GRAPH, NAMES), truth=False),
    Case("another named graph", params=q(NAMED, ("named-graph-uri", LINEAGE_GRAPH)), truth=False),
    Case("several named graphs", params=q(
        NAMED, ("named-graph-uri", LINEAGE_GRAPH), NAMES), truth=True),
    Case("query_dataset_named_graphs_post", "POST", form=q(NAMED, NAMES), truth=True),
    Case("query_dataset_full", params=q(
        BOTH, ("default-graph-uri", LINEAGE_GRAPH), NAMES), truth=True),
    Case("query_multiple_dataset: the protocol overrides FROM", params=q(
        IN_GRAPH.replace("{", f"FROM <{LINEAGE_GRAPH}> {{", 1), DEFAULT), truth=True),
    Case("FROM without the protocol's graphs", params=q(
        IN_GRAPH.replace("{", f"FROM <{LINEAGE_GRAPH}> {{", 1)), truth=False),
    Case("no graph named: the union", params=q(BOTH), truth=True),
    Case("query_content_type_select", params=q("SELECT (1 AS ?one) {}"), accept="",
         gives=(JSON, XML)),
    Case("query_content_type_ask", params=q("ASK {}"), accept="", gives=(JSON, XML)),
    Case("query_content_type_describe", params=q(f"DESCRIBE <{BASE}body/undp>"), accept="",
         gives=("text/turtle", "application/rdf+xml")),
    Case("query_content_type_construct", params=q("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"),
         accept="", gives=("text/turtle", "application/rdf+xml")),
    Case("a POST answers HEAD's sister", "HEAD", params=q("ASK {}")),
    # requests that must fail
    Case("bad_query_method", "PUT", params=q("ASK {}"), status=405),
    Case("bad_query_method: DELETE", "DELETE", params=q("ASK {}"), status=405),
    Case("bad_multiple_queries", params=(*q("ASK {}"), *q("SELECT * {}")), status=400,
         says="one query is wanted, not 2"),
    Case("bad_query_wrong_media_type", "POST", body=b"ASK {}", type="text/plain", status=415),
    Case("bad_query_missing_form_type", "POST", body=b"query=ASK%20%7B%7D", status=415),
    Case("bad_query_missing_direct_type", "POST", body=b"ASK {}", status=415),
    Case("bad_query_non_utf8", "POST", body="ASK {}".encode("utf-16"),
         type=DIRECT + "; charset=UTF-16", status=415),
    Case("not UTF-8 without saying so", "POST", body=b"ASK { ?x ?y '\xe9' }", type=DIRECT,
         status=400, says="not UTF-8"),
    Case("bad_query_syntax", params=q("ASK {"), status=400, says="does not parse"),
    Case("an empty query", params=q("  "), status=400, says="one query is wanted"),
    Case("no query in a form", "POST", form=(("other", "x"),), status=400),
    Case("a graph that is no IRI", params=q("ASK {}", ("default-graph-uri", "no iri")), status=400),
    # updates, on every way in
    Case("bad_update_get", params=(("update", "CLEAR ALL"),), status=403, says="read-only"),
    Case("update_post_form", "POST", form=(("update", "CLEAR ALL"),), status=403,
         says="read-only"),
    Case("update_post_direct", "POST", body=b"CLEAR ALL", type="application/sparql-update",
         status=403, says="read-only"),
    *(Case(f"an update as query: {text.split()[0]}", params=q(text), status=400, says="read-only")
      for text in (
        "CLEAR ALL", "INSERT DATA { <a:a> <a:b> <a:c> }", "DROP SILENT ALL",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "LOAD <file:///etc/passwd>",
        "# a comment\nWITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    )),
    Case("bad_query_dataset: FROM a file", params=q("SELECT * FROM <file:///etc/passwd> {}"),
         status=400, says="files are never read"),
    Case("a file as the protocol's graph", params=q(
        "ASK {}", ("named-graph-uri", "file:///etc/passwd")), status=400,
        says="files are never read"),
    Case("SERVICE", params=q("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), status=400,
         says="SERVICE is refused"),
    Case("SERVICE of an address in a variable", "POST", form=q(
        "ASK { VALUES ?a { <http://127.0.0.1:1/> } service silent ?a { ?s ?p ?o } }"), status=400,
        says="SERVICE is refused"),
    # formats
    Case("format=csv", params=q("SELECT (1 AS ?a) {}", ("format", "csv")), gives=("text/csv",)),
    Case("format=unknown", params=q("ASK {}", ("format", "pdf")), status=400, says="known are"),
    Case("a table where a graph is wanted", params=q("ASK {}"), accept="text/turtle", status=406,
         says="the answer is a table"),
    Case("nothing that we have", params=q("ASK {}"), accept="image/png", status=406),
    Case("quality 0", params=q("ASK {}"), accept=f"{JSON};q=0, {XML};q=0.1", gives=(XML,)),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_protocol(address: str, case: Case) -> None:
    headers = {"Accept": case.accept} if case.accept else {}
    if case.type:
        headers["Content-Type"] = case.type
    content = httpx.QueryParams(case.form).__str__().encode() if case.form else case.body
    if case.form:
        headers["Content-Type"] = FORM
    with httpx.Client() as client:
        client.headers.pop("Accept")
        answer = client.request(
            case.method, address + "/sparql", params=case.params, content=content, headers=headers
        )
    assert answer.status_code == case.status, answer.text
    if case.status == 200:
        assert answer.headers["content-type"].partition(";")[0] in case.gives
    elif case.says:
        assert case.says in answer.text
        assert answer.text.count("\n") == 1
    if case.truth is not None:
        assert answer.json()["boolean"] is case.truth


ROWS = "SELECT ?a ?b { VALUES (?a ?b) { (1 'x\"},{\\n<y>') (UNDEF <a:b>) ('z'@en UNDEF) } }"
READ = {
    JSON: lambda text: len(json.loads(text)["results"]["bindings"]),
    "application/json": lambda text: len(json.loads(text)["results"]["bindings"]),
    XML: lambda text: len(list(ET.fromstring(text)[1])),  # noqa: S314 - our own answer
    "text/xml": lambda text: len(list(ET.fromstring(text)[1])),  # noqa: S314
    "text/csv": lambda text: len(list(csv.reader(io.StringIO(text)))) - 1,
    "text/tab-separated-values": lambda text: len(text.strip("\n").split("\n")) - 1,
}


@pytest.mark.parametrize("media_type", READ)
def test_tables(address: str, media_type: str) -> None:
    answer = httpx.get(address + "/sparql", params={"query": ROWS}, headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert READ[media_type](answer.text) == 3


@pytest.mark.parametrize(
    "media_type",
    [
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml",
        "application/trig",
        "application/n-quads",
    ],
)
@pytest.mark.parametrize("form", ["CONSTRUCT { ?n a ?t } WHERE { ?n a ?t }", "DESCRIBE"])
def test_graphs(address: str, media_type: str, form: str) -> None:
    query = f"DESCRIBE <{BASE}body/undp>" if form == "DESCRIBE" else form + " LIMIT 30"
    answer = httpx.get(address + "/sparql", params={"query": query}, headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    kind = ox.RdfFormat.from_media_type(media_type)
    assert kind
    assert len(list(ox.parse(answer.content, format=kind))) >= 5


def test_bare_options(address: str) -> None:
    answer = httpx.options(address + "/sparql")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert httpx.delete(address + "/sparql").status_code == 405


def test_service_description(address: str) -> None:
    for accept in ("text/turtle", "application/rdf+xml", "application/ld+json", "*/*"):
        answer = httpx.get(address + "/sparql", headers={"Accept": accept})
        kind = ox.RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
        assert kind
        told = {q.predicate.value.rpartition("#")[2] for q in ox.parse(answer.content, format=kind)}
        assert {"endpoint", "supportedLanguage", "resultFormat", "defaultDataset"} <= told
    page = httpx.get(address + "/sparql", headers={"Accept": "text/html,*/*;q=0.1"})
    assert (page.status_code, page.headers["location"]) == (303, "/query")
    assert httpx.get(address + "/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_an_answer_is_known_by_its_etag(address: str) -> None:
    params = {"query": "SELECT * { ?s ?p ?o } LIMIT 3"}
    first = httpx.get(address + "/sparql", params=params)
    again = httpx.get(
        address + "/sparql", params=params, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = httpx.get(
        address + "/sparql",
        params={**params, "format": "csv"},
        headers={"If-None-Match": first.headers["etag"]},
    )
    assert other.status_code == 200
    assert "Accept" in first.headers["vary"]


def test_answers_are_zipped_and_open_to_other_sites(address: str) -> None:
    params = {"query": "SELECT * { ?s ?p ?o } LIMIT 2000"}
    answer = httpx.get(
        address + "/sparql", params=params, headers={"Origin": "https://example.org"}
    )
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = httpx.options(
        address + "/sparql",
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert asked.status_code == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_a_long_answer_comes_while_it_is_made(address: str) -> None:
    query = "SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 90000"
    with httpx.stream(
        "GET",
        address + "/sparql",
        params={"query": query},
        headers={"Accept-Encoding": "identity"},
        timeout=60,
    ) as answer:
        assert answer.headers["transfer-encoding"] == "chunked"
        pieces = [len(piece) for piece in answer.iter_raw()]
    assert sum(pieces) > 10_000_000
    assert len(pieces) > 50
