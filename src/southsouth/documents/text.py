"""Plain text: blocks are separated by blank lines; the reading text is the file as it is."""

from __future__ import annotations

import re

from southsouth.documents.model import Block

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
