"""The documents that a store describes, and who cites whom: what several exporters need.

Each function asks once, whatever the number of documents, and asks for plain rows: an endpoint that
cuts long answers gives them in pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from southsouth.graph.queries.internal import rows
from southsouth.graph.store import Store
from southsouth.vocabulary import BASE, CLASSES, NS


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the store says of one document; "" for what it does not say.

    ``kind`` is the most special class, by its local name, ``classes`` all of them, general ones
    first; dates are in ISO 8601, ``title`` and ``organ`` in English. Of several values the first
    in the order of characters is taken, so the same store gives the same facts.
    """

    iri: str
    symbol: str
    classes: tuple[str, ...]
    title: str = ""
    adopted: str = ""
    distributed: str = ""
    organ: str = ""
    link: str = ""

    @property
    def kind(self) -> str:
        """The most special class."""
        return self.classes[-1]

    @property
    def date(self) -> str:
        """The day of adoption, else that of distribution."""
        return self.adopted or self.distributed

    @property
    def node(self) -> str:
        """The symbol as the IRI has it, which no two documents share."""
        return self.iri.removeprefix(BASE + "document/")


@dataclass(frozen=True, slots=True)
class Cites:
    """All citations of one document by another with one function ("cites" where no verb governs
    them): how many, and under which verbs."""

    source: str
    target: str
    function: str
    verbs: tuple[str, ...]
    count: int


@cache
def ancestry(name: str) -> tuple[str, ...]:
    """A class of the vocabulary and its superclasses, the most general first."""
    parent = CLASSES.get(name, "")
    return (*(ancestry(parent) if parent else ()), name)


def classes_of(iris: Iterable[str]) -> tuple[str, ...]:
    """The classes of a thing with all their superclasses, by local name, general ones first."""
    names = {name for iri in iris if iri.startswith(NS) for name in ancestry(iri.removeprefix(NS))}
    return tuple(sorted(names, key=lambda name: (len(ancestry(name)), name)))


def described_documents(store: Store) -> list[DocumentFacts]:
    """All documents with a symbol, sorted by IRI. One query."""
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows(store, "records-of-documents"):
        facts = found.setdefault(row["document"], {})
        facts.setdefault(row["term"], set()).add(row["value"])
    return [
        DocumentFacts(
            iri,
            classes=classes_of(facts.get("class", ())) or ("Document",),
            **{
                term: min(facts.get(term, ("",)))
                for term in ("symbol", "title", "adopted", "distributed", "organ", "link")
            },
        )
        for iri, facts in sorted(found.items())
    ]


def citations(store: Store) -> list[Cites]:
    """Who cites whom, with which function, sorted. One query."""
    counts: Counter[tuple[str, str, str]] = Counter()
    verbs: dict[tuple[str, str, str], set[str]] = {}
    for row in rows(store, "counts-of-citations"):
        key = (row["from"], row["to"], row["function"].removeprefix(NS) or "cites")
        counts[key] += int(row["count"])
        verbs.setdefault(key, set()).update(filter(None, [row["verb"]]))
    return [Cites(*key, tuple(sorted(verbs[key])), counts[key]) for key in sorted(counts)]
