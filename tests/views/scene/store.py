"""A store of invented documents that cite each other, with their words, for the pictures."""

from __future__ import annotations

import pyoxigraph as ox

from southsouth.graph.store import GraphStore
from southsouth.vocabulary import BASE, PREFIXES

_HEAD = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
HOSTILE = "</text><script>alert(1)</script>\"'&"
QUOTE = "1. Recalls its resolution 50/7, and recalls again resolution 50/7 on wells;"


def document(symbol: str, day: str = "", kind: str = "Resolution", title: str = "") -> str:
    told = f' ; ss:adoptedOn "{day}"^^xsd:date' if day else ""
    told += f' ; ss:title "{title}"@en' if title else ""
    return f'<document/{symbol}> a ss:{kind} ; ss:symbol "{symbol}"{told} .'


def citation(source: str, part: str, number: int, target: str, verb: str, start: int = 0) -> str:
    me = f"document/{source}#{part}"
    return f"""
<{me}> ss:isPartOf <document/{source}> ; ss:span "100,900" .
<document/{source}> ss:cites <document/{target}> .
<{me}-cite{number}> a ss:Citation ; ss:citesDocument <document/{target}> ; ss:standsIn <{me}> ;
  ss:surfaceForm "resolution 50/7" ; ss:span "{100 + start},{114 + start}" ;
  ss:isGovernedBy <verb/{verb}> ."""


FACTS = f"""{_HEAD}
BASE <{BASE}>
{document("A/RES/50/7", "1995-12-01", title="Wells")}
{document("A/RES/55/8", "2000-12-01")}
{document("A/RES/60/9", "2005-12-01")}
{document("A/RES/65/10")}
{document("S/RES/1325(2000)")}
{document("A/9946", kind="Report")}
{citation("A/RES/55/8", "pp1", 1, "A/RES/50/7", "recall")}
{citation("A/RES/60/9", "op1", 1, "A/RES/50/7", "recall", QUOTE.index("resolution 50/7"))}
{citation("A/RES/60/9", "op1", 2, "A/RES/50/7", "recall", QUOTE.rindex("resolution 50/7"))}
{citation("A/RES/60/9", "pp1", 3, "A/RES/55/8", "welcome")}
{citation("A/RES/65/10", "op2", 1, "A/RES/60/9", "welcome")}
{citation("A/RES/65/10", "op2", 2, "S/RES/1325(2000)", "recall")}
{citation("A/RES/65/10", "op2", 3, "A/9946", "note")}
<document/A/RES/60/9#op1> ss:quote "{QUOTE}" .
<document/A/RES/65/10#op2-cite1> ss:printedDate "2005-12-01"^^xsd:date .
<verb/recall> ss:actKind "assertive" ; rdfs:label "recalls"@en ; ss:citesBy ss:recalls ;
  ss:operativeForm "recalls"@en ; ss:preambularForm "recalling"@en .
<verb/welcome> ss:actKind "expressive" ; rdfs:label "welcomes"@en ; ss:citesBy ss:welcomes .
<instrument/fund/wells> a ss:TrustFund ; rdfs:label "Water Fund"@en ;
  ss:isEstablishedUnder <document/A/RES/50/7> .
<instrument/fund/wells#name-en-1> ss:isNameOf <instrument/fund/wells> ;
  ss:literalForm "Wells Fund"@en ; ss:hasNameStatus <status/official> ;
  ss:startNotAfter "1995-12-01"^^xsd:date ; ss:endNotAfter "2005-12-01"^^xsd:date .
<instrument/fund/wells#name-en-2> ss:isNameOf <instrument/fund/wells> ;
  ss:literalForm "Water Fund"@en ; ss:hasNameStatus <status/official> ;
  ss:startNotBefore "2005-12-01"^^xsd:date .
<document/A/RES/65/10#op2-mention1> ss:mentionsName <instrument/fund/wells#name-en-2> ;
  ss:standsIn <document/A/RES/65/10#op2> .
<status/official> rdfs:label "official name"@en .
<document/A/RES/60/9#op1-event1> ss:affects <instrument/fund/wells> ;
  ss:hasForce <force/requested> ; ss:hasKind <kind/renaming> ; ss:span "110,130" ;
  rdfs:label "requested renaming: Wells Fund → Water Fund"@en ;
  ss:standsIn <document/A/RES/60/9#op1> ; ss:quote "rename the Wells Fund" .
<document/A/RES/60/9#op1-mention1> ss:mentions <instrument/fund/wells> ; ss:span "101,111" ;
  ss:standsIn <document/A/RES/60/9#op1> ; ss:surfaceForm "Wells Fund" .
<force/requested> rdfs:label "requested"@en . <force/decided> rdfs:label "decided"@en .
<kind/renaming> rdfs:label "renaming"@en . <kind/merger> rdfs:label "merger"@en .
<body/wells> a ss:Committee ; rdfs:label {ox.Literal("Wells " + HOSTILE, language="en")} .
<body/wells#name-en-1> ss:isNameOf <body/wells> ; ss:startNotAfter "1990-01-01"^^xsd:date ;
  ss:literalForm {ox.Literal("Wells " + HOSTILE, language="en")} .
<body/water> a ss:Committee ; rdfs:label "Water Committee"@en .
<body/water#name-en-1> ss:isNameOf <body/water> ; ss:literalForm "Water Committee"@en ;
  ss:startNotAfter "1996-01-01"^^xsd:date .
<body/water#event-merger> ss:affects <body/wells> , <body/water> ; ss:hasKind <kind/merger> ;
  ss:hasForce <force/decided> ; ss:onDate "1996-01-01"^^xsd:date ;
  rdfs:label "Wells go over into Water"@en ; ss:hasSource <https://example.org/wells> .
<conference/one> a ss:Conference ; rdfs:label "First Water Summit"@en ;
  ss:heldFrom "2000-04-10"^^xsd:date ; ss:isFollowedBy <conference/two> .
<conference/one#name-en-1> ss:isNameOf <conference/one> ; ss:literalForm "First Water Summit"@en ;
  ss:startNotAfter "2000-04-10"^^xsd:date .
<conference/two> a ss:Conference ; rdfs:label "Second Water Summit"@en ;
  ss:heldFrom "2005-06-12"^^xsd:date .
<conference/two#name-en-1> ss:isNameOf <conference/two> ;
  ss:literalForm "Second Water Summit"@en ; ss:startNotAfter "2005-06-12"^^xsd:date .
"""


def small_store() -> GraphStore:
    """The store, in memory."""
    engine = ox.Store()
    engine.load(FACTS.encode(), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(BASE + "graph/t"))
    return GraphStore(engine)
