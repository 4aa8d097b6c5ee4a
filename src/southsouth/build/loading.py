"""Versions into stores: many at a time into a new store, or each in a transaction of its own."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import Final

import pyoxigraph as ox

from southsouth.build.descriptions import apart, documents_named
from southsouth.build.gather import Reader, Version
from southsouth.build.ledger import (
    is_unfinished,
    mark_finished,
    mark_unfinished,
    stamps,
    without_stamps,
)
from southsouth.build.plan import Plan
from southsouth.build.touched import Touched
from southsouth.graph.queries.internal import holds
from southsouth.graph.rdf.iris import (
    DOCUMENTS_GRAPH,
    INFERRED_GRAPH,
    KNOWLEDGE_GRAPH,
    LANGUAGE_GRAPH,
    LINEAGE_GRAPH,
    LINKS_GRAPH,
)
from southsouth.graph.store import GraphStore, Store

#: Bytes of N-Quads that are loaded at a time: Oxigraph sorts each load in memory.
_LOAD: Final = 48_000_000
#: Loads under way at once.
_LOADS: Final = 2


def parsed(nquads: bytes) -> set[ox.Quad]:
    """N-Quads as quads."""
    return set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


class Loader:
    """Loads versions into a new store, many at a time, while further ones are read.

    The engine sorts each load in one thread, so two are under way at once: when all is read, no
    processor waits for the other.
    """

    def __init__(self, store: GraphStore, now: datetime) -> None:
        self.store, self.now = store, now
        self._waiting: list[bytes] = []
        self._size = 0
        self.seconds = 0.0
        self._threads = ThreadPoolExecutor(_LOADS)
        self._loads: deque[Future[float]] = deque()

    def take(self, version: Version) -> None:
        """A version whose graph the store does not hold yet."""
        stamped = stamps(version.best.graph, self.now)
        for data in (version.take(), ox.serialize(stamped, format=ox.RdfFormat.N_QUADS) or b""):
            self._waiting.append(data)
            self._size += len(data)
        if self._size > _LOAD:
            self._begin(self._waiting)
            self._waiting, self._size = [], 0

    def _begin(self, data: Sequence[bytes]) -> None:
        while len(self._loads) >= _LOADS:
            self._end()
        self._loads.append(self._threads.submit(self._load, b"".join(data)))

    def _load(self, data: bytes) -> float:
        started = time.perf_counter()
        self.store.load_nquads(data)
        return time.perf_counter() - started

    def _end(self) -> None:
        self.seconds += self._loads.popleft().result()

    def finish(self) -> None:
        """Load what waits; all is in the store after that."""
        for part in range(_LOADS):
            self._begin(self._waiting[part::_LOADS])
        while self._loads:
            self._end()
        self._threads.shutdown()


def read_into_new(
    store: GraphStore, old: GraphStore | None, reader: Reader, plan: Plan, now: datetime
) -> None:
    """Many files: loaded in bulk as they come; further files of a version are added at the end."""
    loader = Loader(store, now)
    reader.read(plan.stale, loader.take)
    loader.finish()
    reader.report.stages["load"] = loader.seconds
    reader.read(plan.joined_by(reader.versions))
    for graph, version in reader.versions.items():
        if version.taken is not version.best:  # a better file came after the first was loaded
            own, described = apart(parsed(version.nquads()))
            store.add(described)
            store.replace_graph(graph, own.union(stamps(graph, now)))
        elif version.others:
            store.add(parsed(version.nquads()))
    report = reader.report
    report.replaced = sum(graph in plan.held for graph in reader.versions)
    report.added = len(reader.versions) - report.replaced
    if old is not None:
        for kept in (DOCUMENTS_GRAPH, LINKS_GRAPH):
            store.load(old.quads(kept))
    for graph in plan.held:
        if graph not in reader.versions and old is not None:
            store.load(old.quads(graph))
            report.unchanged += bool(plan.files_of(graph))


class Changes:
    """Writes graphs into a store that others may read meanwhile, and keeps what that changes.

    Everything that a build writes comes between two marks in the store: that it is under way, and
    that it has ended. Where a build was ended in the midst, the next one takes nothing for whole
    but the readings, each of which has its seal: it compares the facts that ship, looks at all that
    symbols tell, and derives anew. ``derived`` is the lineage and ``learned`` the knowledge that
    the store held, ``touched`` what the changes touch of the names in time; ``dropped`` are
    documents of which something is no longer said, None for any.
    """

    def __init__(self, store: Store, *, anew: bool = False) -> None:
        self.store = store
        self.touched = Touched()
        self.dropped: set[str] | None = set()
        self.made = anew
        self.derived = set(store.quads(LINEAGE_GRAPH))
        self.learned = set(store.quads(KNOWLEDGE_GRAPH))
        self.unfinished = self._begun = is_unfinished(store)
        if self.unfinished:
            self.dropped, self.derived, self.learned = None, set(), set()
            self.change()
        self.touched.every = self.made

    def begin(self) -> None:
        """To be called before anything is written."""
        if not self._begun:
            mark_unfinished(self.store)
            self._begun = True

    def change(self) -> None:
        """To be called before anything is changed that graphs are derived from: those go."""
        self.begin()
        if not self.made:
            for follows in (INFERRED_GRAPH, LANGUAGE_GRAPH, LINEAGE_GRAPH):
                self.store.replace_graph(follows, ())
            self.made = True

    def end(self) -> None:
        """All is written."""
        if self._begun:
            mark_finished(self.store)
            self._begun = False

    def replace(
        self, graph: str, wanted: Iterable[ox.Quad], held: set[ox.Quad] | None = None
    ) -> bool:
        """Make a graph hold these quads; False where it held them already."""
        wanted = set(wanted)
        held = set(self.store.quads(graph)) if held is None else held
        if held == wanted:
            return False
        self.change()
        if not self.touched.every:
            self.touched.add(held, wanted, lambda document: self._elsewhere(document, graph))
        if self.dropped is not None:
            self.dropped |= documents_named(held - wanted)
        return self.store.replace_graph(graph, wanted)

    def _elsewhere(self, document: str, graph: str) -> bool:
        """Whether another graph than this one has parts of the document."""
        return holds(self.store, "has-parts-elsewhere", document=document, graph=graph)

    def write(self, version: Version, now: datetime) -> str:
        """Replace a document's graph; ``added``, ``replaced`` or ``unchanged``."""
        graph = version.best.graph
        wanted, described = apart(parsed(version.nquads()))
        held = set(self.store.quads(graph))
        said, stamped = without_stamps(held), wanted.union(stamps(graph, now))
        self.begin()
        if said == wanted:
            self.store.replace_graph(graph, stamped)
            return "unchanged"
        self.store.add(described)  # first: with its own graph, a reading is whole
        self.replace(graph, stamped, held)
        return "replaced" if said else "added"


def read_into_store(changes: Changes, reader: Reader, plan: Plan, now: datetime) -> None:
    """Few files: each version's graph is replaced in a transaction of its own."""
    _count(
        Counter(changes.write(version, now) for version in reader.versions.values()), reader, plan
    )


def read_to_endpoint(changes: Changes, reader: Reader, plan: Plan, now: datetime) -> None:
    """Each document is sent when it was read; further files of a version are added at the end."""
    outcomes: Counter[str] = Counter()

    def take(version: Version) -> None:
        outcomes[changes.write(version, now)] += 1
        version.take()

    reader.read(plan.stale, take)
    reader.read(plan.joined_by(reader.versions))
    for version in reader.versions.values():
        if version.taken is not version.best:
            changes.write(version, now)
        elif version.others:
            changes.change()
            changes.store.add(parsed(version.nquads()))
    _count(outcomes, reader, plan)


def _count(outcomes: Counter[str], reader: Reader, plan: Plan) -> None:
    report = reader.report
    report.added, report.replaced = outcomes["added"], outcomes["replaced"]
    report.unchanged = outcomes["unchanged"] + plan.untouched(reader.versions)
