"""The derived graph: name periods, requests fulfilled by later use, silent renamings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from datetime import date
from functools import cache
from typing import Final

import pyoxigraph as ox

from southsouth.library import bind
from southsouth.lineage import Attestation, Bounds, NameChange
from southsouth.lineage.silent import SilentChange, silent_changes
from southsouth.rdf.iris import AUTHORITY_GRAPH
from southsouth.rdf.lineage import lineage_quads
from southsouth.store import Store
from southsouth.vocabulary import NS

_ATTESTED: Final = f"""
PREFIX ss: <{NS}>
SELECT ?name ?mention WHERE {{ $among ?mention ss:mentionsName ?name }}"""
_ADOPTED: Final = f"PREFIX ss: <{NS}> SELECT ?document ?day WHERE {{ ?document ss:adoptedOn ?day }}"
_CHANGES: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?statement ?old ?new ?force ?day WHERE {{
  ?statement ss:hasOldName ?old ; ss:hasNewName ?new ; ss:hasForce ?force .
  ?statement ss:standsIn/ss:isPartOf/ss:adoptedOn ?day
  FILTER(?force != <https://w3id.org/southsouth/force/reported>)
}}"""
_STATED: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?old ?new WHERE {{
  ?statement ss:hasOldName ?old ; ss:hasNewName ?new ; ss:standsIn ?part
}}"""
_OFFICIAL: Final = f"""
PREFIX ss: <{NS}>
SELECT DISTINCT ?name ?thing WHERE {{
  ?name ss:isNameOf ?thing ; ss:literalForm ?form ;
        ss:hasNameStatus <https://w3id.org/southsouth/status/official>
  FILTER(lang(?form) = "en")
}} ORDER BY ?thing ?name"""
_WORDS: Final = f"PREFIX ss: <{NS}> SELECT ?words WHERE {{ $part ss:quote ?words }}"
_ABOUT_NAMES: Final = frozenset({"mentionsName", "hasOldName", "hasNewName"})
_NAMES: Final = f"PREFIX ss: <{NS}> SELECT ?name ?thing WHERE {{ ?name ss:isNameOf ?thing }}"


_BOUND_TERMS: Final = ("startNotBefore", "startNotAfter", "endNotBefore", "endNotAfter")
_CURATED_BOUNDS: Final = f"""
PREFIX ss: <{NS}>
SELECT ?name ?{" ?".join(_BOUND_TERMS)} WHERE {{ GRAPH <{AUTHORITY_GRAPH}> {{
  ?name ss:isNameOf ?thing
  {" ".join(f"OPTIONAL {{ ?name ss:{term} ?{term} }}" for term in _BOUND_TERMS)}
}} }}"""


def _natural(provision: str) -> list[tuple[int, str]]:
    """A key that sorts op6 before op11: of the uses on one day, the first is evidence."""
    return [(int(piece), "") if piece.isdecimal() else (-1, piece)
            for piece in re.split(r"(\d+)", provision)]  # fmt: skip


def names_in(quads: Iterable[ox.Quad]) -> set[str]:
    """The names of which quads say that they are used, or that one follows another."""
    found = set()
    for quad in quads:
        term, node = quad.predicate.value.removeprefix(NS), quad.object
        if term in _ABOUT_NAMES and isinstance(node, ox.NamedNode):
            found.add(node.value)
    return found


def lineage_after(store: Store, before: Iterable[ox.Quad], names: set[str] | None) -> list[ox.Quad]:
    """The derived graph after a change that touched these names (None: all of them), given what
    was derived before it: only what concerns the things so named is derived again."""
    held = list(before)
    if names is None or not held:
        return derive_lineage(store)
    thing_of = {f"<{row['name']}>": f"<{row['thing']}>" for row in store.query(_NAMES).values()}
    touched = {thing_of[f"<{name}>"] for name in names if f"<{name}>" in thing_of}
    for term in ("affects", "isFulfilledBy"):  # a request is fulfilled by an event
        for quad in held:
            if quad.predicate.value == NS + term:
                thing = str(quad.object)
                thing_of[str(quad.subject)] = thing_of.get(thing, thing)
    kept = [quad for quad in held if thing_of[str(quad.subject)] not in touched]
    return kept + derive_lineage(store, {thing[1:-1] for thing in touched})


def derive_lineage(store: Store, things: Set[str] | None = None) -> list[ox.Quad]:
    """What is derived from a store, of these things or of all: name periods, and requests
    fulfilled by later use."""
    every = {row["name"]: row["thing"] for row in store.query(_NAMES).values()}
    named = {name for name, thing in every.items() if things is None or thing in things}
    uses = _uses(store, named if things is not None else None)
    uses.sort(key=lambda use: (use.day, _natural(use.provision)))
    changes = [
        NameChange(row["statement"], row["old"], row["new"], row["force"].rpartition("/")[2],
                   date.fromisoformat(row["day"]))
        for row in store.query(_CHANGES).values()
        if row["old"] in named or row["new"] in named
    ]  # fmt: skip
    changes.sort(key=lambda change: change.statement)
    curated = {
        row["name"]: Bounds(*(date.fromisoformat(row[term]) if row[term] else None
                              for term in _BOUND_TERMS))
        for row in store.query(_CURATED_BOUNDS).values()
    }  # fmt: skip
    silent = _silent_changes(store, uses, named)
    return lineage_quads(sorted(named), uses, changes, every, curated, silent)


def _uses(store: Store, names: Iterable[str] | None) -> list[Attestation]:
    """Who uses the names, all of them where ``names`` is None, in documents with a date.

    Mentions, parts and days are joined here, by what the IRI of a mention tells: a query that joins
    them takes three times as long.
    """
    if names is None:
        among = ""
    else:
        among = f"VALUES ?name {{ {' '.join(f'<{name}>' for name in sorted(names))} }}"
    days = {row["document"]: date.fromisoformat(row["day"])
            for row in store.query(_ADOPTED).values()}  # fmt: skip
    mentions = store.query(_ATTESTED.replace("$among", among)).values()
    attested = {(row["name"], row["mention"].rpartition("-mention")[0]) for row in mentions}
    return [
        Attestation(name, days[document], part)
        for name, part in attested
        if (document := part.partition("#")[0]) in days
    ]


def _silent_changes(
    store: Store, uses: Sequence[Attestation], named: Set[str]
) -> list[SilentChange]:
    official: dict[str, list[str]] = {}
    for row in store.query(_OFFICIAL).values():
        if row["name"] in named:
            official.setdefault(row["thing"], []).append(row["name"])
    stated = {(row["old"], row["new"]) for row in store.query(_STATED).values()}

    @cache
    def words(provision: str) -> str:
        query = bind(_WORDS, {"part": ox.NamedNode(provision)})
        return " ".join(row["words"] for row in store.query(query).values())

    return silent_changes(official, uses, stated, words)
