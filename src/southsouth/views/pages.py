"""The page of one resource, asked of the store.

However large the resource, a page takes a fixed number of queries: labels come with the rows that
they belong to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from southsouth.graph.queries.internal import Value as Given
from southsouth.graph.queries.internal import answer
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.iris import is_document
from southsouth.graph.store import results
from southsouth.views.facts import events_of, names_of, short
from southsouth.views.page_model import (
    Citing,
    Fact,
    Happening,
    NameUse,
    Page,
    Provision,
    Term,
    Value,
)
from southsouth.views.terminal import period, when
from southsouth.vocabulary import BASE, NS, PREFIXES, RDF_TYPE, RDFS_LABEL, SKOS

#: Shown elsewhere on the page, or of no use to a reader.
_ELSEWHERE: Final = frozenset(
    NS + name
    for name in (
        "hasName",
        "hasOfficialLink",
        "hasSource",
        "title",
        "readerKey",
        "cites",
        "recalls",
        "reaffirms",
        "takesNoteOf",
        "welcomes",
        "endorses",
        "emphasizes",
        "actsOn",
        "callsForActionOn",
    )
) | {RDF_TYPE}
_LABELS: Final = frozenset({RDFS_LABEL, SKOS + "prefLabel"})
_SAID_OF_TERMS: Final = frozenset(
    {RDF_TYPE, RDFS_LABEL, SKOS + "definition", PREFIXES["rdfs"] + "isDefinedBy"}
)
#: What properties of other vocabularies are called for people.
_WORDS: Final = {
    RDFS_LABEL: "also",
    SKOS + "prefLabel": "preferred label",
    SKOS + "definition": "definition",
    SKOS + "exactMatch": "the same elsewhere",
    SKOS + "closeMatch": "nearly the same elsewhere",
    SKOS + "inScheme": "in the scheme",
    SKOS + "example": "example",
    SKOS + "note": "note",
    PREFIXES["rdfs"] + "subClassOf": "is a kind of",
    PREFIXES["rdfs"] + "domain": "of",
    PREFIXES["rdfs"] + "subPropertyOf": "is a way to say",
    PREFIXES["rdfs"] + "range": "leads to",
    PREFIXES["owl"] + "inverseOf": "the other way round",
    PREFIXES["owl"] + "disjointWith": "is never",
    PREFIXES["dcterms"] + "source": "source",
    PREFIXES["rdfs"] + "seeAlso": "see also",
    PREFIXES["rdfs"] + "comment": "comment",
}
#: The order of the facts of ours that come first; the rest by name.
_FIRST: Final = (
    "symbol",
    "parallelSymbol",
    "adoptedBy",
    "adoptedOn",
    "meetingLabel",
    "sessionNumber",
    "agendaItem",
    "agendaItemTitle",
    "distributedOn",
    "reportingCommittee",
    "adoptedOnReport",
    "adoptedOnDraft",
    "votesInFavour",
    "votesAgainst",
    "abstentions",
    "isEstablishedUnder",
    "isSetOutIn",
    "isAdoptedByBody",
    "isPartOfBody",
    "isHeldBy",
    "heldFrom",
    "heldUntil",
    "heldIn",
    "isFollowedBy",
    "hasConfidence",
)


#: So many citations of a document, or statements of one property about a thing, are listed; the
#: rest is counted.
MOST_LISTED: Final = 500

Row = dict[str, results.Term | None]


def page_of(store: Queryable, iri: str) -> Page | None:
    """The page of a resource below the base IRI; None where the graph knows nothing of it.

    Eight queries at most, whatever it is.
    """
    stated = _rows(store, "facts-of", thing=iri)
    if iri.startswith(BASE + "graph/"):
        size = _number(store, "size-of-a-graph", graph=iri)
        return replace(_page(iri, stated), size=size) if size else None
    if is_document(iri):
        return _document_page(store, iri, stated)
    if iri == BASE + "ns":
        return replace(_page(iri, stated), terms=_terms(store, iri)) if stated else None
    others = _others(store, iri)
    if not stated and not others:
        return None
    return replace(
        _page(iri, stated),
        events=_events(store, iri),
        names=tuple(map(_name, names_of(store, iri))),
        others=others,
    )


def _others(store: Queryable, iri: str) -> tuple[Fact, ...]:
    """What points to a thing, by property; of those with more than MOST_LISTED, only how many."""
    counted = _rows(store, "counts-pointing-to", thing=iri)
    few = [_text(row["term"]) for row in counted if int(_text(row["n"])) <= MOST_LISTED]
    listed = {
        fact.term.iri: fact.values
        for fact in _grouped(_rows(store, "pointing-to", thing=iri, terms=few), "other")
    }
    return tuple(
        Fact(
            _value(row["term"], row["termLabel"]),
            listed.get(_text(row["term"]), ()),
            int(_text(row["n"])),
        )
        for row in counted
    )


def _terms(store: Queryable, iri: str) -> tuple[Term, ...]:
    said: dict[str, list[Row]] = {}
    for row in _rows(store, "terms-of-an-ontology", ontology=iri):
        said.setdefault(_text(row["defined"]), []).append(row)
    return tuple(_term(term, _grouped(rows)) for term, rows in said.items())


def _term(iri: str, facts: tuple[Fact, ...]) -> Term:
    values = {fact.term.iri: fact.values for fact in facts}
    kinds = {kind.iri for kind in values.get(RDF_TYPE, ())}
    return Term(
        _fragment(iri),
        _english(values.get(RDFS_LABEL, ())),
        PREFIXES["owl"] + "Class" in kinds,
        _english(values.get(SKOS + "definition", ())),
        tuple(_spoken(fact) for fact in facts if fact.term.iri not in _SAID_OF_TERMS),
    )


def _document_page(store: Queryable, iri: str, stated: list[Row]) -> Page | None:
    if not stated:
        return None
    page = _page(iri, stated)
    me = Value(page.title, iri)
    sources = _rows(store, "sources-of-a-document", document=iri)
    files = [Value(_text(row["file"]), _text(row["source"])) for row in sources]
    return replace(
        page,
        sources=(*page.sources, *files),
        events=_events(store, iri),
        provisions=_provisions(
            _rows(store, "facts-of-parts", document=iri), _rows(store, "citations-of", document=iri)
        ),
        cited_by=tuple(
            _citing(row, me)
            for row in _rows(store, "citing-lately", document=iri, most=MOST_LISTED)
        ),
        citing_total=_number(store, "count-citing", document=iri),
    )


def _page(iri: str, stated: list[Row]) -> Page:
    """What the facts alone give."""
    facts = [_spoken(fact) for fact in _grouped(stated)]
    values = {fact.term.iri: fact.values for fact in facts}
    label = values.get(RDFS_LABEL, ()) or values.get(PREFIXES["dcterms"] + "title", ())
    title = _english(label) or short(iri)
    facts = [
        replace(fact, values=tuple(v for v in fact.values if v.iri or v.text != title))
        if fact.term.iri in _LABELS
        else fact
        for fact in facts
    ]
    return Page(
        iri,
        title,
        _english(values.get(NS + "title", ())),
        values.get(RDF_TYPE, ()),
        tuple(sorted((f for f in facts if f.values and f.term.iri not in _ELSEWHERE), key=_order)),
        official=next((v.iri for v in values.get(NS + "hasOfficialLink", ())), ""),
        sources=values.get(NS + "hasSource", ()),
    )


def _rows(store: Queryable, query: str, **values: Given) -> list[Row]:
    found = answer(store, query, **values)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _number(store: Queryable, query: str, **values: Given) -> int:
    return int(_text(_rows(store, query, **values)[0]["n"]) or 0)


def _text(term: results.Term | None) -> str:
    return term.value if term is not None else ""


def _value(term: results.Term | None, label: results.Term | None = None) -> Value:
    """A term for people: a resource by its label, else by its short IRI."""
    if isinstance(term, ox.NamedNode):
        return Value(_text(label) or local_name(term.value), term.value)
    language = term.language or "" if isinstance(term, ox.Literal) else ""
    return Value(_text(term), language=language)


def local_name(iri: str) -> str:
    """An IRI as people read it: ours below the base, a term of another vocabulary by its name."""
    if iri.startswith(NS):
        return iri.removeprefix(NS)
    if iri.startswith(BASE):
        return short(iri)
    prefix = next((p for p, space in PREFIXES.items() if iri.startswith(space)), "")
    return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri


def _spoken(fact: Fact) -> Fact:
    return replace(fact, term=replace(fact.term, text=_WORDS.get(fact.term.iri, fact.term.text)))


def _grouped(stated: list[Row], column: str = "value") -> tuple[Fact, ...]:
    """Rows as facts: a property with its values, each once, in the order of the rows."""
    terms: dict[str, Value] = {}
    values: dict[str, dict[Value, None]] = {}
    seen: set[tuple[str, str]] = set()
    for row in stated:
        term, value = _value(row["term"], row["termLabel"]), _value(row[column], row["label"])
        key = (term.iri, value.iri)
        if value.iri and key in seen:
            continue  # a second label of the same resource
        seen.add(key)
        terms.setdefault(term.iri, term)
        values.setdefault(term.iri, {})[value] = None
    return tuple(Fact(term, tuple(values[iri])) for iri, term in terms.items())


def _english(values: tuple[Value, ...]) -> str:
    ranked = sorted(values, key=lambda v: (v.language != "en", v.language != "", v.language))
    return ranked[0].text if ranked else ""


def _order(fact: Fact) -> tuple[int, str]:
    name = fact.term.iri.removeprefix(NS)
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), fact.term.text)


def _fragment(iri: str) -> str:
    return iri.partition("#")[2]


def _verb(row: Row) -> Value | None:
    return _value(row["verb"], row["verbLabel"]) if row["verb"] is not None else None


def _citing(row: Row, target: Value) -> Citing:
    return Citing(
        _value(row["part"]),
        _verb(row),
        target,
        _text(row["pinpoint"]),
        _text(row["printed"]),
        _text(row.get("howLabel")),
    )


def _provisions(parts: list[Row], cites: list[Row]) -> tuple[Provision, ...]:
    """The parts that have been read, in the order of the text, each with its citations."""
    of_part: dict[str, dict[str, Citing]] = {}
    for row in cites:
        target = (
            Value(_text(row["printed"]))
            if row["target"] is None
            else (_value(row["target"], row["targetLabel"]))
        )
        mine = of_part.setdefault(_text(row["part"]), {})
        mine.setdefault(_text(row["citation"]), _citing(row, target))
    said: dict[str, dict[str, list[results.Term]]] = {}
    for row in parts:
        if (value := row["value"]) is not None:
            about = said.setdefault(_text(row["about"]), {})
            about.setdefault(_text(row["term"]), []).append(value)
    read = {iri: about for iri, about in said.items() if NS + "span" in about}
    order = sorted(read, key=lambda iri: (min(map(_start, read[iri][NS + "span"])), iri))
    return tuple(_provision(iri, said, tuple(of_part.get(iri, {}).values())) for iri in order)


def _start(span: results.Term) -> int:
    """The first offset of a span: ``"4771,5052"`` → 4771."""
    return int(span.value.partition(",")[0])


def _provision(
    part: str, said: dict[str, dict[str, list[results.Term]]], cites: tuple[Citing, ...]
) -> Provision:
    def one(iri: str, term: str) -> results.Term | None:
        return min(said.get(iri, {}).get(term, ()), key=str, default=None)

    verb = one(part, NS + "opensWith")
    return Provision(
        _fragment(part),
        short(part).partition(" ")[2],
        local_name(_text(one(part, RDF_TYPE))),
        _text(one(part, NS + "openingPhrase")),
        _value(verb, one(_text(verb), RDFS_LABEL)) if verb is not None else None,
        _text(one(part, NS + "quote")),
        cites,
    )


def _events(store: Queryable, iri: str) -> tuple[Happening, ...]:
    return tuple(
        Happening(
            _fragment(row["event"]) if row["event"].startswith(iri + "#") else "",
            when(row),
            row["force"],
            row["label"].removeprefix(f"{row['force']} "),
            _place(row["where"] or row["source"]),
            _place(row["also"]) if row["also"] else None,
            row["quote"],
        )
        for row in events_of(store, iri)
    )


def _place(iri: str) -> Value:
    return Value(short(iri), iri)


def _name(row: dict[str, str]) -> NameUse:
    return NameUse(
        _fragment(row["name"]),
        row["form"],
        row["status"],
        period(row),
        row["first"],
        row["last"],
        int(row["attestations"] or 0),
    )
