"""Citations that the publisher's own hyperlinks state, in any language.

A link names the document; the letter of a section often stands outside it ("57/270</a> B"), so
the words behind are read too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from southsouth.reading.citations.bare import bare_number, organs_near, told
from southsouth.reading.citations.languages import letters_behind, special_session_before
from southsouth.reading.citations.model import Citation, How
from southsouth.reading.documents.model import Link
from southsouth.reading.structure.model import Part, Resolution
from southsouth.un.organs import GENERAL_ASSEMBLY, ORGANS
from southsouth.un.symbols import Symbol, parse_symbol

#: Hosts whose addresses end in a document symbol, behind a language code.
_HOSTS: Final = frozenset({"undocs.org", "www.undocs.org", "docs.un.org"})
_LANGUAGE: Final = re.compile(r"/(?:en|fr|es|ar|ru|ch|zh)(?=/)", re.IGNORECASE)
#: What addresses add to a symbol: a supplement, a volume.
_ADDED: Final = re.compile(r"\((?:supp|vol|introduction)[^)]*\)?", re.IGNORECASE)

#: Words in symbols, which addresses write in any case.
_CASE: Final = re.compile(
    r"/(?:add|corr|rev|amend)(?=\.\d)|\((?:parts?|sect)(?=[. IVX])", re.IGNORECASE
)


def _document_path(href: str) -> str:
    """The path of a web address under which UN documents are found by their symbols, without its
    language; "" for other addresses."""
    try:
        address = urlsplit(href)
    except ValueError:  # no address at all: "https://[wells"
        return ""
    if address.hostname not in _HOSTS:
        return ""
    return unquote(_LANGUAGE.sub("", address.path, count=1)).strip("/")


def linked_symbol(href: str) -> Symbol | None:
    """The symbol that a web address of a UN document names; None for other addresses."""
    path = _document_path(href)
    return listed_symbol(path) if path else None


def is_document_address(href: str) -> bool:
    """Whether a web address is one under which UN documents are found by their symbols."""
    return bool(_document_path(href))


def listed_symbol(path: str) -> Symbol | None:
    """The symbol that an address or a list of links holds, in any case of letters; None for none.

    ``"A/76/7(Supp)"`` → A/76/7, ``"A/71/REV.1"`` → A/71/Rev.1.
    """
    path = _ADDED.sub("", path)
    path = _CASE.sub(lambda found: found[0].title(), path)
    series = re.match(r"(?:[A-Za-z]+/)+", path)  # "A/hrc/RES/41/10", "A/RES/57/283b"
    head = series[0].upper() if series else ""
    tail = path[len(head) :]
    if "/RES/" in head:  # "75/101A-B" is two; the letters are read from the words
        tail = re.sub(r"(?<=\d)[A-Z]-[A-Z]$", "", tail.upper())
    return parse_symbol(head + tail)


_BARE: Final = re.compile(r"(?P<session>\d{1,4})/(?P<number>\d{1,4})")
#: Beginnings of symbols, the longest first, and whose they are.
_SERIES: Final = tuple(
    sorted(
        ((head, row.handle) for row in ORGANS if not row.serial for head in row.links),
        key=lambda one: -len(one[0]),
    )
)


#: The first resolution of the Security Council in 2000; "38 (2020)" is some other body's.
_COUNCIL_2000: Final = 1285
_COUNCIL: Final = re.compile(r"S/RES/(\d+)\(20\d\d\)")


def _is_numbered_so(symbol: Symbol) -> bool:
    found = _COUNCIL.fullmatch(symbol.text)
    return found is None or int(found[1]) >= _COUNCIL_2000


def _targets(resolution: Resolution, part: Part, link: Link) -> Iterator[Symbol]:
    symbol = linked_symbol(link.href)
    if symbol is None or symbol == resolution.symbol or not _is_numbered_so(symbol):
        return
    text = resolution.text
    letters = letters_behind(text, link.start)
    bare = _BARE.fullmatch(text, link.start, link.end)
    special = special_session_before(text, link.start)
    if bare and not special:
        printed = [_printed(text, part, bare, letter, symbol) for letter in letters or ("",)]
        yield from (one for one in printed if one is not None)
        return
    if symbol.kind == "Resolution" and special:
        symbol = parse_symbol(re.sub(r"/RES/(?=\d)", "/RES/S-", symbol.text)) or symbol
    if not letters or symbol.letter or symbol.kind != "Resolution":
        yield symbol
        return
    for letter in letters:
        head, bracket, session = symbol.text.partition("(")
        yield parse_symbol(f"{head}{letter}{bracket}{session}") or symbol


def _printed(
    text: str, part: Part, found: re.Match[str], letter: str, linked: Symbol
) -> Symbol | None:
    """What a linked number means. The print is the authority: "74/225" linked to 74/255, or "43/8
    of 2020" of the Council linked as the Assembly's, are slips of the link; the link tells whose
    number it is where the print allows that."""
    series = [organ for head, organ in _SERIES if linked.text.startswith(head)][:1]
    bare = bare_number(text, part.start, found, letter, part.end)
    near = organs_near(text, part.start, found.start(), found.end(), part.end)
    symbol = told(bare, [*series, *near, GENERAL_ASSEMBLY])
    # "21/1" linked as the Assembly's, whose sessions were Roman then, is some other body's
    return symbol or (None if series == [GENERAL_ASSEMBLY] else linked)


def _start(link: Link) -> int:
    return link.start


def in_order(links: Iterable[Link]) -> list[Link]:
    """``links`` in text order, as ``links_in`` takes them."""
    return sorted(links, key=_start)


def links_in(resolution: Resolution, part: Part, ordered: Sequence[Link]) -> list[Citation]:
    """The citations that hyperlinks within ``part`` state, without verbs; ``ordered`` are all of
    the document, in text order."""
    if not ordered:
        return []
    first = bisect_left(ordered, part.start, key=_start)
    last = bisect_right(ordered, part.end, lo=first, key=_start)
    return [
        Citation(part.id, link.start, link.end, target, How.LINK)
        for link in ordered[first:last]
        if link.end <= part.end
        for target in _targets(resolution, part, link)
    ]


def with_links(found: list[Citation], stated: list[Citation]) -> list[Citation]:
    """``found`` with what the links state and the words left open, in text order.

    Where both speak, the words are kept: they have the section letter, the date, the pinpoint.
    """
    if not stated:
        return found
    told = [c for c in found if c.target is not None]
    kept = [c for c in found if c.target is not None or not _overlaps(c, stated)]
    added = [s for s in stated if not _overlaps(s, told)]
    return sorted([*kept, *added], key=lambda citation: citation.start)


def _overlaps(citation: Citation, others: list[Citation]) -> bool:
    return any(o.start < citation.end and citation.start < o.end for o in others)
