"""Collecting the quads of one named graph."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox

from southsouth.vocabulary import NS, RDF_TYPE, XSD


class GraphBuilder:
    """Collects the quads of one named graph, each once, in the order in which they come."""

    def __init__(self, iri: str) -> None:
        self.iri = ox.NamedNode(iri)
        self._quads: dict[ox.Quad, None] = {}

    def add(self, subject: str, term: str, value: ox.NamedNode | ox.Literal) -> None:
        quad = ox.Quad(ox.NamedNode(subject), ox.NamedNode(_expand(term)), value, self.iri)
        self._quads[quad] = None

    def link(self, subject: str, term: str, target: str) -> None:
        if target:
            self.add(subject, term, ox.NamedNode(target))

    def text(self, subject: str, term: str, value: str, language: str = "") -> None:
        if value:
            literal = ox.Literal(value, language=language) if language else ox.Literal(value)
            self.add(subject, term, literal)

    def truth(self, subject: str, term: str, *, value: bool) -> None:
        self.add(subject, term, ox.Literal(str(value).lower(),
                                           datatype=ox.NamedNode(XSD + "boolean")))  # fmt: skip

    def number(self, subject: str, term: str, value: int) -> None:
        self.add(subject, term, ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer")))

    def day(self, subject: str, term: str, value: date | None) -> None:
        if value is not None:
            self.add(subject, term, ox.Literal(value.isoformat(),
                                               datatype=ox.NamedNode(XSD + "date")))  # fmt: skip

    def kind(self, subject: str, name: str) -> None:
        self.link(subject, RDF_TYPE, NS + name)

    def quads(self) -> list[ox.Quad]:
        return list(self._quads)


def _expand(term: str) -> str:
    return term if "://" in term else NS + term
