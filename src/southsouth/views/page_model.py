"""What a page shows about one resource, as plain values that know nothing of HTTP or HTML.

A server, a static site and the explorer's panel render the same pages from these.
"""

from __future__ import annotations

from dataclasses import dataclass

from southsouth.graph.rdf.iris import is_document
from southsouth.vocabulary import NS


@dataclass(frozen=True, slots=True)
class Value:
    """A value: its words, and its IRI where it is a resource."""

    text: str
    iri: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of a resource with its values, or, of very many, only ``count``."""

    term: Value
    values: tuple[Value, ...]
    count: int = 0


@dataclass(frozen=True, slots=True)
class Citing:
    """A citation: in which provision, under which verb, of what, how that was told."""

    where: Value
    verb: Value | None
    target: Value
    pinpoint: str
    printed: str
    how: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A part of a document: the fragment of its IRI, its verb, its words where the store has them,
    and what it cites."""

    fragment: str
    label: str
    kind: str
    phrase: str
    verb: Value | None
    quote: str
    cites: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: when, with what force, what, where it is said, in which words."""

    fragment: str
    day: str
    force: str
    label: str
    where: Value
    also: Value | None
    quote: str


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name in time."""

    fragment: str
    form: str
    status: str
    use: str
    first: str
    last: str
    attestations: int


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of an ontology, with its definition; ``facts`` is what else is said of
    it: what it stands under, its domain and range, what of other vocabularies it is like."""

    fragment: str
    label: str
    is_class: bool
    definition: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a resource shows.

    ``citing_total`` counts what ``cited_by`` shows the last ``pages.MOST_LISTED`` of; ``others``
    are properties of other resources whose value this one is. ``official`` is the address
    at the United Nations, ``size`` the number of statements of a named graph, ``terms`` what an
    ontology defines.
    """

    iri: str
    title: str
    subtitle: str
    kinds: tuple[Value, ...]
    facts: tuple[Fact, ...] = ()
    provisions: tuple[Provision, ...] = ()
    cited_by: tuple[Citing, ...] = ()
    citing_total: int = 0
    events: tuple[Happening, ...] = ()
    names: tuple[NameUse, ...] = ()
    others: tuple[Fact, ...] = ()
    official: str = ""
    sources: tuple[Value, ...] = ()
    size: int = 0
    terms: tuple[Term, ...] = ()

    @property
    def is_document(self) -> bool:
        return is_document(self.iri)

    def fact(self, name: str) -> tuple[Value, ...]:
        """The values of a property of ours, by its local name."""
        return next((f.values for f in self.facts if f.term.iri == NS + name), ())
