"""What every reader makes of a source file.

A Document keeps its *reading text* once; all later floors point into it with 0-based,
end-exclusive character offsets. For plain text the reading text is the decoded file itself. For
marked-up sources it is the words without the marks, footnote marks taken out, paragraphs that a
page break cut in two joined again; the SourceMap leads from there back to the file.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from southsouth.reading.documents.record import Record


class Role(StrEnum):
    """What a reader knows of a block before anybody understands its words."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    ROW = "row"  # of a table, its cells joined by tabs


class BlockKind(StrEnum):
    """What a block is in its document, once somebody has understood it: the publisher's mark-up,
    or else the structure floor."""

    FRONT = "front"
    SECTION = "section"  # the letter of one of several resolutions under one number
    TITLE = "title"
    FORMULA = "formula"  # "The General Assembly,"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    POINT = "point"  # a sub-paragraph of any depth
    HEADING = "heading"
    ANNEX = "annex"  # the line that opens an annex
    ANNEX_TEXT = "annex-text"
    PARAGRAPH = "paragraph"  # of a text that is no resolution; running text
    CLOSING = "closing"
    NOTE = "note"
    ROW = "row"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of a block: its kind, the number printed before it ("14", "(a)", "" for none),
    its level (1 for paragraphs, 2 for "(a)", 3 for "(i)", 0 for all that are no provisions)."""

    kind: BlockKind
    number: str = ""
    level: int = 0


class Block(NamedTuple):  # a document has thousands; made faster than a frozen dataclass
    """A span of the reading text; for a footnote ``label`` is its printed mark. ``stated`` is what
    the publisher's mark-up says of it, where there is such mark-up."""

    start: int
    end: int
    role: Role = Role.PARAGRAPH
    label: str = ""
    stated: Stated | None = None


class FootnoteMark(NamedTuple):
    """Where a footnote's mark stood: between the characters ``offset - 1`` and ``offset``."""

    offset: int
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the source over a span of the reading text."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class PageMap:
    """On which page of the source the characters stand.

    ``offsets`` and ``pages`` are parallel; from ``offsets[i]`` on, characters stand on page
    ``pages[i]`` (counted from 1). Empty for a source without pages. Pages need not ascend: the
    bodies of footnotes come last in the reading text.
    """

    offsets: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int:
        """The page of the character at ``offset``; 0 where the source has no pages."""
        if not self.offsets:
            return 0
        return self.pages[max(bisect_right(self.offsets, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Piecewise map from offsets in the reading text to offsets in the decoded file.

    ``reading`` and ``source`` are parallel; from ``reading[i]`` on, both run in step until
    ``reading[i + 1]``. Empty for the identity.
    """

    reading: tuple[int, ...] = ()
    source: tuple[int, ...] = ()

    def to_source(self, offset: int) -> int:
        """The file offset of the character at ``offset`` of the reading text."""
        if not self.reading:
            return offset
        index = max(bisect_right(self.reading, offset) - 1, 0)
        return self.source[index] + offset - self.reading[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file span that holds the reading span: first to last character, end-exclusive."""
        if end <= start:
            return self.to_source(start), self.to_source(start)
        return self.to_source(start), self.to_source(end - 1) + 1


@dataclass(frozen=True, slots=True)
class Recognition:
    """By which program the words of a picture were recognised, and how sure it is of them, from 0
    to 1."""

    engine: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """A source file as read.

    ``name`` is the file's name without its folder, ``sha256`` the hash of its bytes,
    ``media_type`` its format, ``text`` the reading text, ``blocks`` its blocks in reading order,
    footnote bodies last, ``marks`` the footnote marks in text order, ``links`` its hyperlinks,
    ``italics`` the spans set in italics (start, end), ``pages`` where its pages begin,
    ``language`` its ISO 639-1 code. ``source_map`` leads back to the decoded file for formats
    that are text; for the others it is empty. ``record`` is the metadata stated by the source,
    ``remarks`` say what of the source was mended to read it. An ``excerpt`` is one of several
    documents that a file holds, and not the one that the file is. ``recognition`` is there where
    the words were recognised on pictures.
    """

    name: str
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[FootnoteMark, ...] = ()
    source_map: SourceMap = field(default_factory=SourceMap)
    links: tuple[Link, ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    pages: PageMap = field(default_factory=PageMap)
    language: str = "en"
    record: Record | None = None
    remarks: tuple[str, ...] = ()
    excerpt: bool = False
    recognition: Recognition | None = None

    @property
    def text_sha256(self) -> str:
        """The hash of the reading text in UTF-8: what the graph's offsets point into."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def words(self, block: Block) -> str:
        """The block's text."""
        return self.text[block.start : block.end]
