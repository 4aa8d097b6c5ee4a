"""Name periods and fulfilled requests as quads of the derived graph ``graph/lineage``. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pyoxigraph as ox

from southsouth.graph.rdf.iris import LINEAGE_GRAPH, concept
from southsouth.things import (
    Attestation,
    Bounds,
    NameChange,
    SilentChange,
    all_bounds,
    first_use,
    tighter,
)
from southsouth.vocabulary import NS, RDF_TYPE, RDFS_LABEL, XSD


def _quad(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(
        ox.NamedNode(subject), ox.NamedNode(predicate), value, ox.NamedNode(LINEAGE_GRAPH)
    )


def _day(day: date) -> ox.Literal:
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(XSD + "date"))


def day_quad(subject: str, predicate: str, day: date) -> ox.Quad:
    """A day of a name, in the derived graph."""
    return _quad(subject, predicate, _day(day))


def _fulfilment(change: NameChange, thing: str, use: Attestation) -> list[ox.Quad]:
    """A renaming that no document announces: shown by the first later use of the new name."""
    event = f"{change.statement}-fulfilled"
    links = {
        RDF_TYPE: NS + "Renaming",
        NS + "hasKind": concept("kind", "renaming"),
        NS + "hasForce": concept("force", "attested"),
        NS + "affects": thing,
        NS + "hasOldName": change.old,
        NS + "hasNewName": change.new,
        NS + "hasEvidence": use.provision,
    }
    quads = [_quad(event, predicate, ox.NamedNode(value)) for predicate, value in links.items()]
    label = ox.Literal("renaming shown by use of the new name", language="en")
    quads.append(_quad(event, RDFS_LABEL, label))
    quads.append(_quad(change.statement, NS + "isFulfilledBy", ox.NamedNode(event)))
    return quads


def _silent(change: SilentChange, thing: str) -> list[ox.Quad]:
    """A renaming that no document tells: the name stops here and the other starts there."""
    event = f"{change.new}-silent"
    links = [
        (RDF_TYPE, NS + "Renaming"),
        (NS + "hasKind", concept("kind", "renaming")),
        (NS + "hasForce", concept("force", "silent")),
        (NS + "affects", thing),
        (NS + "hasOldName", change.old),
        (NS + "hasNewName", change.new),
        (NS + "hasEvidence", change.last_use.provision),
        (NS + "hasEvidence", change.first_use.provision),
    ]
    quads = [_quad(event, predicate, ox.NamedNode(value)) for predicate, value in links]
    label = ox.Literal("silent renaming: one name stops, another starts", language="en")
    quads.append(_quad(event, RDFS_LABEL, label))
    quads.append(day_quad(event, NS + "notBefore", change.last_use.day))
    quads.append(day_quad(event, NS + "notAfter", change.first_use.day))
    if change.score is not None:
        score = ox.Literal(str(change.score), datatype=ox.NamedNode(XSD + "decimal"))
        quads.append(_quad(event, NS + "score", score))
    return quads


def lineage_quads(
    names: Iterable[str],
    attestations: Iterable[Attestation],
    changes: Iterable[NameChange],
    things: Mapping[str, str],
    curated: Mapping[str, Bounds],
    silent: Iterable[SilentChange] = (),
) -> list[ox.Quad]:
    """The derived graph. ``things`` gives the thing of each name; a bound that the authority
    records (``curated``) state as tightly or more is not told again."""
    uses, stated, unsaid = list(attestations), list(changes), list(silent)
    quads = []
    for name, bounds in all_bounds(names, uses, stated, unsaid).items():
        for term, day in tighter(bounds, curated.get(name, Bounds())).items():
            quads.append(day_quad(name, NS + term, day))
    for change in stated:
        if change.force != "requested":
            continue
        use = first_use(change.new, uses, change.day)
        if use is not None:
            quads += _fulfilment(change, things[change.new], use)
    for unspoken in unsaid:
        quads += _silent(unspoken, things[unspoken.new])
    return quads
