"""Dumps of the whole dataset, written in parts by several processes.

A part holds some graphs, and reads them once for all formats. It is a member of its own of the gzip
file: members one after the other are a file of gzip (RFC 1952 §2.2), so the parts are only joined.
Which graphs a part holds does not depend on the number of processes: the same store gives the same
bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from southsouth.graph.rdf.formats import FORMATS, Format
from southsouth.graph.store import Store
from southsouth.publish.dataset import Dump
from southsouth.publish.streams import graphs_to_write, quad_lines
from southsouth.vocabulary import NS, PREFIXES

DUMPED: Final = tuple(row for row in FORMATS if row.is_dumped)
_PATH: Final = "dumps/southsouth{}.gz"
_GRAPHS_A_PART: Final = 32
#: Properties whose values are words of documents.
WORDS: Final = frozenset(NS + term for term in ("quote", "condition", "wording"))
_MARKS: Final = tuple(f" <{term}> ".encode() for term in sorted(WORDS))


def parts(store: Store) -> list[tuple[str, ...]]:
    """The graphs to write, in parts."""
    graphs = graphs_to_write(store)
    return [tuple(graphs[at : at + _GRAPHS_A_PART]) for at in range(0, len(graphs), _GRAPHS_A_PART)]


def write_part(
    store: Store, folder: Path, number: int, graphs: Sequence[str], *, quotes: bool
) -> None:
    """Write one part of each dump below a folder; words of documents only with ``quotes``."""
    lines = [line for graph in graphs for line in _lines(store, graph, quotes=quotes)]
    data = b"".join(lines)
    for row in DUMPED:
        packed = data if row.syntax == "lines" else _without_prefixes(data, row)
        _part(folder, number, row.suffix).write_bytes(_gzip(packed))


def join(folder: Path, site: Path, count: int) -> list[Dump]:
    """Make the dumps of a site of ``count`` parts, which are removed."""
    made = []
    for row in DUMPED:
        path, seen = _PATH.format(row.suffix), hashlib.sha256()
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        with (site / path).open("wb") as out:
            head = [_gzip(_prefixes())] if row.has_prefixes else []
            for member in [*head, *_members(folder, count, row.suffix)]:
                out.write(member)
                seen.update(member)
        made.append(Dump(path, row.media_type, (site / path).stat().st_size, seen.hexdigest()))
    return made


def _members(folder: Path, count: int, end: str) -> Iterable[bytes]:
    for number in range(count):
        yield _part(folder, number, end).read_bytes()
        _part(folder, number, end).unlink()


def _part(folder: Path, number: int, end: str) -> Path:
    return folder / f"{number}{end}.gz"


def _gzip(data: bytes) -> bytes:
    # without a name and a time in its head, the same data are the same bytes
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 6, out, mtime=0) as packed:
        packed.write(data)
    return out.getvalue()


def _lines(store: Store, graph: str, *, quotes: bool) -> list[bytes]:
    """The lines of N-Quads of a graph, sorted."""
    lines = sorted(store.ntriples(graph).splitlines(keepends=True))
    if not quotes:
        lines = [line for line in lines if not has_words(line)]
    return quad_lines(graph, lines)


def has_words(line: bytes) -> bool:
    """Whether a line of N-Triples tells words of a document."""
    before = line.partition(b'"')[0]
    return any(mark in before for mark in _MARKS)


def _without_prefixes(data: bytes, to: Format) -> bytes:
    """N-Quads in another format, without its prefixes."""
    quads = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    written = ox.serialize(quads, format=to.in_engine, prefixes=PREFIXES) or b""
    end = 0
    while written.startswith(b"@prefix", end):
        end = written.index(b"\n", end) + 1
    return written[end:]


def _prefixes() -> bytes:
    return "".join(
        f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items())
    ).encode()
