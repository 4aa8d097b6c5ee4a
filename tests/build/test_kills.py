"""A build may be killed, or fail to write, at any write: the next one makes the store whole.

The writes are counted: a build is ended before the first, the second … of them, for every
combination of options, in a folder and behind an endpoint; then it is built again, and what is
there is compared with a store that was never killed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from tests.graph.store import servers
from tests.places import WELLS

from southsouth.build import build, status_of
from southsouth.build.ledger import without_stamps
from southsouth.errors import StoreError
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, ONTOLOGY_GRAPH
from southsouth.graph.store import Endpoint, GraphStore
from southsouth.graph.store.remote_lock import LOCK_GRAPH
from southsouth.vocabulary import BASE, NS

TEXT = WELLS.read_text("utf-8")
#: What a build may be asked for besides reading: prune, infers, language.
OPTIONS: list[dict[str, Any]] = [
    dict(zip(("prune", "infers", "language"), chosen, strict=True))
    for chosen in product((False, True), repeat=3)
]
FUND = BASE + "instrument/fund/wells"


class KilledError(BaseException):
    """Ends a build as a signal does: nothing that catches an Exception sees it."""


@dataclass
class Counted:
    """Counts writes, and ends the build before one of them is made."""

    at: int = 0
    error: Callable[[], BaseException] = KilledError
    seen: int = 0

    def __call__(self, write: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            self.seen += 1
            if self.seen == self.at:
                raise self.error()
            return write(*arguments, **options)

        return counted


class _Spy:
    """An engine's store whose writes are counted."""

    def __init__(self, store: ox.Store, counted: Counted) -> None:
        self._store = store
        for name in ("extend", "bulk_extend", "bulk_load", "update", "flush"):
            setattr(self, name, counted(getattr(store, name)))

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def __len__(self) -> int:
        return len(self._store)


@pytest.fixture(autouse=True)
def few_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A published document and a record, instead of all that ship: a build takes a tenth of a
    second."""
    graph = BASE + "graph/document/A/RES/58/990"
    document = BASE + "document/A/RES/58/990"

    def quads(name: str, *triples: tuple[str, str, str]) -> list[ox.Quad]:
        def term(value: str) -> ox.NamedNode | ox.Literal:
            return ox.NamedNode(value) if value.startswith("http") else ox.Literal(value)

        return [
            ox.Quad(ox.NamedNode(s), ox.NamedNode(p), term(o), ox.NamedNode(name))
            for s, p, o in triples
        ]

    def snapshot() -> dict[str, list[ox.Quad]]:
        return {
            graph: quads(
                graph,
                (graph, NS + "isReadFrom", BASE + "source/x"),
                (BASE + "source/x", NS + "sourceHash", "x"),
                (document, NS + "mentions", FUND),
                (document, NS + "title", "Wells"),
            ),
            BASE + "graph/documents": quads(
                BASE + "graph/documents", (document, NS + "symbol", "A/RES/58/990")
            ),
        }

    def curated() -> dict[str, list[ox.Quad]]:
        rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
        return {
            ONTOLOGY_GRAPH: quads(ONTOLOGY_GRAPH, (NS + "Fund", rdf, NS + "Class")),
            AUTHORITY_GRAPH: quads(
                AUTHORITY_GRAPH,
                (FUND, rdf, NS + "TrustFund"),
                (FUND + "#name-en-1", NS + "isNameOf", FUND),
                (FUND, NS + "hasName", FUND + "#name-en-1"),
            ),
        }

    monkeypatch.setattr("southsouth.build.pipeline.snapshot_quads", snapshot)
    monkeypatch.setattr("southsouth.build.pipeline.curated_quads", curated)


def said(store: GraphStore | Endpoint) -> set[str]:
    """What a store says, without the times of reading."""
    kept = without_stamps(store.quads())
    return {str(quad) for quad in kept if "sourceFile" not in quad.predicate.value}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents; ``first`` is the folder before the second came and the third went."""
    for name, texts in (("first", ("901", "903")), ("then", ("901", "902"))):
        (tmp_path / name).mkdir()
        for number in texts:
            text = TEXT.replace("66/901", f"66/{number}")
            if name == "then" and number == "901":
                text = text.replace("count the wells", "count the pumps")
            (tmp_path / name / f"{number}.md").write_text(text, "utf-8")
    return tmp_path


def built(counted: Counted, documents: Path, target: Path, **options: Any) -> None:
    """Build with an engine whose writes are counted."""
    with pytest.MonkeyPatch.context() as patch:
        true = GraphStore.__init__

        def spied(self: GraphStore, store: ox.Store, read_from: Path | None = None) -> None:
            true(self, _Spy(store, counted) if read_from is None else store, read_from)  # type: ignore[arg-type]

        patch.setattr(GraphStore, "__init__", spied)
        build([str(documents)], target, jobs=1, **options)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("begun", "options"),
    # what is begun is made beside and renamed: the options matter less there
    [*((True, options) for options in OPTIONS), (False, OPTIONS[0]), (False, OPTIONS[-1])],
    ids=str,
)
def test_a_killed_build_is_made_whole_by_the_next(
    folder: Path, begun: bool, options: dict[str, Any]
) -> None:
    start, whole = folder / "start", folder / "whole"
    if begun:
        build([str(folder / "first")], start, jobs=1, infers=True, language=True)
        shutil.copytree(start, whole)
    build([str(folder / "then")], whole, jobs=1, **options)
    wanted, store, lost = said(GraphStore.open(whole)), folder / "killed", []
    for number in range(1, 1000):
        shutil.rmtree(store, ignore_errors=True)
        if begun:
            shutil.copytree(start, store)
        try:
            built(Counted(number), folder / "then", store, **options)
        except KilledError:
            pass
        else:
            break
        if begun and said(GraphStore.open(store)) not in (wanted, said(GraphStore.open(start))):
            assert status_of(GraphStore.open(store)).unfinished
        build([str(folder / "then")], store, jobs=1, **options)
        if said(GraphStore.open(store)) != wanted:
            lost.append(number)
    assert lost == []
    assert number > 8


@pytest.mark.slow
@pytest.mark.parametrize("error", ["No space left on device", "Input/output error"])
def test_a_write_that_fails_loses_nothing(folder: Path, error: str) -> None:
    start = folder / "start"
    build([str(folder / "first")], start, jobs=1)
    whole = Path(shutil.copytree(start, folder / "whole"))
    build([str(folder / "then")], whole, jobs=1, infers=True)
    wanted = said(GraphStore.open(whole))
    for number in range(1, 1000):
        store = folder / "failed"
        shutil.rmtree(store, ignore_errors=True)
        shutil.copytree(start, store)
        counted = Counted(number, error=lambda: OSError(28, error))
        try:
            built(counted, folder / "then", store, infers=True)
        except StoreError:
            pass
        else:
            break
        build([str(folder / "then")], store, jobs=1, infers=True)
        assert said(GraphStore.open(store)) == wanted, number
    assert number > 5


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.oxigraph(tmp_path_factory.mktemp("kills")) as url:
        yield url


@pytest.mark.slow
@pytest.mark.parametrize(
    "options", [OPTIONS[0], OPTIONS[-1], {"prune": True}, {"infers": True}], ids=str
)
def test_a_killed_build_behind_an_endpoint_is_made_whole_by_the_next(
    folder: Path, server: str, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint = Endpoint(server)

    def fresh() -> None:
        endpoint.update("DROP ALL")
        build([str(folder / "first")], endpoint, infers=True)

    fresh()
    build([str(folder / "then")], endpoint, **options)
    wanted = said(endpoint)
    update, put = Endpoint.update, Endpoint._on_graph  # noqa: SLF001  # both are writes
    lost = []
    for number in range(1, 1000):
        fresh()
        counted = Counted(number)
        with monkeypatch.context() as patch:
            patch.setattr(Endpoint, "update", counted(update))
            patch.setattr(Endpoint, "_on_graph", counted(put))
            try:
                build([str(folder / "then")], endpoint, **options)
            except KilledError:
                pass
            else:
                break
        endpoint.update(f"DROP SILENT GRAPH <{LOCK_GRAPH}>")  # as a dead process's is taken over
        build([str(folder / "then")], endpoint, **options)
        if said(endpoint) != wanted:
            lost.append(number)
    assert lost == []


def test_a_folder_that_was_killed_in_its_first_instant_can_be_built_in(folder: Path) -> None:
    store = folder / "store"
    store.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "000001.dbtmp"):
        (store / name).write_bytes(b"")
    assert build([str(folder / "then")], store, jobs=1).read == 2


def test_a_folder_with_other_files_is_left_alone(folder: Path) -> None:
    store = folder / "store"
    store.mkdir()
    (store / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="a folder with other files"):
        build([str(folder / "then")], store, jobs=1)
    assert [entry.name for entry in store.iterdir()] == ["notes.txt"]
