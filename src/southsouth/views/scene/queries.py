"""What the explorer asks the store, a query a step. ``$name`` is replaced by a term, ``$$names`` by
the terms of a VALUES clause; every answer that can grow without end has a LIMIT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.library import Queryable, bind
from southsouth.graph.rdf.iris import concept
from southsouth.vocabulary import CLASSES, PREFIXES

PROLOGUE: Final = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("ss", "rdfs", "xsd"))
#: Most rows of one expansion.
MOST_ROWS: Final = 20_000

#: All documents and what is known of them, a query a fact: scans are quicker than their union, and
#: a scan of each class quicker than a look-up for each document.
DOCUMENTS: Final[dict[str, str]] = {
    "kind": "SELECT ?document ?value WHERE { "
    + " UNION ".join(
        f"{{ ?document a ss:{name} BIND(ss:{name} AS ?value) }}"
        for name, parent in CLASSES.items()
        if "Document" in (name, parent)
    )
    + " }",
    "adopted": "SELECT ?document ?value WHERE { ?document ss:adoptedOn ?value }",
    "distributed": "SELECT ?document ?value WHERE { ?document ss:distributedOn ?value }",
    "title": "SELECT ?document ?value WHERE { ?document ss:title ?value "
    "FILTER(lang(?value) IN ('', 'en')) }",
}
#: The days that citations print of what they cite.
PRINTED: Final = """
SELECT ?document ?day WHERE {
  { SELECT ?citation ?day WHERE { ?citation ss:printedDate ?day } }
  { SELECT ?citation ?document WHERE { ?citation ss:citesDocument ?document } }
}"""
#: Which document cites which.
CITES: Final = "SELECT ?from ?to WHERE { ?from ss:cites ?to }"
#: What the lines of the map are.
MAP: Final = """
SELECT DISTINCT ?from ?to WHERE {
  { ?from ss:cites ?to } UNION { ?from ss:isEstablishedUnder ?to }
  UNION { ?from ss:isSetOutIn ?part . ?part ss:isPartOf ?to }
}"""
#: Which things a document tells something of.
TOLD: Final = """
SELECT DISTINCT ?thing WHERE {
  ?part ss:isPartOf $document . ?event ss:standsIn ?part ; ss:affects ?thing .
} ORDER BY ?thing"""
#: Instruments and bodies with all their names, and the documents that founded or contain them.
THINGS: Final = """
SELECT DISTINCT ?thing ?kind ?label ?form ?founded ?contained ?held ?began WHERE {
  ?name ss:isNameOf ?thing ; ss:literalForm ?form .
  ?thing a ?kind ; rdfs:label ?label . FILTER(lang(?label) = "en")
  OPTIONAL { ?thing ss:isEstablishedUnder ?founded }
  OPTIONAL { ?thing ss:isSetOutIn ?part OPTIONAL { ?part ss:isPartOf ?contained } }
  OPTIONAL { ?thing ss:heldFrom ?held }
  OPTIONAL { ?name ss:startNotBefore ?began }
} ORDER BY ?thing ?form"""

#: What documents cite and what cites them, with the verb. The document that a part belongs to is
#: its IRI before the "#", which is quicker than to look it up. ``$$filter`` may keep some rows.
AROUND: Final = """
SELECT DISTINCT ?from ?to ?citation ?part ?verb WHERE {
  {
    VALUES ?from { $$documents }
    ?part ss:isPartOf ?from . ?citation ss:standsIn ?part ; ss:citesDocument ?to .
    OPTIONAL { ?citation ss:isGovernedBy ?verb }
  } UNION {
    VALUES ?to { $$documents }
    ?citation ss:citesDocument ?to ; ss:standsIn ?part .
    BIND(IRI(STRBEFORE(STR(?part), "#")) AS ?from)
    OPTIONAL { ?citation ss:isGovernedBy ?verb }
  }
  $$filter
} LIMIT """ + str(MOST_ROWS)
#: Verbs: what they are called, and what a citation under them does.
VERBS: Final = """
SELECT ?verb ?label ?function WHERE {
  ?verb ss:actKind ?any .
  OPTIONAL { ?verb rdfs:label ?label } OPTIONAL { ?verb ss:citesBy ?function }
}"""
#: Which documents mention a thing, and which found or contain it.
ABOUT: Final = """
SELECT DISTINCT ?from ?to ?citation ?part ?label ?function WHERE {
  {
    ?citation ss:mentions $thing ; ss:standsIn ?part .
    BIND(IRI(STRBEFORE(STR(?part), "#")) AS ?from) BIND($thing AS ?to)
    BIND("mentions" AS ?label) BIND(ss:mentions AS ?function)
  } UNION {
    ?citation ss:affects $thing ; ss:standsIn ?part ; ss:hasKind ?kind . ?kind rdfs:label ?label .
    BIND(IRI(STRBEFORE(STR(?part), "#")) AS ?from) BIND($thing AS ?to) BIND(ss:affects AS ?function)
  } UNION {
    $thing ss:isEstablishedUnder ?to .
    BIND($thing AS ?from) BIND($thing AS ?part) BIND(?to AS ?citation)
    BIND("established under" AS ?label) BIND(ss:isEstablishedUnder AS ?function)
  } UNION {
    $thing ss:isSetOutIn ?part . ?part ss:isPartOf ?to .
    BIND($thing AS ?from) BIND(?to AS ?citation)
    BIND("set out in" AS ?label) BIND(ss:isSetOutIn AS ?function)
  }
} LIMIT """ + str(MOST_ROWS)
#: What is shown of the documents of a picture.
FACTS: Final = """
SELECT ?document ?term ?value WHERE {
  VALUES ?document { $$documents }
  { ?document a ?value . BIND("kind" AS ?term) }
  UNION { ?document ss:adoptedOn ?value . BIND("adopted" AS ?term) }
  UNION { ?document ss:distributedOn ?value . BIND("distributed" AS ?term) }
  UNION { ?document ss:title ?value . FILTER(lang(?value) IN ("", "en")) BIND("title" AS ?term) }
  UNION { ?citation ss:citesDocument ?document ; ss:printedDate ?value . BIND("printed" AS ?term) }
}"""
#: The citations behind one line, each with its sentence.
LINE: Final = """
SELECT DISTINCT ?citation ?part ?partSpan ?span ?printed ?verb ?form ?other ?pinpoint ?quote
WHERE {
  ?citation ss:citesDocument $to ; ss:standsIn ?part ; ss:surfaceForm ?printed ; ss:span ?span .
  ?part ss:isPartOf $from ; ss:span ?partSpan .
  OPTIONAL { ?citation ss:isGovernedBy ?concept
             OPTIONAL { ?concept rdfs:label ?verb } OPTIONAL { ?concept ss:operativeForm ?form }
             OPTIONAL { ?concept ss:preambularForm ?other } }
  OPTIONAL { ?citation ss:pinpoint ?pinpoint }
  OPTIONAL { ?part ss:quote ?quote }
} ORDER BY xsd:integer(STRBEFORE(?span, ",")) ?citation LIMIT 200"""
#: The mentions of a thing in one document, and what the document says happened to it.
MENTIONS: Final = """
SELECT DISTINCT ?citation ?part ?partSpan ?span ?printed ?verb ?quote WHERE {
  ?part ss:isPartOf $from ; ss:span ?partSpan .
  { ?citation ss:mentions $to ; ss:standsIn ?part ; ss:surfaceForm ?printed ; ss:span ?span . }
  UNION { ?citation ss:affects $to ; ss:standsIn ?part ; ss:span ?span ; rdfs:label ?verb . }
  OPTIONAL { ?part ss:quote ?quote }
} ORDER BY xsd:integer(STRBEFORE(?span, ",")) ?citation LIMIT 200"""

#: The official names of things, and where those have no bounds, other names.
NAMES: Final = """
SELECT DISTINCT ?thing ?name ?form ?status ?snb ?sna ?enb ?ena WHERE {
  $$of ?name ss:isNameOf ?thing ; ss:literalForm ?form . FILTER(lang(?form) = "en")
  OPTIONAL { ?name ss:hasNameStatus ?how OPTIONAL { ?how rdfs:label ?status } }
  OPTIONAL { ?name ss:startNotBefore ?snb } OPTIONAL { ?name ss:startNotAfter ?sna }
  OPTIONAL { ?name ss:endNotBefore ?enb } OPTIONAL { ?name ss:endNotAfter ?ena }
} ORDER BY ?thing ?name"""
#: The days on which documents use each name; the sentence that asks for a name does not yet use it.
USES: Final = """
SELECT DISTINCT ?name ?day WHERE {
  $$of ?name ss:isNameOf ?thing . ?mention ss:mentionsName ?name ; ss:standsIn ?part .
  ?part ss:isPartOf ?document . ?document ss:adoptedOn ?day .
  FILTER NOT EXISTS {
    ?asked ss:hasNewName ?name ; ss:standsIn ?part ; ss:hasForce $requested
  }
} ORDER BY ?name ?day"""
#: What happened to things, whom else it affects, where that is said, in which words.
EVENTS: Final = """
SELECT DISTINCT ?thing ?event ?kind ?label ?force ?where ?seen ?stated ?shown ?on ?notBefore
                ?notAfter ?source ?other ?next ?quote WHERE {
  $$of ?event ss:affects ?thing ; ss:hasForce ?given ; rdfs:label ?label ; ss:hasKind ?kindNode .
  ?given rdfs:label ?force . ?kindNode rdfs:label ?kind .
  OPTIONAL { ?event ss:standsIn ?where
             OPTIONAL { ?where ss:isPartOf ?teller OPTIONAL { ?teller ss:adoptedOn ?stated } } }
  OPTIONAL { ?event ss:hasEvidence ?seen
             OPTIONAL { ?seen ss:isPartOf ?witness OPTIONAL { ?witness ss:adoptedOn ?shown } } }
  OPTIONAL { ?event ss:onDate ?on }
  OPTIONAL { ?event ss:notBefore ?notBefore OPTIONAL { ?event ss:notAfter ?notAfter } }
  OPTIONAL { ?event ss:hasSource ?source }
  OPTIONAL { ?event ss:affects ?other FILTER(?other != ?thing) }
  OPTIONAL { ?event ss:hasSuccessor ?next }
  OPTIONAL { ?event ss:quote ?quote }
} ORDER BY ?thing ?event"""
#: What follows what, with their labels.
FOLLOWED: Final = """
SELECT DISTINCT ?one ?other ?day WHERE {
  ?one ss:isFollowedBy ?other . OPTIONAL { ?other ss:heldFrom ?day }
} ORDER BY ?one ?other"""
#: Labels and kinds of things.
LABELS: Final = """
SELECT DISTINCT ?thing ?label ?kind WHERE {
  $$of ?name ss:isNameOf ?thing . ?thing rdfs:label ?label ; a ?kind . FILTER(lang(?label) = "en")
} ORDER BY ?thing ?kind"""


def values(iris: Iterable[str]) -> str:
    """IRIs as the terms of a VALUES clause. Raises ValueError for what is no IRI."""
    return " ".join(str(ox.NamedNode(iri)) for iri in sorted(iris))


def of(things: Iterable[str]) -> str:
    """The clause that keeps ``?thing`` to these; none for no things, which means all."""
    listed = values(things)
    return f"VALUES ?thing {{ {listed} }}" if listed else ""


def text_of(query: str, lists: Mapping[str, str] | None = None, **terms: str) -> str:
    """The whole text of a query: ``lists`` fill ``$$name``, IRIs fill ``$name``."""
    for name, listed in (lists or {}).items():
        query = query.replace(f"$${name}", listed)
    bound = {name: ox.NamedNode(iri) for name, iri in terms.items()}
    bound["requested"] = ox.NamedNode(concept("force", "requested"))
    return PROLOGUE + bind(query, bound).strip() + "\n"


def pairs(store: Queryable, query: str) -> list[tuple[str, str]]:
    """The rows of a query with two columns, both bound."""
    rows = store.query(text_of(query)).rows
    return [(one.value, other.value) for one, other in rows if one and other]


def ask(
    store: Queryable, query: str, lists: Mapping[str, str] | None = None, **terms: str
) -> list[dict[str, str]]:
    """The rows of a query."""
    return store.query(text_of(query, lists, **terms)).values()
