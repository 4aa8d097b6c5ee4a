"""A block with what it is, as a value."""

from __future__ import annotations

import re
from typing import NamedTuple

from southsouth.reading.documents.model import Block, BlockKind


class Labelled(NamedTuple):
    """A block with what it is. ``words`` is the offset at which its words begin, behind the number;
    ``number`` is without its final period ("14", "(a)"); ``level`` counts from 1 for a paragraph, 2
    for "(a)", and is 0 for all that are no provisions. ``opening`` is the verb phrase that opens
    the words, where that was looked for (``sought``) and found."""

    block: Block
    kind: BlockKind
    number: str = ""
    level: int = 0
    words: int = 0
    opening: re.Match[str] | None = None
    sought: bool = False
