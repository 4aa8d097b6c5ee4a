"""Finding resources by what people type: a symbol, a name, words of a title."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.library import Queryable, bind
from southsouth.graph.rdf.iris import document_iri
from southsouth.reading.instruments.authority import normal_form
from southsouth.un.symbols import guess_symbol
from southsouth.views.facts import short
from southsouth.views.page_queries import PREFIXED
from southsouth.views.pages import Value
from southsouth.vocabulary import BASE, NS

#: So many results are shown of each kind.
MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its IRI and label, its kind, and what of it fits."""

    what: Value
    kind: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a store holds."""

    read: int
    documents: int
    provisions: int
    citations: int
    events: int
    instruments: int
    bodies: int


_NAMES: Final = """
SELECT DISTINCT ?thing ?form ?label ?kind WHERE {
  ?name ss:isNameOf ?thing ; ss:literalForm ?form .
  ?thing rdfs:label ?label ; a ?type . ?type rdfs:label ?kind .
  FILTER(lang(?label) = "en" && lang(?kind) IN ("", "en"))
} ORDER BY ?label ?form"""
_TITLES: Final = """
SELECT DISTINCT ?thing ?label ?title WHERE {
  ?thing ss:title ?title ; rdfs:label ?label ; ss:symbol ?symbol .
  FILTER(CONTAINS(LCASE(STR(?title)), $words))
} ORDER BY DESC(?label) LIMIT """ + str(MOST)
_THERE: Final = """
SELECT ?label WHERE { $thing rdfs:label ?label } LIMIT 1"""
_BESIDE: Final = """
SELECT DISTINCT ?thing ?symbol WHERE {
  ?thing ss:symbol ?symbol . FILTER(STRSTARTS(?symbol, $series))
}"""
_TYPES: Final = """
SELECT ?type (COUNT(DISTINCT ?thing) AS ?n) WHERE {
  VALUES ?type { ss:ReadingGraph ss:Citation ss:SpeechAct }
  ?thing a ?type
} GROUP BY ?type"""
_KINDS: Final = """
SELECT (COUNT(DISTINCT ?document) AS ?documents) (COUNT(DISTINCT ?part) AS ?parts)
       (COUNT(DISTINCT ?event) AS ?events) WHERE {
  { ?document ss:symbol ?symbol } UNION { ?part ss:openingPhrase ?phrase }
  UNION { ?event ss:hasKind ?kind }
}"""
_THINGS: Final = """
SELECT (SUM(IF(CONTAINS(STR(?thing), "/instrument/"), 1, 0)) AS ?instruments)
       (SUM(IF(CONTAINS(STR(?thing), "/instrument/"), 0, 1)) AS ?bodies) WHERE {
  SELECT DISTINCT ?thing WHERE { ?name ss:isNameOf ?thing }
}"""


def _rows(store: Queryable, query: str, **terms: ox.NamedNode | ox.Literal) -> list[dict[str, str]]:
    return store.query(PREFIXED + bind(query, terms)).values()


def counts(store: Queryable) -> Counts:
    """What a store holds; three queries."""
    types = {row["type"].removeprefix(NS): int(row["n"]) for row in _rows(store, _TYPES)}
    kinds, things = _rows(store, _KINDS)[0], _rows(store, _THINGS)[0]
    return Counts(
        types.get("ReadingGraph", 0),
        int(kinds["documents"]),
        int(kinds["parts"]),
        types.get("Citation", 0),
        int(kinds["events"]),
        int(things["instruments"] or 0),
        int(things["bodies"] or 0),
    )


def by_symbol(store: Queryable, words: str) -> Value | None:
    """The document that a symbol in any spelling names, where the graph knows it; one query."""
    symbol = guess_symbol(words)
    if symbol is None:
        return None
    iri = document_iri(symbol)
    found = _rows(store, _THERE, thing=ox.NamedNode(iri))
    return Value(found[0]["label"], iri) if found else None


def search(store: Queryable, words: str) -> list[Hit]:
    """What the words find: a document by its symbol, instruments and bodies by names old and new,
    documents by title. Three queries."""
    exact = by_symbol(store, words)
    hits = [Hit(exact, "document", "its symbol")] if exact else []
    wanted = normal_form(words)
    if not wanted:
        return hits
    things: dict[str, Hit] = {}
    for row in _rows(store, _NAMES):
        if wanted in normal_form(row["form"]):
            because = row["form"] if row["form"] != row["label"] else ""
            hit = Hit(Value(row["label"], row["thing"]), row["kind"], because)
            things.setdefault(row["thing"], hit)
    ranked = sorted(things.values(), key=lambda hit: (len(hit.what.text), hit.what.text))
    titles = _rows(store, _TITLES, words=ox.Literal(words.strip().lower()))
    documents = (
        Hit(Value(row["label"], row["thing"]), "document", row["title"])
        for row in titles
        if exact is None or row["thing"] != exact.iri
    )
    return [*hits, *ranked[:MOST], *documents]


def near(store: Queryable, iri: str) -> list[Value]:
    """Resources whose IRIs or names are like one that is not there, the nearest first."""
    path = iri.removeprefix(BASE)
    if path.startswith("document/"):
        symbol = short(iri).partition(" ")[0]
        series = symbol.rpartition("/")[0] + "/"
        known = {
            row["symbol"]: row["thing"] for row in _rows(store, _BESIDE, series=ox.Literal(series))
        }
        number = re.search(r"(\d+)\D*$", symbol)
        ranked = sorted(known, key=lambda other: _distance(other, number, symbol))
        return [Value(other, known[other]) for other in ranked[:6]]
    handle = path.rpartition("/")[2].replace("-", " ")
    forms = {row["form"].lower(): row for row in _rows(store, _NAMES)}
    handles = {row["thing"].rpartition("/")[2].replace("-", " "): row for row in forms.values()}
    everything = {**forms, **handles}
    best = difflib.get_close_matches(handle.lower(), everything, n=12, cutoff=0.5)
    found = {everything[form]["thing"]: everything[form]["label"] for form in best}
    return [Value(label, thing) for thing, label in found.items()][:6]


def _distance(other: str, number: re.Match[str] | None, symbol: str) -> tuple[float, float]:
    there = re.search(r"(\d+)\D*$", other)
    apart = abs(int(there[1]) - int(number[1])) if there and number else float("inf")
    return apart, -difflib.SequenceMatcher(None, other, symbol).ratio()
