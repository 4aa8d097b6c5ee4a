"""A store of invented documents, instruments and bodies, for the tests of exporters."""

from __future__ import annotations

import pyoxigraph as ox

from southsouth.graph.store import GraphStore
from southsouth.resources import ontology_files
from southsouth.vocabulary import BASE, PREFIXES

_HEAD = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())

#: B cites A twice in one paragraph and once in the front; its title needs escapes everywhere.
FACTS = f"""{_HEAD}
BASE <{BASE}>
<document/A/RES/50/7> a ss:Resolution ; ss:symbol "A/RES/50/7" ;
    ss:adoptedOn "1995-12-01"^^xsd:date ;
    ss:title "Wells"@en , "Puits"@fr ; ss:hasOfficialLink <https://undocs.org/A/RES/50/7> ;
    ss:adoptedBy <body/assembly> .
<document/A/RES/66/901> a ss:Resolution ; ss:symbol "A/RES/66/901" ;
    ss:title "=Wells & {{pumps}}: 50% of _all_ $ costs, C:\\\\drive ~ ^ #1"@en ;
    ss:adoptedOn "2012-02-01"^^xsd:date ; ss:distributedOn "2012-03-03"^^xsd:date ;
    ss:hasOfficialLink <https://undocs.org/A/RES/66/901> ; ss:adoptedBy <body/assembly> .
<document/A/66/123> a ss:Report , ss:Document ; ss:symbol "A/66/123" .
<document/A/66.123> a ss:Document ; ss:symbol "A/66.123" .
<document/A/RES/66/901#op1> ss:isPartOf <document/A/RES/66/901> .
<document/A/RES/66/901#front> ss:isPartOf <document/A/RES/66/901> .
<document/A/RES/66/901#op1-cite1> a ss:Citation ; ss:citesDocument <document/A/RES/50/7> ;
    ss:standsIn <document/A/RES/66/901#op1> ; ss:isGovernedBy <verb/recall> .
<document/A/RES/66/901#op1-cite2> a ss:Citation ; ss:citesDocument <document/A/RES/50/7> ;
    ss:standsIn <document/A/RES/66/901#op1> ; ss:isGovernedBy <verb/recall> .
<document/A/RES/66/901#op1-cite3> a ss:Citation ; ss:citesDocument <document/A/66/123> ;
    ss:standsIn <document/A/RES/66/901#op1> ; ss:isGovernedBy <verb/welcome> .
<document/A/RES/66/901#front-cite1> a ss:Citation ; ss:citesDocument <document/A/RES/50/7> ;
    ss:standsIn <document/A/RES/66/901#front> .
<document/A/RES/66/901#op1-mention1> a ss:Mention ; ss:mentions <instrument/fund/wells> ;
    ss:standsIn <document/A/RES/66/901#op1> .
<document/A/RES/66/901#op1-mention2> a ss:Mention ; ss:mentions <instrument/unnamed> ;
    ss:standsIn <document/A/RES/66/901#op1> .
<body/assembly> a ss:PrincipalOrgan ; rdfs:label "Assembly"@en , "Assemblée"@fr .
<body/assembly#name-en-1> ss:isNameOf <body/assembly> ; ss:literalForm "Assembly"@en .
<instrument/fund/wells> a ss:TrustFund ; rdfs:label "Fund for\\nWells"@en ;
    ss:isEstablishedUnder <document/A/RES/50/7> .
<instrument/fund/wells#name-en-1> ss:isNameOf <instrument/fund/wells> ;
    ss:literalForm "Fund for Wells"@en .
"""


def small_store() -> GraphStore:
    """The facts above in one graph, and the ontology in another."""
    store = GraphStore.in_memory()
    for graph, data in (
        ("facts", [FACTS]),
        ("ontology", [p.read_text("utf-8") for p in ontology_files()]),
    ):
        name = ox.NamedNode(BASE + "graph/" + graph)
        store.add(
            ox.Quad(quad.subject, quad.predicate, quad.object, name)
            for text in data
            for quad in ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=BASE)
        )
    return store
