"""What a worker can do, a function a kind of job: arguments in, an answer written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, Final, Protocol, cast

import pyoxigraph as ox

from southsouth.errors import QueryError
from southsouth.graph.rdf.formats import BY_RANK, format_named
from southsouth.graph.store import GraphStore
from southsouth.graph.store.base import names_its_graphs
from southsouth.vocabulary import PREFIXES
from southsouth.web.guard import check
from southsouth.web.rows import RowCounter


class RefusedError(Exception):
    """No answer, with the status that says so."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)

    def __reduce__(self) -> tuple[type[RefusedError], tuple[int, str]]:
        return type(self), (self.status, str(self))


class Out(Protocol):
    """Where a job writes its answer."""

    def head(
        self, media_type: str, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Say what the answer is, before the first byte."""

    def write(self, data: bytes) -> int:
        """Write a piece."""

    def flush(self) -> None:
        """Nothing more comes at once."""


@dataclass(frozen=True, slots=True)
class Graphs:
    """The store twice: the engine's own, whose serialisers stream, and ours, which views ask.

    ``networked`` says that the process has a network, so that a query could ask others."""

    engine: ox.Store
    store: GraphStore
    networked: bool = False

    @classmethod
    def of(cls, engine: ox.Store, *, networked: bool) -> Graphs:
        return cls(engine, GraphStore(engine), networked)


Arguments = Mapping[str, Any]

_RESULTS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


def _too_many(rows: int) -> RefusedError:
    return RefusedError(400, f"more than {rows} rows: add LIMIT, and OFFSET for the next ones")


class _Counted:
    """Hands on what is written and stops a result that has too many rows."""

    def __init__(self, out: Out, name: str, rows: int) -> None:
        self._out, self._counter, self._rows = out, RowCounter(name), rows

    def write(self, data: bytes) -> int:
        self._counter.feed(data)
        if self._counter.count > self._rows:
            raise _too_many(self._rows)
        return self._out.write(data)

    def flush(self) -> None:
        self._out.flush()


def _counted(triples: Iterable[ox.Triple], rows: int) -> Iterator[ox.Triple]:
    for number, triple in enumerate(triples):
        if number >= rows:
            raise _too_many(rows)
        yield triple


def _dataset(text: str, arguments: Arguments) -> dict[str, Any]:
    """The dataset of a query: of the protocol (SPARQL 1.1 Protocol §2.1.4), else of the query,
    else the union of all graphs."""
    default, named = arguments["default_graphs"], arguments["named_graphs"]
    if not default and not named:
        return {"use_default_graph_as_union": not names_its_graphs(text)}
    try:
        return {
            "default_graph": [ox.NamedNode(iri) for iri in default],
            "named_graphs": [ox.NamedNode(iri) for iri in named],
        }
    except ValueError as error:
        raise QueryError(f"the name of a graph is no IRI: {error}") from error


def run_query(graphs: Graphs, text: str, arguments: Arguments) -> Any:
    """The engine's result of a query over ``default_graphs`` and ``named_graphs``, asking no other
    hosts than ``services``. Raises QueryError for what it refuses or cannot parse."""
    check(text, arguments["services"], networked=graphs.networked)
    try:
        return graphs.engine.query(text, **_dataset(text, arguments))
    except (SyntaxError, ValueError) as error:
        told = " ".join(str(error).split())
        raise QueryError(f"the query does not parse: {told[:300]}") from error


def sparql(graphs: Graphs, arguments: Arguments, out: Out) -> None:
    """A query of the SPARQL 1.1 Protocol: ``query``, ``default_graphs``, ``named_graphs``,
    ``services``, ``rows``, and what the client takes: ``results`` and ``triples``, each a format's
    name and media type or None."""
    result = run_query(graphs, arguments["query"], arguments)
    is_graph = isinstance(result, ox.QueryTriples)
    wanted = arguments["triples" if is_graph else "results"]
    if wanted is None:
        told = (
            f"a graph ({', '.join(row.title for row in BY_RANK)})"
            if is_graph
            else ("a table (JSON, XML, CSV, TSV)")
        )
        raise RefusedError(406, f"the answer is {told}; ask for one of these with Accept")
    name, media_type = wanted
    out.head(media_type)
    if is_graph:
        triples = _counted(result, arguments["rows"])
        row = format_named(name)
        prefixes = PREFIXES if row.has_prefixes else None
        ox.serialize(triples, cast("IO[bytes]", out), format=row.as_it_comes, prefixes=prefixes)
    elif isinstance(result, ox.QueryBoolean):
        out.write(result.serialize(format=_RESULTS[name]) or b"")
    else:
        counted = cast("IO[bytes]", _Counted(out, name, arguments["rows"]))
        result.serialize(counted, format=_RESULTS[name])
