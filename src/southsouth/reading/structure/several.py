"""Several documents in one file: a volume of resolutions or a page of it, a report that prints
resolutions, a letter with one in its annex. Each resolution becomes a document of its own.

A resolution opens with a heading that tells its number ("3301 (XXIX). Wells") and, within a few
blocks, the formula of the organ that adopted it; a number in a table of contents or a text has no
formula. It ends where the next one opens or, in a text that is itself a document, with the lines
that tell the meeting and the day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from southsouth.reading.documents.cut import cut
from southsouth.reading.documents.model import Block, Document, Role
from southsouth.reading.documents.record import Record
from southsouth.reading.structure.block_patterns import (
    ANNEX,
    CHAPTER,
    DATE_LINE,
    MEETING_LINE,
)
from southsouth.reading.structure.own_symbol import (
    find_symbol,
    heading_of,
    is_masthead,
    symbol_of_name,
)
from southsouth.un.organs import can_have_adopted
from southsouth.un.symbols import Symbol, parse_symbol, resolution_symbol

#: What all headings of resolutions hold at the beginning of a line; most texts have one or none.
_MAY_OPEN: Final = re.compile(
    r"^[#*_ \ufeff]{0,8}(?:(?:Resolution|RESOLUTION)\s+\d{1,4}\s*\("
    r"|\d{1,4}(?:\s?[A-Z])?\s?\([IVXLCES12]|(?:ES-|S-)?\d{1,4}/\d{1,4}(?:[ .]|$))",
    re.MULTILINE,
)
#: Formats in which the publisher says what each block is.
_STATED: Final = "application/akn+xml"
#: So many blocks above its heading may still be a resolution's own masthead.
_HEAD: Final = 8
_MASTHEAD: Final = 40


class _Opening(NamedTuple):
    """Where a resolution opens among the blocks of the body, and what it is; ``heading`` is the
    block with its number."""

    place: int
    heading: int
    symbol: Symbol


def documents_in(document: Document) -> tuple[Document, ...]:
    """The documents that a file holds, that which the file is named by or calls itself first; the
    others are marked as excerpts."""
    if document.media_type == _STATED or not _may_hold_several(document):
        return (document,)
    body = [block for block in document.blocks if block.role is not Role.FOOTNOTE]
    openings = _openings(document, body)
    if not openings:
        return (document,)
    own = _own(document, body, openings)
    openings = _corrected(openings, own)
    if len(openings) == 1 and (own is None or own == openings[0].symbol):
        return (_without_tail(document, body, openings[0], own),)
    return _parted(document, body, openings, own)


def _may_hold_several(document: Document) -> bool:
    return _MAY_OPEN.search(document.text) is not None


def _openings(document: Document, body: Sequence[Block]) -> list[_Opening]:
    words = [document.words(block) for block in body]
    found: list[_Opening] = []
    seen: set[str] = set()
    for place, own in enumerate(words):
        if _MAY_OPEN.match(own) is None:
            continue
        symbol = heading_of(words, place)
        # the number of a resolution is printed again at the head of its further pages
        if symbol is None or symbol.text in seen:
            continue
        seen.add(symbol.text)
        found.append(_Opening(_head(words, place, found), place, symbol))
    return found


_LAST_NUMBER: Final = re.compile(r"(?P<number>\d+)[A-Z]?(?:\([\w-]+\))?\Z")
#: The letters of the parts that a file holds, which are no part of a symbol: "A/RES/77/128/A-B".
_LETTERS: Final = re.compile(r"/[A-Z]-[A-Z]\Z")


def _is_same(one: Symbol, other: Symbol) -> bool:
    """Whether two symbols are those of one text: with or without the letters of its parts, and with
    a session that was misread, for the numbers on a page are not those of two sessions."""
    one = parse_symbol(_LETTERS.sub("", one.text)) or one
    number = _number(one)
    return bool(number) and (one.organ, one.kind, number) == (
        other.organ,
        other.kind,
        _number(other),
    )


def _number(symbol: Symbol) -> str:
    found = _LAST_NUMBER.search(symbol.text)
    return found["number"] if found else ""


def _corrected(openings: Sequence[_Opening], own: Symbol | None) -> list[_Opening]:
    """``openings``, that of the file's own text under its own symbol, and those with a session in
    which the organ did not adopt their number under the session of the others."""
    sessions = Counter(
        opening.symbol.session for opening in openings if _is_possible(opening.symbol)
    )
    if own is not None and own.session:
        sessions[own.session] += len(openings)
    found: dict[str, _Opening] = {}
    for opening in openings:
        symbol = opening.symbol
        if own is not None and _is_same(own, symbol):
            symbol = own
        elif not _is_possible(symbol):
            symbol = _of_another_session(symbol, [session for session, _ in sessions.most_common()])
        found.setdefault(symbol.text, opening._replace(symbol=symbol))
    return list(found.values())


def _is_possible(symbol: Symbol) -> bool:
    number, decision = _number(symbol), symbol.kind == "Decision"
    return not number or can_have_adopted(
        symbol.organ, symbol.session, int(number), decision=decision
    )


def _of_another_session(symbol: Symbol, sessions: Iterable[str]) -> Symbol:
    for session in sessions if symbol.kind == "Resolution" else ():
        other = resolution_symbol(symbol.organ, _number(symbol), session, symbol.letter)
        if other is not None and _is_possible(other):
            return other
    return symbol


def _head(words: Sequence[str], place: int, before: Sequence[_Opening]) -> int:
    """Where the masthead begins that belongs to the heading at ``place``."""
    least = max(place - _HEAD, before[-1].heading + 1 if before else 0)
    while place > least and is_masthead(words[place - 1]):
        place -= 1
    return place


def _own(document: Document, body: Sequence[Block], openings: Sequence[_Opening]) -> Symbol | None:
    """What the file calls itself, or which of its resolutions it is named by."""
    if document.record is not None and (told := parse_symbol(document.record.symbol)):
        return told
    above = body[: min(openings[0].heading, _MASTHEAD)]
    if symbol := find_symbol(document, above):
        return symbol
    named = symbol_of_name(document.name.rpartition("/")[2])
    return named if named in {opening.symbol for opening in openings} else None


def _leading(document: Document, body: Sequence[Block], opening: _Opening) -> list[Block]:
    """The blocks at the head of the file that are a masthead, above where a resolution opens."""
    head = []
    for block in body[: opening.place]:
        if not is_masthead(document.words(block)):
            break
        head.append(block)
    return head


def _without_tail(
    document: Document, body: Sequence[Block], opening: _Opening, own: Symbol | None
) -> Document:
    """The only resolution of a file, without the end of the one before it on its page."""
    above = body[: opening.place]
    if not any(_closes(document.words(block)) for block in above):
        return document
    kept = [*_leading(document, body, opening), *body[opening.place :]]
    return _cut(document, kept, own or opening.symbol, "", [kept])


def _parted(
    document: Document, body: Sequence[Block], openings: Sequence[_Opening], own: Symbol | None
) -> tuple[Document, ...]:
    printed = own is not None and own not in {opening.symbol for opening in openings}
    spans: list[list[Block]] = []
    for index, opening in enumerate(openings):
        last = openings[index + 1].place if index + 1 < len(openings) else len(body)
        if printed:  # the text of the report goes on behind a resolution that it prints
            last = _end(document, body, opening.heading + 1, last)
        spans.append(list(body[opening.place : last]))
    symbols = [opening.symbol for opening in openings]
    if printed and own is not None:
        taken = {block for span in spans for block in span}
        spans.insert(0, [block for block in body if block not in taken])
        symbols.insert(0, own)
    elif own is not None:
        at = symbols.index(own)
        spans.insert(0, [*_leading(document, body, openings[0]), *spans.pop(at)])
        symbols.insert(0, symbols.pop(at))
    remark = f"the file holds {len(spans)} documents: {_listed(symbols)}"
    return tuple(
        _cut(document, _in_order(document, span), symbol, remark if not place else "", spans,
             excerpt=place > 0 or own is None)
        for place, (span, symbol) in enumerate(zip(spans, symbols, strict=True))
    )  # fmt: skip


def _listed(symbols: Sequence[Symbol]) -> str:
    first = ", ".join(symbol.printed for symbol in symbols[:4])
    return f"{first} and {len(symbols) - 4} more" if len(symbols) > 4 else first


def _in_order(document: Document, span: Sequence[Block]) -> list[Block]:
    wanted = set(span)
    return [block for block in document.blocks if block in wanted]


def _closes(words: str) -> bool:
    """Whether a block is the line below a resolution that tells the meeting, with the day."""
    return MEETING_LINE.match(words.strip()) is not None and len(words) < 90


def _end(document: Document, body: Sequence[Block], start: int, last: int) -> int:
    """Where a resolution that a report prints ends: behind its closing lines, or before an annex
    or a chapter of the report."""
    for place in range(start, last):
        words = document.words(body[place]).strip()
        if _closes(words):
            after = place + 1
            while after < last and DATE_LINE.fullmatch(document.words(body[after]).strip()):
                after += 1
            return after
        if place > start and (ANNEX.fullmatch(words) or _is_chapter(words)):
            return place
    return last


def _is_chapter(words: str) -> bool:
    return len(words) < 120 and CHAPTER.match(words) is not None and not words.endswith((";", ","))


def _cut(
    document: Document,
    span: Sequence[Block],
    symbol: Symbol,
    remark: str,
    spans: Sequence[Sequence[Block]],
    *,
    excerpt: bool = False,
) -> Document:
    """The document of ``span`` with the footnotes that are marked in it."""
    notes = _notes(document, span, first=span is spans[0] or not excerpt)
    part = cut(document, [*span, *notes])
    record = document.record if not excerpt else None
    remarks = (*document.remarks, remark) if remark else document.remarks
    record = record or Record("")
    return replace(
        part,
        record=replace(record, symbol=record.symbol or "-".join((symbol.text, *symbol.also))),
        remarks=remarks if not excerpt or remark else (),
        excerpt=excerpt,
    )


def _notes(document: Document, span: Sequence[Block], *, first: bool) -> list[Block]:
    """The footnotes marked in these blocks, the n-th with a label by the n-th mark with it; one
    that nothing marks is the first document's."""
    marks: dict[str, list[int]] = {}
    for mark in reversed(document.marks):
        marks.setdefault(mark.label, []).append(mark.offset)
    starts = [block.start for block in span]
    kept = []
    for block in document.blocks:
        if block.role is not Role.FOOTNOTE:
            continue
        offsets = marks.get(block.label)
        if not offsets:
            if first:
                kept.append(block)
            continue
        at = offsets.pop()
        place = bisect_right(starts, at) - 1
        if place >= 0 and at <= span[place].end:
            kept.append(block)
    return kept
