"""Limits: time, rows, memory, requests; slow clients; a store that is built anew."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from tests.web.conftest import serving

from southsouth.graph.store import GraphStore

pytestmark = pytest.mark.slow

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }"
CLIENT = httpx.Client(timeout=60, limits=httpx.Limits(max_keepalive_connections=0))
GREEDY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?all) { ?a ?b ?c . ?d ?e ?f }"


def ask(address: str, query: str, **more: str) -> httpx.Response:
    return CLIENT.get(address + "/sparql", params={"query": query, **more})


def workers(address: str) -> list[psutil.Process]:
    """The processes that have a store open for this server."""
    port = urlsplit(address).port
    server = next(
        c.pid
        for c in psutil.net_connections("tcp")
        if c.laddr and c.laddr.port == port and c.status == "LISTEN"
    )
    return psutil.Process(server).children()


def test_a_slow_query_is_stopped_and_costs_the_others_nothing(tight: str) -> None:
    before = {process.pid for process in workers(tight)}
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(ask, tight, SLOW)
        time.sleep(0.3)
        for number in range(20):  # no answer that is kept
            assert ask(tight, f"ASK {{ ?s ?p ?o }} # {number}").json()["boolean"] is True
        assert not slow.done()
        stopped = slow.result()
    assert stopped.status_code == 503
    assert stopped.text == "the query was stopped: it may take 1.5 seconds\n"
    assert stopped.headers["retry-after"]
    time.sleep(1)
    after = {process.pid for process in workers(tight)}
    assert len(before & after) == len(before) - 1  # the one that ran it is gone
    assert len(after) == len(before)
    busy = [process.cpu_percent(0.2) for process in workers(tight)]
    assert max(busy) < 50


def test_a_query_whose_client_has_gone_is_stopped(address: str) -> None:
    before = {process.pid for process in workers(address)}
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(address + "/sparql", params={"query": SLOW}, timeout=0.5)
    time.sleep(1.5)
    assert len(before & {process.pid for process in workers(address)}) == len(before) - 1


def test_a_query_that_takes_all_memory_is_stopped(web_store: Path) -> None:
    with serving(web_store, "--memory-limit", "256") as address:
        answer = ask(address, GREEDY)
        assert answer.status_code == 503
        assert "memory" in answer.text
        assert ask(address, "ASK {}").status_code == 200


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_too_many_rows(tight: str, name: str) -> None:
    answer = ask(tight, "SELECT * { ?s ?p ?o }", format=name)
    assert (answer.status_code, answer.text) == (
        400,
        "more than 50 rows: add LIMIT, and OFFSET for the next ones\n",
    )
    assert ask(tight, "SELECT * { ?s ?p ?o } LIMIT 50", format=name).status_code == 200


def test_too_many_triples(tight: str) -> None:
    assert ask(tight, "CONSTRUCT WHERE { ?s ?p ?o }").status_code == 400
    assert ask(tight, "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 50").status_code == 200


def test_a_broken_off_answer_is_never_taken_for_whole(web_store: Path) -> None:
    with serving(web_store, "--row-limit", "20000") as address:
        query = "SELECT * { ?s ?p ?o . ?a ?b ?c }"
        for _again in range(2):  # and never kept for others
            with httpx.stream("GET", address + "/sparql", params={"query": query}) as answer:
                assert answer.status_code == 200
                with pytest.raises(httpx.RemoteProtocolError):
                    answer.read()


def worked(address: str) -> float:
    """The seconds of processor that the workers have taken."""
    return sum(sum(process.cpu_times()[:2]) for process in workers(address))


def test_an_answer_is_kept_for_others(address: str) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?r . ?r ?t ?u }"
    spent, answers = [worked(address)], []
    for _ in range(2):
        answers.append(ask(address, query))
        spent.append(worked(address))
    assert answers[0].content == answers[1].content
    assert answers[0].headers["etag"] == answers[1].headers["etag"]
    assert spent[2] - spent[1] < (spent[1] - spent[0]) / 3


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("ASK { ?s " + "(" * 5000 + "<a:b>" + ")" * 5000 + " ?o }", 200),
        ("ASK {" + "{" * 20_000 + "}" * 20_000 + "}", 200),
        ("ASK { FILTER(" + "!" * 40_000 + "true) }", 200),
        ("SELECT * {" + "".join(f"BIND(1 AS ?v{n})" for n in range(5000)) + "}", 200),
    ],
)
def test_deep_queries_end_no_worker(address: str, query: str, status: int) -> None:
    headers = {"Content-Type": "application/sparql-query"}
    answer = httpx.post(address + "/sparql", content=query, headers=headers, timeout=60)
    assert answer.status_code == status, answer.text[:200]


@pytest.mark.parametrize("kind", ["application/sparql-query", "application/x-www-form-urlencoded"])
def test_requests_that_are_too_long(tight: str, kind: str) -> None:
    body = b"query=" + b"A" * 3000
    told = httpx.post(tight + "/sparql", content=body, headers={"Content-Type": kind})
    assert told.status_code == 413

    def pieces() -> Iterator[bytes]:
        yield from [b"A" * 500] * 10

    streamed = httpx.post(tight + "/sparql", content=pieces(), headers={"Content-Type": kind})
    assert streamed.status_code == 413
    assert ask(tight, "ASK {}" + " " * 3000).status_code == 414


def test_too_many_at_once_wait_or_are_told(tight: str) -> None:
    with ThreadPoolExecutor(60) as pool:
        found = list(pool.map(lambda n: ask(tight, f"ASK {{ ?s ?p {n} }}").status_code, range(60)))
    assert set(found) == {200}
    with ThreadPoolExecutor(12) as pool:
        told = list(pool.map(lambda _: ask(tight, SLOW).text, range(12)))
    assert {text.partition(":")[0].partition(";")[0].strip() for text in told} == {
        "the query was stopped",
        "too many queries at once",
    }
    assert ask(tight, "ASK { ?s ?p ?o }").json()["boolean"] is True


def open_socket(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), timeout=20)


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        (b"", b""),
        (b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", b""),
        (
            b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
            b"HTTP/1.1 408",
        ),
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_slow_clients_are_let_go(impatient: str, sent: bytes, answered: bytes) -> None:
    with open_socket(impatient) as client:
        client.sendall(sent)
        got = client.recv(4096)  # the socket's own patience is the bound
        assert got.startswith(answered)
        while client.recv(4096):
            pass


def test_a_drip_does_not_keep_a_connection(impatient: str) -> None:
    with open_socket(impatient) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        with pytest.raises(ConnectionError):
            drip(client)


def drip(client: socket.socket) -> None:
    for _ in range(40):
        client.sendall(b"X-A: b\r\n")
        time.sleep(0.2)


def test_a_client_that_does_not_read_holds_nobody(impatient: str) -> None:
    query = "SELECT%20*%20%7B%20?s%20?p%20?o%20.%20?a%20?b%20?c%20%7D%20LIMIT%2090000"
    with open_socket(impatient) as client:
        client.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(4)
        port = client.getsockname()[1]
        held = [
            c
            for c in psutil.net_connections("tcp")
            if c.raddr and c.raddr.port == port and c.status == psutil.CONN_ESTABLISHED and c.pid
        ]
        assert held == []
    assert ask(impatient, "ASK {}").status_code == 200


@pytest.fixture(scope="module")
def impatient(web_store: Path) -> Iterator[str]:
    with serving(web_store, "--patience", "1") as found:
        yield found


def test_a_store_that_is_built_anew_is_seen(shipped_copy: Path) -> None:
    folder = shipped_copy
    with serving(folder) as address:
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        first = ask(address, count)
        store = GraphStore.create(folder)
        from tests.web.conftest import hostile_quads

        store.add(hostile_quads())
        store.flush()
        second = ask(address, count)
    numbers = [int(a.json()["results"]["bindings"][0]["n"]["value"]) for a in (first, second)]
    assert numbers[1] == numbers[0] + len(hostile_quads())
    assert first.headers["etag"] != second.headers["etag"]


def exchange(address: str, request: bytes, drip: bytes = b"") -> bytes:
    """What comes back for a request; ``drip`` is sent again and again until the server closes."""
    with open_socket(address) as client:
        client.sendall(request)
        client.settimeout(0.2)
        got = b""
        for _ in range(100):
            try:
                piece = client.recv(4096)
                if not piece:
                    return got
                got += piece
            except TimeoutError:
                try:
                    client.sendall(drip)
                except OSError:
                    return got
            except ConnectionError:
                return got
    raise AssertionError(f"the connection is still open: {got!r}")


POST = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        (POST + b"Content-Length: 900000000\r\n\r\n", b"413"),
        (POST + b"Content-Length: 90\r\n\r\nASK", b"408"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nASK {\r\n", b"408"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n", b"200"),
        (b"POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n", b"40"),
    ],
    ids=["too long", "half a body", "half of a chunked one", "not wanted", "nowhere"],
)
def test_a_body_that_drips_holds_no_connection(
    impatient: str, request_: bytes, answer: bytes
) -> None:
    assert exchange(impatient, request_, b" ").startswith(b"HTTP/1.1 " + answer)


def test_two_lengths_are_refused(address: str) -> None:
    lengths = b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    got = exchange(address, POST + lengths)
    assert got.startswith(b"HTTP/1.1 400")
    assert b"connection: close" in got.lower()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("LOCALHOST", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 400),
    ],
)
def test_a_server_on_loopback_answers_to_its_own_names(
    address: str, host: str, status: int
) -> None:
    query = {"query": "ASK { ?s ?p ?o }"}
    answer = CLIENT.get(address + "/sparql", params=query, headers={"Host": host})
    assert answer.status_code == status


def test_names_that_the_operator_adds(web_store: Path) -> None:
    with serving(web_store, "--allow-host", "graph.example") as address:
        for host, status in (("graph.example", 200), ("localhost", 200), ("evil.example", 421)):
            assert CLIENT.get(address + "/", headers={"Host": host}).status_code == status


def test_pages_go_on_whatever_visitors_ask(tight: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        slow = [pool.submit(ask, tight, f"{SLOW} # {number}") for number in range(6)]
        time.sleep(0.3)
        for number in range(10):  # no answer that is kept
            assert CLIENT.get(f"{tight}/?q=wells{number}").status_code == 200
        assert not all(one.done() for one in slow)
        assert {one.result().status_code for one in slow} == {503}
