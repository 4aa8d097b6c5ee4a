"""Agreed language in a store: its passages, its series, and the derived graph of reuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from southsouth.errors import NotFoundError
from southsouth.graph.queries.internal import holds, rows
from southsouth.graph.rdf.graph import offsets
from southsouth.graph.rdf.iris import LANGUAGE_GRAPH, document_iri
from southsouth.graph.rdf.language import language_quads
from southsouth.graph.store import Store
from southsouth.language import (
    PROVISIONS,
    Entry,
    Passage,
    Reuse,
    ReuseKind,
    Series,
    Trace,
    all_series,
    plain_words,
    reuses_in,
    series_of,
    trace,
)
from southsouth.un.symbols import guess_symbol
from southsouth.vocabulary import BASE, NS

_DOCUMENT: Final = BASE + "document/"
_KINDS: Final = tuple(NS + kind.value for kind in PROVISIONS)
NO_TEXTS: Final = (
    "the store holds no texts to compare: it was built from facts without their documents; run "
    "'southsouth build DOCUMENTS --store …' with the documents"
)


def _name(iri: str) -> str:
    return iri.removeprefix(_DOCUMENT)


def days_of(store: Store) -> dict[str, date]:
    """The day of adoption of each document, the first where sources differ."""
    days: dict[str, date] = {}
    for row in rows(store, "days-of-adoption"):
        name, day = _name(row["document"]), date.fromisoformat(row["day"])
        days[name] = min(day, days.get(name, day))
    return days


def passages(store: Store, documents: Sequence[str] | None = None) -> list[Passage]:
    """The provisions with their words, of these documents (by the end of their IRI) or of all, in
    the order of time; none of documents whose day of adoption is unknown."""
    days = days_of(store)
    if documents is None:
        # asked apart and joined here: one query that joins all words takes three times as long
        found_spans = rows(store, "spans-of-provisions", kinds=_KINDS)
        spans = {row["part"]: row["span"] for row in found_spans}
        found = [
            (row["part"], spans[row["part"]], row["words"])
            for row in rows(store, "words-of-parts")
            if row["part"] in spans
        ]
    else:
        named = [_DOCUMENT + name for name in documents]
        found = [
            (row["part"], row["span"], row["words"])
            for row in rows(store, "provisions-of-documents", documents=named, kinds=_KINDS)
        ]
    return _dated(found, days)


def _dated(found: Iterable[tuple[str, str, str]], days: Mapping[str, date]) -> list[Passage]:
    told = []
    for part, span, words in dict.fromkeys(found):
        document, _, fragment = _name(part).partition("#")
        if document in days:
            told.append(Passage(document, fragment, days[document], offsets(span)[0], words))
    return sorted(told, key=lambda p: (p.day, p.document, p.start))


def entries(store: Store) -> list[Entry]:
    """What the store knows of documents, as series are told by it."""
    days, titles = days_of(store), dict[str, str]()
    for row in rows(store, "titles"):  # language versions have titles too
        if row["document"].startswith(_DOCUMENT):
            titles.setdefault(_name(row["document"]), row["title"])
    held = {_name(row["document"]) for row in rows(store, "documents-read")}
    items: dict[str, set[str]] = {}
    for row in rows(store, "agenda-items"):
        items.setdefault(_name(row["part"]).partition("#")[0], set()).add(row["item"].casefold())
    recitals: dict[str, dict[str, list[str]]] = {}
    for row in sorted(rows(store, "recitals"), key=lambda row: offsets(row["span"])):
        document, _, part = _name(row["part"]).partition("#")
        recitals.setdefault(document, {}).setdefault(part, []).append(_name(row["cited"]))
    return [
        Entry(
            name,
            days.get(name),
            titles.get(name, ""),
            frozenset(items.get(name, ())),
            tuple(tuple(cited) for cited in recitals.get(name, {}).values()),
            name in held,
        )
        for name in sorted(held | titles.keys())
    ]


def series_in(store: Store) -> list[Series]:
    """The resolution series of a store.

    >>> [series] = series_in(store)
    >>> [one.document for one in series.members if one.held][-1]
    'A/RES/79/236'
    """
    return all_series(entries(store))


def derive_language(store: Store) -> int:
    """Make the graph of reuses anew; the number of reuses, 0 where the store holds no texts."""
    told = passages(store)
    found = reuses_in(told, series_of(series_in(store)))
    store.replace_graph(LANGUAGE_GRAPH, language_quads(found))
    return len(found)


def is_derived(store: Store) -> bool:
    """Whether the store has a graph of reuses."""
    return holds(store, "has-reuses")


def document_named(what: str) -> str:
    """The document that a user means, by the end of its IRI. Raises NotFoundError for what is no
    symbol."""
    symbol = guess_symbol(what)
    if symbol is None:
        raise NotFoundError(f"{what!r} is no document symbol; write it like A/RES/60/212")
    return _name(document_iri(symbol))


def passages_of_document(store: Store, what: str) -> list[Passage]:
    """The provisions of the document that a user means. Raises NotFoundError where the store holds
    none of its words."""
    document = document_named(what)
    found = passages(store, [document])
    if not found:
        _require_texts(store)
        raise NotFoundError(
            f"the store holds no text of {document} with a day of adoption; build "
            "it with that document"
        )
    return found


def _require_texts(store: Store) -> None:
    if not holds(store, "has-words"):
        raise NotFoundError(NO_TEXTS)


def trace_in(store: Store, phrase: str) -> Trace:
    """The uses of a phrase in a store. Raises NotFoundError for one without words.

    >>> _ = build([str(document)], folder / "store")
    >>> trace = trace_in(GraphStore.open(folder / "store"), "wells")
    >>> trace.uses[0].document
    'A/RES/66/901'
    """
    words = plain_words(phrase)
    if not words:
        raise NotFoundError(f"{phrase!r} has no words to look for")
    _require_texts(store)
    asked = rows(store, "provisions-with-a-word", word=max(words, key=len), kinds=_KINDS)
    days = days_of(store)
    held = {_name(row["document"]) for row in rows(store, "documents-read")}
    years = Counter(days[name].year for name in held if name in days)
    found = _dated(((r["part"], r["span"], r["words"]) for r in asked), days)
    return trace(phrase, found, years)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain: ``depth`` 1 leads from the paragraph asked for to what it comes from."""

    depth: int
    reuse: Reuse


@dataclass(frozen=True, slots=True)
class Ancestry:
    """A paragraph and the steps to those that its words come from, each chain to its end.

    ``whole`` is false where only the documents of its series were compared."""

    passage: Passage
    steps: tuple[Step, ...]
    whole: bool


def ancestry(store: Store, what: str) -> Ancestry:
    """Where a provision, ``A/RES/79/236#op16``, comes from. Raises NotFoundError where the store
    does not have it.

    >>> _ = build([str(document)], folder / "store")
    >>> found = ancestry(GraphStore.open(folder / "store"), "A/RES/66/901#op1")
    >>> found.passage.key, found.steps
    ('A/RES/66/901#op1', ())
    """
    symbol, mark, part = what.partition("#")
    if not mark or not part:
        raise NotFoundError(f"{what!r} names no provision; write it like A/RES/79/236#op16")
    own = {passage.id: passage for passage in passages_of_document(store, symbol.strip())}
    if part.strip() not in own:
        raise NotFoundError(
            f"{symbol.strip()} has no provision {part!r}; it has {', '.join(list(own)[:40])}"
        )
    passage = own[part.strip()]
    whole = is_derived(store)
    if whole:
        among = {each.key: each for each in own.values()}

        def sources(key: str) -> list[Reuse]:
            return _stored(store, key, among)
    else:
        members = _own_series(store, passage.document)
        compared: dict[str, list[Reuse]] = {}
        for reuse in reuses_in(passages(store, members), dict.fromkeys(members, members[0])):
            compared.setdefault(reuse.later.key, []).append(reuse)

        def sources(key: str) -> list[Reuse]:
            return compared.get(key, [])

    steps: list[Step] = []
    seen: set[str] = set()

    def follow(key: str, depth: int) -> None:
        if key in seen:
            return
        seen.add(key)
        for reuse in sources(key):
            steps.append(Step(depth, reuse))
            follow(reuse.earlier.key, depth + 1)

    follow(passage.key, 1)
    return Ancestry(passage, tuple(steps), whole)


def _own_series(store: Store, document: str) -> list[str]:
    for series in series_in(store):
        names = [member.document for member in series.members if member.held]
        if document in names:
            return names
    return [document]


def _stored(store: Store, key: str, among: dict[str, Passage]) -> list[Reuse]:
    """What the graph of reuses says of a part; ``among`` has passages that are known already, and
    gets those that are fetched."""
    told = rows(store, "reuses-of-a-part", later=_DOCUMENT + key)
    missing = {_name(row["earlier"]) for row in told} - among.keys()
    if missing:
        documents = sorted({name.partition("#")[0] for name in missing})
        among.update({passage.key: passage for passage in passages(store, documents)})
    return [
        Reuse(
            among[key],
            among[_name(row["earlier"])],
            ReuseKind(row["kind"].rpartition("/")[2]),
            float(row["score"]),
            *offsets(row["span"]),
            *offsets(row["from"]),
        )
        for row in told
    ]
