"""Composing the reading text of a marked-up source, block by block.

All readers of marked-up sources share this, so that the same words give the same reading text in
every format: white space is one space, a hard line break inside a block is one line feed, blocks
are parted by an empty line, footnote marks are taken out, footnote bodies come last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from southsouth.reading.documents.model import (
    Block,
    Document,
    FootnoteMark,
    Link,
    PageMap,
    Role,
    Stated,
)

_SPACE: Final = re.compile(r"\s+")
#: Typesetters' forms of one character: the hyphen that does not break, the one that need not show.
_VARIANTS: Final = {0x2011: "-", 0x00AD: None}
#: The dash of a joint symbol, "A/76/64–E/2021/11", is a hyphen.
_JOINT: Final = re.compile(r"(?<=\d)[–−](?=[AES]/\d)")


@dataclass(slots=True)
class Paragraph:
    """One block while it is composed; offsets inside count from its own first character."""

    role: Role = Role.PARAGRAPH
    label: str = ""
    text: str = ""
    stated: Stated | None = None
    marks: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str, *, italic: bool = False, href: str = "", page: int = 0) -> None:
        """Add words of the source; runs of white space, also across calls, become one space."""
        words = _SPACE.sub(" ", words.translate(_VARIANTS))
        if not self.text or self.text[-1] in " \n\t":
            words = words.lstrip(" ")
        if not words:
            return
        start, end = len(self.text), len(self.text) + len(words)
        self.text += words
        if italic and words.strip():
            if self.italics and self.italics[-1][1] == start:
                self.italics[-1] = (self.italics[-1][0], end)
            else:
                self.italics.append((start, end))
        if href:
            if self.links and self.links[-1][1:] == (start, href):
                self.links[-1] = (self.links[-1][0], end, href)
            else:
                self.links.append((start, end, href))
        if page and (not self.pages or self.pages[-1][1] != page):
            self.pages.append((start, page))

    def mark(self, label: str) -> None:
        """A footnote mark stands here, after the last word that was added."""
        self.marks.append((len(self.text.rstrip()), label))

    def line_break(self) -> None:
        """A hard line break."""
        self.text = self.text.rstrip(" ")
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"

    def next_cell(self) -> None:
        """The next cell of a table row begins."""
        self.text = self.text.rstrip(" ") + "\t"


def compose(document: Document, paragraphs: Iterable[Paragraph]) -> Document:
    """``document`` with the text, blocks, marks, links, italics and pages of ``paragraphs``.

    Blocks without words are left out, with their marks; footnotes are moved to the end, in order.
    """
    kept = [p for p in paragraphs if p.text.strip()]
    kept.sort(key=lambda paragraph: paragraph.role is Role.FOOTNOTE)  # stable
    texts: list[str] = []
    blocks: list[Block] = []
    marks: list[FootnoteMark] = []
    links: list[Link] = []
    italics: list[tuple[int, int]] = []
    pages: list[tuple[int, int]] = []
    at = 0
    for paragraph in kept:
        words = _JOINT.sub("-", paragraph.text.rstrip())
        end = at + len(words)
        blocks.append(Block(at, end, paragraph.role, paragraph.label, paragraph.stated))
        if paragraph.role is not Role.FOOTNOTE:
            marks.extend(FootnoteMark(min(at + o, end), label) for o, label in paragraph.marks)
        links.extend(
            Link(at + start, min(at + stop, end), href)
            for start, stop, href in paragraph.links
            if at + start < end
        )
        italics.extend(
            (at + start, min(at + stop, end))
            for start, stop in paragraph.italics
            if at + start < end
        )
        for offset, page in paragraph.pages:
            if not pages or pages[-1][1] != page:
                pages.append((at + offset, page))
        texts.append(words)
        at = end + 2
    return replace(
        document,
        text="\n\n".join(texts),
        blocks=tuple(blocks),
        marks=tuple(marks),
        links=tuple(links),
        italics=tuple(italics),
        pages=PageMap(tuple(o for o, _ in pages), tuple(p for _, p in pages)),
    )
