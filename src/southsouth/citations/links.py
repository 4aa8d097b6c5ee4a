"""Citations that the publisher's own hyperlinks state, in any language.

A link names the document; the letter of a section often stands outside it ("57/270</a> B"), so
the words behind are read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from southsouth.citations.languages import letters_behind, special_session_before
from southsouth.citations.model import Citation, How
from southsouth.documents.model import Link
from southsouth.structure.model import Part, Resolution
from southsouth.symbols import Symbol, parse_symbol

#: Hosts whose addresses end in a document symbol, behind a language code.
_HOSTS: Final = frozenset({"undocs.org", "www.undocs.org", "docs.un.org"})
_LANGUAGE: Final = re.compile(r"/(?:en|fr|es|ar|ru|ch|zh)(?=/)", re.IGNORECASE)
#: What addresses add to a symbol: a part, a supplement, a volume.
_ADDED: Final = re.compile(
    r"\((?:supp|part|vol|parts|sect|introduction|suppl)[^)]*\)?", re.IGNORECASE
)


def linked_symbol(href: str) -> Symbol | None:
    """The symbol that a web address of a UN document names; None for other addresses."""
    try:
        address = urlsplit(href)
    except ValueError:  # no address at all: "https://[wells"
        return None
    if address.hostname not in _HOSTS:
        return None
    path = _ADDED.sub("", unquote(_LANGUAGE.sub("", address.path, count=1)).strip("/"))
    series = re.match(r"(?:[A-Za-z]+/)+", path)  # "A/hrc/RES/41/10", "A/RES/57/283b"
    head = series[0].upper() if series else ""
    tail = path[len(head) :]
    if "/RES/" in head:  # "75/101A-B" is two; the letters are read from the words
        tail = re.sub(r"(?<=\d)[A-Z]-[A-Z]$", "", tail.upper())
    return parse_symbol(head + tail)


def _targets(resolution: Resolution, link: Link) -> Iterator[Symbol]:
    symbol = linked_symbol(link.href)
    if symbol is None or symbol == resolution.symbol:
        return
    if symbol.kind == "Resolution" and special_session_before(resolution.text, link.start):
        symbol = parse_symbol(re.sub(r"/RES/(?=\d)", "/RES/S-", symbol.text)) or symbol
    letters = letters_behind(resolution.text, link.start)
    if not letters or symbol.letter or symbol.kind != "Resolution":
        yield symbol
        return
    for letter in letters:
        head, bracket, session = symbol.text.partition("(")
        yield parse_symbol(f"{head}{letter}{bracket}{session}") or symbol


def links_in(resolution: Resolution, part: Part) -> list[Citation]:
    """The citations that hyperlinks within ``part`` state, without verbs."""
    return [
        Citation(part.id, link.start, link.end, target, How.LINK)
        for link in resolution.document.links
        if part.start <= link.start and link.end <= part.end
        for target in _targets(resolution, link)
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
