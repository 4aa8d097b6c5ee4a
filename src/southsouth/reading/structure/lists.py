"""Lists that look like headings: what short lines are, told by the lines beside them. Pure."""

from __future__ import annotations

from typing import Final

from southsouth.reading.documents.model import BlockKind, Document
from southsouth.reading.structure import kinds
from southsouth.reading.structure.block_patterns import (
    CHAPTER,
    LEAD_LENGTH,
    LIST_LENGTH,
    LIST_LINE,
    LIST_TITLE,
)
from southsouth.reading.structure.labelled import Labelled

_LISTED: Final = frozenset({BlockKind.ROW, BlockKind.HEADING})


def settle_lists(document: Document, labelled: list[Labelled]) -> list[Labelled]:
    """Many short lines one after the other are no headings but a list: States, participants.

    "Members of the Bureau" stays the heading of what follows it, and so does a few words with a
    colon before such lines.
    """
    result = list(labelled)
    run: list[int] = []
    titled = False  # the first of the run is the title of a list
    for index, label in enumerate([*labelled, None]):
        longest = LIST_LINE if titled else LIST_LINE // 2
        heading = label if label is not None and label.kind is kinds.HEADING else None
        if heading is not None and _may_be_listed(document, heading, longest):
            if not run:
                titled = LIST_TITLE.match(document.words(heading.block)) is not None
            run.append(index)
            continue
        if len(run) >= LIST_LENGTH:
            while len(run) > 1 and LIST_TITLE.match(document.words(result[run[0]].block)):
                del run[0]
            for place in run:
                result[place] = result[place]._replace(kind=BlockKind.ROW)
        run.clear()
        titled = False
    for index, label in enumerate(result[:-1]):
        if (
            label.kind is not kinds.PARAGRAPH
            or label.number
            or result[index + 1].kind not in _LISTED
        ):
            continue
        words = document.words(label.block)
        if words.endswith(":") and len(words) < LEAD_LENGTH:
            result[index] = label._replace(kind=kinds.HEADING, level=0, words=0)
    return result


def _may_be_listed(document: Document, label: Labelled, longest: int) -> bool:
    """Whether what looks like a heading may be a line of a list."""
    return (
        label.block.role is not kinds.HEADING_ROLE
        and not label.number
        and label.block.end - label.block.start < longest
        and not CHAPTER.match(document.words(label.block))
    )
