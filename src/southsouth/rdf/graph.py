"""Collecting the statements of one named graph."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

import pyoxigraph as ox

from southsouth.vocabulary import NS, RDF_TYPE, XSD

#: What a string may not hold as it is (N-Triples §7, STRING_LITERAL_QUOTE).
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_ESCAPED: Final = re.compile(r'[\\"\n\r]')


class GraphBuilder:
    """Collects the statements of one named graph, each once, in the order in which they come.

    They are kept as lines of N-Quads (RDF 1.1 N-Quads): that is how a store loads them fastest,
    and writing a line costs a third of making a quad.
    """

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._end = f" {_node(iri)} .\n"
        self._nodes: dict[str, str] = {}
        self._lines: dict[str, None] = {}

    def _add(self, subject: str, term: str, value: str) -> None:
        node = self._nodes.get(subject) or self._nodes.setdefault(subject, _node(subject))
        self._lines[f"{node} {_term(term)} {value}{self._end}"] = None

    def link(self, subject: str, term: str, target: str) -> None:
        """A statement about another resource; none where ``target`` is empty."""
        if target:
            node = self._nodes.get(target) or self._nodes.setdefault(target, _node(target))
            self._add(subject, term, node)

    def text(self, subject: str, term: str, value: str, language: str = "") -> None:
        """A string, with its language where one is given; none where it is empty."""
        if value:
            tag = f"@{language}" if language else ""
            self._add(subject, term, f"{_string(value)}{tag}")

    def typed(self, subject: str, term: str, value: str, datatype: str) -> None:
        """A literal of one of the datatypes of XML Schema, by its local name."""
        self._add(subject, term, f"{_string(value)}^^<{XSD}{datatype}>")

    def truth(self, subject: str, term: str, *, value: bool) -> None:
        self.typed(subject, term, str(value).lower(), "boolean")

    def number(self, subject: str, term: str, value: int) -> None:
        self.typed(subject, term, str(value), "integer")

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


def _node(iri: str) -> str:
    return str(ox.NamedNode(iri))  # raises ValueError for what is no IRI: loading checks no more


@cache
def _term(term: str) -> str:
    return _node(term if "://" in term else NS + term)


def _string(value: str) -> str:
    return f'"{_ESCAPED.sub(lambda found: _ESCAPES[found[0]], value)}"'
