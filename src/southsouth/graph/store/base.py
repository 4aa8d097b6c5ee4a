"""What every store can do, be it embedded or behind an endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import pyoxigraph as ox

from southsouth.graph.store.results import Answer

#: Strings, IRIs and comments of a query, in which FROM is no keyword.
_NOT_CODE: Final = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\"{}|^`\\\s]*>|\#[^\n]*"
)


def names_its_graphs(query: str) -> bool:
    """Whether the query has a FROM: else it is asked over the union of all graphs."""
    return "FROM" in _NOT_CODE.sub(" ", query).upper().split()


class Store(Protocol):
    """Named graphs that can be asked and replaced as a whole."""

    def __len__(self) -> int: ...

    def query(self, text: str) -> Answer:
        """Run a SPARQL 1.1 query; without FROM, over the union of all graphs."""

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one named graph."""

    def ntriples(self, graph: str) -> bytes:
        """One named graph as N-Triples, in any order."""

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted."""

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads."""

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Remove quads, none of which has a blank node."""

    def replace_graph(self, graph: str, quads: Iterable[ox.Quad]) -> bool:
        """Make the named graph hold exactly ``quads``; False where it held them already."""

    def flush(self) -> None:
        """Write everything to disk."""
