"""What the graph knows about one thing, gathered for cards, timelines and pictures.

Every function asks the store with one bounded query and returns plain values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from southsouth.errors import NotFoundError
from southsouth.graph.queries.library import Queryable, bind
from southsouth.graph.rdf.iris import concept, document_iri
from southsouth.reading.instruments.authority import normal_form
from southsouth.un.symbols import guess_symbol
from southsouth.vocabulary import BASE, NS

_PREFIXES: Final = f"""
PREFIX ss: <{NS}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

_NAMES: Final = """
SELECT DISTINCT ?thing ?form ?label WHERE {
  ?name ss:isNameOf ?thing ; ss:literalForm ?form .
  ?thing rdfs:label ?label . FILTER(lang(?label) = "en")
}"""
_KIND: Final = "SELECT ?kind WHERE { $thing a ?kind } LIMIT 1"
_FACTS: Final = """
SELECT DISTINCT ?term ?value ?label WHERE {
  $thing ?term ?value .
  FILTER(!isLiteral(?value) || lang(?value) IN ("", "en"))
  OPTIONAL { ?value rdfs:label ?label . FILTER(lang(?label) IN ("", "en")) }
} ORDER BY ?term ?label ?value"""
_PARTS: Final = """
SELECT DISTINCT ?part ?span ?phrase ?quote WHERE {
  ?part ss:isPartOf $thing ; ss:span ?span ; ss:openingPhrase ?phrase .
  OPTIONAL { ?part ss:quote ?quote }
} ORDER BY xsd:integer(STRBEFORE(?span, ","))"""
_CITES: Final = """
SELECT DISTINCT ?citation ?partSpan ?span ?part ?verb ?target ?printed ?pinpoint ?how WHERE {
  ?citation a ss:Citation ; ss:surfaceForm ?printed ; ss:span ?span ;
            ss:standsIn ?part ; ss:isResolvedBy ?how .
  ?part ss:isPartOf $thing ; ss:span ?partSpan .
  OPTIONAL { ?citation ss:citesDocument/ss:symbol ?target }
  OPTIONAL { ?citation ss:isGovernedBy/rdfs:label ?verb }
  OPTIONAL { ?citation ss:pinpoint ?pinpoint }
} ORDER BY xsd:integer(STRBEFORE(?partSpan, ",")) xsd:integer(STRBEFORE(?span, ","))"""
_CITED_BY: Final = """
SELECT DISTINCT ?part ?verb ?from ?pinpoint WHERE {
  ?citation ss:citesDocument $thing ; ss:standsIn ?part . ?part ss:isPartOf/ss:symbol ?from .
  OPTIONAL { ?citation ss:isGovernedBy/rdfs:label ?verb }
  OPTIONAL { ?citation ss:pinpoint ?pinpoint }
} ORDER BY ?from ?part"""
_EVENTS: Final = """
SELECT ?event ?label ?force ?where (MIN(?onDate) AS ?day) (MIN(?adopted) AS ?stated)
       (MIN(?after) AS ?notBefore) (MIN(?before) AS ?notAfter) (MAX(?likeness) AS ?score)
       (MIN(COALESCE(?onDate, ?before, ?adopted)) AS ?order) (MIN(STR(?aSource)) AS ?source)
       (SAMPLE(?words) AS ?quote) WHERE {
  { SELECT DISTINCT ?event ?label ?force WHERE {
    { ?event ss:affects $thing ; ss:hasForce ?given ; rdfs:label ?label . ?given rdfs:label ?force }
    UNION
    { ?part ss:isPartOf $thing . ?event ss:standsIn ?part ; ss:hasForce ?given ; rdfs:label ?label .
      ?given rdfs:label ?force }
  } }
  OPTIONAL { ?event ss:standsIn ?told
             OPTIONAL { ?told ss:isPartOf ?teller OPTIONAL { ?teller ss:adoptedOn ?then } } }
  OPTIONAL { ?event ss:hasEvidence ?seen
             OPTIONAL { ?seen ss:isPartOf ?witness OPTIONAL { ?witness ss:adoptedOn ?shown } } }
  BIND(COALESCE(?told, ?seen) AS ?where)
  BIND(COALESCE(?then, ?shown) AS ?adopted)
  OPTIONAL { ?event ss:onDate ?onDate }
  OPTIONAL { ?event ss:notBefore ?after OPTIONAL { ?event ss:notAfter ?before } }
  OPTIONAL { ?event ss:score ?likeness }
  OPTIONAL { ?event ss:hasSource ?aSource }
  OPTIONAL { ?event ss:quote ?words }
} GROUP BY ?event ?label ?force ?where ORDER BY ?order ?event"""
_NAMES_OF: Final = """
SELECT ?name ?form ?status (MAX(?snb) AS ?startNotBefore) (MIN(?sna) AS ?startNotAfter)
       (MAX(?enb) AS ?endNotBefore) (MIN(?ena) AS ?endNotAfter)
       (COUNT(DISTINCT ?part) AS ?attestations) (MIN(?day) AS ?first) (MAX(?day) AS ?last)
       (SAMPLE(?source) AS ?aSource) WHERE {
  ?name ss:isNameOf $thing ; ss:literalForm ?form .
  FILTER(lang(?form) = "en")
  OPTIONAL { ?name ss:hasNameStatus/rdfs:label ?status }
  OPTIONAL { ?name ss:startNotBefore ?snb } OPTIONAL { ?name ss:startNotAfter ?sna }
  OPTIONAL { ?name ss:endNotBefore ?enb } OPTIONAL { ?name ss:endNotAfter ?ena }
  OPTIONAL {
    ?mention ss:mentionsName ?name ; ss:standsIn ?part . ?part ss:isPartOf/ss:adoptedOn ?day
    FILTER NOT EXISTS {  # the sentence that asks for a name does not yet use it
      ?asked ss:hasNewName ?name ; ss:standsIn ?part ; ss:hasForce $requested
    }
  }
  OPTIONAL { ?name ss:hasSource ?source }
} GROUP BY ?name ?form ?status ORDER BY ?startNotBefore ?startNotAfter ?first ?form"""


def rows(store: Queryable, query: str, thing: str = "") -> list[dict[str, str]]:
    """The rows of one of the module's queries, with ``$thing`` bound."""
    terms = {"requested": ox.NamedNode(concept("force", "requested"))}
    if thing:
        terms["thing"] = ox.NamedNode(thing)
    return store.query(_PREFIXES + bind(query, terms)).values()


#: An absolute IRI, as far as SPARQL lets one be written (SPARQL 1.1 Query §19.8, IRIREF).
_IRI: Final = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")


def short(iri: str) -> str:
    """An IRI as people write it: ``A/RES/60/212 op14`` for a provision, else below the base."""
    return iri.removeprefix(BASE + "document/").replace("#", " ").removeprefix(BASE)


@dataclass(frozen=True, slots=True)
class Found:
    """What a user's words name: a thing of the graph, whether it is a document, its label."""

    iri: str
    label: str
    is_document: bool


def find(store: Queryable, words: str) -> Found:
    """The document, instrument or body that ``words`` name: a symbol in any spelling, a name old
    or new in any case, an acronym, or an IRI.

    Raises NotFoundError, with the nearest names, where the graph knows none or several.
    """
    symbol = guess_symbol(words)
    iri = document_iri(symbol) if symbol else words if _IRI.fullmatch(words) else ""
    if iri and rows(store, _KIND, iri):
        return Found(iri, symbol.printed if symbol else short(iri), "/document/" in iri)
    names = rows(store, _NAMES)
    wanted = normal_form(words)
    exact = {row["thing"]: row["label"] for row in names if normal_form(row["form"]) == wanted}
    if not exact:
        exact = {row["thing"]: row["label"] for row in names if wanted in normal_form(row["form"])}
    if len(exact) == 1:
        thing, label = next(iter(exact.items()))
        return Found(thing, label, is_document=False)
    if exact:
        raise NotFoundError(f"{words!r} could be: {'; '.join(sorted(exact.values())[:6])}")
    raise NotFoundError(f"the graph knows nothing called {words!r}{_nearest(words, names)}")


def _nearest(words: str, names: list[dict[str, str]]) -> str:
    import difflib

    forms = [row["form"] for row in names]
    near = difflib.get_close_matches(words, forms, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(near)}?" if near else ""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card shows; each list holds rows of plain values."""

    found: Found
    facts: list[dict[str, str]]
    names: list[dict[str, str]]
    parts: list[dict[str, str]]
    cites: list[dict[str, str]]
    cited_by: list[dict[str, str]]
    events: list[dict[str, str]]


_ON_CARD: Final = (
    "title",
    "symbol",
    "adoptedOn",
    "meetingLabel",
    "sessionNumber",
    "agendaItem",
    "distributedOn",
    "adoptedOnReport",
    "adoptedOnDraft",
    "reportingCommittee",
    "submittedByLiteral",
    "isSponsoredBy",
    "sponsoredOnBehalfOf",
    "isCosponsoredBy",
    "votesInFavour",
    "votesAgainst",
    "abstentions",
    "isRecordedIn",
    "hasSubject",
    "hasExpression",
    "isEstablishedUnder",
    "isSetOutIn",
    "isAdoptedByBody",
    "isPartOfBody",
    "isHeldBy",
    "heldFrom",
    "heldUntil",
    "heldIn",
    "isFollowedBy",
    "hasOfficialLink",
    "hasConfidence",
    "hasSource",
)


#: Terms with many values, which share a line of the card.
_JOINED: Final = frozenset({"isSponsoredBy", "isCosponsoredBy", "hasSubject", "hasExpression"})


def _joined(facts: list[dict[str, str]]) -> list[dict[str, str]]:
    together: dict[str, list[str]] = {}
    kept = []
    for fact in facts:
        if fact["term"] not in _JOINED:
            kept.append(fact)
            continue
        if fact["term"] not in together:
            kept.append(fact)
        together.setdefault(fact["term"], []).append(fact["value"].rpartition("[")[2].rstrip("]"))
    return [
        {**fact, "value": ", ".join(together[fact["term"]])} if fact["term"] in together else fact
        for fact in kept
    ]


def card(store: Queryable, found: Found) -> Card:
    """The card of a thing."""
    facts = [
        {"term": row["term"].removeprefix(NS), "value": row["label"] or short(row["value"])}
        for row in rows(store, _FACTS, found.iri)
        if row["term"].removeprefix(NS) in _ON_CARD
    ]
    facts = [dict(pairs) for pairs in dict.fromkeys(tuple(fact.items()) for fact in facts)]
    facts.sort(key=lambda fact: _ON_CARD.index(fact["term"]))
    document = found.is_document
    return Card(
        found,
        _joined(facts),
        [] if document else names_of(store, found.iri),
        rows(store, _PARTS, found.iri) if document else [],
        rows(store, _CITES, found.iri) if document else [],
        rows(store, _CITED_BY, found.iri) if document else [],
        events_of(store, found.iri),
    )


def names_of(store: Queryable, thing: str) -> list[dict[str, str]]:
    """The English names of a thing, with bounds and attestations, in order of time."""
    return rows(store, _NAMES_OF, thing)


def events_of(store: Queryable, thing: str) -> list[dict[str, str]]:
    """The events that affect a thing, or that a document states, in order of time.

    An event that two passages show has the later one in ``also``.
    """
    events: dict[str, dict[str, str]] = {}
    for row in sorted(rows(store, _EVENTS, thing), key=lambda row: row["stated"]):
        known = events.setdefault(row["event"], {**row, "also": ""})
        if known["where"] != row["where"]:
            known["also"] = row["where"]
    return sorted(events.values(), key=lambda row: (row["order"] or "9999", row["event"]))
