"""A resolution as its paragraphs: every span is in offsets of the document's reading text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from southsouth.reading.documents.model import Document
from southsouth.un.symbols import Symbol


class PartKind(StrEnum):
    """The addressable parts of a document; each is a class of the ontology."""

    FRONT = "FrontMatter"
    PREAMBULAR = "PreambularParagraph"
    OPERATIVE = "OperativeParagraph"
    SUBPARAGRAPH = "Subparagraph"
    ANNEX = "Annex"
    ANNEX_PROVISION = "AnnexProvision"
    PARAGRAPH = "Provision"  # a paragraph of a text that is no resolution
    HEADING = "Heading"
    ROW = "TableRow"
    FOOTNOTE = "Footnote"


class VerbUse(NamedTuple):
    """A verb by which the speaking organ acts, where it stands.

    ``verb`` is the handle of a row of VERBS; ``start`` and ``end`` span the whole phrase,
    "Takes note with appreciation of"; the object clause runs from ``end`` to ``clause_end``.
    """

    verb: str
    start: int
    end: int
    clause_end: int


class Part(NamedTuple):  # a document has thousands; made faster than a frozen dataclass
    """A part of a document.

    ``id`` is the fragment of its IRI (``op14``, ``op13(a)``, ``fn5``, ``annex1-op3``), ``number``
    what is printed (``14``, ``(a)``), ``parent`` the id of the part that it belongs to. The first
    of ``verbs`` opens the paragraph where ``opens`` is true; ``phrase_end`` is where the whole
    opening phrase ends ("Reiterates its call upon"), -1 where it opens with none. ``under`` is the
    id of the heading that it stands under, ``level`` its depth among the provisions (1 for a
    paragraph, 2 for "(a)", 3 for "(i)"; 0 for what is no provision).
    """

    id: str
    kind: PartKind
    start: int
    end: int
    number: str = ""
    parent: str = ""
    verbs: tuple[VerbUse, ...] = ()
    opens: bool = False
    marked_in: str = ""
    mark_offset: int = -1
    phrase_end: int = -1
    under: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text of a resolution; None or empty where the source lacks it."""

    title: str = ""
    title_start: int = -1
    organ: str = ""
    session: str = ""
    agenda_items: tuple[str, ...] = ()
    adopted: date | None = None
    distributed: date | None = None
    meeting: str = ""
    report_of: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document with its structure. ``parts`` are in text order, footnotes last. ``remarks`` say,
    a line each, what of the reading is uncertain: a symbol that only the file's name tells, a text
    of which too much is front matter or footnotes."""

    document: Document
    symbol: Symbol
    front: FrontMatter
    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The reading text that all offsets point into."""
        return self.document.text

    def words(self, part: Part) -> str:
        """The part's text."""
        return self.document.text[part.start : part.end]

    def part(self, part_id: str) -> Part:
        """The part with that id; KeyError where there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)
