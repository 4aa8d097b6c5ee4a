"""The same graph on the embedded store, Oxigraph's server and Virtuoso: the same answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from southsouth.errors import QueryError, StoreError
from southsouth.library import all_queries, ask
from southsouth.pipeline import build
from southsouth.rdf.iris import LINEAGE_GRAPH
from southsouth.store import Answer, Endpoint, GraphStore
from southsouth.store.dialects import PLAIN
from tests.store import servers

WELLS = Path(__file__).parents[1] / "data" / "wells.md"
X = "https://w3id.org/southsouth/graph/x"


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """The facts that ship and one document of ours."""
    folder = tmp_path_factory.mktemp("embedded") / "store"
    build([str(WELLS)], folder)
    return GraphStore.open(folder)


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server built with the same command."""
    if request.param == "virtuoso" and servers.virtuoso_program() is None:
        pytest.skip("no virtuoso-t here: apt install virtuoso-opensource-7-bin")
    with (
        pytest.MonkeyPatch.context() as patch,
        getattr(servers, request.param)(tmp_path_factory.mktemp(request.param)) as url,
    ):
        if request.param == "virtuoso":
            patch.setenv("SOUTHSOUTH_ENDPOINT_USER", "dba")
            patch.setenv("SOUTHSOUTH_ENDPOINT_PASSWORD", "dba")
        report = build([str(WELLS)], Endpoint(url))
        assert (report.read, report.added, report.failures) == (1, 1, [])
        yield url


def bag(answer: Answer) -> Counter[str]:
    return Counter(" ".join(map(str, row)) for row in answer.rows)


@pytest.mark.parametrize("name", sorted(all_queries()))
def test_every_query_of_the_library_gives_the_same_answer(
    embedded: GraphStore, url: str, name: str
) -> None:
    wanted, found = ask(embedded, name), ask(Endpoint(url), name)
    assert found.columns == wanted.columns
    assert bag(found) == bag(wanted)


def test_the_same_quads(embedded: GraphStore, url: str) -> None:
    endpoint = Endpoint(url)
    assert endpoint.graphs() == embedded.graphs()
    assert len(endpoint) == len(embedded)
    for graph in (embedded.graphs()[0], LINEAGE_GRAPH):
        stamps = {"generatedAtTime", "readerKey"}
        told, wanted = (
            {str(q) for q in store.quads(graph) if not stamps & {q.predicate.value[-15:],
                                                                 q.predicate.value[-9:]}}
            for store in (endpoint, embedded)
        )  # fmt: skip
        assert told == wanted


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
    return ox.Quad(node, ox.NamedNode(f"https://example.org/{predicate}"), ox.Literal(value),
                   ox.NamedNode(X))  # fmt: skip


@pytest.mark.parametrize("graph_store", [True, False], ids=["graph store", "updates only"])
def test_a_graph_is_replaced_as_a_whole(url: str, graph_store: bool) -> None:
    endpoint = Endpoint(url)
    if not graph_store:
        known = endpoint.dialect
        endpoint.__dict__["dialect"] = type(known)(
            known.name, known.server, known.update, "", digest=known.digest, batch=2,
            parameters=known.parameters,
        )  # fmt: skip
    first = {quad("a"), quad("b"), quad('é "quoted" \\ and\nbroken'), quad("漢𝄞")}
    second = {quad("b"), quad("c")}
    assert endpoint.replace_graph(X, first)
    assert set(endpoint.quads(X)) == first
    assert not endpoint.replace_graph(X, first)
    assert endpoint.replace_graph(X, second)
    assert set(endpoint.quads(X)) == second
    endpoint.add({quad("d")})
    assert endpoint.holds(X, {*second, quad("d")})
    assert endpoint.replace_graph(X, ())
    assert list(endpoint.quads(X)) == []
    assert X not in endpoint.graphs()


def test_construct_and_ask(url: str) -> None:
    triples = Endpoint(url).query(
        "PREFIX ss: <https://w3id.org/southsouth/ns#> CONSTRUCT { ?n a ss:Name } WHERE "
        "{ ?n ss:isNameOf <https://w3id.org/southsouth/instrument/fund/ssc-50-119> }"
    ).triples
    assert len(triples) > 1
    assert Endpoint(url).query("ASK { ?s ?p ?o }").truth is True


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
