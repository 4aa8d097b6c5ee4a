"""What follows from the graph, in a graph of its own that can be dropped and made again.

The rules are those of OWL 2 RL (its profile document, tables 5 to 9) that the ontology has axioms
for, and two of ours. They are asked as queries over the whole store, an axiom at a time: a reasoner
that holds all in memory takes hours for what the engine answers in seconds. The order of RULES is
that in which they feed each other, so that one round is enough; a test compares the result with a
reasoner's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.library import bind
from southsouth.graph.rdf.iris import INFERRED_GRAPH, ONTOLOGY_GRAPH
from southsouth.graph.store import Store
from southsouth.vocabulary import NS

_PREFIXES: Final = f"""
PREFIX ss: <{NS}>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    ``axioms`` is the pattern of the axioms in the ontology that it needs, with ``?from`` and
    ``?to`` (none for a rule of ours), ``given`` and ``then`` what follows for each: triple patterns
    with ``$from`` and ``$to``; ``then`` is one triple.
    """

    name: str
    source: str
    axioms: str
    given: str
    then: str


RULES: Final = (
    Rule("a document cites what its citations cite", "ours", "",
         "?citation ss:citesDocument ?o ; ss:standsIn ?part . ?part ss:isPartOf ?s",
         "?s ss:cites ?o"),
    Rule("what is replaced comes before what replaces it", "ours", "",
         "?event a ss:Succession ; ss:affects ?s ; ss:hasSuccessor ?o", "?s ss:precedes ?o"),
    Rule("super-properties", "OWL 2 RL prp-spo1", "?from rdfs:subPropertyOf+ ?to",
         "?s $from ?o", "?s $to ?o"),
    Rule("inverse properties", "OWL 2 RL prp-inv1, prp-inv2",
         "{ ?from owl:inverseOf ?to } UNION { ?to owl:inverseOf ?from }", "?s $from ?o",
         "?o $to ?s"),
    Rule("transitive properties", "OWL 2 RL prp-trp",
         "?from a owl:TransitiveProperty BIND(?from AS ?to)", "?s $from+ ?o", "?s $to ?o"),
    Rule("domains", "OWL 2 RL prp-dom", "?from rdfs:domain ?to", "?s $from ?any", "?s a $to"),
    Rule("ranges", "OWL 2 RL prp-rng",
         "?from a owl:ObjectProperty ; rdfs:range ?to", "?any $from ?s", "?s a $to"),
    Rule("super-classes", "OWL 2 RL cax-sco", "?from rdfs:subClassOf+ ?to", "?s a $from",
         "?s a $to"),
)  # fmt: skip


def infer(store: Store) -> int:
    """Make the graph of what follows from the store anew; the number of its quads.

    What is stated is not told again. Axioms are those on our own terms: what other vocabularies
    say of theirs is theirs to infer.
    """
    graph = ox.NamedNode(INFERRED_GRAPH)
    store.replace_graph(INFERRED_GRAPH, ())
    count = 0
    for rule in RULES:
        new: set[ox.Quad] = set()
        for values in _instances(store, rule):
            pattern = bind(f"{rule.given} FILTER NOT EXISTS {{ {rule.then} }}", values)
            text = f"{_PREFIXES} CONSTRUCT {{ {bind(rule.then, values)} }} WHERE {{ {pattern} }}"
            new.update(
                ox.Quad(t.subject, t.predicate, t.object, graph) for t in store.query(text).triples
            )
        store.add(new)  # the rules after this one build on it
        count += len(new)
    return count


def _instances(store: Store, rule: Rule) -> list[dict[str, ox.NamedNode]]:
    if not rule.axioms:
        return [{}]
    axioms = f"GRAPH <{ONTOLOGY_GRAPH}> {{ {rule.axioms} }}"
    asked = (
        f"{_PREFIXES} SELECT DISTINCT ?from ?to WHERE {{ {axioms} "
        f"FILTER(STRSTARTS(STR(?from), STR(ss:)) && STRSTARTS(STR(?to), STR(ss:))) }} "
        "ORDER BY ?from ?to"
    )
    return [
        {name: ox.NamedNode(value) for name, value in row.items()}
        for row in store.query(asked).values()
    ]
