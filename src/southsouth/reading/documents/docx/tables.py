"""The rows and cells of a table in a DOCX file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from southsouth.reading.documents.docx.numbering import W

#: What is wrapped around rows, cells and paragraphs without being one.
_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name, also those that a content control or revision wraps."""
    waiting = [iter(parent)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            waiting.append(iter(child))


def paragraph_counts(table: etree._Element) -> list[list[int]]:
    """How many paragraphs with words each cell of each row has."""
    return [
        [
            sum(any(t.text for t in p.iter(f"{W}t")) for p in _children(cell, "p"))
            for cell in _children(row, "tc")
        ]
        for row in _children(table, "tr")
    ]
