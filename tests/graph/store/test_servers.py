"""The same graph on the embedded store, Oxigraph's server and Virtuoso: the same answers."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.store import servers
from tests.places import WELLS

from southsouth.build.pipeline import build
from southsouth.errors import QueryError, StoreError
from southsouth.graph.queries.internal import answer, internal_names, internal_query
from southsouth.graph.queries.library import all_queries, ask
from southsouth.graph.rdf.iris import LINEAGE_GRAPH
from southsouth.graph.store import Answer, Endpoint, GraphStore
from southsouth.graph.store.credentials import credentials
from southsouth.graph.store.dialects import PLAIN
from southsouth.graph.store.remote_lock import EndpointLock

pytestmark = pytest.mark.slow

X = "https://w3id.org/southsouth/graph/x"


@pytest.fixture(scope="module")
def embedded(of_wells: Path) -> GraphStore:
    """The facts that ship and one document of ours."""
    return GraphStore.open(of_wells)


@pytest.fixture(scope="module", params=servers.KINDS)
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server built with the same command."""
    with servers.served(request.param, tmp_path_factory.mktemp(request.param)) as url:
        report = build([str(WELLS)], Endpoint(url))
        assert (report.read, report.added, report.failures) == (1, 1, [])
        yield url


def bag(answer: Answer) -> Counter[tuple[str, ...]]:
    """The rows, whatever their order; what GROUP_CONCAT joins has no order either, and a group
    without values gives nothing or an empty string (SPARQL 1.1 Query §18.5.1.7). When a reading was
    made differs between two builds."""
    return Counter(
        tuple("; ".join(sorted(value.split("; "))) for name, value in row.items() if name != "time")
        for row in answer.values()
    )


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_every_query_of_the_library_gives_the_same_answer(
    embedded: GraphStore, url: str, name: str
) -> None:
    wanted, found = ask(embedded, name), ask(Endpoint(url), name)
    assert found.columns == wanted.columns
    assert bag(found) == bag(wanted)


def without_samples(name: str, told: Answer) -> Answer:
    """An answer without what may differ: SAMPLE gives any value (SPARQL 1.1 Query §18.5.1.8), and
    two builds have two times."""
    free = set(re.findall(r"SAMPLE\(\?\w+\) AS \?(\w+)", internal_query(name).text))
    free |= {"last"} if name == "last-reading" else set()
    kept = [at for at, column in enumerate(told.columns) if column not in free]
    rows = tuple(tuple(row[at] for at in kept) for row in told.rows)
    return Answer(tuple(told.columns[at] for at in kept), rows, told.truth)


@pytest.mark.parametrize("name", internal_names())
def test_every_internal_query_gives_the_same_answer(
    embedded: GraphStore, url: str, name: str
) -> None:
    wanted, found = (without_samples(name, answer(s, name)) for s in (embedded, Endpoint(url)))
    assert (found.columns, found.truth) == (wanted.columns, wanted.truth)
    if "all-graphs" in internal_query(name).tags and "openlinksw" in str(found.rows):
        more = counts(found)  # Virtuoso's own graphs, too
        assert all(more[row] >= number for row, number in counts(wanted).items())
    else:
        assert bag(found) == bag(wanted)


def counts(told: Answer) -> dict[tuple[str, ...], int]:
    """Rows without their number, and that number: 1 where a row has none."""
    numbers: dict[tuple[str, ...], int] = {}
    for row in told.values():
        kept = tuple(value for value in row.values() if not value.isdigit())
        numbers[kept] = next((int(value) for value in row.values() if value.isdigit()), 1)
    return numbers


def test_the_same_quads(embedded: GraphStore, url: str) -> None:
    endpoint = Endpoint(url)
    assert endpoint.graphs() == embedded.graphs()
    assert len(endpoint) == len(embedded)
    for graph in (embedded.graphs()[0], LINEAGE_GRAPH):
        stamps = {"generatedAtTime", "readerKey"}
        told, wanted = (
            {
                str(q)
                for q in store.quads(graph)
                if not stamps & {q.predicate.value[-15:], q.predicate.value[-9:]}
            }
            for store in (endpoint, embedded)
        )
        assert told == wanted


def test_the_union_of_all_graphs_is_a_set(embedded: GraphStore, url: str) -> None:
    counts = "SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT *) AS ?different) WHERE { ?s ?p ?o }"
    for store in (embedded, Endpoint(url)):
        (row,) = store.query(counts).values()
        assert row["all"] == row["different"]


def test_a_second_build_reads_nothing(url: str) -> None:
    report = build([str(WELLS)], Endpoint(url))
    assert (report.read, report.added, report.replaced, report.unchanged) == (0, 0, 0, 1)


def test_long_answers_come_in_pages(embedded: GraphStore, url: str) -> None:
    query = "PREFIX ss: <https://w3id.org/southsouth/ns#> SELECT ?n ?f { ?n ss:literalForm ?f }"
    wanted = embedded.query(query)
    assert len(wanted.rows) > 200
    found = Endpoint(url, rows=50).query(query)
    assert bag(found) == bag(wanted)


def quad(value: str, predicate: str = "p") -> ox.Quad:
    node = ox.NamedNode("https://example.org/s")
    return ox.Quad(
        node, ox.NamedNode(f"https://example.org/{predicate}"), ox.Literal(value), ox.NamedNode(X)
    )


@pytest.mark.parametrize("graph_store", [True, False], ids=["graph store", "updates only"])
def test_a_graph_is_replaced_as_a_whole(url: str, graph_store: bool) -> None:
    endpoint = Endpoint(url)
    if not graph_store:
        known = endpoint.dialect
        endpoint.__dict__["dialect"] = type(known)(
            known.name,
            known.server,
            known.update,
            "",
            digest=known.digest,
            batch=2,
            parameters=known.parameters,
        )
    first = {quad("a"), quad("b"), quad('é "quoted" \\ and\nbroken'), quad("漢𝄞")}
    second = {quad("b"), quad("c")}
    assert endpoint.replace_graph(X, first)
    assert set(endpoint.quads(X)) == first
    assert not endpoint.replace_graph(X, first)
    assert endpoint.replace_graph(X, second)
    assert set(endpoint.quads(X)) == second
    endpoint.add({quad("d")})
    assert set(endpoint.quads(X)) == {*second, quad("d")}
    assert endpoint.replace_graph(X, ())
    assert list(endpoint.quads(X)) == []
    assert X not in endpoint.graphs()


def test_construct_and_ask(url: str) -> None:
    triples = (
        Endpoint(url)
        .query(
            "PREFIX ss: <https://w3id.org/southsouth/ns#> CONSTRUCT { ?n a ss:Name } WHERE "
            "{ ?n ss:isNameOf <https://w3id.org/southsouth/instrument/fund/ssc-50-119> }"
        )
        .triples
    )
    assert len(triples) > 1
    assert Endpoint(url).query("ASK { ?s ?p ?o }").truth is True
    assert Endpoint(url).query("ASK { <urn:x:none> ?p ?o }").truth is False


def test_a_syntax_error_is_told(url: str) -> None:
    with pytest.raises(QueryError, match="malformed"):
        Endpoint(url).query("SELECT ?x WHERE { ?x ")


def test_updates_need_rights_and_an_address(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = Endpoint(url)
    if endpoint.dialect.digest:
        monkeypatch.setenv("SOUTHSOUTH_ENDPOINT_PASSWORD", "wrong")
        with pytest.raises(StoreError, match="rights"):
            endpoint.replace_graph(X, {quad("a")})
    unknown = Endpoint(url)
    unknown.__dict__["dialect"] = PLAIN
    with pytest.raises(StoreError, match="--update-endpoint"):
        unknown.update("DROP SILENT GRAPH <https://example.org/none>")


def test_the_commands_on_a_server(url: str, tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "southsouth", *arguments, "--endpoint", url],
            capture_output=True,
            text=True,
            check=False,
        )

    assert "up to date" in run("status", str(WELLS)).stdout
    assert "A/RES/60/212" in run("show", "60/212").stdout
    assert "op14" in run("lineage", "United Nations Fund for South-South Cooperation").stdout
    page, dump = tmp_path / "page.html", tmp_path / "all.nq"
    assert run("graph", "lineage", "-o", str(page)).returncode == 0
    assert run("export", "-o", str(dump)).returncode == 0
    assert len(dump.read_bytes().splitlines()) > 10_000
    told = run("query", "predecessors")
    assert (told.returncode, told.stderr) == (0, "")


def test_documents_that_are_gone_are_pruned(url: str, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(WELLS.read_text("utf-8").replace("66/901", "66/902"), "utf-8")
    endpoint = Endpoint(url)
    assert build([str(other)], endpoint).added == 1
    assert build([str(WELLS)], endpoint, prune=True).pruned == 1
    assert not [graph for graph in endpoint.graphs() if "66/902" in graph]


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("ftp://example.org/sparql", "no address of an endpoint"),
        ("example.org/sparql", "no address of an endpoint"),
        ("http://user:secret@example.org/sparql", "no passwords in addresses"),
    ],
)
def test_addresses_that_are_refused(address: str, problem: str) -> None:
    with pytest.raises(StoreError, match=problem) as raised:
        Endpoint(address)
    assert "secret" not in str(raised.value)


def test_credentials_of_a_netrc_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "netrc"
    file.write_text("machine example.org login ann password deep\n", "utf-8")
    monkeypatch.setenv("NETRC", str(file))
    monkeypatch.delenv("SOUTHSOUTH_ENDPOINT_USER", raising=False)
    assert credentials("https://example.org/sparql") == ("ann", "deep")
    assert credentials("https://example.net/sparql") is None
    file.write_text("machine", "utf-8")
    with pytest.raises(StoreError, match="cannot be read as a netrc file"):
        credentials("https://example.org/sparql")


def test_a_query_is_no_update() -> None:
    with pytest.raises(QueryError, match="is an update"):
        Endpoint("http://127.0.0.1:9/sparql").query("DROP ALL")


def test_two_builds_at_once(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(_: float) -> None:
        raise TimeoutError

    endpoint = Endpoint(url)
    with EndpointLock(endpoint):
        with pytest.raises(StoreError, match=rf"process {os.getpid()} on .* builds it; .*--wait"):
            build([str(WELLS)], endpoint)
        monkeypatch.setattr("southsouth.graph.store.remote_lock.time.sleep", waits)
        with pytest.raises(TimeoutError):
            build([str(WELLS)], endpoint, wait=True)
    assert build([str(WELLS)], endpoint).unchanged == 1


def test_the_lock_of_a_build_that_was_killed_is_taken_over(url: str) -> None:
    endpoint = Endpoint(url)
    code = (
        "import os, sys\nfrom southsouth.graph.store import Endpoint\n"
        "from southsouth.graph.store.remote_lock import EndpointLock\n"
        "EndpointLock(Endpoint(sys.argv[1])).__enter__(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, url], check=False).returncode == 9
    assert build([str(WELLS)], endpoint).unchanged == 1
    elsewhere = f"2020-01-01T00:00:00+00:00 process 1 on elsewhere.{socket.gethostname()} 1"
    lock = EndpointLock(endpoint)
    lock._holder = elsewhere  # noqa: SLF001 -- a build on another machine
    with lock, pytest.raises(StoreError, match="process 1 on elsewhere"):
        build([str(WELLS)], endpoint)
