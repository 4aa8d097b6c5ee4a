"""Reading texts of sources that are text themselves: every piece knows where it stood.

Markdown and plain text share this: paragraphs that a page break cut in two are joined again,
footnote bodies come last, and a SourceMap leads back to the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from southsouth.reading.documents.model import Block, FootnoteMark, Role, SourceMap

_NUMBERED: Final = re.compile(r"(?:\d+\.|\([a-z]+\))\s")
#: A symbol on a line of its own goes on with nothing.
_SYMBOL_LINE: Final = re.compile(r"[A-Z]+(?:/[\w.()-]+)+")
_ANNEX: Final = re.compile(r"Annex(?:es)?(?:\s+[IVX]+)?(?:\n|\Z)", re.IGNORECASE)
_FINISHED: Final = tuple(".;:!?”\"'’)]")


@dataclass(slots=True)
class SourceParagraph:
    """One block while it is read: pieces of text with their source offsets, and marks."""

    role: Role
    pieces: list[tuple[str, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    after_break: bool = False

    @property
    def length(self) -> int:
        return sum(len(text) for text, _ in self.pieces)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def part(self, start: int, end: int, role: Role | None = None) -> SourceParagraph:
        """What stands between two offsets, with the marks in it."""
        found = SourceParagraph(role or self.role, after_break=self.after_break and not start)
        begin = 0
        for text, at in self.pieces:
            first, last = max(start - begin, 0), end - begin
            if first < len(text) and last > 0:
                found.pieces.append((text[first:last], at + first))
            begin += len(text)
        found.marks = [(at - start, label) for at, label in self.marks if start <= at <= end]
        return found

    def add(self, other: SourceParagraph) -> None:
        """Go on with the pieces and marks of another paragraph."""
        shift = self.length
        self.pieces.extend(other.pieces)
        self.marks.extend((at + shift, label) for at, label in other.marks)


def _continues(before: SourceParagraph, after: SourceParagraph) -> bool:
    """Whether a page break cut one paragraph into ``before`` and ``after``."""
    words, rest = before.text.rstrip(), after.text.lstrip()
    if (
        not after.after_break
        or before.role is not Role.PARAGRAPH
        or after.role is not Role.PARAGRAPH
    ):
        return False
    if "\t" in words or _ANNEX.match(rest):
        return False
    if words.endswith(_FINISHED) or _NUMBERED.match(rest) or _SYMBOL_LINE.fullmatch(words):
        return False
    return not words.endswith(",") or rest[:1].islower()


def _join_pages(paragraphs: list[SourceParagraph]) -> list[SourceParagraph]:
    body: list[SourceParagraph] = []
    notes: list[SourceParagraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.FOOTNOTE:
            notes.append(paragraph)
        elif body and _continues(body[-1], paragraph):
            before = body[-1]
            last_text, last_at = before.pieces[-1]
            before.pieces.append((" ", last_at + len(last_text)))
            before.add(paragraph)
        else:
            body.append(paragraph)
    return body + notes


def assemble(
    paragraphs: list[SourceParagraph],
) -> tuple[str, tuple[Block, ...], tuple[FootnoteMark, ...], SourceMap]:
    """Reading text, blocks, footnote marks and source map of the paragraphs of a source."""
    text: list[str] = []
    length = 0
    blocks: list[Block] = []
    marks: list[FootnoteMark] = []
    reading: list[int] = []
    origin: list[int] = []
    for paragraph in _join_pages(paragraphs):
        if blocks:
            text.append("\n\n")
            length += 2
        start = length
        for piece, at in paragraph.pieces:
            reading.append(length)
            origin.append(at)
            text.append(piece)
            length += len(piece)
        if paragraph.role is Role.FOOTNOTE:
            words = paragraph.text
            lead = len(words) - len(words.lstrip())
            blocks.append(Block(start + lead, length, Role.FOOTNOTE, paragraph.marks[0][1]))
        else:
            blocks.append(Block(start, length, paragraph.role))
            marks.extend(FootnoteMark(start + offset, label) for offset, label in paragraph.marks)
    return "".join(text), tuple(blocks), tuple(marks), SourceMap(tuple(reading), tuple(origin))
