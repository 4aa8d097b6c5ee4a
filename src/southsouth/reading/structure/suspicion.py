"""Whether a reading is to be believed: a text that became front matter or footnotes was misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from southsouth.reading.documents.model import Document
from southsouth.reading.structure.model import Part, PartKind

#: Of fewer characters nothing can be said: a page of a treaty series has hardly any text.
_SHORTEST: Final = 1200
#: Shares of the text that no document with provisions has as front matter, as footnotes, as both.
_MOST_FRONT: Final = 0.6
_MOST_NOTES: Final = 0.75
_MOST_ASIDE: Final = 0.85
_ASIDE: Final = frozenset({PartKind.FRONT, PartKind.FOOTNOTE})


def suspicion(document: Document, parts: Iterable[Part]) -> str:
    """A line that says why the reading is suspicious, with counts; "" where it is not."""
    whole = len(document.text)
    if whole < _SHORTEST:
        return ""
    count: Counter[PartKind] = Counter()
    length: Counter[PartKind] = Counter()
    for part in parts:
        count[part.kind] += 1
        length[part.kind] += part.end - part.start
    front, notes = length[PartKind.FRONT], length[PartKind.FOOTNOTE]
    aside = front + notes
    if front < _MOST_FRONT * whole and notes < _MOST_NOTES * whole and aside < _MOST_ASIDE * whole:
        return ""
    provisions = sum(number for kind, number in count.items() if kind not in _ASIDE)
    return (
        f"suspicious reading: {front / whole:.0%} of the text became front matter, "
        f"{notes / whole:.0%} became {count[PartKind.FOOTNOTE]} footnotes; "
        f"{provisions} provisions, headings and rows are left"
    )
