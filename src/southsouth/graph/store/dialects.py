"""Where SPARQL servers differ, in one table: addresses, rights, default graph, limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Dialect:
    """One kind of server.

    ``server`` is how its ``Server`` header begins; ``update`` and ``graph_store`` where it takes
    updates and the Graph Store Protocol, relative to the address for queries; ``parameters`` what
    a query sends along so that its default graph is the union of all graphs; ``rows`` the most
    rows of one answer (0: no limit) and ``batch`` the most triples of one update.
    """

    name: str
    server: str
    update: str = ""
    graph_store: str = ""
    digest: bool = False
    parameters: tuple[tuple[str, str], ...] = ()
    rows: int = 0
    batch: int = 5_000


#: A server that nobody has told us about: its default graph should be the union of its graphs.
PLAIN: Final = Dialect("SPARQL 1.1", "")
DIALECTS: Final = (
    # oxigraph serve: its own parameter makes the union (its --union-default-graph, a query)
    Dialect("Oxigraph", "oxigraph", "update", "store", parameters=(("union-default-graph", ""),)),
    # Virtuoso 7: ResultSetMaxRows is 10,000 as Debian ships it; long updates overflow its compiler
    Dialect(
        "Virtuoso",
        "virtuoso",
        "/sparql-auth",
        "/sparql-graph-crud-auth",
        digest=True,
        rows=10_000,
        batch=500,
    ),
)


def dialect_of(server: str) -> Dialect:
    """The dialect of a server, by its ``Server`` header."""
    known = (d for d in DIALECTS if server.lower().startswith(d.server))
    return next(known, PLAIN)


_PROLOGUE: Final = re.compile(
    r"(?:\s*(?:#[^\n]*(?:\n|$)|PREFIX\s+[^\s:]*:\s*<[^<>]*>|BASE\s*<[^<>]*>))*", re.IGNORECASE
)


def is_set(text: str) -> bool:
    """Whether no row of the answer may come twice: a SELECT DISTINCT (SPARQL 1.1 Query §15.3)."""
    found = _PROLOGUE.match(text)
    query = text[found.end() if found else 0 :]
    return re.match(r"\s*SELECT\s+DISTINCT\b", query, re.IGNORECASE) is not None


def page_of(text: str, columns: tuple[str, ...], offset: int, rows: int) -> str:
    """The query that gives ``rows`` rows of a SELECT query from ``offset`` on.

    The query becomes a subquery (SPARQL 1.1 Query §12): its own order and limits hold. Where it
    has no order, its columns give one, for pages must not overlap.
    """
    found = _PROLOGUE.match(text)
    end = found.end() if found else 0
    prologue, query = text[:end], text[end:]
    names = " ".join(f"?{column}" for column in columns)
    if not re.search(r"\bORDER\s+BY\b", query, re.IGNORECASE):
        query = f"SELECT {names} WHERE {{ {{ {query}\n }} }} ORDER BY {names}"
    return f"{prologue}\nSELECT {names} WHERE {{ {{ {query}\n }} }} OFFSET {offset} LIMIT {rows}"
