"""Collecting the statements of one named graph."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import pyoxigraph as ox

from southsouth.vocabulary import NS, RDF_TYPE, XSD

_INTEGER: Final = f'"^^<{XSD}integer>'


#: What is an IRI at first sight: letters and marks that RFC 3987 lets stand in a path.
_SOUND: Final = re.compile(r"https://[\w.-]+(?:/[\w./()~-]*)?(?:#[\w./()~-]*)?", re.ASCII)


class _Nodes(dict[str, str]):
    """IRIs as N-Quads writes them. ValueError for what is no IRI: loading checks no more."""

    def __missing__(self, iri: str) -> str:
        sound = _SOUND.fullmatch(iri) is not None
        node = self[iri] = f"<{iri}>" if sound else str(ox.NamedNode(iri))
        return node


class _Terms(dict[str, str]):
    """Terms of the vocabulary, or whole IRIs, as N-Quads writes a predicate between spaces."""

    def __missing__(self, term: str) -> str:
        node = self[term] = f" {ox.NamedNode(term if '://' in term else NS + term)} "
        return node


_TERMS: Final = _Terms()


class GraphBuilder:
    """Collects the statements of a named graph, each once, in the order in which they come.

    They are kept as lines of N-Quads (RDF 1.1 N-Quads): that is how a store loads them fastest,
    and writing a line costs a tenth of making a quad.
    """

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._nodes = _Nodes()
        self._end = f" {self._nodes[iri]} .\n"
        self._lines: dict[str, None] = {}

    def beside(self, iri: str) -> GraphBuilder:
        """A builder of another named graph, whose statements come with those of this one."""
        other = GraphBuilder(iri)
        other._nodes, other._lines = self._nodes, self._lines
        return other

    def link(self, subject: str, term: str, target: str) -> None:
        """A statement about another resource; none where ``target`` is empty."""
        if target:
            nodes = self._nodes
            self._lines[f"{nodes[subject]}{_TERMS[term]}{nodes[target]}{self._end}"] = None

    def text(self, subject: str, term: str, value: str, language: str = "") -> None:
        """A string, with its language where one is given; none where it is empty."""
        if value:
            tag = f"@{language}" if language else ""
            literal = _string(value)
            self._lines[f"{self._nodes[subject]}{_TERMS[term]}{literal}{tag}{self._end}"] = None

    def typed(self, subject: str, term: str, value: str, datatype: str) -> None:
        """A literal of one of the datatypes of XML Schema, by its local name."""
        literal = f"{_string(value)}^^<{XSD}{datatype}>"
        self._lines[f"{self._nodes[subject]}{_TERMS[term]}{literal}{self._end}"] = None

    def truth(self, subject: str, term: str, *, value: bool) -> None:
        self.typed(subject, term, str(value).lower(), "boolean")

    def number(self, subject: str, term: str, value: int) -> None:
        self._lines[f'{self._nodes[subject]}{_TERMS[term]}"{value}{_INTEGER}{self._end}'] = None

    def span(self, subject: str, term: str, start: int, end: int) -> None:
        """Where words stand in a text: the offsets of the first character and after the last, as
        RFC 5147 writes them after ``char=``. One value: a third of all statements is about words,
        and so short a string costs the store no more than a number."""
        self._lines[f'{self._nodes[subject]}{_TERMS[term]}"{start},{end}"{self._end}'] = None

    def day(self, subject: str, term: str, value: date | None) -> None:
        if value is not None:
            self.typed(subject, term, value.isoformat(), "date")

    def kind(self, subject: str, name: str) -> None:
        self.link(subject, RDF_TYPE, NS + name)

    def nquads(self) -> bytes:
        """The statements as lines of N-Quads."""
        return "".join(self._lines).encode()

    def quads(self) -> list[ox.Quad]:
        """The statements as quads."""
        return list(ox.parse(self.nquads(), format=ox.RdfFormat.N_QUADS))


def offsets(span: str) -> tuple[int, int]:
    """The start and the end that a span tells, ``4771,5052``."""
    start, _, end = span.partition(",")
    return int(start), int(end)


def _string(value: str) -> str:
    """A string in quotation marks (N-Triples §7, STRING_LITERAL_QUOTE)."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r") + '"'
