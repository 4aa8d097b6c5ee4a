"""The authority records as the extractor needs them: names, and the things they name.

Read with Oxigraph's parser, which takes milliseconds, from ``graph/authority/*.ttl``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from southsouth.errors import CuratedDataError
from southsouth.vocabulary import BASE, CLASSES, NS, RDF_TYPE, RDFS_LABEL

_ONE_DASH: Final = str.maketrans("‐‑‒–—−’", "------'")


@dataclass(frozen=True, slots=True)
class Name:
    """A name node of an authority record."""

    iri: str
    form: str
    language: str
    thing: str
    status: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An instrument, body or conference: its IRI, preferred English label and class; of a body the
    body that it is part of, of an instrument the document or annex that carries its text (IRIs)."""

    iri: str
    label: str
    kind: str
    part_of: str = ""
    set_out_in: str = ""


def is_a(kind: str, ancestor: str) -> bool:
    """Whether a class of the vocabulary is ``ancestor`` or below it."""
    while kind:
        if kind == ancestor:
            return True
        kind = CLASSES.get(kind, "")
    return False


@dataclass(frozen=True, eq=False)
class Authority:
    """All authority records. ``digest`` changes whenever a record does; two objects are never
    equal, so that what is derived from one can be kept by it."""

    things: Mapping[str, Thing]
    names: tuple[Name, ...]
    digest: str = ""

    @cached_property
    def by_form(self) -> dict[str, tuple[Name, ...]]:
        """English names by their normal form (see ``normal_form``)."""
        return self.by_form_in.get("en", {})

    @cached_property
    def by_form_in(self) -> dict[str, dict[str, tuple[Name, ...]]]:
        """The names of each language by their normal form."""
        tables: dict[str, dict[str, tuple[Name, ...]]] = {}
        for name in self.names:
            table, key = tables.setdefault(name.language, {}), normal_form(name.form)
            table[key] = (*table.get(key, ()), name)
        return tables

    def find(self, text: str) -> tuple[Thing, ...]:
        """The things called ``text``, in any case and spelling of dashes; () for none."""
        names = self.by_form.get(normal_form(text), ())
        return tuple(self.things[iri] for iri in dict.fromkeys(name.thing for name in names))


@lru_cache(maxsize=4096)
def normal_form(name: str) -> str:
    """A name without case, kind of dash, apostrophe or leading article, for look-ups."""
    plain = name.translate(_ONE_DASH)
    return " ".join(plain.lower().split()).removeprefix("the ")


def _value(quads: dict[tuple[str, str], list[ox.Triple]], subject: str, term: str) -> str:
    for triple in quads.get((subject, term), ()):
        return str(triple.object.value) if not isinstance(triple.object, ox.Triple) else ""
    return ""


def _triples(paths: Iterable[Path]) -> list[ox.Triple]:
    triples = []
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE):
                triples.append(quad.triple)
        except (SyntaxError, OSError) as error:
            raise CuratedDataError(f"{path}: {error}; correct the authority record") from error
    return triples


def load_authority(paths: Iterable[Path]) -> Authority:
    """The records in ``paths`` (Turtle). Raises CuratedDataError for a file that does not parse."""
    return _load(tuple(paths))


@lru_cache(maxsize=4)
def _load(paths: tuple[Path, ...]) -> Authority:
    index: dict[tuple[str, str], list[ox.Triple]] = {}
    kinds: dict[str, str] = {}
    for triple in _triples(paths):
        if not isinstance(triple.subject, ox.NamedNode):
            continue
        index.setdefault((triple.subject.value, triple.predicate.value), []).append(triple)
        if triple.predicate.value == RDF_TYPE and isinstance(triple.object, ox.NamedNode):
            kinds[triple.subject.value] = triple.object.value.removeprefix(NS)
    things = {}
    names = []
    for iri, kind in sorted(kinds.items()):
        if is_a(kind, "Instrument") or is_a(kind, "Body"):
            english = [
                label.object.value
                for label in index.get((iri, RDFS_LABEL), [])
                if isinstance(label.object, ox.Literal) and label.object.language == "en"
            ]
            part_of = _value(index, iri, NS + "isPartOfBody")
            text = _value(index, iri, NS + "isSetOutIn")
            things[iri] = Thing(iri, english[0] if english else iri, kind, part_of, text)
        elif kind == "Name":
            for triple in index.get((iri, NS + "literalForm"), []):
                if isinstance(triple.object, ox.Literal):
                    names.append(
                        Name(
                            iri,
                            triple.object.value,
                            triple.object.language or "",
                            _value(index, iri, NS + "isNameOf"),
                            _value(index, iri, NS + "hasNameStatus").rpartition("/")[2],
                        )
                    )
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    return Authority(things, tuple(n for n in names if n.thing in things), digest)
