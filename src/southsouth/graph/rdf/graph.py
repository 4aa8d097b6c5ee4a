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


class _Kinds(dict[str, str]):
    """Classes of the vocabulary, as N-Quads writes that something is one."""

    def __missing__(self, name: str) -> str:
        kind = self[name] = f" {ox.NamedNode(RDF_TYPE)} {ox.NamedNode(NS + name)}"
        return kind


_TERMS: Final = _Terms()
_KINDS: Final = _Kinds()


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
            literal = f"{_string(value)}@{language}" if language else _string(value)
            self._lines[f"{self._nodes[subject]}{_TERMS[term]}{literal}{self._end}"] = None

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
        self._lines[f"{self._nodes[subject]}{_KINDS[name]}{self._end}"] = None

    def stands(self, subject: str, kind: str, part: str, start: int, end: int) -> None:
        """What all statements about words say: their kind, the part that holds the words, and
        where they stand in the text."""
        nodes, close = self._nodes, self._end
        node = nodes[subject]
        lines = self._lines
        lines[f"{node}{_KINDS[kind]}{close}"] = None
        lines[f"{node}{_TERMS['standsIn']}{nodes[part]}{close}"] = None
        lines[f'{node}{_TERMS["span"]}"{start},{end}"{close}'] = None

    def beneath(self, iri: str, local: str) -> str:
        """``iri`` with ``local`` behind it, some letters, digits or hyphens: what is below a
        resource needs no check of its own."""
        below = iri + local
        self._nodes[below] = f"{self._nodes[iri][:-1]}{local}>"
        return below

    def nquads(self) -> bytes:
        """The statements as lines of N-Quads."""
        return b"".join(map(str.encode, self._lines))  # few lines are more than ASCII

    def quads(self) -> list[ox.Quad]:
        """The statements as quads."""
        return list(ox.parse(self.nquads(), format=ox.RdfFormat.N_QUADS))


def offsets(span: str) -> tuple[int, int]:
    """The start and the end that a span tells, ``4771,5052``."""
    start, _, end = span.partition(",")
    return int(start), int(end)


def _string(value: str) -> str:
    """A string in quotation marks (N-Triples §7, STRING_LITERAL_QUOTE)."""
    if '"' in value or "\\" in value or "\n" in value or "\r" in value:
        value = value.replace("\\", "\\\\").replace('"', '\\"')
        value = value.replace("\n", "\\n").replace("\r", "\\r")
    return f'"{value}"'
