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


class Role(StrEnum):
    """What a reader knows of a block before anybody understands its words."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the reading text; for a footnote ``label`` is its printed mark."""

    start: int
    end: int
    role: Role = Role.PARAGRAPH
    label: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """Where a footnote's mark stood: between the characters ``offset - 1`` and ``offset``."""

    offset: int
    label: str


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
class Document:
    """A source file as read.

    ``name`` is the file's name without its folder, ``sha256`` the hash of its bytes,
    ``media_type`` its format, ``text`` the reading text, ``blocks`` its blocks in reading order,
    footnote bodies last, ``marks`` the footnote marks in text order.
    """

    name: str
    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[FootnoteMark, ...] = ()
    source_map: SourceMap = field(default_factory=SourceMap)

    @property
    def text_sha256(self) -> str:
        """The hash of the reading text in UTF-8: what the graph's offsets point into."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def words(self, block: Block) -> str:
        """The block's text."""
        return self.text[block.start : block.end]
