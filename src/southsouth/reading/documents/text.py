"""Plain text: blocks are separated by blank lines.

Without footnotes the reading text is the file as it is. With footnotes at the foot of pages or of
the file, their marks are taken out of the words and their bodies come last, as from any other
format; a SourceMap leads back to the file.
"""

from __future__ import annotations

import re

from southsouth.reading.documents.footnotes import may_hold_notes, rule_end
from southsouth.reading.documents.glued import part_glued
from southsouth.reading.documents.hyphens import Hyphens, has_cut_words
from southsouth.reading.documents.model import Block, FootnoteMark, Role, SourceMap
from southsouth.reading.documents.paged import paragraphs_of_pages
from southsouth.reading.documents.pieces import SourceParagraph, assemble
from southsouth.reading.documents.plain_notes import lift_notes
from southsouth.reading.documents.spelled_notes import lift_spelled, may_be_spelled

_BLANK = re.compile(r"\r?\n[^\S\n]*\n\s*|\r[ \t]*\r\s*")
#: The same in a text without carriage returns, which is found a good deal faster.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, white space trimmed at both ends of each."""
    blocks = []
    position = 0
    blank = _BLANK if "\r" in text else _BLANK_LINE
    for stop in [*blank.finditer(text), None]:
        start, end = position, stop.start() if stop else len(text)
        # most blocks have nothing to trim: the blank lines took it
        first, last = text[start : start + 1], text[end - 1 : end]
        if first.isspace() or first == "\ufeff" or last.isspace():
            piece = text[start:end]
            end = start + len(piece.rstrip())
            start += len(piece) - len(piece.lstrip("\ufeff").lstrip())
        if start < end:
            blocks.append(Block(start, end))
        position = stop.end() if stop else end
    return tuple(blocks)


def _rules_apart(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """``blocks`` with a rule on the line above a note as a block of its own."""
    apart: list[Block] = []
    for block in blocks:
        end = rule_end(text, block)
        if end:
            apart.append(Block(block.start, end))
            start = block.end - len(text[end : block.end].lstrip())
            apart.append(Block(start, block.end))
        else:
            apart.append(block)
    return tuple(apart)


def read_text(
    source: str,
) -> tuple[str, tuple[Block, ...], tuple[FootnoteMark, ...], SourceMap]:
    """Reading text, blocks, footnote marks and source map of a plain text."""
    paged = paragraphs_of_pages(source)
    if paged is not None:
        return assemble(lift_notes(paged) or paged)
    source = source.replace("\f", " ")
    blocks = text_blocks(source)
    if "\n" in source:
        blocks = part_glued(source, blocks)
    apart = _rules_apart(source, blocks)
    cut = has_cut_words(source)
    noted = may_hold_notes(source, apart)
    spelled = may_be_spelled(source)
    if not (noted or cut or spelled):
        return source, blocks, (), SourceMap()
    hyphens = Hyphens(source) if cut else None
    paragraphs = [
        SourceParagraph(
            Role.PARAGRAPH,
            hyphens.pieces(block.start, block.end)
            if hyphens
            else [(source[block.start : block.end], block.start)],
        )
        for block in apart
    ]
    lifted = lift_spelled(paragraphs) if spelled else None
    if noted and lifted is None:
        lifted = lift_notes(paragraphs)
    if cut and lifted is None:
        lifted = paragraphs
    if lifted is None:
        return source, blocks, (), SourceMap()
    return assemble(lifted)
