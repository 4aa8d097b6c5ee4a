"""The graph of knowledge: things and happenings, learned from all evidence of a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pyoxigraph as ox

from southsouth.build.touched import plain
from southsouth.graph.queries.internal import answer, rows
from southsouth.graph.rdf.iris import KNOWLEDGE_GRAPH, document_iri, provision_of
from southsouth.graph.rdf.knowledge import CitedPart, knowledge_quads
from southsouth.graph.store import Store
from southsouth.reading.instruments.heads import kind_of
from southsouth.things import (
    Attestation,
    Attested,
    Knowledge,
    KnownName,
    Learner,
    NameUse,
    Told,
    attested,
)
from southsouth.un.symbols import parse_symbol
from southsouth.vocabulary import NS


def learner(store: Store) -> Learner:
    """A learner with all the evidence of a store."""
    days = _days(store)
    return Learner(_records(store), _uses(store, days), _told(store, days))


def _records(store: Store) -> list[KnownName]:
    return [KnownName(row["name"], row["form"], row["thing"]) for row in rows(store, "known-names")]


def derive_knowledge(store: Store) -> list[ox.Quad]:
    """What follows from all evidence of a store, as quads of ``graph/knowledge``.

    What the store holds in that graph does not matter: only evidence and records are asked.
    """
    days = _days(store)
    told = list(_told(store, days))
    knowledge = Learner(_records(store), _uses(store, days), told).learn()
    quads = knowledge_quads(knowledge, _attested(store, knowledge, told, days), _parts_cited(store))
    told_already = _told_already(store)
    return [
        *(quad for quad in quads if _stated(quad) not in told_already),
        *_parallels(store),
    ]


def _parts_cited(store: Store) -> Iterator[CitedPart]:
    """The parts that citations name, with the words of each citation."""
    words: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows(store, "parts-cited"):
        words[row["part"], row["document"], row["symbol"]].append(row["pinpoint"])
    for (part, document, text), pinpoints in words.items():
        symbol = parse_symbol(text)
        yield CitedPart(part, document, symbol.printed if symbol else text, pinpoints)


def _told_already(store: Store) -> set[tuple[str, str, str]]:
    """What evidence and records themselves say of what knowledge speaks of: that is said once."""
    return {
        (row[about], row["term"], row["value"])
        for name, about in (("parts-told-of", "part"), ("roles-told", "statement"))
        for row in rows(store, name)
    }


def _stated(quad: ox.Quad) -> tuple[str, str, str]:
    return plain(quad.subject), quad.predicate.value, plain(quad.object)


def _parallels(store: Store) -> Iterator[ox.Quad]:
    """Which two symbols are one document's, as any text says that prints both, and who cites it by
    the one that does not make its IRI: evidence names the document as the text does."""
    graph = ox.NamedNode(KNOWLEDGE_GRAPH)
    for row in rows(store, "parallels-printed"):
        symbols = [parse_symbol(text) for text in row["symbols"].split("–")]
        work, other = (document_iri(symbol) if symbol else "" for symbol in symbols)
        if not (work and other) or work == other:
            continue
        first, second = ox.NamedNode(work), ox.NamedNode(other)
        printed = ox.Literal(row["symbols"].partition("–")[2])
        yield ox.Quad(first, ox.NamedNode(NS + "parallelSymbol"), printed, graph)
        yield ox.Quad(second, ox.NamedNode(NS + "isSameDocumentAs"), first, graph)
        for citing in rows(store, "parallel-citations", other=other, work=work):
            if citing["from"] != work:
                yield ox.Quad(
                    ox.NamedNode(citing["from"]), ox.NamedNode(NS + "cites"), first, graph
                )


def _attested(
    store: Store, knowledge: Knowledge, told: Iterable[Told], days: Mapping[str, date]
) -> list[Attested]:
    """The use of each name, known or learned, in documents with a day."""
    uses = {
        (plain(name), provision_of(plain(mention)))
        for name, mention in answer(store, "mentions-of-names").rows
        if mention is not None and name is not None and "-mention" in plain(mention)
    }
    for thing in knowledge.things:
        for name in thing.names:
            uses.update((name.iri, provision_of(use.iri)) for use in name.uses)
    requested = {one.iri for one in told if one.force == "requested"}
    asked = {
        (role.new, provision_of(role.statement))
        for role in knowledge.roles
        if role.new and role.statement in requested
    }
    dated = (
        Attestation(name, days[document], part)
        for name, part in uses
        if (document := part.partition("#")[0]) in days
    )
    return attested(dated, asked)


def _days(store: Store) -> Mapping[str, date]:
    """The day of each document: of its adoption, else of its distribution."""
    issued = {row["document"]: row["day"] for row in rows(store, "days-of-distribution")}
    adopted = {row["document"]: row["day"] for row in rows(store, "days-of-adoption")}
    return {document: date.fromisoformat(day) for document, day in (issued | adopted).items()}


def _uses(store: Store, days: Mapping[str, date]) -> Iterator[NameUse]:
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for use, what, value in answer(store, "names-used").rows:
        if use is not None and what is not None and value is not None:
            told[plain(use)][plain(what)] = plain(value)
    for iri, facts in told.items():
        if "name" in facts:  # else the year of a thing that was learned
            document = iri.partition("#")[0]
            yield NameUse(
                iri,
                document,
                facts["name"],
                facts.get("acronym", ""),
                facts.get("full", ""),
                days.get(document),
                int(facts.get("year", 0)),
            )


def _told(store: Store, days: Mapping[str, date]) -> Iterator[Told]:
    subjects = _subjects(store)
    authorities: dict[str, list[str]] = defaultdict(list)
    for row in rows(store, "authorities-told"):
        authorities[row["statement"]].append(row["document"])
    for row in rows(store, "changes-told"):
        statement = row["statement"]
        document = statement.partition("#")[0]
        own, kind = subjects.get(statement, []), row["kind"].rpartition("/")[2]
        if kind_of(row["role"]) == "Observance":  # "designate 30 July as the Day of Wells"
            own, kind = [(row["role"], "")], "proclamation"
        for words, thing in own:
            yield Told(
                statement,
                document,
                kind,
                row["force"].rpartition("/")[2],
                words,
                thing,
                row["new"] or row["newThing"],
                row["newThing"],
                row["oldName"],
                row["newName"],
                days.get(document),
                date.fromisoformat(row["day"]) if row["day"] else None,
                tuple(sorted(authorities[statement])),
            )


def _subjects(store: Store) -> Mapping[str, list[tuple[str, str]]]:
    """The words for the subjects of each statement, and the thing (IRI) where there is one only:
    of several subjects, the graph does not tell which words are for which thing."""
    words: dict[str, set[str]] = defaultdict(set)
    things: dict[str, set[str]] = defaultdict(set)
    for row in rows(store, "subjects-told"):
        words[row["statement"]].add(row["words"])
        things[row["statement"]].add(row["thing"])
    return {
        statement: [
            (each, min(things[statement]) if len(own) == len(things[statement]) == 1 else "")
            for each in sorted(own)
        ]
        for statement, own in words.items()
    }
