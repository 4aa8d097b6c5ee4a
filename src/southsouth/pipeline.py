"""Files in, store out: read documents, replace their graphs, derive the name periods."""

from __future__ import annotations

import glob
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from southsouth import resources
from southsouth.documents.model import Document
from southsouth.documents.read import SUFFIXES, read_file
from southsouth.errors import DocumentError
from southsouth.instruments import Authority, load_authority
from southsouth.library import bind
from southsouth.lineage import Attestation, Bounds, NameChange
from southsouth.lineage.silent import SilentChange, silent_changes
from southsouth.rdf.emit import emit
from southsouth.rdf.iris import (
    AUTHORITY_GRAPH,
    LINEAGE_GRAPH,
    ONTOLOGY_GRAPH,
    READING_GRAPH_PREFIX,
    reading_graph_iri,
)  # fmt: skip
from southsouth.rdf.lineage import lineage_quads
from southsouth.rdf.record import state_quads
from southsouth.rdf.serialize import parse
from southsouth.reading import Reading, read_document
from southsouth.store import GraphStore
from southsouth.vocabulary import NS, XSD

_TIME: Final = "http://www.w3.org/ns/prov#generatedAtTime"
_QUOTE: Final = ox.NamedNode(NS + "quote")


@dataclass(slots=True)
class BuildReport:
    """What a build did; ``manifestations`` are further files (file, symbol) of documents read."""

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
            "documents": self.documents, "quads": self.quads, "seconds": round(self.seconds, 3),
        }  # fmt: skip


def collect_files(paths: Iterable[str]) -> list[Path]:
    """The document files that paths name: files, folders (read recursively), glob patterns.

    Sorted within each path, each file once. Raises DocumentError for a path that is not there, a
    pattern that matches nothing and a folder without documents.
    """
    files: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()
            )
            if not found:
                wanted = ", ".join(SUFFIXES)
                raise DocumentError(given, "a folder with no document", f"it needs files {wanted}")
        elif path.exists():
            found = [path]
        else:
            found = sorted(Path(name) for name in glob.glob(given, recursive=True))  # noqa: PTH207
            if not found:
                raise DocumentError(given, "no such file", "check the path")
        files.update(dict.fromkeys(found))
    return list(files)


def load_authority_records() -> Authority:
    """The curated records that ship with southsouth."""
    return load_authority(resources.authority_files())


def read_path(path: Path, authority: Authority | None = None) -> Reading:
    """One document file, read to the end. Raises DocumentError where it cannot be."""
    document = read_file(path)
    try:
        return read_document(document, authority or load_authority_records())
    except DocumentError as error:
        raise DocumentError(str(path), error.problem, error.remedy) from error


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


def _has_quotes(store: GraphStore, graph: str) -> bool:
    return any(quad.predicate == _QUOTE for quad in store.quads(graph))


def _write_reading(store: GraphStore, graph: str, quads: list[ox.Quad], now: datetime) -> str:
    """Replace a document's graph; ``added``, ``replaced`` or ``unchanged``.

    The time of reading is no part of what is compared: the same document read twice is unchanged.
    """
    held = {quad for quad in store.quads(graph) if quad.predicate.value != _TIME}
    if held == set(quads):
        return "unchanged"
    stamp = ox.Literal(now.isoformat(timespec="seconds"), datatype=ox.NamedNode(XSD + "dateTime"))
    name = ox.NamedNode(graph)
    store.replace_graph(graph, [*quads, ox.Quad(name, ox.NamedNode(_TIME), stamp, name)])
    return "replaced" if held else "added"


#: Where a document is there in several formats, the one that states most is read.
_RANKS: Final = (
    "application/akn+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/markdown",
    "text/html",
    "text/plain",
    "application/pdf",
)


def _rank(document: Document) -> int:
    return _RANKS.index(document.media_type)


@dataclass(slots=True)
class _Version:
    """A language version of a document while its files are gathered, the best one first."""

    reading: Reading
    files: list[tuple[Path, Document]]


def _read_all(
    files: Sequence[Path], authority: Authority, report: BuildReport, step: Callable[[Path], None]
) -> dict[str, list[ox.Quad]]:
    """The quads of every document, by graph; several files of one version make one graph."""
    versions: dict[str, _Version] = {}
    for file in files:
        step(file)
        try:
            reading = read_path(file, authority)
        except DocumentError as error:
            report.failures.append(error)
            continue
        document = reading.resolution.document
        graph = reading_graph_iri(reading.resolution.symbol, document.language)
        version = versions.setdefault(graph, _Version(reading, []))
        better = version.files and _rank(document) < _rank(version.files[0][1])
        if better:
            version.reading = reading
        version.files.insert(0 if better else len(version.files), (file, document))
    quads = {}
    for graph, version in versions.items():
        symbol = version.reading.resolution.symbol
        others = version.files[1:]
        report.manifestations.extend((str(file), symbol.text) for file, _ in others)
        _count(version.reading, report)
        quads[graph] = emit(version.reading, [document for _, document in others])
    return quads


def _count(reading: Reading, report: BuildReport) -> None:
    report.read += 1
    report.provisions += len(reading.resolution.parts)
    report.mentions += len(reading.mentions.known())
    report.citations.update(citation.how.value for citation in reading.citations)
    report.events.update(event.force for event in reading.events)


def build(
    paths: Sequence[str], store_path: Path, step: Callable[[Path], None] = lambda _: None
) -> BuildReport:
    """Build or renew the store at ``store_path`` from the curated facts and the documents.

    ``step`` is told each file before it is read. Raises DocumentError, with the store untouched,
    for a path that names nothing and where none of the documents can be read; StoreError where the
    store cannot be written. A bad file among good ones is in the report's ``failures``.
    """
    started = time.perf_counter()
    report = BuildReport()
    authority = load_authority_records()
    files = collect_files(paths)
    readings = _read_all(files, authority, report, step)
    if files and not readings:
        raise report.failures[0]
    store = GraphStore.create(store_path)
    for graph, quads in curated_quads().items():
        store.replace_graph(graph, quads)
    for graph, quads in snapshot_quads().items():
        if graph not in readings and not _has_quotes(store, graph):
            store.replace_graph(graph, quads)
            report.snapshot += 1
    now = datetime.now(UTC)
    outcomes = Counter(_write_reading(store, g, quads, now) for g, quads in readings.items())
    report.added, report.replaced = outcomes["added"], outcomes["replaced"]
    report.unchanged = outcomes["unchanged"]
    store.replace_graph(LINEAGE_GRAPH, derive_lineage(store))
    store.flush()
    report.documents = sum(g.startswith(READING_GRAPH_PREFIX) for g in store.graphs())
    report.quads = len(store)
    del store  # a failure's traceback holds this frame, and would hold the lock of the store
    report.seconds = time.perf_counter() - started
    return report


_ATTESTED: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?name ?day ?part WHERE {{
  ?name ss:isAttestedIn ?part . ?part ss:isPartOf ?document . ?document ss:adoptedOn ?day
}}"""
_CHANGES: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?statement ?old ?new ?force ?day WHERE {{
  ?statement ss:hasOldName ?old ; ss:hasNewName ?new ; ss:hasForce ?force .
  ?statement ss:standsIn/ss:isPartOf/ss:adoptedOn ?day
  FILTER(?force != <https://w3id.org/southsouth/force/reported>)
}}"""
_STATED: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?old ?new WHERE {{
  ?statement ss:hasOldName ?old ; ss:hasNewName ?new ; ss:standsIn ?part
}}"""
_OFFICIAL: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?name ?thing WHERE {{
  ?name ss:isNameOf ?thing ; ss:literalForm ?form ;
        ss:hasNameStatus <https://w3id.org/southsouth/status/official>
  FILTER(lang(?form) = "en")
}} ORDER BY ?thing ?name"""
_WORDS: Final = f"PREFIX ss: <{NS}> SELECT ?words WHERE {{ $part ss:quote ?words }}"
_NAMES: Final = f"PREFIX ss: <{NS}> SELECT ?name ?thing WHERE {{ ?name ss:isNameOf ?thing }}"


_BOUND_TERMS: Final = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")
_CURATED_BOUNDS: Final = f"""
PREFIX ss: <{NS}>
SELECT ?name ?{" ?".join(_BOUND_TERMS)} WHERE {{ GRAPH <{AUTHORITY_GRAPH}> {{
  ?name ss:isNameOf ?thing
  {" ".join(f"OPTIONAL {{ ?name ss:{term} ?{term} }}" for term in _BOUND_TERMS)}
}} }}"""


def derive_lineage(store: GraphStore) -> list[ox.Quad]:
    """The derived graph of a store: name periods, and requests fulfilled by later use."""
    things = {row["name"]: row["thing"] for row in store.query(_NAMES).values()}
    uses = [
        Attestation(row["name"], date.fromisoformat(row["day"]), row["part"])
        for row in store.query(_ATTESTED).values()
    ]
    changes = [
        NameChange(row["statement"], row["old"], row["new"], row["force"].rpartition("/")[2],
                   date.fromisoformat(row["day"]))
        for row in store.query(_CHANGES).values()
    ]  # fmt: skip
    changes.sort(key=lambda change: change.statement)
    curated = {
        row["name"]: Bounds(*(date.fromisoformat(row[term]) if row[term] else None
                              for term in _BOUND_TERMS))
        for row in store.query(_CURATED_BOUNDS).values()
    }  # fmt: skip
    silent = _silent_changes(store, uses)
    return lineage_quads(sorted(things), uses, changes, things, curated, silent)


def _silent_changes(store: GraphStore, uses: Sequence[Attestation]) -> list[SilentChange]:
    official: dict[str, list[str]] = {}
    for row in store.query(_OFFICIAL).values():
        official.setdefault(row["thing"], []).append(row["name"])
    stated = {(row["old"], row["new"]) for row in store.query(_STATED).values()}

    @cache
    def words(provision: str) -> str:
        query = bind(_WORDS, {"part": ox.NamedNode(provision)})
        return " ".join(row["words"] for row in store.query(query).values())

    return silent_changes(official, uses, stated, words)
