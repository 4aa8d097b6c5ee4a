"""Plain text: blocks are separated by blank lines.

Without footnotes the reading text is the file as it is. With footnotes at the foot of pages or of
the file, their marks are taken out of the words and their bodies come last, as from any other
format; a SourceMap leads back to the file.
"""

from __future__ import annotations

import re

from southsouth.documents.footnotes import FoundNotes, find_notes, rule_end
from southsouth.documents.model import Block, FootnoteMark, Role, SourceMap
from southsouth.documents.pieces import SourceParagraph, assemble

_BLANK = re.compile(r"\r?\n[^\S\n]*\n\s*|\r[ \t]*\r\s*")


def text_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, white space trimmed at both ends of each."""
    blocks = []
    position = 0
    for stop in [*_BLANK.finditer(text), None]:
        end = stop.start() if stop else len(text)
        piece = text[position:end]
        start = position + len(piece) - len(piece.lstrip("\ufeff").lstrip())
        end = position + len(piece.rstrip())
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


def _without_marks(text: str, block: Block, found: FoundNotes) -> SourceParagraph:
    paragraph = SourceParagraph(Role.PARAGRAPH)
    at = block.start
    inside = sorted(
        (note.mark_start, note.mark_end, note.label)
        for note in found.notes
        if block.start <= note.mark_start < block.end
    )
    for start, end, label in inside:
        if at < start:
            paragraph.pieces.append((text[at:start], at))
        paragraph.marks.append((paragraph.length, label))
        at = end
    if at < block.end:
        paragraph.pieces.append((text[at : block.end], at))
    return paragraph


def read_text(
    source: str,
) -> tuple[str, tuple[Block, ...], tuple[FootnoteMark, ...], SourceMap]:
    """Reading text, blocks, footnote marks and source map of a plain text."""
    blocks = text_blocks(source)
    apart = _rules_apart(source, blocks)
    found = find_notes(source, apart)
    if not found.notes:
        return source, blocks, (), SourceMap()
    blocks = apart
    paragraphs = []
    broken = False
    for index, block in enumerate(blocks):
        if index in found.blocks:
            broken = True
            continue
        paragraph = _without_marks(source, block, found)
        paragraph.after_break, broken = broken, False
        paragraphs.append(paragraph)
    for note in found.notes:
        body = SourceParagraph(Role.FOOTNOTE, [(source[note.start : note.end], note.start)])
        body.marks.append((0, note.label))
        paragraphs.append(body)
    return assemble(paragraphs)
