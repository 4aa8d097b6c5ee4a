"""Invented bodies and instruments, and authorities that know some of them in other words."""

from __future__ import annotations

import pyoxigraph as ox

from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, PREFIXES

_HEAD = (
    "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + f"\nBASE <{BASE}>\n"
)


def _named(thing: str, label: str, *names: tuple[str, str, str]) -> str:
    told = [f'<{thing}> rdfs:label "{label}"@en .']
    for number, (form, language, status) in enumerate(names, start=1):
        told.append(
            f"<{thing}#n{number}> a ss:Name ; ss:isNameOf <{thing}> ; "
            f'ss:literalForm "{form}"@{language} ; ss:hasNameStatus <status/{status}> .'
        )
    return "\n".join(told)


#: Our side: a programme with names in two languages, two declarations of Doha, a summit, two boards
#: of one name, and a committee that is linked already.
OURS = "\n".join((
    _HEAD,
    _named("body/wells", "Wells Programme", ("Wells Programme", "en", "official"),
           ("Programme des puits", "fr", "official"), ("WEPRO", "en", "acronym")),
    "<body/wells> a ss:Programme ; ss:isEstablishedUnder <document/A/RES/50/7> .",
    '<document/A/RES/50/7> a ss:Resolution ; ss:adoptedOn "1995-12-01"^^xsd:date .',
    _named("instrument/doha-wells", "Doha Declaration on Wells",
           ("Doha Declaration on Wells", "en", "official"), ("Doha Declaration", "en", "short")),
    "<instrument/doha-wells> a ss:Declaration ; ss:isAdoptedByBody <conference/summit> .",
    _named("conference/summit", "Wells Summit", ("Wells Summit", "en", "official")),
    '<conference/summit> a ss:Conference ; ss:heldFrom "2005-06-12"^^xsd:date ; '
    'ss:heldUntil "2005-06-16"^^xsd:date .',
    _named("body/board-1", "Board of Pumps", ("Board of Pumps", "en", "official")),
    _named("body/board-2", "Board of Pumps", ("Board of Pumps", "en", "official")),
    "<body/board-1> a ss:Group . <body/board-2> a ss:Group .",
    _named("body/lake", "Lake Committee", ("Lake Committee", "en", "official")),
    "<body/lake> a ss:Committee ; skos:exactMatch <https://example.org/authority/lake> .",
    '<body/lake#n1> ss:startNotAfter "1980-01-01"^^xsd:date .',
))  # fmt: skip

_THEIRS = """PREFIX ex: <https://example.org/authority/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wd: <http://www.wikidata.org/entity/>
"""
#: A thesaurus in capitals, with homonyms: another WEPRO, another Doha, a lake of later days.
SKOS_SAMPLE = (
    _THEIRS
    + """
ex:wepro skos:prefLabel "WELLS PROGRAMME"@en , "PROGRAMME DES PUITS"@fr ; skos:altLabel "WEPRO"@en ;
    schema:foundingDate "1996"^^xsd:gYear .
ex:producers skos:prefLabel "Western Producers"@en ; skos:altLabel "WEPRO"@en ;
    schema:foundingDate "1921-05-01"^^xsd:date .
ex:word skos:prefLabel "Wepro"@en .
ex:doha-2001 skos:prefLabel "Doha Declaration"@en ; schema:startDate "2001-11-14"^^xsd:date .
ex:doha-2005 skos:prefLabel "Doha declaration on wells"@en ; skos:altLabel "Doha Declaration"@en ;
    schema:startDate "2005-06-16"^^xsd:date .
ex:board skos:prefLabel "Board of Pumps"@en .
ex:lake skos:prefLabel "Lake Committee"@en .
ex:lake-2 skos:prefLabel "Lake Committee"@en ; schema:foundingDate "1999"^^xsd:gYear .
"""
)
#: The same programme as Wikidata has things: an item, a disambiguation page, an article.
WIKIDATA_SAMPLE = (
    _THEIRS
    + """
wd:Q1 rdfs:label "Wells Programme"@en ; skos:altLabel "WEPRO"@mul , "Programme des puits"@fr ;
    wdt:P571 "1996-01-01T00:00:00Z"^^xsd:dateTime .
wd:Q2 rdfs:label "Wells Programme"@en ; wdt:P31 wd:Q4167410 .
wd:Q3 rdfs:label "Wells Programme"@en ; wdt:P31 wd:Q13442814 .
wd:Q4 rdfs:label "Wells Summit"@en ; wdt:P580 "2005-06-12T00:00:00Z"^^xsd:dateTime ;
    wdt:P582 "2005-06-16T00:00:00Z"^^xsd:dateTime .
"""
)
XL_SAMPLE = (
    _THEIRS
    + """
ex:wepro skosxl:prefLabel ex:label-1 ; skosxl:altLabel ex:label-2 .
ex:label-1 skosxl:literalForm "Wells programme"@en .
ex:label-2 skosxl:literalForm "WEPRO" .
"""
)


def our_store() -> GraphStore:
    """Our side, in one graph."""
    store = GraphStore.in_memory()
    graph = ox.NamedNode(BASE + "graph/ours")
    store.add(
        ox.Quad(quad.subject, quad.predicate, quad.object, graph)
        for quad in ox.parse(OURS, format=ox.RdfFormat.TURTLE)
    )
    return store
