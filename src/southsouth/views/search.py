"""Finding resources by what people type: a symbol, a name, words of a title."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Final

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.graph.queries.works import work_of
from southsouth.graph.rdf.iris import document_iri
from southsouth.reading.instruments.authority import normal_form
from southsouth.un.symbols import guess_symbol
from southsouth.views.facts import short
from southsouth.views.page_model import Value
from southsouth.vocabulary import BASE, NS

#: So many results are shown of each kind.
MOST_HITS: Final = 100


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


def counts(store: Queryable) -> Counts:
    """What a store holds; three queries."""
    types = {
        row["type"].removeprefix(NS): int(row["n"]) for row in rows(store, "counts-of-classes")
    }
    kinds, things = rows(store, "counts-of-documents")[0], rows(store, "counts-of-things")[0]
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
    """The document that a symbol in any spelling names, where the graph knows it; two queries."""
    symbol = guess_symbol(words)
    if symbol is None:
        return None
    iri = work_of(store, document_iri(symbol))
    found = rows(store, "label-of", thing=iri)
    return Value(found[0]["label"], iri) if found else None


def search(store: Queryable, words: str) -> list[Hit]:
    """What the words find: a document by its symbol, instruments and bodies by names old and new,
    documents by title. Four queries."""
    exact = by_symbol(store, words)
    hits = [Hit(exact, "document", "its symbol")] if exact else []
    wanted = normal_form(words)
    if not wanted:
        return hits
    things: dict[str, Hit] = {}
    for row in rows(store, "names-and-kinds"):
        if wanted in normal_form(row["form"]):
            because = row["form"] if row["form"] != row["label"] else ""
            hit = Hit(Value(row["label"], row["thing"]), row["kind"], because)
            things.setdefault(row["thing"], hit)
    ranked = sorted(things.values(), key=lambda hit: (len(hit.what.text), hit.what.text))
    titles = rows(store, "titles-with-words", words=words.strip().lower(), most=MOST_HITS)
    documents = (
        Hit(Value(row["label"], row["thing"]), "document", row["title"])
        for row in titles
        if exact is None or row["thing"] != exact.iri
    )
    return [*hits, *ranked[:MOST_HITS], *documents]


def near(store: Queryable, iri: str) -> list[Value]:
    """Resources whose IRIs or names are like one that is not there, the nearest first."""
    path = iri.removeprefix(BASE)
    if path.startswith("document/"):
        symbol = short(iri).partition(" ")[0]
        series = symbol.rpartition("/")[0] + "/"
        known = {
            row["symbol"]: row["thing"] for row in rows(store, "symbols-of-a-series", series=series)
        }
        number = re.search(r"(\d+)\D*$", symbol)
        ranked = sorted(known, key=lambda other: _distance(other, number, symbol))
        return [Value(other, known[other]) for other in ranked[:6]]
    handle = path.rpartition("/")[2].replace("-", " ")
    forms = {row["form"].lower(): row for row in rows(store, "names-and-kinds")}
    handles = {row["thing"].rpartition("/")[2].replace("-", " "): row for row in forms.values()}
    everything = {**forms, **handles}
    best = difflib.get_close_matches(handle.lower(), everything, n=12, cutoff=0.5)
    found = {everything[form]["thing"]: everything[form]["label"] for form in best}
    return [Value(label, thing) for thing, label in found.items()][:6]


def _distance(other: str, number: re.Match[str] | None, symbol: str) -> tuple[float, float]:
    there = re.search(r"(\d+)\D*$", other)
    apart = abs(int(there[1]) - int(number[1])) if there and number else float("inf")
    return apart, -difflib.SequenceMatcher(None, other, symbol).ratio()
