"""What the publisher's mark-up states of blocks, and the levels that it leaves open."""

from __future__ import annotations

import re
from typing import Final

from southsouth.reading.documents.model import Block, BlockKind, Document
from southsouth.reading.structure import kinds
from southsouth.reading.structure.labelled import Labelled
from southsouth.reading.structure.levels import depths

#: What ends a run of sub-paragraphs, whatever its level.
_APART: Final = frozenset({BlockKind.HEADING, BlockKind.ANNEX, BlockKind.SECTION})
_LEADING_NUMBER: Final = re.compile(r"[(’‘']?[\w.]{1,6}[)’‘']?\s*[.–-]?\s+")


def as_stated(document: Document, block: Block) -> Labelled:
    """A block as the mark-up has it."""
    stated = block.stated
    if stated is None:
        return Labelled(block, kinds.PARAGRAPH, "", 1, block.start)
    words = block.start
    if (
        stated.number
        and stated.level
        and (found := _LEADING_NUMBER.match(document.text, block.start, block.end))
    ):
        words = found.end()
    level = stated.level
    if stated.kind is kinds.POINT and level == 0:
        level = -1
    return Labelled(block, stated.kind, stated.number, level, words)


def with_levels(labelled: list[Labelled]) -> list[Labelled]:
    """Sub-paragraphs whose level is not known (-1) get it from their neighbours."""
    result = list(labelled)
    run: list[int] = []

    def settle() -> None:
        if any(result[index].level < 0 for index in run):
            for index, depth in zip(run, depths([result[i].number for i in run]), strict=True):
                result[index] = result[index]._replace(level=depth + 1)
        run.clear()

    for index, label in enumerate(labelled):
        if label.kind is kinds.POINT:
            run.append(index)
        elif run and (
            label.kind in _APART
            or (label.level == 1 and (label.kind is not kinds.PARAGRAPH or label.number))
        ):
            settle()
    settle()
    return result
