"""What the graph knows about one thing, gathered for cards, timelines and pictures.

Every function asks the store with one bounded query and returns plain values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import answer, holds, rows
from southsouth.graph.queries.library import Queryable
from southsouth.graph.queries.works import work_of
from southsouth.graph.rdf.iris import document_iri
from southsouth.reading.instruments.authority import normal_form
from southsouth.un.symbols import guess_symbol
from southsouth.vocabulary import BASE, NS

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
    if iri and (work := work_of(store, iri)) != iri:
        return Found(work, short(work), is_document=True)
    if iri and holds(store, "is-described", thing=iri):
        return Found(iri, symbol.printed if symbol else short(iri), "/document/" in iri)
    names = _names(store)
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


def _names(store: Queryable) -> list[dict[str, str]]:
    """Each name of each thing once, whatever its status."""
    named = rows(store, "names-of-things")
    found = {(row["thing"], row["form"], row["label"]): row for row in named}
    return list(found.values())


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
    "parallelSymbol",
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
        for row in _facts(store, found.iri)
        if row["term"].removeprefix(NS) in _ON_CARD
    ]
    facts = [dict(pairs) for pairs in dict.fromkeys(tuple(fact.items()) for fact in facts)]
    facts.sort(key=lambda fact: _ON_CARD.index(fact["term"]))
    document = found.is_document
    return Card(
        found,
        _joined(facts),
        [] if document else names_of(store, found.iri),
        rows(store, "openings", document=found.iri) if document else [],
        _cites(store, found.iri) if document else [],
        rows(store, "citing", document=found.iri) if document else [],
        events_of(store, found.iri),
    )


def _facts(store: Queryable, thing: str) -> list[dict[str, str]]:
    """What is said of a thing in English or in no language."""
    stated = answer(store, "facts-of", thing=thing)
    return [
        row
        for row, (_, _, value, _) in zip(stated.values(), stated.rows, strict=True)
        if not isinstance(value, ox.Literal) or (value.language or "en") == "en"
    ]


def _each(wide: Iterable[Mapping[str, str]], columns: Mapping[str, str]) -> list[dict[str, str]]:
    """Rows with fewer columns, under other names, each once."""
    kept = ({name: row[column] for name, column in columns.items()} for row in wide)
    return [dict(pairs) for pairs in dict.fromkeys(tuple(row.items()) for row in kept)]


def _cites(store: Queryable, document: str) -> list[dict[str, str]]:
    """The citations of a document in the order of its text."""
    columns = {name: name for name in ("citation", "partSpan", "span", "part")}
    columns |= {"verb": "verbLabel", "target": "symbol"}
    columns |= {name: name for name in ("printed", "pinpoint", "how")}
    placed = (row for row in rows(store, "citations-of", document=document) if row["partSpan"])
    return sorted(
        _each(placed, columns),
        key=lambda row: [int(row[span].partition(",")[0]) for span in ("partSpan", "span")],
    )


def names_of(store: Queryable, thing: str) -> list[dict[str, str]]:
    """The English names of a thing, with bounds and attestations, in order of time."""
    return rows(store, "names-of", thing=thing)


def events_of(store: Queryable, thing: str) -> list[dict[str, str]]:
    """The events that affect a thing, or that a document states, in order of time.

    Statements that tell of one happening are one row: that of the strongest of them, with the day
    of the happening and the number of ``statements``. An event that two passages show has the
    later one in ``also``.
    """
    events: dict[str, dict[str, str]] = {}
    stated = _once(rows(store, "events-of", thing=thing), rows(store, "happenings-of", thing=thing))
    stated += rows(store, "events-told-in", document=thing)
    stated.sort(key=lambda row: (row["order"], row["event"]))
    for row in sorted(stated, key=lambda row: row["stated"]):
        known = events.setdefault(row["event"], {**row, "also": ""})
        if known["where"] != row["where"]:
            known["also"] = row["where"]
    return sorted(events.values(), key=lambda row: (row["order"] or "9999", row["event"]))


#: Of the statements that tell of one happening, which one stands for it.
_FORCES: Final = ("decided", "reported", "requested")


def _once(
    stated: Iterable[dict[str, str]], told: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Events with those that tell of one happening as one row."""
    of_statement = {row["statement"]: row for row in told}
    kept: dict[str, list[dict[str, str]]] = {}
    for row in stated:
        happening = of_statement.get(row["event"])
        kept.setdefault(happening["happening"] if happening else row["event"], []).append(row)
    merged = []
    for rows_of_one in kept.values():
        first = min(rows_of_one, key=lambda row: (_rank(row["force"]), row["order"], row["event"]))
        statements = {row["event"] for row in rows_of_one}
        happening = of_statement.get(first["event"])
        day = happening["day"] if happening and len(statements) > 1 else ""
        one = {**first, "statements": str(len(statements))}
        if day:
            one |= {"day": day, "order": day}
        merged.append(one)
        # a statement in two passages keeps both
        merged += (
            {**row, "statements": "1"}
            for row in rows_of_one
            if row["event"] == first["event"] and row is not first
        )
    return merged


def _rank(force: str) -> int:
    return _FORCES.index(force) if force in _FORCES else len(_FORCES)
