"""What the graph says is one thing, one happening, one lineage, as rows that a scorer reads.

A row is a JSON object of one of four shapes: a place that names a thing, a relation between things,
the answer to "what was it called on that day", a place that tells of a happening. Offsets are those
of the files where they are text, else of the reading texts, 0-based and end-exclusive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from southsouth.graph.queries.internal import rows
from southsouth.graph.queries.library import Queryable
from southsouth.graph.rdf.graph import offsets
from southsouth.reading.documents.model import SourceMap
from southsouth.reading.instruments.short_forms import is_short
from southsouth.things import Bounds, Life, called_on, is_acronym, name_key
from southsouth.views.lives import lives
from southsouth.vocabulary import BASE, NS

Row = dict[str, Any]
Place = tuple[str, int, int]

_RELATIONS: Final = {
    "renaming": "renamed-to",
    "succession": "succeeded-by",
    "merger": "merged-into",
}


def identity_rows(store: Queryable, questions: Iterable[Mapping[str, Any]] = ()) -> Iterator[Row]:
    """All rows of a store.

    A question has ``story``, ``date`` and ``things``, which are places (``symbol``, ``start``,
    ``end``); the answer is empty where the store names no thing there.
    """
    symbols = {row["document"]: row["symbol"] for row in rows(store, "symbols-of-documents")}
    # places are told in files, and of a file with several documents by the one it is named by
    of_files = symbols | {
        row["document"]: symbols.get(row["main"], "") for row in rows(store, "parts-of-files")
    }
    files = {row["document"]: _source_map(row["offsets"]) for row in rows(store, "source-offsets")}
    places = list(_places(store, of_files, files))
    for (symbol, start, end), thing in places:
        yield {"symbol": symbol, "start": start, "end": end, "thing": thing}
    yield from _relations(store, symbols)
    yield from _answers(store, questions, places)
    for row in rows(store, "places-of-statements"):
        document = row["statement"].partition("#")[0]
        symbol, (start, end) = of_files.get(document, ""), offsets(row["span"])
        if document in files:
            start, end = files[document].span(start, end)
        happening = row["happening"] or row["statement"]
        yield {"happening": happening, "symbol": symbol, "start": start, "end": end}


def _source_map(pairs: str) -> SourceMap:
    places = [pair.partition(",") for pair in pairs.split()]
    return SourceMap(
        tuple(int(here) for here, _, _ in places), tuple(int(there) for _, _, there in places)
    )


def _places(
    store: Queryable, symbols: Mapping[str, str], files: Mapping[str, SourceMap]
) -> Iterator[tuple[Place, str]]:
    for row in rows(store, "places-of-names"):
        document = row["use"].partition("#")[0]
        symbol = symbols.get(document, "")
        for span in (row["span"], *row["further"].split()):
            start, end = offsets(span)
            if document in files:
                start, end = files[document].span(start, end)
            yield (symbol, start, end), row["thing"] or _unlearned(row)


def _unlearned(row: Mapping[str, str]) -> str:
    """What stands for a name of which the graph knows no thing: the name, where no other may bear
    it, else its use in that document."""
    name = row["name"]
    if not name or (is_short(name) and not is_acronym(name)):
        return row["use"]
    return name if is_acronym(name) else name_key(name)


def _relations(store: Queryable, symbols: Mapping[str, str]) -> Iterator[Row]:
    authorities: dict[str, list[str]] = defaultdict(list)
    happenings = {}
    for row in rows(store, "happenings"):
        happenings[row["happening"]] = row
        authorities[row["happening"]].append(symbols.get(row["authority"], ""))
    for iri, row in happenings.items():
        relation = _RELATIONS.get(row["kind"].rpartition("/")[2], "")
        if not relation or not (row["other"] or _is_new_name(row["new"])):
            continue
        yield {
            "thing": row["thing"],
            "relation": relation,
            "other": row["other"] or row["new"],
            "new_name": row["new"],
            "date": row["day"],
            "authority": authorities[iri],
            "force": row["force"].rpartition("/")[2],
        }
    for row in rows(store, "members-of-series"):
        yield {"thing": row["thing"], "relation": "conference-of-series", "other": row["series"]}


def _is_new_name(name: str) -> bool:
    """Whether it is a name by which a thing can be told, no acronym and no description."""
    return " " in name and not is_short(name) and any(letter.isupper() for letter in name)


def _answers(
    store: Queryable,
    questions: Iterable[Mapping[str, Any]],
    places: Iterable[tuple[Place, str]],
) -> Iterator[Row]:
    asked = list(questions)
    if not asked:
        return
    by_symbol: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for (symbol, start, end), thing in places:
        by_symbol[symbol].append((start, end, thing))
    unlearned = _unlearned_lives(store)
    for question in asked:
        things = {thing for place in question["things"] if (thing := _at(place, by_symbol))}
        day = date.fromisoformat(question["date"])
        learned = lives(store, filter(lambda thing: thing.startswith(BASE), things))
        others = [unlearned[thing] for thing in things & unlearned.keys()]
        called = called_on([*learned.values(), *others], day)
        yield {
            "story": question["story"],
            "date": question["date"],
            "certain": list(called.certain),
            "possible": list(called.possible),
        }


def _at(place: Mapping[str, Any], by_symbol: Mapping[str, list[tuple[int, int, str]]]) -> str:
    """The thing that is named at a place, by the span that fits best; "" for none."""
    best, found = 0.0, ""
    for start, end, thing in by_symbol.get(place["symbol"], ()):
        common = min(end, place["end"]) - max(start, place["start"])
        fit = common / (max(end, place["end"]) - min(start, place["start"]))
        if fit > best and "#" not in thing:
            best, found = fit, thing
    return found


def _unlearned_lives(store: Queryable) -> Mapping[str, Life]:
    """The lives of what is named, but was not learned: all that is known is when it was named."""
    days = {row["document"]: row["day"] for row in rows(store, "days-of-distribution")}
    days |= {row["document"]: row["day"] for row in rows(store, "days-of-adoption")}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, list[date]] = defaultdict(list)
    for row in rows(store, "places-of-names"):
        name = _unlearned(row)
        if not row["thing"] and "#" not in name:
            forms[name][row["name"]] += 1
            if day := days.get(row["use"].partition("#")[0]):
                named[name].append(date.fromisoformat(day))
    found = {}
    for name, own in named.items():
        first, last = min(own), max(own)
        form = max(forms[name], key=lambda form: (forms[name][form], form))
        bounds = Bounds(start_not_after=first, end_not_before=last)
        found[name] = Life(((form, bounds),), (None, first), (last, None))
    return found


def learned_things(store: Queryable) -> list[Row]:
    """The things that were learned from documents, those that most documents name first."""
    found: dict[str, Row] = {}
    for row in rows(store, "things-learned"):
        known = found.setdefault(
            row["thing"],
            {
                "thing": row["label"],
                "iri": row["thing"],
                "kind": row["kind"].removeprefix(NS),
                "documents": row["documents"],
                "happenings": row["happenings"] or "0",
                "perhaps": "",
            },
        )
        known["perhaps"] = ", ".join(
            filter(None, (known["perhaps"], row["perhaps"].removeprefix(BASE)))
        )
    return list(found.values())
