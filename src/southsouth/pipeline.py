"""Files in, store out: read what is new, replace its graphs, derive the name periods.

A file whose bytes were read before by the same code with the same records is not read again. Many
new documents go into a new store beside the old one, which takes its place when it is whole; few
go into the store itself, one transaction a document. So a build that is killed leaves whole
documents only.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from southsouth import resources
from southsouth.cluster import read_on_cluster
from southsouth.derived import derive_lineage
from southsouth.errors import DocumentError
from southsouth.intake import (
    FileFacts,
    collect_files,
    load_authority_records,
    processes,
    read_files,
    read_path,
)  # fmt: skip
from southsouth.ledger import Held, held_graphs, stamps, without_stamps
from southsouth.plan import Plan, make_plan
from southsouth.rdf.iris import (
    AUTHORITY_GRAPH,
    LINEAGE_GRAPH,
    ONTOLOGY_GRAPH,
    READING_GRAPH_PREFIX,
)  # fmt: skip
from southsouth.rdf.record import state_quads
from southsouth.rdf.serialize import parse
from southsouth.store import Endpoint, GraphStore, Store
from southsouth.store.swap import Building, is_store

__all__ = [
    "BuildReport",
    "build",
    "collect_files",
    "curated_quads",
    "derive_lineage",
    "load_authority_records",
    "read_path",
    "snapshot_quads",
]

#: From this many new files on, and more than the store keeps, a new store is loaded in bulk.
_MANY: Final = 50
#: Bytes of N-Quads that are loaded at a time: Oxigraph sorts each load in memory.
_LOAD: Final = 64_000_000


@dataclass(slots=True)
class BuildReport:
    """What a build did; ``manifestations`` are further files (file, symbol) of documents read.

    ``stages`` gives seconds: of ``open``, ``extract`` and ``emit`` summed over the processes that
    read, of ``load`` and ``derive`` in the process that builds; ``size`` is what was read, in
    bytes.
    """

    read: int = 0
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    snapshot: int = 0
    provisions: int = 0
    mentions: int = 0
    citations: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    failures: list[DocumentError] = field(default_factory=list)
    manifestations: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    quads: int = 0
    pruned: int = 0
    size: int = 0
    stages: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "read": self.read, "added": self.added, "replaced": self.replaced,
            "unchanged": self.unchanged, "snapshot": self.snapshot, "provisions": self.provisions,
            "mentions": self.mentions, "citations": dict(sorted(self.citations.items())),
            "events": dict(sorted(self.events.items())),
            "failures": [
                {"place": error.place, "problem": error.problem, "remedy": error.remedy}
                for error in self.failures
            ],
            "manifestations": [
                {"file": f, "symbol": symbol} for f, symbol in self.manifestations
            ],
            "documents": self.documents, "quads": self.quads, "pruned": self.pruned,
            "megabytes": round(self.size / 1e6, 3),
            "stages": {stage: round(seconds, 3) for stage, seconds in self.stages.items()},
            "seconds": round(self.seconds, 3),
        }  # fmt: skip


def curated_quads() -> dict[str, list[ox.Quad]]:
    """The curated graphs: ontology and authority records, by graph IRI."""
    return {
        ONTOLOGY_GRAPH: _in_graph(resources.ontology_files(), ONTOLOGY_GRAPH),
        AUTHORITY_GRAPH: [
            *_in_graph(resources.authority_files(), AUTHORITY_GRAPH),
            *state_quads(AUTHORITY_GRAPH),
        ],
    }


def _in_graph(files: Sequence[Path], graph: str) -> list[ox.Quad]:
    name = ox.NamedNode(graph)
    return [
        ox.Quad(quad.subject, quad.predicate, quad.object, name)
        for file in files
        for quad in parse(file)
    ]


def snapshot_quads() -> dict[str, list[ox.Quad]]:
    """The published facts of documents whose texts are not shipped, by graph IRI."""
    graphs: dict[str, list[ox.Quad]] = {}
    for file in resources.snapshot_files():
        for quad in parse(file):
            if isinstance(quad.graph_name, ox.NamedNode):
                graphs.setdefault(quad.graph_name.value, []).append(quad)
    return graphs


@dataclass(slots=True)
class _Version:
    """A language version of a document while its files are gathered: the best one is read."""

    best: FileFacts
    others: list[FileFacts] = field(default_factory=list)

    def add(self, facts: FileFacts) -> None:
        """Another file of the same version: only what the graph says of the file is kept."""
        if facts.rank < self.best.rank:
            facts, self.best = self.best, facts
        facts.nquads = b""
        self.others.append(facts)

    def nquads(self) -> bytes:
        return b"".join((self.best.nquads, *(other.manifestation for other in self.others)))


class _Reader:
    """Reads files, counts and gathers what they state."""

    def __init__(
        self, report: BuildReport, jobs: int, step: Callable[[Path], None], scheduler: str = ""
    ) -> None:
        self.report, self.jobs, self.step, self.scheduler = report, jobs, step, scheduler
        self.versions: dict[str, _Version] = {}

    def read(self, files: Sequence[Path], take: Callable[[_Version], None] | None = None) -> None:
        """Gather the versions of files; each is given to ``take``, where there is one, when its
        first file was read, and keeps no quads after that unless a better file comes."""
        read = read_on_cluster(files, self.scheduler) if self.scheduler and files else (
            read_files(files, self.jobs))  # fmt: skip
        for path, facts in read:
            self.step(path)
            if isinstance(facts, DocumentError):
                self.report.failures.append(facts)
                continue
            self.report.size += facts.size
            for stage, seconds in facts.seconds.items():
                self.report.stages[stage] = self.report.stages.get(stage, 0.0) + seconds
            version = self.versions.get(facts.graph)
            if version is not None:
                version.add(facts)
                continue
            self.versions[facts.graph] = version = _Version(facts)
            if take is not None:
                take(version)
                facts.nquads = b""

    def count(self) -> None:
        """Enter into the report what was gathered."""
        report = self.report
        for version in self.versions.values():
            best = version.best
            report.read += 1
            report.provisions += best.provisions
            report.mentions += best.mentions
            report.citations.update(best.citations)
            report.events.update(best.events)
            report.manifestations.extend((str(f.file), f.symbol) for f in version.others)


def _quads(nquads: bytes) -> set[ox.Quad]:
    return set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


def _write(store: Store, version: _Version, now: datetime) -> str:
    """Replace a document's graph; ``added``, ``replaced`` or ``unchanged``."""
    graph = version.best.graph
    wanted = _quads(version.nquads())
    held = without_stamps(store.quads(graph))
    store.replace_graph(graph, wanted.union(stamps(graph, now)))
    if not held:
        return "added"
    return "unchanged" if held == wanted else "replaced"


def _read_into_store(store: Store, reader: _Reader, plan: Plan, now: datetime) -> None:
    """Few files: each version's graph is replaced in a transaction of its own."""
    if reader.versions:
        _outdate(store)
    outcomes = Counter(_write(store, version, now) for version in reader.versions.values())
    report = reader.report
    report.added, report.replaced = outcomes["added"], outcomes["replaced"]
    report.unchanged = outcomes["unchanged"] + plan.untouched(reader.versions)


class _Loader:
    """Loads versions into a new store, many at a time, while further ones are read."""

    def __init__(self, store: GraphStore, now: datetime) -> None:
        self.store, self.now = store, now
        self._waiting: list[bytes] = []
        self._size = 0
        self.seconds = 0.0
        self._thread = ThreadPoolExecutor(1)
        self._load: Future[None] | None = None

    def take(self, version: _Version) -> None:
        graph = version.best.graph
        stamped = ox.serialize(stamps(graph, self.now), format=ox.RdfFormat.N_QUADS) or b""
        for data in (version.best.nquads, stamped):
            self._waiting.append(data)
            self._size += len(data)
        if self._size > _LOAD:
            self._begin()

    def _begin(self) -> None:
        self._end()
        self._load = self._thread.submit(self._timed, b"".join(self._waiting))
        self._waiting, self._size = [], 0

    def _timed(self, data: bytes) -> None:
        started = time.perf_counter()
        self.store.load_nquads(data)
        self.seconds += time.perf_counter() - started

    def _end(self) -> None:
        if self._load is not None:
            self._load.result()

    def finish(self) -> None:
        """Load what waits; all is in the store after that."""
        self._begin()
        self._end()
        self._thread.shutdown()


def _read_into_new(
    store: GraphStore, old: GraphStore | None, reader: _Reader, plan: Plan, now: datetime
) -> None:
    """Many files: loaded in bulk as they come; further files of a version are added at the end."""
    loader = _Loader(store, now)
    reader.read(plan.stale, loader.take)
    loader.finish()
    reader.report.stages["load"] = loader.seconds
    reader.read(plan.joined_by(reader.versions))
    for graph, version in reader.versions.items():
        if version.best.nquads:  # a better file came after the first had been loaded
            store.replace_graph(graph, _quads(version.nquads()).union(stamps(graph, now)))
        elif version.others:
            store.add(_quads(version.nquads()))
    report = reader.report
    report.replaced = sum(graph in plan.held for graph in reader.versions)
    report.added = len(reader.versions) - report.replaced
    for graph in plan.held:
        if graph not in reader.versions and old is not None:
            store.load(old.quads(graph))
            report.unchanged += bool(plan.files_of(graph))


def _has_key(held: Held | None) -> bool:
    return held is not None and bool(held.key)


def _outdate(store: Store) -> None:
    """Drop the derived graph before what it is derived from changes: a build that is killed before
    it is derived again leaves none, and the next build sees that."""
    store.replace_graph(LINEAGE_GRAPH, ())


def _write_curated(store: Store, held: dict[str, Held], report: BuildReport) -> None:
    """The facts that ship; the published facts of a document give way to a reading of it."""
    published = {
        graph: quads for graph, quads in snapshot_quads().items() if not _has_key(held.get(graph))
    }
    report.snapshot = len(published)
    for graph, quads in {**curated_quads(), **published}.items():
        if not store.holds(graph, quads):
            _outdate(store)
            store.replace_graph(graph, quads)


def _prune(store: Store, plan: Plan, report: BuildReport) -> None:
    """Drop the readings of files that are not among those given; the snapshot's facts stay."""
    for graph, held in held_graphs(store).items():
        if held.key and held.hashes.isdisjoint(plan.known):
            _outdate(store)
            store.replace_graph(graph, ())
            report.pruned += 1


def _read_to_endpoint(store: Store, reader: _Reader, plan: Plan, now: datetime) -> None:
    """Each document is sent when it was read; further files of a version are added at the end."""
    outcomes: Counter[str] = Counter()

    def take(version: _Version) -> None:
        if not outcomes:
            _outdate(store)
        outcomes[_write(store, version, now)] += 1

    reader.read(plan.stale, take)
    reader.read(plan.joined_by(reader.versions))
    for version in reader.versions.values():
        if version.best.nquads:
            _write(store, version, now)
        elif version.others:
            store.add(_quads(version.nquads()))
    report = reader.report
    report.added, report.replaced = outcomes["added"], outcomes["replaced"]
    report.unchanged = outcomes["unchanged"] + plan.untouched(reader.versions)


def _finish(store: Store, plan: Plan, report: BuildReport, *, prune: bool) -> None:
    """What comes after the documents: pruning, the facts that ship, the derived graph."""
    if prune:
        _prune(store, plan, report)
    _write_curated(store, held_graphs(store), report)
    started = time.perf_counter()
    if store.holds(LINEAGE_GRAPH, ()):
        store.replace_graph(LINEAGE_GRAPH, derive_lineage(store))
    report.stages["derive"] = time.perf_counter() - started
    store.flush()
    report.documents = sum(g.startswith(READING_GRAPH_PREFIX) for g in store.graphs())
    report.quads = len(store)


def _fail_if_nothing_was_read(plan: Plan, reader: _Reader, files: Sequence[Path]) -> None:
    if files and not reader.versions and len(plan.stale) + len(plan.errors) == len(files):
        raise reader.report.failures[0]


def _build_at(endpoint: Endpoint, files: Sequence[Path], reader: _Reader, *, prune: bool) -> None:
    plan = make_plan(files, held_graphs(endpoint))
    reader.report.failures.extend(plan.errors)
    _read_to_endpoint(endpoint, reader, plan, datetime.now(UTC))
    _fail_if_nothing_was_read(plan, reader, files)
    _finish(endpoint, plan, reader.report, prune=prune)


def _build_in(
    building: Building, path: Path, files: Sequence[Path], reader: _Reader, *, prune: bool
) -> None:
    report, now = reader.report, datetime.now(UTC)
    old = GraphStore.open(path) if is_store(path) else None
    plan = make_plan(files, held_graphs(old) if old else {})
    report.failures.extend(plan.errors)
    many = len(plan.stale) >= _MANY and len(plan.stale) > plan.kept()
    if many:
        store = building.new_store()
        _read_into_new(store, old, reader, plan, now)
    else:
        reader.read(plan.stale)
        reader.read(plan.joined_by(reader.versions))
    _fail_if_nothing_was_read(plan, reader, files)
    del old
    if not many:
        store = GraphStore.create(path)
        _read_into_store(store, reader, plan, now)
    _finish(store, plan, report, prune=prune)
    del store  # a failure's traceback holds this frame, and would hold the lock of the store
    if many:
        building.take_place()


def build(
    paths: Sequence[str], target: Path | Endpoint,
    step: Callable[[Path], None] = lambda _: None,
    *, jobs: int = 0, prune: bool = False, wait: bool = False, scheduler: str = "",
) -> BuildReport:  # fmt: skip
    """Build or renew a store, in a folder or behind an endpoint, from the curated facts and the
    documents.

    ``step`` is told each file that was read; ``jobs`` processes read, as many as there are
    processors where it is 0, or the workers of the Dask cluster whose ``scheduler`` is named. With
    ``prune``, readings of other files than these are dropped; with ``wait``, a build of the same
    store by another process is waited for. Raises DocumentError, with the store untouched, for a
    path that names nothing and where none of the documents can be read; StoreError where the store
    cannot be written. A bad file among good ones is in the report's ``failures``.
    """
    started = time.perf_counter()
    report = BuildReport()
    files = collect_files(paths)
    reader = _Reader(report, jobs or processes(), step, scheduler)
    if isinstance(target, Endpoint):
        _build_at(target, files, reader, prune=prune)
    else:
        with Building(target, wait=wait) as building:
            _build_in(building, target, files, reader, prune=prune)
    reader.count()
    report.seconds = time.perf_counter() - started
    return report
