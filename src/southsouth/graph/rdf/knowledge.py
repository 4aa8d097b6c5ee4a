"""Things and happenings as quads of the derived graph ``graph/knowledge``. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

import pyoxigraph as ox

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import KNOWLEDGE_GRAPH, concept, provision_of
from southsouth.things import Attested, Happening, Knowledge, NameUse, Thing, ThingName
from southsouth.vocabulary import RDFS_LABEL

#: What a part is by its name; any other is a DocumentPart.
_PARTS: Final = {"annex": "Annex", "chap": "Chapter"}
#: What a statement of evidence says of the things and names that are its roles.
_ROLES: Final = ("affects", "hasSuccessor", "hasOldName", "hasNewName")


class CitedPart(NamedTuple):
    """A part that citations name: its IRI, that of its document, the printed symbol, the words that
    the citations have for it, one each."""

    iri: str
    document: str
    printed: str
    pinpoints: Sequence[str]


def knowledge_quads(
    knowledge: Knowledge, uses: Iterable[Attested] = (), parts: Iterable[CitedPart] = ()
) -> list[ox.Quad]:
    """What follows from all documents, without what the records say themselves."""
    graph = GraphBuilder(KNOWLEDGE_GRAPH)
    for thing in knowledge.things:
        _thing(graph, thing)
    for happening in knowledge.happenings:
        _happening(graph, happening)
    for roles in knowledge.roles:
        values = (roles.thing, roles.other, roles.old, roles.new)
        for term, value in zip(_ROLES, values, strict=True):
            graph.link(roles.statement, term, value)
    for series in knowledge.series:
        graph.kind(series.iri, "ConferenceSeries")
        graph.text(series.iri, RDFS_LABEL, series.label, "en")
        for member in series.members:
            graph.link(member, "isOfSeries", series.iri)
    for one, other in knowledge.possibly_same:
        graph.link(one, "possiblySameAs", other)
    for use in uses:
        graph.number(use.name, "attestedInDocuments", use.documents)
        graph.day(use.name, "firstAttestedOn", use.first)
        graph.day(use.name, "lastAttestedOn", use.last)
    for part in parts:
        _part(graph, part)
    return graph.quads()


def _part(graph: GraphBuilder, part: CitedPart) -> None:
    """What is known of a part that may never have been read."""
    name = part.iri.partition("#")[2]
    kind = "" if "-" in name else _PARTS.get(name.rstrip("0123456789"), "")
    graph.kind(part.iri, kind or "DocumentPart")
    graph.link(part.iri, "isPartOf", part.document)
    words = min(Counter(part.pinpoints).items(), key=lambda item: (-item[1], item[0]))[0]
    graph.text(part.iri, RDFS_LABEL, f"{part.printed}, {words}")


def _thing(graph: GraphBuilder, thing: Thing) -> None:
    if not thing.known:
        graph.kind(thing.iri, thing.kind)
        graph.text(thing.iri, RDFS_LABEL, thing.label, "en")
        graph.link(thing.iri, "hasConfidence", concept("confidence", "learned"))
        # the provision that names it first, of those with a day
        graph.link(thing.iri, "hasSource", provision_of(_first_use(thing).iri))
        if thing.held_in:
            graph.number(thing.iri, "heldInYear", thing.held_in)
    for name in thing.names:
        if not name.known:
            _name(graph, thing.iri, name)
        for use in name.uses:
            graph.link(use.iri, "mentions", thing.iri)
            graph.link(use.iri, "mentionsName", name.iri)
    for use in thing.pointing:
        graph.link(use.iri, "mentions", thing.iri)


def _first_use(thing: Thing) -> NameUse:
    uses = (use for name in thing.names for use in name.uses)
    return min(uses, key=lambda use: (use.day or date.max, use.iri))


def _name(graph: GraphBuilder, thing: str, name: ThingName) -> None:
    graph.link(thing, "hasName", name.iri)
    graph.kind(name.iri, "Name")
    graph.text(name.iri, RDFS_LABEL, name.form, "en")
    graph.text(name.iri, "literalForm", name.form, "en")
    graph.link(name.iri, "isNameOf", thing)
    graph.link(name.iri, "hasNameStatus", concept("status", name.status))


def _happening(graph: GraphBuilder, happening: Happening) -> None:
    iri = happening.iri
    graph.kind(iri, "Happening")
    graph.text(iri, RDFS_LABEL, " ".join(_words(happening)), "en")
    graph.link(iri, "isOfKind", concept("kind", happening.kind))
    graph.link(iri, "hasStrongestForce", concept("force", happening.force))
    graph.link(iri, "concerns", happening.thing)
    graph.link(iri, "leadsTo", happening.other)
    graph.link(iri, "endsName", happening.old)
    graph.link(iri, "beginsName", happening.new)
    graph.text(iri, "oldName", happening.old_form, "en")
    graph.text(iri, "newName", happening.new_form, "en")
    graph.day(iri, "onDate", happening.day)
    for claim in happening.claims:
        graph.day(iri, "claimedDay", claim)
    for document in happening.authority:
        graph.link(iri, "hasAuthority", document)
    for statement in happening.statements:
        graph.link(iri, "isToldBy", statement)


def _words(happening: Happening) -> Iterator[str]:
    if happening.force == "requested":
        yield "requested"
    yield f"{happening.kind}:"
    yield happening.old_form or happening.label
    if happening.new_form:
        yield f"→ {happening.new_form}"
