"""The names of instruments and bodies in readings: rows of a table, and proposals of records.

A proposal is a record in the form of the authority files, with the status "proposed" and the
passages that show the name; a curator confirms it by moving it to ``graph/authority``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import pyoxigraph as ox

from southsouth.graph.rdf.graph import GraphBuilder
from southsouth.graph.rdf.iris import AUTHORITY_GRAPH, concept, part_iri
from southsouth.reading.instruments.authority import Authority, is_a, normal_form
from southsouth.reading.instruments.discover import discover
from southsouth.reading.reader import Reading
from southsouth.un.symbols import Symbol
from southsouth.vocabulary import BASE

NAME_COLUMNS: Final = (
    "name",
    "kind",
    "thing",
    "acronym",
    "mentions",
    "documents",
    "symbol",
    "provision",
    "start",
    "end",
    "quote",
)
_CONTEXT: Final = 80


@dataclass
class NameUse:
    """A name as it is used in several documents: the first use is the evidence.

    ``thing`` is the IRI of the record that knows it, "" for a proposal; ``start`` and ``end`` are
    offsets of the first document's file, or of its reading text where the file holds no text.
    """

    name: str
    kind: str
    thing: str
    symbol: Symbol
    part: str
    start: int
    end: int
    quote: str
    acronym: str = ""
    mentions: int = 0
    documents: set[str] = field(default_factory=set)
    passages: list[str] = field(default_factory=list)

    def row(self) -> dict[str, Any]:
        """The row of ``NAME_COLUMNS``."""
        return {
            "name": self.name,
            "kind": self.kind,
            "thing": self.thing,
            "acronym": self.acronym,
            "mentions": self.mentions,
            "documents": len(self.documents),
            "symbol": self.symbol.text,
            "provision": self.part,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }


def names_used(readings: Iterable[Reading], authority: Authority) -> list[NameUse]:
    """Every name in the readings, known or not, the most mentioned first."""
    uses: dict[tuple[str, str], NameUse] = {}
    for reading in readings:
        known = authority.by_form_in.get(reading.resolution.document.language, {})
        for part, start, end, kind, thing, acronym in _occurrences(reading, authority):
            words = " ".join(reading.resolution.text[start:end].split())
            form = normal_form(words)
            if not thing and form in known:
                continue  # too general to be looked for
            use = uses.get((form, thing))
            if use is None:
                use = uses[form, thing] = _first_use(reading, part, start, end, kind, thing)
            use.mentions += 1
            use.acronym = use.acronym or acronym
            use.documents.add(reading.resolution.symbol.text)
            passage = part_iri(reading.resolution.symbol, part)
            if passage not in use.passages:
                use.passages.append(passage)
    return sorted(uses.values(), key=lambda use: (-use.mentions, use.name))


def _occurrences(
    reading: Reading, authority: Authority
) -> Iterable[tuple[str, int, int, str, str, str]]:
    for mention in reading.mentions:
        if mention.name:
            kind = authority.things[mention.thing].kind
            yield mention.part, mention.start, mention.end, kind, mention.thing, ""
    for found in discover(reading.resolution, reading.mentions):
        yield found.part, found.start, found.end, found.kind, "", found.acronym


def _first_use(reading: Reading, part: str, start: int, end: int, kind: str, thing: str) -> NameUse:
    resolution = reading.resolution
    text = resolution.text
    span = resolution.document.source_map.span(start, end)
    holder = resolution.part(part)
    first, last = max(holder.start, start - _CONTEXT), min(holder.end, end + _CONTEXT)
    return NameUse(
        " ".join(text[start:end].split()),
        kind,
        thing.removeprefix(BASE),
        resolution.symbol,
        part,
        *span,
        " ".join(text[first:last].split()),
    )


def _handle(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")


def proposals(uses: Iterable[NameUse]) -> list[ox.Quad]:
    """A record for each name that none knows: its class, its names, the passages that show it."""
    graph = GraphBuilder(AUTHORITY_GRAPH)
    for use in uses:
        if use.thing:
            continue
        group = "body" if is_a(use.kind, "Body") else "instrument"
        iri = f"{BASE}{group}/proposed/{_handle(use.name)}"
        graph.kind(iri, use.kind)
        graph.text(iri, "http://www.w3.org/2000/01/rdf-schema#label", use.name, "en")
        forms = [(use.name, "proposed"), *([(use.acronym, "acronym")] if use.acronym else [])]
        for number, (form, status) in enumerate(forms, start=1):
            name = f"{iri}#name-en-{number}"
            graph.link(iri, "hasName", name)
            graph.kind(name, "Name")
            graph.text(name, "literalForm", form, "en")
            graph.link(name, "isNameOf", iri)
            graph.link(name, "hasNameStatus", concept("status", status))
            for passage in use.passages:
                graph.link(name, "hasSource", passage)
    return graph.quads()
