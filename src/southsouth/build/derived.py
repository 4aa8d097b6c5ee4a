"""The derived graph: name periods, requests fulfilled by later use, silent renamings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from functools import cache
from typing import Final

import pyoxigraph as ox

from southsouth.build.touched import Touched, plain
from southsouth.graph.queries.internal import answer, rows
from southsouth.graph.rdf.iris import provision_of
from southsouth.graph.rdf.lineage import day_quad, lineage_quads
from southsouth.graph.store import Store
from southsouth.things import (
    BOUND_TERMS,
    Attestation,
    Bounds,
    NameChange,
    SilentChange,
    silent_changes,
)
from southsouth.vocabulary import NS

#: The bounds that uses alone give: in use by that day, and still then.
_FIRST: Final = "startNotAfter"
_LAST: Final = "endNotBefore"


def lineage_after(store: Store, before: Iterable[ox.Quad], touched: Touched) -> list[ox.Quad]:
    """The derived graph after changes of documents, given what was derived before them.

    Where names of a thing follow each other, each provision may be evidence: what concerns such a
    thing is derived again from all uses of its names. Of any other name only the first and the last
    day are told, which a use that came can move, and one that went only where it was on them: so
    what a change costs depends on what it touches, not on how often a name is used.
    """
    held = list(before)
    if touched.every or not held:
        return derive_lineage(store)
    thing_of = {row["name"]: row["thing"] for row in rows(store, "names-and-things")}
    known_days = _bounds_known(store, held)
    anew = _to_derive(store, touched, thing_of, known_days)
    for term in ("affects", "isFulfilledBy"):  # a request is fulfilled by an event
        for quad in held:
            if quad.predicate.value == NS + term:
                thing = plain(quad.object)
                thing_of[plain(quad.subject)] = thing_of.get(thing, thing)
    kept = {quad for quad in held if thing_of[plain(quad.subject)] not in anew}
    for use in sorted(touched.came, key=lambda use: use.day):
        if use.name in thing_of and thing_of[use.name] not in anew:
            _widen(kept, known_days, use)
    return [*kept, *(derive_lineage(store, anew) if anew else ())]


def _to_derive(
    store: Store,
    touched: Touched,
    thing_of: Mapping[str, str],
    known_days: Mapping[tuple[str, str], date],
) -> set[str]:
    """The things of which something may be told otherwise that is not told by days that came."""

    def things(names: Iterable[str]) -> set[str]:
        return {thing_of[name] for name in names if name in thing_of}

    moved = (use.name for use in touched.gone if not _within(use.day, known_days, use.name))
    evident = things(touched.evidence) & _changing(store, thing_of)
    return things(touched.names) | evident | things(moved)


def _changing(store: Store, thing_of: Mapping[str, str]) -> set[str]:
    """The things whose names follow each other: a change is stated, or there are several official
    names, of which one may silently replace the other."""
    official = Counter(row["thing"] for row in rows(store, "official-names"))
    stated = {name for row in rows(store, "names-that-follow") for name in (row["old"], row["new"])}
    return {thing for thing, names in official.items() if names > 1}.union(
        thing_of[name] for name in stated if name in thing_of
    )


def _bounds_known(store: Store, held: Iterable[ox.Quad]) -> dict[tuple[str, str], date]:
    """The first and last days of names, by name and term, as records and derived graph tell them
    together: a derived one is there only where it says more."""
    known_days: dict[tuple[str, str], date] = {}
    for name, bounds in _curated_bounds(store).items():
        for term, day in ((_FIRST, bounds.start_not_after), (_LAST, bounds.end_not_before)):
            if day is not None:
                known_days[name, term] = day
    for quad in held:
        term = quad.predicate.value.removeprefix(NS)
        if term in (_FIRST, _LAST):
            known_days[plain(quad.subject), term] = date.fromisoformat(plain(quad.object))
    return known_days


def _within(day: date, known_days: Mapping[tuple[str, str], date], name: str) -> bool:
    """Whether a name is known to be in use before the day and after it."""
    first, last = known_days.get((name, _FIRST)), known_days.get((name, _LAST))
    return first is not None and last is not None and first < day < last


def _widen(kept: set[ox.Quad], known_days: dict[tuple[str, str], date], use: Attestation) -> None:
    """Let the bounds of a name hold a use too."""
    for term, tighter in ((_FIRST, date.__lt__), (_LAST, date.__gt__)):
        known = known_days.get((use.name, term))
        if known is None or tighter(use.day, known):
            if known is not None:
                kept.discard(day_quad(use.name, NS + term, known))
            kept.add(day_quad(use.name, NS + term, use.day))
            known_days[use.name, term] = use.day


def derive_lineage(store: Store, things: Set[str] | None = None) -> list[ox.Quad]:
    """What is derived from a store, of these things or of all: name periods, and requests
    fulfilled by later use."""
    every = {row["name"]: row["thing"] for row in rows(store, "names-and-things")}
    named = {name for name, thing in every.items() if things is None or thing in things}
    uses = _uses(store, named if things is not None else None)
    changes = [
        NameChange(
            row["statement"],
            row["old"],
            row["new"],
            row["force"].rpartition("/")[2],
            date.fromisoformat(row["day"]),
        )
        for row in rows(store, "changes-of-name")
        if row["old"] in named or row["new"] in named
    ]
    changes.sort(key=lambda change: change.statement)
    silent = _silent_changes(store, uses, named)
    return lineage_quads(sorted(named), uses, changes, every, _curated_bounds(store), silent)


def _curated_bounds(store: Store) -> dict[str, Bounds]:
    """The bounds that the records state, by name."""
    return {
        row["name"]: Bounds(
            *(date.fromisoformat(row[term]) if row[term] else None for term in BOUND_TERMS)
        )
        for row in rows(store, "curated-bounds")
    }


def _uses(store: Store, names: Iterable[str] | None) -> list[Attestation]:
    """Who uses the names, all of them where ``names`` is None, in documents with a date.

    Mentions, parts and days are joined here, by what the IRI of a mention tells: a query that joins
    them takes three times as long.
    """
    adopted = rows(store, "days-of-adoption")
    days = {row["document"]: date.fromisoformat(row["day"]) for row in adopted}
    # a tuple a row, not a mapping: of everything that is derived, this is what grows with the store
    mentions = answer(store, "mentions-of-names", names=names).rows
    attested = {
        (plain(name), provision_of(plain(mention)))
        for name, mention in mentions
        if name is not None and mention is not None
    }
    return [
        Attestation(name, days[document], part)
        for name, part in attested
        if (document := part.partition("#")[0]) in days
    ]


def _silent_changes(
    store: Store, uses: Sequence[Attestation], named: Set[str]
) -> list[SilentChange]:
    official: dict[str, list[str]] = {}
    for row in rows(store, "official-names"):
        if row["name"] in named:
            official.setdefault(row["thing"], []).append(row["name"])
    stated = {(row["old"], row["new"]) for row in rows(store, "names-that-follow")}

    @cache
    def words(provision: str) -> str:
        return " ".join(row["words"] for row in rows(store, "words-of-a-part", part=provision))

    return silent_changes(official, uses, stated, words)
