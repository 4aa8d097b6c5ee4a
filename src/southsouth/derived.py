"""The derived graph: name periods, requests fulfilled by later use, silent renamings."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
SELECT DISTINCT ?name ?day ?part WHERE {{
  ?name ss:isAttestedIn ?part . ?part ss:isPartOf ?document . ?document ss:adoptedOn ?day
}}"""
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


def derive_lineage(store: Store) -> list[ox.Quad]:
    """The derived graph of a store: name periods, and requests fulfilled by later use."""
    things = {row["name"]: row["thing"] for row in store.query(_NAMES).values()}
    uses = [
        Attestation(row["name"], date.fromisoformat(row["day"]), row["part"])
        for row in store.query(_ATTESTED).values()
    ]
    uses.sort(key=lambda use: (use.day, _natural(use.provision)))
    changes = [
        NameChange(row["statement"], row["old"], row["new"], row["force"].rpartition("/")[2],
                   date.fromisoformat(row["day"]))
        for row in store.query(_CHANGES).values()
    ]  # fmt: skip
    changes.sort(key=lambda change: change.statement)
    curated = {
        row["name"]: Bounds(*(date.fromisoformat(row[term]) if row[term] else None
                              for term in _BOUND_TERMS))
        for row in store.query(_CURATED_BOUNDS).values()
    }  # fmt: skip
    silent = _silent_changes(store, uses)
    return lineage_quads(sorted(things), uses, changes, things, curated, silent)


def _silent_changes(store: Store, uses: Sequence[Attestation]) -> list[SilentChange]:
    official: dict[str, list[str]] = {}
    for row in store.query(_OFFICIAL).values():
        official.setdefault(row["thing"], []).append(row["name"])
    stated = {(row["old"], row["new"]) for row in store.query(_STATED).values()}

    @cache
    def words(provision: str) -> str:
        query = bind(_WORDS, {"part": ox.NamedNode(provision)})
        return " ".join(row["words"] for row in store.query(query).values())

    return silent_changes(official, uses, stated, words)
