"""What the symbol of a document alone tells: its kind, label, link, what it belongs to. Pure.

Every reading that names a document tells the same of it, so this stands in one graph for all of
them, where what is the same is one statement.
"""

from __future__ import annotations

from typing import Final

from southsouth.rdf.graph import GraphBuilder
from southsouth.rdf.iris import DOCUMENTS_GRAPH, document_iri
from southsouth.symbols import Symbol, modified
from southsouth.vocabulary import RDFS_LABEL

_MODIFIES: Final = {"Corr": "isCorrigendumTo", "Add": "isAddendumTo", "Rev": "isRevisionOf"}


class Descriptions:
    """Describes the documents that a reading names, each once."""

    def __init__(self, graph: GraphBuilder) -> None:
        self._graph = graph.beside(DOCUMENTS_GRAPH)
        self._told: dict[str, str] = {}

    def of(self, symbol: Symbol) -> str:
        """The IRI of a document, which is described."""
        if iri := self._told.get(symbol.text, ""):
            return iri
        graph, iri = self._graph, document_iri(symbol)
        self._told[symbol.text] = iri
        graph.kind(iri, symbol.kind)
        graph.text(iri, RDFS_LABEL, symbol.printed)
        graph.text(iri, "symbol", symbol.text)
        graph.link(iri, "hasOfficialLink", symbol.link)
        belongs = modified(symbol)
        if belongs is not None:
            what, base = belongs
            graph.link(iri, _MODIFIES[what], self.of(base))
        return iri
