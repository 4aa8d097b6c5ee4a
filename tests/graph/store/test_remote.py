"""Queries through SPARQLWrapper, against a small endpoint on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from southsouth.errors import QueryError, StoreError
from southsouth.graph.store import Endpoint

DATA = """
<https://example.org/s> <https://example.org/p> "plain", "mot"@fr, 7, <https://example.org/o>, _:b .
"""


class Handler(BaseHTTPRequestHandler):
    """Answers SPARQL queries sent as a form; paths stand for things that go wrong."""

    store = ox.Store()

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if self.path == "/html":
            self._answer(200, "text/html", b"<h1>hello</h1>")
            return
        if self.path == "/broken":
            self._answer(500, "text/plain", b"no")
            return
        query = form["query"][0]
        if self.path == "/twice":
            query = query.replace("DISTINCT", "")
        try:
            result = self.store.query(query)
        except SyntaxError as error:
            self._answer(400, "text/plain", str(error).encode())
            return
        assert not isinstance(result, ox.QueryTriples)
        body = result.serialize(format=ox.QueryResultsFormat.JSON)
        self._answer(200, "application/sparql-results+json", body or b"")

    def _answer(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    Handler.store.load(DATA.encode(), format=ox.RdfFormat.TURTLE)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_terms_of_each_kind(url: str) -> None:
    answer = Endpoint(f"{url}/sparql").query("SELECT ?o ?none { ?s ?p ?o }")
    terms = {row[0] for row in answer.rows}
    assert answer.columns == ("o", "none")
    assert {row[1] for row in answer.rows} == {None}
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    expected = {
        ox.Literal("plain"),
        ox.Literal("mot", language="fr"),
        ox.Literal("7", datatype=integer),
        ox.NamedNode("https://example.org/o"),
    }
    assert {t for t in terms if not isinstance(t, ox.BlankNode)} == expected
    assert sum(isinstance(t, ox.BlankNode) for t in terms) == 1


def test_rows_that_a_server_repeats_are_dropped(url: str) -> None:
    endpoint = Endpoint(f"{url}/twice")
    assert len(endpoint.query("# one\nPREFIX : <urn:x>\nSELECT distinct ?s { ?s ?p ?o }").rows) == 1
    assert len(endpoint.query("SELECT DISTINCT ?s { ?s ?p ?o }").rows) == 1
    assert len(endpoint.query("SELECT ?s { ?s ?p ?o }").rows) == 5


def test_ask(url: str) -> None:
    assert Endpoint(f"{url}/sparql").query("ASK { ?s ?p 7 }").truth is True


def test_a_query_that_the_endpoint_refuses(url: str) -> None:
    with pytest.raises(QueryError, match="malformed"):
        Endpoint(f"{url}/sparql").query("SELECT ?o { ?s ?p ")


@pytest.mark.parametrize("path", ["/html", "/broken"])
def test_an_answer_that_is_no_result(url: str, path: str) -> None:
    with pytest.raises(StoreError, match=r"check the address|no SPARQL result"):
        Endpoint(url + path).query("SELECT ?o { ?s ?p ?o }")


def test_nobody_there() -> None:
    with pytest.raises(StoreError, match="no answer"):
        Endpoint("http://127.0.0.1:9/sparql", timeout=2).query("ASK { ?s ?p ?o }")
