"""The embedded store: replacing graphs, errors, rdflib's view."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from southsouth.errors import QueryError, StoreError
from southsouth.graph.store import GraphStore

GRAPH = "https://example.org/g"


def quad(value: str, graph: str = GRAPH) -> ox.Quad:
    return ox.Quad(
        ox.NamedNode("https://example.org/s"),
        ox.NamedNode("https://example.org/p"),
        ox.Literal(value),
        ox.NamedNode(graph),
    )


def test_replace_graph_replaces_only_that_graph() -> None:
    store = GraphStore.in_memory()
    store.load([quad("old"), quad("other", "https://example.org/h")])
    assert store.replace_graph(GRAPH, [quad("new"), quad('quo"te\n')])
    assert set(store.quads(GRAPH)) == {quad("new"), quad('quo"te\n')}
    assert set(store.quads("https://example.org/h")) == {quad("other", "https://example.org/h")}


def test_replacing_with_the_same_says_so_and_changes_nothing() -> None:
    store = GraphStore.in_memory()
    assert store.replace_graph(GRAPH, [quad("a"), quad("b")])
    assert not store.replace_graph(GRAPH, [quad("b"), quad("a")])


def test_a_graph_can_be_emptied() -> None:
    store = GraphStore.in_memory()
    store.load([quad("a")])
    assert store.replace_graph(GRAPH, [])
    assert len(store) == 0


def test_a_store_on_disk_is_found_again(tmp_path: Path) -> None:
    store = GraphStore.create(tmp_path / "deep" / "store")
    store.load([quad("a")])
    store.flush()
    assert set(GraphStore.open(tmp_path / "deep" / "store").quads()) == {quad("a")}


def test_opening_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="southsouth build"):
        GraphStore.open(tmp_path / "none")


class Gone:
    """An engine whose tables a build has taken away."""

    def query(self, *_: object, **__: object) -> None:
        raise RuntimeError("Corruption: IO error: No such file or directory: 000258.sst")


def on_disk(path: Path) -> Path:
    store = GraphStore.create(path)
    store.load([quad("a")])
    store.flush()
    return path


def test_a_reader_asks_anew_where_a_build_took_its_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = GraphStore.open(on_disk(tmp_path / "store"))
    monkeypatch.setattr(reader, "_store", Gone())
    assert reader.query("ASK { ?s ?p 'a' }").truth


def test_a_store_is_opened_while_a_build_changes_it(tmp_path: Path) -> None:
    path = on_disk(tmp_path / "store")
    table = next(path.glob("*.sst"))
    away = table.rename(tmp_path / table.name)
    with (tmp_path / "store.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="a build is changing the store"):
            GraphStore.open(path)
        back = threading.Timer(0.5, away.rename, [table])
        back.start()
        assert GraphStore.open(path).query("ASK { ?s ?p 'a' }").truth
        back.join()


def test_a_store_is_opened_while_a_new_one_takes_its_place(tmp_path: Path) -> None:
    path = on_disk(tmp_path / "store")
    old = path.rename(tmp_path / "store.old")
    back = threading.Timer(0.5, old.rename, [path])
    back.start()
    assert GraphStore.open(path).query("ASK { ?s ?p 'a' }").truth
    back.join()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="other files"):
        GraphStore.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_locked_by_another_process(tmp_path: Path) -> None:
    holder = (
        "import pyoxigraph, sys; s = pyoxigraph.Store(sys.argv[1]); print('held', flush=True);"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "s")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="locked by another process"):
            GraphStore.create(tmp_path / "s")
        process.communicate("")


@pytest.mark.parametrize("text", ["SELECT ?x WHER {}", "", "DROP ALL", "SELECT ?x { ?x <a b> 1 }"])
def test_a_query_that_does_not_parse(text: str) -> None:
    with pytest.raises(QueryError, match="syntax error"):
        GraphStore.in_memory().query(text)


def test_a_service_that_does_not_answer() -> None:
    with pytest.raises(QueryError, match="a service that gives no answer"):
        GraphStore.in_memory().query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_answers_of_each_form() -> None:
    store = GraphStore.in_memory()
    store.load([quad("a")])
    assert store.query("SELECT ?o ?none { ?s ?p ?o }").values() == [{"o": "a", "none": ""}]
    assert store.query("ASK { ?s ?p 'a' }").truth is True
    assert len(store.query("CONSTRUCT WHERE { ?s ?p ?o }").triples) == 1


def test_the_default_graph_is_the_union_of_all_graphs() -> None:
    store = GraphStore.in_memory()
    store.load([quad("a"), quad("b", "https://example.org/h")])
    assert len(store.query("SELECT ?o { ?s ?p ?o }").rows) == 2


def test_from_names_the_graph_that_is_asked() -> None:
    store = GraphStore.in_memory()
    store.load([quad("a"), quad("b", "https://example.org/h")])
    asked = "SELECT ?o FROM <https://example.org/h> { ?s ?p ?o }"
    assert store.query(asked).values() == [{"o": "b"}]
    assert len(store.query("SELECT ?o { ?s ?p ?o # FROM <x>\n}").rows) == 2


def test_rdflib_sees_the_same_data() -> None:
    store = GraphStore.in_memory()
    store.load([quad("a")])
    assert {str(o) for _, _, o, _ in store.dataset().quads()} == {"a"}
