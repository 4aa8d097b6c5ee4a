"""Exports of a store: the same quads come out, each once, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.places import DATA

from southsouth.errors import SouthSouthError
from southsouth.graph.rdf.iris import ONTOLOGY_GRAPH
from southsouth.graph.store import GraphStore
from southsouth.publish import streams
from southsouth.publish.exporters import EXPORTERS, export

WELLS = DATA / "wells.trig"
X = "https://example.org/"


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(X + name)


SHARED = ox.Literal("in two graphs")
QUADS = [
    *(ox.Quad(node("s"), node("p"), SHARED, node(graph)) for graph in ("a", "b")),
    *ox.parse(path=str(WELLS), format=ox.RdfFormat.TRIG),
    ox.Quad(node("s"), node("p"), ox.Literal('say "so"\n@prefix <x> .', language="en"), node("b")),
]


@pytest.fixture
def store() -> GraphStore:
    held = GraphStore.in_memory()
    held.add([*QUADS, ox.Quad(node("o"), node("p"), node("q"), ox.NamedNode(ONTOLOGY_GRAPH))])
    return held


FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".rdf": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("run", [1, 2_000, 64_000_000], ids="runs of {} bytes".format)
@pytest.mark.parametrize("suffix", FORMATS)
def test_what_is_written_is_what_is_held(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, run: int
) -> None:
    monkeypatch.setattr(streams, "_RUN", run)
    file = tmp_path / f"all{suffix}"
    assert export(store, file) == file.stat().st_size
    found = list(ox.parse(path=str(file), format=FORMATS[suffix]))
    if suffix in {".nq", ".trig"}:
        assert set(found) == set(QUADS)
        assert len(found) == len(set(QUADS))
    else:
        wanted = {quad.triple for quad in QUADS}
        assert {quad.triple for quad in found} == wanted
        assert len(found) == len(wanted)


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_the_same_store_gives_the_same_bytes(
    store: GraphStore, tmp_path: Path, suffix: str
) -> None:
    again = GraphStore.in_memory()
    again.add(reversed([*store.quads()]))
    export(store, tmp_path / f"one{suffix}")
    export(again, tmp_path / f"two{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_an_export_that_fails_leaves_nothing(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(SouthSouthError, match=r"no exporter for the suffix '\.foo'"):
        export(store, tmp_path / "x.foo")
    (tmp_path / "x.nq").mkdir()
    with pytest.raises(SouthSouthError, match=r"x\.nq: cannot be written"):
        export(store, tmp_path / "x.nq")
    assert [path.name for path in tmp_path.iterdir()] == ["x.nq"]
