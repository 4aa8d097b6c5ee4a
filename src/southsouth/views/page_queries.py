"""What a page asks the store: a query for each of its sections."""

from __future__ import annotations

from typing import Final

from southsouth.vocabulary import NS, PREFIXES

PREFIXED: Final = f"""
PREFIX ss: <{NS}>
PREFIX rdf: <{PREFIXES["rdf"]}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX skos: <{PREFIXES["skos"]}>
PREFIX xsd: <{PREFIXES["xsd"]}>
"""

#: So many citations of a document, or statements of one property about a thing, are listed; the
#: rest is counted.
MOST: Final = 500

FACTS: Final = """
SELECT DISTINCT ?term ?termLabel ?value ?label WHERE {
  $thing ?term ?value .
  OPTIONAL { ?term rdfs:label ?termLabel FILTER(lang(?termLabel) IN ("", "en")) }
  OPTIONAL { ?value rdfs:label ?label FILTER(lang(?label) IN ("", "en")) }
} ORDER BY ?term ?label ?value"""
#: A row for each statement about a part, and for each label of a verb. A part is told of in every
#: graph that cites it, and the engine gives each of these statements: as rows they add up, as
#: columns they would multiply.
PARTS: Final = """
SELECT DISTINCT ?about ?term ?value WHERE {
  { { SELECT DISTINCT ?about WHERE { ?about ss:isPartOf $thing } }
    ?about ?term ?value
    FILTER(?term IN (ss:span, rdf:type, ss:openingPhrase, ss:opensWith, ss:quote)) }
  UNION
  { { SELECT DISTINCT ?about ?value WHERE {
      ?part ss:isPartOf $thing ; ss:opensWith ?about . ?about rdfs:label ?value } }
    BIND(rdfs:label AS ?term) }
}"""
CITES: Final = """
SELECT DISTINCT ?citation ?span ?part ?verb ?verbLabel ?target ?targetLabel ?printed ?pinpoint
       ?howLabel WHERE {
  ?part ss:isPartOf $thing . ?citation ss:standsIn ?part ; a ss:Citation ; ss:span ?span ;
    ss:surfaceForm ?printed .
  OPTIONAL { ?citation ss:citesDocument ?target . OPTIONAL { ?target rdfs:label ?targetLabel
             FILTER(lang(?targetLabel) IN ("", "en")) } }
  OPTIONAL { ?citation ss:isGovernedBy ?verb . ?verb rdfs:label ?verbLabel }
  OPTIONAL { ?citation ss:pinpoint ?pinpoint }
  OPTIONAL { ?citation ss:isResolvedBy/rdfs:label ?howLabel }
} ORDER BY xsd:integer(STRBEFORE(?span, ",")) ?citation"""
CITED_BY: Final = """
SELECT DISTINCT ?part ?day ?verb ?verbLabel ?pinpoint ?printed WHERE {
  ?citation ss:citesDocument $thing ; ss:standsIn ?part ; ss:surfaceForm ?printed .
  OPTIONAL { ?part ss:isPartOf/ss:adoptedOn ?day }
  OPTIONAL { ?citation ss:isGovernedBy ?verb . ?verb rdfs:label ?verbLabel }
  OPTIONAL { ?citation ss:pinpoint ?pinpoint }
} ORDER BY DESC(?day) ?part LIMIT """ + str(MOST)
CITING_TOTAL: Final = "SELECT (COUNT(*) AS ?n) WHERE { ?citation ss:citesDocument $thing }"
OTHERS: Final = """
SELECT DISTINCT ?term ?termLabel ?other ?label WHERE {
  VALUES ?term { %s }
  ?other ?term $thing . FILTER(!STRSTARTS(STR(?other), CONCAT(STR($thing), "#")))
  OPTIONAL { ?term rdfs:label ?termLabel FILTER(lang(?termLabel) IN ("", "en")) }
  OPTIONAL { ?other rdfs:label ?label FILTER(lang(?label) IN ("", "en")) }
} ORDER BY ?term ?other"""
OTHERS_COUNT: Final = """
SELECT ?term (SAMPLE(?name) AS ?termLabel) (SUM(?many) AS ?n) WHERE {
  { SELECT ?term (COUNT(DISTINCT ?other) AS ?many) WHERE {
    ?other ?term $thing . FILTER(!STRSTARTS(STR(?other), CONCAT(STR($thing), "#")))
  } GROUP BY ?term }
  OPTIONAL { ?term rdfs:label ?name FILTER(lang(?name) IN ("", "en")) }
} GROUP BY ?term ORDER BY ?term"""
GRAPH_SIZE: Final = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH $thing { ?s ?p ?o } }"
TERMS: Final = """
SELECT ?defined ?term ?termLabel ?value ?label WHERE {
  ?defined rdfs:isDefinedBy $thing ; ?term ?value .
  OPTIONAL { ?term rdfs:label ?termLabel FILTER(lang(?termLabel) IN ("", "en")) }
  OPTIONAL { ?value rdfs:label ?label FILTER(lang(?label) IN ("", "en")) }
} ORDER BY ?defined ?term ?value"""
SOURCES: Final = """
SELECT DISTINCT ?source ?file WHERE {
  ?graph ss:describes $thing ; ss:isReadFrom ?source . ?source ss:fileName ?file
} ORDER BY ?file ?source"""
