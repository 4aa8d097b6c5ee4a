"""Parts of a file as documents of their own, with the file's pages and places. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from southsouth.reading.documents.model import Block, Document, FootnoteMark, PageMap, SourceMap

_BETWEEN: Final = "\n\n"
#: Formats whose offsets lead back to the file.
_TEXTS: Final = frozenset({"text/plain", "text/markdown", "text/html"})


class _Piece(NamedTuple):
    """A stretch of the old text, from ``start`` to ``end``, that begins at ``at`` in the new."""

    start: int
    end: int
    at: int


def cut(document: Document, kept: Sequence[Block]) -> Document:
    """``document`` with the ``kept`` of its blocks only, which are in its order; blocks that follow
    each other keep what stands between them."""
    pieces = _pieces(document, kept)
    starts = [piece.start for piece in pieces]

    def moved(offset: int) -> int:
        """The offset in the new text; -1 where the words are gone."""
        place = bisect_right(starts, offset) - 1
        if place < 0 or offset > pieces[place].end:
            return -1
        return pieces[place].at + offset - pieces[place].start

    text = _BETWEEN.join(document.text[piece.start : piece.end] for piece in pieces)
    spans = [(moved(start), moved(end)) for start, end in document.italics]
    return replace(
        document,
        text=text,
        blocks=tuple(b._replace(start=moved(b.start), end=moved(b.end)) for b in kept),
        marks=tuple(
            FootnoteMark(moved(mark.offset), mark.label)
            for mark in document.marks
            if moved(mark.offset) >= 0
        ),
        links=tuple(
            replace(link, start=moved(link.start), end=moved(link.end))
            for link in document.links
            if moved(link.start) >= 0 and moved(link.end) > moved(link.start)
        ),
        italics=tuple((start, end) for start, end in spans if start >= 0 and end > start),
        pages=_pages(document.pages, pieces),
        source_map=_source(document, pieces),
    )


def _pieces(document: Document, kept: Sequence[Block]) -> list[_Piece]:
    order = {block: place for place, block in enumerate(document.blocks)}
    pieces: list[_Piece] = []
    last = -2
    at = 0
    for block in kept:
        place = order[block]
        if pieces and place == last + 1 and block.start >= pieces[-1].end:
            at += block.end - pieces[-1].end
            pieces[-1] = pieces[-1]._replace(end=block.end)
        else:
            at += len(_BETWEEN) if pieces else 0
            pieces.append(_Piece(block.start, block.end, at))
            at += block.end - block.start
        last = place
    return pieces


def _pages(pages: PageMap, pieces: Sequence[_Piece]) -> PageMap:
    if not pages.offsets:
        return pages
    found: list[tuple[int, int]] = []
    for piece in pieces:
        found.append((piece.at, pages.page_of(piece.start)))
        first = bisect_right(pages.offsets, piece.start)
        for place in range(first, bisect_left(pages.offsets, piece.end)):
            found.append((piece.at + pages.offsets[place] - piece.start, pages.pages[place]))
    return PageMap(tuple(at for at, _ in found), tuple(page for _, page in found))


def _source(document: Document, pieces: Sequence[_Piece]) -> SourceMap:
    places = document.source_map
    if not places.reading and document.media_type not in _TEXTS:
        return places
    found: list[tuple[int, int]] = []
    for piece in pieces:
        found.append((piece.at, places.to_source(piece.start)))
        first = bisect_right(places.reading, piece.start)
        for place in range(first, bisect_left(places.reading, piece.end)):
            found.append((piece.at + places.reading[place] - piece.start, places.source[place]))
    return SourceMap(tuple(at for at, _ in found), tuple(source for _, source in found))
