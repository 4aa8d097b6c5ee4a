"""What the symbol of a document alone tells: its kind, label, link, what it belongs to. Pure.

Every reading that names a document tells the same of it, so this stands in one graph for all of
them, where what is the same is one statement.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import DOCUMENTS_GRAPH, document_iri
from southsouth.un.symbols import Symbol, modified
from southsouth.vocabulary import RDFS_LABEL

_MODIFIES: Final = {"Corr": "isCorrigendumTo", "Add": "isAddendumTo", "Rev": "isRevisionOf"}


class _Told(NamedTuple):
    """What a symbol tells, as it is said of every document with that symbol."""

    iri: str
    label: str
    link: str
    modifies: tuple[str, Symbol] | None


@lru_cache(maxsize=4096)
def _told(symbol: Symbol) -> _Told:
    return _Told(document_iri(symbol), symbol.printed, symbol.link, modified(symbol))


class Descriptions:
    """Describes the documents that a reading names, each once."""

    def __init__(self, graph: GraphBuilder) -> None:
        self._reading = graph
        self._graph = graph.beside(DOCUMENTS_GRAPH)
        self._told: dict[str, str] = {}

    def of(self, symbol: Symbol) -> str:
        """The IRI of a document, which is described."""
        for other in symbol.also:
            self._same(symbol, other)
        if iri := self._told.get(symbol.text, ""):
            return iri
        graph = self._graph
        iri, label, link, modifies = _told(symbol)
        self._told[symbol.text] = iri
        graph.kind(iri, symbol.kind)
        graph.text(iri, RDFS_LABEL, label)
        graph.text(iri, "symbol", symbol.text)
        graph.link(iri, "hasOfficialLink", link)
        if modifies is not None:
            what, base = modifies
            graph.link(iri, _MODIFIES[what], self.of(base))
        return iri

    def _same(self, symbol: Symbol, other: str) -> None:
        """Say that the text prints two symbols as one document's; that they are is derived of all
        texts that do."""
        self._reading.text(self._reading.iri, "printsParallelSymbols", f"{symbol.text}–{other}")
