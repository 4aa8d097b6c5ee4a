"""A whole store as RDF, written as it comes: memory does not grow with the store."""

from __future__ import annotations

import heapq
import os
import shutil
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from itertools import groupby, islice
from operator import itemgetter
from typing import IO, Final

import pyoxigraph as ox

from southsouth.graph.rdf.formats import Format
from southsouth.graph.rdf.iris import ONTOLOGY_GRAPH
from southsouth.graph.rdf.serialize import serialize
from southsouth.graph.store import Store
from southsouth.vocabulary import PREFIXES

#: Bytes of lines that are sorted in memory; more are sorted in runs, which are merged.
_RUN: Final = 64_000_000
#: Lines that are made quads at a time.
_LINES: Final = 10_000


def graphs_to_write(store: Store) -> list[str]:
    """The named graphs by IRI; but for the ontology, which has files of its own."""
    return [graph for graph in store.graphs() if graph != ONTOLOGY_GRAPH]


def quad_lines(graph: str, lines: Iterable[bytes]) -> list[bytes]:
    """Lines of N-Triples as lines of N-Quads of that graph."""
    end = f"<{graph}> .\n".encode()
    return [line[:-2] + end for line in lines]


def graphs_as_lines(store: Store) -> Iterator[tuple[str, list[bytes]]]:
    """The graphs to write, each with its sorted lines of N-Triples."""
    graphs = graphs_to_write(store)
    threads = os.cpu_count() or 1
    # the engine works outside Python's lock: several graphs are written out at once
    with ThreadPoolExecutor(threads) as pool:
        coming: deque[Future[bytes]] = deque()
        rest = iter(graphs)
        for graph in graphs:
            coming.extend(
                pool.submit(store.ntriples, one) for one in islice(rest, 2 * threads - len(coming))
            )
            yield graph, sorted(coming.popleft().result().splitlines(keepends=True))


def write_store(to: Format, store: Store, out: IO[bytes]) -> None:
    """The graphs but for the ontology's, sorted: the same store gives the same bytes.

    Formats without named graphs get the triples of all graphs, each once.
    """
    if to.syntax == "json":  # it is sorted as a whole
        quads = (q for q in store.quads() if q.graph_name != ox.NamedNode(ONTOLOGY_GRAPH))
        out.write(serialize(quads, to.name))
    elif to.syntax == "lines":
        out.writelines(_quad_lines(store) if to.graphs else _triple_lines(store))
    elif to.graphs:
        _serialize(_quads_of(store), out, to.in_engine)
    else:
        lines = _triple_lines(store)
        _serialize((quad.triple for quad in _quads(lines)), out, to.in_engine)


def _quad_lines(store: Store) -> Iterator[bytes]:
    for graph, lines in graphs_as_lines(store):
        yield from quad_lines(graph, lines)


def _quads_of(store: Store) -> Iterator[ox.Quad]:
    for graph, lines in graphs_as_lines(store):
        name = ox.NamedNode(graph)
        for quad in _quads(lines):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, name)


def _quads(lines: Iterable[bytes]) -> Iterator[ox.Quad]:
    rest = iter(lines)
    while portion := b"".join(islice(rest, _LINES)):
        yield from ox.parse(portion, format=ox.RdfFormat.N_TRIPLES)


def _serialize(
    statements: Iterator[ox.Triple] | Iterator[ox.Quad], out: IO[bytes], to: ox.RdfFormat
) -> None:
    """Oxigraph's own writer; the prefixes, which it writes in any order, are sorted."""
    with tempfile.TemporaryFile() as written:
        ox.serialize(statements, written, format=to, prefixes=PREFIXES)
        written.seek(0)
        head = []
        while (line := written.readline()).startswith(b"@prefix"):
            head.append(line)
        out.writelines([*sorted(head), line])
        shutil.copyfileobj(written, out)


def _triple_lines(store: Store) -> Iterator[bytes]:
    """The lines of all graphs, each once, sorted: in runs on disk where they are many."""
    with ExitStack() as open_files:
        runs: list[Iterable[bytes]] = []
        held: list[bytes] = []
        size = 0
        for _, lines in graphs_as_lines(store):
            held += lines
            size += sum(map(len, lines))
            if size > _RUN:
                run = open_files.enter_context(tempfile.TemporaryFile())
                run.writelines(sorted(set(held)))
                run.seek(0)
                runs.append(run)
                held, size = [], 0
        runs.append(sorted(set(held)))
        yield from map(itemgetter(0), groupby(heapq.merge(*runs)))
