"""The embedded store: Oxigraph on disk, one named graph a document, replaced as a whole."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from southsouth.errors import QueryError, StoreError
from southsouth.graph.store.base import names_its_graphs
from southsouth.graph.store.damage import damaged, is_being_built, is_gone, unreadable
from southsouth.graph.store.results import Answer
from southsouth.graph.store.seal import WRITTEN, broken_seal

if TYPE_CHECKING:
    import rdflib


#: How often a reader opens a store, or asks it, that a build is changing; seconds between.
_ATTEMPTS: Final = 20
_PAUSE: Final = 0.1
#: How often where nobody builds: a build may have ended between the look at the store and at its
#: lock.
_QUIET: Final = 3


class GraphStore:
    """A dataset on disk, or in memory where it is made without a path.

    Several processes may read a store; one at a time may write it.

    >>> memory = GraphStore.in_memory()
    >>> len(memory)
    0
    >>> store.query("ASK { ?s ?p ?o }").truth  # a store that was opened with GraphStore.open
    True
    """

    def __init__(self, store: ox.Store, read_from: Path | None = None) -> None:
        self._store, self._read_from = store, read_from
        self._path = read_from
        #: The graphs that were written to.
        self.changed: set[str] = set()

    @classmethod
    def in_memory(cls) -> GraphStore:
        """An empty store that lives as long as the object."""
        return cls(ox.Store())

    @classmethod
    def create(cls, path: Path) -> GraphStore:
        """The store at ``path`` for writing, made where there is none.

        Raises StoreError where another process writes it or the folder holds something else.
        """
        cls.check_folder(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            made = cls(ox.Store(path))
        except (OSError, RuntimeError) as error:
            raise _refusal(path, error) from error
        made._path = path
        return made

    @staticmethod
    def check_folder(path: Path) -> None:
        """Raise StoreError where the folder holds something else than a store."""
        if path.is_dir() and not (path / "CURRENT").is_file() and not _is_half_made(path):
            raise StoreError(f"{path}: a folder with other files; name an empty one with --store")

    @classmethod
    def open(cls, path: Path) -> GraphStore:
        """The store at ``path`` for reading, also while a build changes it. Raises StoreError
        where there is none."""
        return cls(_opened(path), path)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What the engine says of what it cannot read, as an error of the store."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            if self._path is None:
                raise
            raise unreadable(self._path, error) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What the engine says of a disk that takes no more, or of tables that it cannot read, as
        an error of the store."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            if self._path is not None and is_gone(error):
                raise damaged(self._path, error) from error
            if isinstance(error, RuntimeError):
                raise
            raise StoreError(f"the store takes no more: {error}; is the disk full?") from error

    def __len__(self) -> int:
        with self._reading():
            return len(self._store)

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one named graph."""
        name = ox.NamedNode(graph) if graph is not None else None
        return self.matching(graph=name)

    def matching(
        self,
        subject: ox.NamedNode | ox.BlankNode | None = None,
        predicate: ox.NamedNode | None = None,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None = None,
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads with these terms."""
        with self._reading():
            yield from self._store.quads_for_pattern(subject, predicate, value, graph)

    def ntriples(self, graph: str) -> bytes:
        """One named graph as N-Triples, in any order."""
        name = ox.NamedNode(graph)
        with self._reading():
            return self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""
        with self._reading():
            names = [g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode)]
        return sorted(names)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads fast, in batches: for graphs that the store does not hold yet.

        Raises StoreError, as all that writes, where the disk takes no more.
        """
        with self._writing():
            self._store.bulk_extend(quads)

    def load_nquads(self, data: bytes) -> None:
        """Add N-Quads fast, in one load: for graphs that the store does not hold yet.

        They are not checked again: they must come from this package's own emission.
        """
        with self._writing():
            self._store.bulk_load(data, format=ox.RdfFormat.N_QUADS, lenient=True)

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads in one transaction."""
        quads = list(quads)
        self.changed.update(
            q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode)
        )
        with self._writing():
            self._store.extend(quads)

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Remove quads, none of which has a blank node, in one transaction."""
        graphs: dict[str, list[ox.Quad]] = {}
        for quad in quads:
            graphs.setdefault(str(quad.graph_name), []).append(quad)
        self.changed.update(graph[1:-1] for graph in graphs)
        told = " ".join(f"GRAPH {graph} {{ {_triples(own)} }}" for graph, own in graphs.items())
        with self._writing():
            self._store.update(f"DELETE DATA {{ {told} }}")

    def replace_graph(self, graph: str, quads: Iterable[ox.Quad]) -> bool:
        """Make the named graph hold exactly ``quads``, in one transaction.

        False where it held them already: then nothing is written.
        """
        wanted = set(quads)
        held = set(self.quads(graph))
        if wanted == held:
            return False
        self.changed.add(graph)
        if not held:
            self.add(wanted)
            return True
        # one update request is one transaction (SPARQL 1.1 Update §3)
        with self._writing():
            self._store.update(_replacement(graph, held, wanted))
        return True

    def flush(self) -> None:
        """Write everything to disk, so that readers of other processes see it."""
        with self._writing():
            self._store.flush()

    def query(self, text: str) -> Answer:
        """Run a SPARQL 1.1 query; without FROM, over the union of all graphs. Where a build takes
        away what is read, the query is asked anew of what is there then.

        Raises QueryError where it does not parse or a SERVICE in it does not answer, StoreError
        where builds change the store all the time, and where it is damaged.
        """
        quiet = 0
        for _attempt in range(_ATTEMPTS):
            try:
                return self._asked(text)
            except (OSError, RuntimeError) as error:
                problem = error
                if self._read_from is None or not is_gone(error):
                    raise self._refused(error) from error
                quiet += not is_being_built(self._read_from)
                if quiet > _QUIET:
                    break
                self._store = _opened(self._read_from)
        raise unreadable(self._read_from or Path(), problem)

    def _refused(self, error: Exception) -> Exception:
        """What to tell of a query that the engine gives up."""
        if is_gone(error):
            return error if self._path is None else unreadable(self._path, error)
        if isinstance(error, OSError):  # SERVICE: the other endpoint
            return QueryError(f"the query asks a service that gives no answer: {error}")
        return error if self._path is None else QueryError(f"the query has no answer: {error}")

    def _asked(self, text: str) -> Answer:
        try:
            union = not names_its_graphs(text)
            return _answer(self._store.query(text, use_default_graph_as_union=union))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"syntax error in the query: {error}") from error

    def dataset(self) -> rdflib.Dataset:
        """The same data through rdflib's API, not a copy."""
        import oxrdflib
        import rdflib

        return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=self._store))


#: What the engine (RocksDB) writes into a folder before it is a store.
_ENGINE_FILES: Final = re.compile(
    rf"{WRITTEN}(?:\.half)?|LOG(?:\.old.*)?|LOCK|IDENTITY|(?:MANIFEST|OPTIONS)-\d+(?:\.dbtmp)?|\d+\.(?:dbtmp|log|sst)"
)


def _is_half_made(path: Path) -> bool:
    """Whether there is nothing in a folder but what a store leaves that was killed in its first
    instant; also where it is empty."""
    return all(_ENGINE_FILES.fullmatch(entry.name) for entry in path.iterdir())


def _replacement(graph: str, held: set[ox.Quad], wanted: set[ox.Quad]) -> str:
    """An update from what is held to what is wanted: only the difference, where it has no blank
    nodes, which DELETE DATA may not name (SPARQL 1.1 Update §3.1.2)."""
    if not wanted:
        return f"DROP SILENT GRAPH <{graph}>"  # without its last quad, a graph would stay by name
    gone, new = held - wanted, wanted - held
    if any(isinstance(term, ox.BlankNode) for q in gone for term in (q.subject, q.object)):
        remove, new = f"DROP SILENT GRAPH <{graph}>", wanted
    else:
        remove = f"DELETE DATA {{ GRAPH <{graph}> {{ {_triples(gone)} }} }}"
    return f"{remove}; INSERT DATA {{ GRAPH <{graph}> {{ {_triples(new)} }} }}"


def _triples(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in quads)


def _answer(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Answer(truth=bool(result))
    if isinstance(result, ox.QueryTriples):
        return Answer(triples=tuple(result))
    columns = tuple(variable.value for variable in result.variables)
    rows = tuple(tuple(solution) for solution in result)
    return Answer(columns, rows)


def _opened(path: Path) -> ox.Store:
    """The engine's store for reading. While a build puts new tables, or a new store, in the place
    of the old, it is tried again. Raises StoreError."""
    quiet, problem = 0, ""
    for _attempt in range(_ATTEMPTS):
        renaming = not path.exists() and path.with_name(f"{path.name}.old").exists()
        if not renaming:
            store, problem = _looked_at(path)
            if store is not None:
                return store
            quiet += not is_being_built(path)
            if quiet > _QUIET:
                break
        time.sleep(_PAUSE)
    raise unreadable(path, problem) if problem else StoreError(f"{path}: {_NONE}")


_NONE: Final = "no store here; run 'southsouth build' first"


def _looked_at(path: Path) -> tuple[ox.Store | None, str]:
    """The engine's store, or why it cannot be read now. Raises StoreError where it never can."""
    if not (path / "CURRENT").is_file():
        if not any(path.glob("MANIFEST-*")) and not any(path.glob("*.sst")):
            raise StoreError(f"{path}: {_NONE}")
        return None, "CURRENT is missing"
    problem = broken_seal(path)
    if problem:
        return None, problem
    try:
        return ox.Store.read_only(str(path)), ""
    except (OSError, RuntimeError) as error:
        if not is_gone(error):
            raise _refusal(path, error) from error
        return None, str(error)


def _refusal(path: Path, error: Exception) -> StoreError:
    """Why the engine does not open a store."""
    words = str(error).lower()
    if is_gone(error):
        return damaged(path, error)
    if "lock" in words:
        return StoreError(
            f"{path}: the store is locked by another process; wait until it has ended"
        )
    if "no space" in words:
        return StoreError(f"{path}: the disk is full ({error}); make room, and build again")
    return StoreError(f"{path}: not usable as a store ({error}); name another folder with --store")
