"""Documents with two symbols: which IRI stands for the document."""

from __future__ import annotations

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable


def work_of(store: Queryable, iri: str) -> str:
    """The IRI under which a document is described, which may be that of its other symbol."""
    found = rows(store, "work-of", thing=iri)
    return found[0]["work"] if found else iri
