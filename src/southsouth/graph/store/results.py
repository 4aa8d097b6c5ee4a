"""Answers to queries, the same for the embedded store and for an endpoint."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave.

    A SELECT has ``columns`` and ``rows`` (one cell a column, None where unbound), an ASK a
    ``truth``, a CONSTRUCT or DESCRIBE ``triples``.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[ox.Triple, ...] = ()

    def values(self) -> list[dict[str, str]]:
        """Each row as column → plain value, "" where unbound."""
        return [
            {
                column: term.value if term is not None else ""
                for column, term in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]
