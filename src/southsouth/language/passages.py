"""Paragraphs as what language comes from: the provisions of a document. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from southsouth.reading.structure.model import PartKind, Resolution


class Section(StrEnum):
    """Where in a document a paragraph stands, as far as language moves from one to the other."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"
    TEXT = "text"  # of what is no resolution


#: The kinds of part whose words are language: no headings, tables, footnotes, front matter.
PROVISIONS: Final = frozenset(
    {
        PartKind.PREAMBULAR,
        PartKind.OPERATIVE,
        PartKind.SUBPARAGRAPH,
        PartKind.ANNEX_PROVISION,
        PartKind.PARAGRAPH,
    }
)
_SECTIONS: Final = (
    (re.compile(r"(?:.*-)?pp\d"), Section.PREAMBLE),
    (re.compile(r"(?:annex|text)\d"), Section.ANNEX),
    (re.compile(r"(?:.*-)?op\d"), Section.OPERATIVE),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision: ``id`` names it within ``document`` (``op14``), ``day`` is that of adoption,
    ``start`` where ``text`` begins in the document's reading text."""

    document: str
    id: str
    day: date
    start: int
    text: str

    @property
    def key(self) -> str:
        """Its address: ``…A/RES/60/212#op14``."""
        return f"{self.document}#{self.id}"

    @property
    def section(self) -> Section:
        """Where it stands."""
        return section_of(self.id)


def section_of(part: str) -> Section:
    """Where a part stands, told by its id: ``op13(a)`` in the operative part."""
    for pattern, section in _SECTIONS:
        if pattern.match(part):
            return section
    return Section.TEXT


def passages_of(resolution: Resolution) -> Iterator[Passage]:
    """The provisions of a document, by its symbol; none where its day is unknown:
    language cannot be said to come from a document that may be later."""
    day = resolution.front.adopted
    if day is None:
        return
    for part in resolution.parts:
        if part.kind in PROVISIONS:
            yield Passage(resolution.symbol.text, part.id, day, part.start, resolution.words(part))
