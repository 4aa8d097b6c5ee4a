"""Files in, store out: read what is new, replace its graphs, derive the name periods.

A file whose bytes were read before by the same code with the same records is not read again. Many
new documents go into a new store beside the old one, which takes its place when it is whole; few
go into the store itself, one transaction a document. So a build that is killed leaves whole
documents only; what it had read of many is kept in shards, and the next build goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from southsouth.build.curated import curated_quads, snapshot_quads
from southsouth.build.derived import lineage_after
from southsouth.build.descriptions import (
    documents_named,
    forget_recorded,
    forget_unnamed,
    recorded,
    unread,
)
from southsouth.build.gather import Reader
from southsouth.build.keys import curated_key
from southsouth.build.knowledge import derive_knowledge
from southsouth.build.ledger import Held, counted, curated_stamp, held_graphs, is_stamped
from southsouth.build.loading import Changes, read_into_new, read_into_store, read_to_endpoint
from southsouth.build.plan import Plan, make_plan
from southsouth.build.pools import processes
from southsouth.build.report import BuildReport
from southsouth.build.touched import plain
from southsouth.errors import StoreError
from southsouth.graph.agreed import derive_language, is_derived
from southsouth.graph.inference import infer
from southsouth.graph.rdf.iris import (
    AUTHORITY_GRAPH,
    DOCUMENTS_GRAPH,
    INFERRED_GRAPH,
    KNOWLEDGE_GRAPH,
    LINEAGE_GRAPH,
    READING_GRAPH_PREFIX,
    document_of_reading,
)
from southsouth.graph.store import Endpoint, GraphStore
from southsouth.graph.store.remote_lock import EndpointLock
from southsouth.graph.store.swap import Building, is_store
from southsouth.graph.store.written import forget, record, written
from southsouth.reading.documents.metadata import unreadable_beside
from southsouth.reading.paths import collect_files
from southsouth.vocabulary import NS

#: When a name was in use: with the day of a document, those of learned names move.
_ATTESTED: Final = frozenset(
    ox.NamedNode(NS + term) for term in ("firstAttestedOn", "lastAttestedOn")
)
#: From this many new files on, and more than the store keeps, a new store is loaded in bulk.
_MANY: Final = 50


def _write_curated(
    changes: Changes, held: dict[str, Held], report: BuildReport, read: Set[str]
) -> Iterable[str]:
    """The facts that ship; the published facts of a document give way to a reading of it, and so
    does what the records say of a document where its reading says the same. The graphs of such
    documents. ``read`` are the documents read now.

    They are compared only where a hash of their files says that they are not those in the store,
    where a reading that stood in their place was dropped, or a document of theirs was read.
    """
    store = changes.store
    report.snapshot = sum(not entry.key for entry in held.values())
    whole = not report.pruned and not changes.unfinished
    if whole and is_stamped(store, curated_key()) and recorded(store).isdisjoint(read):
        return ()
    curated = curated_quads()
    curated[AUTHORITY_GRAPH].append(curated_stamp(curated_key()))
    published = {
        graph: quads
        for graph, quads in snapshot_quads().items()
        if graph not in held or not held[graph].key
    }
    described = published.pop(DOCUMENTS_GRAPH, [])
    changes.begin()
    store.add(described)
    if changes.dropped is not None:  # there may be a reading in the place of published facts
        changes.dropped |= documents_named(described)
    report.snapshot = len(published)
    for graph, quads in published.items():
        changes.replace(graph, quads)
    curated[AUTHORITY_GRAPH] = unread(store, curated[AUTHORITY_GRAPH])
    for graph, quads in curated.items():
        changes.replace(graph, quads)
        changes.touched.every = True  # records say which names there are
    return published


def _prune(changes: Changes, held: dict[str, Held], plan: Plan, reader: Reader) -> None:
    """Drop the readings of files that are not among those given, from the store and from ``held``;
    the snapshot's facts stay."""
    for graph, entry in plan.held.items():
        given = graph in reader.versions or not entry.hashes.isdisjoint(plan.known)
        if entry.key and not given and graph in held:
            changes.replace(graph, ())
            del held[graph]
            reader.report.pruned += 1


def _drop_superseded(changes: Changes, held: dict[str, Held], plan: Plan, reader: Reader) -> None:
    """Drop the readings whose files, read again, turned out to be other documents: a table tells
    another symbol of them, or the code has learned to tell it."""
    read = {facts.file for v in reader.versions.values() for facts in (v.best, *v.others)}
    for graph, entry in plan.held.items():
        if entry.key and graph not in reader.versions and plan.superseded(graph, read):
            changes.replace(graph, ())
            del held[graph]
            reader.report.pruned += 1


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a build is asked for besides reading."""

    prune: bool
    infers: bool
    language: bool
    wait: bool
    anew: bool


def _finish(changes: Changes, plan: Plan, reader: Reader, wanted: _Wanted) -> None:
    """What comes after the documents: pruning, the facts that ship, the derived graphs."""
    store, report = changes.store, reader.report
    held = plan.held_with(reader.versions)
    _drop_superseded(changes, held, plan, reader)
    if wanted.prune:
        _prune(changes, held, plan, reader)
    read = {document_of_reading(graph) for graph in reader.versions}
    published = _write_curated(changes, held, report, read)
    started = time.perf_counter()
    if changes.made or not changes.derived:
        changes.begin()
        forget_unnamed(store, changes.dropped)
        forget_recorded(store)
        _learn(changes)
        store.replace_graph(LINEAGE_GRAPH, lineage_after(store, changes.derived, changes.touched))
    report.stages["derive"] = time.perf_counter() - started
    if wanted.language and (changes.made or not is_derived(store)):
        changes.begin()
        started = time.perf_counter()
        report.reuses = derive_language(store)
        report.stages["language"] = time.perf_counter() - started
    if wanted.infers and (changes.made or not any(True for _ in store.quads(INFERRED_GRAPH))):
        changes.begin()
        started = time.perf_counter()
        report.inferred = infer(store)
        report.stages["infer"] = time.perf_counter() - started
    changes.end()
    report.documents = sum(g.startswith(READING_GRAPH_PREFIX) for g in {*held, *published})


def _learn(changes: Changes) -> None:
    """Learn things and happenings anew from all evidence; what that changes of names is touched."""
    store = changes.store
    wanted = set(derive_knowledge(store))
    changes.touched.add(changes.learned, wanted, lambda _: False)
    moved = (quad for quad in changes.learned ^ wanted if quad.predicate in _ATTESTED)
    changes.touched.names.update(plain(quad.subject) for quad in moved)
    store.replace_graph(KNOWLEDGE_GRAPH, wanted)


def _report_unread(report: BuildReport, plan: Plan, files: Sequence[Path]) -> None:
    report.failures.extend(plan.errors)
    report.remarks.extend((str(path), why) for path, why in unreadable_beside(files))


def _fail_if_nothing_was_read(plan: Plan, reader: Reader, files: Sequence[Path]) -> None:
    if files and not reader.versions and len(plan.stale) + len(plan.errors) == len(files):
        raise reader.report.failures[0]


def _build_at(endpoint: Endpoint, files: Sequence[Path], reader: Reader, wanted: _Wanted) -> None:
    with EndpointLock(endpoint, wait=wanted.wait):
        plan = make_plan(files, held_graphs(endpoint))
        _report_unread(reader.report, plan, files)
        changes = Changes(endpoint)
        read_to_endpoint(changes, reader, plan, datetime.now(UTC))
        _fail_if_nothing_was_read(plan, reader, files)
        _finish(changes, plan, reader, wanted)


def _build_in(
    building: Building, path: Path, files: Sequence[Path], reader: Reader, wanted: _Wanted
) -> None:
    report, now = reader.report, datetime.now(UTC)
    old = GraphStore.open(path) if is_store(path) and not wanted.anew else None
    plan = make_plan(files, held_graphs(old) if old is not None else {})
    _report_unread(report, plan, files)
    many = len(plan.stale) >= _MANY and len(plan.stale) > plan.kept()
    beside = many or old is None  # a store that is begun in its place may be killed half made
    before = None if beside else written(path)
    if many:
        store = building.new_store()
        if not reader.scheduler:
            reader.shards = building.shards
        read_into_new(store, old, reader, plan, now)
    else:
        reader.read(plan.stale)
        reader.read(plan.joined_by(reader.versions))
    _fail_if_nothing_was_read(plan, reader, files)
    del old
    if many:
        changes = Changes(store, anew=True)
        changes.dropped = None if plan.held else set()
    else:
        store = building.new_store() if beside else _opened_for_changes(path)
        changes = Changes(store)
        read_into_store(changes, reader, plan, now)
    _finish(changes, plan, reader, wanted)
    counts = counted(store, before, store.changed)
    if beside or not plan.held:
        report.quads = sum(counts.values())
    del store, changes  # a failure's traceback holds this frame, and would hold the store's lock
    record(building.new if beside else path, counts)
    if beside:
        building.take_place()


def _opened_for_changes(path: Path) -> GraphStore:
    store = GraphStore.create(path)
    forget(path)
    return store


def build(
    paths: Sequence[str],
    target: Path | Endpoint,
    step: Callable[[Path], None] = lambda _: None,
    *,
    jobs: int = 0,
    prune: bool = False,
    wait: bool = False,
    scheduler: str = "",
    shards: Path | None = None,
    infers: bool = False,
    language: bool = False,
    anew: bool = False,
) -> BuildReport:
    """Build or renew a store, in a folder or behind an endpoint, from the curated facts and the
    documents.

    ``step`` is told each file that was read; ``jobs`` processes read, as many as there are
    processors where it is 0, or the workers of the Dask cluster whose ``scheduler`` is named, who
    leave what they read in the folder ``shards``, where one is named that all see. With ``prune``,
    readings of other files than these are dropped; with ``wait``, a build of the same store by
    another process is waited for; with ``infers``, what follows from the graph is added in a graph
    of its own (``inference``), with ``language`` which paragraph has words of which (``agreed``);
    both are dropped by any build that changes something without them. With ``anew``, what a folder
    holds is not looked at, and goes: so a store that is damaged is healed.
    Raises DocumentError, with the store untouched, for a path that
    names nothing and where none of the documents can be read; StoreError where the store cannot be
    written. A bad file among good ones is in the report's ``failures``.

    >>> build([], folder / "store").documents  # what ships
    12
    >>> build([str(document)], folder / "store").added
    1
    >>> build([str(document)], folder / "store").unchanged
    1
    """
    started = time.perf_counter()
    report = BuildReport()
    files = collect_files(paths)
    reader = Reader(report, jobs or processes(), step, scheduler, shards)
    wanted = _Wanted(prune, infers, language, wait, anew)
    if isinstance(target, Endpoint):
        if anew:
            raise StoreError(
                "anew is for a store in a folder; drop the graphs of an endpoint there"
            )
        _build_at(target, files, reader, wanted)
    else:
        with Building(target, wait=wait) as building:
            _build_in(building, target, files, reader, wanted)
    reader.count()
    report.seconds = time.perf_counter() - started
    return report
