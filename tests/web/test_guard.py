"""What a visitor's query may not do. The guard is held against the engine that it guards."""

from __future__ import annotations

import contextlib
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.web.conftest import serving

from southsouth.errors import QueryError
from southsouth.web.guard import check, check_graph

REFUSED = (
    "INSERT DATA { }",
    "PREFIX insert: <a:> # SELECT\n delete where { }",
    "SELECT * FROM NAMED <file:///etc/passwd> { }",
    "SELECT * FROM <jar:file:x> { }",
    "ASK { SERVICE <http://h/> { } }",
    "ASK{service<http://h/>{}}",
    "ASK { SERVICE SILENT ?where { } }",
)
ALLOWED = (
    "ASK { ?service ?p ?o }",
    "ASK { $service a ex:SERVICE, :service, _:service }",
    "ASK { ?s ?p 'SERVICE <http://h/>' }",
    'ASK { ?s ?p "it\'s a service" }',
    "ASK { ?s ?p '''one\nSERVICE <http://h/>''' }",
    "ASK { <http://h/SERVICE> ?p 'x'@service } # SERVICE <http://h/>",
    "PREFIX drop: <http://h/drop#> SELECT * { ?s drop:x ?insert }",
    "SELECT * FROM <http://h/g> FROM NAMED <urn:g> { }",
    "ASK { ?s ?p " + "(" * 1000 + ")" * 1000 + " }",
)
#: Queries that reach the listener, in spellings that a scan by tokens takes for something else.
HIDDEN = (
    "SELECT ?x { FILTER(0<1)SERVICE#>\n<URL>{ ?x ?y ?z } }",
    "SELECT ?x { FILTER(0<1)SERVICE#>\r<URL>{ ?x ?y ?z } }",
    "SELECT ?x { FILTER(0<1)SERVICE SILENT#>\n<URL>{ ?x ?y ?z } }",
    "SELECT ?x { FILTER(0<1)SERVICE#>'''\n<URL>{ ?x ?y ?z } }",
    "PREFIX a:<URL> SELECT ?x { FILTER(0<1)SERVICE#>\na:{ ?x ?y ?z } }",
    "SELECT ?x { FILTER(true)SERVICE<URL>{ ?x ?y ?z } }",
)


class Listener(ThreadingHTTPServer):
    """A host on loopback that counts who asks it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/x"

    def verify_request(self, *_: object) -> bool:
        self.asked += 1
        return True


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b'{"head":{"vars":["x"]},"results":{"bindings":[]}}'
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815  # http.server names them so

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    server = Listener()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def reached(listener: Listener, query: str) -> bool:
    """Whether the engine asks the listener, with nothing in its way."""
    before = listener.asked
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:"), ox.NamedNode("a:"), ox.NamedNode("a:")))
    with contextlib.suppress(SyntaxError, ValueError, OSError, RuntimeError):
        result = store.query(query, use_default_graph_as_union=True)
        _ = bool(result) if isinstance(result, ox.QueryBoolean) else list(result)
    return listener.asked > before


def refuses(query: str, *services: str) -> bool:
    try:
        check(query, services, networked=True)
    except QueryError:
        return True
    return False


@pytest.mark.parametrize("query", REFUSED)
def test_refused(query: str) -> None:
    for networked in (False, True):
        with pytest.raises(QueryError):
            check(query, networked=networked)


@pytest.mark.parametrize("query", ALLOWED)
def test_allowed(query: str) -> None:
    check(query)


@pytest.mark.parametrize("query", HIDDEN)
def test_the_spellings_that_got_through(listener: Listener, query: str) -> None:
    query = query.replace("URL", listener.url)
    assert reached(listener, query)
    assert refuses(query)
    assert refuses(query, "example.org")


#: Pieces of queries that go together without white space.
PIECES = st.sampled_from([
    "FILTER(0<1)", "FILTER(true)", "?a", "?a?b?c.", "SERVICE", "service", "SERVICE SILENT",
    "\\u0053ERVICE", "#>", "#", "\n", "\r", "<URL>", "<URL>{?x?y?z}", "{?x?y?z}", "{", "}", "'",
    '"', "'''", '"""', "<", ">", "\\", ":p", "a:", "<a:b#c>", "true", "1", "UNION", "OPTIONAL{",
    "BIND(<URL>AS?s)", "GRAPH?g{", "'x'@en", "^", "/", "?s", "(", ")", "FILTER EXISTS{",
])  # fmt: skip
HEADS = st.sampled_from(
    ["SELECT?x{", "ASK{", "PREFIX a:<URL>SELECT?x{", "BASE<URL>ASK{", "CONSTRUCT{?x?y?z}{",
     "SELECT?x{FILTER(0<1)SERVICE#>\n", "SELECT?x{FILTER(0<1)SERVICE"]
)  # fmt: skip


@settings(max_examples=600)
@given(HEADS, st.lists(PIECES, max_size=7))
def test_if_the_listener_was_reached_the_guard_has_refused(
    listener: Listener, head: str, pieces: list[str]
) -> None:
    text = head + "".join(pieces)
    open_braces = text.count("{") - text.count("}")
    for query in (text + "}" * max(open_braces, 0), text + "{?x?y?z}}"):
        told = query.replace("URL", listener.url)
        if reached(listener, told):
            assert refuses(told)


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("<http://good.example/sparql>", True),
        ("SILENT <https://GOOD.example:8443/sparql>", True),
        ("<http://good.example@evil.example/>", False),
        ("<http://evil.example/good.example>", False),
        ("<http://good.example.evil.example/>", False),
        ("<ftp://good.example/>", False),
        ("<//good.example/>", False),
        ("<http://[good.example/>", False),
        ("?where", False),
        ("SILENT ?where", False),
        ("ex:good", False),
    ],
)
def test_hosts_that_the_operator_lists(target: str, allowed: bool) -> None:
    assert refuses(f"ASK {{ SERVICE {target} {{ }} }}", "good.example") is not allowed


@pytest.mark.parametrize("iri", ["file:///etc/passwd", "FILE:x", "data:text/turtle,", "gopher://h"])
def test_no_graph_is_a_file(iri: str) -> None:
    with pytest.raises(QueryError, match="files are never read"):
        check_graph(iri)


# --------------------------------------------------------------------- workers have no network


def test_a_process_without_network_reaches_nobody(listener: Listener) -> None:
    code = (
        "import sys, socket\nfrom southsouth.web.sandbox import without_network\n"
        "done = without_network()\n"
        "try:\n    socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5)\n"
        "except OSError:\n    print(done, 'refused')\nelse:\n    print(done, 'reached')\n"
    )
    command = [sys.executable, "-c", code, str(listener.server_port)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert told[1] == ("refused" if told[0] == "True" else "reached")
    if sys.platform.startswith("linux"):
        assert told[0] == "True"


def ask(address: str, query: str) -> httpx.Response:
    headers = {"Content-Type": "application/sparql-query"}
    return httpx.post(address + "/sparql", content=query, headers=headers, timeout=60)


@pytest.mark.slow
@pytest.mark.parametrize("query", HIDDEN)
def test_a_served_query_reaches_nobody(address: str, listener: Listener, query: str) -> None:
    before = listener.asked
    answer = ask(address, query.replace("URL", listener.url))
    assert listener.asked == before
    assert answer.status_code == 400 or answer.json()["results"]["bindings"] in ([], [{}])


@pytest.mark.slow
def test_nothing_is_told_of_open_and_closed_ports(address: str, listener: Listener) -> None:
    query = "SELECT ?x { FILTER(0<1)SERVICE#>\n<http://127.0.0.1:PORT/>{ ?x ?y ?z } }"
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as closed:
        port = closed.server_address[1]
    told = {
        (answer.status_code, answer.text)
        for number in (port, listener.server_port)
        if (answer := ask(address, query.replace("PORT", str(number)))) is not None
    }
    assert len(told) == 1


@pytest.mark.slow
def test_the_hosts_that_are_allowed_are_asked(web_store: object, listener: Listener) -> None:
    with serving(web_store, "--allow-service", "127.0.0.1") as address:  # type: ignore[arg-type]
        before = listener.asked
        assert ask(address, f"SELECT ?x {{ SERVICE <{listener.url}> {{ ?x ?y ?z }} }}").is_success
        assert listener.asked == before + 1
        for query in HIDDEN:
            elsewhere = query.replace("URL", listener.url.replace("127.0.0.1", "localhost"))
            ask(address, elsewhere)
        assert listener.asked == before + 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "ASK { FILTER(" + "(" * 45_000 + "1" + ")" * 45_000 + ") }",
        "ASK { " + "{" * 45_000 + "}" * 45_000 + " }",
        "ASK { " + "FILTER EXISTS {" * 6_000 + "}" * 6_000 + " }",
        "ASK { FILTER(" + "IF(1," * 12_000 + "1" + ",1)" * 12_000 + ") }",
        "ASK { FILTER(" + "!" * 90_000 + "1) }",
        "ASK { " + "OPTIONAL{" * 9_000 + "}" * 9_000 + " }",
        "ASK { ?s " + "(" * 45_000 + "<a:b>" + ")" * 45_000 + " ?o }",
    ],
    ids=["paren", "brace", "exists", "if", "not", "optional", "path"],
)
def test_what_a_request_can_nest_ends_no_worker(address: str, query: str) -> None:
    assert ask(address, query).status_code == 200
